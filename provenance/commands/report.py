"""Write the report."""

from pathlib import Path

import click

from provenance.commands._files import check_writable
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case
from provenance.commands._terminal import visible

FORMATS = ("html", "markdown", "json", "csv")


@click.command("report", epilog="Example: provenance report --format html -o for-the-editor")
@click.option(
    "--format", "formats", type=click.Choice(FORMATS), multiple=True, help="Repeatable; all if not given."
)
@click.option(
    "-o", "--output", metavar="DIR", default="reports", show_default=True, help="Where to write it."
)
@pass_invocation
def report(invocation: Invocation, formats: tuple[str, ...], output: str) -> None:
    """Write what was found as files to read and send on: the HTML is one file without script."""
    folder = Path(output)
    with open_case(invocation) as case:
        check_writable(folder)
        for path in case.write_reports(folder, formats or FORMATS):
            click.echo(visible(str(path)))
