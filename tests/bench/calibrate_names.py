"""How well a score of two names means what it says; and the weights that make it so.

    python tests/bench/calibrate_names.py PAIRS.csv [--kind KIND] [--half 0|1] [--fit | --scale]

PAIRS.csv has the columns slice, kind, a, b, same (0 or 1). Prints, by tenth of score, how many pairs there
are, their mean score and the share that is same, each slice of 60 pairs and more weighted alike, smaller
ones by their pairs, and the expected calibration error (Naeini et al. 2015). With --fit: the weights of
provenance.names.comparing.person_weights by logistic regression with ridge penalty on the signs of one half
of the pairs (the half is a checksum of the names), with signs and monotony held; of kind organization: those
of body_weights (see fit_bodies). With --scale: the knots of provenance.names.comparing.scale, by logistic
regression on the sum of weights, rising.
"""

import argparse
import csv
import math
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from fit_bodies import fit_bodies, read_look_alikes

from provenance.names.comparing.compare import alternatives, compare_names
from provenance.names.comparing.person import person_signs
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.person_weights import AGAINST, FREE, RATES, SET, SET_RATES
from provenance.names.comparing.reasons import rate_similarity
from provenance.names.comparing.scale import BODIES, PERSONS, added
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
_SCALE_KNOTS = (-8.0, -4.0, -2.5, -1.6, -1.1, -0.75, 0.0, 1.2, 2.0, 3.5, 7.0)
_LOWER, _UPPER = -0.405, 0.847
"""Log-odds of .4 and .7, where verdicts change."""
_SET_KNOTS = {"person": {-0.405: _LOWER, 0.53: _UPPER}, "organization": {-0.405: _LOWER, 0.32: _UPPER}}
"""Sums of weights where they change, chosen so that 98 of 100 above are same and few below are."""
_STEP = 0.02
_LEAST = 60
"""Pairs from which a slice counts fully."""


def main() -> None:
    """Reads the arguments, prints the table or the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1), default=None)
    parser.add_argument("--kind", choices=("person", "organization"), default="person")
    chosen = parser.parse_args()
    with chosen.pairs.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if chosen.kind.startswith(row["kind"])]
    if chosen.half is not None:
        rows = [row for row in rows if half_of(row) == chosen.half]
    if chosen.scale:
        print(fit_scale(rows, chosen.kind))
    elif chosen.fit and chosen.kind == "organization":
        pairs = [(row["slice"], row["a"], row["b"], int(row["same"])) for row in rows]
        for name, weight in fit_bodies([*pairs, *read_look_alikes()]).items():
            print(f'"{name}": {weight},')
    elif chosen.fit:
        print_weights(fit(rows))
    else:
        print_reliability(rows, chosen.kind)


def half_of(row: Row) -> int:
    """0 or 1, by the names alone."""
    return zlib.crc32(f"{row['a']}|{row['b']}".encode()) % 2


def print_reliability(rows: Sequence[Row], kind: str) -> None:
    """One line for each tenth of score, then the error."""
    knowledge = load_knowledge()
    sizes = _sizes(rows)
    tenths: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for row in rows:
        score = compare_names(row["a"], row["b"], kind, knowledge).score
        weight = 1 / max(sizes[row["slice"]], _LEAST)
        tenth = tenths[min(9, int(score * 10))]
        for place, value in enumerate((1.0, weight, weight * score, weight * int(row["same"]))):
            tenth[place] += value
    print("score     pairs  mean  same")
    for place, (count, weight, score, same) in sorted(tenths.items()):
        means = f"{score / weight:5.3f} {same / weight:5.3f}"
        print(f"{place / 10:.1f}-{(place + 1) / 10:.1f} {count:7.0f} {means}")
    error = sum(abs(score - same) for _, _, score, same in tenths.values())
    print(f"expected calibration error {error / sum(tenth[1] for tenth in tenths.values()):.3f}")


def fit_scale(rows: Sequence[Row], kind: str) -> tuple[tuple[float, float], ...]:
    """Knots: sum of weights, log-odds. Those where verdicts change are set, the others make way for them."""
    knowledge = load_knowledge()
    now = PERSONS if kind == "person" else BODIES
    kept = [row for row in rows if fold_text(row["a"]) != fold_text(row["b"])]
    scores = [compare_names(row["a"], row["b"], kind, knowledge).score for row in kept]
    told = [(row, score) for row, score in zip(kept, scores, strict=True) if 0 < score < 1]
    totals = [unscaled(math.log(score / (1 - score)), now) for _, score in told]
    knots = sorted([*_SCALE_KNOTS, *_SET_KNOTS[kind]])
    table = np.array(
        [
            [1.0, *(min(1.0, max(0.0, (total - low) / (high - low))) for low, high in pairwise(knots))]
            for total in totals
        ]
    )
    sizes = _sizes(rows)
    counted = np.array([1 / max(sizes[row["slice"]], _LEAST) for row, _ in told])
    counted *= _TOTAL / counted.sum()
    same = np.array([float(row["same"]) for row, _ in told])
    signs = np.array([0, *(1 for _ in knots[1:])])
    found = regress(table, np.zeros(len(told)), same, counted, signs, np.arange(len(knots)) == 0)
    return _made_to_rise(dict(zip(knots, np.cumsum(found).tolist(), strict=True)) | _SET_KNOTS[kind])


def _made_to_rise(values: Mapping[float, float]) -> tuple[tuple[float, float], ...]:
    """Each knot above the one before, the set ones unmoved."""
    fixed = set(_SET_KNOTS["person"].values())
    knots = sorted(values.items())
    rising: list[tuple[float, float]] = []
    for place, (total, fitted) in enumerate(knots):
        odds = fitted
        ceiling = min((limit for _, limit in knots[place:] if limit in fixed), default=math.inf)
        if fitted not in fixed:
            before = sum(1 for total_after, _ in knots[place:] if total_after < _total_of(ceiling, knots))
            odds = min(fitted, ceiling - _STEP * before)
            odds = max(odds, rising[-1][1] + _STEP) if rising else odds
        rising.append((total, round(odds, 3)))
    return tuple(rising)


def _total_of(odds: float, knots: Sequence[tuple[float, float]]) -> float:
    return next((total for total, value in knots if value == odds), math.inf)


def unscaled(odds: float, knots: Sequence[tuple[float, float]]) -> float:
    """The sum of weights that the scale in the code makes `odds` of."""
    return odds + added(odds, [(high, low) for low, high in knots])


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
