"""Check the database against itself."""

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case
from provenance.commands._terminal import visible
from provenance.errors import Damaged


@click.command("verify", epilog="Example: provenance --db case.db verify")
@pass_invocation
def verify(invocation: Invocation) -> None:
    """Check that every quote stands in its source where it is said to, and every hash agrees.

    Ends with status 4 if anything does not.
    """
    with open_case(invocation) as case:
        problems = case.verify()
        is_sealed = case.is_sealed()
    for problem in problems:
        click.echo(visible(problem))
    if problems:
        message = f"{len(problems)} problems: do not rely on this database; `provenance run` into a new one"
        raise Damaged(message)
    click.echo("sound: all spans and hashes agree")
    if not is_sealed:
        click.echo("the last run is not sealed: it was interrupted; `provenance run` completes it")
