"""The list of claims."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("kind", "subject", "predicate", "value", "speaker", "hedge", "path", "start", "quote", "key")
"""Columns of the table; the other formats have all."""


@click.command("claims", epilog="Example: provenance claims --about Abadi --kind role")
@filter_options("about", "between", "kind", "publisher")
@format_options
@pass_invocation
def claims(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List what the texts state.

    Kinds: role, membership, alias, quantity, event_date, attribution, metadata.
    """
    print_view(invocation, "claims", filters, format_, SHOWN, "no claims were found")
