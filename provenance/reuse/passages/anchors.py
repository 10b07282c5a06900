"""Which runs of equal words a passage keeps: those that follow each other on both sides."""

from bisect import bisect_left, insort

import numpy as np

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.runs import Runs
from provenance.reuse.passages.scoring import gap_cost, gap_costs
from provenance.text.shingles import Indices, distinct

LEAST_RUN = 2
"""Words of a run on that diagonal of a chain which has most equal words, from which it can stand alone."""
LEAST_ASIDE = 3
"""The same on all other diagonals."""
SHARED_ENDS = 2
"""Words at either end of a run that another one may have as well."""
OUTER_ROUNDS = 3
"""How often the outermost run is left out where the gap before it costs more than it has."""


def choose_anchors(runs: Runs, chains: int, settings: ReuseSettings) -> Runs:
    """Runs in the order of their chain, a and b, none of which overlap or cross on either side.

    The longer ones win. Shorter runs count between two neighbouring ones of their own diagonal.
    """
    weight = np.bincount(runs.line, weights=runs.size).astype(np.int64)
    best = np.zeros(chains, np.int64)
    np.maximum.at(best, runs.chain, weight[runs.line])
    is_main = weight[runs.line] == best[runs.chain]
    solid = np.flatnonzero(runs.size >= np.where(is_main, LEAST_RUN, LEAST_ASIDE))
    solid = solid[np.lexsort((runs.b[solid], runs.a[solid], runs.chain[solid]))]
    rows, front, back = _uncrossed(runs, solid, weight, settings)
    between = _between(runs, rows)
    rows = np.concatenate((rows, between))
    front = np.concatenate((front, np.zeros(len(between), np.int64)))
    size = runs.size[rows] - front - np.concatenate((back, np.zeros(len(between), np.int64)))
    order = np.lexsort((runs.a[rows] + front, runs.chain[rows]))
    rows, front, size = rows[order], front[order], size[order]
    found = Runs(runs.chain[rows], runs.line[rows], runs.a[rows] + front, runs.b[rows] + front, size)
    return _without_weak_ends(found, settings)


def find_crossing(runs: Runs, anchors: Runs, settings: ReuseSettings) -> Runs:
    """Runs so long that they are always told, none of whose words the `anchors` of their chain have on either
    side, but for a word or two at their ends: these words stand in another order."""
    long = runs.take(runs.size >= settings.run_words + settings.run_window - 1)
    if not len(long):
        return long
    is_free = np.ones(len(long), bool)
    for name in ("a", "b"):
        begin, taken = getattr(long, name) + SHARED_ENDS, getattr(anchors, name)
        room = int(max((getattr(long, name) + long.size).max(), (taken + anchors.size).max())) + 1
        last = begin + long.size - 2 * SHARED_ENDS
        keys = anchors.chain * room + taken + anchors.size
        place = np.searchsorted(keys, long.chain * room + begin, "right")
        near = np.minimum(place, len(anchors) - 1)
        is_met = (place < len(anchors)) & (anchors.chain[near] == long.chain) & (taken[near] < last)
        is_free &= ~is_met
    return long.take(is_free)


def _uncrossed(
    runs: Runs, solid: Indices, weight: Indices, settings: ReuseSettings
) -> tuple[Indices, Indices, Indices]:
    """(runs kept, words cut off their front, words cut off their back), in the order of chain and a."""
    chain, a, b, size = runs.chain[solid], runs.a[solid], runs.b[solid], runs.size[solid]
    is_crossed = (chain[1:] == chain[:-1]) & (((a + size)[:-1] > a[1:]) | ((b + size)[:-1] > b[1:]))
    crossed = distinct(chain[1:][is_crossed])
    is_plain = ~np.isin(chain, crossed)
    rows, front, back = solid[is_plain].tolist(), [0] * int(is_plain.sum()), [0] * int(is_plain.sum())
    bounds = np.searchsorted(chain, crossed), np.searchsorted(chain, crossed, "right")
    for begin, end in zip(bounds[0].tolist(), bounds[1].tolist(), strict=True):
        part = slice(begin, end)
        few = (weight[runs.line[solid[part]]] < settings.piece_score).tolist()
        for number, cut, cut_end in _longest_first(
            a[part].tolist(), b[part].tolist(), size[part].tolist(), few, settings
        ):
            rows.append(int(solid[begin + number]))
            front.append(cut)
            back.append(cut_end)
    kept = np.array(rows, np.int64)
    order = np.lexsort((runs.a[kept], runs.chain[kept]))
    return kept[order], np.array(front, np.int64)[order], np.array(back, np.int64)[order]


