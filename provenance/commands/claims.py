"""The list of claims."""

import click

from provenance.commands._findings import draw_quotations
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
from provenance.model.claims import ClaimKind

SHOWN = ("kind", "subject", "predicate", "value", "speaker", "hedge", "path", "start", "quote", "key")
"""Columns of the table; the other formats have all."""

_HELP = f"""List what the texts state.

Kinds: {", ".join(kind.value for kind in ClaimKind)}.

--between takes the time that a claim itself speaks of, where it has one; else the day of publication.
--quotations lists words that several places quote, the fullest use first, with how each other one differs.
"""


@click.command("claims", help=_HELP, epilog="Example: provenance claims --about Abadi --kind role")
@click.option("--quotations", is_flag=True, help="Quotations of one utterance, aligned across sources.")
@facets_option
@filter_options("about", "between", "kind", "publisher")
@format_options
@pass_invocation
def claims(invocation: Invocation, quotations: bool, facets: bool, filters: Filters, format_: str) -> None:
    """The claims, quotations or counts that were asked for."""
    if quotations and (facets or filters.kind):
        message = "--quotations takes --about, --between, --publisher and --limit"
        raise UsageError(message)
    if facets:
        print_facets(invocation, "claims", filters, format_)
    elif quotations:
        nothing = "no quotation stands in two places"
        print_view(invocation, "quotations", filters, format_, (), nothing, Telling(draw_quotations))
    else:
        print_view(invocation, "claims", filters, format_, SHOWN, "no claims were found")
