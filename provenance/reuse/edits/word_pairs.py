"""Two words that stand for each other in a copy: are they readings of one word?"""

import re
from weakref import WeakKeyDictionary

import numpy as np
from attrs import frozen

from provenance.model.reuse import ANOTHER_SPELLING, MISREADING, MISSPELLING, ChangeKind
from provenance.reuse.edits.differences import Sides
from provenance.reuse.edits.slips import (
    DOUBTFUL,
    are_one_name,
    are_scans,
    are_spellings,
    count_damages,
    is_another_ending,
    is_damaged_figure,
    is_exchange,
    is_slip,
    is_sure_damage,
)
from provenance.reuse.edits.wording import CAPITAL, DIGITS, KNOWN, Language, Wording, fold_word
from provenance.reuse.passages.corpus import Corpus

Reading = tuple[ChangeKind, str]

_LENGTH = 3
"""Letters by which readings of one word differ in length, at most."""
_BEYOND_LATIN = "\u0250"
_MOST_LETTERS = 60
"""Longer strings are no words."""
_SHORT_LETTERS = 3
"""Words of so few letters that differ at their end alone are other words."""
_MISREAD, _MISSPELLED = (ChangeKind.OCR, MISREADING), (ChangeKind.TYPOGRAPHY, MISSPELLING)


@frozen(eq=False)
class Spread:
    """Of each word of a corpus, by its number, the first and the last text in which it stands."""

    first: list[int]
    last: list[int]


_SPREADS: "WeakKeyDictionary[Corpus, Spread]" = WeakKeyDictionary()


def read_words(
    sides: Sides, rows: tuple[int, int], words: tuple[str, str], language: Language
) -> Reading | None:
    """Kind and judgement of `words`, in these rows, if they are readings of one, as far as is known.

    A word is what the lists know, or what another text of the pile has.
    """
    one, other = words
    if abs(len(one) - len(other)) > _LENGTH or len(one) > _MOST_LETTERS:
        return None
    a, b = fold_word(one), fold_word(other)
    if not a or not b or (a[0] != b[0] and a[-1] != b[-1]):
        return None
    classes = language.wording.classes
    bits, other_bits = classes[one], classes[other]
    if (bits | other_bits) & DIGITS:
        return _read_figures(a, b)
    is_written_out = not language.is_english and max(a + b) < _BEYOND_LATIN and are_one_name(one, other)
    if is_written_out or are_spellings(a, b):
        return ChangeKind.TYPOGRAPHY, ANOTHER_SPELLING
    if bits & other_bits & KNOWN:
        return None
    is_word = bool(bits & KNOWN) or _stands_elsewhere(sides.corpus, sides.row + rows[0])
    is_other_word = bool(other_bits & KNOWN) or _stands_elsewhere(sides.corpus, sides.other_row + rows[1])
    return _read_letters((a, is_word), (b, is_other_word), bits | other_bits, language.wording)


def _read_figures(a: str, b: str) -> Reading | None:
    """Of words with figures in them: numbers are other numbers, but 19O6 is 1906 and anch0r is anchor."""
    if a.isdecimal() and b.isdecimal():
        return None
    has_number = a.isdecimal() or b.isdecimal()
    is_damaged = is_damaged_figure(a, b) if has_number else count_damages(a, b) > (0, 0)
    return _MISREAD if is_damaged else None


def _read_letters(
    one: tuple[str, bool], other: tuple[str, bool], bits: int, wording: Wording
) -> Reading | None:
    """Of two folded words, each with whether it is known as one."""
    (a, is_word), (b, is_other_word) = one, other
    if is_word and is_other_word:
        return None
    if not is_word and not is_other_word:
        return _MISSPELLED if is_exchange(a, b) and not bits & CAPITAL else _read_strange(a, b)
    word, strange = (a, b) if is_word else (b, a)
    is_perhaps_name = bits & CAPITAL and not wording.is_common(word)
    return _read_strange(a, b) if is_perhaps_name else _read_known(word, strange)


def _read_strange(a: str, b: str) -> Reading | None:
    """Of names, and of words of which none is known: only what hardly anything but a scanner mistakes."""
    return _MISREAD if is_sure_damage(a, b) else None


def _read_known(word: str, strange: str) -> Reading | None:
    """Of a word and what is none."""
    if is_exchange(word, strange):
        return _MISSPELLED
    shapes, lost = count_damages(word, strange)
    is_end = is_another_ending(word, strange) and len(word) <= _SHORT_LETTERS
    if shapes and (not is_end or is_sure_damage(word, strange)):
        return _MISREAD
    if not is_slip(word, strange):
        return None
    return (ChangeKind.OCR, DOUBTFUL) if lost and len(strange) < len(word) else _MISSPELLED


def are_misread(one: str, other: str, wording: Wording) -> bool:
    """In a passage full of misread words: is each word of two printed stretches the same, or one of the two
    is no word, and letters that look alike make all the difference?"""
    words, others = (_CUT.sub("", text).split() for text in (one, other))
    if len(words) != len(others) or len(words) > _MOST_MISREAD:
        return False
    pairs = [(fold_word(a), fold_word(b)) for a, b in zip(words, others, strict=True)]
    is_any = any(a != b for a, b in pairs)
    return is_any and all(a == b or _are_readings(a, b, wording) for a, b in pairs)


_CUT = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ac]\s+(?=[^\W\d_])")
_MOST_MISREAD = 4


def _are_readings(a: str, b: str, wording: Wording) -> bool:
    if is_value(a, wording) and is_value(b, wording):
        return False  # each says what it says: April, August; 18th, 13th
    if (
        not any(map(str.isalpha, a))
        or not any(map(str.isalpha, b))
        or a[:-1].isdecimal()
        or b[:-1].isdecimal()
    ):
        return False
    if wording.is_common(a) and wording.is_common(b):
        return False
    is_one_common = wording.is_common(a) or wording.is_common(b)
    return (is_one_common or not (wording.is_known(a) and wording.is_known(b))) and are_scans(a, b)


def is_value(folded: str, wording: Wording) -> bool:
    """Is it a number or a month as it should be written?"""
    if folded.rstrip("stndrh").isdecimal():
        return True
    return bool(wording.counted.get(folded, 0)) or folded in wording.months


def _stands_elsewhere(corpus: Corpus, row: int) -> bool:
    """Does another text of the pile have the word?"""
    spread = _SPREADS.get(corpus)
    if spread is None:
        spread = _SPREADS[corpus] = _spread(corpus)
    word, document = int(corpus.words[row]), int(corpus.document[row])
    return spread.first[word] != document or spread.last[word] != document


def _spread(corpus: Corpus) -> Spread:
    count = int(corpus.words.max(initial=-1)) + 1
    first, last = np.zeros(count, np.int64), np.zeros(count, np.int64)
    last[corpus.words] = corpus.document
    first[corpus.words[::-1]] = corpus.document[::-1]
    return Spread(first.tolist(), last.tolist())
