"""The list of names, and what is to be looked at among them."""

from functools import partial

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, Telling, filter_options, format_options, print_view
from provenance.commands._names import MOST_PAIRS, draw_inconsistent, draw_names, draw_pairs, draw_rules
from provenance.errors import UsageError


@click.command("names", epilog="Example: provenance names --inconsistent")
@click.option(
    "--inconsistent",
    is_flag=True,
    help="Only several spellings of one name inside one document, with places.",
)
@click.option("--pairs", is_flag=True, help="Pairs that were not joined: uncertain ones, and refused ones.")
@click.option("--places", is_flag=True, help="A row for each spelling and source, with the publisher.")
@click.option("--rules", is_flag=True, help="What names.toml and the like say, and what became of it.")
@filter_options("about", "between", "kind", "publisher")
@format_options
@pass_invocation
def names(
    invocation: Invocation,
    inconsistent: bool,
    pairs: bool,
    places: bool,
    rules: bool,
    filters: Filters,
    format_: str,
) -> None:
    """List names with their spellings: where, how often and by whom each is used, and why it was joined to
    its name. `provenance explain KEY` gives the whole reasoning.

    Kinds: person, organization, place, event, other.

    --inconsistent is for editors: a surname alone, an acronym, a title or a possessive is no other spelling.
    --pairs are for people to judge, the most doubtful first (60 are printed); a line in names.toml settles
    one. The other formats list the rows of the views name_variants, inconsistent_names, name_pairs,
    name_sources and name_rules.
    """
    if inconsistent + pairs + places + rules > 1:
        message = "give one of --inconsistent, --pairs, --places and --rules"
        raise UsageError(message)
    if inconsistent:
        nothing = "no name has several spellings inside one document"
        view, telling = "inconsistent_names", Telling(draw_inconsistent)
        print_view(invocation, view, filters, format_, (), nothing, telling)
    elif pairs:
        draw = partial(draw_pairs, most=filters.limit or MOST_PAIRS)
        nothing = "no pairs of names are uncertain or refused"
        print_view(invocation, "name_pairs", filters, format_, (), nothing, Telling(draw))
    elif places:
        shown = ("name", "kind", "variant", "mentions", "path", "publisher")
        print_view(invocation, "name_sources", filters, format_, shown, "no names were found")
    elif rules:
        nothing = "the last run had no rules on names; names.toml beside provenance.toml holds them"
        print_view(invocation, "name_rules", filters, format_, (), nothing, Telling(draw_rules))
    else:
        telling = Telling(draw_names)
        print_view(invocation, "name_variants", filters, format_, (), "no names were found", telling)
