"""Weights of what two names of bodies show: logistic regression that is drawn towards weights set by hand.

Newton's method with a quadratic penalty on the distance from the weight set by hand (ridge regression with a
prior mean) and the sign of each weight held, on half of the pairs and on the hand-written look-alikes. A pair
that may be read in several ways counts by its likest reading, which is chosen anew before each step.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.compare import alternatives
from provenance.names.comparing.organization import measure_organizations
from provenance.names.comparing.organization_name import parse_organization
from provenance.readers.gazetteers import load_knowledge
from provenance.text.folding import fold_text

Pair = tuple[str, str, str, int]
"""Slice, two names, 1 if they are one body's."""
LOOK_ALIKES = Path(__file__).parents[1] / "names" / "look_alikes.tsv"
HAND = {
    **{"base": -0.3, "same letters": 2.5, "other letters": -1.5, "acronym": 2.5, "foreign acronym": 1.3},
    **{"acronym of a part": -3.0, "acronym inside": 1.5, "foreign acronym inside": 1.0, "no acronym": -0.5},
    **{"loose acronym": 1.5, "agreed": 1.0, "unlike": -2.5, "alone unlike": -3.0, "generic agreed": 0.3},
    **{"words differ": -1.0, "extra words": -0.3, "generic differ": -1.0, "crossed": -2.0},
    **{"kinds differ": -1.0, "one kind": -0.5, "own words in both": 0.8, "several own words": 0.5},
    **{"own word and kind": 0.5, "nothing left": 2.5, "nothing left, common words": 3.0},
    **{"country left": 0.9, "form left": -0.8, "forms differ": -1.0, "body of the other": -3.0},
    **{"country equal": 0.3, "country differs": -4.0, "one country": -0.7, "number equal": 0.5},
    **{"number differs": -4.0, "one number": -1.5, "side equal": 0.5, "side differs": -4.0, "one side": -2.0},
    **{"two words for a kind": -5.5, "one field": -4.0, "country in the name": -5.0},
    **{"one body": 3.0, "places differ": -2.0},
}
"""What each measure weighs before any pair is seen."""
AT_MOST = {
    **{"crossed": -0.9, "extra words": -0.15, "no acronym": -0.3, "one side": -2.0, "one number": -1.0},
    **{"forms differ": -0.6, "side differs": -3.5, "number differs": -3.8, "other letters": -1.0},
    **{"two words for a kind": -5.5, "one field": -4.0, "country in the name": -5.0, "number equal": 0.9},
    **{"body of the other": -3.0, "one country": -0.8},
}
"""Weights that annotated pairs, in which such names are few, must not bring nearer to nothing."""
SET = {"country left": 0.9, "form left": 0.0, "one body": 3.0}
"""Weights that stay as they are set."""
_COUNTS = {"nk_checks": 0.8, "nk_synth": 0.05, "news": 0.8, "look-alikes": 0.2}
"""How much a source counts beside one of acts (1): small ones and made ones less."""
_TOTAL = 600.0
_PENALTY = 0.7
_ROUNDS = 6
_LIMIT = 12.0


def read_look_alikes() -> list[Pair]:
    """Those of bodies."""
    with LOOK_ALIKES.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        ("look-alikes", row["a"], row["b"], int(row["same"])) for row in rows if row["kind"] == "organization"
    ]


def fit_bodies(pairs: Sequence[Pair]) -> dict[str, float]:
    """Weight of each measure, rounded as it stands in the code."""
    names = list(HAND)
    kept = [(pair, _measures(pair[1], pair[2], names)) for pair in pairs]
    kept = [(pair, options) for pair, options in kept if len(options)]
    prior = np.array([HAND[name] for name in names])
    counted = _counted([pair for pair, _ in kept])
    same = np.array([float(pair[3]) for pair, _ in kept])
    weights = prior.copy()
    for _ in range(_ROUNDS):
        table = np.array([options[int((options @ weights).argmax())] for _, options in kept])
        weights = _descend(table, same, counted, weights, prior)
    found = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    found |= {name: min(found[name], most) for name, most in AT_MOST.items()}
    return {name: weight + 0.0 for name, weight in (found | SET).items()}


def _measures(a: str, b: str, names: Sequence[str]) -> np.ndarray:
    """A row for each way to read the names; none where they are equal."""
    knowledge = load_knowledge()
    tables = body_tables(knowledge)
    rows = []
    for i, first in enumerate(alternatives(a)):
        for j, second in enumerate(alternatives(b)):
            x, y = (parse_organization(name, knowledge) for name in sorted((first, second)))
            if (i and j) or x.is_empty or y.is_empty or ((i or j) and bool(x.acronym) != bool(y.acronym)):
                continue
            row = np.zeros(len(names))
            for one in measure_organizations(x, y, tables):
                row[names.index(one.measure)] += one.value
            rows.append(row)
    return np.array([] if fold_text(a) == fold_text(b) else rows)


def _counted(pairs: Sequence[Pair]) -> np.ndarray:
    sources = [pair[0] for pair in pairs]
    weights = np.array([_COUNTS.get(source, 1.0) / sources.count(source) for source in sources])
    return weights * _TOTAL


def _descend(
    table: np.ndarray, same: np.ndarray, counted: np.ndarray, weights: np.ndarray, prior: np.ndarray
) -> np.ndarray:
    """Newton's steps, halved until they help; a weight keeps the sign that it was set with."""
    low, high = np.where(prior > 0, 0.0, -_LIMIT), np.where(prior > 0, _LIMIT, 0.0)
    low[0], high[0] = -_LIMIT, _LIMIT  # the base may have either sign

    def loss(at: np.ndarray) -> float:
        total = table @ at
        wrong = np.logaddexp(0, total) - same * total
        return float((counted * wrong).sum() + _PENALTY / 2 * ((at - prior) ** 2).sum())

    least = loss(weights)
    for _ in range(200):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (counted * (likely - same)) + _PENALTY * (weights - prior)
        free = ~(((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0)))
        curve = (table * (counted * likely * (1 - likely))[:, None]).T @ table
        curve += _PENALTY * np.eye(len(weights))
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        size, moved = 1.0, weights
        while size > 1e-6:
            moved = np.clip(weights - size * step, low, high)
            if loss(moved) < least - 1e-9:
                break
            size /= 2
        found = loss(moved)
        if least - found < 1e-6:
            break
        weights, least = moved, found
    return weights
