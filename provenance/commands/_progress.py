"""Progress of a run, on a terminal or on demand only."""

import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from attrs import define, frozen

from provenance.api import FileProgress
from provenance.commands._group import Invocation
from provenance.commands._terminal import one_line

_BETWEEN_SECONDS = 0.1
"""Between two states of the line: as often as an eye can follow."""
_BAR_CELLS = 20
_MOST_CELLS = 120


@frozen
class Watcher:
    """What to call when a stage starts or ends, and when a file is done; None where nobody looks."""

    on_stage: Callable[[str, str], None] | None = None
    on_file: Callable[[FileProgress], None] | None = None


@contextmanager
def show_progress(invocation: Invocation) -> Iterator[Watcher]:
    """A line that is written over on a terminal, a line a stage and a file with --verbose, else nothing."""
    if invocation.is_verbose:
        yield Watcher(
            lambda stage, message: click.echo(f"{stage}: {one_line(message)}", err=True),
            lambda file: click.echo(describe_file(file), err=True),
        )
    elif invocation.is_quiet or not sys.stderr.isatty():
        yield Watcher()
    else:
        line = _Line()
        try:
            yield Watcher(lambda stage, message: line.write(f"{stage}: {one_line(message)}"), line.write_file)
        finally:
            line.clear()


def describe_file(file: FileProgress) -> str:
    """What became of a file: state, time, how many documents if several, and its name."""
    many = f" ({file.documents:,} documents)" if file.documents > 1 else ""
    return f"  {file.state:<9} {file.seconds:7.2f} s  {one_line(file.path)}{many}"


def draw_bar(done: int, total: int) -> str:
    """How far it is: [#####---------------]."""
    full = _BAR_CELLS * done // max(1, total)
    return f"[{'#' * full}{'-' * (_BAR_CELLS - full)}]"


def clip_cells(text: str, width: int) -> str:
    """As much of the beginning as fits into `width` cells of a terminal; wide characters take two."""
    room = width
    for at, character in enumerate(text):
        room -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if room < 0:
            return text[:at]
    return text


@define
class _Line:
    """The last line of the terminal. `shown`: how many cells of it are written at most."""

    shown: int = 0
    last: float = 0.0

    def write(self, text: str) -> None:
        width = min(_MOST_CELLS, shutil.get_terminal_size().columns) - 1
        clipped = clip_cells(text, width)
        self.clear()
        click.echo(clipped, nl=False, err=True)
        self.shown = width

    def write_file(self, file: FileProgress) -> None:
        now = time.monotonic()
        if now - self.last >= _BETWEEN_SECONDS or file.done == file.total:
            self.last = now
            count = f"{file.done:,}/{file.total:,}"
            self.write(f"ingest: {draw_bar(file.done, file.total)} {count} {one_line(file.path)}")

    def clear(self) -> None:
        if self.shown:
            click.echo("\r" + " " * self.shown + "\r", nl=False, err=True)
        self.shown = 0
