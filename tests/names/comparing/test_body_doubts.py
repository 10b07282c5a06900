"""Bodies and places whose names are alike and who may be others: people decide."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.latin_variants import are_spellings
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
NEVER_SAME = [
    "Karo Bank / Caro Bank",
    "Fenwick / Penwick",
    "G8 / G88",
    "Weber GmbH / Weber Ltd",
    "Labour Party (Continuity) / Labour Party (Reformed)",
    "Workers' Front / Workers' Front (General Command)",
    "Dominican Navy / Navy of Dominica",
    "Nordic Court of Justice / Nordic Court of Auditors",
]
SAME = [
    "23rd Regiment / Regiment 23",
    "9th Bn / Ninth Battalion",
    "Peru's Ministry of Health / Peruvian Health Ministry",
    "Ministry of Internal Affairs of Georgia / Georgian Interior Ministry",
    "Hizbullah / حزب الله",
    "Thirtieth Corps / XXX Corps",
]
Case = Callable[[str], str]
CASES = st.sampled_from([str, str.upper, str.lower, str.title])


def verdict(pair: str, kind: str = "organization") -> str:
    a, b = pair.split(" / ")
    return compare_names(a, b, kind, KNOWLEDGE).verdict.value


@pytest.mark.parametrize("pair", NEVER_SAME)
def test_what_leaves_a_doubt_is_never_the_same(pair: str) -> None:
    assert verdict(pair) != "same"


@pytest.mark.parametrize("pair", SAME)
def test_one_body_in_two_ways_is_the_same(pair: str) -> None:
    assert verdict(pair) == "same"


@given(st.sampled_from(NEVER_SAME), CASES, CASES)
def test_no_case_makes_one_of_two_bodies(pair: str, first: Case, second: Case) -> None:
    a, b = pair.split(" / ")
    assert compare_names(first(a), second(b), "organization", KNOWLEDGE).verdict != "same"


@given(st.sampled_from(SAME[:1] + SAME[2:4]), CASES, CASES)
def test_no_case_makes_two_bodies_of_one(pair: str, first: Case, second: Case) -> None:
    a, b = pair.split(" / ")
    assert compare_names(first(a), second(b), "organization", KNOWLEDGE).verdict == "same"


@pytest.mark.parametrize("pair", ["Suzhou / Xuzhou", "Yichun / Yichang", "Hama / Homa", "Parma / Palma"])
def test_places_that_only_sound_alike_are_not_one(pair: str) -> None:
    assert verdict(pair, "place") != "same"


@pytest.mark.parametrize("pair", ["Praha / Prague", "東京 / Tokyo", "서울 / Seoul", "تهران / Teheran"])
def test_a_city_is_one_in_its_own_language_and_in_english(pair: str) -> None:
    assert verdict(pair, "place") == "same"


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=12), st.text("aeioukhly", max_size=12))
def test_spellings_are_symmetric(x: str, y: str) -> None:
    assert are_spellings(x, y) == are_spellings(y, x)
    assert are_spellings(x, x)
