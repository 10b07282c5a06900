"""Full-text search."""

import click

from provenance.commands._coverage import show_coverage
from provenance.commands._formats import print_rows
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import format_options, open_case

COLUMNS = ("path", "start", "end", "text", "part", "source")


@click.command("search", epilog="Example: provenance search Asaib      (finds Asa'ib and Asa’ib too)")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@format_options
@pass_invocation
def search(invocation: Invocation, words: tuple[str, ...], limit: int, format_: str) -> None:
    """Find the sentences that hold all WORDS, without regard to case, accents and apostrophes.

    The column part is "article", or the kind of page furniture that a sentence stands in: navigation, teaser,
    comments …
    """
    with open_case(invocation) as case:
        rows = case.search(" ".join(words), limit=limit)
        show_coverage(invocation, case.coverage(), format_)
    if rows or format_ != "table":
        print_rows(rows, COLUMNS, format_, COLUMNS[:-1])
    if not rows:
        invocation.say("nothing holds all of these words.")
    elif len(rows) == limit:
        invocation.say(f"the first {limit}; --limit gives more.")
