"""The list of shared passages."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("kind", "similarity", "direction", "a_path", "a_start", "b_path", "b_start", "a_text", "key")
"""Columns of the table; the other formats have all."""


@click.command("reuse", epilog="Example: provenance reuse --kind edited")
@filter_options("about", "between", "kind", "publisher")
@format_options
@pass_invocation
def reuse(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List passages that two places share.

    Kinds: verbatim, edited, boilerplate, quotation. The direction says which is the earlier text, or
    unknown; `provenance show KEY` gives the reason and the changes.
    """
    print_view(invocation, "reused_passages", filters, format_, SHOWN, "no shared passages were found")
