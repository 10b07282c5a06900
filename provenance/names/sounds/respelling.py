"""Slavic names as German, French and Polish write them, in the English way: Gorbatschow, Czajkowski."""

import re
from collections.abc import Sequence
from functools import lru_cache

_Rules = Sequence[tuple[str, re.Pattern[str], str]]
"""Letters that a word must have for a rule to change it, what it changes, and to what."""
_AROUND = re.compile(r"\(\?[^)]*\)|\$")


def _rules(rules: str) -> _Rules:
    """From "written=English" pairs, in order."""
    pairs = [rule.rsplit("=", 1) for rule in rules.split()]
    return tuple((_AROUND.sub("", written), re.compile(written), english) for written, english in pairs)


_GERMAN = _rules(
    "(?<=sch)ow$=ev schtsch=0q tsch=0 sch=sh (?<![sc0])ch=kh 0q=shch 0=ch w=v (?<=.)jew=iev j=y"
    " (?<![td])z=ts y$=i yy=y (?<=[oe])ff$=v"
)
_FRENCH = _rules(
    "chtch=0q tch=0 (?<![ks])ch=sh 0q=shch 0=ch ou=u (?<=[oe])ff$=v ine$=in gu(?=[ei])=g dj=j oï=oi ev$=ev"
)
_POLISH = _rules(
    "szcz=0q cz=0 sz=sh rz=r (?<![s0])ch=kh 0q=shch 0=ch w=v j=y cki$=tski c(?![hk])=ts ł=l y$=i"
)
_MAY_BE = (
    (re.compile("sch|w|j|z|ch"), _GERMAN),
    (re.compile("ou|tch|ine$|ff$|ch"), _FRENCH),
    (re.compile("cz|sz|w|j|ch|rz"), _POLISH),
)
_MARKS = re.compile("[wjz]|ch|ou|ine$|ff$")
"""One of these is in every word that one of them may be."""
SOFT_STARTS = frozenset("cijtwyz")
"""Letters of which one at the start of such a name may be another in English."""
_OTHERS = re.compile("[^lmnr]+")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 6
"""Letters: in shorter words a spelling of one language is a name of another, Chang and Khang."""
_LONGEST = 40


def may_be_respelt(word: str) -> bool:
    """Has a lower-case word letters that such names are written with?"""
    return _SHORTEST <= len(word) <= _LONGEST and _MARKS.search(word) is not None


@lru_cache(maxsize=1 << 15)
def firm_letters(word: str) -> str:
    """Those that all of these languages write alike, each run of one letter as one: l, m, n, r."""
    return _TWICE.sub(r"\1", _OTHERS.sub("", word))


@lru_cache(maxsize=1 << 14)
def respellings(word: str) -> tuple[str, ...]:
    """What a lower-case word would be if it were such a name; none where nothing would change."""
    if not may_be_respelt(word):
        return ()
    found: list[str] = []
    for marks, rules in _MAY_BE:
        if marks.search(word) is None:
            continue
        other = word
        for letters, written, english in rules:
            if letters in other:
                other = written.sub(english, other)
        if other != word and other not in found:
            found.append(other)
    return tuple(found)
