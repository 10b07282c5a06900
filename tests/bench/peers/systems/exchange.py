"""What every compared program is given and gives back: documents as JSON lines, detections as JSON lines."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

SHINGLE_WORDS = 3
"""Words of a shingle, the same for all programs that compare sets of shingles."""
LEAST_RESEMBLANCE = 0.3
"""Jaccard coefficient from which two documents count as near duplicates, the same for all such programs."""
PERMUTATIONS = 128


def read_documents() -> dict[str, str]:
    """id → text, of the file that the command line names first."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def write_detections(found: Iterable[tuple[str, int, int, str, int, int]]) -> None:
    """(a, a0, a1, b, b0, b1) each, into the file that the command line names second."""
    _write(dict(zip(("a", "a0", "a1", "b", "b0", "b1"), each, strict=True)) for each in found)


def write_pairs(found: Iterable[tuple[str, str]]) -> None:
    """Pairs of documents."""
    _write({"a": a, "b": b} for a, b in found)


def shingles(text: str) -> list[str]:
    """Runs of SHINGLE_WORDS words, lower case."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)]


def _write(rows: Iterable[dict[str, object]]) -> None:
    with Path(sys.argv[2]).open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(row)}\n" for row in rows)
