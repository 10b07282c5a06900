"""Timelines and aligned quotations in Markdown."""

from collections.abc import Iterator

from provenance.report import words
from provenance.report.developments import ToldQuotation, ToldTimeline, say_use
from provenance.report.markdown_parts import source_name
from provenance.report.plaintext import literal
from provenance.report.view import View


def developments(view: View) -> Iterator[str]:
    """The two sections; nothing where there is nothing to list."""
    found = view.developments
    if found.timelines:
        yield "## Figures that changed while an event was told"
        yield "A later figure took the place of an earlier one: no disagreement, so not among the findings."
        for line in found.timelines:
            yield from _timeline(line)
        if found.more_timelines:
            yield f"{words.count(found.more_timelines, 'more timeline')} in `timelines.csv`."
    if found.quotations:
        yield "## Quotations, aligned"
        yield "Words that several places quote: the fullest use first, then how each other one stands to it."
        for group in found.quotations:
            yield from _quotation(group)
        if found.more_quotations:
            yield f"{words.count(found.more_quotations, 'more quotation')} in `quotations.csv`."


def _timeline(told: ToldTimeline) -> Iterator[str]:
    yield f"### {literal(told.what)}"
    lines = []
    for card, point in told.points:
        stale = ", **stale: a newer figure was there already**" if point.is_stale else ""
        basis = f", {literal(point.basis)}" if point.basis else ""
        place = f"{source_name(card)}, characters {point.span.start}–{point.span.end}"
        lines.append(f"- {literal(point.at)}: {literal(point.value)}{stale} ({place}{basis})")
    if told.more:
        lines.append(f"- and {words.count(told.more, 'more figure')}, in `timelines.csv`")
    yield "\n".join(lines)
    yield f"Key `{told.timeline.key}`."


def _quotation(told: ToldQuotation) -> Iterator[str]:
    yield f"### {literal(told.group.speaker) or 'nobody named'}"
    lines = []
    for card, use in told.uses:
        place = f"{source_name(card)}, characters {use.span.start}–{use.span.end}"
        lines.append(f"- “{literal(use.quote)}”: {literal(say_use(use, told.group.speaker))} ({place})")
    if told.more:
        lines.append(f"- and {words.count(told.more, 'more place')}, in `quotations.csv`")
    yield "\n".join(lines)
    yield f"Key `{told.group.key}`."
