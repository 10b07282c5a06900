"""Pages: all of their text, what of it is the article, and the statements of page and markup."""

import json

import pytest

from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, FurnitureKind, Source, State
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html
from provenance.text.masking import mask
from tests.growth import steps

PARAGRAPHS = "".join(
    f"<p>Paragraph {n} says that the harbour master counted {n} ships on the quay, and that none of them "
    f"had left before the tide turned in the small hours of the night.</p>\n"
    for n in range(2, 8)
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Not this"},
        {
            "@type": ["NewsArticle"],
            "headline": "Nine ships in the harbour",
            "author": [{"@type": "Person", "name": "Ann Lee"}],
            "publisher": {"@type": "Organization", "name": "The Evening Star"},
            "datePublished": "2018-03-03T06:30:00+01:00",
            "dateModified": "2018-03-04",
        },
    ],
}


def page(body: str = PARAGRAPHS, head: str = "") -> str:
    title = "<title>Nine ships | Star</title>"
    return f"<!doctype html><html lang=en><head>{title}{head}</head><body>{body}</body></html>"


def read(html: str) -> Reading:
    reading = read_html(html.encode(), "s", ReadingSettings())
    for metadatum in reading.metadata:
        if metadatum.span and metadatum.earliest is None:
            assert metadatum.span.quote(reading.text) == metadatum.value
    return reading


def article(reading: Reading) -> str:
    """The stored text without its furniture, and without the blank lines that this leaves."""
    masked = mask(reading.text, [furniture.span for furniture in reading.furniture])
    return "\n".join(line.strip() for line in masked.splitlines() if line.strip())


def kinds(reading: Reading) -> dict[str, FurnitureKind]:
    """What of the text is furniture."""
    return {furniture.span.quote(reading.text): furniture.kind for furniture in reading.furniture}


def first(reading: Reading, name: str) -> tuple[str, Basis, str | None] | None:
    source = Source("s", "a", State.READ, metadata=reading.metadata)
    found = source.first(name)
    return (found.value, found.basis, found.field) if found else None


def test_the_text_is_all_of_the_page_and_what_is_not_the_article_is_marked() -> None:
    body = (
        "<nav><a href=/>Home</a></nav><article><h1>Nine ships in the harbour</h1><p class=by>By Ann Lee</p>"
        f"<time>3 March 2018</time>{PARAGRAPHS}</article><footer>© 2018 The Evening Star</footer>"
    )
    reading = read(page(body))
    assert reading.text.startswith(
        "Home\n\nNine ships in the harbour\n\nBy Ann Lee\n\n3 March 2018\n\nParagraph 2"
    )
    assert "Home" not in article(reading) and "Paragraph 7" in article(reading)
    assert kinds(reading) == {
        "Home": FurnitureKind.NAVIGATION,
        "© 2018 The Evening Star": FurnitureKind.NOTICE,
    }
    assert first(reading, "title") == ("Nine ships in the harbour", Basis.STATED, None)
    assert first(reading, "author") == ("Ann Lee", Basis.STATED, None)
    assert first(reading, "published") == ("2018-03-03", Basis.STATED, None)
    assert first(reading, "publisher") == ("The Evening Star", Basis.STATED, None)


def test_json_ld_is_read_of_the_article_only() -> None:
    reading = read(page(head=f'<script type="application/ld+json">{json.dumps(LD)}</script>'))
    assert first(reading, "author") == ("Ann Lee", Basis.METADATA, "JSON-LD author")
    assert first(reading, "publisher") == ("The Evening Star", Basis.METADATA, "JSON-LD publisher")
    assert first(reading, "published") == (
        "2018-03-03T06:30:00+01:00",
        Basis.METADATA,
        "JSON-LD datePublished",
    )
    assert first(reading, "modified") == ("2018-03-04", Basis.METADATA, "JSON-LD dateModified")


