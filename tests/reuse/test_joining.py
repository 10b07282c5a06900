"""Passages close to each other on both sides are one; copies of one passage are several."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.reuse.paraphrases.joining import join_neighbours
from provenance.reuse.paraphrases.regions import Region, Sides
from provenance.reuse.paraphrases.terms import make_terms
from provenance.reuse.passages.corpus import make_corpus

WORDS = 200


def text(mark: str) -> str:
    return " ".join(f"{mark}{chr(97 + n // 26)}{chr(97 + n % 26)}word" for n in range(WORDS))


def sides(*, is_masked: bool = False) -> Sides:
    texts = {"a": text("q"), "b": text("z")}
    masked = {"a": [Span("a", texts["a"].index("qbiword"), texts["a"].index("qblword"))]} if is_masked else {}
    corpus = make_corpus(texts, masked)
    return Sides(corpus, make_terms(corpus, Knowledge()), [])


def region(a: int, a_end: int, b: int, b_end: int) -> Region:
    return Region(a, a_end, WORDS + b, WORDS + b_end)


FIRST = region(0, 30, 100, 130)


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (region(35, 60, 138, 160), region(0, 60, 100, 160)),
        (region(35, 60, 60, 92), region(0, 60, 60, 130)),
        (region(32, 60, 20, 50), region(0, 60, 20, 130)),
    ],
    ids=["one after the other", "turned round", "some left out on one side"],
)
def test_neighbours_are_one_passage(other: Region, wanted: Region) -> None:
    assert join_neighbours(sides(), [FIRST, other]) == [wanted]
    assert join_neighbours(sides(), [other, FIRST]) == [wanted]


@pytest.mark.parametrize(
    "other",
    [region(35, 65, 100, 130), region(60, 90, 160, 190), region(0, 30, 140, 170)],
    ids=["two places for one", "other words between", "one place for two"],
)
def test_others_stay_apart(other: Region) -> None:
    assert join_neighbours(sides(), [FIRST, other]) == sorted([FIRST, other], key=lambda each: each.a)


def test_three_in_a_row_are_one() -> None:
    rows = [region(n, n + 20, n, n + 20) for n in (0, 60, 30)]
    assert join_neighbours(sides(), rows) == [region(0, 80, 0, 80)]


def test_nothing_is_joined_over_what_is_masked() -> None:
    one = region(0, 30, 0, 30)
    compared = sides(is_masked=True)
    first = int(compared.corpus.first[1])
    one, other = Region(0, 32, first, first + 32), Region(36, 60, first + 36, first + 60)
    assert join_neighbours(compared, [one, other]) == [one, other]


def test_nothing_is_joined_to_nothing() -> None:
    assert join_neighbours(sides(), []) == []
