"""The timeline: bars inside the drawing, ticks at days, months or years, nothing for what has no date."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.model.reuse import Lineage
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.report.places import make_directory
from provenance.report.timeline import LEFT, WIDTH, Timeline, interval, make_timeline

EDGE = Lineage("s-0", "s-0", "s-1", 0.8, "")


def timeline_of(bare: ReportData, *days: str, lineage: tuple[Lineage, ...] = ()) -> Timeline:
    """The timeline of one source a day."""
    sources = tuple(
        Source(f"s-{n}", f"{n}", State.READ, metadata=(Metadatum("published", day, Basis.STATED),))
        for n, day in enumerate(days)
    )
    return make_timeline(make_directory(evolve(bare, sources=sources)), lineage)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("2031-05-04", "2031-05-07"), {"4 May 2031", "7 May 2031"}),
        (("2018-01-10", "2018-07-20"), {"Feb 2018", "Jul 2018"}),
        (("1906-04-18", "1956-04-18"), {"1910"}),
        (("2031-05-04", "2031-05-04"), {"4 May 2031"}),
    ],
)
def test_ticks_stand_at_round_dates(bare: ReportData, days: tuple[str, str], labels: set[str]) -> None:
    found = {label for _, label in timeline_of(bare, *days).ticks}
    assert labels <= found
    assert len(found) <= 9


@given(days=st.lists(st.dates().map(str), min_size=1, max_size=6))
def test_bars_and_ticks_stay_inside(days: list[str]) -> None:
    bare = ReportData("", "", (), (), (), (), (), (), (), (), (), ())
    timeline = timeline_of(bare, *days)
    assert len(timeline.bars) == len(days)
    assert all(LEFT <= bar.x <= LEFT + WIDTH for bar in timeline.bars)
    assert all(LEFT <= x <= LEFT + WIDTH for x, _ in timeline.ticks)
    assert len(timeline.ticks) <= 10


@pytest.mark.parametrize(
    "days",
    [("9999-11-01", "9999-12-31"), ("9990-01-01", "9999-12-31"), ("9000-01-01", "9999-12-31"),
     ("0001-01-01", "0001-01-02"), ("0001-01-01", "0003-01-01"), ("0001-01-01", "9999-12-31")],
)  # fmt: skip
def test_ends_of_the_calendar_are_drawn(bare: ReportData, days: tuple[str, str]) -> None:
    assert len(timeline_of(bare, *days).bars) == 2


@given(text=st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = interval(Metadatum("published", text, Basis.STATED))
    assert found is None or found[0] <= found[1]


def test_zone_is_taken_into_account() -> None:
    east = interval(Metadatum("published", "2031-05-04T01:00:00+02:00", Basis.STATED))
    utc = interval(Metadatum("published", "2031-05-03T23:00:00Z", Basis.STATED))
    assert east == utc


def test_moment_before_the_first_year_has_no_place() -> None:
    assert interval(Metadatum("published", "0001-01-01T00:00:00+05:00", Basis.STATED)) is None


def test_undated_sources_are_named(data: ReportData) -> None:
    timeline = make_timeline(make_directory(data), ())
    assert [card.source.id for card in timeline.undated] == ["s-d"]
    assert [bar.is_inferred for bar in timeline.bars] == [False, False, True, False]


def test_arrow_runs_down_from_the_earlier_text(bare: ReportData) -> None:
    timeline = timeline_of(bare, "2031-05-04", "2031-05-09", lineage=(EDGE,))
    (arrow,) = timeline.arrows
    assert arrow.y1 < arrow.y2
    assert arrow.x1 < arrow.x2
    assert arrow.words == "S1 is the earlier text, S2 the later one"


def test_arrow_can_run_up(bare: ReportData) -> None:
    (arrow,) = timeline_of(bare, "2031-05-09", "2031-05-04", lineage=(EDGE,)).arrows
    assert arrow.y1 > arrow.y2


def test_too_many_sources_are_not_drawn(bare: ReportData) -> None:
    timeline = timeline_of(bare, *["2031-05-04"] * 61)
    assert (timeline.bars, timeline.is_too_long) == ((), True)
