"""Do two texts speak of one event?"""

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, PLACE, make_source, pool

NAMES = {
    "Ada Obi": ("obi", PERSON),
    "Port Council": ("council", BODY),
    "Jos": ("jos", PLACE),
    "Bukuru": ("bukuru", PLACE),
    "Plateau Union": ("union", BODY),
}


def event(one: str, two: str, days: tuple[str | None, str | None] = (None, None)) -> str | None:
    a = make_source("a", one, NAMES, "Gazette", days[0])
    b = make_source("b", two, NAMES, "Herald", days[1])
    return find_event(Pile(pool(a, b, claims=[]), KNOWLEDGE, ConflictSettings()), "a", "b")


def test_texts_of_one_affair_months_apart() -> None:
    one, two = "Ada Obi told the Port Council in Jos.", "In Jos the Port Council heard of Ada Obi."
    assert event(one, two, ("2023-01-01", "2024-01-01"))
    assert event(one, two)
    assert event(one.replace("in Jos", ""), two, ("2023-01-01", "2024-01-01")) is None


def test_near_in_time_two_names_are_enough_one_of_them_no_place() -> None:
    assert event("Ada Obi spoke in Jos.", "Jos heard Ada Obi.", ("2023-01-01", "2023-01-09"))
    assert event("Rain fell in Jos.", "Sun shone in Jos.", ("2023-01-01", "2023-01-09")) is None


def test_names_that_no_list_knows_count() -> None:
    one = "The tanker Al Noor ran aground in Jos."
    assert event(one, "In Jos the tanker Al Noor waits.", ("2023-01-01", "2023-01-02"))
    assert event(one, "In Jos the tanker Bel Zarq waits.", ("2023-01-01", "2023-01-02")) is None


def test_a_masthead_is_no_name_of_the_event() -> None:
    one, two = "Plateau Union\n\nAda Obi spoke.", "Plateau Union\n\nAda Obi left."
    assert event(one, two, ("2023-01-01", "2023-01-09")) is None
    assert event(
        one + " The Plateau Union met.", two + " It was the Plateau Union.", ("2023-01-01", "2023-01-09")
    )


def test_what_very_many_sources_name_tells_of_no_event() -> None:
    sources = [
        make_source(
            f"{n:02}",
            f"Report {n}. Ada Obi met the Port Council. {'Rain' * (n % 3)}",
            NAMES,
            f"H{n}",
            "2023-01-01",
        )
        for n in range(40)
    ]
    others = [make_source(f"x{n:02}", "Sun shone.", NAMES, f"X{n}", "2023-01-01") for n in range(60)]
    pile = Pile(pool(*sources, *others, claims=[]), KNOWLEDGE, ConflictSettings())
    assert find_event(pile, "00", "01") is None
