"""Units that are turned into one another exactly."""

import pytest

from provenance.conflicts.scales import scale_of


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("week", "day", 7),
        ("kilometer", "meter", 1000),
        ("hectare", "square meter", 10_000),
        ("mile", "foot", 5280),
    ],
)
def test_units_of_one_dimension_have_an_exact_ratio(one: str, other: str, times: int) -> None:
    a, b = scale_of(one), scale_of(other)
    assert a.dimension == b.dimension
    assert a.low / b.low == pytest.approx(times)


def test_a_month_is_no_fixed_number_of_days_and_what_is_no_measure_stands_alone() -> None:
    assert scale_of("month").low < scale_of("month").high
    assert not scale_of("worker").is_measure
    assert scale_of("worker").dimension == "worker"


def test_money_keeps_to_its_currency() -> None:
    assert scale_of("EUR").is_money
    assert scale_of("EUR").dimension != scale_of("USD").dimension
