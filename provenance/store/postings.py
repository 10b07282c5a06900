"""Postings ↔ rows: where winnowed shingles stand, so that a text is looked up without reading the others."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from sqlite_utils import Database

from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.store.rows import TableRows, Value, read
from provenance.text.shingles import Hashes, Indices

_DROPPED_BITS = 16
_HALF = 1 << 47
_ROWS = 1 << 16
"""Rows made at a time."""


@frozen
class PostingIndex:
    """What the postings were made with. `words`: of a shingle; `shingles`: of a window, one of which is kept.

    `postings`: how many the texts have; none are stored where that is more than `most`.
    """

    words: int
    shingles: int
    postings: int
    most: int

    @property
    def is_kept(self) -> bool:
        """Are they in the database?"""
        return self.postings <= self.most


@frozen(eq=False)
class _Sorted(Collection[tuple[Value, ...]]):
    """Rows of `posting` in their order, made as they are asked for: a row of the table weighs little."""

    table: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.table)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        for begin in range(0, len(self.table), _ROWS):
            yield from map(tuple, self.table[begin : begin + _ROWS].tolist())

    def __contains__(self, row: object) -> bool:
        return any(row == each for each in self)


def posting_rows(
    fingerprints: Sequence[Fingerprint], order: Sequence[str], settings: FingerprintSettings
) -> list[TableRows]:
    """Prepared rows of all postings, sorted, so that the database writes them in one go.

    `order`: the source ids, the earliest dated text first: where many texts have a shingle, the first rows
    are those of the oldest. None but the one row of `posting_index` where they are more than the setting.
    """
    count = sum(len(one.passages) for one in fingerprints)
    index = (settings.winnow_words, settings.winnow_window, count, settings.postings)
    made = TableRows("posting_index", ("words", "shingles", "postings", "most"), (index,))
    if count > settings.postings:
        return [made]
    number = {source: place for place, source in enumerate(order, 1)}
    return [
        TableRows("posting_source", ("number", "source"), tuple((n, source) for source, n in number.items())),
        TableRows("posting", ("hash", "number", "start"), _Sorted(_table(fingerprints, number))),
        made,
    ]


def short_hashes(hashes: Hashes) -> Indices:
    """64-bit hashes as the postings have them: the first 48 bits as a signed number."""
    return (hashes >> np.uint64(_DROPPED_BITS)).astype(np.int64) - _HALF


def load_posting_index(db: Database) -> PostingIndex | None:
    """What the postings were made with; None where there never were any, or a run was broken off."""
    row = next(read(db, "SELECT words, shingles, postings, most FROM posting_index"), None)
    return None if row is None else PostingIndex(*row)


def find_holders(db: Database, short: int, most: int) -> list[tuple[int, int]]:
    """(number of the source, offset) of the places of a shingle, the oldest texts first; `most` at most."""
    query = "SELECT number, start FROM posting WHERE hash = ? ORDER BY number, start LIMIT ?"
    return db.conn.execute(query, (short, most)).fetchall()


def count_holders(db: Database, short: int, most: int) -> int:
    """How many texts have a shingle; of one that stands in more than `most` places, those of these."""
    query = "SELECT count(DISTINCT number) FROM (SELECT number FROM posting WHERE hash = ? LIMIT ?)"
    return int(next(read(db, query, short, most))[0])


def load_numbered(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    """Number → source id."""
    query = "SELECT source FROM posting_source WHERE number = ?"
    found = ((number, next(read(db, query, number), None)) for number in numbers)
    return {number: str(row[0]) for number, row in found if row is not None}


def find_equal(db: Database, folded_sha256: str) -> list[tuple[int, str, int]]:
    """(number, source id, length in code points) of the texts that have this digest, the oldest first."""
    query = """
        SELECT number, source.key, characters FROM fingerprint
        JOIN posting_source USING (source)
        JOIN source ON source.key = fingerprint.source
        JOIN content ON content.key = source.content
        WHERE folded_sha256 = ? ORDER BY number
    """
    rows = read(db, query, folded_sha256)
    return [(int(number), str(source), int(length)) for number, source, length in rows]


def _table(fingerprints: Sequence[Fingerprint], number: dict[str, int]) -> NDArray[np.int64]:
    """(hash, number, start) of every posting, sorted."""
    parts = [np.zeros((0, 3), np.int64)]
    for one in fingerprints:
        flat = np.fromiter(chain.from_iterable(one.passages), np.uint64, 3 * len(one.passages))
        found = flat.reshape(-1, 3)
        part = np.empty(found.shape, np.int64)
        part[:, 0] = short_hashes(found[:, 0])
        part[:, 1] = number[one.source_id]
        part[:, 2] = found[:, 1]
        parts.append(part)
    table = np.concatenate(parts)
    return table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]
