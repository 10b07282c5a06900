"""Pages inside a page."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.settings import ReadingSettings
from provenance.readers.interface import Reading
from provenance.readers.pages.frames import unfold_frames
from provenance.readers.pages.html import read_html
from tests.growth import steps

INNER = "<div class=x><p>Inside the frame 77 boats were counted by the office.</p></div></div></body>"
BEFORE = "<h1>Boats on the quay</h1><p>The harbour office counted boats after the storm.</p>"
AFTER = "<p>The ferries will run again on Monday.</p>"


def read(html: str) -> Reading:
    return read_html(html.encode(), "s", ReadingSettings())


@pytest.mark.parametrize(
    "frame",
    [
        f'<iframe width=9 srcdoc="{escape(INNER)}" height=3></iframe>',
        f"<IFRAME SRCDOC = '{INNER}'>old browser</IFRAME>",
        f'<iframe srcdoc="{escape("<!-- " + INNER.replace("<div", "--><div"))}"></iframe>',
    ],
)
def test_the_page_in_a_frame_is_read_where_it_stands(frame: str) -> None:
    reading = read(f"<body>{BEFORE}{frame}{AFTER}</body>")
    lines = [line for line in reading.text.split("\n\n") if line != "old browser"]
    assert lines == [
        "Boats on the quay",
        "The harbour office counted boats after the storm.",
        "Inside the frame 77 boats were counted by the office.",
        "The ferries will run again on Monday.",
    ]


def test_what_a_frame_leaves_open_takes_nothing_from_the_page() -> None:
    reading = read(
        f'<body>{BEFORE}<iframe srcdoc="<!-- <script> <table><tr><td>77 boats"></iframe>{AFTER}</body>'
    )
    assert reading.text.endswith("The ferries will run again on Monday.")


def test_a_frame_that_is_not_shown_is_hidden_text() -> None:
    reading = read(
        f'<body>{BEFORE}<iframe style="display:none" srcdoc="<p>Buy boats here</p>"></iframe>{AFTER}'
    )
    hidden = [part.span.quote(reading.text) for part in reading.furniture if part.kind == "hidden"]
    assert hidden == ["Buy boats here"]


def test_a_frame_in_a_frame_is_read_and_very_deep_ones_are_not() -> None:
    html = "<p>innermost</p>"
    for number in range(5):
        html = f'<p>level {number}</p><iframe srcdoc="{escape(html)}"></iframe>'
    text = read(f"<body>{html}</body>").text
    assert "level 4" in text and "level 1" in text and "innermost" not in text


@given(st.text(alphabet="<>\"'= abp/", max_size=80))
def test_without_a_srcdoc_nothing_changes(html: str) -> None:
    assert unfold_frames(html) == html


@given(
    st.lists(st.sampled_from(("<iframe", " srcdoc=", '"', "'", ">", "<p>", "a", "</iframe>")), max_size=30)
)
def test_no_markup_breaks_the_unfolding(pieces: list[str]) -> None:
    unfold_frames("".join(pieces))


@pytest.mark.parametrize(
    "piece", [' srcdoc="', "<iframe srcdoc='", "<iframe ", '<iframe srcdoc="a\'">', " srcdoc=''"]
)
def test_frames_are_unfolded_in_linear_work(piece: str) -> None:
    short = steps(lambda: unfold_frames(piece * 500))
    assert steps(lambda: unfold_frames(piece * 1_000)) <= 2.5 * short + 100
