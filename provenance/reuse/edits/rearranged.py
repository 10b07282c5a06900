"""Words of one sentence that a copy has in another place: On Monday they met, They met on Monday.

A value, a name or a speaker is not left out in one place and put in at another, but moved. What was negated,
hedged or made a condition is not: those words hold of what they stand with.
"""

from collections import Counter

from provenance.model.reuse import MOVED, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides, trim
from provenance.reuse.edits.wording import ROLE, SAYING, Wording
from provenance.text.folding import fold_text

MOST_WORDS = 12
"""Words that are looked for elsewhere in their sentence, at most."""
NEAR_CHARACTERS = 240
"""Code points between the two places, at most."""
_LONGEST = 120
REARRANGED = (ChangeKind.DATE, ChangeKind.NAME, ChangeKind.ATTRIBUTION, ChangeKind.ROLE)
_FREE = (*REARRANGED, ChangeKind.WORDING)
_LISTED = frozenset("and or & und et y e och og en i и و".split())
"""Between two names of a list."""

_Words = Counter[str]


def pair_rearranged(edits: list[Edit], sides: Sides, wording: Wording) -> list[Edit]:
    """The edits, those of words that changed their place in a sentence told as moved."""
    moved: dict[int, Edit] = {}
    for number, edit in enumerate(edits):
        if edit.kind not in REARRANGED or edit.judgement or number in moved:
            continue
        for others in _ways(edits, number):
            found = _partner(edits, number, others, moved, sides, wording)
            if found is not None:
                moved[number] = moved[found[0]] = found[1]
                break
    if not moved:
        return edits
    return sorted({moved.get(number, edit) for number, edit in enumerate(edits)})


def _ways(edits: list[Edit], number: int) -> tuple[range, ...]:
    """Which other edits may be one move with edit `number`, nearest first: two names of a list change their
    places, or something is put in where it is missed."""
    edit = edits[number]
    if abs(edit.a_end - edit.a - edit.b_end + edit.b) > _LEAST_DIFFERENCE:
        return range(number + 1, len(edits)), range(number - 1, -1, -1)
    return (range(number + 1, min(number + 2, len(edits))),) if edit.kind is ChangeKind.NAME else ()


