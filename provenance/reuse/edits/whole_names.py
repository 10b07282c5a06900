"""The whole name of which a changed word is a part: Hassan Ali and Hussein Ali, not Hassan and Hussein."""

import re
from collections.abc import Callable, Sequence

from provenance.reuse.edits.clauses import begins_sentence
from provenance.reuse.edits.differences import Sides, Unit
from provenance.reuse.edits.wording import CALENDAR, CAPITAL, DIGITS, NAME, QUALIFIERS, ROLE, Wording
from provenance.text.folding import fold_text

MOST_WORDS = 4
"""Words by which a name is widened on either side, at most."""

_JOIN = re.compile(r"[^\S\n]{1,2}|\n|-|(?<=\b[A-Z])(?<!\.[A-Z])\.[^\S\n]?|['’]")
_PARTICLES = frozenset("al el bin ibn ben van von der den de del della da dos di du la le of".split())


def widen_name(sides: Sides, unit: Unit, wording: Wording) -> Unit:
    """The rows widened over the equal words of the name around them.

    A side that begins or ends with a word in small letters is not widened there: "and Smith" is no part of
    the name before. Titles, weekdays and months are no parts of names either.
    """
    i, i_end, j, j_end = unit
    for _ in range(MOST_WORDS):
        if i == 0 or j == 0 or not _is_same(sides, i - 1, j - 1):
            break
        if not (
            _opens(sides, i, i_end, j, j_end, wording)
            and _is_part(sides.text, sides.starts, sides.ends, i - 1, i, wording)
        ):
            break
        i, j = i - 1, j - 1
    is_row = i < len(sides.starts) and j < len(sides.other_starts)
    if is_row and min(i, j) > 1:
        if _follows_head(sides, i, j, wording) or _follows_particle(sides, i, j, wording):
            i, j = i - 2, j - 2
    for _ in range(MOST_WORDS):
        if (
            i_end == len(sides.starts)
            or j_end == len(sides.other_starts)
            or not _is_same(sides, i_end, j_end)
        ):
            break
        if not (
            _closes(sides, i, i_end, j, j_end, wording)
            and _is_part(sides.text, sides.starts, sides.ends, i_end, i_end, wording)
        ):
            break
        i_end, j_end = i_end + 1, j_end + 1
    return Unit(i, i_end, j, j_end)


def _follows_head(sides: Sides, i: int, j: int, wording: Wording) -> bool:
    """Does "of" after a word for an organisation stand before the rows, in both: Ministry of?"""
    text, starts, ends = sides.text, sides.starts, sides.ends
    if text[ends[i - 2] : starts[i]] not in _OF:
        return False
    head = text[starts[i - 2] : ends[i - 2]]
    is_head = head[:1].isupper() and fold_text(head) in wording.knowledge.organization_words
    return is_head and _is_same(sides, i - 1, j - 1) and _is_same(sides, i - 2, j - 2)


def _follows_particle(sides: Sides, i: int, j: int, wording: Wording) -> bool:
    """Does a particle of names after a capital stand before the rows, in both: Hadi al-, Yusuf bin?"""
    text, starts, ends = sides.text, sides.starts, sides.ends
    if text[starts[i - 1] : ends[i - 1]].lower() not in NAME_PARTICLES:
        return False
    is_joined = _JOIN.fullmatch(text, ends[i - 1], starts[i]) is not None
    is_same = _is_same(sides, i - 1, j - 1) and _is_same(sides, i - 2, j - 2)
    return is_joined and is_same and _is_part(text, starts, ends, i - 2, i - 1, wording)


NAME_PARTICLES = frozenset("al el bin ibn ben van von der den ter ten abu".split())
"""Particles inside names that are hardly ever other words after a capital."""
_OF = frozenset((" of ", " for "))


def _is_same(sides: Sides, i: int, j: int) -> bool:
    return bool(sides.words[i] == sides.other_words[j])


def _is_part(
    text: str, starts: Sequence[int], ends: Sequence[int], row: int, joint: int, wording: Wording
) -> bool:
    """Is the word a part of a name, joined to the name at row `joint`, before which the joint stands?"""
    if not 0 < joint < len(starts) or _JOIN.fullmatch(text, ends[joint - 1], starts[joint]) is None:
        return False
    bits = wording.classify(text[starts[row] : ends[row]])
    if bits & (CALENDAR | DIGITS) or not bits & CAPITAL:
        return False
    word = fold_text(text[starts[row] : ends[row]])
    if bits & ROLE and (word in wording.roles or word in QUALIFIERS):
        return False
    if bits & NAME or ends[row] - starts[row] == 1:
        return True
    is_title = word in wording.knowledge.function_words or word in wording.knowledge.honorifics
    return not is_title and not begins_sentence(text, starts[row])


def _ends_with_name(text: str, start: int, end: int, wording: Wording) -> bool:
    word = text[start:end]
    return bool(wording.classes[word] & CAPITAL) or fold_text(word) in _PARTICLES


def _opens(sides: Sides, i: int, i_end: int, j: int, j_end: int, wording: Wording) -> bool:
    """Does each side that has words begin with a capital?"""
    return _all_named(sides, i, i_end, j, j_end, wording, min)


def _closes(sides: Sides, i: int, i_end: int, j: int, j_end: int, wording: Wording) -> bool:
    """Does each side that has words end with a capital?"""
    return _all_named(sides, i, i_end, j, j_end, wording, max)


def _all_named(
    sides: Sides, i: int, i_end: int, j: int, j_end: int, wording: Wording, edge: Callable[[int, int], int]
) -> bool:
    is_named = i < i_end or j < j_end
    if i < i_end:
        row = edge(i, i_end - 1)
        is_named = _ends_with_name(sides.text, sides.starts[row], sides.ends[row], wording)
    if is_named and j < j_end:
        row = edge(j, j_end - 1)
        is_named = _ends_with_name(sides.other_text, sides.other_starts[row], sides.other_ends[row], wording)
    return is_named
