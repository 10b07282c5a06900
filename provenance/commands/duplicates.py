"""The list of near-duplicate documents."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("resemblance", "containment", "a_path", "b_path", "cluster", "key")
"""Columns of the table; the other formats have all."""


@click.command("duplicates", epilog="Example: provenance duplicates --json")
@filter_options("about", "between", "publisher")
@format_options
@pass_invocation
def duplicates(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List documents that resemble each other.

    Resemblance: the share of three-word runs that both have. Containment: the share of the shorter
    one's that the other has.
    """
    print_view(invocation, "near_duplicates", filters, format_, SHOWN, "no near-duplicates were found")
