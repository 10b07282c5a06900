"""Make a workspace."""

from pathlib import Path

import click

from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._terminal import visible
from provenance.readers.workspace import make_workspace


@click.command("init", epilog="Example: provenance init my-case && cd my-case")
@click.argument("folder", metavar="[DIR]", default=".")
@pass_invocation
def init(invocation: Invocation, folder: str) -> None:
    """Make a workspace in DIR: raw/ for documents, db/, reports/, provenance.toml for settings, and
    names.toml for what you know of names.

    What is there already stays as it is.
    """
    for path in make_workspace(Path(folder)):
        click.echo(f"made {visible(str(path))}")
    place = "" if folder == "." else f"cd {visible(folder)}, "
    invocation.say(f"Next: {place}put documents into raw/, then run `provenance run`.")
