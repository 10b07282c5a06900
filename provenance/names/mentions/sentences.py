"""Sentences whose words are made when they are looked at: most words of a text never are."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import overload

from provenance.names.mentions.words import LONGEST_WORD, UNSEEN, WORD, Spelling, Word, look_at
from provenance.text.sentences import find_sentences

_OPENERS = ("\u201c", '"', ":")
_PLURAL_POSSESSIVE = re.compile("['\u2019][ \u00a0]")
_LAST_INITIAL = re.compile(r"([,;(:] )?\bI\.\s?\Z")
_FIRST_INITIAL = re.compile(r" ?[A-Z]\. ?[A-Z]")
_CAPITAL = re.compile(r" ?[^\W\d_a-z]")
_make = tuple.__new__
"""Makes a word in half of the time that its constructor takes."""


class WordTable:
    """The words of a text by columns, which are made in C for the most part.

    A spelling is looked at once, and what stands between two words only where it is more than a blank.
    What holds no containers is kept where Python's sweeps for cycles do not look.
    """

    def __init__(self, text: str) -> None:
        pieces: list[str] = WORD.split(text)  # gap, word, gap, word, ... gap
        starts = list(accumulate(map(len, pieces)))[0:-1:2]
        words, before, after = pieces[1::2], pieces[0:-1:2], pieces[2::2]
        if max(map(len, words), default=0) > LONGEST_WORD:
            kept = [len(word) <= LONGEST_WORD for word in words]
            starts, words = list(compress(starts, kept)), list(compress(words, kept))
            before, after = list(compress(before, kept)), list(compress(after, kept))
        self.starts = array("Q", starts)
        self.spellings = list(map(look_at, words))
        for place, gap in enumerate(after):
            if gap == " ":
                continue
            if gap[:1] == "$":
                self.spellings[place] = self.spellings[place]._replace(is_capital=False)
            elif self.spellings[place].may_own and _PLURAL_POSSESSIVE.match(gap):
                self.spellings[place] = self.spellings[place]._replace(is_possessive=True)
        self._gaps = [gap if gap == " " or gap.isascii() else UNSEEN.sub("", gap) for gap in before]
        self.kept_at = -1
        self.kept: tuple[Word, ...] = ()

    def keep(self, first: int, last: int) -> None:
        """Makes the words of the sentence of these indices, the end excluded.

        Those of one sentence are kept, not all: a text has hundreds of thousands.
        """
        self.kept_at, self.kept = first, self._make_words(first, last)

    def _make_words(self, first: int, last: int) -> tuple[Word, ...]:
        columns = zip(
            self.starts[first:last], self.spellings[first:last], self._gaps[first:last], strict=True
        )
        made = [
            _make(
                Word,
                (
                    start,
                    start + len(text),
                    text,
                    plain,
                    gap,
                    is_capital,
                    is_acronym,
                    is_possessive,
                    gap != " " and _opens(gap),
                ),
            )
            for start, (text, plain, is_capital, is_acronym, is_possessive, _, _, _), gap in columns
        ]
        made[0] = made[0]._replace(gap="", is_opening=True)
        return tuple(made)


@lru_cache(maxsize=1 << 10)
def _opens(gap: str) -> bool:
    """Does something new start behind this, as speech does behind a quotation mark?"""
    return gap.rstrip(" ")[-1:] in _OPENERS or gap.endswith("\u2018")


class Sentence(Sequence[Word]):
    """The words of a sentence, in order; there is at least one."""

    __slots__ = ("_first", "_last", "_length", "_table")

    def __init__(self, table: WordTable, first: int, last: int) -> None:
        self._table, self._first, self._last, self._length = table, first, last, last - first

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, place: int | slice) -> Word | tuple[Word, ...]:
        return self.words()[place]

    def at(self, place: int) -> Word | None:
        """The word there; None before the first and behind the last one."""
        if not 0 <= place < self._length:
            return None
        table = self._table
        if table.kept_at != self._first:
            table.keep(self._first, self._last)
        return table.kept[place]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words())

    def words(self) -> tuple[Word, ...]:
        """All of them."""
        table = self._table
        if table.kept_at != self._first:
            table.keep(self._first, self._last)
        return table.kept

    def plain(self, place: int) -> str:
        """How word lists are asked for the word there, from 0 on; the word is not made for it."""
        return self._table.spellings[self._first + place].plain

    def find(self, start: int) -> int:
        """Index of the word that starts at this offset of the text."""
        return bisect_left(self._table.starts, start, self._first, self._last) - self._first

    def possible_names(self) -> list[int]:
        """Indices of the words that are written with a capital, or are put together with a hyphen."""
        return [n for n, spelling in enumerate(self._spellings()) if spelling.may_be_name]

    def small_share(self) -> float:
        """Share of the words that are written in small letters, 0..1."""
        return sum([spelling.is_small for spelling in self._spellings()]) / self._length

    def acronyms(self) -> set[str]:
        """Acronyms of three letters and more, plain."""
        return {one.plain for one in self._spellings() if one.is_acronym and len(one.plain) > 2}

    def small_words(self) -> list[str]:
        """Words that are not written like names, plain."""
        return [spelling.plain for spelling in self._spellings() if not spelling.is_capital]

    def _spellings(self) -> list[Spelling]:
        return self._table.spellings[self._first : self._last]


def split_sentences(text: str) -> list[Sentence]:
    """The sentences, in order; those without words are left out."""
    table = WordTable(text)
    found = []
    place = 0
    for start, end in _sentences(text):
        first = bisect_left(table.starts, start, place)
        place = bisect_left(table.starts, end, first)
        if place > first:
            found.append(Sentence(table, first, place))
    return found


def _sentences(text: str) -> Iterator[tuple[int, int]]:
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
