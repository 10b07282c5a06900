"""The database's schema."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case


@click.command("schema", epilog="Example: provenance schema")
@pass_invocation
def schema(invocation: Invocation) -> None:
    """Print the tables, views and triggers of the database as SQL."""
    with open_case(invocation) as case:
        click.echo(case.schema())
