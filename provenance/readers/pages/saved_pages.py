"""From where and when a page was saved, as the programs that save pages and web archives note it in it."""

import re
from collections.abc import Iterator

from provenance.model.sources import Basis, Metadatum
from provenance.readers.pages.markup import Markup
from provenance.readers.pages.values import state
from provenance.readers.statements.date_lines import make_field_date
from provenance.readers.statements.stamps import read_stamp

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{1,6}\)(?P<url>https?://\S{3,2000})")
_SINGLE_FILE = re.compile(r"\s*Page saved with SingleFile\b")
_SINGLE_FILE_URL = re.compile(r"^\s{0,20}url:\s{0,9}(?P<url>https?://\S{3,2000})", re.MULTILINE)
_SINGLE_FILE_DATE = re.compile(r"^\s{0,20}saved date:\s{0,9}(?P<when>[^\n]{8,120})", re.MULTILINE)
_SCRIPT_DATE = re.compile(  # as JavaScript prints a date
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{2}) (?P<year>\d{4}) (?P<clock>\d{2}:\d{2}:\d{2}) "
    r"GMT(?P<offset>[+-]\d{4})"
)
_MIRRORED = re.compile(
    r"\s*Mirrored from (?P<url>\S{4,2000}) by HTTrack[^,\n]{0,100},\s(?P<when>[^\n]{8,60})"
)
_WAYBACK = re.compile(
    r"\s*FILE ARCHIVED ON (?P<clock>\d{1,2}:\d{2}:\d{2}) "
    r"(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}), (?P<year>\d{4})\b"
)
_RELATIONS = frozenset(("original", "memento"))


def find_saved(markup: Markup) -> Iterator[Metadatum]:
    """Address and moment of capture. Wayback Machine and HTTrack give it in UTC."""
    for comment in markup.comments:
        yield from _from_comment(comment)
    for tag, attributes in markup.elements:
        if tag == "html" and "data-scrapbook-source" in attributes:
            yield from state("url", attributes["data-scrapbook-source"], "html[data-scrapbook-source]")
            yield from _captured(
                attributes.get("data-scrapbook-create", ""), "html[data-scrapbook-create]", is_utc=True
            )
        relations = _RELATIONS & set(attributes.get("rel", "").casefold().split()) if tag == "link" else ()
        for relation in sorted(relations):
            yield from state("url", attributes.get("href"), f'link[rel="{relation}"]')
            if relation == "memento":
                yield from _captured(attributes.get("datetime", ""), 'link[rel="memento"]', is_utc=True)


def _from_comment(comment: str) -> Iterator[Metadatum]:
    saved = _SAVED_FROM.match(comment)
    if saved:
        yield from state("url", saved["url"], "comment: saved from url")
    elif _SINGLE_FILE.match(comment):
        url, when = _SINGLE_FILE_URL.search(comment), _SINGLE_FILE_DATE.search(comment)
        yield from state("url", url["url"] if url else None, "comment: SingleFile url")
        yield from _captured(_from_script(when["when"]) if when else "", "comment: SingleFile saved date")
    elif mirrored := _MIRRORED.match(comment):
        url_text = mirrored["url"]
        address = url_text if "://" in url_text else f"http://{url_text}"
        yield from state("url", address, "comment: HTTrack")
        yield from _captured(mirrored["when"], "comment: HTTrack", is_utc=True)
    elif archived := _WAYBACK.match(comment):
        when_text = f"{archived['day']} {archived['month']} {archived['year']} {archived['clock']}"
        yield from _captured(when_text, "comment: FILE ARCHIVED ON", is_utc=True)


def _from_script(printed: str) -> str:
    hit = _SCRIPT_DATE.match(printed)
    return f"{hit['day']} {hit['month']} {hit['year']} {hit['clock']} {hit['offset']}" if hit else printed


def _captured(printed: str, field: str, *, is_utc: bool = False) -> Iterator[Metadatum]:
    stamp = read_stamp(printed, is_utc=is_utc) if printed else None
    if stamp is not None:
        yield make_field_date("captured_at", stamp, Basis.METADATA, field)
