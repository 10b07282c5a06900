"""What all lists have in common: filters, formats, and the coverage that a list must not hide."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import reduce, wraps
from typing import Any, NamedTuple

import click
from attrs import frozen

from provenance import api
from provenance.api import Case
from provenance.commands._coverage import show_coverage, tell_plugins
from provenance.commands._formats import FORMATS, print_rows
from provenance.commands._group import Invocation
from provenance.errors import UsageError
from provenance.model.claims import ClaimKind
from provenance.model.conflicts import ConflictKind
from provenance.model.names import EntityKind
from provenance.model.reuse import Direction, ReuseKind
from provenance.model.sources import State
from provenance.store.views import view_columns

_KINDS: Mapping[str, type[StrEnum]] = {
    "reused_passages": ReuseKind,
    "name_variants": EntityKind,
    "name_sources": EntityKind,
    "name_pairs": EntityKind,
    "name_rules": EntityKind,
    "inconsistent_names": EntityKind,
    "claims": ClaimKind,
    "conflicts": ConflictKind,
}
"""Of the views that have a column of this name, what may stand in it."""
_ALSO_KINDS = {"reused_passages": (Direction.COMMON_SOURCE.value,)}
"""What a command takes for a kind besides."""
FACETS = ("facet", "value", "count")
Command = Callable[..., object]

_OPTIONS = {
    "about": click.option("--about", metavar="NAME", help="Only what concerns this name, in any spelling."),
    "between": click.option(
        "--between",
        nargs=2,
        metavar="DATE DATE",
        help="Only sources published then (YYYY-MM-DD, both included).",
    ),
    "kind": click.option("--kind", metavar="KIND", help="Only this kind."),
    "publisher": click.option("--publisher", metavar="NAME", help="Only sources of this publisher."),
    "severity": click.option(
        "--severity", type=click.Choice(["high", "medium", "low"]), help="Only this severity."
    ),
    "state": click.option(
        "--state", type=click.Choice([state.value for state in State]), help="Only sources in this state."
    ),
    "code": click.option(
        "--code", metavar="CODE", help="Only sources with this problem (empty, too-large …)."
    ),
    "limit": click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N rows."),
}


@frozen
class Filters:
    """What a list is narrowed to; None where it is not."""

    about: str | None = None
    between: tuple[str, str] | None = None
    kind: str | None = None
    publisher: str | None = None
    severity: str | None = None
    state: str | None = None
    code: str | None = None
    limit: int | None = None
    direction: str | None = None

    def is_narrowed(self) -> bool:
        """Was any filter given?"""
        values = (self.about, self.between, self.kind, self.publisher, self.severity, self.state, self.code)
        return any((*values, self.direction))


def filter_options(*names: str) -> Callable[[Command], Command]:
    """Options for the filters named, and --limit; the command gets them as one value, `filters`."""
    chosen = (*names, "limit")

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_filters(*arguments: object, **options: Any) -> object:
            filters = Filters(**{name: options.pop(name) for name in chosen})
            return command(*arguments, filters=filters, **options)

        return _apply([_OPTIONS[name] for name in chosen])(with_filters)

    return decorate


def format_options(command: Command) -> Command:
    """--format and --json, as the parameter format_."""
    choice = click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print.",
    )
    short = click.option("--json", "format_", flag_value="json", help="Short for --format json.")
    return _apply([choice, short])(command)


def facets_option(command: Command) -> Command:
    """--facets, as the parameter facets."""
    text = "Count instead, by kind, class, severity, name and publisher; with --limit, so many of each."
    return click.option("--facets", is_flag=True, help=text)(command)


def _apply(options: Sequence[Callable[[Command], Command]]) -> Callable[[Command], Command]:
    return lambda command: reduce(lambda inner, option: option(inner), reversed(options), command)


def open_case(invocation: Invocation) -> Case:
    """The database for reading; NoSuchDatabase if there is none."""
    return api.open(invocation.database, create=False, read_only=True)


class Telling(NamedTuple):
    """`drawn`: what people read instead of a plain table; `rows`: those of all other formats, if others."""

    drawn: Callable[[Case, Sequence[dict[str, object]]], str]
    rows: Callable[[Case, Sequence[dict[str, object]]], list[dict[str, object]]] | None = None


def print_view(
    invocation: Invocation,
    view: str,
    filters: Filters,
    format_: str,
    shown: Sequence[str],
    nothing: str,
    telling: Telling | None = None,
) -> None:
    """The rows of a view that pass the filters, with the coverage. `nothing`: said if none do, what follows
    a semicolon in it being a warning. `telling`: how else than as the view has them."""
    _check_dates(filters.between)
    _check_kind(view, filters.kind)
    with open_case(invocation) as case:
        rows = case.rows(view, **_asked(filters), limit=None if filters.direction else filters.limit)
        if filters.direction:
            rows = [row for row in rows if row["direction"] == filters.direction][: filters.limit]
        columns = view_columns(case.db, view)
        show_coverage(invocation, case.coverage(), format_)
        if view == "conflicts":
            tell_plugins(invocation, case.rows("plugin_notes"))
        if rows and telling and format_ == "table":
            click.echo(telling.drawn(case, rows))
        elif rows or format_ != "table":
            rows = telling.rows(case, rows) if telling and telling.rows else rows
            print_rows(_without_repeats(rows) if format_ == "table" else rows, columns, format_, shown)
        if not rows:
            what, _, warning = nothing.partition(";")
            hint = " with these filters" if filters.is_narrowed() else ""
            invocation.say(f"{what}{hint}{';' if warning else ''}{warning}.")


def print_facets(invocation: Invocation, view: str, filters: Filters, format_: str) -> None:
    """How many things of the view that pass the filters have each kind, class, severity, name, publisher."""
    _check_dates(filters.between)
    _check_kind(view, filters.kind)
    with open_case(invocation) as case:
        show_coverage(invocation, case.coverage(), format_)
        rows = case.facets(view, case.rows(view, **_asked(filters)), filters.limit)
        print_rows(rows, FACETS, format_)
    if not rows and format_ == "table":
        invocation.say(
            "nothing to count with these filters." if filters.is_narrowed() else "nothing to count."
        )


def _asked(filters: Filters) -> dict[str, Any]:
    """What the rows of a view are narrowed by, as the API takes it."""
    names = ("about", "between", "kind", "publisher", "severity", "state", "code")
    return {name: getattr(filters, name) for name in names}


def _without_repeats(rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """For a table: of several rows of one thing, the later ones without what they repeat."""
    found: list[dict[str, object]] = []
    for number, row in enumerate(rows):
        before = rows[number - 1] if number else {}
        is_same = before.get("key") == row.get("key")
        repeated = [
            name for name in ("severity", "class", "title") if is_same and before.get(name) == row.get(name)
        ]
        found.append({**row, **dict.fromkeys(repeated, "")})
    return found


def _check_dates(between: tuple[str, str] | None) -> None:
    for day in between or ():
        try:
            date.fromisoformat(day)
        except ValueError as error:
            message = f"--between takes two dates such as 2018-02-21, not {day!r}"
            raise UsageError(message) from error
    if between and between[0] > between[1]:
        message = f"--between takes the earlier date first: {between[1]} {between[0]}"
        raise UsageError(message)


def _check_kind(view: str, kind: str | None) -> None:
    """A mistyped kind would give an empty list, which looks like an answer."""
    known = [one.value for one in _KINDS.get(view, ())]
    if kind is not None and known and kind not in known:
        named = ", ".join((*known, *_ALSO_KINDS.get(view, ())))
        message = f"--kind {kind!r} is not one of {named}"
        raise UsageError(message)
