"""Nothing that goes over a text takes more than its length: steps are counted, not seconds."""

import pytest

from provenance.errors import Unreadable
from tests.growth import steps
from tests.hostile.repetitions import REPETITIONS
from tests.hostile.works import READING, Work

_LENGTH = 3_000
_SLACK = 300
"""Steps of setting up, and of one line more."""


@pytest.mark.parametrize("text", REPETITIONS)
@pytest.mark.parametrize("name", READING)
def test_twice_the_text_takes_about_twice_the_steps(name: str, text: str) -> None:
    short, long = REPETITIONS[text](_LENGTH), REPETITIONS[text](2 * _LENGTH)
    _run(READING[name], long)  # fills the caches
    _run(READING[name], short)
    assert (
        steps(lambda: _run(READING[name], long)) <= 2.5 * steps(lambda: _run(READING[name], short)) + _SLACK
    )


def _run(work: Work, text: str) -> None:
    try:
        work(text)
    except Unreadable:
        pass
