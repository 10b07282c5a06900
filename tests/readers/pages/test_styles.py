"""What a style attribute hides."""

import pytest

from provenance.model.settings import ReadingSettings
from provenance.readers.pages.html import read_html
from provenance.readers.pages.styles import find_hiding_style
from tests.growth import steps


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "font-size:0",
        "color:#fff;background:#fff",
        "background-color: white; color: #FFFFFF",
        "color:rgb(255, 255, 255) !important;background:#ffffff",
        "COLOR:Black;margin:0;Background:#000",
    ],
)
def test_what_nobody_sees_is_hidden(style: str) -> None:
    assert find_hiding_style(style)


@pytest.mark.parametrize(
    "style",
    [
        "",
        "color:#fff",
        "background:#fff",
        "color:#fff;background:#000",
        "color:#fff;background:#fff url(a.png)",
        "color:inherit;background:inherit",
        "border-color:#fff;background:#fff",
        "color:#fff;background:#fff;background:#000",
        "font-size:0.8em",
    ],
)
def test_what_may_be_seen_is_not_hidden(style: str) -> None:
    assert find_hiding_style(style) == ""


def test_letters_in_the_colour_of_their_ground_are_marked_as_hidden() -> None:
    html = "<h1>Port</h1><p>The port is open.</p><p style='color:#fff;background:#fff'>Buy our boats now.</p>"
    reading = read_html(html.encode(), "s", ReadingSettings())
    hidden = [part.span.quote(reading.text) for part in reading.furniture if part.kind == "hidden"]
    assert hidden == ["Buy our boats now."]


@pytest.mark.parametrize("piece", ["color:", "color:#fff;", ";  ", "background: ", "rgb(1,"])
def test_styles_are_read_in_linear_work(piece: str) -> None:
    short = steps(lambda: find_hiding_style(piece * 1_000))
    assert steps(lambda: find_hiding_style(piece * 2_000)) <= 2.5 * short + 100
