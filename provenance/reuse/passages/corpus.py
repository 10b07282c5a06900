"""All texts as one table of words."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.spans import Span
from provenance.reuse.passages.repetitions import mark_repetitions
from provenance.text.shingles import Hashes, Indices, Offsets, hash_texts

_MOST_BITS = 20
"""Of the table by which words are numbered: it stays in the processor's cache."""


@frozen(eq=False)
class Corpus:
    """Words of all texts; a row is a word.

    `document`: which text, an index into `ids`; text d's words are rows [first[d], first[d + 1]).
    `starts`, `ends`: code points in the own text. `words`: equal numbers are equal folded words.
    `stretch`: equal for words of one text between which nothing is masked. `is_repeated`: the text has said
    so too often before; `is_formula`: it says so too often, be it with other numbers.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    first: Indices
    document: Indices
    starts: Offsets
    ends: Offsets
    words: Indices
    hashes: Hashes
    stems: Hashes
    letters: Offsets
    stretch: Offsets
    is_repeated: NDArray[np.bool_]
    is_formula: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, row: int) -> str:
        """The word in that row as printed."""
        text = self.texts[int(self.document[row])]
        return text[int(self.starts[row]) : int(self.ends[row])]


def make_corpus(texts: Mapping[str, str], masked: Mapping[str, Sequence[Span]] | None = None) -> Corpus:
    """The table of words of `texts`. Texts stand in the order of their content, so that neither the order in
    which they come nor their names make a difference to what is found, nor white space or capitals.

    `masked`: source id → what is blanked in its text and has no words.
    """
    ids = tuple(sorted(texts, key=lambda name: (_content_key(texts[name]), name)))
    table, first = hash_texts([texts[each] for each in ids])
    is_repeated, is_formula = mark_repetitions(table.hashes, first, table.numbers)
    return Corpus(
        ids=ids,
        texts=tuple(texts[each] for each in ids),
        first=first,
        document=np.repeat(np.arange(len(ids)), np.diff(first)),
        starts=table.starts,
        ends=table.ends,
        words=number_words(table.hashes),
        hashes=table.hashes,
        stems=table.stems,
        letters=table.letters,
        stretch=_stretches(ids, table.starts, first, masked or {}),
        is_repeated=is_repeated,
        is_formula=is_formula,
    )


def number_words(hashes: Hashes) -> Indices:
    """A number for each hash, equal for equal ones, in the order in which they first come.

    Each hash is looked up in a table that holds, by some of its bits, the first row that has them; those
    that find another hash there go on to the next bits, and the few that are left are sorted.
    """
    rows = np.arange(len(hashes), dtype=np.int32)
    owner = rows.copy()
    bits = min(_MOST_BITS, max(8, (4 * len(hashes)).bit_length()))
    table = np.zeros(1 << bits, np.int32)
    for shift in range(64 - bits, 0, -bits):
        known = hashes if len(rows) == len(hashes) else hashes[rows]
        slots = ((known >> np.uint64(shift)) & np.uint64((1 << bits) - 1)).astype(np.int32)
        table[slots[::-1]] = rows[::-1]
        found = table[slots]
        is_other = hashes[found] != known
        owner[rows] = np.where(is_other, rows, found)
        rows = rows[is_other]
        if not len(rows):
            break
    if len(rows):
        _, place, number = np.unique(hashes[rows], return_index=True, return_inverse=True)
        owner[rows] = rows[place[number]]
    is_first = owner == np.arange(len(owner), dtype=np.int32)
    return (np.cumsum(is_first) - 1)[owner]


def _stretches(
    ids: Sequence[str], starts: Offsets, first: Indices, masked: Mapping[str, Sequence[Span]]
) -> Offsets:
    """How many masked ranges of its text begin before each word."""
    stretch = np.zeros(len(starts), np.int32)
    for text, name in enumerate(ids):
        if masked.get(name):
            rows = slice(int(first[text]), int(first[text + 1]))
            begins = np.array(sorted(span.start for span in masked[name]), np.int64)
            stretch[rows] = np.searchsorted(begins, starts[rows])
    return stretch


def _content_key(text: str) -> str:
    plain = text.encode("utf-8", "surrogatepass").translate(_SMALL, _WHITE)
    return hashlib.sha256(plain).hexdigest()


_SMALL = bytes(range(256)).lower()
_WHITE = b" \t\n\v\f\r"
