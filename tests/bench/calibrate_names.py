"""How well a score of two persons' names means what it says; and the weights that make it so.

    python tests/bench/calibrate_names.py PAIRS.csv [--fit] [--half 0|1]

PAIRS.csv has the columns slice, kind, a, b, same (0 or 1). Prints, by tenth of score, how many pairs there
are, their mean score and the share that is same, each slice weighted alike, and the expected calibration
error (Naeini et al. 2015). With --fit: the weights of provenance.names.comparing.person_weights by logistic
regression with ridge penalty on the signs of one half of the pairs (the half is a checksum of the names),
with signs and monotony held.
"""

import argparse
import csv
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from provenance.names.comparing.compare import alternatives, compare_names
from provenance.names.comparing.person import person_signs
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.person_weights import AGAINST, FREE, RATES, SET, SET_RATES
from provenance.names.comparing.reasons import rate_similarity
from provenance.readers.gazetteers import load_knowledge
from provenance.text.folding import fold_text

Row = Mapping[str, str]
Features = dict[str, float]
_RIDGE = 1.0
_BY_SIZE = 0.4
"""0: each slice counts alike; 1: each pair does. Between them no large slice drowns the others."""
_SET = "set rates"
_DECIDING = {name for name, weight in SET.items() if weight < -2.6}
_TOTAL = 5000.0
"""Pairs that all slices together count for, against the penalty."""
_LEAST = 60
"""Pairs from which a slice counts fully."""


def main() -> None:
    """Reads the arguments, prints the table or the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1), default=None)
    parser.add_argument("--kind", default="person")
    chosen = parser.parse_args()
    with chosen.pairs.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == chosen.kind]
    if chosen.half is not None:
        rows = [row for row in rows if half_of(row) == chosen.half]
    if chosen.fit:
        print_weights(fit(rows))
    else:
        print_reliability(rows, chosen.kind)


def half_of(row: Row) -> int:
    """0 or 1, by the names alone."""
    return zlib.crc32(f"{row['a']}|{row['b']}".encode()) % 2


def print_reliability(rows: Sequence[Row], kind: str) -> None:
    """One line for each tenth of score, then the error."""
    knowledge = load_knowledge()
    kind = {"org": "organization"}.get(kind, kind)
    sizes = _sizes(rows)
    tenths: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for row in rows:
        score = compare_names(row["a"], row["b"], kind, knowledge).score
        weight = 1 / sizes[row["slice"]]
        tenth = tenths[min(9, int(score * 10))]
        for place, value in enumerate((1.0, weight, weight * score, weight * int(row["same"]))):
            tenth[place] += value
    print("score     pairs  mean  same")
    for place, (count, weight, score, same) in sorted(tenths.items()):
        means = f"{score / weight:5.3f} {same / weight:5.3f}"
        print(f"{place / 10:.1f}-{(place + 1) / 10:.1f} {count:7.0f} {means}")
    error = sum(abs(score - same) for _, _, score, same in tenths.values())
    print(f"expected calibration error {error / sum(tenth[1] for tenth in tenths.values()):.3f}")


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Weight of each feature; of a rated one, what each step from knot to knot adds."""
    gathered = [_gather(row) for row in rows]
    kept = [(row, options) for row, options in zip(rows, gathered, strict=True) if _is_open(options)]
    chosen = {**SET, _SET: 1.0}
    names = sorted({name for _, options in kept for option in options for name in option} - chosen.keys())
    same = np.array([float(row["same"]) for row, _ in kept])
    sizes = _sizes([row for row, _ in kept])
    counted = np.array(
        [max(sizes[row["slice"]], _LEAST) ** _BY_SIZE / sizes[row["slice"]] for row, _ in kept]
    )
    counted *= _TOTAL / counted.sum()
    matrices = [np.array([[option.get(name, 0.0) for name in names] for option in o]) for _, o in kept]
    fixed = [np.array([sum(chosen[n] * v for n, v in x.items() if n in chosen) for x in o]) for _, o in kept]
    signs = np.array([_sign(name) for name in names])
    starts = np.array([name.endswith(" from") for name in names])
    weights = np.zeros(len(names))
    for _ in range(4):
        best = [int((m @ weights + f).argmax()) for m, f in zip(matrices, fixed, strict=True)]
        table = np.array([m[i] for m, i in zip(matrices, best, strict=True)])
        offset = np.array([f[i] for f, i in zip(fixed, best, strict=True)])
        weights = regress(table, offset, same, counted, signs, starts)
    return dict(zip(names, weights.tolist(), strict=True))


