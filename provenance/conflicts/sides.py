"""Sides of a finding, and the sentences that say how many independent sources stand behind them."""

from collections.abc import Iterable, Sequence

from provenance.conflicts.independence import Place, count_independent
from provenance.conflicts.pile import Pile
from provenance.conflicts.support import support
from provenance.model.conflicts import ConflictClass, Evidence, Scope, Side
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.model.support import Counts, SourceSupport

_OPENING = '"“«'
_CLOSING = '"”»'
LONGEST_QUOTE = 150
"""Characters of a stretch that is quoted inside a sentence of ours."""
_MOST_LABELS = 3
"""Texts that a sentence names of those of which it says one thing."""


def make_side(pile: Pile, value: str, spans: Iterable[Span]) -> Side:
    """One value with the places that show it, and the range of independent sources behind it."""
    ordered = sorted(set(spans), key=lambda s: (list_position(pile, s.source_id), s))
    counted = count_independent(pile, [Place(s.source_id, s) for s in ordered])
    evidence = tuple(Evidence(s.source_id, s, pile.quote(s)) for s in ordered)
    return Side(value, evidence, counted.least, counted.most)


def join_side(pile: Pile, side: Side, more: Iterable[Evidence]) -> Side:
    """The side with more evidence, which is counted anew."""
    held = dict.fromkeys((*side.evidence, *more))
    evidence = tuple(sorted(held, key=lambda e: (list_position(pile, e.source_id), e)))
    counted = count_independent(pile, [Place(e.source_id, e.span) for e in evidence])
    return Side(side.value, evidence, counted.least, counted.most)


def list_position(pile: Pile, source_id: str) -> int:
    """Where a source stands in the order of paths."""
    return pile.positions[source_id]


def scope_of(sides: Sequence[Side]) -> Scope:
    """Within one source, or between several."""
    sources = {e.source_id for side in sides for e in side.evidence}
    return Scope.BETWEEN if len(sources) > 1 else Scope.WITHIN


def class_of(sides: Sequence[Side]) -> ConflictClass:
    """Sources differ where the sides stand in different sources; else it is inside one text."""
    return ConflictClass.SOURCES_DIFFER if scope_of(sides) is Scope.BETWEEN else ConflictClass.INSIDE_ONE_TEXT


def say_support(pile: Pile, sides: Sequence[Side]) -> str:
    """One sentence a side: how many texts, how many independent origins, which of the texts those are, and
    why the others are none."""
    sentences = []
    for side in sides:
        told = support(pile, side)
        sure, others = (sum(each.counts is c for each in told) for c in (Counts.YES, Counts.PERHAPS))
        because = _say_which(pile, told)
        sentences.append(
            f"{quoted(side.value)}: {count(len(told), 'text')}, {_range(sure, sure + others)}{because}."
        )
    return " ".join(sentences)


def _say_which(pile: Pile, told: Sequence[SourceSupport]) -> str:
    """Which texts count, may count and do not, with the reason; nothing where all do or there is but one."""
    if all(each.counts is Counts.YES for each in told):
        return ""
    if len(told) == 1:
        return f": {told[0].reason}"
    held: dict[tuple[Counts, str], list[str]] = {}
    for each in sorted(told, key=lambda one: list(Counts).index(one.counts)):
        held.setdefault((each.counts, each.reason), []).append(pile.label(each.source_id))
    parts = []
    for (counts, reason), labels in held.items():
        shown = labels[:_MOST_LABELS]
        more = [f"{len(labels) - len(shown)} more"] if len(labels) > len(shown) else []
        verb = {Counts.YES: "counted", Counts.PERHAPS: "perhaps", Counts.NO: "not counted"}[counts]
        parts.append(f"{verb}: {listed([*shown, *more])}" + (f" ({reason})" if reason else ""))
    return f"; {'; '.join(parts)}"


def quoted(text: str) -> str:
    """`text` on one line in quotation marks, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) > 2 and line[0] in _OPENING and line[-1] in _CLOSING:
        line = line[1:-1].strip()
    if len(line) > LONGEST_QUOTE:
        half = LONGEST_QUOTE // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"“{line}”"


def shown(evidence: Evidence) -> str:
    """The quote, with the name of the field where it is not printed in the text."""
    return quoted(evidence.quote) + ("" if evidence.span else f" ({evidence.field})")


def kind_of_text(source: Source) -> str:
    """What a reader calls it: a page, a message, a document."""
    media = source.media_type or ""
    if media == "message/rfc822":
        return "message"
    return "document" if media.startswith("application/") and "html" not in media else "page"


def count(number: int, noun: str) -> str:
    """ "1 text", "2 texts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def _range(least: int, most: int) -> str:
    if least == most:
        return count(least, "independent origin")
    return f"{least} to {most} independent origins"