def test_meta_elements_and_the_canonical_link_are_read() -> None:
    reading = read(
        page(
            head='<meta property="og:site_name" content="The Evening Star">'
            "<meta name=author content='Ann Lee'>"
            "<meta property='article:published_time' content='2018-03-03'>"
            '<link rel="canonical" href="https://star.example/a"><meta name="author" content="https://x.example/ann">'
        )
    )
    assert first(reading, "publisher") == (
        "The Evening Star",
        Basis.METADATA,
        'meta[property="og:site_name"]',
    )
    assert first(reading, "author") == ("Ann Lee", Basis.METADATA, 'meta[name="author"]')
    assert first(reading, "canonical_url") == (
        "https://star.example/a",
        Basis.METADATA,
        'link[rel="canonical"]',
    )
    assert [m.value for m in reading.metadata if m.name == "author"] == ["Ann Lee"]


def test_the_outlet_in_the_markup_goes_before_the_owner_in_the_footer() -> None:
    meta = '<meta property="og:site_name" content="The Evening Star">'
    reading = read(page(f"{PARAGRAPHS}<footer>© 2018 Harbour Holdings Ltd</footer>", meta))
    houses = [(m.value, m.basis) for m in reading.metadata if m.name == "publisher"]
    assert houses == [("The Evening Star", Basis.METADATA), ("Harbour Holdings Ltd", Basis.STATED)]


def test_a_site_name_in_an_h1_is_no_headline() -> None:
    meta = '<meta property="og:title" content="Nine ships in the harbour">'
    reading = read(page(f"<h1>Coast Weekly</h1><h1>Nine ships in the harbour</h1>{PARAGRAPHS}", meta))
    assert first(reading, "title") == ("Nine ships in the harbour", Basis.STATED, None)


def test_a_headline_in_an_h2_goes_before_the_site_name_in_the_h1() -> None:
    body = (
        "<h1>Star Notes</h1><div><h2><a href=/n>Nine ships in the harbour</a></h2>"
        f"<p>Posted on <a href=/m>May 3, 2018</a> by <a href=/t>Tom Varley</a></p>{PARAGRAPHS}</div>"
    )
    html = page(body).replace("Nine ships | Star", "Nine ships in the harbour | Star Notes")
    reading = read(html)
    assert first(reading, "title") == ("Nine ships in the harbour", Basis.STATED, None)
    assert first(reading, "author") == ("Tom Varley", Basis.STATED, None)


def test_a_section_heading_does_not_go_before_a_headline_that_fits_the_title() -> None:
    html = page(f"<h1>Ships: timeline and next steps</h1>{PARAGRAPHS}<h2>Timeline and what happens next</h2>")
    reading = read(html.replace("Nine ships | Star", "Ships: timeline, and what happens next"))
    assert first(reading, "title") == ("Ships: timeline and next steps", Basis.STATED, None)


def test_of_equal_headings_that_which_begins_the_title_is_the_headline() -> None:
    credit = "<p>Published: Sunday 2 May 2021 at 09:40 | By Sam Ade</p>"
    html = page(f"<h1>Helm Radio</h1><div><h2>Ferry aground</h2>{credit}{PARAGRAPHS}</div>")
    reading = read(html.replace("Nine ships | Star", "Ferry aground | Helm Radio"))
    assert first(reading, "title") == ("Ferry aground", Basis.STATED, None)
    assert first(reading, "author") == ("Sam Ade", Basis.STATED, None)
    assert reading.text.count("Published: Sunday 2 May") == 1


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Nine ships | Rift Review", "Rift Review"),
        ("Nine ships - Coast - The Evening Star", "The Evening Star"),
        ("Nine ships – Norland Post", "Norland Post"),
        ("Nine ships | Coast | Norland Post", "Norland Post"),
        ("Nine ships | News", None),
        ("Nine ships - 3 May 2018", None),
        ("Nine ships in the harbour", None),
        ("Rift Review | Nine ships", None),
    ],
)
def test_the_site_after_the_headline_in_the_title_is_the_publisher(title: str, publisher: str | None) -> None:
    html = page(f"<h1>Nine ships</h1>{PARAGRAPHS}").replace("Nine ships | Star", title)
    found = first(read(html), "publisher")
    assert found == ((publisher, Basis.INFERRED, "<title>") if publisher else None)


