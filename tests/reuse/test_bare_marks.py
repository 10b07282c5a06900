"""Marks of notes and numbers of list items state nothing; every other number does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.edits.bare_marks import is_bare_mark


def judge(text: str) -> bool:
    """Of what stands between bars."""
    start = text.index("|")
    end = text.index("|", start + 1) - 1
    return is_bare_mark(text.replace("|", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "on Tuesday.|¹| He said so.",
        "on Tuesday.|1| He said so.",
        "“It is gone.”|12| He said so.",
        "on Tuesday [|3|] and after",
        "Order of the day:\n|1.| Boats",
        "It ended so.\n\n|2|) Boats and ships",
        "1. Boats\n|2.| Ships",
        "|1|. Boats",
    ],
)
def test_a_bare_mark_states_nothing(text: str) -> None:
    assert judge(text)


@pytest.mark.parametrize(
    "text",
    [
        "The office counted |12| boats.",
        "as in No.|1| of the street",
        "It rose by 3.|1| per cent.",
        "the office sold\n|12|. Then it closed",
        "It ended so.\n\n|12| boats were sold.",
        "It ended so.\n\n|412|. Boats",
        "The team lost 2-|1|.",
        "He came on Tuesday |1| May.",
    ],
)
def test_a_number_states_something(text: str) -> None:
    assert not judge(text)


@given(st.text("1²a.\n[] )", max_size=30), st.data())
def test_any_place_can_be_judged(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert is_bare_mark(text, start, end) in (True, False)
