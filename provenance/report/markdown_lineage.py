"""Who derives from whom, in the Markdown report."""

from collections.abc import Iterator, Sequence

from provenance.report import words
from provenance.report.families import Family, Link, Member
from provenance.report.markdown_parts import source_name, table
from provenance.report.places import SourceCard
from provenance.report.plaintext import literal
from provenance.report.view import View


def lineage(view: View) -> Iterator[str]:
    """Each family as a nested list, or as a table where it is large; nothing where there is none."""
    if not view.families:
        return
    yield "## Who derives from whom"
    yield (
        "As far as the evidence goes: a text indented under another seems to derive from it. A lost text is "
        "one that the pile does not hold and from which several seem to derive. Confidence is from 0 to 1: "
        "high from 0.8, medium from 0.6."
    )
    for family in view.families:
        yield f"### Family {family.number}: {family.size}"
        yield _table(family) if family.links else "\n".join(_lines(family.roots, 0))
        if family.more:
            yield f"{words.count(family.more, 'more link')} in `report.json`."
    if view.more_families:
        yield f"{words.count(view.more_families, 'more family', 'more families')} in `report.json`."


def _lines(members: Sequence[Member], depth: int) -> Iterator[str]:
    for member in members:
        yield (
            f"{'  ' * depth}- {_name(member.card, member.name)}{_why(member.confidence, member.reason)}"
            + "".join(f"; also from {name}{_why(sure, reason)}" for name, sure, reason in member.also)
        )
        yield from _lines(member.below, depth + 1)


def _name(card: SourceCard | None, name: str) -> str:
    if card is None:
        return f"{name} (a text that is not in the pile)"
    return f"{source_name(card)}, {literal(card.publisher)}, {literal(card.date)}"


def _why(sure: str, reason: str) -> str:
    if not sure:
        return ""
    return f", confidence {sure}: {literal(reason)}" if reason else f", confidence {sure}"


def _table(family: Family) -> str:
    rows = [(*_ends(link), link.confidence, literal(link.reason)) for link in family.links]
    return table(("From", "Derived text", "Confidence", "Why"), rows)


def _ends(link: Link) -> tuple[str, str]:
    earlier = source_name(link.earlier) if link.earlier else link.earlier_name
    return earlier, source_name(link.later) if link.later else link.later_name