def test_the_title_never_goes_before_what_the_page_says_of_its_publisher() -> None:
    meta = '<meta property="og:site_name" content="The Evening Star">'
    reading = read(page(f"<h1>Nine ships</h1>{PARAGRAPHS}", meta))
    assert first(reading, "publisher") == (
        "The Evening Star",
        Basis.METADATA,
        'meta[property="og:site_name"]',
    )


def test_a_line_that_has_nothing_of_the_titles_in_the_markup_is_no_title() -> None:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in ("Home Weather Contact us", PARAGRAPHS))
    reading = read(page(f"<table>{rows}</table>"))
    assert first(reading, "title") == ("Nine ships | Star", Basis.METADATA, "<title>")


def test_tables_have_no_bars_around_them() -> None:
    rows = "<tr><th>Group</th><th>Number</th></tr><tr><td>Crew</td><td>26</td></tr>"
    text = read(page(f"<article><h1>Nine ships</h1>{PARAGRAPHS}<table>{rows}</table></article>")).text
    assert (
        "Crew | 26" in text
        and "|---" not in text
        and not any(line.startswith("|") for line in text.splitlines())
    )


def test_names_that_json_ld_only_points_at_are_looked_up() -> None:
    things = [
        {"@type": "NewsArticle", "author": [{"@id": "#p"}], "publisher": {"@id": "#o"}},
        {"@type": "Person", "@id": "#p", "name": "Ada Quist"},
        {"@type": "Organization", "@id": "#o", "name": "Post Group"},
    ]
    script = json.dumps({"@graph": things})
    reading = read(page(head=f'<script type="application/ld+json">{script}</script>'))
    assert first(reading, "author") == ("Ada Quist", Basis.METADATA, "JSON-LD author")
    assert first(reading, "publisher") == ("Post Group", Basis.METADATA, "JSON-LD publisher")


def test_teasers_that_are_links_do_not_count_as_the_article() -> None:
    teaser = "<li><a href=/x><h3>Another story</h3><p>A teaser about the budget that is not of this.</p></a>"
    reading = read(page(f"<article><h1>Nine ships</h1>{PARAGRAPHS}</article><ul>{teaser * 30}</ul>"))
    assert reading.notices == () and "teaser" in reading.text and "teaser" not in article(reading)


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": "Article", "author": 3}', '"x"', "null", '{"@graph": [[]]}']
)
def test_broken_json_ld_is_no_trouble(script: str) -> None:
    assert "Paragraph 7" in read(page(head=f'<script type="application/ld+json">{script}</script>')).text


def test_what_is_nested_too_deep_for_the_extraction_is_taken_whole_with_a_warning() -> None:
    reading = read(page("<div>" * 300 + PARAGRAPHS + "</div>" * 300))
    assert "Paragraph 7" in article(reading) and reading.extractor == "markup"
    assert [notice.code for notice in reading.notices] == [Code.NESTING_LIMIT]


@pytest.mark.parametrize(
    "body",
    [
        "<b>x</b>" * 60_000 + PARAGRAPHS,
        f"<p {' '.join(f'a{n}=x' for n in range(30_000))}>{PARAGRAPHS}",
        "<i><b>" * 2_000 + PARAGRAPHS,
    ],
)
def test_markup_alone_decides_on_pages_that_are_too_much_for_the_extraction(body: str) -> None:
    reading = read(page(body))
    assert "Paragraph 7" in article(reading) and reading.extractor == "markup" and not reading.notices


def test_text_in_elements_that_sound_like_furniture_is_article_where_it_is_all_there_is() -> None:
    copies = "".join(f"<div class='sidebar share'>{PARAGRAPHS}</div>" for _ in range(3))
    assert "Paragraph 7" in article(read(page(f"<div id=newsletter>{copies}</div>")))


