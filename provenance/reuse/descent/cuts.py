"""Where copies of one text begin and end: two that are cut at one place seldom were so by two hands."""

from collections.abc import Iterator, Mapping, Sequence

CUT_WEIGHT = 0.8
"""Of a place at which one copy is cut and the other goes on, in changed words."""
NEAR_CHARACTERS = 12
"""How far apart two cuts are one, code points: the last word of a copy may be another."""
BEYOND_CHARACTERS = 30
"""How far beyond such a place a text goes on at least."""
GAP_CHARACTERS = 60
"""Between two passages of a text: less of it is a change and no cut."""

Range = tuple[int, int]


def find_cuts(covered: Mapping[int, Sequence[Range]], base: int) -> Iterator[dict[int, bool]]:
    """Of each place of the reference where a copy begins or ends: number of a text → whether it is cut there.

    `covered`: what each text but `base`, the reference, has of it. Where no copy goes on, the reference may
    have words of its own, and nothing is told.
    """
    joined = {n: _joined(ranges) for n, ranges in covered.items()}
    edges = sorted({edge for held in joined.values() for a, b in held for edge in ((-1, a), (1, b))})
    last = (0, 0)
    for side, at in edges:
        if side == last[0] and at - last[1] <= NEAR_CHARACTERS:
            continue
        last = side, at
        found = {base: False}
        for n in sorted(joined):
            for start, end in joined[n]:
                if abs((start if side < 0 else end) - at) <= NEAR_CHARACTERS:
                    found[n] = True
                elif start <= at - BEYOND_CHARACTERS and end >= at + BEYOND_CHARACTERS:
                    found[n] = False
        if sum(not is_cut for is_cut in found.values()) > 1:
            yield found


def _joined(ranges: Sequence[Range]) -> list[Range]:
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start - found[-1][1] <= GAP_CHARACTERS:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
