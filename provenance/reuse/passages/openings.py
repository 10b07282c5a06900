"""Where sentences begin and end among the words of a corpus."""

import re

from provenance.reuse.passages.corpus import Corpus
from provenance.text.sentences import find_sentences, is_abbreviation
from provenance.text.shingles import Offsets

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
_PLAIN = ",;:'\"()\u2018\u2019\u201c\u201d\u00ab\u00bb\\-\u2013\u2014/"
BREAK = re.compile(f"[{_LINES}]|[^\\w\\s{_PLAIN}]")
"""What may end a sentence in any script: a new line, or a mark that is none of those inside of sentences."""
_LINE_START = re.compile(f"[{_LINES}][^\\S{_LINES}]*$")
PLAIN_STOP = re.compile('[.!?]["\'\u201d\u2019\u00bb)\\]]{0,3} ["\u201c\u2018(]?$')
"""A mark that ends sentences, one space, and perhaps a mark that opens the next one."""


class Openings:
    """Tells of each word of one corpus whether a sentence begins with it, each word once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[int, bool] = {}
        self._starts: dict[int, int | None] = {}
        self._ends: dict[int, int | None] = {}

    def opens(self, row: int) -> bool:
        """Does a sentence or a line begin with the word of that row? So does what follows a text's end."""
        known = self._known.get(row)
        if known is None:
            known = self._known[row] = _opens(self._corpus, row)
        return known

    def closes(self, end_row: int) -> bool:
        """Does a sentence or a line end with the word before that row?"""
        return self.opens(end_row) or end_row == self._corpus.first[self._corpus.document[end_row - 1] + 1]

    def start(self, end_row: int) -> int | None:
        """First row of the sentence that ends before `end_row`; None if it has more than MOST_WORDS words."""
        if end_row not in self._starts:
            self._starts[end_row] = self._start(end_row)
        return self._starts[end_row]

    def end(self, row: int) -> int | None:
        """One past the last row of the sentence that begins with `row`; None beyond MOST_WORDS words."""
        if row not in self._ends:
            self._ends[row] = self._end(row)
        return self._ends[row]

    def _start(self, end_row: int) -> int | None:
        first = int(self._corpus.first[self._corpus.document[end_row - 1]])
        least = max(first, end_row - MOST_WORDS)
        text, starts, begin = _words(self._corpus, least, end_row)
        for found in reversed(list(BREAK.finditer(text, begin, int(starts[-1])))):
            row = least + int(starts.searchsorted(found.end()))
            if self.opens(row):
                return row
        return least if least == first or self.opens(least) else None

    def _end(self, row: int) -> int | None:
        close = int(self._corpus.first[self._corpus.document[row] + 1])
        last = min(close, row + MOST_WORDS)
        text, starts, _ = _words(self._corpus, row, min(last + 1, close))
        for found in BREAK.finditer(text, int(self._corpus.ends[row]), int(starts[-1])):
            end = row + int(starts.searchsorted(found.end()))
            if self.opens(end):
                return end
        return last if last == close else None


def ends_plainly(text: str, end: int) -> bool:
    """Is what ends there a word of many letters, or of some that stand alone and are no abbreviation?"""
    if text[end - LONG_WORD : end].isalpha():
        return True
    start = text.rfind(" ", max(0, end - LONG_WORD), end) + 1
    word = text[start:end]
    return start > 0 and len(word) > 1 and word.isalpha() and not is_abbreviation(word)


def _opens(corpus: Corpus, row: int) -> bool:
    if row >= len(corpus):
        return True
    document, before, start = int(corpus.document[row]), int(corpus.ends[row - 1]), int(corpus.starts[row])
    if row == corpus.first[document]:
        return True
    text = corpus.texts[document]
    gap = text[before:start]
    if gap == " " or BREAK.search(gap) is None:
        return False
    if _LINE_START.search(gap) and not text[start].islower():
        return True
    first = text[start]
    if PLAIN_STOP.match(gap) and (first.islower() or (first.isupper() and ends_plainly(text, before))):
        return first.isupper()
    begin = max(0, before - BEFORE)
    sentences = find_sentences(text[begin : int(corpus.ends[row]) + 1])
    return any(before <= begin + each <= start <= begin + each + OPENING_MARKS for each, _ in sentences)


def _words(corpus: Corpus, row: int, end_row: int) -> tuple[str, Offsets, int]:
    """(the text of these rows, where their words start, where the word before them ends)."""
    document = int(corpus.document[row])
    begin = int(corpus.ends[row - 1]) if row > corpus.first[document] else int(corpus.starts[row])
    return corpus.texts[document], corpus.starts[row:end_row], begin
