"""Best F1 and the verdict's F1 on annotated pairs of names that are not part of the project."""

import csv
from pathlib import Path

import pytest

from provenance.names.clustering.cluster import cluster_names
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

FOLDER = Path(__file__).parents[3] / ".." / "shared" / "bench" / "names"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.exists(), reason="the annotated pairs of names are not here"),
]
KINDS = {"org": "organization"}
EVERY = 5
"""Of the long slice only each fifth pair is compared, to save time."""


def f1(right: int, said: int, true: int) -> float:
    return 2 * right / (said + true) if said + true else 0.0


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("slice_name", "best_floor", "verdict_floor"),
    [("ar_full", 0.90, 0.89), ("news", 0.95, 0.93), ("eu_xscript_cyr", 0.98, 0.97)],
)
def test_pairs_are_judged_as_annotated(slice_name: str, best_floor: float, verdict_floor: float) -> None:
    knowledge = load_knowledge()
    chosen = [row for row in rows("pairs_dev.csv") if row["slice"] == slice_name]
    judged = []
    for row in chosen[:: EVERY if len(chosen) > 1_000 else 1]:
        found = compare_names(row["a"], row["b"], KINDS.get(row["kind"], row["kind"]), knowledge)
        judged.append((found.score, row["same"] == "1", found.verdict == "same"))
    judged.sort(key=lambda item: -item[0])
    true = sum(same for _, same, _ in judged)
    best = max(
        f1(sum(same for _, same, _ in judged[:count]), count, true) for count in range(1, len(judged) + 1)
    )
    said = [same for _, same, is_same in judged if is_same]
    assert best >= best_floor
    assert f1(sum(said), len(said), true) >= verdict_floor


def test_clusters_are_those_annotated() -> None:
    chosen = [row for row in rows("clusters_dev.csv") if row["set"] == "ar_full"][:800]
    found = cluster_names([(row["name"], row["kind"]) for row in chosen], load_knowledge())
    gold = [row["gold"] for row in chosen]
    both: dict[tuple[str, int], int] = {}
    for pair in zip(gold, found, strict=True):
        both[pair] = both.get(pair, 0) + 1
    precision = sum(count**2 / found.count(cluster) for (_, cluster), count in both.items()) / len(chosen)
    recall = sum(count**2 / gold.count(entity) for (entity, _), count in both.items()) / len(chosen)
    assert 2 * precision * recall / (precision + recall) >= 0.93
