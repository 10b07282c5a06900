"""Nothing that goes over a text takes more than its length: steps are counted, not seconds."""

from functools import partial

import pytest

from provenance.errors import Unreadable
from tests.growth import steps
from tests.hostile.repetitions import REPETITIONS
from tests.hostile.works import READING, Work

_LENGTH = 1_500
_SLACK = 300
"""Steps of setting up, and of one line more."""


@pytest.mark.parametrize("text", REPETITIONS)
@pytest.mark.parametrize("name", READING)
def test_twice_the_text_takes_about_twice_the_steps(name: str, text: str) -> None:
    """Of two doublings one may cross a length from which more is looked at; what grows faster fails both."""
    texts = [REPETITIONS[text](_LENGTH << doubling) for doubling in range(3)]
    _run(READING[name], texts[-1])  # fills the caches
    once, twice, four_times = (steps(partial(_run, READING[name], given)) for given in texts)
    assert twice <= 2.5 * once + _SLACK or four_times <= 2.5 * twice + _SLACK


def _run(work: Work, text: str) -> None:
    try:
        work(text)
    except Unreadable:
        pass