def join_negations(edits: list[Edit], sides: Sides) -> list[Edit]:
    """The edits, those as one other wording that take a negation from one place and put one nearby: did not
    know of it, knew nothing of it."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind is edit.kind is ChangeKind.NEGATION
            and _is_turned(last, edit, sides)
        ):
            a = trim(sides.text, last.a, edit.a_end)
            b = trim(sides.other_text, last.b, edit.b_end)
            found[-1] = Edit(*a, *b, ChangeKind.WORDING)
        else:
            found.append(edit)
    return found


def _is_turned(last: Edit, edit: Edit, sides: Sides) -> bool:
    is_opposite = (last.a == last.a_end and edit.b == edit.b_end) or (
        last.b == last.b_end and edit.a == edit.a_end
    )
    between = sides.text[last.a_end : edit.a], sides.other_text[last.b_end : edit.b]
    is_near = 0 <= edit.a - last.a_end <= _CLAUSE and 0 <= edit.b - last.b_end <= _CLAUSE
    return is_opposite and is_near and not any(set(text) & _CLAUSE_MARKS for text in between)


_CLAUSE = 32
_CLAUSE_MARKS = frozenset(".!?;:,()\u2013\u2014")


def _partner(
    edits: list[Edit], number: int, others: range, moved: dict[int, Edit], sides: Sides, wording: Wording
) -> tuple[int, Edit] | None:
    """The number of the edit among `others` that edit `number` is one move with, and that move."""
    own = edits[number]
    for at in others:
        edit, other = (own, edits[at]) if at > number else (edits[at], own)
        if other.a - edit.a_end > NEAR_CHARACTERS or other.b - edit.b_end > NEAR_CHARACTERS:
            break
        if edits[at].kind not in _FREE or edits[at].judgement or at in moved:
            continue
        if other.a < edit.a_end or other.b < edit.b_end or not _may_be_one(edit, other, sides):
            continue
        between = sides.text[edit.a_end : other.a], sides.other_text[edit.b_end : other.b]
        if any(_ends_sentence(text) for text in between):
            break
        differing = _differing(edit, sides), _differing(other, sides)
        joined = _joined((edit, other), differing, between, wording, sides)
        if joined is not None:
            return at, joined
    return None


def _may_be_one(edit: Edit, other: Edit, sides: Sides) -> bool:
    """Is what the one lacks about as long as what the other has more, or do names change their places?"""
    own, others = edit.a_end - edit.a - edit.b_end + edit.b, other.a_end - other.a - other.b_end + other.b
    if edit.kind is other.kind is ChangeKind.NAME:
        if sides.text[edit.a : edit.a_end] == sides.other_text[other.b : other.b_end]:
            return True
    is_turned = (own > _LEAST_DIFFERENCE and others < -_LEAST_DIFFERENCE) or (
        own < -_LEAST_DIFFERENCE and others > _LEAST_DIFFERENCE
    )
    if not is_turned or abs(own + others) > _MOST_DIFFERENCE:
        return False
    return (
        max(edit.a_end - edit.a, edit.b_end - edit.b, other.a_end - other.a, other.b_end - other.b)
        <= _LONGEST
    )


_LEAST_DIFFERENCE, _MOST_DIFFERENCE = 2, 16
"""Code points that are moved, at least, and by which both places differ, at most: "according to", "said"."""


def _joined(
    both: tuple[Edit, Edit],
    differing: tuple[tuple[_Words, _Words], tuple[_Words, _Words]],
    between: tuple[str, str],
    wording: Wording,
    sides: Sides,
) -> Edit | None:
    """Both as one change, if the words that one text lacks here are those that it has there."""
    (edit, other), (own, others) = both, differing
    if all(own) and all(others):
        is_swap = own[0] == others[1] and own[1] == others[0] and edit.kind is other.kind is ChangeKind.NAME
        is_list = fold_text(between[0]) in _LISTED or between[0].strip() in (",", "&")
        found = (edit.a, other.a_end, edit.b, other.b_end)
        return Edit(*found, ChangeKind.TYPOGRAPHY, MOVED) if is_swap and is_list else None
    if own[0] and others[1] and not own[1] and not others[0]:
        lost, put, dropped, added = own[0], others[1], edit, other
    elif own[1] and others[0] and not own[0] and not others[1]:
        lost, put, dropped, added = others[0], own[1], other, edit
    else:
        return None
    told = _told(lost, wording)
    is_told = edit.kind is other.kind and edit.kind in (ChangeKind.ATTRIBUTION, ChangeKind.NAME)
    is_same = bool(told) and told == _told(put, wording) and (lost == put or is_told)
    if not is_same or sum(lost.values()) < _least(edit, other):
        return None
    a, a_end = _cut(sides.text, dropped.a, dropped.a_end, lost)
    b, b_end = _cut(sides.other_text, added.b, added.b_end, put)
    return Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY, MOVED)


def _least(edit: Edit, other: Edit) -> int:
    """Words that are moved, at least: a weekday, two words of a name, three other ones."""
    kinds = {edit.kind, other.kind}
    if ChangeKind.DATE in kinds or ChangeKind.ATTRIBUTION in kinds:
        return 1
    return 2 if ChangeKind.NAME in kinds or ChangeKind.ROLE in kinds else 3


def _differing(edit: Edit, sides: Sides) -> tuple[_Words, _Words]:
    """Words of a's side that b's lacks, and the other way round."""
    one = Counter(fold_text(sides.text[edit.a : edit.a_end]).split())
    other = Counter(fold_text(sides.other_text[edit.b : edit.b_end]).split())
    return one - other, other - one


def _told(words: _Words, wording: Wording) -> _Words:
    """Without words of grammar and of saying."""
    grammar = wording.knowledge.function_words
    return Counter(
        {
            word: count
            for word, count in words.items()
            if word not in grammar
            and word != "according"
            and word not in wording.knowledge.honorifics
            and not wording.classes[word] & (SAYING | ROLE)
        }
    )


def _cut(text: str, start: int, end: int, words: _Words) -> tuple[int, int]:
    """The part of the range that has all of the words, without the others at its ends."""
    parts = []
    at = start
    for part in text[start:end].split():
        begin = text.index(part, at)
        at = begin + len(part)
        parts.append((begin, at))
    while len(parts) > 1 and not _has(text, *parts[0], words):
        parts = parts[1:]
    while len(parts) > 1 and not _has(text, *parts[-1], words):
        parts = parts[:-1]
    return (parts[0][0], parts[-1][1]) if parts else (start, end)


def _has(text: str, start: int, end: int, words: _Words) -> bool:
    return any(word in words for word in fold_text(text[start:end]).split())


def _ends_sentence(text: str) -> bool:
    return "\n\n" in text or any(f"{mark} " in text for mark in ".!?") or any(c in text for c in "。！？؟")
