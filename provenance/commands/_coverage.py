"""What was analysed and what was not, in a line: shown wherever findings are."""

from collections.abc import Iterable, Mapping, Sequence

import click

from provenance.commands._cells import Piece, page_width, paint, wrap
from provenance.commands._group import Invocation
from provenance.commands._terminal import one_line, visible
from provenance.model.plugin_notes import PluginEvent

Row = Mapping[str, object]

OF_PEOPLE = ("table", "markdown")
"""Formats that open with the coverage; beside the others, which hold data only, it goes to stderr."""


def show_coverage(invocation: Invocation, rows: Sequence[Row], format_: str) -> None:
    """The coverage before a list in that format. `rows`: of the view coverage."""
    said = describe_coverage(rows)
    if format_ not in OF_PEOPLE:
        invocation.say(said)
        return
    if format_ == "markdown":
        click.echo(said)
    else:
        print_coverage(rows)
    click.echo()


def tell_plugins(invocation: Invocation, notes: Sequence[Row]) -> None:
    """On stderr, how many findings plugins kept out of the list. `notes`: of the view plugin_notes."""
    dropped = [str(note["plugin"]) for note in notes if note["event"] == PluginEvent.DROPPED.value]
    for plugin in dict.fromkeys(dropped):
        count = dropped.count(plugin)
        what = f"{count} finding{'' if count == 1 else 's'}"
        invocation.say(
            f"plugin {visible(plugin)} dropped {what}: `provenance sql plugin_notes` has the reasons."
        )


def print_coverage(rows: Sequence[Row]) -> None:
    """The coverage, wrapped to the terminal."""
    for line in wrap([Piece(describe_coverage(rows))], page_width()):
        click.echo(paint(line))


def describe_coverage(rows: Sequence[Row]) -> str:
    """One line: how many sources each stage analysed, and what was left out and why."""
    if not rows:
        return "Coverage: nothing was analysed yet; `provenance run` does it."
    done: dict[str, int] = {}
    gaps: dict[str, tuple[dict[str, int], dict[str, None]]] = {}
    for row in rows:
        stage, missing = str(row["stage"]), _count(row["not_done"])
        done[stage] = done.get(stage, 0) + _count(row["done"])
        if missing:
            counts, stages = gaps.setdefault(_shorten(str(row["reason"] or "")), ({}, {}))
            language = str(row["language"] or "all").replace("unknown", "of unknown language")
            counts[language] = max(missing, counts.get(language, 0))
            stages[stage] = None
    parts = ", ".join(f"{stage} {count}" for stage, count in done.items())
    left = "; ".join(
        f"{_join(f'{count} {language}' for language, count in counts.items())} in {_join(stages)} ({why})"
        for why, (counts, stages) in gaps.items()
    )
    return f"Coverage in sources: {parts}." + (f" Not analysed: {left}." if left else "")


def _join(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _shorten(reason: str) -> str:
    """A reason without what differs from source to source or from stage to stage."""
    if reason.startswith("not read"):
        return "not read: `provenance sources` says why"
    return "English only so far" if reason.endswith("in English only so far") else one_line(reason)


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
