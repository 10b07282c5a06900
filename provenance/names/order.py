"""The order of spans and mentions, as plain tuples: comparing those is far quicker than comparing values."""

from provenance.model.names import Mention
from provenance.model.spans import Span


def span_order(span: Span) -> tuple[str, int, int]:
    """Source, start, end: the same order as that of spans."""
    return span.source_id, span.start, span.end


def mention_order(mention: Mention) -> tuple[str, int, int, str, str]:
    """Span, text, kind: the same order as that of mentions."""
    return *span_order(mention.span), mention.text, mention.kind.value