def _longest_first(
    a: list[int], b: list[int], size: list[int], few: list[bool], settings: ReuseSettings
) -> list[tuple[int, int, int]]:
    """(number, words cut off the front, off the back) of runs of one chain, the longest first, each cut to
    what the longer ones leave of it."""
    taken: list[tuple[int, int, int]] = []  # a, b, words: in the order of a
    kept = []
    for number in sorted(range(len(a)), key=lambda each: (-size[each], a[each], b[each])):
        x, y, words = a[number], b[number], size[number]
        place = bisect_left(taken, (x, y, 0))
        front = back = 0
        gaps = []
        if place:
            last = taken[place - 1]
            gap = x - last[0] - last[2], y - last[1] - last[2]
            front = max(0, -gap[0], -gap[1])
            gaps.append((gap[0] + front, gap[1] + front))
        if place < len(taken):
            following = taken[place]
            gap = following[0] - x - words, following[1] - y - words
            back = max(0, -gap[0], -gap[1])
            gaps.append((gap[0] + back, gap[1] + back))
        words -= front + back
        if words < LEAST_ASIDE:
            continue
        if few[number] and len(gaps) == 1 and gap_cost(*gaps[0], settings) >= words:
            continue  # a phrase that happens to stand near
        insort(taken, (x + front, y + front, words))
        kept.append((number, front, back))
    return kept


def _between(runs: Runs, kept: Indices) -> Indices:
    """Runs that stand between two of `kept` that follow each other and are of the same line."""
    rank = np.full(len(runs), -1, np.int64)
    rank[kept] = np.arange(len(kept))
    is_kept = rank >= 0
    rows = np.arange(len(runs))
    before = np.maximum.accumulate(np.where(is_kept, rows, -1))
    after = np.minimum.accumulate(np.where(is_kept, rows, len(runs))[::-1])[::-1]
    others = np.flatnonzero(~is_kept & (before >= 0) & (after < len(runs)))
    before, after = before[others], after[others]
    is_one_line = (runs.line[before] == runs.line[others]) & (runs.line[after] == runs.line[others])
    found: Indices = others[is_one_line & (rank[after] == rank[before] + 1)]
    return found


def _without_weak_ends(anchors: Runs, settings: ReuseSettings) -> Runs:
    """Anchors without outermost ones that the gap beside them costs more than they have."""
    for _ in range(OUTER_ROUNDS):
        if len(anchors) < 2:
            break
        is_joint = anchors.chain[1:] == anchors.chain[:-1]
        ends = anchors.a + anchors.size, anchors.b + anchors.size
        costs = gap_costs(anchors.a[1:] - ends[0][:-1], anchors.b[1:] - ends[1][:-1], settings)
        is_first = np.concatenate(([True], ~is_joint))
        is_last = np.concatenate((~is_joint, [True]))
        after = np.concatenate((np.where(is_joint, costs, 0), [0.0]))
        before = np.concatenate(([0.0], np.where(is_joint, costs, 0)))
        is_slight = anchors.size < settings.piece_score
        is_weak = (is_first & (after >= anchors.size)) | (is_last & (before >= anchors.size))
        if not (is_weak & is_slight).any():
            break
        anchors = anchors.take(~(is_weak & is_slight))
    return anchors
