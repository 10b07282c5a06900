"""What was changed inside shared passages, typed once names are known, neighbours taken together."""

import re
from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from provenance.conflicts.change_conditions import condition_of, conditional
from provenance.conflicts.change_types import typed_change
from provenance.conflicts.page_changes import find_story_part, is_parted
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import content_stems
from provenance.model.reuse import Alignment, Change, ChangeKind, Direction, ReuseKind
from provenance.model.spans import Span
from provenance.text.tokens import find_words

_NO_COPIES = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION)
"""Furniture says nothing, wordings of one quotation are for attribution. The changes of a paraphrase are
those of the near-verbatim stretches inside of it."""
_SILENT = frozenset((ChangeKind.TYPOGRAPHY, ChangeKind.OCR))
"""Marks and spellings, and what looks like a scanner's damage, tell a reader nothing."""
_NEAR_CHARACTERS = 25
"""Words closer than this to a change on both sides, in one sentence, are part of it."""
_BESIDE = frozenset((ChangeKind.WORDING, ChangeKind.HEDGE))
_VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.ROLE))
_MOST_BETWEEN = 1
"""Content words between a change of wording and another one that is one with it."""
_LONGEST_TAIL = 160
_SHARED_CONDITION = 2


@frozen
class Edit:
    """A change with its kind as known names type it. `condition`: text of a dropped condition, else ""."""

    alignment: Alignment
    change: Change
    condition: str = ""

    @property
    def kind(self) -> ChangeKind:
        """What sort of thing differs."""
        return self.change.kind


def find_edits(pile: Pile) -> Iterator[Edit]:
    """Changes between two sources that can alter what a reader is told, by place; states of one page aside.

    Left out: typography, another spelling of one entity, whole sentences that only one text has, what a
    text says of itself (dates, authors, datelines), and mere wording except where the rest of the passage is
    nearly untouched.
    """
    for alignment in pile.alignments:
        if alignment.kind is not ReuseKind.VERSION:
            yield from find_edits_of(pile, alignment)


def find_edits_of(pile: Pile, alignment: Alignment) -> Iterator[Edit]:
    """The changes of one shared passage that can alter what a reader is told, by place."""
    if alignment.a.source_id == alignment.b.source_id:
        return
    if alignment.kind in _NO_COPIES:
        return
    for change in _joined(pile, alignment):
        typed = typed_change(pile, alignment, change)
        if typed is not None:
            yield Edit(alignment, typed, condition_of(pile, typed))
    if alignment.kind is not ReuseKind.PARAPHRASE:
        yield from _at_the_ends(pile, alignment)


def _joined(pile: Pile, alignment: Alignment) -> list[Change]:
    """The changes; other wording or a hedge close to a change is one with it, of the weightiest kind.

    Two facts (numbers, dates, names and the like) that were changed stay two, however close they stand.
    """
    joined: list[Change] = []
    a, b = alignment.a.source_id, alignment.b.source_id
    for whole in sorted(alignment.changes, key=lambda c: (c.a_start, c.b_start)):
        change = find_story_part(pile, alignment, whole)
        if change is None or change.kind in _SILENT:
            continue
        last = joined[-1] if joined else None
        if last is not None and _is_one_change(pile, a, last, change) and _is_near(pile, a, b, last, change):
            joined[-1] = _both(pile, a, b, last, change)
        else:
            joined.append(change)
    return joined


def _is_one_change(pile: Pile, a: str, last: Change, change: Change) -> bool:
    """Is the later one part of what the earlier one changed? Other wording is, of a fact, where no more than
    a word of substance lies between, and none if only one text has it: else the values would be stretches of
    the sentence."""
    if _are_parts_of_one_number(pile, a, last, change):
        return True
    if _are_two_facts(last, change):
        return False
    wordings = [each for each in (last, change) if each.kind in _BESIDE]
    if not wordings or last.kind is change.kind:
        return True
    most = _MOST_BETWEEN if all(each.a_text and each.b_text for each in wordings) else 0
    return len(content_stems(pile.text(a)[last.a_end : change.a_start])) <= most


def _are_parts_of_one_number(pile: Pile, a: str, last: Change, change: Change) -> bool:
    """What one text lacks and what the other lacks, with number words alone between them: "one and thirty",
    "thirty-one"."""
    if last.kind is not ChangeKind.NUMBER or change.kind is not ChangeKind.NUMBER:
        return False
    is_crossed = (last.a_text == change.b_text == "") or (last.b_text == change.a_text == "")
    between = [word.folded for word in find_words(pile.text(a)[last.a_end : change.a_start])]
    return is_crossed and bool(between) and all(word in pile.knowledge.number_words for word in between)


