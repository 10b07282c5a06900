"""What each measure of two organisations' names weighs, in log-odds.

`tests/bench/calibrate_names.py --kind organization --fit` gives the weights: logistic regression with a
quadratic penalty towards weights set by hand and fixed signs, on half of the annotated pairs of names of
organisations (EU acts, news, lists of sanctions) and on hand-written look-alikes, rounded. What is set, and
what pairs may not weaken, stands in tests/bench/fit_bodies.py as HAND, SET and AT_MOST: a country, number or
side that only one names, forms that differ, words that only one has.
"""

WEIGHTS = {
    "base": 0.19,
    "one body": 3.0,
    "same letters": 2.98,
    "other letters": -1.0,
    "acronym": 4.26,
    "foreign acronym": 2.38,
    "acronym of a part": -2.96,
    "acronym inside": 2.72,
    "foreign acronym inside": 1.02,
    "no acronym": -0.3,
    "loose acronym": 1.97,
    "agreed": 0.24,
    "unlike": -6.08,
    "alone unlike": -2.01,
    "generic agreed": 0.04,
    "words differ": -0.82,
    "extra words": -0.15,
    "generic differ": -2.17,
    "places differ": -2.6,
    "crossed": -0.9,
    "kinds differ": -0.59,
    "one kind": -0.27,
    "own words in both": 0.15,
    "several own words": 1.86,
    "own word and kind": 2.32,
    "nothing left": 4.34,
    "nothing left, common words": 4.39,
    "country left": 0.9,
    "form left": 0.0,
    "forms differ": -0.6,
    "body of the other": -3.0,
    "country equal": 0.0,
    "country differs": -5.09,
    "one country": -0.8,
    "number equal": 0.9,
    "number differs": -3.8,
    "one number": -1.0,
    "side equal": 1.19,
    "side differs": -3.5,
    "one side": -2.0,
    "two words for a kind": -5.5,
    "one field": -4.0,
    "country in the name": -5.0,
}
