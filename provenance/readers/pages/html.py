"""HTML pages: all of their text, which part of it is the article, and what page and markup say of it."""

import json
import logging
import re
from collections.abc import Sequence
from html import unescape

import trafilatura
from attrs import frozen
from htmldate import find_date

from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Furniture, Metadatum
from provenance.model.spans import Span
from provenance.readers.decoding import decode
from provenance.readers.interface import Reading
from provenance.readers.oddities import is_blank
from provenance.readers.pages.frames import unfold_frames
from provenance.readers.pages.furniture import Part, judge_blocks
from provenance.readers.pages.headlines import choose_headline, fold_words, title_share
from provenance.readers.pages.lines import Block
from provenance.readers.pages.markup import Markup, read_markup
from provenance.readers.pages.properties import find_properties
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.lines import read_page
from provenance.readers.statements.preference import prefer
from provenance.readers.statements.publishers import find_publishers
from provenance.readers.statements.stamps import read_stamp
from provenance.readers.statements.visible import find_credits, find_visible
from provenance.text.masking import lacks_article, mask

_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]+")
_ARTICLE_BODY = re.compile(r"\"articleBody\"\s{0,9}:\s{0,9}(\"(?:[^\"\\]++|\\.)*+\")", re.DOTALL)
_TAG = re.compile(r"<[^<>]*+>")
_NOT_FOR_XML = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])"
    "|x0{0,9}(?:[0-8bcef]|1[0-9a-f]|fff[ef]))(?![0-9a-f]);?",
    re.IGNORECASE,
)
"""Characters, or how they are written in markup, at which lxml raises when the libraries move a text."""
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_DEEPEST = 200
"""libxml2 drops what is nested deeper than 256 elements, and adds some of its own."""
_MOST_TAGS = 100_000
"""Above this, extraction takes minutes: the markup decides alone."""
_LONGEST_TAG_CHARS = 200_000
"""Likewise, with very many attributes."""
_STRAY_SHARE = 0.02
"""Share of NUL bytes up to which they are strays; UTF-16 has far more of them in its tags."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_LINES_ABOVE, _LINES_BELOW = 6, 20
"""So many lines about the headline are looked at for byline and date."""
_HEAD_CHARS = 4_000
_FIRST_LINES, _LAST_LINES = 6, 14
"""A masthead stands among the first lines of a page, the owner among the last."""
_LONGEST_CREDIT_CHARS = 200
_LEAST_TITLE_SHARE = 0.25
"""Share of a title's words that a headline found in the text must have."""
_TITLE_PARTS = re.compile(r"\s(?:[|»·•–—-]|::)\s")
_LONGEST_SITE_WORDS = 6
_NO_SITES = frozenset(
    ("home", "homepage", "home page", "news", "blog", "latest news", "article", "world", "politics")
)
"""What stands in a site's place without being its name."""
_FIRST_DATE, _LAST_DATE = "1990-01-01", "2100-01-01"
"""Fixed, since the library's own end of the range is today."""

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # else warnings go to the terminal


@frozen
class _Page:
    """The stored text of a page and what of it is furniture."""

    text: str
    furniture: tuple[Furniture, ...]

    def article(self) -> str:
        """The text with all furniture blanked, offsets as in the text."""
        return mask(self.text, [furniture.span for furniture in self.furniture])


