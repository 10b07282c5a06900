"""Real copies and hard negatives: annotated data that is not part of the project."""

import json
from pathlib import Path

import pytest

from provenance.model.reuse import Alignment
from provenance.model.spans import Span
from provenance.reuse import find_alignments
from tests.reuse.cases import KNOWLEDGE, SETTINGS

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated data is not part of the project"),
]
Cell = tuple[str, int, str]


def cells(one: tuple[str, int, int], other: tuple[str, int, int]) -> set[Cell]:
    """Characters of both sides, with the text that each is shared with."""
    pairs = ((one, other), (other, one))
    return {(mine[0], place, theirs[0]) for mine, theirs in pairs for place in range(mine[1], mine[2])}


def place(span: Span) -> tuple[str, int, int]:
    return span.source_id, span.start, span.end


def score(found: list[Alignment], gold: list[set[Cell]]) -> tuple[float, float]:
    """(precision, recall) by characters."""
    mine = set().union(*(cells(place(each.a), place(each.b)) for each in found))
    right = set().union(*gold)
    return len(mine & right) / len(mine), len(mine & right) / len(right)


def test_annotated_articles() -> None:
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text("utf-8"))
    texts = {d["id"]: (SHARED / "seeds" / d["file"]).read_bytes().decode() for d in gold["documents"]}
    shared = [
        cells(*((each[side]["doc"], each[side]["start"], each[side]["end"]) for side in ("a", "b")))
        for each in gold["reuse"]
    ]
    precision, recall = score(find_alignments(texts, SETTINGS, KNOWLEDGE), shared)
    assert precision >= 0.95
    assert recall >= 0.95


def test_planted_edits() -> None:
    folder = SHARED / "bench" / "reuse" / "synth-dev"
    rows = [json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in rows if row["id"] < "d0120" or row["id"] > "d0300"}
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    shared = [
        cells((g["a"], g["a0"], g["a1"]), (g["b"], g["b0"], g["b1"]))
        for g in gold
        if g["a"] in texts and g["b"] in texts
    ]
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    furniture = json.loads((folder / "meta.json").read_text("utf-8"))["ignore"]
    kept = [
        each
        for each in found
        if not any(
            each.a.start < end and each.a.end > start for start, end in furniture.get(each.a.source_id, [])
        )
    ]
    precision, recall = score(kept, shared)
    assert precision >= 0.95
    assert recall >= 0.97
