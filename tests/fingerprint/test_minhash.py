"""MinHash signatures."""

import numpy as np
import pytest

from provenance.fingerprint.minhash import estimate_resemblance, sign
from provenance.text.shingles import mix


def numbers(start: int, end: int) -> np.ndarray:
    return mix(np.arange(start, end, dtype=np.uint64))


def test_the_estimate_is_near_the_jaccard_coefficient() -> None:
    one, other = sign(numbers(0, 1000), 256), sign(numbers(500, 1500), 256)
    assert estimate_resemblance(one, other) == pytest.approx(1 / 3, abs=0.1)


def test_order_and_repetition_do_not_matter() -> None:
    shingles = numbers(0, 50)
    assert sign(shingles, 64) == sign(np.concatenate([shingles[::-1], shingles]), 64)


def test_blocks_make_no_difference() -> None:
    many = numbers(0, 20_000)
    halves = sign(many[:10_000], 16), sign(many[10_000:], 16)
    assert sign(many, 16) == tuple(min(pair) for pair in zip(*halves, strict=True))


def test_an_empty_set_resembles_nothing() -> None:
    assert estimate_resemblance((), ()) == 0.0
    assert sign(np.zeros(0, np.uint64), 16) == ()
