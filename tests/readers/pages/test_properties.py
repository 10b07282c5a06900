"""Every place where a page's markup states something of the page, and how the places are told apart."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import Basis, Metadatum, ZoneBasis
from provenance.readers.pages.markup import read_markup
from provenance.readers.pages.properties import find_properties
from provenance.readers.pages.values import split_archived
from tests.growth import steps

ARTICLE = {"@type": "NewsArticle", "headline": "Dam gives way", "author": {"name": "Ann Lee"}}


def read(html: str) -> list[Metadatum]:
    return find_properties(read_markup(html))


def told(html: str, name: str) -> list[tuple[str, str | None]]:
    return [(each.value, each.field) for each in read(html) if each.name == name]


def ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def test_one_value_from_several_places_is_kept_of_each() -> None:
    html = (
        ld(ARTICLE) + '<meta property="og:title" content="Dam gives way"><title>Dam gives way | Post</title>'
    )
    assert told(html, "title") == [
        ("Dam gives way", "JSON-LD headline"),
        ("Dam gives way", 'meta[property="og:title"]'),
        ("Dam gives way | Post", "<title>"),
    ]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("By Ann Lee", ["Ann Lee"]),
        (["Ann Lee", {"name": "Tom Ray"}], ["Ann Lee", "Tom Ray"]),
        ({"@id": "#ann"}, ["Ann Lee"]),
        ([{"@id": "#ann"}, {"@id": "#none"}], ["Ann Lee"]),
        ({"@list": ["Ann Lee"]}, []),
        ({"name": ["Ann Lee", "Tom Ray"]}, ["Ann Lee", "Tom Ray"]),
        ({"givenName": "Ann", "familyName": "Lee"}, ["Ann Lee"]),
        ({"name": "https://post.example/ann"}, []),
        (7, []),
        ("Kirby Smith", ["Kirby Smith"]),
    ],
)
def test_authors_in_json_ld_are_named_listed_or_pointed_at(author: object, names: list[str]) -> None:
    graph = {"@graph": [{**ARTICLE, "author": author}, {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}
    assert [value for value, _ in told(ld(graph), "author")] == names


def test_json_ld_says_address_language_and_what_it_is_based_on() -> None:
    thing = {
        **ARTICLE,
        "@type": ["https://schema.org/LiveBlogPosting"],
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://post.example/dam#main"},
        "inLanguage": {"@type": "Language", "alternateName": "en"},
        "isBasedOn": "https://wire.example/1",
        "dateCreated": "2019-05-01",
    }
    assert told(ld(thing), "url") == [("https://post.example/dam", "JSON-LD url")]
    assert told(ld(thing), "language") == [("en", "JSON-LD inLanguage")]
    assert told(ld(thing), "based_on") == [("https://wire.example/1", "JSON-LD isBasedOn")]


def test_a_second_description_of_the_same_article_counts_and_another_article_does_not() -> None:
    same = {**ARTICLE, "datePublished": "2019-05-04"}
    html = ld(
        {**ARTICLE, "datePublished": "2019-05-02"}, same, {**same, "headline": "Other", "author": "X Y"}
    )
    assert [value for value, _ in told(html, "published")] == ["2019-05-02", "2019-05-04"]
    assert [value for value, _ in told(html, "author")] == ["Ann Lee"]


def test_the_page_is_asked_for_its_dates_where_no_article_is_described() -> None:
    html = ld({"@graph": [{"@type": "WebPage", "datePublished": "2019-05-02T10:00:00-07:00", "name": "x"}]})
    (found,) = read(html)
    assert (found.value, found.zone) == ("2019-05-02T10:00:00-07:00", ZoneBasis.STATED)
    assert (found.earliest, found.latest) == ("2019-05-02T17:00:00Z", "2019-05-02T17:00:01Z")


@pytest.mark.parametrize(
    "content", ["", "{", "[" * 100_000, '{"@graph": 1}', "null", "//<![CDATA[\n[]//]]>", "9" * 9_000]
)
def test_broken_json_ld_states_nothing(content: str) -> None:
    assert read(f'<script type="application/ld+json">{content}</script>') == []


def test_json_in_a_comment_of_the_script_is_read() -> None:
    content = f"\n//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>\n"
    assert told(f'<script type="application/ld+json">{content}</script>', "author") == [
        ("Ann Lee", "JSON-LD author")
    ]


@pytest.mark.parametrize(
    ("meta", "name", "value"),
    [
        ('name="DC.date.issued" content="2019-05-02"', "published", "2019-05-02"),
        ('name="dc:creator" content="Ann Lee"', "author", "Ann Lee"),
        ('name="citation_author" content="Lee, Ann"', "author", "Lee, Ann"),
        ('name="citation_publication_date" content="2019/05/02"', "published", "2019-05-02"),
        ('name="citation_publication_date" content="2019"', "published", "2019"),
        ('name="parsely-pub-date" content="2019-05-02T10:00:00Z"', "published", "2019-05-02T10:00:00+00:00"),
        (
            'name="sailthru.date" content="Thu, 02 May 2019 10:00:00 -0400"',
            "published",
            "2019-05-02T10:00:00-04:00",
        ),
        ('name="pubdate" content="20190502"', "published", "2019-05-02"),
        ('property="article:modified_time" content="2019-05-03"', "modified", "2019-05-03"),
        (
            'http-equiv="last-modified" content="Fri, 03 May 2019 10:00:00 GMT"',
            "modified",
            "2019-05-03T10:00:00+00:00",
        ),
        ('http-equiv="Content-Language" content="en-GB"', "language", "en-GB"),
        ('property="og:locale" content="en_GB"', "language", "en_GB"),
        ('property="og:url" content="https://post.example/dam"', "url", "https://post.example/dam"),
        ('name="original-source" content="https://wire.example/1"', "based_on", "https://wire.example/1"),
        ('property="og:title twitter:title" content="Dam &amp; lake"', "title", "Dam & lake"),
    ],
)
def test_names_of_the_common_vocabularies_are_known(meta: str, name: str, value: str) -> None:
    assert value in [each for each, _ in told(f"<meta {meta}>", name)]


@pytest.mark.parametrize(
    "meta",
    [
        'property="article:author" content="https://social.example/ann"',
        'name="twitter:creator" content="@ann"',
        'name="author" content="@ann"',
        'name="author" content=""',
        'name="date" content="soon"',
        'property="og:url" content="/dam"',
        'name="generator" content="Press 4.1"',
        'name="language" content="English, of course"',
    ],
)
def test_values_of_another_kind_state_nothing(meta: str) -> None:
    assert read(f"<meta {meta}>") == []


def test_microdata_is_read_from_any_element() -> None:
    html = """<article itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline">Dam <b>gives</b> way</h1>
      <p>By <span itemprop="author" itemscope itemtype="https://schema.org/Person">
        <a itemprop="url" href="/ann"><span itemprop="name">Ann Lee</span></a></span>
      <time itemprop="datePublished" datetime="2019-05-02T10:00+02:00">Thursday</time></p>
      <span itemprop="dateModified">3 May 2019</span>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="The Post"><img itemprop=logo></div>
      <link itemprop="mainEntityOfPage" href="https://post.example/dam"></article>"""
    assert told(html, "title") == [("Dam gives way", 'h1[itemprop="headline"]')]
    assert told(html, "published") == [("2019-05-02T10:00+02:00", 'time[itemprop="datePublished"]')]
    assert told(html, "modified") == [("2019-05-03", 'span[itemprop="dateModified"]')]
    assert told(html, "publisher") == [("The Post", 'div[itemprop="publisher"]')]
    assert told(html, "url") == [("https://post.example/dam", 'link[itemprop="mainEntityOfPage"]')]
    assert "Ann Lee" in [value for value, _ in told(html, "author")]


def item(headline: str, body: str = "") -> str:
    return f'<div itemscope itemtype="schema.org/Article"><b itemprop="headline">{headline}</b>{body}</div>'


def test_teasers_with_microdata_state_nothing_of_the_page() -> None:
    assert told(item("One") + item("Two"), "title") == []
    html = item("One") + item("Two", '<div itemprop="articleBody">Text</div>') + item("Three")
    assert told(html, "title") == [("Two", 'b[itemprop="headline"]')]


def test_rdfa_properties_are_read() -> None:
    html = """<span property="dc:date dc:created" content="2019-05-02T10:00:00+01:00">Thursday</span>
      <span property="schema:author" typeof="Person"><b property="schema:name">Ann Lee</b></span>"""
    assert ("2019-05-02T10:00:00+01:00", 'span[property="dc:date"]') in told(html, "published")
    assert told(html, "author") == [("Ann Lee", 'span[property="schema:author"]')]


def test_what_the_page_states_twice_in_different_words_outside_of_items_is_left_out() -> None:
    html = '<b itemprop="headline">One</b><b itemprop="headline">Two</b>'
    assert read(html) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (
            '<time class="entry-date published" datetime="2019-05-02">x</time>',
            [("2019-05-02", Basis.METADATA)],
        ),
        ('<time pubdate datetime="2019-05-02">x</time>', [("2019-05-02", Basis.METADATA)]),
        ('<time datetime="2019-05-02">x</time>', [("2019-05-02", Basis.INFERRED)]),
        ('<time datetime="2019-05-02">x</time><time datetime="2019-05-03">y</time>', []),
        ("<time>3 May 2019</time>", []),
        (
            '<time class="entry-date" datetime="2019-05-02">x</time>'
            '<time class="entry-date" datetime="2018-05-02">y</time>',
            [("2019-05-02", Basis.INFERRED)],
        ),
        ('<meta name="datecreated" content="2019-05-02">', [("2019-05-02", Basis.INFERRED)]),
    ],
)
def test_time_elements_and_the_day_of_writing(html: str, found: list[tuple[str, Basis]]) -> None:
    assert [(each.value, each.basis) for each in read(html) if each.name == "published"] == found


@pytest.mark.parametrize(
    ("html", "author"),
    [
        ('<p>By <a rel="author" href="/a">Ann Lee</a></p>', ["Ann Lee"]),
        ('<span class="author vcard">By <a class="url fn n" href=/a>Ann Lee</a></span>', ["Ann Lee"]),
        ('<i class="post-author vcard">Posted by <b class="fn">Ann Lee</b></i>', ["Ann Lee"]),
        ('<a class="p-author h-card" href=/a>Ann Lee</a>', ["Ann Lee"]),
        ('<div class="comment-author vcard"><cite class="fn">Ann Lee</cite></div>', []),
        ("<a rel=author>Ann Lee</a><a rel=author>Tom Ray</a>", []),
        ("<a rel=author>Ann Lee</a><a rel=author>Ann Lee</a>", ["Ann Lee"]),
        (
            '<span itemprop="author"><a rel="author"><b itemprop="name">Ann Lee</b></a></span>',
            ["Ann Lee"] * 2,
        ),
    ],
)
def test_cards_and_links_name_the_author_where_they_name_one(html: str, author: list[str]) -> None:
    assert [value for value, _ in told(html, "author")] == author


def test_links_and_the_language_of_the_page() -> None:
    html = (
        '<html lang="en-GB"><link rel="canonical" href="https://post.example/dam">'
        '<link rel="amphtml" href="https://post.example/amp/dam">'
        '<link rel="author" href="/a" title="Ann Lee">'
    )
    assert told(html, "canonical_url") == [("https://post.example/dam", 'link[rel="canonical"]')]
    assert told(html, "amp_url") == [("https://post.example/amp/dam", 'link[rel="amphtml"]')]
    assert told(html, "author") == [("Ann Lee", 'link[rel="author"]')]
    assert told(html, "language") == [("en-GB", "html[lang]")]


@pytest.mark.parametrize(
    ("note", "url", "captured", "zone"),
    [
        ("<!-- saved from url=(0024)https://post.example/dam -->", "https://post.example/dam", None, None),
        (
            "<!--\n Page saved with SingleFile \n url: https://post.example/dam \n"
            " saved date: Fri May 03 2019 10:15:00 GMT+0200 (Central European Summer Time)\n-->",
            "https://post.example/dam",
            "2019-05-03T08:15:00Z",
            ZoneBasis.STATED,
        ),
        (
            "<!-- Mirrored from post.example/dam by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Fri, 03 May 2019 10:15:00 GMT -->",
            "http://post.example/dam",
            "2019-05-03T10:15:00Z",
            ZoneBasis.UTC_BY_FORMAT,
        ),
        (
            "<!--\n     FILE ARCHIVED ON 10:15:00 May 03, 2019 AND RETRIEVED FROM THE\n     ARCHIVE ON 1 -->",
            None,
            "2019-05-03T10:15:00Z",
            ZoneBasis.UTC_BY_FORMAT,
        ),
        (
            '<link rel="canonical" href="https://web.archive.org/web/20190503101500/https://post.example/dam">',
            None,
            "2019-05-03T10:15:00Z",
            ZoneBasis.UTC_BY_FORMAT,
        ),
        (
            '<html data-scrapbook-source="https://post.example/dam" '
            'data-scrapbook-create="20190503101500123">',
            "https://post.example/dam",
            "2019-05-03T10:15:00Z",
            ZoneBasis.UTC_BY_FORMAT,
        ),
        ("<!-- saved from url=(0001)no -->", None, None, None),
        ("<!-- we saved from url lists -->", None, None, None),
    ],
)
def test_programs_that_save_pages_say_from_where_and_when(
    note: str, url: str | None, captured: str | None, zone: ZoneBasis | None
) -> None:
    found = {each.name: each for each in read(note)}
    assert (found["url"].value if "url" in found else None) == url
    capture = found.get("captured_at")
    assert (capture.earliest if capture else None) == captured
    assert (capture.zone if capture else None) == zone


@pytest.mark.parametrize(
    ("address", "split"),
    [
        (
            "https://web.archive.org/web/20190503101500id_/http://a.example/x",
            ("http://a.example/x", "20190503101500"),
        ),
        (
            "https://archive.ph/2019.05.03-101500/https://a.example/x",
            ("https://a.example/x", "20190503101500"),
        ),
        (
            "https://webarchive.example.gov/20190503101500/http:/a.example/x",
            ("http://a.example/x", "20190503101500"),
        ),
        ("https://a.example/2019/05/03/https", ("https://a.example/2019/05/03/https", "")),
    ],
)
def test_an_archives_address_holds_the_pages_own(address: str, split: tuple[str, str]) -> None:
    assert split_archived(address) == split


@given(st.text(), st.text(alphabet='<>"= /abcmetaitempropscopehtml![]{}-', max_size=200))
def test_any_markup_can_be_read(text: str, tags: str) -> None:
    for found in [*read(text), *read(tags), *read(f"<meta name=author content={text!r}>")]:
        assert found.value and (found.zone is None) == (found.earliest is None)


@pytest.mark.parametrize(
    "piece",
    [
        '<meta name="author" content="A">',
        "<b itemprop=headline>",
        "<i itemscope itemtype=Article>",
        "<!-- saved from url=(1)http://a.b -->",
        "<!-- Page saved with SingleFile\n url: ",
        '<script type="application/ld+json">{"@type":"Article","headline":"x"}</script>',
        "<time datetime=2019-05-02>",
        '<link rel="canonical" href="https://a.b/20190503101500/http://',
        " ",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    def work(length: int) -> int:
        html = piece * (length // len(piece))
        return steps(lambda: read(html))

    read(piece * 9)
    assert work(40_000) <= 2.5 * work(20_000) + 200
