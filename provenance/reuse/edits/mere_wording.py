"""Whether changed words are mere wording: told by the classes of words, which settles most changes at once.

It says yes only where `judge_words` would, whose rules ask for phrases, values, names and titles; a test
compares the two.
"""

from collections.abc import Sequence

from provenance.reuse.edits.differences import Sides, Unit
from provenance.reuse.edits.wording import (
    ACCORDING,
    ALONE,
    CALENDAR,
    CAPITAL,
    DIGITS,
    HAN,
    HEDGE,
    LONG_WORDS,
    MEASURE,
    NAME,
    NUMBER,
    ROLE,
    SAYING,
    SCALE,
    SECOND,
    TOLD,
    TURNING,
    VALUES,
    WHEN,
    Language,
)

_WEIGHTY = VALUES | MEASURE | HAN | ALONE | WHEN
"""Bits of words that may be a change of some kind by themselves."""
_FIGURED = DIGITS | NUMBER | SCALE | CALENDAR
_HEDGED_WORDS = 3
"""Words of a side that are a part of a hedge, at most."""
_LOOK_BACK = 20
"""Code points in which "according to" stands before a speaker."""
_BEFORE_SPEAKERS = frozenset(("to", "the", "a", "an"))


def is_mere_wording(sides: Sides, unit: Unit, both: tuple[list[str], list[str]], language: Language) -> bool:
    """Is `unit`, the words of `both` sides, no more than other words, as far as classes tell?"""
    classes = language.wording.classes
    words, others = both
    bits, all_bits = _classes_of(words, classes)
    other_bits, all_other_bits = _classes_of(others, classes)
    told = bits | other_bits
    if not told & TOLD:
        is_lost = not (words and others)
        return is_lost or not (
            _may_be_speaker(sides, unit, language) or _may_be_hedge(sides, unit, told, classes)
        )
    if told & _WEIGHTY or bits & other_bits & ROLE:
        return False
    if told & SECOND and told & TURNING and language.wording.may_have_phrase(words + others):
        return False
    if words and others:
        are_names = bits & other_bits & NAME or all_bits & all_other_bits & CAPITAL
        return not are_names and _is_plain_around(sides, unit, classes, told)
    is_weighty = told & NAME or len(words or others) >= LONG_WORDS
    return not is_weighty and not _around(sides, unit, classes) & ROLE


def _classes_of(words: Sequence[str], classes: dict[str, int]) -> tuple[int, int]:
    """(bits of any of the words, bits of all)."""
    if len(words) == 1:
        return (bits := classes[words[0]]), bits
    some, every = 0, -1
    for word in words:
        bits = classes[word]
        some |= bits
        every &= bits
    return some, every


def _around(sides: Sides, unit: Unit, classes: dict[str, int]) -> int:
    """Bits of the word before and of the two after."""
    text, starts, ends = sides.text, sides.starts, sides.ends
    i, i_end = unit.i, unit.i_end
    bits = classes[text[starts[i - 1] : ends[i - 1]]] if i else 0
    for row in range(i_end, min(i_end + 2, len(starts))):
        bits |= classes[text[starts[row] : ends[row]]]
    return bits


def _is_plain_around(sides: Sides, unit: Unit, classes: dict[str, int], told: int) -> bool:
    """Stands there nothing by which replaced words may be a speaker's, a title's or part of a hedge?"""
    text, starts, ends = sides.text, sides.starts, sides.ends
    i, i_end = unit.i, unit.i_end
    before = ""
    for row in range(max(0, i - 2), i):
        before = text[starts[row] : ends[row]]
        if before == "to":
            return False
    bits = classes[before] if before else 0
    if bits & ROLE:
        return False
    is_begun = (told | bits) & HEDGE and max(i_end - i, unit.j_end - unit.j) <= _HEDGED_WORDS
    refused = ROLE | SAYING | (_FIGURED if is_begun else 0)
    for row in range(i_end, min(i_end + (3 if is_begun else 2), len(starts))):
        if classes[text[starts[row] : ends[row]]] & refused:
            return False
    return True


def _may_be_hedge(sides: Sides, unit: Unit, told: int, classes: dict[str, int]) -> bool:
    """Are there second words of phrases, before a number: at least 40, at most 40?"""
    if not told & SECOND or not unit.i:
        return False
    text, starts, ends = sides.text, sides.starts, sides.ends
    i, i_end = unit.i, unit.i_end
    if not classes[text[starts[i - 1] : ends[i - 1]]] & HEDGE:
        return False
    after = range(i_end, min(i_end + _HEDGED_WORDS, len(starts)))
    return any(classes[text[starts[row] : ends[row]]] & _FIGURED for row in after)


def _may_be_speaker(sides: Sides, unit: Unit, language: Language) -> bool:
    """Does a verb of saying follow, or a word before that "according to" may end with?"""
    if not language.is_english:
        return False
    i, i_end = unit.i, unit.i_end
    if i_end < len(sides.starts):
        after = sides.text[sides.starts[i_end] : sides.ends[i_end]]
        if language.wording.classes[after] & SAYING:
            return True
    before = sides.text[sides.starts[i - 1] : sides.ends[i - 1]] if i else ""
    if before not in _BEFORE_SPEAKERS:
        return False
    start = sides.starts[i]
    return ACCORDING in sides.text[max(0, start - _LOOK_BACK) : start].lower()
