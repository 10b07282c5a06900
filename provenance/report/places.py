"""Sources as a reader meets them, and the places in them with the text around."""

import re
from collections.abc import Mapping

from attrs import evolve, field, frozen

from provenance.model.report import ReportData
from provenance.model.sources import Metadatum, Source
from provenance.model.spans import Span
from provenance.report.rows import ordered_sources
from provenance.report.words import FIELDS

CONTEXT_CHARS = 120
"""How much of the text is shown before and after a quote."""
_BLANK_LINES = re.compile(r"\n[ \t\r]{0,40}(?:\n[ \t\r]{0,40}){1,40}")
TITLE_CHARS = 300
"""Longer titles, publishers and dates are cut where a place is named."""
FACT_CHARS = 2_000
"""Longer properties are cut in the list of sources; report.json has them whole."""
QUOTE_CHARS = 700
"""Longer quotes are shown without their middle."""


@frozen
class SourceCard:
    """A source with its number in this report; `label`: S1, S2 …; `anchor`: id of its entry."""

    number: int
    source: Source

    @property
    def label(self) -> str:
        """Short name within this report."""
        return f"S{self.number}"

    @property
    def anchor(self) -> str:
        """Where its metadata stand."""
        return f"s{self.number}"

    @property
    def title(self) -> str:
        """Its title, "" where none was found."""
        return clip(self.source.value("title") or "", TITLE_CHARS)

    @property
    def publisher(self) -> str:
        """Its publisher, or that none is stated."""
        return clip(self.source.value("publisher") or "publisher not stated", TITLE_CHARS)

    @property
    def date(self) -> str:
        """When it was published, with how we know."""
        published = self.source.first("published")
        if published is None:
            return "date not known"
        return f"{clip(published.value, TITLE_CHARS)} ({published.basis.value})"

    @property
    def short_problem(self) -> str:
        """What was the matter with the file, cut to a line."""
        return clip(self.source.problem or "", CONTEXT_CHARS)

    @property
    def facts(self) -> tuple[tuple[str, Metadatum], ...]:
        """All that is known of it as (name in words, statement): the preferred one of a name, then "also"."""
        order = list(FIELDS)
        known = sorted(self.source.metadata, key=lambda m: order.index(m.name) if m.name in order else 99)
        facts: list[tuple[str, Metadatum]] = []
        for number, statement in enumerate(known):
            is_again = number > 0 and known[number - 1].name == statement.name
            name = "also" if is_again else FIELDS.get(statement.name, statement.name)
            facts.append((name, evolve(statement, value=clip(statement.value, FACT_CHARS))))
        return tuple(facts)


@frozen
class Place:
    """A quote where it stands. `start` is None where `field` names a stored property instead.

    `quote` may lack its middle: then `omitted` counts the characters left out between `quote` and `tail`.
    `link`: the id, in the page, of the place in the full text or else of the source's entry.
    """

    card: SourceCard
    quote: str
    before: str = ""
    after: str = ""
    tail: str = ""
    omitted: int = 0
    start: int | None = None
    end: int | None = None
    field: str | None = None
    link: str = ""


@frozen
class Directory:
    """All sources by id, and which places of which texts the page holds (`shown`: id → ranges)."""

    cards: tuple[SourceCard, ...]
    by_id: Mapping[str, SourceCard]
    shown: Mapping[str, tuple[tuple[int, int], ...]] = field(factory=dict)

    def link(self, span: Span) -> str:
        """The id to link to for a span: its place in the text if the page holds it, else its source."""
        card = self.by_id[span.source_id]
        ranges = self.shown.get(span.source_id, ())
        if any(start <= span.start < end for start, end in ranges):
            return text_anchor(card, span.start)
        return card.anchor

    def place(self, span: Span) -> Place:
        """The span's quote in its context."""
        card = self.by_id[span.source_id]
        text = card.source.text
        quote, omitted, tail = shorten(span.quote(text), QUOTE_CHARS)
        return Place(
            card=card,
            quote=quote,
            omitted=omitted,
            tail=tail,
            before=before(text, span.start),
            after=after(text, span.end),
            start=span.start,
            end=span.end,
            link=self.link(span),
        )

    def stored(self, source_id: str, field_name: str | None, quote: str) -> Place:
        """A stored property's value."""
        card = self.by_id[source_id]
        shown, omitted, tail = shorten(quote, QUOTE_CHARS)
        field_words = field_name or "stored property"
        return Place(card, shown, tail=tail, omitted=omitted, field=field_words, link=card.anchor)


def make_directory(data: ReportData) -> Directory:
    """Sources numbered from 1 by path."""
    cards = tuple(SourceCard(number, source) for number, source in enumerate(ordered_sources(data), start=1))
    return Directory(cards, {card.source.id: card for card in cards})


def text_anchor(card: SourceCard, start: int) -> str:
    """The id of the place at offset `start` in a full text."""
    return f"t{card.number}-{start}"


def before(text: str, start: int) -> str:
    """About CONTEXT_CHARS of the text before `start`, cut at a word with …, blank lines left out."""
    low = max(0, start - CONTEXT_CHARS)
    context = text[low:start]
    if low:
        space = next((at for at, character in enumerate(context[:40]) if character.isspace()), -1)
        context = "…" + context if space < 0 else f"… {context[space:].lstrip() or ' '}"
    return _BLANK_LINES.sub("\n", context)


def after(text: str, end: int) -> str:
    """About CONTEXT_CHARS of the text from `end`, cut at a word with …, blank lines left out."""
    context = text[end : end + CONTEXT_CHARS]
    if end + CONTEXT_CHARS < len(text):
        last = range(len(context) - 1, len(context) - 41, -1)
        space = next((at for at in last if context[at].isspace()), -1)
        context = context + "…" if space < 0 else f"{context[:space].rstrip()} …"
    return _BLANK_LINES.sub("\n", context.rstrip())


def clip(text: str, most: int) -> str:
    """`text`, or its beginning with … if it is longer than `most`."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def shorten(text: str, most: int) -> tuple[str, int, str]:
    """`text` in two pieces with the count of characters left out between: (text, 0, "") if short enough."""
    if len(text) <= most:
        return text, 0, ""
    head, tail = most * 2 // 3, most // 3
    return text[:head], len(text) - head - tail, text[-tail:]
