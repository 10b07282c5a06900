"""The command group: commands imported when called, errors turned into messages and exit statuses."""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn, cast

import click

from provenance.commands._terminal import visible
from provenance.errors import ProvenanceError

INTERRUPTED = 130
OUR_BUG = 70
WRONG_USE = 2
_PACKAGE = "provenance.commands"


class Invocation:
    """The options of the group, for every command."""

    def __init__(self, database: str, *, is_quiet: bool, is_verbose: bool, is_debug: bool) -> None:
        self.database = database
        self.is_quiet = is_quiet
        self.is_verbose = is_verbose
        self.is_debug = is_debug

    def say(self, message: str) -> None:
        """A message on stderr, unless --quiet."""
        if not self.is_quiet:
            click.echo(message, err=True)


pass_invocation = click.make_pass_decorator(Invocation)


class LazyGroup(click.Group):
    """A group whose commands live in modules of their names: help imports none of them."""

    def __init__(self, *arguments: Any, lazy_commands: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.lazy_commands = dict(lazy_commands)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table."""
        return list(self.lazy_commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.lazy_commands:
            return None
        module = import_module(f"{_PACKAGE}.{cmd_name}")
        return cast(click.Command, getattr(module, cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The lines of help from the table, without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy_commands.items()))

    def main(  # type: ignore[override]  # click's overloads only differ in what standalone mode returns
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,
    ) -> NoReturn:
        """Run one command and leave with its status; the only place that turns errors into messages."""
        arguments = list(sys.argv[1:] if args is None else args)
        is_debug = "--debug" in arguments or bool(os.environ.get("PROVENANCE_DEBUG"))
        sys.exit(self._run(arguments, prog_name or self.name or "provenance", is_debug, extra))

    def _run(self, arguments: list[str], name: str, is_debug: bool, extra: Mapping[str, Any]) -> int:
        with _watch_interrupts() as seen:
            try:
                with self.make_context(name, arguments, **extra) as context:
                    status = self.invoke(context)
                    sys.stdout.flush()
                    return status if isinstance(status, int) else 0
            except click.exceptions.Exit as leaving:
                return leaving.exit_code
            except Exception as error:  # the last resort: what is not foreseen in _explain is our bug
                return _say_interrupted() if seen else _explain(error, is_debug)
            except KeyboardInterrupt:
                return _say_interrupted()


@contextmanager
def _watch_interrupts() -> Iterator[list[int]]:
    """Signals of Ctrl-C seen so far. One that arrives inside a function called by SQLite comes out of it as
    an error of the database: whoever catches that can see here what it was."""
    seen: list[int] = []

    def interrupt(number: int, _frame: object) -> None:
        seen.append(number)
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or before in (None, signal.SIG_IGN):  # not ours to change, or asked not to listen
        yield seen
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, before)


def _explain(error: Exception, is_debug: bool) -> int:
    """Print the message for an error; its exit status."""
    match error:
        case click.Abort():
            return _say_interrupted()
        case BrokenPipeError():
            return _close_quietly()
        case click.ClickException():
            error.show()
            return WRONG_USE
        case ProvenanceError():
            if is_debug:
                traceback.print_exception(error)
            click.echo(f"Error: {visible(str(error))}", err=True)
            return error.exit_status
    return _report_bug(error, is_debug)


def _say_interrupted() -> int:
    click.echo("\ninterrupted; the next run completes", err=True)
    return INTERRUPTED


def _close_quietly() -> int:
    """The reader of our output has gone (`| head`): nothing to say, and nothing wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _report_bug(error: Exception, is_debug: bool) -> int:
    if is_debug:
        traceback.print_exception(error)
        return OUR_BUG
    what = visible(f"{type(error).__name__}: {error}")
    click.echo(
        f"Error: this is a bug in provenance, please report it ({what}); "
        "`provenance --debug …` shows where it happened",
        err=True,
    )
    return OUR_BUG