def _are_two_facts(one: Change, other: Change) -> bool:
    """A value and anything but words beside it; what turns a statement (will, if) is altered as a whole."""
    kinds = {one.kind, other.kind}
    return not kinds.isdisjoint(_VALUES) and kinds.isdisjoint(_BESIDE)


def _is_near(pile: Pile, a: str, b: str, last: Change, change: Change) -> bool:
    gaps = change.a_start - last.a_end, change.b_start - last.b_end
    if not all(0 <= gap <= _NEAR_CHARACTERS for gap in gaps):
        return False
    if is_parted(pile, a, last.a_end, change.a_start) or is_parted(pile, b, last.b_end, change.b_start):
        return False
    return pile.sentence_index(a, last.a_start) == pile.sentence_index(a, change.a_start) and (
        pile.sentence_index(b, last.b_start) == pile.sentence_index(b, change.b_start)
    )


def _both(pile: Pile, a: str, b: str, last: Change, change: Change) -> Change:
    return Change(
        kind=min(last.kind, change.kind, key=list(ChangeKind).index),
        a_start=last.a_start,
        a_end=change.a_end,
        a_text=pile.text(a)[last.a_start : change.a_end],
        b_start=last.b_start,
        b_end=change.b_end,
        b_text=pile.text(b)[last.b_start : change.b_end],
        judgement=last.judgement if last.judgement == change.judgement else "",
    )


def _at_the_ends(pile: Pile, alignment: Alignment) -> Iterator[Edit]:
    """A condition that goes on where the passage ends, in one text only."""
    tails = [_tail(pile, s.source_id, s.end) for s in (alignment.a, alignment.b)]
    for own, other in ((0, 1), (1, 0)):
        is_condition = bool(tails[own][1]) and conditional(pile, tails[own][1]) == tails[own][1]
        if not is_condition or any(c.isalnum() for c in tails[other][1]):
            continue
        (a, a_text), (b, b_text) = (
            (start, text if i == own else "") for i, (start, text) in enumerate(tails)
        )
        change = Change(ChangeKind.CONDITION, a, a + len(a_text), a_text, b, b + len(b_text), b_text)
        yield Edit(alignment, change, tails[own][1])


def _tail(pile: Pile, source_id: str, end: int) -> tuple[int, str]:
    """Where the sentence goes on behind a passage, and what follows up to its end."""
    text = pile.text(source_id)
    last = pile.sentence_at(source_id, max(0, end - 1))[1]
    while end < last and not text[end].isalnum():
        end += 1
    return end, re.sub(r"[\s.!?\"'”’)\]]+$", "", text[end : max(end, min(last, end + _LONGEST_TAIL))])


def find_like_condition(pile: Pile, edit: Edit) -> str:
    """The sentence, within two of the text that lacks the condition, that states one like it; "" if none."""
    stems = set(content_stems(edit.condition))
    lacks_a = not conditional(pile, edit.change.a_text)
    span = edit.alignment.a if lacks_a else edit.alignment.b
    offset = edit.change.a_start if lacks_a else edit.change.b_start
    sentences: Sequence[tuple[int, int]] = pile.sentences(span.source_id)
    here = pile.sentence_index(span.source_id, max(0, offset - 1))
    for at in sorted(
        range(max(0, here - 2), min(len(sentences), here + 3)), key=lambda i: (abs(i - here), i)
    ):
        start, end = sentences[at]
        said = conditional(pile, pile.text(span.source_id)[start:end])
        if said and len(stems & set(content_stems(said))) >= min(_SHARED_CONDITION, len(stems)):
            return said
    return ""


def are_changed_in_copy(
    pile: Pile, a: Span, b: Span, kinds: Collection[ChangeKind] = tuple(ChangeKind)
) -> bool:
    """Do two places stand against each other in a copied passage, changed in one of `kinds`? Then the changed
    copy is the finding."""
    for alignment in pile.shared(a.source_id, b.source_id):
        if alignment.kind is ReuseKind.QUOTATION:
            continue
        is_first = alignment.a.source_id == a.source_id
        one, two = (a, b) if is_first else (b, a)
        if not (alignment.a.overlap(one) and alignment.b.overlap(two)):
            continue
        for change in (each for each in alignment.changes if each.kind in kinds):
            in_one = change.a_start < one.end and one.start < change.a_end
            in_two = change.b_start < two.end and two.start < change.b_end
            if in_one and in_two:
                return True
    return False


def later_side(edit: Edit) -> int | None:
    """0 if a is the later text, 1 if b is, None if that is not known."""
    return {Direction.A_TO_B: 1, Direction.B_TO_A: 0}.get(edit.alignment.direction)
