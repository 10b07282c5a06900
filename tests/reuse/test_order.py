"""Which of two states of one page is the later one."""

import pytest

from provenance.model.sources import Basis, Metadatum, Source, State, ZoneBasis
from provenance.reuse.states.notices import mending_notices
from provenance.reuse.states.order import judge_order

NO_NOTICE: frozenset[str] = frozenset()


def state(
    path: str = "a.html", title: str = "", url: str = "", **times: tuple[str, str, str, ZoneBasis]
) -> Source:
    found = [
        Metadatum(name, value, Basis.METADATA, None, "meta", earliest, latest, zone)
        for name, (value, earliest, latest, zone) in times.items()
    ]
    found += [
        Metadatum(name, value, Basis.METADATA, None, "x")
        for name, value in (("title", title), ("url", url))
        if value
    ]
    return Source(path, path, State.READ, text="x", metadata=tuple(found))


def moment(value: str) -> tuple[str, str, str, ZoneBasis]:
    return value, value, value, ZoneBasis.STATED


def local(value: str) -> tuple[str, str, str, ZoneBasis]:
    """A time without a zone: anything within a day of it."""
    return value, "2016-10-06T00:00:00+00:00", "2016-10-09T00:00:00+00:00", ZoneBasis.NONE


EARLY, LATE = "2016-10-07T10:00:00+00:00", "2016-10-07T14:00:00+00:00"


@pytest.mark.parametrize("name", ["modified", "captured_at", "published"])
def test_times_that_lie_apart_decide(name: str) -> None:
    a, b = state(**{name: moment(EARLY)}), state(**{name: moment(LATE)})
    assert judge_order(a, b, NO_NOTICE, NO_NOTICE).sign == -1
    assert judge_order(b, a, NO_NOTICE, NO_NOTICE).sign == 1
    assert judge_order(b, a, NO_NOTICE, NO_NOTICE).reason == judge_order(a, b, NO_NOTICE, NO_NOTICE).reason


def test_a_page_prints_its_times_in_one_zone() -> None:
    a, b = state(modified=local("2016-10-07T10:00")), state(modified=local("2016-10-07T14:00"))
    assert judge_order(a, b, NO_NOTICE, NO_NOTICE).sign == -1
    assert judge_order(state(modified=local("2016-10-07")), b, NO_NOTICE, NO_NOTICE).sign == 0
    c, d = state(captured_at=local("2016-10-07T10:00")), state(captured_at=local("2016-10-07T14:00"))
    assert judge_order(c, d, NO_NOTICE, NO_NOTICE).sign == 0


def test_times_that_contradict_each_other_tell_nothing() -> None:
    a = state(modified=moment(EARLY), captured_at=moment(LATE))
    b = state(modified=moment(LATE), captured_at=moment(EARLY))
    found = judge_order(a, b, NO_NOTICE, NO_NOTICE)
    assert found.sign == 0
    assert "contradict each other" in found.reason


def test_the_stamp_in_an_archives_address_counts() -> None:
    a = state(url="https://web.archive.org/web/20161007/http://example.org/1")
    b = state(url="https://web.archive.org/web/20161008120000/http://example.org/1")
    assert judge_order(a, b, NO_NOTICE, NO_NOTICE).sign == -1
    assert judge_order(a, a, NO_NOTICE, NO_NOTICE).sign == 0


def test_version_numbers_count_where_names_are_equal_but_for_them() -> None:
    assert judge_order(state("page-v2.html"), state("page-v10.html"), NO_NOTICE, NO_NOTICE).sign == -1
    assert judge_order(state("page-v2.html"), state("other-v3.html"), NO_NOTICE, NO_NOTICE).sign == 0
    wire = state(title="UPDATE 2-Ferry sinks off Port Ellery"), state(title="Ferry sinks off Port Ellery")
    assert judge_order(*wire, NO_NOTICE, NO_NOTICE).sign == 1
    assert (
        judge_order(state(title="Ferry 2 sinks"), state(title="Ferry 3 sinks"), NO_NOTICE, NO_NOTICE).sign
        == 0
    )


def test_a_notice_of_a_correction_comes_after_the_error() -> None:
    plain, mended = (
        "Three died.",
        "Two died.\n\nCorrection: an earlier version of this story said three died.",
    )
    notices = [mending_notices(text) for text in (plain, mended)]
    assert judge_order(state(), state(), *notices).sign == -1
    assert judge_order(state(), state(), *notices[::-1]).sign == 1
    assert judge_order(state(), state(), notices[1], notices[1]).sign == 0


def test_nothing_tells_of_equal_states() -> None:
    assert judge_order(state(), state(), NO_NOTICE, NO_NOTICE).sign == 0


def test_of_two_that_were_published_at_one_time_the_one_that_tells_of_a_change_is_later() -> None:
    first = state(published=moment(EARLY))
    changed = state(published=moment(EARLY), modified=moment(LATE))
    found = judge_order(first, changed, NO_NOTICE, NO_NOTICE)
    assert (found.sign, judge_order(changed, first, NO_NOTICE, NO_NOTICE).sign) == (-1, 1)
    assert LATE in found.reason
    assert judge_order(state(), changed, NO_NOTICE, NO_NOTICE).sign == 0
    never = state(published=moment(EARLY), modified=moment(EARLY))
    assert judge_order(first, never, NO_NOTICE, NO_NOTICE).sign == 0


def test_numbers_in_file_names_are_told_as_such_and_stand_against_a_notice() -> None:
    one, two = state("story-v1.html"), state("story-v2.html")
    found = judge_order(one, two, NO_NOTICE, NO_NOTICE)
    assert (found.sign, found.reason) == (-1, "by their file names version 1 and version 2")
    mended = mending_notices("Correction: an earlier version of this story gave a wrong figure.")
    assert judge_order(one, two, NO_NOTICE, mended).sign == -1
    assert judge_order(one, two, mended, NO_NOTICE).sign == 0
