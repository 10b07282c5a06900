"""Progress of a run, on a terminal or on demand only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from provenance.commands._group import Invocation
from provenance.commands._terminal import one_line

_WIDTH = 78


@contextmanager
def show_progress(invocation: Invocation) -> Iterator[Callable[[str, str], None] | None]:
    """What to call when a stage starts or ends: a line that is written over on a terminal, lines with
    --verbose, None where nobody looks."""
    if invocation.is_verbose:
        yield lambda stage, message: click.echo(f"{stage}: {one_line(message)}", err=True)
    elif invocation.is_quiet or not sys.stderr.isatty():
        yield None
    else:
        try:
            yield lambda stage, message: _overwrite(f"{stage}: {one_line(message)}")
        finally:
            _overwrite("")


def _overwrite(text: str) -> None:
    click.echo("\r" + text[:_WIDTH].ljust(_WIDTH) + "\r", nl=False, err=True)
