"""Questions to the database in SQL."""

from pathlib import Path

import click

from provenance.commands._formats import print_rows
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import format_options, open_case
from provenance.store.asking import saved_questions


@click.command("sql", epilog="Example: provenance sql quantities -p name killed --format csv")
@click.argument("query", required=False, metavar="[QUERY|NAME]")
@click.option(
    "-p", "--parameter", "parameters", nargs=2, multiple=True, metavar="NAME VALUE", help="For :NAME in it."
)
@format_options
@pass_invocation
def sql(
    invocation: Invocation, query: str | None, parameters: tuple[tuple[str, str], ...], format_: str
) -> None:
    """Ask the database: QUERY is SQL that only reads; NAME is a saved question. Without either, the
    saved questions are listed; a file db/queries/NAME.sql beside the database adds one.

    Views: sources, source_problems, source_metadata, furniture, coverage, reused_passages,
    near_duplicates, contained_texts, duplicate_texts, source_groups, lineage, mentions, name_variants,
    name_pairs, claims, conflicts.
    `provenance schema` prints their columns.
    """
    if query is None:
        questions = saved_questions(Path(invocation.database))
        rows: list[dict[str, object]] = [{"name": name, "question": what} for name, what in questions.items()]
        print_rows(rows, ("name", "question"), format_)
        return
    with open_case(invocation) as case:
        columns, values = case.sql(query, dict(parameters))
    names = _distinct(columns)
    print_rows([dict(zip(names, row, strict=True)) for row in values], names, format_)


def _distinct(columns: list[str]) -> list[str]:
    """Column names, a repeated one with its number."""
    seen: dict[str, int] = {}
    found = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        found.append(column if seen[column] == 1 else f"{column}_{seen[column]}")
    return found
