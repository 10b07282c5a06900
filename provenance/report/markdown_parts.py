"""What the Markdown report is put together from: names of sources, quotes, tables."""

from collections.abc import Iterable, Sequence

from provenance.report.places import Place, SourceCard
from provenance.report.plaintext import code, literal


def source_name(card: SourceCard) -> str:
    """Its label and path."""
    return f"{card.label} {code(card.source.path)}"


def quote(place: Place) -> str:
    """A place, marked in its context, and where it stands."""
    card = place.card
    middle = f"{omitted(place.omitted)}{spaced(place.tail)}" if place.omitted else ""
    marked = f"⟦{spaced(place.quote)}{middle}⟧"
    where = f"stored field {code(place.field)}" if place.field else f"characters {place.start} to {place.end}"
    title = f"“{literal(card.title)}”, " if card.title else ""
    shown = f"> {spaced(place.before)}{marked}{spaced(place.after)}"
    return (
        f"{shown}\n>\n> — {card.label}, {where}; {title}{literal(card.publisher)}, {literal(card.date)}; "
        f"{code(card.source.path)}"
    )


def omitted(number: int) -> str:
    """That so many characters are not shown."""
    return f" \\[… {number:,} characters …\\] "


def spaced(text: str) -> str:
    """`text` made literal, with a space where it begins or ends with white space, so that pieces join."""
    before = " " if text[:1].isspace() else ""
    after = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{before}{literal(text)}{after}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join(str(cell) or " " for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)
