"""The count of a page's text, apart from its reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.pages.census import count_html
from provenance.readers.pages.markup import read_markup
from tests.growth import steps


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (b"", 0),
        (b"<p>abc 12</p>", 5),
        (b"<script>var a = 1</script><style>p {}</style>ab", 2),
        (b"a<!-- b -->c", 2),
        (b"a<!-- b", 1),
        (b"<title>t</title>a&amp;b&#65;", 3),
        ("<p>né 日</p>".encode(), 3),
        ("<p>né</p>".encode("latin-1"), 2),
        ("<p>ab</p>".encode("utf-16"), 2),
        (b"1 < 2", 2),
        (b"<script>a", 1),
    ],
)
def test_letters_and_digits_outside_of_markup_are_counted(raw: bytes, count: int) -> None:
    assert count_html(raw) == count


@given(st.binary(max_size=200))
def test_no_bytes_break_the_count(raw: bytes) -> None:
    assert count_html(raw) >= 0


@given(st.lists(st.sampled_from(("<p>", "<td>", "<b>", "</div>", "<li>", "<br/>")), max_size=30))
def test_the_scanner_finds_what_the_count_counts(tags: list[str]) -> None:
    html = "".join(f"{tag}a1 b" for tag in tags)
    found = sum(letter.isalnum() for block in read_markup(html).blocks for letter in block.text)
    assert found == count_html(html.encode())


@pytest.mark.parametrize(
    "piece", [b"<", b"<!--", b"<script>", b"<p ", b"&amp;", b"<p>", b"</style>", b"<style "]
)
def test_counting_is_linear_work(piece: bytes) -> None:
    short, long = piece * (10_000 // len(piece)), piece * (20_000 // len(piece))
    assert steps(lambda: count_html(long)) <= 2.5 * steps(lambda: count_html(short)) + 100
