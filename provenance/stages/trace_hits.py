"""Which texts of the database may hold passages of a text, by the places of its shingles in the postings."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import Factory, frozen
from sqlite_utils import Database

from provenance.store.postings import count_holders, find_holders, short_hashes
from provenance.text.shingles import HashedWords, shingle_hashes

MOST_PLACES = 64
"""Places of one shingle that are looked at: those of the oldest texts that have it."""
MOST_COUNTED = 100_000
"""Places of one shingle that are counted beyond those."""
MOST_REPEATS = 4
"""Places of one shingle in the text handed in that are looked at."""
MOST_OF_SHORT = 5
"""Texts that share a short sentence, at most: beyond, it is a formula, and no passage."""
_PROBES = 5
"""Shingles of one passage for which the texts that have them are counted."""

Hit = tuple[int, int]
"""Row of a shingle in the text handed in, offset of the same one in a source."""


@frozen(eq=False)
class Hits:
    """`of`: number of a source → its hits, by row and offset. `frequent`: rows of shingles with more places
    than were looked at → what they are in the postings. `starts`: offset of each row in the text;
    `holders`: places of each row's shingle, one more than were looked at where there are more."""

    starts: Sequence[int]
    holders: Sequence[int]
    of: Mapping[int, Sequence[Hit]] = Factory(dict)
    frequent: Mapping[int, int] = Factory(dict)

    def rows(self, number: int) -> set[int]:
        """The shingles of the text handed in that a source has."""
        return {row for row, _start in self.of[number]}


def find_hits(db: Database, words: HashedWords, size: int) -> Hits:
    """Hits of every shingle of `size` words.

    All of them are looked up, and not the winnowed ones only: the winnowing of the sources alone is enough
    for its guarantee, and shorter shared runs have a chance.
    """
    shorts = short_hashes(shingle_hashes(words.hashes, tuple(range(size)))).tolist()
    rows: dict[int, list[int]] = {}
    for row, short in enumerate(shorts):
        rows.setdefault(short, []).append(row)
    counts = [0] * len(shorts)
    found: dict[int, list[Hit]] = {}
    frequent: dict[int, int] = {}
    for short, places in rows.items():
        holders = find_holders(db, short, MOST_PLACES + 1)
        for place in places:
            counts[place] = len(holders)
        if len(holders) > MOST_PLACES:
            frequent.update(dict.fromkeys(places, short))
        for number, start in holders[:MOST_PLACES]:
            found.setdefault(number, []).extend((row, start) for row in places[:MOST_REPEATS])
    return Hits(words.starts[: len(shorts)].tolist(), counts, found, frequent)


def rank(hits: Hits) -> list[int]:
    """Numbers of the sources that may share a passage, the most promising first.

    Sources with about as many hits go by their date. With a single one they can share a short sentence at
    most, which is told only if few texts have it.
    """
    scores = {number: len(hits.rows(number)) for number in hits.of}
    kept = [
        number
        for number, score in scores.items()
        if score > 1 or hits.holders[hits.of[number][0][0]] <= MOST_OF_SHORT
    ]
    return sorted(kept, key=lambda number: (-scores[number].bit_length(), number))


def count_further(
    db: Database, hits: Hits, place: tuple[int, int], compared: Iterable[int]
) -> tuple[int, bool]:
    """How many more texts have at least half of the shingles that a passage [start, end) shares with any of
    those `compared`, and whether all were counted: of shingles that very many texts have, a few are looked
    at, and the rarest of these tells."""
    known = set(compared)
    inside = {row for row, start in enumerate(hits.starts) if place[0] <= start < place[1]}
    shared = {row for number in known for row in hits.rows(number)} & inside
    if not shared:
        return 0, True
    more = [
        number
        for number in hits.of
        if number not in known and 2 * len(hits.rows(number) & shared) >= len(shared)
    ]
    frequent = sorted(shared & hits.frequent.keys())
    if 2 * len(frequent) < len(shared):
        return len(more), True
    probes = frequent[:: max(1, len(frequent) // _PROBES)][:_PROBES]
    held = min(count_holders(db, hits.frequent[row], MOST_COUNTED) for row in probes)
    return max(len(more), held - len(known)), False