def regress(
    table: np.ndarray,
    offset: np.ndarray,
    same: np.ndarray,
    counted: np.ndarray,
    signs: np.ndarray,
    starts: np.ndarray,
) -> np.ndarray:
    """Ridge logistic regression, one weight after the other by Newton's step (Genkin et al. 2007).

    A weight whose sign is given stays on its side.
    """
    weights, ridge = np.zeros(table.shape[1]), np.where(starts, _RIDGE / 100, _RIDGE)
    total = offset.copy()
    columns = np.ascontiguousarray(table.T)
    for _ in range(400):
        largest = 0.0
        for place, column in enumerate(columns):
            likely = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
            slope = column @ (counted * (likely - same)) + ridge[place] * weights[place]
            curve = (column * column) @ (counted * likely * (1 - likely)) + ridge[place]
            found = weights[place] - float(np.clip(slope / curve, -1.0, 1.0))
            if signs[place] * found < 0:
                found = 0.0
            moved = found - weights[place]
            weights[place] = found
            total += moved * column
            largest = max(largest, abs(moved))
        if largest < 1e-3:
            break
    return weights


def print_weights(weights: Mapping[str, float]) -> None:
    """As they stand in the code."""
    for name, rates in RATES.items():
        total, knots = weights.get(f"{name} from", 0.0), []
        for place, (knot, _) in enumerate(rates):
            total += weights.get(f"{name} {place}", 0.0)
            knots.append((knot, round(total, 2)))
        print(f'"{name}": {tuple(knots)},')
    for name, weight in weights.items():
        if not _is_step(name):
            print(f'"{name}": {weight:.2f},')


def _gather(row: Row) -> list[Features]:
    """Features of each pair of alternatives; none where the names are equal."""
    knowledge = load_knowledge()
    a, b = sorted((row["a"], row["b"]))
    firsts, seconds = alternatives(a), alternatives(b)
    found = []
    for i, first in enumerate(firsts):
        for j, second in enumerate(seconds):
            one, two = parse_person(first, knowledge), parse_person(second, knowledge)
            if not (i and j) and one.words and two.words:
                found.append(_features(person_signs(one, two)))
    return [] if fold_text(a) == fold_text(b) else found


def _is_open(options: Sequence[Features]) -> bool:
    """Is there a way to read the names that no chosen weight decides? Else they would pull at the others."""
    return any(not (_DECIDING & option.keys()) for option in options)


def _features(signs: Sequence[tuple[str, Sequence[tuple[str, float]]]]) -> Features:
    """Amounts added up; a rated feature as steps between its knots."""
    found: Features = defaultdict(float)
    for _, features in signs:
        for name, amount in features:
            if name in SET_RATES:
                found[_SET] += rate_similarity(amount, SET_RATES[name])
                continue
            if name not in RATES:
                found[name] += amount
                continue
            found[f"{name} from"] += 1
            for place, ((low, _), (high, _)) in enumerate(pairwise(RATES[name]), 1):
                found[f"{name} {place}"] += min(1.0, max(0.0, (amount - low) / (high - low)))
    return dict(found)


def _sign(name: str) -> int:
    """1: never speaks against; -1: never speaks for; 0: as it comes."""
    if _is_step(name):
        return 0 if name.endswith(" from") else 1
    return 0 if name in FREE else -1 if name in AGAINST else 1


def _is_step(name: str) -> bool:
    """Of a rated feature: "first pair 3"."""
    rated, _, last = name.rpartition(" ")
    return rated in RATES and (last == "from" or last.isdigit())


def _sizes(rows: Sequence[Row]) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for row in rows:
        sizes[row["slice"]] += 1
    return sizes


if __name__ == "__main__":
    main()
