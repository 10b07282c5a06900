"""Scores of found passages against gold: plagdet, precision, recall, granularity, and the share by kind.

After Potthast, Stein, Barrón-Cedeño and Rosso (2010), "An Evaluation Framework for Plagiarism Detection":
a detection counts for a case only if the two overlap in both texts; precision and recall are means over
detections and cases of the share of their characters that is covered; granularity is how many detections a
found case has; plagdet is F1 / log2(1 + granularity). Beside these, precision and recall of all characters
together ("character F1").
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

Range = tuple[int, int]
Detection = tuple[str, int, int, str, int, int]
"""(a, a0, a1, b, b0, b1): code points, end excluded."""


@frozen
class Gold:
    """`cases`: (kind, detection). `listed`: the pairs to score, None for all. `ignore`: id → ranges."""

    documents: Mapping[str, str]
    cases: Sequence[tuple[str, Detection]]
    listed: frozenset[tuple[str, str]] | None
    ignore: Mapping[str, Sequence[Range]]


@frozen
class Scores:
    """All 0..1 but `granularity` (from 1 on) and the counts. `by_kind`: recall of the cases of each kind."""

    plagdet: float
    precision: float
    recall: float
    granularity: float
    character_precision: float
    character_recall: float
    cases: int
    detections: int
    by_kind: Mapping[str, float]

    @property
    def character_f1(self) -> float:
        """Of all characters together."""
        return _f1(self.character_precision, self.character_recall)


def load_gold(folder: Path) -> Gold:
    """A corpus folder: docs.jsonl, gold.jsonl, meta.json."""
    documents = {row["id"]: row["text"] for row in _rows(folder / "docs.jsonl")}
    cases = [
        (str(row["type"]), (row["a"], row["a0"], row["a1"], row["b"], row["b0"], row["b1"]))
        for row in _rows(folder / "gold.jsonl")
    ]
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    listed = frozenset((pair[0], pair[1]) for pair in meta["pairs"]) if meta["pairs"] else None
    ignore = {name: [(start, end) for start, end in ranges] for name, ranges in meta["ignore"].items()}
    return Gold(documents, cases, listed, ignore)


def score(gold: Gold, detections: Iterable[Detection]) -> Scores:
    """`detections`: of all documents against all, either text first."""
    kept = _oriented(gold, detections)
    found: dict[tuple[str, str], list[Detection]] = defaultdict(list)
    for each in kept:
        found[each[0], each[3]].append(each)
    wanted: dict[tuple[str, str], list[Detection]] = defaultdict(list)
    for _, each in gold.cases:
        wanted[each[0], each[3]].append(each)
    recalls = [(kind, _covered(each, found[each[0], each[3]])) for kind, each in gold.cases]
    precisions = [_covered(each, wanted[each[0], each[3]]) for each in kept]
    met = [count for _, (_, _, count) in recalls if count]
    precision = _mean([covered / length for covered, length, _ in precisions])
    recall = _mean([covered / length for _, (covered, length, _) in recalls])
    granularity = _mean(met) if met else 1.0
    kinds: dict[str, list[float]] = defaultdict(list)
    for kind, (covered, length, _) in recalls:
        kinds[kind].append(covered / length)
    return Scores(
        plagdet=_f1(precision, recall) / math.log2(1 + granularity),
        precision=precision,
        recall=recall,
        granularity=granularity,
        character_precision=_share(precisions),
        character_recall=_share([each for _, each in recalls]),
        cases=len(recalls),
        detections=len(precisions),
        by_kind={kind: _mean(shares) for kind, shares in sorted(kinds.items())},
    )


def score_pairs(wanted: set[frozenset[str]], found: set[frozenset[str]]) -> tuple[float, float, float]:
    """(precision, recall, F1) of pairs of documents; nothing found has a precision of 0."""
    hits = len(wanted & found)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(wanted))
    return precision, recall, _f1(precision, recall)


def _oriented(gold: Gold, detections: Iterable[Detection]) -> list[Detection]:
    """Turned as the gold has the pair; without those of pairs that are not listed, and those that touch
    ranges to ignore in both texts and no case."""
    known = {(each[0], each[3]) for _, each in gold.cases} | (gold.listed or frozenset())
    cases: dict[tuple[str, str], list[Detection]] = defaultdict(list)
    for _, each in gold.cases:
        cases[each[0], each[3]].append(each)
    kept = []
    for each in detections:
        pair = each[0], each[3]
        if (
            _is_ignored(gold, each)
            and not any(_overlap(each, c) for c in cases[pair])
            and not any(_overlap(_turned(each), c) for c in cases[pair[::-1]])
        ):
            continue
        turned = _turned(each) if pair not in known and pair[::-1] in known else each
        if gold.listed is None or (turned[0], turned[3]) in gold.listed:
            kept.append(turned)
    return kept


def _turned(each: Detection) -> Detection:
    a, a0, a1, b, b0, b1 = each
    return b, b0, b1, a, a0, a1


def _is_ignored(gold: Gold, each: Detection) -> bool:
    a, a0, a1, b, b0, b1 = each
    in_a = any(start < a1 and a0 < end for start, end in gold.ignore.get(a, ()))
    return in_a and any(start < b1 and b0 < end for start, end in gold.ignore.get(b, ()))


def _overlap(one: Detection, other: Detection) -> bool:
    """In both texts, which have to be the same in the same order."""
    return one[1] < other[2] and other[1] < one[2] and one[4] < other[5] and other[4] < one[5]


def _covered(one: Detection, others: Sequence[Detection]) -> tuple[int, int, int]:
    """(characters of both sides that others cover, characters of both sides, how many others overlap)."""
    met = [other for other in others if _overlap(one, other)]
    a = _union([(max(one[1], other[1]), min(one[2], other[2])) for other in met])
    b = _union([(max(one[4], other[4]), min(one[5], other[5])) for other in met])
    return a + b, one[2] - one[1] + one[5] - one[4], len(met)


def _union(ranges: list[Range]) -> int:
    total, reached = 0, 0
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _share(rows: Sequence[tuple[int, int, int]]) -> float:
    return sum(covered for covered, _, _ in rows) / max(1, sum(length for _, length, _ in rows))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
