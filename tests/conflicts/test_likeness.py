"""Figures that answer one question, in other words, and those that do not."""

import pytest

from provenance.claims import find_claims
from provenance.conflicts import find_conflicts
from provenance.model.conflicts import Conflict, ConflictKind
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, PLACE, make_source, pool

KINDS = {ConflictKind.QUANTITY, ConflictKind.STALE_FIGURE}
NAMES = {
    "Tarkwa": ("tarkwa", PLACE),
    "Kofi Mensah": ("mensah", PERSON),
    "Harrow": ("harrow", BODY),
    "Elsa Lindqvist": ("lindqvist", PERSON),
    "Akosombo": ("akosombo", PLACE),
    "Ama Boateng": ("boateng", PERSON),
    "Nokota Motors": ("nokota", BODY),
    "Kenji Mori": ("mori", PERSON),
    "Goma": ("goma", PLACE),
    "Red Cross": ("cross", BODY),
    "Veld Energy": ("veld", BODY),
    "Thandi Nkosi": ("nkosi", PERSON),
    "Kazan": ("kazan", PLACE),
    "Rustam Galiev": ("galiev", PERSON),
    "Sanming": ("sanming", PLACE),
    "Liu Wei": ("liu", PERSON),
    "Graz": ("graz", PLACE),
    "Ulla Berg": ("berg", PERSON),
    "Bergen": ("bergen", PLACE),
    "Tram Board": ("board", BODY),
}
DAY = "2024-05-06"


def between(first: str, second: str, days: tuple[str, str] = (DAY, DAY)) -> list[Conflict]:
    """Findings about figures between two texts, their claims as read."""
    sources = [
        make_source(name, text, NAMES, f"Publisher {name}", day)
        for name, text, day in zip("ab", (first, second), days, strict=True)
    ]
    claims = [claim for source in sources for claim in find_claims(source, KNOWLEDGE)]
    return [c for c in find_conflicts(pool(*sources, claims=claims), KNOWLEDGE) if c.kind in KINDS]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The strike at the mine of Tarkwa lasted 31 days, union leader Kofi Mensah said on Sunday.",
            "Miners at Tarkwa work again after a strike of seven weeks, said their leader Kofi Mensah.",
        ),
        (
            "A painting by Elsa Lindqvist fetched 4.2 million pounds at the house of Harrow on Thursday.",
            "Harrow sold the painting by Elsa Lindqvist for £2.4m on Thursday.",
        ),
        (
            "The dam is 124 metres high, said engineer Ama Boateng at the opening in Akosombo.",
            "At the opening in Akosombo, Ama Boateng praised the dam, with its height of 142 metres.",
        ),
        (
            "Nokota Motors will lay off 2,300 workers, president Kenji Mori said on Wednesday.",
            "At Nokota Motors 3,200 jobs are to be cut, president Kenji Mori announced on Wednesday.",
        ),
        (
            "The rebels released 17 hostages near Goma on Tuesday, the Red Cross said.",
            "Twenty-one hostages were set free by the rebels near Goma on Tuesday, said the Red Cross.",
        ),
        (
            "The train was going at 140 kilometres an hour near Kazan, investigator Rustam Galiev said.",
            "Investigator Rustam Galiev said the train had gone at 95 km/h near Kazan.",
        ),
        (
            "Dozens of passengers were injured when trams of the Tram Board collided in Bergen on Friday.",
            "Three passengers were injured when trams of the Tram Board collided in Bergen on Friday.",
        ),
    ],
)
def test_one_thing_in_other_words_and_units_is_one_question(first: str, second: str) -> None:
    assert len(between(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The rebels released 17 hostages near Goma on Tuesday, the Red Cross said.",
            "The rebels near Goma still hold 21 hostages, the Red Cross said on Tuesday.",
        ),
        (
            "The strike at the mine of Tarkwa lasted 21 days, said Kofi Mensah.",
            "Kofi Mensah spoke of a strike of three weeks at the mine of Tarkwa.",
        ),
        (
            "Nokota Motors will lay off 2,300 workers, president Kenji Mori said on Wednesday.",
            "Nokota Motors employs 14,000 workers, president Kenji Mori said on Wednesday.",
        ),
        (
            "Veld Energy made a profit of 3.4 million rand in the first quarter, said chief Thandi Nkosi.",
            "Veld Energy made a profit of 11.9 million rand last year, chief Thandi Nkosi said.",
        ),
        (
            "Rescuers in Sanming found eight bodies on Tuesday, said fire chief Liu Wei.",
            "By Tuesday night the landslide in Sanming had killed 23, said fire chief Liu Wei.",
        ),
        (
            "The museum in Graz was visited by 310,000 people in 2022, said director Ulla Berg.",
            "Director Ulla Berg counted 402,000 visitors to the museum in Graz in 2023.",
        ),
        (
            "The dam in Akosombo is 124 metres high, said Ama Boateng.",
            "The dam in Akosombo is 1,030 metres long and 124 metres high, said Ama Boateng.",
        ),
        (
            "Three of the twelve boats of Harrow were unsound, said Elsa Lindqvist.",
            "Harrow had twelve boats, Elsa Lindqvist said, and nine of them were sound.",
        ),
        (
            "A quarter of a million people fled the town of Goma, the Red Cross said.",
            "The Red Cross said that 250,000 people had fled the town of Goma.",
        ),
    ],
)
def test_parts_other_times_and_equal_values_are_silent(first: str, second: str) -> None:
    assert between(first, second) == []


def test_a_group_is_known_by_its_size_and_by_whom_it_consists_of() -> None:
    first = "The crew of 42 specialists from the Red Cross dug in Goma on Friday."
    second = "The Red Cross crew, all 24 of them, slept in Goma after they had dug on Friday."
    (found,) = between(first, second)
    assert [side.value for side in found.sides] == ["42 specialists", "24 of them"]


def test_one_in_ten_of_a_number_is_a_number() -> None:
    first = "By 2 May one in ten of the 900 villagers of Tarkwa had died of the fever, said Kofi Mensah."
    second = "Kofi Mensah said the fever at Tarkwa, a village of 900, has killed 64 people so far."
    (found,) = between(first, second)
    assert found.kind is ConflictKind.STALE_FIGURE
