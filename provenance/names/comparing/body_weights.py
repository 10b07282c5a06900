"""What each measure of two organisations' names weighs, in log-odds.

Fitted by logistic regression with a quadratic penalty towards hand-set weights and fixed signs, on pairs of
names of organisations from EU acts, news and hand-made pairs, each set weighted alike, then rounded. Those of
a country, number or side that only one names, and of words that only one has, are at least what hand-made
pairs of subsidiaries, states and units ask for.
"""

WEIGHTS = {
    "base": -0.44,
    "same letters": 3.43,
    "other letters": -1.0,
    "acronym": 5.86,
    "foreign acronym": 2.29,
    "acronym of a part": -4.17,
    "acronym inside": 2.76,
    "foreign acronym inside": 1.07,
    "no acronym": -0.3,
    "loose acronym": 2.76,
    "agreed": 0.64,
    "unlike": -5.58,
    "alone unlike": -1.88,
    "generic agreed": 0.1,
    "words differ": -0.42,
    "extra words": -0.15,
    "generic differ": -1.23,
    "kinds differ": -1.32,
    "one kind": -0.32,
    "nothing left": 4.3,
    "nothing left, common words": 5.6,
    "country left": 0.9,
    "form left": -1.48,
    "forms differ": -0.6,
    "body of the other": -3.0,
    "country equal": 0.0,
    "country differs": -5.89,
    "one country": -0.51,
    "number equal": 0.7,
    "number differs": -3.8,
    "one number": -1.2,
    "side equal": 1.51,
    "side differs": -3.5,
    "one side": -2.0,
}
