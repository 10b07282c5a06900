"""The list of conflicts."""

import click

from provenance.commands._findings import draw_timelines
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import (
    Filters,
    Telling,
    facets_option,
    filter_options,
    format_options,
    print_facets,
    print_view,
)
from provenance.errors import UsageError

SHOWN = ("severity", "class", "title", "side", "value", "path", "start", "quote", "key")
"""Columns of the table; the other formats have all."""


@click.command("conflicts", epilog="Example: provenance conflicts --severity high")
@click.option(
    "--timelines", is_flag=True, help="Figures that took one another's place while an event was told."
)
@facets_option
@filter_options("about", "between", "kind", "publisher", "severity")
@format_options
@pass_invocation
def conflicts(invocation: Invocation, timelines: bool, facets: bool, filters: Filters, format_: str) -> None:
    """List where sources disagree, the gravest first, a line for each place that shows a value.

    A conflict says that values differ, never who is right; `provenance show KEY` has the quotes and the
    count of independent sources on each side, `provenance explain KEY` all that it rests on. What each kind
    finds and what keeps it silent: docs/conflicts.md.

    --timelines lists a rising toll and the like, which is no disagreement; --between then takes the days that
    the figures are of.
    """
    if timelines and (facets or filters.kind or filters.severity):
        message = "--timelines takes --about, --between, --publisher and --limit"
        raise UsageError(message)
    if facets:
        print_facets(invocation, "conflicts", filters, format_)
        return
    if timelines:
        nothing = "no figures took one another's place; that is no agreement, see the coverage"
        print_view(invocation, "timelines", filters, format_, (), nothing, Telling(draw_timelines))
        return
    print_view(
        invocation,
        "conflicts",
        filters,
        format_,
        SHOWN,
        "no conflicts were found; that is no agreement, see the coverage",
    )
