"""What each measure of two organisations' names weighs, in log-odds.

Fitted by logistic regression with a quadratic penalty towards hand-set weights and fixed signs, on pairs of
names of organisations from EU acts, news and hand-made pairs, then rounded. Those of a country, number or
side that only one names, of forms that differ and of words that only one has, are at least what hand-made
pairs of subsidiaries, states and units ask for.
"""

WEIGHTS = {
    "base": 0.16,
    "same letters": 2.98,
    "other letters": -1.0,
    "acronym": 4.29,
    "foreign acronym": 2.4,
    "acronym of a part": -2.96,
    "acronym inside": 2.72,
    "foreign acronym inside": 1.02,
    "no acronym": -0.3,
    "loose acronym": 1.98,
    "agreed": 0.26,
    "unlike": -5.83,
    "alone unlike": -2.0,
    "generic agreed": 0.0,
    "words differ": -0.8,
    "extra words": -0.15,
    "generic differ": -2.13,
    "crossed": -0.9,
    "kinds differ": -0.65,
    "one kind": -0.2,
    "own words in both": 0.22,
    "several own words": 1.78,
    "own word and kind": 2.3,
    "nothing left": 4.1,
    "nothing left, common words": 4.51,
    "country left": 0.9,
    "form left": 0.0,
    "forms differ": -0.6,
    "body of the other": -3.0,
    "country equal": 0.0,
    "country differs": -5.1,
    "one country": -0.81,
    "number equal": 0.9,
    "number differs": -3.8,
    "one number": -1.0,
    "side equal": 1.24,
    "side differs": -3.5,
    "one side": -2.0,
    "two words for a kind": -4.5,
    "one field": -4.0,
    "country in the name": -5.0,
}
