"""The list of conflicts."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("severity", "class", "title", "side", "value", "path", "start", "quote", "key")
"""Columns of the table; the other formats have all."""


@click.command("conflicts", epilog="Example: provenance conflicts --severity high")
@filter_options("about", "between", "kind", "publisher", "severity")
@format_options
@pass_invocation
def conflicts(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List where sources disagree, the gravest first, a line for each place that shows a value.

    A conflict says that values differ, never who is right; `provenance show KEY` has the quotes and the
    count of independent sources on each side.
    """
    print_view(
        invocation,
        "conflicts",
        filters,
        format_,
        SHOWN,
        "no conflicts were found; that is no agreement, see the coverage",
    )
