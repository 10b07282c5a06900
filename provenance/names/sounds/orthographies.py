"""Names as Indonesian of the Dutch time, Somali, Turkish, Albanian, Serbian and Hungarian spell their sounds.

What such a word would be in the usual romanisation: Soebandrio, Subandrio; Afrax, Afrah; Ecevit, Ejevit;
Hoxha, Hodzha; Karadzic, Karadzhich; Csatari, Chatari. From general knowledge of the orthographies. What is
another name in another language is left alone: Moeller is not Muller.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_Rules = Sequence[tuple[re.Pattern[str], str]]


def _rules(rules: str) -> _Rules:
    """From "written=usual" pairs, in order; 0 stands for what a later rule shall not change."""
    pairs = (rule.rsplit("=", 1) for rule in rules.split())
    return tuple((re.compile(written), usual) for written, usual in pairs)


_LANGUAGES: Sequence[tuple[re.Pattern[str], _Rules]] = (
    (re.compile("(?:oe|tj|dj|sj|nj).*[aiou]$"), _rules("oe=u tj=c dj=0 sj=sy nj=ny j=y ch=kh 0=j")),
    (re.compile("^j[aeiou]{1,2}[^aeiou].*[aeiou]"), _rules("^j=y")),
    (re.compile("^x[aiu]|.x."), _rules("xh=0 x=h 0=xh")),
    (re.compile("ax$"), _rules("x=h")),
    (re.compile("^c(?=[aiu]).*(?:aa|ii|uu|oo)"), _rules("^c=")),
    (re.compile("[aeiounrlk]c[aeiu]"), _rules("(?<=[aeiounrlk])c(?=[aeiu])=j")),
    (re.compile("xh"), _rules("xh=dzh")),
    (re.compile("dj(?=[^aeiou])|ndj"), _rules("dj(?=[^aeiou])=d (?<=n)dj=d")),
    (re.compile("dzic$"), _rules("dzic$=dzhich")),
    (re.compile("^cs|zs|gy|ly(?!$)"), _rules("cs=ch zs=zh sz=s gy=dj ly=y")),
)
"""What marks a word that may be one of the language, and what its letters stand for."""
_MARKS = re.compile("oe|j|x|zs|gy|ly(?!$)|^c[aius]|[aeiounrlk]c[aeiu]|dzic$")
"""One of these is in every word that one of them may be."""
_SHORTEST, _LONGEST = 5, 40


def may_be_foreign(word: str) -> bool:
    """Has a lower-case word letters that mark one of these orthographies?"""
    return _SHORTEST <= len(word) <= _LONGEST and _MARKS.search(word) is not None


@lru_cache(maxsize=1 << 14)
def usual_spellings(word: str) -> tuple[str, ...]:
    """Of a lower-case word, one for each orthography in which it would be another; often none."""
    if not may_be_foreign(word):
        return ()
    found: list[str] = []
    for marks, rules in _LANGUAGES:
        if marks.search(word) is None:
            continue
        other = word
        for written, usual in rules:
            other = written.sub(usual, other)
        if other and other != word and other not in found:
            found.append(other)
    return tuple(found)
