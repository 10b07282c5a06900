"""Anything by its key."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

import click

from provenance.api import Case
from provenance.commands._coverage import describe_coverage, print_coverage
from provenance.commands._formats import as_json
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._keys import find_thing
from provenance.commands._lists import open_case
from provenance.commands._terminal import one_line, visible, visible_lines

CONTEXT_CHARS = 160
_PLACES = (
    ("source", "path", "start", "end"),
    ("a", "a_path", "a_start", "a_end"),
    ("b", "b_path", "b_start", "b_end"),
)
"""Columns that together name a place in a text."""
_QUOTED = frozenset(("quote", "text", "a_text", "b_text"))
_NAMES = frozenset(("entity", "name variant"))
_MOST_PLACES = 20
_MOST_STATEMENTS = 40


@click.command("show", epilog="Example: provenance show k-3f2a      (the beginning of a key is enough)")
@click.argument("key")
@click.option("--json", "is_json", is_flag=True, help="As JSON: the kind and its rows.")
@click.option("--text", "with_text", is_flag=True, help="Of a source: its whole text.")
@pass_invocation
def show(invocation: Invocation, key: str, is_json: bool, with_text: bool) -> None:
    """Show a source, passage, name, claim or conflict by its KEY (or a source by its path), with every
    quote in its context and its exact place. Offsets count code points in the stored text, end excluded.
    """
    with open_case(invocation) as case:
        kind, rows = find_thing(case, key)
        if is_json:
            click.echo(_as_json(case, kind, rows))
            invocation.say(describe_coverage(case.coverage()))
            return
        name = rows[0].get("entity" if kind == "entity" else "key") if rows else None
        click.echo(f"{kind} {visible(str(name or key))}")
        if kind == "source":
            _print_source(case, rows[0], with_text=with_text)
        else:
            _print_rows(case, rows, named="entity" if kind == "entity" else "key")
        if kind in _NAMES:
            _print_mentions(case, rows)
        click.echo()
        print_coverage(case.coverage())


def _print_mentions(case: Case, rows: Sequence[Mapping[str, object]]) -> None:
    """Where the spellings stand, each place in its context."""
    spellings = {row["variant"] for row in rows}
    found = [
        row
        for row in case.rows("mentions")
        if row["entity"] == rows[0]["entity"] and (row["text"] in spellings)
    ]
    if len(rows) > 1:
        click.echo()
    click.echo(f"  where it stands ({len(found)}):")
    for row in found[:_MOST_PLACES]:
        _print_places(case, row)
    if len(found) > _MOST_PLACES:
        click.echo(f"  … and {len(found) - _MOST_PLACES} more: `provenance names --places` has all")
    click.echo(f"\n  provenance explain {rows[0]['key' if len(rows) == 1 else 'entity']}   says why")


def _as_json(case: Case, kind: str, rows: list[dict[str, object]]) -> str:
    """The kind and the rows; of a source also those of the views that tell of it."""
    parts = {"rows": rows, **(case.details(str(rows[0]["key"])) if kind == "source" else {})}
    written = [
        f"{json.dumps(name)}: {as_json(part, list(part[0]) if part else [])}" for name, part in parts.items()
    ]
    return f'{{"kind": {json.dumps(kind)}, {", ".join(written)}}}'


def _print_source(case: Case, row: dict[str, object], *, with_text: bool) -> None:
    key = str(row["key"])
    _print_fields(row, skip=frozenset(("key", "problem")))
    details = case.details(key)
    _print_details(details)
    text = case.text(key)
    if with_text:
        click.echo()
        click.echo(visible_lines(text))
    elif text:
        begin = find_article(text, details["furniture"])
        more = "…" if len(text) > begin + CONTEXT_CHARS else ""
        click.echo(f"\n  {'…' if begin else ''}{one_line(text[begin : begin + CONTEXT_CHARS])}{more}")
        click.echo("  (--text prints all of it)")


def find_article(text: str, furniture: Sequence[Mapping[str, object]]) -> int:
    """Where the text goes on behind the page furniture that it begins with; 0 if it is nothing else."""
    at = 0
    for row in furniture:
        start, end = int(str(row["start"])), int(str(row["end"]))
        if text[at:start].strip():
            break
        at = max(at, end)
    at += len(text[at:]) - len(text[at:].lstrip())
    return at if at < len(text) else 0


def _print_details(details: Mapping[str, list[dict[str, object]]]) -> None:
    """What was noticed, all that is stated of the source and where, and what of its text is furniture."""
    for heading, lines in (
        ("problems", [f"{row['code']}: {one_line(str(row['text']))}" for row in details["source_problems"]]),
        ("stated", [describe_statement(row) for row in details["source_metadata"]]),
        ("page furniture", _count_furniture(details["furniture"])),
    ):
        if lines:
            click.echo(f"  {heading}:")
        for line in lines[:_MOST_STATEMENTS]:
            click.echo(f"    {line}")
        if len(lines) > _MOST_STATEMENTS:
            click.echo(f"    … and {len(lines) - _MOST_STATEMENTS} more: --json has all")


def describe_statement(row: Mapping[str, object]) -> str:
    """A statement about a source: its value, on what it rests, where it stands, what its zone is."""
    place = f"at {row['start']}–{row['end']}" if row["start"] is not None else str(row["field"] or "")
    zone = row["zone"] and f"zone {row['zone']}, {row['earliest']} to {row['latest']}"
    about = "; ".join(one_line(str(part)) for part in (row["basis"], place, zone) if part)
    return f"{row['name']}: {one_line(str(row['value']))} ({about})"


def _count_furniture(rows: Sequence[Mapping[str, object]]) -> list[str]:
    parts = Counter(str(row["kind"]) for row in rows)
    sizes: Counter[str] = Counter()
    for row in rows:
        sizes[str(row["kind"])] += len(str(row["text"]))
    return [f"{kind}: {count}, {sizes[kind]:,} characters" for kind, count in sorted(parts.items())]


def _print_rows(case: Case, rows: list[dict[str, object]], named: str) -> None:
    """What the rows have in common once, then each row's own values and places."""
    places = {name for place in _PLACES if place[2] in rows[0] for name in place}
    common = {
        name: value
        for name, value in rows[0].items()
        if name not in places | _QUOTED and all(row[name] == value for row in rows)
    }
    _print_fields(common, skip=frozenset((named,)))
    for row in rows[:_MOST_PLACES]:
        click.echo()
        own = {name: value for name, value in row.items() if name not in common}
        _print_fields(own, skip=frozenset(places | _QUOTED))
        if not _print_places(case, row) and row.get("quote"):
            click.echo(f"  “{one_line(str(row['quote']))}”")
    if len(rows) > _MOST_PLACES:
        click.echo(f"\n  … and {len(rows) - _MOST_PLACES} more: --json has all")


