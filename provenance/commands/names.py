"""The list of names."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("name", "kind", "variant", "mentions", "sources", "score", "reason", "key")
"""Columns of the table; the other formats have all."""


@click.command("names", epilog="Example: provenance names --kind person")
@filter_options("about", "kind")
@format_options
@pass_invocation
def names(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List names with their spellings, and why each spelling was joined to its name.

    Kinds: person, organization, place, event, other.
    """
    print_view(invocation, "name_variants", filters, format_, SHOWN, "no names were found")
