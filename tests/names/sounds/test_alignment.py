"""The alignment of sounds against a slow one that tries every way; letters that respelling never changes."""

import math
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from provenance.names.sounds import phonetics
from provenance.names.sounds.respelling import firm_letters, respellings

SOUNDS = st.text("aeioubdhkmnrstxCSG", max_size=6)
LATIN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def cheapest(p: str, q: str, drops_p: tuple[float, ...], drops_q: tuple[float, ...]) -> float:
    """Of all ways in which no drop of one side follows a drop of the other."""

    @cache
    def cost(i: int, j: int, last: str) -> float:
        if i == len(p) and j == len(q):
            return 0.0
        ways = [math.inf]
        if i < len(p) and j < len(q):
            ways.append(phonetics._SWAPS[p[i]][q[j]] + cost(i + 1, j + 1, "swap"))
        if i < len(p) and last != "q":
            ways.append(drops_p[i] + cost(i + 1, j, "p"))
        if j < len(q) and last != "p":
            ways.append(drops_q[j] + cost(i, j + 1, "q"))
        return min(ways)

    return cost(0, 0, "swap")


@given(SOUNDS, SOUNDS, st.booleans(), st.booleans())
@example("karim", "karam", True, True)
@example("a", "bc", True, False)
def test_the_cheapest_of_all_ways_is_found(p: str, q: str, is_start: bool, is_end: bool) -> None:
    drops = [phonetics._drops(sounds, is_start, is_end) for sounds in (p, q)]
    found = phonetics._align(p, q, is_start, is_end, None)
    assert math.isclose(found, cheapest(p, q, drops[0], drops[1]))


@given(LATIN)
def test_a_spelling_of_another_language_keeps_the_firm_letters(word: str) -> None:
    for other in respellings(word):
        assert firm_letters(other) == firm_letters(word)
