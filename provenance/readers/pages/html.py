"""HTML pages: the article's text with its headline, and what page and markup say of it."""

import re
from collections.abc import Sequence

import trafilatura
from htmldate import find_date

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.decoding import decode
from provenance.readers.interface import Reading
from provenance.readers.pages.markup import Markup, read_markup
from provenance.readers.pages.properties import find_properties
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.lines import read_page
from provenance.readers.statements.publishers import find_publishers
from provenance.readers.statements.stamps import read_stamp
from provenance.readers.statements.visible import find_credits, find_visible
from provenance.text.tokens import find_words

_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_DEEPEST = 200
"""libxml2 drops what is nested deeper than 256 elements, and adds some of its own."""
_MOST_TAGS = 100_000
"""Above this, extraction takes minutes: the visible text is taken instead."""
_LONGEST_TAG_CHARS = 200_000
"""Likewise, with very many attributes."""
_KEPT_SHARE = 0.6
"""Share of the words in the page's paragraphs that the extracted text must at least have."""
_FEW_WORDS = 40
_HEAD_PARAGRAPHS = 8
"""Headline, byline and date stand among the first so many paragraphs of what was extracted."""
_LEAST_TITLE_SHARE = 0.25
"""Share of a title's words that an h1 must have; a site's name in an h1 has fewer."""
_LEAST_SUBHEADING_SHARE = 0.5
"""Likewise for an h2, which may be any section's."""
_TITLE_PARTS = re.compile(r"\s(?:[|»·•–—-]|::)\s")
_LONGEST_SITE_WORDS = 6
_NO_SITES = frozenset(
    ("home", "homepage", "home page", "news", "blog", "latest news", "article", "world", "politics")
)
"""What stands in a site's place without being its name."""
_FIRST_DATE, _LAST_DATE = "1990-01-01", "2100-01-01"
"""Fixed, since the library's own end of the range is today."""


