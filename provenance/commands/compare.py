"""Two sources side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from provenance.api import Case
from provenance.commands._formats import safe_json
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._keys import find_thing
from provenance.commands._lists import open_case
from provenance.commands._side_by_side import Look, draw
from provenance.commands._terminal import visible
from provenance.errors import UsageError
from provenance.model.reuse import Alignment
from provenance.readers.gazetteers import load_knowledge
from provenance.readers.tables import read_user_tables
from provenance.readers.workspace import load_workspace
from provenance.stages.compare_files import compare_files
from provenance.stages.comparing import Comparison, Passage, Range, compare_texts


@frozen
class Sides:
    """What is compared: key, path and text of both, and what they share, seen from the first."""

    keys: tuple[str, str]
    paths: tuple[str, str]
    texts: tuple[str, str]
    alignments: Sequence[Alignment]


@click.command("compare", epilog="Example: provenance compare wire.txt local/morning.html --context 1")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--files", "are_files", is_flag=True, help="A and B are files; no database is needed.")
@click.option("--only-changes", is_flag=True, help="Only sentences in which something was changed.")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    metavar="N",
    help="Only N sentences around each that was changed.  [default: all]",
)
@click.option("--all", "is_whole", is_flag=True, help="Also print what only one of them has.")
@click.option("--json", "is_json", is_flag=True, help="All of it as JSON.")
@pass_invocation
def compare(
    invocation: Invocation, /, first: str, second: str, are_files: bool, is_json: bool, **shown: Any
) -> None:
    """Show what the sources A and B share, side by side: [-only in A-], {+only in B+}, <1: moved :1>, and
    <see 2: … :see 2> for what the other text has elsewhere, in passage 2.

    A and B are keys or paths as `provenance sources` lists them. Under each passage stand its changes, the
    gravest to be read first by their type, and the evidence for which text is the earlier one. Narrow
    terminals (COLUMNS below 60) have the texts one under the other.
    """
    sides = _read_files(first, second) if are_files else _load(invocation, first, second)
    comparison = compare_texts(sides.alignments, *sides.texts)
    if is_json:
        click.echo(safe_json(_as_data(sides, comparison), indent=1))
        return
    for name, path, key in zip("AB", sides.paths, sides.keys, strict=True):
        click.echo(f"{name} {visible(path)}   {key}")
    click.echo(_describe_share(comparison, sides.texts))
    for line in draw(comparison, sides.texts, Look(**shown)):
        click.echo(line)


def _load(invocation: Invocation, first: str, second: str) -> Sides:
    with open_case(invocation) as case:
        (key_a, path_a), (key_b, path_b) = _find_source(case, first), _find_source(case, second)
        if key_a == key_b:
            message = f"A and B are one source, {path_a}; `provenance show` tells of it"
            raise UsageError(message)
        if not any(row["stage"] == "reuse" and row["done"] for row in case.coverage()):
            message = (
                "the texts of this database were not compared with each other: `provenance run` does that"
            )
            raise UsageError(message)
        alignments = case.alignments_between(key_a, key_b)
        return Sides((key_a, key_b), (path_a, path_b), (case.text(key_a), case.text(key_b)), alignments)


def _read_files(first: str, second: str) -> Sides:
    workspace = load_workspace(Path())
    folder = Path(workspace.gazetteers) if workspace.gazetteers else None
    knowledge = load_knowledge(folder, read_user_tables(workspace.tables, "provenance.toml"))
    a, b, found = compare_files(Path(first), Path(second), workspace.settings, knowledge)
    alignments = [each if each.a.source_id == a.id else each.turned() for each in found]
    return Sides((a.id, b.id), (first, second), (a.text, b.text), alignments)


def _find_source(case: Case, key: str) -> tuple[str, str]:
    kind, rows = find_thing(case, key)
    if kind != "source":
        message = f"{key} is a {kind}; compare takes two sources, by key or path (`provenance sources`)"
        raise UsageError(message)
    return str(rows[0]["key"]), str(rows[0]["path"])


def _describe_share(comparison: Comparison, texts: tuple[str, str]) -> str:
    if not comparison.passages:
        return "They share no passage."
    shares = [
        100 * shared // max(1, len(text)) for shared, text in zip(comparison.shared, texts, strict=True)
    ]
    moved = sum(passage.is_moved for passage in comparison.passages)
    told = f"; {moved} in another order" if moved else ""
    return f"Shared passages: {len(comparison.passages)}, {shares[0]} % of A and {shares[1]} % of B{told}."


def _as_data(sides: Sides, comparison: Comparison) -> dict[str, object]:
    """Everything that is known of a comparison, offsets in code points of the stored texts, end excluded."""
    gaps = [*(passage.before for passage in comparison.passages), comparison.after]
    return {
        **{
            name: {"key": key, "path": path, "characters": len(text), "shared": shared}
            for name, key, path, text, shared in zip(
                "ab", sides.keys, sides.paths, sides.texts, comparison.shared, strict=True
            )
        },
        "passages": [_passage_data(passage, sides.texts) for passage in comparison.passages],
        "only_a": [_quoted(sides.texts[0], gap) for gap, _other in gaps if gap[0] < gap[1]],
        "only_b": [_quoted(sides.texts[1], gap) for _other, gap in gaps if gap[0] < gap[1]],
    }


def _passage_data(passage: Passage, texts: tuple[str, str]) -> dict[str, object]:
    one = passage.alignment
    return {
        "number": passage.number,
        "number_in_b": passage.number_in_b,
        "is_moved": passage.is_moved,
        "key": one.key,
        "kind": one.kind.value,
        "similarity": one.grade,
        "direction": one.direction.value,
        "direction_confidence": one.direction_confidence,
        "direction_reason": one.direction_reason,
        "evidence": [
            {"towards": each.towards.value, "weight": each.weight, "reason": each.reason}
            for each in one.evidence
        ],
        "upstream": one.upstream,
        "a": _quoted(texts[0], (one.a.start, one.a.end)),
        "b": _quoted(texts[1], (one.b.start, one.b.end)),
        "changes": [
            {
                "kind": each.kind.value,
                "judgement": each.judgement,
                "a": _quoted(texts[0], (each.a_start, each.a_end)),
                "b": _quoted(texts[1], (each.b_start, each.b_end)),
                "in_passages": list(numbers),
            }
            for each, numbers in zip(one.changes, passage.elsewhere, strict=True)
        ],
        "moved": [{"a": _quoted(texts[0], each.a), "b": _quoted(texts[1], each.b)} for each in passage.moved],
    }


def _quoted(text: str, place: Range) -> dict[str, object]:
    return {"start": place[0], "end": place[1], "text": text[slice(*place)]}
