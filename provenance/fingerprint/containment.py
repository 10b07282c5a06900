"""Texts that stand whole in another, however long that other one is (containment, Broder 1997).

Resemblance does not show them: a press release of 100 words in an article of 1,000 resembles it by a tenth.
Candidates come from sketches: the least PROBES shingles of every text, a random sample of it that is the same
whatever else it holds, are looked up among the shingles of all texts; a text of which the sample is nearly
whole in another is then compared with it exactly.
"""

import numpy as np

from provenance.fingerprint.near import compare_sets
from provenance.fingerprint.shingle_sets import ShingleSets
from provenance.model.fingerprints import ContainedText
from provenance.model.keys import make_key
from provenance.text.shingles import Hashes, Indices, distinct

LEAST_CONTAINMENT = 0.8
"""Share of a text's shingles from which it stands whole in another, light edits apart: a changed word spoils
three of them."""
LEAST_SHINGLES = 20
"""Of a text that is looked for in others: about two sentences; less is a headline or a formula."""
PROBES = 32
"""Shingles of a text's sketch: of a text contained by 0.8, fewer than half of them stand in the other with a
chance of 10^-4."""
MOST_OWNERS = 8
"""Texts that have a probe in their sketch and are each looked for in all that hold it; beyond, each is looked
for in the longest holder and in the next longer one than itself."""
LEAST_RARE = 6
"""Probes with so few owners in a sketch, from which those alone decide."""
_BLOCK_SHINGLES = 1 << 20


def find_contained(sets: ShingleSets) -> list[ContainedText]:
    """Pairs in which at least LEAST_CONTAINMENT of the inner text's shingles stand in the outer, longer one.

    In the order of inner and outer. Of two texts with one set of shingles neither is inside the other; the
    one with the lesser name stands for both.
    """
    rows = _unlike(sets)
    found = []
    for inner, outer in _candidates(sets, rows):
        resemblance, containment = compare_sets(sets.of(inner), sets.of(outer))
        if containment >= LEAST_CONTAINMENT:
            names = sets.names[inner], sets.names[outer]
            key = make_key("w", *names)
            found.append(ContainedText(key, *names, round(containment, 4), round(resemblance, 4)))
    return sorted(found, key=lambda each: (each.inner, each.outer))


def _unlike(sets: ShingleSets) -> Indices:
    """Rows from the shortest text to the longest, of equal sets the first."""
    first: dict[bytes, int] = {}
    for row, size in enumerate(sets.sizes.tolist()):
        if size >= LEAST_SHINGLES:
            first.setdefault(sets.of(row).tobytes(), row)
    rows = np.array(sorted(first.values()), np.int64)
    return rows[np.argsort(sets.sizes[rows], kind="stable")]


def _candidates(sets: ShingleSets, rows: Indices) -> list[tuple[int, int]]:
    """(inner, outer) of which the outer one, not the shorter, holds at least half of the inner one's probes,
    of the rare ones where it has some: only those are looked up in all texts.

    In what follows a text is its place in `rows`, which go from short to long.
    """
    count = len(rows)
    if count < 2:
        return []
    sketches = [sets.of(row)[:PROBES] for row in rows.tolist()]
    lengths = np.array([len(each) for each in sketches])
    probes = np.concatenate(sketches)
    known = distinct(probes)
    held = _held(sets, rows, known)
    owned = distinct(np.searchsorted(known, probes) * count + np.repeat(np.arange(count), lengths))
    owners = np.bincount(owned // count, minlength=len(known))
    codes, hits = _counted(_meetings(owned, held, count, owners))
    rare = np.bincount(owned[owners[owned // count] <= MOST_OWNERS] % count, minlength=count)
    needed = np.where(rare >= LEAST_RARE, rare, lengths)
    codes = codes[2 * hits >= needed[codes // count]]
    inner, outer = rows[codes // count], rows[codes % count]
    return list(zip(inner.tolist(), outer.tolist(), strict=True))


def _held(sets: ShingleSets, rows: Indices, known: Hashes) -> Indices:
    """Which texts hold which probes, as probe * count + text, in order."""
    text_of = np.full(len(sets.names), -1)
    text_of[rows] = np.arange(len(rows))
    found = []
    for begin in range(0, len(sets.values), _BLOCK_SHINGLES):
        values = sets.values[begin : begin + _BLOCK_SHINGLES]
        probe = np.minimum(np.searchsorted(known, values), len(known) - 1)
        place = np.flatnonzero(known[probe] == values)
        text = text_of[np.searchsorted(sets.begins, place + begin, side="right") - 1]
        found.append((probe[place] * len(rows) + text)[text >= 0])
    return np.sort(np.concatenate(found))


def _meetings(owned: Indices, held: Indices, count: int, owners: Indices) -> Indices:
    """owner * count + holder for each probe that an owner has in its sketch and a longer text holds.

    `owners`: of each probe, how many texts have it in their sketch.
    """
    probe = owned // count
    after = np.searchsorted(held, owned) + 1  # the holder after the owner, which holds its own probes
    last = np.searchsorted(held, (probe + 1) * count)
    is_rare = owners[probe] <= MOST_OWNERS
    counts = np.where(is_rare, last - after, np.minimum(last - after, 1))
    begins = np.repeat(after - np.cumsum(counts) + counts, counts)
    places = begins + np.arange(len(begins))
    is_further = ~is_rare & (last - after > 1)
    owner = np.concatenate([np.repeat(owned % count, counts), owned[is_further] % count])
    holder = held[np.concatenate([places, last[is_further] - 1])] % count
    meetings: Indices = owner * count + holder
    return meetings


def _counted(values: Indices) -> tuple[Indices, Indices]:
    """The different values in their order, and how often each occurs."""
    values = np.sort(values)
    begins = np.flatnonzero(np.append(True, values[1:] != values[:-1])[: len(values)])
    return values[begins], np.diff(np.append(begins, len(values)))
