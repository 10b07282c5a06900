"""Days that are told by other days."""

import pytest

from provenance.model.claims import ClaimKind


def days(claims_of, text, published="2024-06-06"):
    return {c.value: (c.valid_from, c.valid_to) for c in claims_of(text, ClaimKind.EVENT_DATE, published)}


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("The mill burned down on Palm Sunday 2024.", "Palm Sunday 2024", "2024-03-24"),
        ("Two days before Christmas 2023 the boiler exploded.", "Two days before", "2023-12-23"),
        ("She won on her 30th birthday; she was born on 14 July 1990.", "her 30th birthday", "2020-07-14"),
        ("The dam burst on 3 May 2024. Two days later the road was shut.", "Two days later", "2024-05-05"),
        ("The pit caved in on 3 May 2024. The next day rescue began.", "The next day", "2024-05-04"),
        ("The rebels have been at the table since the 4th.", "4th", "2024-06-04"),
        ("They voted on 1 June 2024. He quit two days after the vote.", "two days after", "2024-06-03"),
    ],
)
def test_a_day_told_by_another(claims_of, text, value, day):
    assert days(claims_of, text)[value] == (day, day)


def test_weeks_and_months_are_counted_loosely(claims_of):
    first, last = days(claims_of, "The talks failed a week after 5 May 2024.")["a week after"]
    assert first < "2024-05-12" < last
    first, last = days(claims_of, "He left on 5 May 2024. A month later she left.")["A month later"]
    assert first < "2024-06-04" < last


def test_what_rests_on_no_known_day_is_no_date(claims_of):
    assert days(claims_of, "Two days later the road was shut.") == {}
    assert days(claims_of, "He came two days after the harvest.") == {}
    assert days(claims_of, "She won on her 30th birthday.") == {}


def test_a_day_without_year_lies_on_the_side_of_its_verb_within_reason(claims_of):
    told = days(claims_of, "15 June has been declared a holiday. He gave up the chair on 8 March.")
    assert told["15 June"][0] == "2024-06-15"
    assert told["8 March"][0] == "2024-03-08"
    assert days(claims_of, "They were held until 9 July by order.")["9 July"][0] == "2024-07-09"


def test_noise_costs_nothing_and_breaks_nothing(claims_of):
    assert days(claims_of, "two days after " * 2000) == {}
    assert days(claims_of, "\x00 the 99th birthday of the 99th, his 999th birthday") == {}
