"""Title, author, publisher and dates as the visible lines of a page state them."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from provenance.model.knowledge import Knowledge
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.statements.bylines import (
    find_affiliation,
    find_bare_name,
    find_byline,
    find_foreign_byline,
)
from provenance.readers.statements.date_lines import find_dates, find_label, is_date_line, make_date
from provenance.readers.statements.lines import Line, Lines, Page, is_credit, read_page
from provenance.readers.statements.outlets import clean_publisher, looks_like_publisher
from provenance.readers.statements.publishers import find_publishers
from provenance.readers.statements.stamps import find_stamps

_PAIR = re.compile(r"^(?P<name>[A-Za-z][A-Za-z _-]{1,24}?)\s?:\s{1,4}(?P<value>\S.{0,300})$")
_PAIR_NAMES = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by", "written by", "reporter", "creator"), "author"),
    **dict.fromkeys(
        ("publisher", "publication", "newspaper", "outlet", "site name", "sitename"), "publisher"
    ),
    **dict.fromkeys(("url", "link", "web address", "permalink"), "url"),
    **dict.fromkeys(("canonical", "canonical url"), "canonical_url"),
    **dict.fromkeys(
        ("date", "published", "posted", "publication date", "date published", "published on"), "published"
    ),
    **dict.fromkeys(("updated", "last updated", "modified", "last modified", "date modified"), "modified"),
    **dict.fromkeys(("retrieved", "accessed", "captured", "archived", "date accessed"), "captured_at"),
}
_LONGEST_CREDIT = 200
"""Characters; no longer line is a byline or a date."""
_WEB = re.compile(r"https?://[^\s<>\"]{4,500}")
_FURNITURE = re.compile(
    r"^(?:print|share|tweet|email|e-mail|menu|search|home|log ?in|sign (?:in|up)|subscribe|skip to.*|"
    r"advertisement|comments?|follow us.*|read more.*|listen.*|save|login|register|"
    r"breaking(?: news)?|opinion|analysis|exclusive|live|video|(?:press|news|media) release|"
    r"for immediate release|(?:issue|report|bulletin|brief|vol(?:ume)?)\.? (?:no\.? ?)?\d+)\W*$",
    re.IGNORECASE,
)


def find_visible(
    text: str,
    source_id: str,
    knowledge: Knowledge,
    whole: str | None = None,
    known: Sequence[Metadatum] = (),
) -> list[Metadatum]:
    """Every statement of `text` about itself, the preferred of each name first, with its span.

    Only lines outside the article's prose and its captions count; of the prose itself, only a dateline.
    `whole`: the same text, offset for offset, where page furniture is blanked in `text`: of that, mastheads
    and notices at the end of the page name the publisher, and nothing else is read. `known`: what markup or
    headers state: the year of a printed day without one.
    """
    page = read_page(text)
    around = read_page(whole) if whole is not None and whole != text else None
    pairs = _find_pairs(page)
    found = [
        _spanned(source_id, name, text[start:end], Basis.STATED, start, end) for name, start, end in pairs
    ]
    found = [_dated(metadatum) for metadatum in found if _is_usable(metadatum)]
    titles = _titles(page, source_id, knowledge)
    found += titles
    title_start = titles[0].span.start if titles and titles[0].span else 0
    found += [
        _spanned(source_id, "author", text[start:end], basis, start, end)
        for start, end, basis in _authors(page, title_start, knowledge)
    ]
    found += [
        _spanned(source_id, "publisher", (whole or text)[start:end], basis, start, end)
        for start, end, basis in (
            *_beside_bylines(page, knowledge),
            *find_publishers(page, knowledge, around),
        )
    ]
    found += find_dates(page, source_id, title_start, known)
    return _unique(found)


def _spanned(source_id: str, name: str, value: str, basis: Basis, start: int, end: int) -> Metadatum:
    return Metadatum(name, value, basis, Span(source_id, start, end))


def _find_pairs(page: Page) -> list[tuple[str, int, int]]:
    """ "Name: value" lines at the very top, as page dumps and front matter have them: (name, start, end)."""
    found = []
    for line in page.lines[:12]:
        hit = _PAIR.match(line.text)
        name = _PAIR_NAMES.get(hit["name"].casefold().replace("_", " ").replace("-", " ")) if hit else None
        if hit and name:
            value = hit["value"].strip(" \"'")
            start = line.start + line.text.index(value, hit.start("value"))
            found.append((name, start, start + len(value)))
        elif line.is_prose:
            break
    is_header = len(found) > 1 or any(name in ("url", "title") for name, _, _ in found)
    return found if is_header else []


_DATE_NAMES = ("published", "modified", "captured_at")


def _is_usable(metadatum: Metadatum) -> bool:
    if metadatum.name in _DATE_NAMES:
        return bool(find_stamps(metadatum.value))
    if metadatum.name in ("url", "canonical_url"):
        return _WEB.fullmatch(metadatum.value) is not None
    return len(metadatum.value) <= 300


def _dated(metadatum: Metadatum) -> Metadatum:
    if metadatum.name not in _DATE_NAMES or metadatum.span is None:
        return metadatum
    stamp = find_stamps(metadatum.value)[0]
    return make_date(metadatum.span.source_id, metadatum.name, stamp, metadatum.span.start)


def _credit_lines(page: Page) -> list[Line]:
    """Lines of the head; a line such as "(By Ann Lee)" after the body is no byline to rely on."""
    return [line for line in page.head if not line.is_caption]


def _authors(page: Page, title_start: int, knowledge: Knowledge) -> list[tuple[int, int, Basis]]:
    """Names in bylines; where there is none, a name below the headline that stands by the date alone."""
    lines = _credit_lines(page)
    stated = [place for line in lines for place in find_byline(line, knowledge)]
    below = [line for line in lines if line.start > title_start]
    stated = stated or [place for line in below if (place := find_foreign_byline(line, knowledge))]
    if stated:
        return [(*place, Basis.STATED) for place in stated]
    places = [find_bare_name(a, b, knowledge) for a, b in zip_longest(below, below[1:]) if a]
    return [(*place, Basis.INFERRED) for place in places if place][:1]


def _titles(page: Page, source_id: str, knowledge: Knowledge) -> list[Metadatum]:
    """The headline: a marked heading, a line that is repeated, else the first that reads like one."""
    candidates = [
        line for line in page.head if _is_title(line, knowledge) and not _PAIR_LIKE.match(line.text)
    ]
    if not candidates or len(page.lines) < 2:
        return []
    chosen = _choose_title(page, candidates, knowledge)
    if len(chosen.text.split()) < 2:
        return []
    return [_spanned(source_id, "title", chosen.text, Basis.STATED, chosen.start, chosen.end)]


def _choose_title(page: Page, candidates: list[Line], knowledge: Knowledge) -> Line:
    """Of short lines only, the last one before byline and date: section names stand further up."""
    texts = [line.text for line in candidates]
    headlines = [line for line in candidates if _is_headline(line, knowledge)]
    marked = [line for line in candidates if line.is_heading]
    repeated = [line for line in headlines if texts.count(line.text) > 1]
    credit = next((line.start for line in page.head if is_credit(line)), 0)
    above = [line for line in candidates if line.start < credit and not _is_masthead(line, knowledge)]
    return [*marked[:1], *repeated[:1], *headlines[:1], *above[-1:], candidates[0]][0]


_PAIR_LIKE = re.compile(
    r"^(?:title|headline|author|url|link|date|published|publisher|source|tags?|"
    r"category|from|to|cc|subject|(?:media |press )?contact|embargo|for more)\s?:",
    re.IGNORECASE,
)


def _is_title(line: Line, knowledge: Knowledge) -> bool:
    if (
        line.is_prose
        or line.is_caption
        or not 1 <= len(line.text.split()) <= 30
        or _FURNITURE.match(line.text)
    ):
        return False
    if line.text.endswith((",", ";")) or _WEB.match(line.text) or not any(c.isalpha() for c in line.text):
        return False
    if " | " in line.text or " > " in line.text or line.text.startswith(("©", "(")):
        return False
    return (
        not find_byline(line, knowledge)
        and not is_date_line(line)
        and not re.match(r"(?i:by)\s(?:[A-Z]|our\s|an?\s|staff)", line.text)
    )


def _is_headline(line: Line, knowledge: Knowledge) -> bool:
    """Longer than a masthead or a section's name, and no outlet's name."""
    return len(line.text.split()) >= 4 and not _is_masthead(line, knowledge)


def _is_masthead(line: Line, knowledge: Knowledge) -> bool:
    first = re.split(r"\s[—–|]\s", line.text, maxsplit=1)[0]
    is_capitals = first.isupper() or first != line.text
    return looks_like_publisher(first, knowledge) and (is_capitals or len(first.split()) <= 6)


def _beside_bylines(page: Page, knowledge: Knowledge) -> list[tuple[int, int, Basis]]:
    """An outlet between the bars of a byline, on a line of its own between byline and date, or before
    the date in one line ("The Daily News, 4 May 2019")."""
    found = []
    for number, line in enumerate(page.head):
        stamps = find_stamps(line.text[:300]) if is_date_line(line) else []
        start, end = clean_publisher(line.text[: stamps[0].start]) if stamps else (0, 0)
        if looks_like_publisher(line.text[start:end], knowledge) and not find_label(line.text[start:end]):
            found.append((line.start + start, line.start + end, Basis.INFERRED))
        if not find_byline(line, knowledge):
            continue
        inside = find_affiliation(line, knowledge)
        if inside:
            found.append((*inside, Basis.INFERRED))
        following = page.head[number + 1] if number + 1 < len(page.head) else None
        after = page.head[number + 2] if number + 2 < len(page.head) else None
        if following and after and not following.is_caption and is_date_line(after):
            start, end = clean_publisher(following.text.split(",")[0])
            if looks_like_publisher(following.text[start:end], knowledge):
                found.append((following.start + start, following.start + end, Basis.INFERRED))
    return found


def _unique(found: list[Metadatum]) -> list[Metadatum]:
    """Without what was found twice at one place, or said twice with the same words."""
    kept: dict[tuple[str, str], Metadatum] = {}
    for metadatum in found:
        key = (metadatum.name, metadatum.value)
        if metadatum.name in _DATE_NAMES and metadatum.span:
            key = (metadatum.name, str(metadatum.span))
        kept.setdefault(key, metadatum)
    return list(kept.values())


def find_credits(text: str, knowledge: Knowledge) -> list[str]:
    """The lines of `text` that are bylines or dates, in order, each once."""
    short = Lines(text).find_short(0, _LONGEST_CREDIT)
    lines = [line for line in short if not line.is_caption and not line.is_prose]
    chosen = [line.text for line in lines if find_byline(line, knowledge) or is_date_line(line)]
    return list(dict.fromkeys(chosen))
