"""Issues of a column (the markets, the weather): one form, filled anew with other days and figures."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from provenance.model.reuse import Alignment, ChangeKind
from provenance.model.sources import Source
from provenance.reuse.states.pages import days_apart, find_link, have_one_title

LEAST_DIFFERING = 3
"""Figures and days that two texts tell differently, from which they may be two issues."""
LEAST_DIFFERING_DAYS = 2
"""The same of texts that were published on two days, to be no states of one page."""
LEAST_SHARE = 0.5
"""Share of the figures and days of a text that the other lacks, above which its content is another, 0..1. A
page that was corrected or went on keeps most of them."""
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE))


def is_refilled(a: Source, b: Source, alignments: Iterable[Alignment] = ()) -> bool:
    """Do the texts of two sources tell other figures and days throughout? `alignments`: those between them,
    whose changes tell of days and numbers in words."""
    least = LEAST_DIFFERING_DAYS if days_apart(a, b) else LEAST_DIFFERING
    return _differ_throughout([(a.text, b.text)], _count_words(alignments), least)


def is_form(a: Source, b: Source, alignments: Sequence[Alignment]) -> bool:
    """Is what two texts share the form of a column: of one publisher under one title, no states of one page
    by their address, and with other figures and days in most of the places that they share?"""
    link = find_link(a, b)
    if not have_one_title(a, b) or (link is not None and not link.by_name):
        return False
    shared = [(each.a.quote(a.text), each.b.quote(b.text)) for each in alignments]
    return _differ_throughout(shared, _count_words(alignments), LEAST_DIFFERING)


def _differ_throughout(pairs: Iterable[tuple[str, str]], in_words: int, least: int) -> bool:
    """`in_words`: values without a figure that differ."""
    one: Counter[str] = Counter()
    two: Counter[str] = Counter()
    for first, second in pairs:
        one.update(_FIGURE.findall(first))
        two.update(_FIGURE.findall(second))
    total = min(one.total(), two.total())
    differing = total - (one & two).total() + in_words
    return differing >= least and differing > LEAST_SHARE * (total + in_words)


def _count_words(alignments: Iterable[Alignment]) -> int:
    """Days and numbers in words that differ."""
    changes = (change for each in alignments for change in each.changes if change.kind in _VALUES)
    return sum(
        bool(each.a_text and each.b_text) and not _FIGURE.search(each.a_text + each.b_text)
        for each in changes
    )
