"""Ages of one person."""

import pytest

from provenance.model.conflicts import ConflictKind
from tests.conflicts.pools import BODY, PERSON, findings, make_source, pool

NAMES = {"Ines Faro": ("faro", PERSON), "Star Lines": ("lines", BODY)}


def find(first: str, second: str, published: str = "2020-03-02") -> list[list[str]]:
    a = make_source("a", f"{first} of Star Lines spoke.", NAMES, "Gazette", "2020-03-01")
    b = make_source("b", f"{second} of Star Lines spoke.", NAMES, "Herald", published)
    return [[s.value for s in c.sides] for c in findings(pool(a, b), ConflictKind.QUANTITY)]


@pytest.mark.parametrize("second", ["Ines Faro, 56,", "Ines Faro (56)", "the 56-year-old captain Ines Faro"])
def test_ages_further_apart_than_a_birthday(second: str) -> None:
    assert find("Captain Ines Faro, 54,", second) == [["54 years", "56 years"]]


def test_a_birthday_and_other_numbers_are_silent() -> None:
    assert find("Ines Faro, 54,", "Ines Faro, 55,") == []
    assert find("Ines Faro, 54,", "Ines Faro, 56 ships") == []
    assert find("Ines Faro, 54,", "Ines Faro, 66,", published="2032-03-01") == []
