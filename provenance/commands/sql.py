"""Questions to the database in SQL."""

import click

from provenance.commands._formats import print_rows
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import format_options, open_case


@click.command(
    "sql", epilog='Example: provenance sql "SELECT publisher, count(*) FROM sources GROUP BY 1" --format csv'
)
@click.argument("query")
@click.option(
    "-p", "--parameter", "parameters", nargs=2, multiple=True, metavar="NAME VALUE", help="For :NAME in it."
)
@format_options
@pass_invocation
def sql(invocation: Invocation, query: str, parameters: tuple[tuple[str, str], ...], format_: str) -> None:
    """Ask the database: QUERY is SQL that only reads, or the name of a saved question in db/queries.

    `provenance schema` prints the tables; the views are sources, coverage, reused_passages, near_duplicates,
    mentions, name_variants, name_pairs, claims, conflicts, source_groups, lineage.
    """
    with open_case(invocation) as case:
        columns, values = case.sql(query, dict(parameters))
    names = _distinct(columns)
    rows = [dict(zip(names, row, strict=True)) for row in values]
    print_rows(rows, names, format_)


def _distinct(columns: list[str]) -> list[str]:
    """Column names, a repeated one with its number."""
    seen: dict[str, int] = {}
    found = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        found.append(column if seen[column] == 1 else f"{column}_{seen[column]}")
    return found
