"""What makes two sources one page."""

import pytest

from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.reuse.states.pages import find_link, plain_title


def source(title: str, publisher: str = "Journal of Tides", day: str = "2019-03-01") -> Source:
    stated = [("title", title), ("publisher", publisher)]
    metadata = [Metadatum(name, value, Basis.STATED) for name, value in stated]
    metadata.append(Metadatum("published", day, Basis.STATED, None, None, day, day))
    return Source(title, title, State.READ, text="x", metadata=tuple(metadata))


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Salt and the growth of reeds",
        "[Retracted] Salt and the growth of reeds",
        "WITHDRAWN - Salt and the growth of reeds",
        "Retracted article: Salt and the growth of reeds",
        "Correction to: Salt and the growth of reeds",
        "UPDATE 2-Salt and the growth of reeds",
        "Salt and the growth of reeds [Updated]",
        "Salt and the growth of reeds (corrected 4 May 2019)",
        "Salt and the growth of reeds",
    ],
)
def test_a_mark_of_a_change_is_no_part_of_the_title(title: str) -> None:
    assert plain_title(title) == "Salt and the growth of reeds"


@pytest.mark.parametrize(
    "title",
    ["Withdrawn troops return", "Corrected lenses in an hour", "Update your tables"],
)
def test_words_that_mark_nothing_stay_in_the_title(title: str) -> None:
    assert plain_title(title) == title


def test_a_retracted_text_is_a_state_of_the_text_however_late_that_is() -> None:
    plain = source("Salt and the growth of reeds")
    marked = source("RETRACTED: Salt and the growth of reeds", day="2022-10-09")
    link = find_link(plain, marked)
    assert link is not None
    assert link.by_name
    assert find_link(plain, source("Salt and the growth of reeds", day="2022-10-09")) is None
    assert find_link(plain, source("RETRACTED: Salt and the growth of reeds", "Another Journal")) is None
