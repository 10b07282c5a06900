"""Sentences of words: what a spelling is, is found once, and every such word of a text is one object."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, compress

from provenance.names.mentions.words import (
    LONGEST_WORD,
    WORD,
    Word,
    before_dollars,
    behind,
    look_at,
    opening,
    owning,
)
from provenance.text.sentences import find_sentences

_PLURAL_POSSESSIVE = re.compile("['\u2019][ \u00a0]")
_LAST_INITIAL = re.compile(r"([,;(:] )?\bI\.\s?\Z")
_FIRST_INITIAL = re.compile(r" ?[A-Z]\. ?[A-Z]")
_WRAPPED = re.compile(r"[^\n]{40}\n[a-z]")
_LOOKED_AT = 20_000
"""Characters at the start of a text that are looked at to see whether it is wrapped."""
_LEAST_WRAPPED = 3
_LEAST_LINE = 45
_STOPS = ".!?:;\"\u201d\u2019')"
_CAPITAL = re.compile(r" ?[^\W\d_a-z]")


class Sentence(tuple[Word, ...]):
    """The words of a sentence, in order; there is at least one. It knows where they start, they do not."""

    _starts: "array[int]"
    _first: int

    @classmethod
    def of(cls, words: list[Word], starts: "array[int]", first: int) -> "Sentence":
        """`starts`: of all words of the text, of which `first` is the index of the first one here."""
        made = cls(words)
        made._starts, made._first = starts, first
        return made

    def start(self, place: int) -> int:
        """Offset in the text of the word there, from 0 on."""
        return self._starts[self._first + place]

    def end(self, place: int) -> int:
        """Offset behind the word there, from 0 on."""
        return self._starts[self._first + place] + len(self[place].text)

    def possible_names(self) -> list[int]:
        """Indices of the words that are written with a capital, or are put together with a hyphen."""
        return [place for place, word in enumerate(self) if word.may_be_name]

    def small_share(self) -> float:
        """Share of the words that are written in small letters, 0..1."""
        return sum([word.is_small for word in self]) / len(self)


def split_sentences(text: str) -> list[Sentence]:
    """The sentences, in order; those without words are left out."""
    starts, spelled, before, after = _find_words(text)
    words = list(map(look_at, spelled))
    for place in [place for place, gap in enumerate(after) if gap != " "]:
        gap = after[place]
        if gap[:1] == "$":
            words[place] = before_dollars(words[place])
        elif words[place].may_own and _PLURAL_POSSESSIVE.match(gap):
            words[place] = owning(words[place])
    bounds = []
    place, count = 0, len(words)
    for start, end in _sentences(text):
        first = place if place < count and starts[place] >= start else bisect_left(starts, start, place)
        place = bisect_left(starts, end, first, min(count, first + end - start))  # no word without letters
        if place > first:
            bounds.append((first, place))
            words[first], before[first] = opening(words[first]), " "
    for place in [place for place, gap in enumerate(before) if gap != " "]:
        words[place] = behind(words[place], before[place])
    return [Sentence.of(words[first:last], starts, first) for first, last in bounds]


def _find_words(text: str) -> tuple["array[int]", list[str], list[str], list[str]]:
    """Of each word: where it starts, how it is written, what stands before it and what behind it."""
    pieces: list[str] = WORD.split(text)  # gap, word, gap, word, ... gap
    starts = array("Q", accumulate(map(len, pieces)))[0:-1:2]
    spelled, before, after = pieces[1::2], pieces[0:-1:2], pieces[2::2]
    if max(map(len, spelled), default=0) > LONGEST_WORD:
        kept = [len(word) <= LONGEST_WORD for word in spelled]
        starts, spelled = array("Q", compress(starts, kept)), list(compress(spelled, kept))
        before, after = list(compress(before, kept)), list(compress(after, kept))
    return starts, spelled, before, after


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; in text that is wrapped at a column a line that ends without a stop goes on."""
    if len(_WRAPPED.findall(text, 0, _LOOKED_AT)) < _LEAST_WRAPPED:
        yield from _with_initials(text)
        return
    begun: int | None = None
    last = 0
    for start, end in _with_initials(text):
        if begun is not None and not _goes_on(text, begun, last, start):
            yield begun, last
            begun = None
        begun, last = start if begun is None else begun, end
    if begun is not None:
        yield begun, last


def _goes_on(text: str, begun: int, end: int, start: int) -> bool:
    """Is what starts at `start` the rest of what is broken off at `end`?"""
    if text[end:start].strip(" \u00a0") != "\n" or text[end - 1] in _STOPS:
        return False
    line = end - max(begun, text.rfind("\n", begun, end))
    following = text.find("\n", start)
    rest = (following if following >= 0 else len(text)) - start
    return line >= _LEAST_LINE and rest >= _LEAST_LINE


def _with_initials(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; one that seems to end in the pronoun I is joined to the next if both are initials."""
    begun = None
    for start, end in find_sentences(text):
        begin = start if begun is None else begun
        is_cut = text.endswith(("I.", "I. "), begin, end)
        initial = _LAST_INITIAL.search(text, max(begin, end - 6), end) if is_cut else None
        begun = begin if initial else None
        is_name = initial and (_FIRST_INITIAL.match(text, end) or (initial[1] and _CAPITAL.match(text, end)))
        if not is_name:
            begun = None
            yield begin, end
    if begun is not None:
        yield begun, len(text)
