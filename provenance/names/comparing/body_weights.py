"""What each measure of two organisations' names weighs, in log-odds.

Fitted by logistic regression with a quadratic penalty towards hand-set weights and fixed signs, on pairs of
names of organisations from EU acts, news and hand-made pairs, then rounded. Those of a country, number or
side that only one names, of forms that differ and of words that only one has, are at least what hand-made
pairs of subsidiaries, states and units ask for.
"""

WEIGHTS = {
    "base": -0.15,
    "same letters": 3.09,
    "other letters": -1.0,
    "acronym": 4.52,
    "foreign acronym": 2.54,
    "acronym of a part": -2.95,
    "acronym inside": 2.89,
    "foreign acronym inside": 1.04,
    "no acronym": -0.3,
    "loose acronym": 2.08,
    "agreed": 0.44,
    "unlike": -4.78,
    "alone unlike": -2.04,
    "generic agreed": 0.0,
    "words differ": -0.53,
    "extra words": -0.15,
    "generic differ": -1.52,
    "kinds differ": -1.14,
    "one kind": -0.25,
    "own words in both": 0.04,
    "several own words": 2.1,
    "own word and kind": 2.58,
    "nothing left": 3.86,
    "nothing left, common words": 4.75,
    "country left": 0.9,
    "form left": -0.3,
    "forms differ": -0.6,
    "body of the other": -3.0,
    "country equal": 0.0,
    "country differs": -5.06,
    "one country": -0.6,
    "number equal": 1.01,
    "number differs": -3.8,
    "one number": -1.0,
    "side equal": 1.26,
    "side differs": -3.5,
    "one side": -2.0,
}
