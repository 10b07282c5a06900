"""Two sources side by side."""

import re
import textwrap
from collections.abc import Iterator, Sequence

import click

from provenance.api import Case
from provenance.commands._formats import as_json, terminal_width
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._keys import find_thing
from provenance.commands._lists import open_case
from provenance.commands._terminal import is_terminal, one_line, visible
from provenance.errors import UsageError
from provenance.model.reuse import Alignment, Change, Direction

_GUTTER = " │ "
_WIDEST = 160
_MARKED = re.compile(r"\[-.*?-\]|\{\+.*?\+\}")
_JSON_COLUMNS = (
    "key",
    "kind",
    "similarity",
    "direction",
    "direction_reason",
    "a_start",
    "a_end",
    "b_start",
    "b_end",
)
_DIRECTIONS = {
    Direction.A_TO_B: "the first is the earlier text",
    Direction.B_TO_A: "the second is the earlier text",
    Direction.COMMON_SOURCE: "both from a third text",
    Direction.UNKNOWN: "direction not known",
}


@click.command("compare", epilog="Example: provenance compare wire.txt local/morning.html")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--json", "is_json", is_flag=True, help="The shared passages as JSON.")
@pass_invocation
def compare(invocation: Invocation, first: str, second: str, is_json: bool) -> None:
    """Show what the sources A and B share, side by side: [-only in A-] and {+only in B+}.

    A and B are keys or paths as `provenance sources` lists them.
    """
    with open_case(invocation) as case:
        (key_a, path_a), (key_b, path_b) = _find_source(case, first), _find_source(case, second)
        if key_a == key_b:
            message = f"A and B are one source, {path_a}; `provenance show` tells of it"
            raise UsageError(message)
        alignments = case.alignments_between(key_a, key_b)
        if is_json:
            click.echo(as_json([_as_row(alignment) for alignment in alignments], _JSON_COLUMNS))
            return
        texts = case.text(key_a), case.text(key_b)
    click.echo(f"A {visible(path_a)}   {key_a}\nB {visible(path_b)}   {key_b}")
    click.echo(_describe_share(alignments, texts))
    for number, alignment in enumerate(alignments, 1):
        click.echo()
        click.echo("\n".join(_describe(number, alignment, texts)))


def _find_source(case: Case, key: str) -> tuple[str, str]:
    kind, rows = find_thing(case, key)
    if kind != "source":
        message = f"{key} is a {kind}; compare takes two sources, by key or path (`provenance sources`)"
        raise UsageError(message)
    return str(rows[0]["key"]), str(rows[0]["path"])


def _as_row(alignment: Alignment) -> dict[str, object]:
    return {
        "key": alignment.key,
        "kind": alignment.kind.value,
        "similarity": alignment.grade,
        "direction": alignment.direction.value,
        "direction_reason": alignment.direction_reason,
        "a_start": alignment.a.start,
        "a_end": alignment.a.end,
        "b_start": alignment.b.start,
        "b_end": alignment.b.end,
    }


def _describe_share(alignments: Sequence[Alignment], texts: tuple[str, str]) -> str:
    if not alignments:
        return "They share no passage."
    shares = []
    for name, text, spans in (
        ("A", texts[0], [alignment.a for alignment in alignments]),
        ("B", texts[1], [alignment.b for alignment in alignments]),
    ):
        covered = {offset for span in spans for offset in range(span.start, span.end)}
        shares.append(f"{100 * len(covered) // max(1, len(text))} % of {name}")
    return f"Shared passages: {len(alignments)}, {' and '.join(shares)}."


def _describe(number: int, alignment: Alignment, texts: tuple[str, str]) -> Iterator[str]:
    a, b = alignment.a, alignment.b
    yield (
        f"{number}. {alignment.kind.value}, {alignment.grade:.0%} of the words equal, "
        f"A {a.start}–{a.end}, B {b.start}–{b.end}   {alignment.key}"
    )
    reason = f" ({one_line(alignment.direction_reason)})" if alignment.direction_reason else ""
    yield f"   {_DIRECTIONS[alignment.direction]}{reason}"
    left = _mark(texts[0], a.start, a.end, [(c.a_start, c.a_end) for c in alignment.changes], "[-", "-]")
    right = _mark(texts[1], b.start, b.end, [(c.b_start, c.b_end) for c in alignment.changes], "{+", "+}")
    yield from side_by_side(left, right, min(_WIDEST, terminal_width()))
    for change in alignment.changes:
        yield f"   {_describe_change(change)}"


def _describe_change(change: Change) -> str:
    before, after = one_line(change.a_text), one_line(change.b_text)
    if not before:
        return f"{change.kind.value}: only in B, “{after}”"
    if not after:
        return f"{change.kind.value}: only in A, “{before}”"
    return f"{change.kind.value}: “{before}” in A, “{after}” in B"


def _mark(text: str, start: int, end: int, ranges: Sequence[tuple[int, int]], opens: str, closes: str) -> str:
    """The passage with its changed ranges marked; a range that is empty on this side is left out."""
    parts = []
    at = start
    for begin, stop in sorted(ranges):
        if stop > begin >= at:
            parts += [text[at:begin], opens, text[begin:stop], closes]
            at = stop
    return one_line("".join([*parts, text[at:end]]))


def side_by_side(left: str, right: str, width: int) -> Iterator[str]:
    """Two texts in two columns that are together `width` wide; marks in colour on a terminal."""
    column = max(10, (width - len(_GUTTER) - 3) // 2)
    columns = [textwrap.wrap(text, column, break_long_words=True) or [""] for text in (left, right)]
    for number in range(max(len(lines) for lines in columns)):
        one, two = (lines[number] if number < len(lines) else "" for lines in columns)
        padding = " " * (column - len(one))
        yield f"   {_colour(one)}{padding}{_GUTTER}{_colour(two)}".rstrip()


def _colour(line: str) -> str:
    if not is_terminal():
        return line
    return _MARKED.sub(
        lambda hit: click.style(hit.group(), fg="red" if hit.group()[0] == "[" else "green"), line
    )
