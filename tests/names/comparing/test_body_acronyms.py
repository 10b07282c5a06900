"""Acronyms that fit a name by chance are left in doubt; long ones and those of a whole name are not."""

import pytest

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
SAME = [
    "ICRC / International Committee of the Red Cross",
    "MSF / Doctors Without Borders",
    "JSC TMZ / JSC ‘Tula Mechanical Plant’",
    "NIITP / Research Institute of Precision Instruments",
]
UNSURE = [
    "TBM / Trade Bank of Mongolia and Inner Asia",
    "KBP / Credit Bank of Perm",
    "SMB / Savings Insurance of Minas Gerais",
    "KOM / Kobe Marine",
]


@pytest.mark.parametrize("pair", SAME)
def test_letters_of_a_whole_name_are_its_own(pair: str) -> None:
    a, b = pair.split(" / ")
    assert compare_names(a, b, "organization", KNOWLEDGE).verdict == "same"


@pytest.mark.parametrize("pair", UNSURE)
def test_three_letters_that_fit_in_part_or_in_another_language_are_no_proof(pair: str) -> None:
    a, b = pair.split(" / ")
    assert compare_names(a, b, "organization", KNOWLEDGE).verdict != "same"
    assert compare_names(b, a, "organization", KNOWLEDGE).verdict != "same"
