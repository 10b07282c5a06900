"""MinHash signatures."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.fingerprint import minhash
from provenance.fingerprint.minhash import sign, sign_all
from provenance.fingerprint.shingle_sets import collect_sets
from provenance.text.shingles import mix

SIZES = st.sampled_from((16, 48, 128))


def numbers(start: int, end: int) -> np.ndarray:
    return mix(np.arange(start, end, dtype=np.uint64))


def estimate(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of equal values."""
    return sum(x == y for x, y in zip(one, other, strict=True)) / len(one)


def slow_signature(shingles: Sequence[int], size: int) -> list[int]:
    """Bin by bin, in whole numbers."""
    bins: list[list[int]] = [[] for _ in range(size)]
    for shingle in shingles:
        bins[shingle * size >> 64].append(shingle)
    orders = minhash._orders(size).tolist()
    return [
        min(held) if held else min(next(bins[other] for other in orders[place] if bins[other]))
        for place, held in enumerate(bins)
    ]


@given(st.sets(st.integers(0, 2**64 - 1), min_size=1, max_size=60), SIZES)
def test_a_signature_is_what_the_bins_say_one_by_one(shingles: set[int], size: int) -> None:
    found = sign(np.array(sorted(shingles), np.uint64), size)
    assert list(found) == slow_signature(sorted(shingles), size)


@pytest.mark.parametrize("count", [12, 60, 1000])
def test_the_estimate_is_near_the_jaccard_coefficient_of_short_texts_too(count: int) -> None:
    errors = []
    for start in range(0, 2_000_000, 100_000):
        one = sign(numbers(start, start + count), 256)
        other = sign(numbers(start + count // 2, start + count // 2 + count), 256)
        errors.append(estimate(one, other) - 1 / 3)
    assert abs(float(np.mean(errors))) < 0.06
    if count > 256:
        assert max(map(abs, errors)) < 0.12


def test_every_bin_asks_every_bin_in_an_order_of_its_own() -> None:
    orders = minhash._orders(64)
    assert (np.sort(orders, axis=1) == np.arange(64)).all()
    assert len({tuple(row) for row in orders.tolist()}) == 64


def test_order_and_repetition_do_not_matter() -> None:
    shingles = numbers(0, 50)
    assert sign(shingles, 64) == sign(np.concatenate([shingles[::-1], shingles]), 64)


def test_blocks_make_no_difference() -> None:
    texts = [(f"{i:02}", numbers(i * 7, i * 7 + i * 11 % 40)) for i in range(30)]
    sets = collect_sets(texts)
    whole = sign_all(sets, 32)
    assert (sign_all(sets, 32, block=25) == whole).all()
    assert all(
        tuple(row) == (sign(values, 32) or (0,) * 32) for row, (_, values) in zip(whole, texts, strict=True)
    )


def test_a_signature_stays_the_same_between_versions() -> None:
    assert sign(numbers(0, 3), 16)[:4] == tuple(slow_signature(numbers(0, 3).tolist(), 16)[:4])


def test_an_empty_set_has_no_signature() -> None:
    assert sign(np.zeros(0, np.uint64), 16) == ()
    assert sign_all(collect_sets([("a", np.zeros(0, np.uint64))]), 16).tolist() == [[0] * 16]
    assert sign_all(collect_sets([]), 16).shape == (0, 16)
