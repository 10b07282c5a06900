"""Members here and none there, offices left and left to stand-ins, owners and kin: two texts of one event."""

import pytest

from provenance.model.conflicts import ConflictKind
from tests.conflicts.minimal import MinimalPair, findings_of


def kinds(a: str, b: str, days: tuple[str, str] = ("2023-05-02", "2023-05-04")) -> set[ConflictKind]:
    return {found.kind for found in findings_of(MinimalPair("", True, a, b, *days, ""))}


MEMBER = "Ines Quiroga sits on the board of the Lago Trust, which met in Puno on Tuesday with Raul Mamani."


@pytest.mark.parametrize(
    "other",
    [
        "Ines Quiroga never sat on the board of the Lago Trust, its clerk Raul Mamani said in Puno.",
        "In Puno Raul Mamani spoke of Ines Quiroga, who is not a member of the board of the Lago Trust.",
    ],
)
def test_a_member_in_one_text_and_none_in_the_other(other: str) -> None:
    assert ConflictKind.MEMBERSHIP in kinds(MEMBER, other)


@pytest.mark.parametrize(
    "other",
    [
        "Ines Quiroga was not a member of the board of the Titicaca Fund, Raul Mamani said in Puno.",
        "Ines Quiroga, Raul Mamani said in Puno, will not sit on the board of the Lago Trust next year.",
        "Ines Quiroga, who sits on the Lago Trust's board, met Raul Mamani in Puno.",
    ],
)
def test_other_bodies_and_other_times_do_not_conflict(other: str) -> None:
    assert ConflictKind.MEMBERSHIP not in kinds(MEMBER, other)


def test_who_ran_a_thing_until_a_day_does_not_run_it_after_that() -> None:
    a = "Ines Quiroga, the manager of the mill, met Raul Mamani of the Lago Trust in Puno on 2 May 2023."
    b = "Ines Quiroga ran the mill until January 2023. Raul Mamani of the Lago Trust leads it in Puno."
    assert ConflictKind.ROLE in kinds(a, b)
    before = a.replace("2 May 2023", "Tuesday")
    assert ConflictKind.ROLE not in kinds(before, b, ("2022-12-20", "2023-05-04"))


def test_two_stand_ins_for_one_post() -> None:
    a = "Ines Quiroga, the interim chief executive, met Raul Mamani of the Lago Trust in Puno."
    b = "The interim chief executive, Rosa Huanca, met Raul Mamani of the Lago Trust in Puno."
    assert ConflictKind.ROLE in kinds(a, b)
    assert ConflictKind.ROLE not in kinds(a, b, ("2023-05-02", "2024-05-04"))