def test_a_page_that_is_only_navigation_says_so_and_keeps_its_text() -> None:
    links = "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(9))
    reading = read(page(f"<nav><ul>{links}</ul></nav><footer>© 2018 The Evening Star</footer>"))
    assert "Section number 8" in reading.text and not article(reading)
    assert [notice.code for notice in reading.notices] == [Code.NO_ARTICLE_TEXT]


@pytest.mark.parametrize(
    "body", ["Please enable JavaScript to continue.", "<noscript>You need to enable JavaScript.</noscript>"]
)
def test_a_page_that_only_asks_for_scripts_has_no_article(body: str) -> None:
    assert [notice.code for notice in read(page(body)).notices] == [Code.NO_ARTICLE_TEXT]


def test_a_page_without_text_is_a_source_with_a_warning() -> None:
    reading = read("<html><body><img src=a.png></body></html>")
    assert reading.text == "" and [notice.code for notice in reading.notices] == [Code.NO_TEXT]


def test_stray_nul_bytes_are_dropped_as_html_has_it() -> None:
    reading = read(page(PARAGRAPHS.replace("Paragraph 7", "Para\x00graph 7")))
    assert "Paragraph 7" in reading.text and reading.notices == ()


def test_utf_16_without_a_mark_is_read_all_the_same() -> None:
    reading = read_html(page().encode("utf-16-le"), "s", ReadingSettings())
    assert "Paragraph 7" in reading.text and reading.encoding == "utf-16-le"


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_source_with_a_warning(raw: bytes) -> None:
    reading = read_html(raw, "s", ReadingSettings())
    assert reading.text == "" and [notice.code for notice in reading.notices] == [Code.EMPTY]


@pytest.mark.parametrize(
    "start",
    [
        "<p hidden>",
        "<p style='color:red; display : none'>",
        "<p style='visibility:hidden'>",
        "<p aria-hidden=true>",
        "<p style='font-size:0'>",
        "<p style='font-size:0px'>",
        "<template>",
        "<div hidden><p>",
        "<noscript>",
    ],
)
def test_hidden_text_is_marked_as_such(start: str) -> None:
    reading = read(page(f"<h1>Nine ships</h1>{PARAGRAPHS}{start}9,999 ships</p></template></noscript></div>"))
    assert kinds(reading)["9,999 ships"] is FurnitureKind.HIDDEN


@pytest.mark.parametrize("style", ["font-size:0.9em", "font-size:08px", "display:block", "font-size:10px"])
def test_text_in_an_ordinary_style_is_not_hidden(style: str) -> None:
    reading = read(
        page(f"<h1>Nine ships</h1>{PARAGRAPHS}<p style='{style}'>There were nine in all, he said.</p>")
    )
    assert "There were nine in all" in article(reading)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("<div class='share-buttons'><a href=#>Pass it on to all</a></div>", FurnitureKind.NAVIGATION),
        ("<ol class=breadcrumb><li>Coast news</li></ol>", FurnitureKind.NAVIGATION),
        ("<div class=related><a href=/x>Another story of the coast</a></div>", FurnitureKind.TEASER),
        (
            "<section id=comments><p>I saw the ships with my own eyes, and they were ten.</p></section>",
            FurnitureKind.COMMENTS,
        ),
        (
            "<div class=newsletter-box><p>The coast in your inbox, every day at six.</p></div>",
            FurnitureKind.NEWSLETTER,
        ),
        ("<div class='cookie-banner'>We like cookies.</div>", FurnitureKind.NOTICE),
        ("<div class='ad-slot'>Buy a boat</div>", FurnitureKind.ADVERTISEMENT),
        ("<p>Advertisement</p>", FurnitureKind.ADVERTISEMENT),
        ("<p>Photo: Ann Lee/AFP</p>", FurnitureKind.CREDIT),
    ],
)
def test_each_kind_of_furniture_inside_the_article_is_recognised(block: str, kind: FurnitureKind) -> None:
    reading = read(page(f"<article><h1>Nine ships</h1>{PARAGRAPHS}{block}{PARAGRAPHS}</article>"))
    assert [furniture.kind for furniture in reading.furniture] == [kind]


