"""Text with parts of it blanked, every offset staying where it is."""

import re
from collections.abc import Collection, Iterable, Sequence

from attrs import evolve

from provenance.model.sources import Furniture, FurnitureKind, Metadatum, Source
from provenance.model.spans import Span

_SEEN = re.compile(r"[^\n\r]")
_STOP = re.compile(r"[.!…。؟।][\"'”’»)\]]{0,2}$")
_PARAGRAPH_CHARS = 40
"""Characters from which a line with a full stop at its end is no headline."""


def mask(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces for all that lies in `spans`, line breaks kept: offsets count in both alike."""
    pieces: list[str] = []
    position = 0
    for span in sorted(spans):
        start = max(position, span.start)
        if span.end > start:
            pieces += [text[position:start], _SEEN.sub(" ", text[start : span.end])]
            position = span.end
    return "".join([*pieces, text[position:]])


def mask_furniture(
    source: Source,
    kept: Collection[FurnitureKind] = (),
    *,
    with_statements: bool = False,
    shown: Iterable[Span] = (),
) -> Source:
    """`source` with page furniture blanked in its text; the same one if it has none.

    `kept`: kinds that stay. `with_statements`: what its metadata quote from the furniture (a dateline in
    a header, a notice of rights) stays readable. `shown`: parts that stay, whatever they are.
    """
    spans = [part.span for part in source.furniture if part.kind not in kept]
    if not spans:
        return source
    text = mask(source.text, spans)
    stated = [m.span for m in source.metadata if m.span is not None] if with_statements else []
    return evolve(source, text=_restore(text, source.text, [*stated, *shown]))


def is_all_furniture(source: Source) -> bool:
    """Is all that its text holds page furniture, but for what states its title, author or dates?"""
    return lacks_article(source.text, source.furniture, source.metadata)


def lacks_article(text: str, furniture: Sequence[Furniture], metadata: Iterable[Metadatum]) -> bool:
    """Has `text` furniture, and no letter or digit beside it and what `metadata` quote?

    A title that reads like a paragraph is one: where a page has little text, it may be taken for its title.
    """
    if not furniture or not text.strip():
        return False
    stated = [m.span for m in metadata if m.span is not None and not _is_paragraph(m)]
    return not any(map(str.isalnum, mask(text, [*(part.span for part in furniture), *stated])))


def _is_paragraph(metadatum: Metadatum) -> bool:
    value = metadatum.value
    is_long = len(value) >= _PARAGRAPH_CHARS and _STOP.search(value) is not None
    return metadatum.name == "title" and is_long


def article_length(source: Source) -> int:
    """Code points of its text that are not page furniture."""
    return len(source.text) - sum(len(part.span) for part in source.furniture)


def _restore(masked: str, text: str, spans: Iterable[Span]) -> str:
    """`masked` with what stands at `spans` in `text`."""
    pieces: list[str] = []
    position = 0
    for span in sorted(spans):
        start, end = max(position, span.start), min(span.end, len(text))
        if end > start:
            pieces += [masked[position:start], text[start:end]]
            position = end
    return "".join([*pieces, masked[position:]]) if pieces else masked