def read_html(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The article of a page as text, a blank line between paragraphs; offsets count in that text.

    Where the extraction fails or loses much of what the page's paragraphs hold, the whole visible text
    is taken, and a warning says so. Unreadable if there is no visible text.
    """
    declared = _DECLARED.search(raw[:2048])
    decoded = decode(raw, declared[1].decode("ascii") if declared else None)
    html = _XML_HEAD.sub("", decoded.text)
    markup = read_markup(html)
    body, extractor, notices = _choose_text(html, markup)
    if not body.strip():
        message = "there is no visible text in the page"
        raise Unreadable(message)
    properties = find_properties(markup)
    headline = _choose_headline(markup, properties)
    text = _with_head(markup, headline, body)
    metadata = _metadata(markup, properties, headline, text, source_id)
    if not any(metadatum.name == "published" for metadatum in metadata) and not _why_not_extract(markup):
        metadata += _guess_date(html)
    return Reading(text, decoded.encoding, extractor, tuple(metadata), (*decoded.notices, *notices))


def _choose_text(html: str, markup: Markup) -> tuple[str, str, tuple[Notice, ...]]:
    """(text, extractor, notices)."""
    visible = markup.visible_text(with_chrome=False) or markup.visible_text(with_chrome=True)
    why = _why_not_extract(markup)
    if why:
        return (
            visible,
            "visible",
            (Notice(Code.NESTING_LIMIT, f"the page {why}: all of its visible text was taken"),),
        )
    extracted = trafilatura.extract(
        html, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    extracted = _clean(extracted or "")
    word_count, expected = len(extracted.split()), markup.paragraph_words()
    if not extracted or (expected >= _FEW_WORDS and word_count < expected * _KEPT_SHARE):
        lost = f"the article could not be told apart ({word_count} of {expected} words in paragraphs)"
        is_small = not extracted and len(visible.split()) < _FEW_WORDS
        notice = Notice(Code.TEXT_LOST, f"{lost}: all of the page's visible text was taken")
        return visible, "visible", () if is_small else (notice,)
    return extracted, f"trafilatura {trafilatura.__version__}", ()


def _why_not_extract(markup: Markup) -> str | None:
    if markup.depth > _DEEPEST:
        return f"is nested {markup.depth:,} elements deep"
    if markup.tag_count > _MOST_TAGS:
        return f"has {markup.tag_count:,} tags"
    if markup.longest_tag_chars > _LONGEST_TAG_CHARS:
        return f"has a tag of {markup.longest_tag_chars:,} characters"
    return None


def _clean(extracted: str) -> str:
    lines = [_without_rules(line.strip()) for line in extracted.replace("\x00", "\ufffd").split("\n")]
    return "\n\n".join(line for line in lines if line)


def _without_rules(line: str) -> str:
    """A row of a table without the bars that the extraction draws around it, and "" for a ruled line."""
    if not (line.startswith("|") and line.endswith("|")):
        return line
    return "" if not line.strip("|-: ") else line.strip("| ")


def _choose_headline(markup: Markup, properties: Sequence[Metadatum]) -> str | None:
    """The h1 that has most words in common with the titles in the markup; the first if there are none.

    Where no h1 has more than half of them, an h2 may have more: on many pages the h1 is the site's name. Of
    equal ones that which a title begins with goes before, for the site's name follows it in most titles.
    """
    headlines = markup.headlines()
    titles = [metadatum.value for metadatum in properties if metadatum.name == "title"]
    if not titles:
        return next(iter(headlines), None)
    title_words = [_words(title) for title in titles]
    shares = [(_title_share(line, title_words), line) for line in headlines]
    ranked = [found for found in shares if found[0] >= _LEAST_TITLE_SHARE]
    if not any(share > _LEAST_SUBHEADING_SHARE for share, _ in shares):
        below = [(_title_share(line, title_words), line) for line in markup.subheadings()]
        ranked += [found for found in below if found[0] >= _LEAST_SUBHEADING_SHARE]
    if not ranked:
        return None
    return max(ranked, key=lambda found: (found[0], any(title.startswith(found[1]) for title in titles)))[1]


def _title_share(line: str, titles: Sequence[set[str]]) -> float:
    """Share of a title's words that `line` has, 0..1; of the title that it has most of."""
    words = _words(line)
    return max(len(words & title) / max(1, len(title)) for title in titles)


def _words(text: str) -> set[str]:
    return {word.folded for word in find_words(text)}


def _with_head(markup: Markup, headline: str | None, body: str) -> str:
    """The article under its headline, byline and date, in the page's order, each once."""
    blocks = [block.text for block in markup.blocks]
    begin = blocks.index(headline) + 1 if headline else 0
    article = next(
        (n for n in range(begin, len(blocks)) if blocks[n][:60] in body and len(blocks[n]) > 60), begin
    )
    found = find_credits("\n".join(blocks[begin:article]), reading_knowledge())
    head = [*([headline] if headline else []), *found]
    paragraphs = body.split("\n\n")
    if not headline and all(line in paragraphs[:_HEAD_PARAGRAPHS] for line in found):
        return body
    rest = [line for line in paragraphs[:_HEAD_PARAGRAPHS] if line not in head]
    start = "\n".join(rest)
    return "\n\n".join([*(line for line in head if line not in start), *rest, *paragraphs[_HEAD_PARAGRAPHS:]])


def _metadata(
    markup: Markup, properties: Sequence[Metadatum], headline: str | None, text: str, source_id: str
) -> list[Metadatum]:
    found: list[Metadatum] = []
    if headline and headline in text:
        start = text.index(headline)
        found.append(
            Metadatum("title", headline, Basis.STATED, Span(source_id, start, start + len(headline)))
        )
    titles = [_words(metadatum.value) for metadatum in properties if metadatum.name == "title"]
    found += [
        metadatum
        for metadatum in find_visible(text, source_id, reading_knowledge())
        if metadatum.name != "title"
        or not titles
        or _title_share(metadatum.value, titles) >= _LEAST_TITLE_SHARE
    ]
    found += [*properties, *_page_publishers(markup), *_title_publisher(markup, headline)]
    head = read_page(text).head
    head_end = head[-1].end if head else 0
    ranked = sorted(found, key=lambda metadatum: _rank(metadatum, head_end))
    kept: dict[tuple[str, str], Metadatum] = {}
    for metadatum in ranked:
        kept.setdefault((metadatum.name, metadatum.value), metadatum)
    return list(kept.values())


def _rank(metadatum: Metadatum, head_end: int) -> int:
    """Stated before markup before conclusions, but for two: a dateline in the article comes after the
    page's own date, and the owner in a copyright line after the outlet that the markup names."""
    in_article = metadatum.span is None or metadatum.span.start > head_end
    if metadatum.basis is Basis.STATED:
        return 2 if metadatum.name in ("published", "publisher") and in_article else 0
    return 1 if metadatum.basis is Basis.METADATA else 3


def _page_publishers(markup: Markup) -> list[Metadatum]:
    """From the page's footer, which is not part of the stored text."""
    page_text = markup.visible_text(with_chrome=True)
    places = find_publishers(read_page(page_text), reading_knowledge())
    return [
        Metadatum("publisher", page_text[start:end], basis, None, "page text") for start, end, basis in places
    ]


def _title_publisher(markup: Markup, headline: str | None) -> list[Metadatum]:
    """The site's name in "Headline | Section | Site", where the headline stands in the page as well."""
    if not headline or not markup.title.startswith(headline):
        return []
    tail, *parts = _TITLE_PARTS.split(markup.title[len(headline) :])
    name = parts[-1].strip() if parts and not tail else ""
    is_name = 0 < len(name.split()) <= _LONGEST_SITE_WORDS and name[:1].isupper()
    if not is_name or name.casefold() in _NO_SITES or read_stamp(name):
        return []
    return [Metadatum("publisher", name, Basis.INFERRED, None, "<title>")]


def _guess_date(html: str) -> list[Metadatum]:
    guessed = find_date(
        html, extensive_search=False, original_date=True, min_date=_FIRST_DATE, max_date=_LAST_DATE
    )
    stamp = read_stamp(guessed) if guessed else None
    if stamp is None:
        return []
    return [
        Metadatum("published", stamp.value, Basis.INFERRED, None, "page markup", stamp.earliest, stamp.latest)
    ]
