"""What each sign weighs that two names are, or are not, one person's: log-odds.

`tests/bench/calibrate_names.py --half 0 --fit` gives FITTED and RATES: a logistic regression with ridge
penalty on half of some 15,000 annotated pairs (people of Wikidata with Arabic and Persian names, persons in
EU acts in Latin, Cyrillic and Arabic script, names in news), sources of all sizes made nearly alike, signs
and monotony held. SET and SET_RATES are chosen: what the grammar of names says, how much two equal words
tell, and what look-alikes of one family ask for: fathers and sons, between .4 and .7, are one person more
often than their score says. The sum is scaled (see scale), so that a score is the share that is one person
among pairs that were chosen to be alike, about half of them one: where names meet by chance, far fewer are.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from provenance.names.comparing.reasons import Rates, rate_similarity

DOUBT = 0.2
"""Sum of weights under which an ending brings two surnames: neither same nor different."""
SET: Mapping[str, float] = {
    "base": -0.2,
    "two common names": -1.4,
    "another initial": -5.0,
    "given name begins the other": -0.5,
    "syllables differ": -3.0,
    "gender": -4.5,
    "syllable": -6.2,
    "two known names": -2.8,
    "other names": -6.5,
    "run together with a place": 0.7,
    "single name": -2.75,
    "initials differ": -10.0,
    "generations differ": -10.0,
    "one generation": -7.3,
    "order of fathers": -8.0,
    "order of given names": -6.0,
    "order": -0.3,
    "child": -10.0,
    "may be a child": -6.4,
    "only one has": -0.2,
    "given names that a surname may follow": -6.8,
    "names of a line of fathers": 0.4,
    "a byname that may be left out": 0.8,
    "known names begin otherwise": -3.4,
    "patronymics differ": -4.0,
    "only one has the last": 0.3,
    "nothing shared": -1.3,
    "a kunya": 1.05,
    "single names": -1.0,
    "not common": 0.58,
    "rare": 0.81,
    "second rare": 0.27,
    "one consonant at an end": -3.0,
    "a middle name between common ones": -6.2,
    "address": -9.0,
    "one in syllables": 2.4,
    "maybe one in syllables": 0.4,
    "a syllable differs": -3.0,
    "a syllable nearly differs": 0.0,
    "cannot be judged": 0.4,
    "form of one name": -1.9,
}
"""Chosen, not fitted: what the grammar of names says, where annotated pairs are too few, and rarity."""
AGAINST = frozenset(
    (
        "given names differ",
        "names differ",
        "further conflicts",
        "known names differ",
        "marked order",
    )
)
FREE = frozenset(("surname begins the other", "surnames differ"))
"""Of the fitted features: those that never speak for one person, those that may do either."""
FITTED: Mapping[str, float] = {
    "surname begins the other": -0.6,
    "initial": 0.88,
    "conflict begins alike": 2.26,
    "conflict ends alike": 1.34,
    "conflict sounds alike": 0.62,
    "given names differ": -1.47,
    "surnames differ": -1.22,
    "names differ": 0.0,
    "further conflicts": -1.92,
    "known names differ": -0.96,
    "marked order": -1.26,
}
RATES: Mapping[str, Rates] = {
    "conflict": ((0.0, -0.56), (0.25, -0.56), (0.4, 0.11), (0.55, 1.75)),
    "shared beside a conflict": ((0.55, -0.03), (0.88, -0.03), (1.0, -0.03)),
}
SET_RATES: Mapping[str, Rates] = {
    "first pair": (
        (0.55, -5.15),
        (0.62, -4.2),
        (0.7, -2.68),
        (0.76, -2.68),
        (0.82, -1.02),
        (0.88, 0.01),
        (0.94, 0.9),
        (0.985, 1.76),
        (1.0, 2.0),
    ),
    "second pair": ((0.55, 4.6), (0.7, 4.72), (0.82, 4.72), (0.94, 4.72), (1.0, 4.72)),
    "further pair": ((0.55, -1.0), (0.76, 0.0), (0.94, 0.8), (1.0, 1.0)),
    "first pair across scripts": ((0.55, -5.0), (0.78, -4.9), (0.84, 0.5), (0.9, 3.5), (1.0, 4.7)),
}
_RATES = {**RATES, **SET_RATES}
_WEIGHTS = {**SET, **FITTED}


def weigh(features: Sequence[tuple[str, float]]) -> float:
    """Log-odds of the features of one sign, three digits."""
    if len(features) == 1:
        return _weigh_one(*features[0])[1]
    weight = 0.0
    for name, amount in features:
        weight += _weigh_one(name, amount)[0]
    return round(weight, 3)


@lru_cache(maxsize=1 << 13)
def _weigh_one(name: str, amount: float) -> tuple[float, float]:
    """Of one feature, and the same with three digits."""
    rates = _RATES.get(name)
    weight = rate_similarity(amount, rates) if rates else amount * _WEIGHTS.get(name, 0.0)
    return weight, round(weight, 3)
