"""Text with parts of it blanked, every offset staying where it is."""

import re
from collections.abc import Iterable

from provenance.model.spans import Span

_SEEN = re.compile(r"[^\n\r]")


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
