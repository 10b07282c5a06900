"""One happening in two places."""

import pytest

from tests.conflicts.minimal import MinimalPair, findings_of


def kinds(one: str, two: str, days: tuple[str, str] = ("2024-03-13", "2024-03-13")) -> set[str]:
    pair = MinimalPair("location", True, one, two, *days, "")
    return {found.kind.value for found in findings_of(pair)}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The novelist Ama Serwaa died on Sunday at her home in Kumasi, Sankofa Press said.",
            "Ama Serwaa died on Sunday in a hospital in Accra, Sankofa Press announced.",
        ),
        (
            "Envoys of Karvia and the Lomo Front held talks in Oslo on Tuesday.",
            "Karvia's envoys met those of the Lomo Front in Stockholm on Tuesday.",
        ),
        (
            "Teodor Ilk was born in Cluj in 1950 and later led the Transylvanian Choir.",
            "The conductor of the Transylvanian Choir, Teodor Ilk, was born in 1950 in Sibiu.",
        ),
    ],
)
def test_places_that_exclude_each_other(one: str, two: str) -> None:
    assert kinds(one, two) == {"location"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # another thing happened there
            "Teodor Ilk was born in Cluj in 1950 and studied in Vienna with Anna Roth.",
            "Anna Roth taught Teodor Ilk in Vienna; he lives in Graz.",
        ),
        (  # marches are held in many towns
            "Protesters of the Green League marched in Lyon on Saturday, leader Claire Petit said.",
            "Claire Petit's Green League marched in Paris on Saturday.",
        ),
        (  # another day
            "The minister Ada Obi met miners in Jos on Tuesday, the Plateau Union said.",
            "Ada Obi, the minister, met miners of the Plateau Union in Bukuru on Monday.",
        ),
        (  # the finer place
            "The pilot Giles Penn crashed in Devon on Sunday, the Aero Club said.",
            "Giles Penn of the Aero Club crashed on Sunday in Exeter, in the county of Devon.",
        ),
    ],
)
def test_other_things_other_days_and_finer_places_are_silent(one: str, two: str) -> None:
    assert "location" not in kinds(one, two)