def test_of_a_caption_only_the_credit_is_furniture() -> None:
    figure = (
        "<figure><img src=a.jpg><figcaption>The quay at low tide on Sunday. <span class=credit>Ann Lee/Star"
        "</span></figcaption></figure>"
    )
    reading = read(page(f"<article><h1>Nine ships</h1>{PARAGRAPHS}{figure}{PARAGRAPHS}</article>"))
    assert kinds(reading) == {"Ann Lee/Star": FurnitureKind.CREDIT}
    assert "The quay at low tide on Sunday." in article(reading)


def test_a_paragraph_that_the_extraction_dropped_between_kept_ones_is_article() -> None:
    short = "<p>None left.</p><h2>The tide</h2><ul><li>Nine at dawn</li><li>None at noon</li></ul>"
    text = article(read(page(f"<article><h1>Nine ships</h1>{PARAGRAPHS}{short}{PARAGRAPHS}</article>")))
    assert all(line in text for line in ("None left.", "The tide", "Nine at dawn", "None at noon"))


def test_scripts_and_styles_are_no_text() -> None:
    reading = read(page(f"<script>var a = '<p>evil</p>'</script><style>p {{}}</style>{PARAGRAPHS}"))
    assert "evil" not in reading.text and "{" not in reading.text


def test_the_declared_encoding_is_used() -> None:
    html = page(f"<p>Капитан вышел из порта.</p>{PARAGRAPHS}", "<meta charset=windows-1251>")
    reading = read_html(html.encode("cp1251"), "s", ReadingSettings())
    assert "Капитан" in reading.text and reading.encoding == "cp1251"


def test_xhtml_with_its_declaration_is_read() -> None:
    html = '<?xml version="1.0" encoding="utf-8"?>' + page()
    assert "Paragraph 7" in read(html).text


def test_the_date_is_guessed_from_the_page_only_where_none_is_stated() -> None:
    reading = read(
        page(f"{PARAGRAPHS}", '<meta name="x" content="y"><link rel=x href="/2018/03/03/ships.html">')
    )
    found = first(reading, "published")
    assert found is None or found[1] is Basis.INFERRED


def test_reading_twice_gives_the_same() -> None:
    html = page(f"<h1>Nine ships</h1>{PARAGRAPHS}").encode()
    assert read_html(html, "s", ReadingSettings()) == read_html(html, "s", ReadingSettings())


def test_what_json_ld_states_as_the_articles_body_is_article() -> None:
    body = "The harbour master told nobody. The tide turned at four and the ships were still there."
    script = json.dumps({"@type": "NewsArticle", "articleBody": f"{body} {PARAGRAPHS}"})
    html = page(
        f"<h1>Nine ships</h1>{PARAGRAPHS}<section class=aside><p>{body}</p></section>",
        f'<script type="application/ld+json">{script}</script>',
    )
    assert body in article(read(html))


@pytest.mark.parametrize(
    "name", ["discussion", "recommendations", "related-work", "share-of-the-catch", "legal-basis"]
)
def test_a_section_whose_id_is_its_heading_is_article(name: str) -> None:
    section = f"<section id={name}><h2 id={name}>A part</h2>{PARAGRAPHS.replace('ships', 'boats')}</section>"
    rest = PARAGRAPHS.replace("ships", "rafts") * 2
    whole = page(f"<article><h1>Nine ships</h1>{PARAGRAPHS * 3}{section}{rest}</article>")
    assert "counted 7 boats" in article(read(whole))


@pytest.mark.parametrize(
    "piece", ["<div>", "<li>Reply</li>", "<p>Related stories</p><p>a b c</p>", "<p hidden>x", "<a href=x>y"]
)
def test_a_page_is_read_in_linear_work(piece: str) -> None:
    short, long = page(piece * (3_000 // len(piece))), page(piece * (6_000 // len(piece)))
    read(short)
    assert steps(lambda: read(long)) <= 2.5 * steps(lambda: read(short)) + 2_000
