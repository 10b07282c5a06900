"""Where sentences begin and end among the words of a corpus."""

import re
from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.passages.corpus import Corpus
from provenance.text.sentences import BARE_STOPS, STOPS, find_sentences, is_abbreviation
from provenance.text.shingles import Indices, distinct

MOST_WORDS = 60
"""Words of a sentence that is looked for, at most."""
BEFORE = 16
"""Code points before the space ahead of a word that are read to tell whether a sentence begins with it: more
than an abbreviation has."""
OPENING_MARKS = 4
"""Marks before the first word of a sentence, at most."""
LONG_WORD = 7
"""Letters of a word that is no abbreviation."""

_LINES = "\n\r\u2028\u2029"
_MAY_END = re.compile(f"[{STOPS}][^\\w\\s]*\\s|[{BARE_STOPS}{_LINES}]")
"""What must stand between two sentences."""
_LINE_START = re.compile(f"[{_LINES}][^\\S{_LINES}]*$")
PLAIN_STOP = re.compile('[.!?]["\'\u201d\u2019\u00bb)\\]]{0,3}[ \u00a0]{1,3}["\u201c\u2018(]?\\Z')
"""A mark that ends sentences, a space or more, and perhaps a mark that opens the next one."""

_IS_MARK = np.zeros(max(map(ord, STOPS + _LINES)) + 2, bool)
_IS_MARK[list(map(ord, STOPS + _LINES))] = True
_UNREAD, _NO, _YES, _PERHAPS = range(4)


class Openings:
    """Tells of each word of one corpus whether a sentence begins with it. Of a text that is asked about, the
    words behind a mark that may end a sentence are found at once, and each of them is judged when needed."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._states = bytearray(len(corpus) + 1)
        self._states[-1] = _YES
        self._rows = np.frombuffer(self._states, np.uint8)  # the same, many at a time
        self._perhaps: dict[int, list[int]] = {}

    def opens(self, row: int) -> bool:
        """Does a sentence or a line begin with the word of that row? So does what follows a text's end."""
        state = self._states[row]
        if state == _UNREAD:
            self._read(int(self._corpus.document[row]))
            state = self._states[row]
        if state == _PERHAPS:
            state = self._states[row] = _YES if _opens(self._corpus, row) else _NO
        return state == _YES

    def open_rows(self, rows: Indices) -> NDArray[np.bool_]:
        """`opens` of many rows."""
        unread = rows[self._rows[rows] == _UNREAD]
        for document in distinct(self._corpus.document[unread]).tolist():
            self._read(document)
        for row in distinct(rows[self._rows[rows] == _PERHAPS]).tolist():
            self.opens(row)
        found: NDArray[np.bool_] = self._rows[rows] == _YES
        return found

    def closes(self, end_row: int) -> bool:
        """Does a sentence or a line end with the word before that row?"""
        return self.opens(end_row)

    def start(self, end_row: int) -> int | None:
        """First row of the sentence that ends before `end_row`; None if it has more than MOST_WORDS words."""
        document = int(self._corpus.document[end_row - 1])
        first = int(self._corpus.first[document])
        least = max(first, end_row - MOST_WORDS)
        rows = self._read(document)
        for place in range(bisect_left(rows, end_row) - 1, -1, -1):
            if rows[place] < least:
                break
            if self.opens(rows[place]):
                return rows[place]
        return first if least == first else None

    def end(self, row: int) -> int | None:
        """One past the last row of the sentence that begins with `row`; None beyond MOST_WORDS words."""
        document = int(self._corpus.document[row])
        close = int(self._corpus.first[document + 1])
        last = min(close, row + MOST_WORDS)
        rows = self._read(document)
        for place in range(bisect_right(rows, row), len(rows)):
            if rows[place] > last:
                break
            if self.opens(rows[place]):
                return rows[place]
        return last if last == close else None

    def _read(self, document: int) -> list[int]:
        """Rows of a text with which a sentence may begin, in order, but for the first of all."""
        rows = self._perhaps.get(document)
        if rows is None:
            begin, end = self._corpus.first[document : document + 2].tolist()
            found = _rows_behind_marks(self._corpus, document)
            self._rows[begin:end] = _NO
            self._rows[found] = _PERHAPS
            self._rows[begin:end][:1] = _YES
            rows = self._perhaps[document] = found.tolist()
        return rows


def _rows_behind_marks(corpus: Corpus, document: int) -> Indices:
    """Words of that text right before which a mark or a line's end stands, in order, but for the first."""
    begin, end = corpus.first[document : document + 2].tolist()
    codes = np.frombuffer(corpus.texts[document].encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.flatnonzero(_IS_MARK.take(codes, mode="clip"))
    following = np.searchsorted(corpus.starts[begin:end], places)
    inside = (following > 0) & (following < end - begin)
    places, following = places[inside], following[inside]
    rows: Indices = following[places >= corpus.ends[begin + following - 1]] + begin
    return rows[np.diff(rows, prepend=-1) > 0]


def ends_plainly(text: str, end: int) -> bool:
    """Is what ends there a word of many letters, or of some that stand alone and are no abbreviation?"""
    if text[end - LONG_WORD : end].isalpha():
        return True
    start = text.rfind(" ", max(0, end - LONG_WORD), end) + 1
    word = text[start:end]
    return start > 0 and len(word) > 1 and word.isalpha() and not is_abbreviation(word)


def _opens(corpus: Corpus, row: int) -> bool:
    """The same of a word behind a mark that may end a sentence."""
    text = corpus.texts[int(corpus.document[row])]
    before, start = int(corpus.ends[row - 1]), int(corpus.starts[row])
    gap, first = text[before:start], text[start]
    if _MAY_END.search(gap) is None or (gap == "\n" and first.islower()):  # the latter is a wrapped line
        return False
    if not first.islower() and _LINE_START.search(gap):
        return True
    if PLAIN_STOP.match(gap) and (first.islower() or (first.isupper() and ends_plainly(text, before))):
        return first.isupper()
    begin = max(0, before - BEFORE)
    sentences = find_sentences(text[begin : int(corpus.ends[row]) + 1])
    return any(before <= begin + each <= start <= begin + each + OPENING_MARKS for each, _ in sentences)
