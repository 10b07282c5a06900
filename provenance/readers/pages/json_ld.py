"""What a page's JSON-LD states of the article."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provenance.model.sources import Metadatum
from provenance.readers.pages.meta_names import ARTICLES, PAGES, type_name
from provenance.readers.pages.values import state

_LONGEST_CHARS = 500_000
_DEEPEST = 6
_MOST_THINGS = 2_000
_MOST_NAMES = 30
_OPENINGS = ("//", "<![CDATA[", "<!--", "/*", "*/")
_CLOSINGS = ("*/", "]]>", "-->", "/*", "//", ";")
"""What JSON is wrapped in, in scripts for browsers of old."""
_TEXTS = {"headline": "title", "inLanguage": "language"}
_DATES = {"datePublished": "published", "dateModified": "modified", "dateCreated": "created"}


def find_json_ld(scripts: Sequence[tuple[str, str]]) -> Iterator[Metadatum]:
    """Of the first article that is described at the top or in a graph, and of others with its headline or
    address; of the page where there is no article. Lists of related articles are left out."""
    things = [
        thing
        for kind, content in scripts
        if kind.split(";")[0].strip() == "application/ld+json" and len(content) <= _LONGEST_CHARS
        for thing in _things(_parse(content))
    ][:_MOST_THINGS]
    named = {
        str(thing["@id"]): thing["name"]
        for thing in things
        if isinstance(thing.get("@id"), str) and isinstance(thing.get("name"), str)
    }
    articles = [thing for thing in things if _types(thing) & ARTICLES]
    for thing in articles[:1] + [each for each in articles[1:] if _is_of_one_page(articles[0], each)]:
        yield from _article(thing, named)
    if not articles:
        pages = [thing for thing in things if _types(thing) & PAGES]
        for thing in pages[:1]:
            yield from _fields(thing, _DATES)


def _parse(content: str) -> Any:
    text = content.strip()
    for mark in _OPENINGS:
        text = text.removeprefix(mark).lstrip()
    for mark in _CLOSINGS:
        text = text.removesuffix(mark).rstrip()
    try:
        return json.loads(text, strict=False)
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
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(name), depth + 1)


def _types(thing: Mapping[str, Any]) -> set[str]:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {type_name(kind) for kind in listed if isinstance(kind, str)}


def _is_of_one_page(first: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Two plugins of one site may each describe the article that the page is."""
    headlines = [str(thing.get("headline") or "").strip() for thing in (first, other)]
    places = [set(_places(thing)) for thing in (first, other)]
    return bool(headlines[0] and headlines[0] == headlines[1]) or bool(places[0] & places[1])


def _article(thing: Mapping[str, Any], named: Mapping[str, str]) -> Iterator[Metadatum]:
    """`named`: identifier → name, of all things that the page describes."""
    yield from _fields(thing, _TEXTS)
    if "headline" not in thing:
        yield from state("title", thing.get("name"), "JSON-LD name")
    yield from state("alternative_title", thing.get("alternativeHeadline"), "JSON-LD alternativeHeadline")
    writers = "author" if "author" in thing else "creator"
    for person in _names(thing.get(writers), named)[:_MOST_NAMES]:
        yield from state("author", person, f"JSON-LD {writers}")
    for house in _names(thing.get("publisher"), named)[:1]:
        yield from state("publisher", house, "JSON-LD publisher")
    yield from _fields(thing, _DATES)
    for place in list(dict.fromkeys(_places(thing)))[:1]:
        yield from state("url", place, "JSON-LD url")
    language = thing.get("inLanguage")
    if isinstance(language, dict):
        yield from state("language", language.get("alternateName"), "JSON-LD inLanguage")
    for origin in _names(thing.get("isBasedOn"), named)[:_MOST_NAMES]:
        yield from state("based_on", origin, "JSON-LD isBasedOn")


def _fields(thing: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Metadatum]:
    for field, name in names.items():
        value = thing.get(field)
        values = value if isinstance(value, list) else [value]
        for inner in values[:_MOST_NAMES]:
            literal = inner.get("@value") if isinstance(inner, dict) else inner
            yield from state(name, literal, f"JSON-LD {field}")


def _places(thing: Mapping[str, Any]) -> Iterator[str]:
    """Its addresses, `url` first."""
    for field in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(field)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.startswith("http"):
            yield value.split("#")[0]


def _names(value: Any, named: Mapping[str, str]) -> list[str]:
    """The names of people or houses; one that is only pointed at has its name elsewhere in the page."""
    found: list[Any] = []
    for inner in value if isinstance(value, list) else [value]:
        name = _name(inner, named) if isinstance(inner, dict) else named.get(str(inner), inner)
        found += name if isinstance(name, list) else [name]
    return list(dict.fromkeys(name for name in found if isinstance(name, str)))


def _name(thing: Mapping[str, Any], named: Mapping[str, str]) -> Any:
    name = thing.get("name") or named.get(str(thing.get("@id")))
    parts = [thing.get("givenName"), thing.get("familyName")]
    if not name and all(isinstance(part, str) and part for part in parts):
        name = " ".join(map(str, parts))
    return name or thing.get("url")
