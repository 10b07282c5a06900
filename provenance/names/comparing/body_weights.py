"""What each measure of two organisations' names weighs, in log-odds.

Fitted by logistic regression with a quadratic penalty towards hand-set weights and fixed signs, on pairs of
names of organisations from EU acts, news and hand-made pairs, then rounded. Those of a country, number or
side that only one names, of forms that differ and of words that only one has, are at least what hand-made
pairs of subsidiaries, states and units ask for.
"""

WEIGHTS = {
    "base": -0.16,
    "same letters": 3.09,
    "other letters": -1.0,
    "acronym": 4.6,
    "foreign acronym": 1.96,
    "acronym of a part": -3.5,
    "acronym inside": 2.92,
    "foreign acronym inside": 1.03,
    "no acronym": -0.3,
    "loose acronym": 2.3,
    "agreed": 0.5,
    "unlike": -4.92,
    "alone unlike": -2.01,
    "generic agreed": 0.15,
    "words differ": -0.54,
    "extra words": -0.15,
    "generic differ": -1.44,
    "kinds differ": -1.29,
    "one kind": -0.38,
    "own words in both": 0.31,
    "nothing left": 3.96,
    "nothing left, common words": 4.69,
    "country left": 0.9,
    "form left": -0.53,
    "forms differ": -0.6,
    "body of the other": -3.0,
    "country equal": 0.0,
    "country differs": -5.11,
    "one country": -0.66,
    "number equal": 1.03,
    "number differs": -3.8,
    "one number": -1.0,
    "side equal": 1.32,
    "side differs": -3.5,
    "one side": -2.0,
}
