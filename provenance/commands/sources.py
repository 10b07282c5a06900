"""The list of documents."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, filter_options, format_options, print_view

SHOWN = ("path", "title", "publisher", "published", "published_basis", "language", "state", "problem", "key")
"""Columns of the table; the other formats have all."""


@click.command("sources", epilog="Example: provenance sources --state refused")
@filter_options("about", "between", "publisher", "state", "code")
@format_options
@pass_invocation
def sources(invocation: Invocation, filters: Filters, format_: str) -> None:
    """List the documents, what is known of each, and which could not be read: every file that was found is
    read, warned (read, with something to know), refused, or skipped (no document).

    The column published_basis says how a date is known: stated in the text, metadata of the page,
    inferred, set by a person, or unknown. The column problem says what was noticed while a document was
    read, or why it was not: a code for --code, and what it is about.
    """
    print_view(invocation, "sources", filters, format_, SHOWN, "no sources")
