"""A language model's marks as evidence: what it says of a candidate that the rules found."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.tagger import Tagger
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import KINDS, PERSON

HINTS = {PERSON: 0.4}
"""Evidence of the rules from which on a model's mark makes a name of what they alone would leave, by kind.
Chosen among five values on one half of the CrossNER politics dev part (the even sentences), and right on the
other too. Where the rules find a name, a small model that says otherwise is mostly wrong; bodies and places
that only it marks are no names in two cases of three, whatever hint the rules have."""
_SMALL = frozenset("of for the and &".split())
"""Small words inside the long name of a body."""
_LEAST_LONG = 3
"""Words of a mark that may join what the rules cut in pieces."""
_WORD = re.compile(r"[^\W\d_](?:\S*[\w.])?")


Found = tuple[str, int, int, str, EntityKind]
"""A mention: source, start, end, text, kind. In the order of mentions, and far sooner sorted."""


@frozen(order=True)
class Mark:
    """What the model takes for a name: code points `start` to `end`, end excluded."""

    source_id: str
    start: int
    end: int
    kind: EntityKind


def read_marks(texts: Mapping[str, str], tagger: Tagger) -> dict[str, list[Mark]]:
    """The model's marks of every source, by start."""
    return {
        source_id: sorted(
            Mark(source_id, start, end, kind) for start, end, kind in tagger.tag(texts[source_id])
        )
        for source_id in sorted(texts)
    }


def count_marks(
    settings: Sequence[Setting], marks: Mapping[str, Sequence[Mark]]
) -> dict[tuple[str, str], int]:
    """What the model most often takes a form for in a source, of the forms that it marks by themselves."""
    counts: dict[tuple[str, str], Counter[int]] = {}
    for setting in settings:
        for mark in _near(marks.get(setting.source_id, ()), setting.start, setting.end):
            if abs(mark.start - setting.start) <= 4 and 0 <= mark.end - setting.end <= 2:
                kind = KINDS.index(mark.kind)
                counts.setdefault((setting.source_id, setting.form), Counter())[kind] += 1
    return {key: max(sorted(found), key=lambda kind: found[kind]) for key, found in counts.items()}


def join_by_marks(
    found: Sequence[Found], marks: Sequence[Mark], text: str, knowledge: Knowledge
) -> list[Found]:
    """The mentions of a source, by place, with those in one that the model takes for pieces of one body.

    Rules and model both see a body there; the model's words are whole, hold no number, bracket or comma and
    are a name's, and no second full name is among the pieces (the Labour Party and the Green Party).
    """
    joined: list[Found] = []
    place = 0
    for mark in marks:
        start = mark.start + 4 * text.startswith(("The ", "the "), mark.start)
        end = mark.end - 2 * text.endswith(("'s", "\u2019s"), start, mark.end)
        while place < len(found) and found[place][1] < start:
            joined.append(found[place])
            place += 1
        if mark.kind is not EntityKind.ORGANIZATION or (joined and joined[-1][2] > start):
            continue
        behind = place
        while behind < len(found) and found[behind][1] < end:
            behind += 1
        pieces = found[place:behind]
        if pieces and pieces[-1][2] <= end and _is_whole(pieces, text[start:end], knowledge):
            joined.append((mark.source_id, start, end, text[start:end], mark.kind))
            place = behind
    return joined + list(found[place:])


def _is_whole(pieces: Sequence[Found], name: str, knowledge: Knowledge) -> bool:
    """Is it the name of one body, of which the rules found the pieces?"""
    words = name.split(" ")
    if name.endswith("."):  # most often of the sentence, and the rules know
        return False
    if len(words) < _LEAST_LONG or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return False
    if any(not _WORD.fullmatch(word) or not (word[0].isupper() or word in _SMALL) for word in words):
        return False
    bodies = [piece for piece in pieces if piece[4] is EntityKind.ORGANIZATION]
    longest = [piece for piece in pieces if " " in piece[3] and piece[4] is not EntityKind.PLACE]
    if not bodies or bodies[0] is not pieces[0] or len(longest) > 1:
        return False
    is_part = len(pieces) == 1 and name.endswith(f" of {pieces[0][3]}")  # the Pension Board of ABC
    has_form = len(pieces) > 1 and pieces[0][3].rpartition(" ")[2].lower() in knowledge.legal_forms
    return not is_part and not has_form


def _near(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    place = bisect_left(marks, start, key=lambda mark: mark.start)
    return marks[max(0, place - 1) : bisect_left(marks, end, key=lambda mark: mark.start)]
