"""The headline is found wherever the article has it, whatever <title> says."""

import pytest

from provenance.model.settings import ReadingSettings
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html

PROSE = (
    "<p>The harbour office counted the boats on the quay after the storm passed, the director said to "
    "reporters on the pier.</p><p>Repairs will take six weeks and cost much money, according to the town "
    "council, which met late into the night.</p><p>The ferries will run again on Monday if the engineers "
    "agree, and the mayor asked people to be patient.</p>"
)
HEADLINE = "Harbour master, 54, leaves after forty years"
SITE = "The Coast Post"
LAYOUTS = {
    "bare": f"<h1>{HEADLINE}</h1>{PROSE}",
    "boxes": f'<div><header><a href="/">{SITE}</a></header><div class="content"><h1>{HEADLINE}</h1>{PROSE}'
    "</div></div>",
    "header of the article": f"<header><nav><a href='/'>Home</a></nav></header><main><article><header><h1>"
    f"{HEADLINE}</h1><p>By Ann Lee</p></header>{PROSE}</article></main><footer>Copyright {SITE}</footer>",
    "two h1": f'<div><h1 class="site-title"><a href="/">{SITE}</a></h1></div><div class="hentry">'
    f'<h1 class="entry-title">{HEADLINE}</h1><div class="entry-content">{PROSE}</div></div>',
    "two h1 without links": f"<div><h1>{SITE}</h1><p>News from the coast</p></div><h1>{HEADLINE}</h1>{PROSE}",
    "main": f"<div><a href='/'>{SITE}</a></div><main><h1>{HEADLINE}</h1><div>{PROSE}</div></main>",
    "site as h1": f"<header><h1><a href='/'>{SITE}</a></h1></header><div><h2>{HEADLINE}</h2>{PROSE}</div>",
    "in a box called header": f'<div class="header"><h1>{HEADLINE}</h1><p>3 June 2024</p></div>{PROSE}',
    "over the article's box": f'<div class="page-title"><h1>{HEADLINE}</h1></div><div class="text">'
    f"{PROSE}</div>",
    "table": f"<table><tr><td>{SITE}</td></tr><tr><td><h1>{HEADLINE}</h1></td></tr><tr><td>{PROSE}</td></tr>"
    "</table>",
    "other stories below": f"<header><a href='/'><h1>{SITE}</h1></a></header><h2>{HEADLINE}</h2>{PROSE}"
    "<h2>More news</h2><ul><li><a href='/x'>Council votes on the new school in the west</a></li></ul>",
    "h1 below": f"<main><article><h1>{HEADLINE}</h1>{PROSE}<h1>About the author</h1><p>Ann Lee has written "
    "about the sea for more than twenty years at this paper.</p></article></main>",
}
TITLES = (
    "",
    "News",
    SITE,
    f"{SITE} - All the news from the coast",
    f"World News | {SITE}",
    "Watch what went on at sea",
    HEADLINE,
    f"{HEADLINE} | {SITE}",
)


def read(html: str) -> Reading:
    return read_html(html.encode(), "s1", ReadingSettings())


def title_of(reading: Reading) -> str:
    return next(statement.value for statement in reading.metadata if statement.name == "title")


def furniture_of(reading: Reading) -> list[str]:
    return [part.span.quote(reading.text) for part in reading.furniture]


@pytest.mark.parametrize("head", ["", f'<meta property="og:site_name" content="{SITE}">'])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_headline_is_over_the_article_whatever_the_title_says(layout: str, title: str, head: str) -> None:
    page = f"<html><head><title>{title}</title>{head}</head><body>{layout}</body></html>"
    reading = read(page)
    assert title_of(reading) == HEADLINE
    assert not any(HEADLINE in piece or "harbour office" in piece for piece in furniture_of(reading))
    if SITE in reading.text:
        assert any(SITE in piece for piece in furniture_of(reading))


def test_another_headline_for_social_networks_takes_nothing_from_the_one_on_the_page() -> None:
    head = '<title>Harbour: what we know</title><meta property="og:title" content="You should see this">'
    reading = read(f"<head>{head}</head><body><h1>{HEADLINE}</h1>{PROSE}</body>")
    assert title_of(reading) == HEADLINE
    assert furniture_of(reading) == []


def test_a_paragraph_with_the_word_of_a_generic_title_is_no_headline() -> None:
    said = "The director Ann Lee said that 14 boats were lost on Tuesday, and this is important news."
    reading = read(f"<title>News</title><h1>Harbour</h1><p>{said}</p>")
    assert title_of(reading) == "Harbour"
    assert reading.notices == ()
    assert reading.furniture == ()


def test_a_heading_in_a_menu_is_no_headline() -> None:
    reading = read(f"<title>News</title><nav><h1>All our sections</h1></nav><h2>{HEADLINE}</h2>{PROSE}")
    assert title_of(reading) == HEADLINE


def test_a_heading_of_other_stories_is_no_headline() -> None:
    reading = read(f"<title>{HEADLINE}</title><h2>Related stories</h2>{PROSE}")
    assert title_of(reading) == HEADLINE