def read_html(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """All that a page shows and hides as text, in its order, with what is not the article marked.

    A blank line parts paragraphs; rows of a table, entries of a list and lines that a <br> parts follow each
    other line by line, cells parted by " | ". Scripts, styles and comments are no text.
    """
    declared = _DECLARED.search(raw[:2048])
    decoded = decode(_without_nuls(raw), declared[1].decode("ascii") if declared else None)
    if is_blank(decoded.text):
        empty = Notice(Code.EMPTY, "white space only" if raw else "the file is empty")
        return Reading("", decoded.encoding, "markup", notices=(empty, *decoded.notices))
    unfolded = unfold_frames(decoded.text)
    html = _NOT_FOR_XML.sub(" ", _XML_HEAD.sub("", unfolded, count=1))
    markup = read_markup(unfolded)
    properties = find_properties(markup)
    headline = choose_headline(markup, properties)
    extracted = _extract(html, markup)
    stated = _article_body(markup) if extracted else ""
    parts = judge_blocks(
        markup, extracted and f"{extracted}\n{stated}", headline, _find_credits(markup, headline)
    )
    page = _join(markup.blocks, parts, source_id)
    metadata = _metadata(markup, properties, headline, page, source_id)
    notices = (*decoded.notices, *_notices(markup, page, metadata))
    if extracted is not None and not any(metadatum.name == "published" for metadatum in metadata):
        metadata += _guess_date(html)
    extractor = "markup" if extracted is None else f"markup, trafilatura {trafilatura.__version__}"
    return Reading(page.text, decoded.encoding, extractor, tuple(metadata), notices, page.furniture)


def _without_nuls(raw: bytes) -> bytes:
    """Stray NUL bytes are no text on a page: HTML's own rules drop them. Many are UTF-16, or no page."""
    are_strays = 0 < raw.count(0) <= len(raw) * _STRAY_SHARE and not raw.startswith(_WIDE_MARKS)
    return raw.replace(b"\x00", b"") if are_strays else raw


def _extract(html: str, markup: Markup) -> str | None:
    """What the library takes as the article; None for a page that it cannot or should not be given."""
    if (
        markup.depth > _DEEPEST
        or markup.tag_count > _MOST_TAGS
        or markup.longest_tag_chars > _LONGEST_TAG_CHARS
        or not markup.blocks
    ):
        return None
    return (
        trafilatura.extract(
            html,
            fast=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=False,
        )
        or ""
    )


def _article_body(markup: Markup) -> str:
    """What the page's JSON-LD says that its article is; "" if it does not."""
    found = []
    for kind, content in markup.scripts:
        hit = _ARTICLE_BODY.search(content) if kind == "application/ld+json" else None
        if hit:
            found.append(_TAG.sub(" ", unescape(_read_string(hit[1]))))
    return "\n".join(found)


def _read_string(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return ""


def _find_credits(markup: Markup, headline: Block | None) -> frozenset[str]:
    """The lines about the headline that read like bylines and dates."""
    at = next((n for n, block in enumerate(markup.blocks) if block is headline), 0)
    near = [
        block.text
        for block in markup.blocks[max(0, at - _LINES_ABOVE) : at + _LINES_BELOW]
        if block is not headline and len(block.text) <= _LONGEST_CREDIT_CHARS
    ]
    return frozenset(find_credits("\n".join(near), reading_knowledge()))


def _join(blocks: Sequence[Block], parts: Sequence[Sequence[Part]], source_id: str) -> _Page:
    """The stored text; neighbouring lines that are furniture for one reason are one span."""
    pieces: list[str] = []
    found: list[Furniture] = []
    length = 0
    for block, judged in zip(blocks, parts, strict=True):
        if pieces:
            pieces.append(block.gap)
            length += len(block.gap)
        for start, end, (kind, reason) in judged:
            before = found[-1] if found else None
            is_next = start == 0 and before is not None and before.span.end == length - len(block.gap)
            if before is not None and is_next and (before.kind, before.reason) == (kind, reason):
                found[-1] = Furniture(Span(source_id, before.span.start, length + end), kind, reason)
            else:
                found.append(Furniture(Span(source_id, length + start, length + end), kind, reason))
        pieces.append(block.text)
        length += len(block.text)
    return _Page("".join(pieces), tuple(found))


def _notices(markup: Markup, page: _Page, metadata: Sequence[Metadatum]) -> list[Notice]:
    found = []
    if markup.block_depth > _DEEPEST:
        found.append(
            Notice(
                Code.NESTING_LIMIT,
                f"nested {markup.block_depth:,} elements deep: all of the text was taken, the markup alone "
                "says which part is the article",
            )
        )
    if not page.text:
        found.append(Notice(Code.NO_TEXT, "the page has no text"))
    elif lacks_article(page.text, page.furniture, metadata):
        found.append(Notice(Code.NO_ARTICLE_TEXT, "all of the page's text is navigation or other furniture"))
    return found


def _metadata(
    markup: Markup, properties: Sequence[Metadatum], headline: Block | None, page: _Page, source_id: str
) -> list[Metadatum]:
    article = page.article()
    found: list[Metadatum] = []
    start = article.find(headline.text) if headline else -1
    if headline and start >= 0:
        span = Span(source_id, start, start + len(headline.text))
        found.append(Metadatum("title", headline.text, Basis.STATED, span))
    titles = [fold_words(metadatum.value) for metadatum in properties if metadatum.name == "title"]
    found += [
        metadatum
        for metadatum in find_visible(article, source_id, reading_knowledge(), known=properties)
        if metadatum.name != "title"
        or not titles
        or title_share(metadatum.value, titles) >= _LEAST_TITLE_SHARE
    ]
    found += [*properties, *_page_publishers(page.text, source_id), *_title_publisher(markup, headline)]
    head = read_page(article[:_HEAD_CHARS]).head
    head_end = head[-1].end if head else 0
    return prefer(found, head_end)


def _page_publishers(text: str, source_id: str) -> list[Metadatum]:
    """From masthead and footer, which are furniture and yet say whose page it is."""
    lines = [hit.span() for hit in _LINE.finditer(text)]
    if len(lines) > _FIRST_LINES + _LAST_LINES:
        begin, end = lines[_FIRST_LINES - 1][1], lines[-_LAST_LINES][0]
        text_left, gap = text[:begin] + "\n\n" + text[end:], end - begin - 2
    else:
        text_left, begin, gap = text, len(text), 0
    found = []
    for start, end, basis in find_publishers(read_page(text_left), reading_knowledge()):
        shift = gap if start >= begin else 0
        span = Span(source_id, start + shift, end + shift)
        found.append(Metadatum("publisher", span.quote(text), basis, span))
    return found


def _title_publisher(markup: Markup, headline: Block | None) -> list[Metadatum]:
    """The site's name in "Headline | Section | Site", where the headline stands in the page as well."""
    if headline is None or not markup.title.startswith(headline.text):
        return []
    tail, *parts = _TITLE_PARTS.split(markup.title[len(headline.text) :])
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
        Metadatum(
            "published",
            stamp.value,
            Basis.INFERRED,
            None,
            "page markup",
            stamp.earliest,
            stamp.latest,
            stamp.zone,
        )
    ]
