"""The scanner: every line of a page in its order, whatever the markup is like, in linear work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.pages.lines import Block
from provenance.readers.pages.markup import read_markup
from tests.growth import steps


def lines(html: str) -> str:
    """The lines as they are stored."""
    blocks = read_markup(html).blocks
    return "".join((block.gap if number else "") + block.text for number, block in enumerate(blocks))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<b>b</b>c</p><p>d", "abc\n\nd"),
        ("a<br>b", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("a<br/> <br/>b", "a\n\nb"),
        ("a <!-- b --> c", "a c"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<p title='>'>a</p>", "a"),
        ('<p title="x>y">a</p>', "a"),
        ("<script>if (a < b) {}</script>a", "a"),
        ("<title>t</title>a", "a"),
        ("a<!-- never closed", "a"),
        ("<nav>n</nav>a", "n\n\na"),
        ("a <b never closed", "a"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
        ("<ul><li><a href=x>a</a></li><li><a href=y>b</a></li></ul>", "a\nb"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>e", "a | b\nc | d\n\ne"),
        ("<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>", "a\n\nb\n\nc"),
        ("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "a | b"),
        ("<pre>a\nb\n\nc</pre>", "a\nb\n\nc"),
        ("<a href=x>One</a><a href=y>Two</a>", "One Two"),
        ("<span>Ann Lee</span><span>3 May</span>", "Ann Lee 3 May"),
        ("<span>N</span>ine", "Nine"),
        ("CO<sub>2</sub>", "CO2"),
        ("<!DOCTYPE r [<!ENTITY x 'y'>]><p>a", "a"),
        ("<?xml version='1.0'?><p><![CDATA[a < b]]></p>", "a < b"),
        ("<?xml version='1.0'?><script src='x'/><p>a</p>", "a"),
        ("<textarea>a</textarea>", "a"),
        ("", ""),
    ],
)
def test_the_text_of_markup(html: str, text: str) -> None:
    assert lines(html) == text


def block(html: str, text: str) -> Block:
    """The line of that text."""
    return next(block for block in read_markup(html).blocks if block.text == text)


def test_an_element_that_is_not_closed_does_not_reach_beyond_its_cell() -> None:
    html = "<table><tr><td><div class=comments>a<td>b</table><p>c"
    assert not block(html, "c").place.looks.mark


def test_a_paragraph_ends_where_a_block_begins() -> None:
    assert "p" not in block("<p>a<div>b</div>", "b").place.within


def test_a_link_that_never_ends_makes_no_text_a_link() -> None:
    html = "<p><a href=x>a</a></p><div><a href='y'>b<p>c</p>"
    assert block(html, "a").linked_share() == 1.0
    assert block(html, "c").linked_share() == 0.0


def test_nested_unclosed_paragraphs_and_entries_are_not_deep() -> None:
    assert read_markup("<p>a" * 500).depth < 5
    assert read_markup("<ul>" + "<li>a" * 500).depth < 5
    assert read_markup("<table>" + "<tr><td>a" * 500).depth < 8


PIECES = (
    *("<div>", "<!--", "<a href='", '<p "', "<script>", "<", "</p>", "&amp;", "<p a=b>", "<![CDATA[", "<br>"),
    *(
        "<td>",
        "<table>",
        "<table><tr><td>",
        "<li>",
        "<ul><li>",
        "</div>",
        '<p a="',
        "<p a='>",
        "<!doctype [",
        "<b><i>",
    ),
    *(
        "<font></td>",
        "<textarea>",
        "<a>",
        "<svg>",
        "</a><a>x",
        "<span itemprop=x>",
        "<tr>x",
        "<pre>\n\n",
        "&#",
        "&#x41;",
    ),
)


@pytest.mark.parametrize("piece", PIECES)
def test_markup_is_read_in_linear_work(piece: str) -> None:
    short, long = piece * (4_000 // len(piece)), piece * (8_000 // len(piece))
    assert steps(lambda: read_markup(long)) <= 2.5 * steps(lambda: read_markup(short)) + 400


@given(
    st.lists(
        st.sampled_from((*PIECES, "x y", "</table>", "</a>", "-->", ">", "'", '"', " \u202e é ")), max_size=60
    )
)
def test_every_line_is_made_of_its_runs(pieces: list[str]) -> None:
    for found in read_markup("".join(pieces)).blocks:
        assert found.text.strip() == found.text
        assert [start for start, _, _ in found.runs] == sorted(start for start, _, _ in found.runs)
        assert all(0 <= start < end <= len(found.text) for start, end, _ in found.runs)


@given(st.text("<>/ab'\"= \n!-&;", max_size=80))
def test_nothing_breaks_the_scanner(html: str) -> None:
    read_markup(html)


@given(
    st.lists(
        st.sampled_from(
            ("<p>", "<div>", "</div>", "<b>", "</b>", "<li>", "<td>", "<h1>", "<br>", "<a href=x>")
        )
    )
)
def test_no_word_between_tags_is_lost(tags: list[str]) -> None:
    html = "".join(f"{tag}word{number} " for number, tag in enumerate(tags))
    text = lines(html)
    assert all(f"word{number}" in text for number in range(len(tags)))
