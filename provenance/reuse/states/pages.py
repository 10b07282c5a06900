"""What makes two sources one page: an address, or a publisher and a title."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from provenance.model.sources import Basis, Source
from provenance.reuse.states.order import UPDATE_MARK
from provenance.reuse.states.page_addresses import address_host, page_address
from provenance.text.folding import fold_text

_ADDRESSES = ("url", "canonical_url", "amp_url")
_DECLARED = re.compile(r"meta\b|JSON-LD|.{0,40}\[(?:itemprop|property)=")
"""Fields in which a page's markup names an address as its own; from where it was fetched is told by archives,
saving programs and sidecars."""
MOST_DAYS = 3
"""Days between the publication of two texts of one title from which they are two issues of a column (the
weather, the markets) and no states of one story."""
_MARK = (
    "retracted|retraction|withdrawn|withdrawal|removed|corrected|correction|updated?|erratum|corrigendum|amended|"
    "revised|republished|clarified|clarification|expression of concern"
)
"""Words with which journals and newsrooms mark the title of a text that was changed (common usage)."""
_OPENING_MARK = re.compile(
    rf"^[\[(]?(?:{_MARK})(?: (?:article|paper|version|story|chapter|notice|to))?(?: \d{{1,2}})?"
    r"[\])]?(?:\s*[:|]|\s*[-–—]\s|(?<=[\])])\s)\s*",
    re.IGNORECASE,
)
_CLOSING_MARK = re.compile(
    rf"\s*(?:[\[(](?:{_MARK})\b[^\])]{{0,40}}[\])]|\s[-–—|]\s(?:{_MARK}))\s*$", re.IGNORECASE
)
_LEAST_TITLE_WORDS = 2
"""A title of one word (News, Weather) names a place of a site, not a story."""
_LEAST_LETTERS = 4
"""Of a title in a script that may be written without spaces."""


@frozen
class Link:
    """Why two sources may be one page, in words. `by_name`: only publisher and title say so, no address."""

    reason: str
    by_name: bool


def page_keys(source: Source) -> list[str]:
    """The addresses that a source has or names as its own, and its publisher with its title."""
    keys = dict.fromkeys(f"address {address}" for address, _ in _addresses(source))
    named = _named(source)
    return [*keys, *([f"named {named}"] if named else [])]


def find_link(a: Source, b: Source) -> Link | None:
    """What makes two sources one page, if their texts are alike too; None if nothing says so.

    An address that only the markup names does not join pages of two hosts or two publishers: those who carry
    another's text name its address there. Publisher and title join none whose addresses are known and differ.
    """
    one, two = dict(_addresses(a)), dict(_addresses(b))
    shared = sorted(one.keys() & two.keys())
    own = [address for address in shared if one[address] and two[address]]
    if own:
        return Link(f"one address, {own[0]}", by_name=False)
    if shared and not _are_two_houses(a, b):
        return Link(f"one address, {shared[0]}", by_name=False)
    is_of_one_time = days_apart(a, b) <= MOST_DAYS or _is_marked(a) != _is_marked(b)
    if not (one and two) and have_one_title(a, b) and is_of_one_time:
        title = " ".join((a.value("title") or "").split())
        return Link(f"one publisher and title, {a.value('publisher')}: {title}", by_name=True)
    return None


def have_one_title(a: Source, b: Source) -> bool:
    """Are they of one publisher, under one title that can name a story or a column? What marks a text as
    changed ("RETRACTED:", "[Updated]") is no part of its title."""
    named = _named(a)
    return bool(named) and named == _named(b)


def plain_title(title: str) -> str:
    """The title without the marks at its beginning and end that tell of a change."""
    return _CLOSING_MARK.sub("", _OPENING_MARK.sub("", UPDATE_MARK.sub("", title.strip()))).strip()


def _is_marked(source: Source) -> bool:
    """Does its title say that it was changed? That may be long after it was published."""
    title = (source.value("title") or "").strip()
    return plain_title(title) != title


def _addresses(source: Source) -> Iterator[tuple[str, bool]]:
    """(address, was the page fetched from there?), those fetched from last."""
    found = [
        (page_address(each.value), each.name == "url" and not _DECLARED.match(each.field or ""))
        for name in reversed(_ADDRESSES)
        for each in source.metadata
        if each.name == name
    ]
    yield from (pair for pair in found if pair[0])


def _named(source: Source) -> str:
    publisher, title = (
        fold_text(source.value("publisher") or ""),
        fold_text(plain_title(source.value("title") or "")),
    )
    is_unspaced = not title.isascii() and len(title) > _LEAST_LETTERS
    is_title = len(title.split()) >= _LEAST_TITLE_WORDS or is_unspaced
    return f"{publisher} / {title}" if publisher and is_title else ""


def _are_two_houses(a: Source, b: Source) -> bool:
    """Were they fetched from two sites, or do they name two publishers?"""
    hosts = [address_host(source.value("url")) for source in (a, b)]
    if all(hosts) and not _is_inside(*hosts):
        return True
    names = [
        fold_text(each.value) if each and each.basis is not Basis.INFERRED else ""
        for each in (a.first("publisher"), b.first("publisher"))
    ]
    return all(names) and not (f" {names[0]} " in f" {names[1]} " or f" {names[1]} " in f" {names[0]} ")


def _is_inside(one: str, other: str) -> bool:
    """Is one host the other, or a part of it (edition.example.org)?"""
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")


def days_apart(a: Source, b: Source) -> int:
    """Days that lie at least between the publication of both; 0 where that is not known."""
    try:
        one, two = (
            (date.fromisoformat(each.earliest[:10]), date.fromisoformat(each.latest[:10]))
            for each in (a.first("published"), b.first("published"))
            if each is not None and each.earliest and each.latest
        )
    except ValueError:  # one is not dated, or not in our form
        return 0
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)
