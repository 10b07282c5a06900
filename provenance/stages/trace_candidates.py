"""Sources that share words in a row with a text: looked at word by word before they are compared."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from attrs import frozen
from sqlite_utils import Database

from provenance.stages.trace_excerpts import Excerpt, load_excerpt
from provenance.stages.trace_hits import MOST_OF_SHORT, Hits, rank
from provenance.store.postings import load_numbered
from provenance.text.shingles import HashedWords, Hashes, Indices, hash_words, shingle_hashes

LEAST_SCORE = 7.5
"""Estimated score from which a source is compared: that of the least sentence that is ever told."""
LEAST_OF_FREQUENT = 10.5
"""The same where all shared shingles stand in many texts: a short sentence would be a formula."""
_RUNS_BACK = 40
"""Runs that one may follow, the nearest before it."""
_LOOKS = 40
_ROWS_A_LOOK = 20
"""Sources looked at: so many, and one more for each of so many shingles of the text."""


class _Run(NamedTuple):
    """`length` words in a row that are equal: from `row` of the text and `place` of an excerpt on."""

    row: int
    place: int
    length: int


@frozen(eq=False)
class Candidate:
    """A source by its number in the postings, and what of it is to be compared. `runs`: row of the first word
    in the text, and the places in the excerpt of all words, of runs of equal words."""

    number: int
    excerpt: Excerpt
    runs: Sequence[tuple[int, Sequence[tuple[int, int]]]] = ()


@frozen(eq=False)
class Looked:
    """The text handed in as words, and their shingles of `size` words, sorted, with the row of each."""

    hashes: Sequence[int]
    length: int
    size: int
    shingles: Hashes
    rows: Indices


def look_at(words: HashedWords, length: int, size: int) -> Looked:
    """Words of a text of `length` code points, made ready to be compared with many sources."""
    shingles = shingle_hashes(words.hashes, tuple(range(size)))
    order = np.argsort(shingles, kind="stable")
    return Looked(words.hashes.tolist(), length, size, shingles[order], order)


def find_candidates(
    db: Database, text: Looked, hits: Hits, limit: int, known_numbers: Collection[int] = ()
) -> Iterator[Candidate]:
    """Sources to compare, the most promising first: of each stretch of the text about `limit`, so that a text
    put together from many sources has them all. `known_numbers`: of sources that need not be compared."""
    taken: dict[int, int] = {}
    for number in rank(hits)[: _LOOKS + len(text.shingles) // _ROWS_A_LOOK + len(known_numbers)]:
        if number in known_numbers:
            continue
        known = hits.rows(number)
        if 2 * sum(taken.get(row, 0) < limit for row in known) <= len(known):
            continue
        source_id = load_numbered(db, [number]).get(number)
        if source_id is None:
            continue
        excerpt = load_excerpt(db, source_id, hits.of[number], hits.starts, text.length)
        is_rare = any(hits.holders[row] <= MOST_OF_SHORT for row in known)
        theirs = hash_words(excerpt.readable)
        runs = _find_runs(text, shingle_hashes(theirs.hashes, tuple(range(text.size))))
        if _estimate_score(text, theirs, runs) >= (LEAST_SCORE if is_rare else LEAST_OF_FREQUENT):
            taken.update({row: taken.get(row, 0) + 1 for row in known})
            yield Candidate(number, excerpt, [_placed(run, theirs) for run in runs])


def _placed(run: _Run, theirs: HashedWords) -> tuple[int, Sequence[tuple[int, int]]]:
    inside = slice(run.place, run.place + run.length)
    starts, ends = theirs.starts[inside].tolist(), theirs.ends[inside].tolist()
    return run.row, list(zip(starts, ends, strict=True))


def _estimate_score(text: Looked, theirs: HashedWords, runs: Sequence[_Run]) -> float:
    """About the score, in equal words, of the best passage that the text shares with an excerpt.

    Runs of equal words are chained with the costs of an alignment; what lies between two of them is compared
    word by word in its place.
    """
    if not runs:
        return 0.0
    words, others = text.hashes, theirs.hashes.tolist()
    scores: list[float] = []
    for at, run in enumerate(runs):
        before = (
            scores[earlier] - cost
            for earlier in range(max(0, at - _RUNS_BACK), at)
            if (cost := _cost(runs[earlier], run, words, others)) is not None
        )
        scores.append(run.length + max(0.0, max(before, default=0.0)))
    return max(scores)


def _find_runs(text: Looked, theirs: Hashes) -> list[_Run]:
    """Runs of equal words, by their place in the text; of a shingle that this repeats, its first place."""
    at = np.searchsorted(text.shingles, theirs)
    inside = at < len(text.shingles)
    inside[inside] = text.shingles[at[inside]] == theirs[inside]
    rows, places = text.rows[at[inside]], np.flatnonzero(inside)
    if not len(rows):
        return []
    order = np.lexsort((rows, places - rows))
    rows, places = rows[order], places[order]
    begins = np.flatnonzero(np.concatenate(([True], (np.diff(rows) != 1) | (np.diff(places) != 1))))
    counts = np.diff(np.append(begins, len(rows))) + text.size - 1
    found = zip(rows[begins].tolist(), places[begins].tolist(), counts.tolist(), strict=True)
    return sorted(_Run(*each) for each in found)


def _cost(one: _Run, other: _Run, words: Sequence[int], others: Sequence[int]) -> float | None:
    """Of going on from one run to another, in equal words; None if the other does not follow."""
    row, place = one.row + one.length, one.place + one.length
    gap, gap_there = other.row - row, other.place - place
    if gap < 0 or gap_there < 0:
        return None
    least = min(gap, gap_there)
    equal = sum(words[row + n] == others[place + n] for n in range(least))
    return 0.5 + 0.5 * abs(gap - gap_there) + least - 2 * equal
