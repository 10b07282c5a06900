"""Metadata that stands in a page's markup: JSON-LD, Open Graph, meta elements, canonical link."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from provenance.model.sources import Basis, Metadatum
from provenance.readers.pages.markup import Markup
from provenance.readers.statements.stamps import read_stamp

_META_NAMES = {  # from the vocabularies' own pages: ogp.me, Dublin Core, Highwire, parse.ly, schema.org
    **dict.fromkeys(
        ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title"), "title"
    ),
    **dict.fromkeys(
        (
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "parsely-author",
            "byl",
            "sailthru.author",
        ),
        "author",
    ),
    **dict.fromkeys(
        ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "cre"),
        "publisher",
    ),
    **dict.fromkeys(
        (
            *(
                "article:published_time",
                "og:published_time",
                "datepublished",
                "dc.date.issued",
                "dcterms.issued",
            ),
            *(
                "dc.date",
                "dcterms.created",
                "citation_publication_date",
                "parsely-pub-date",
                "sailthru.date",
                "pubdate",
            ),
            *("publishdate", "publish-date", "publication_date", "date"),
        ),
        "published",
    ),
    **dict.fromkeys(
        (
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "dcterms.modified",
            "last-modified",
            "lastmod",
        ),
        "modified",
    ),
    **dict.fromkeys(("og:url",), "url"),
}
_ARTICLES = frozenset(
    "article newsarticle blogposting report reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle askpublicnewsarticle reviewnewsarticle liveblogposting scholarlyarticle "
    "techarticle socialmediaposting advertisercontentarticle satiricalarticle discussionforumposting".split()
)
_DATES = frozenset(("published", "modified"))
_LONGEST_JSON_CHARS = 500_000
_LONGEST_CHARS = 500
_DEEPEST = 6


def find_properties(markup: Markup) -> list[Metadatum]:
    """Statements of the markup, JSON-LD first, then meta elements in the order of the page, then <title>."""
    found = [*_json_ld(markup), *_meta(markup), *_links(markup)]
    if markup.title:
        found += _state("title", markup.title, "<title>")
    return found


def _state(name: str, value: object, field: str) -> list[Metadatum]:
    """The statement, or none where the value is empty or not of its kind."""
    text = re.sub(r"\s+", " ", unescape(value)).strip() if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST_CHARS:
        return []
    is_address = re.match(r"https?://", text) is not None
    if name in _DATES:
        stamp = read_stamp(text)
        if stamp is None:
            return []
        return [Metadatum(name, stamp.value, Basis.METADATA, None, field, stamp.earliest, stamp.latest)]
    if is_address != (name in ("url", "canonical_url")):
        return []
    return [Metadatum(name, text, Basis.METADATA, None, field)]


def _meta(markup: Markup) -> Iterator[Metadatum]:
    for tag, attributes in markup.elements:
        if tag == "meta":
            kind = next((kind for kind in ("property", "name", "itemprop") if kind in attributes), None)
            name = _META_NAMES.get(attributes[kind].strip().casefold()) if kind else None
            if kind and name:
                field = f'meta[{kind}="{attributes[kind].strip().casefold()}"]'
                yield from _state(name, attributes.get("content"), field)


def _links(markup: Markup) -> Iterator[Metadatum]:
    for tag, attributes in markup.elements:
        if tag == "link" and "canonical" in attributes.get("rel", "").casefold().split():
            yield from _state("canonical_url", attributes.get("href"), 'link[rel="canonical"]')


def _json_ld(markup: Markup) -> Iterator[Metadatum]:
    """Of the first article that the page's JSON-LD describes at its top or in its graph."""
    things = [
        thing
        for kind, content in markup.scripts
        if kind == "application/ld+json" and len(content) <= _LONGEST_JSON_CHARS
        for thing in _things(_parse(content))
    ]
    named = {str(thing["@id"]): thing["name"] for thing in things if "@id" in thing and "name" in thing}
    for thing in things:
        if _types(thing) & _ARTICLES:
            yield from _article(thing, named)
            return


def _parse(content: str) -> Any:
    try:
        return json.loads(content.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Top-level objects and those of a @graph or mainEntity; no lists of related articles."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for inner in value:
            yield from _things(inner, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity"):
            yield from _things(value.get(name), depth + 1)


def _types(thing: dict[str, Any]) -> set[str]:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].casefold() for kind in listed if isinstance(kind, str)}


def _article(thing: dict[str, Any], named: Mapping[str, Any]) -> Iterator[Metadatum]:
    """`named`: identifier → name, of all things that the page describes."""
    yield from _state("title", thing.get("headline"), "JSON-LD headline")
    for person in _names(thing.get("author"), named):
        yield from _state("author", person, "JSON-LD author")
    for house in _names(thing.get("publisher"), named)[:1]:
        yield from _state("publisher", house, "JSON-LD publisher")
    yield from _state("published", thing.get("datePublished"), "JSON-LD datePublished")
    yield from _state("modified", thing.get("dateModified"), "JSON-LD dateModified")
    yield from _state("url", thing.get("url"), "JSON-LD url")


def _names(value: Any, named: Mapping[str, Any]) -> list[str]:
    """The names of people or houses; one that is only pointed at has its name elsewhere in the page."""
    listed = value if isinstance(value, list) else [value]
    found = [
        inner.get("name") or named.get(str(inner.get("@id"))) if isinstance(inner, dict) else inner
        for inner in listed
    ]
    return [name for name in found if isinstance(name, str)]
