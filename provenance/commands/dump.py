"""Everything found, as lines."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case


@click.command("dump", epilog="Example: provenance dump > before.txt")
@pass_invocation
def dump(invocation: Invocation) -> None:
    """Print everything found, one thing a line, sorted, without times: equal input gives equal lines."""
    with open_case(invocation) as case:
        for line in case.dump():
            click.echo(line)
