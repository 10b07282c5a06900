"""The database's schema."""

from pathlib import Path

import click

from provenance import api
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case


@click.command("schema", epilog="Example: provenance schema")
@pass_invocation
def schema(invocation: Invocation) -> None:
    """Print the tables, views and triggers of the database as SQL; of a new one where there is none."""
    if not Path(invocation.database).exists():
        click.echo(api.schema())
        return
    with open_case(invocation) as case:
        click.echo(case.schema())