def _print_fields(row: dict[str, object], skip: frozenset[str]) -> None:
    for name, value in row.items():
        if name not in skip and value not in (None, ""):
            shown = _readable(value) if name == "changes" else one_line(str(value))
            click.echo(f"  {name}: {shown}")


def _readable(changes: object) -> str:
    """The changes of a passage, one a line."""
    try:
        listed = json.loads(str(changes))
    except ValueError:
        return one_line(str(changes))
    if not isinstance(listed, list) or not listed:
        return "none"
    lines = [_describe_change(change) for change in listed if isinstance(change, dict)]
    return "\n    " + "\n    ".join(lines)


def _describe_change(change: dict[str, object]) -> str:
    a, b = (one_line(str(change.get(name) or "")) for name in ("a_text", "b_text"))
    removed, added = f"[-{a}-] at {change.get('a_start')}", f"{{+{b}+}} at {change.get('b_start')}"
    if not a:
        return f"{change.get('kind')}: only in b, {added}"
    return f"{change.get('kind')}: {removed}, {added}" if b else f"{change.get('kind')}: only in a, {removed}"


def _print_places(case: Case, row: dict[str, object]) -> bool:
    """Each place of the row with its quote in context; whether there was one."""
    is_any = False
    for source, path, start, end in _PLACES:
        if isinstance(row.get(start), int) and isinstance(row.get(end), int):
            is_any = True
            begin, stop = int(str(row[start])), int(str(row[end]))
            click.echo(f"  {visible(str(row.get(path) or row.get(source)))}:{begin}–{stop}")
            click.echo(f"    {_in_context(case.text(str(row[source])), begin, stop)}")
    return is_any


def _in_context(text: str, start: int, end: int) -> str:
    """The quote between bars, with what stands around it."""
    before, after = text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS]
    left = "…" if start > CONTEXT_CHARS else ""
    right = "…" if end + CONTEXT_CHARS < len(text) else ""
    lead = " " if before[-1:].isspace() else ""
    trail = " " if after[:1].isspace() else ""
    quote = click.style(f"▶{one_line(text[start:end])}◀", bold=True)
    return f"{left}{one_line(before)}{lead}{quote}{trail}{one_line(after)}{right}"
