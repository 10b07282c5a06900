"""Is the installation sound?"""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from provenance import api
from provenance.commands._formats import as_table
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case
from provenance.errors import NoSuchDatabase


@click.command("doctor", epilog="Example: provenance doctor")
@pass_invocation
def doctor(invocation: Invocation) -> int:
    """Say which versions are at work, which language model is there, and what is missing.

    Ends with status 2 if something does not fit.
    """
    try:
        with open_case(invocation) as case:
            checks = case.doctor()
    except NoSuchDatabase:
        checks = _examine_without(invocation.database)
    rows = [
        {"what": what, "value": value, "": "ok" if is_good else "LOOK"} for what, value, is_good in checks
    ]
    click.echo(as_table(rows, ("", "what", "value")))
    return 0 if all(is_good for _, _, is_good in checks) else 2


def _examine_without(database: str) -> list[tuple[str, str, bool]]:
    """The checks on an empty database that is thrown away, since there is none yet."""
    with TemporaryDirectory() as folder, api.open(Path(folder) / "empty.db") as case:
        checks = [check for check in case.doctor() if check[0] not in ("database", "database folder")]
    return [*checks, ("database", f"{database} is not there yet: `provenance run` makes it", True)]
