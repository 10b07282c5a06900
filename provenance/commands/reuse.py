"""The list of shared passages, and who derives from whom."""

import click
from attrs import evolve

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lineage import draw_lineage, with_paths
from provenance.commands._lists import Filters, Telling, filter_options, format_options, print_view
from provenance.errors import UsageError
from provenance.model.reuse import Direction

SHOWN = ("kind", "similarity", "direction", "a_path", "a_start", "b_path", "b_start", "a_text", "key")
"""Columns of the table; the other formats have all."""
LINKS = ("confidence", "parent", "child", "reason")


@click.command("reuse", epilog="Example: provenance reuse --kind edited")
@click.option("--lineage", "is_lineage", is_flag=True, help="Show who derives from whom, family by family.")
@filter_options("about", "between", "kind", "publisher")
@format_options
@pass_invocation
def reuse(invocation: Invocation, is_lineage: bool, filters: Filters, format_: str) -> None:
    """List passages that two places share.

    Kinds: verbatim, edited, boilerplate, quotation, paraphrase, version (two states of one page), and
    common-source: both texts have it from a third. The direction says which is the earlier text, or
    unknown; `provenance show KEY` gives the reason and the changes.

    --lineage shows families of texts as trees: what stands further in derives from what it stands under, as
    far as the evidence goes, with the confidence of each step from 0 to 1. The other formats list the steps.
    """
    if is_lineage:
        if filters.about or filters.kind:
            message = "--lineage takes --between, --publisher and --limit"
            raise UsageError(message)
        nothing = "of no text is it known from which other it derives; `provenance reuse` says why"
        print_view(invocation, "lineage", filters, format_, LINKS, nothing, Telling(draw_lineage, with_paths))
        return
    nothing = "no shared passages were found"
    common = Direction.COMMON_SOURCE.value
    if filters.kind == common:
        filters = evolve(filters, kind=None, direction=common)
    print_view(invocation, "reused_passages", filters, format_, SHOWN, nothing)
