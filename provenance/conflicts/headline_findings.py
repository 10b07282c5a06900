"""Findings about headlines: the headline on one side, the text on the other."""

from provenance.conflicts.headline_lines import Headline
from provenance.conflicts.inside import make_finding
from provenance.conflicts.masked import Masked
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span


def against(
    pile: Pile,
    masked: Masked,
    head: Headline,
    sentence: tuple[int, int],
    place: tuple[int, int] | None = None,
) -> Conflict:
    """The finding that a headline and a sentence below it, of which `place` is the part meant, differ."""
    start, end = place or sentence
    if end - start > 290:
        end = start + 290
    title = " ".join(pile.quote(masked.span(head.start, head.end)).split())
    quote = " ".join(pile.quote(masked.span(start, end)).split())
    return headline_finding(
        pile,
        f"Headline: {title}; text: {quote[:60]}",
        "The headline says otherwise than the text below it.",
        (title, masked.span(head.start, head.end)),
        (quote, masked.span(start, end)),
        "what happened",
        Level.HIGH,
    )


def headline_finding(
    pile: Pile,
    title: str,
    reason: str,
    head: tuple[str, Span],
    body: tuple[str, Span],
    what: str,
    consequence: Level,
) -> Conflict:
    """A finding with two sides, each the words shown and where they stand."""
    return make_finding(
        pile,
        ConflictKind.HEADLINE,
        title,
        reason,
        [(head[0], [head[1]]), (body[0], [body[1]])],
        what,
        consequence,
    )
