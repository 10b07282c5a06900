"""Issues of a column (the markets, the weather): one form, filled anew with other days and figures."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.states.pages import days_apart, find_link, have_one_title
from provenance.text.folding import fold_text

LEAST_DIFFERING = 3
"""Figures and days that two texts tell differently, from which they may be two issues."""
LEAST_DIFFERING_DAYS = 2
"""The same of texts that were published on two days, to be no states of one page."""
LEAST_SHARE = 0.5
"""Share of the figures and days of a text that the other lacks, above which its content is another, 0..1. A
page that was corrected or went on keeps most of them."""
LEAST_UNTITLED = 6
"""Figures and days that differ, from which two texts without a title may be two issues."""
LEAST_UNDATED = 8
"""The same where the texts do not tell that they are of two days."""
LEAST_SHARE_UNTITLED = 0.7
"""Share of the values that differ there, 0..1."""
LEAST_PART = 0.5
"""Of both texts, that passages must make up for these to be one form, 0..1."""
MOST_WORDS = 25
"""Words a value that differs, beyond which a text is told and not filled in."""
MOST_TITLE = 80
"""The longest line of a heading, code points."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAYS = re.compile(
    rf"\b(?:{_WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}\.? \d{{1,2}}|\d{{4}}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4})\b",
    re.IGNORECASE,
)
"""Days as English and figures tell them; those of other languages count as what else differs."""
_DATING = re.compile(
    rf"\b(?:{_WEEKDAY}|{_MONTH}|morning|afternoon|evening|night|week|no|issue|edition|\d+(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
"""What of a title tells one issue from the next."""
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"\w+")
LEAST_TITLE_WORDS = (4, 2)
"""Of lines that say by themselves which column it is; of a title beside its publisher."""
_VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE))


def is_refilled(a: Source, b: Source, alignments: Iterable[Alignment] = ()) -> bool:
    """Do the texts of two sources tell other figures and days throughout? `alignments`: those between them,
    whose changes tell of days and numbers in words."""
    least = LEAST_DIFFERING_DAYS if days_apart(a, b) else LEAST_DIFFERING
    return _differ_throughout([(a.text, b.text)], _count_words(alignments), least)


def is_form(a: Source, b: Source, alignments: Sequence[Alignment]) -> bool:
    """Is what two texts share the form of a column: of one publisher under one title, no states of one page
    by their address, and with other figures and days in most of the places that they share?"""
    if not have_one_heading(a, b):
        return False
    link = find_link(a, b)
    if link is not None and not link.by_name:
        return False
    shared = [(each.a.quote(a.text), each.b.quote(b.text)) for each in alignments]
    return _differ_throughout(shared, _count_words(alignments), LEAST_DIFFERING)


def have_one_heading(a: Source, b: Source) -> bool:
    """One publisher and one title, days and numbers aside ("Market report, Monday"); where one has no title
    or no publisher, the lines with which the texts begin."""
    if have_one_title(a, b):
        return True
    named = [(fold_text(each.value("publisher") or ""), each.value("title") or "") for each in (a, b)]
    if all(publisher and title for publisher, title in named):
        titles = [(publisher, _undated(title)) for publisher, title in named]
    else:
        titles = [("", _heading(each.text)) for each in (a, b)]
    return titles[0] == titles[1] and len(titles[0][1].split()) >= LEAST_TITLE_WORDS[bool(titles[0][0])]


def _heading(text: str) -> str:
    """The short lines above the first paragraph of a text, without what tells its day."""
    lines = []
    for line in text.lstrip()[: 8 * MOST_TITLE].splitlines()[:6]:
        if not line.strip() or len(line) > MOST_TITLE:
            break
        lines.append(_undated(line))
    return " ".join(filter(None, lines))


def _undated(title: str) -> str:
    return " ".join(_WORD.findall(_DATING.sub(" ", fold_text(title))))


def find_forms(alignments: Iterable[Alignment], texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of texts, as alignments name them, of which nothing is known but that they are mostly one text
    with other figures and days in nearly all places: told of two days, or too many to be changed by hand."""
    held: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for each in alignments:
        if each.kind is ReuseKind.EDITED and each.a.source_id != each.b.source_id:
            held[each.a.source_id, each.b.source_id].append(each)
    return {
        (a, b)
        for (a, b), shared in held.items()
        if _has_values(shared) and _is_filled_anew(shared, texts[a], texts[b])
    }


def _has_values(alignments: Iterable[Alignment]) -> bool:
    """Are there enough changes to look at the texts at all?"""
    values = 0
    for each in alignments:
        values += sum(change.kind in _VALUES for change in each.changes)
        if values >= LEAST_UNTITLED - 2:  # what is changed together is one change
            return True
    return False


def _is_filled_anew(alignments: Sequence[Alignment], a_text: str, b_text: str) -> bool:
    sides = [(each.a.quote(a_text), each.b.quote(b_text)) for each in alignments]
    if sum(len(one) for one, _ in sides) < LEAST_PART * len(a_text.strip()):
        return False
    if sum(len(two) for _, two in sides) < LEAST_PART * len(b_text.strip()):
        return False
    differing, total = _count_differing(sides, _count_words(alignments))
    if differing < max(LEAST_UNTITLED, LEAST_SHARE_UNTITLED * total):
        return False
    if sum(len(one.split()) for one, _ in sides) > MOST_WORDS * differing:
        return False
    days = [set(map(str.lower, _DAYS.findall(text))) for text in (a_text, b_text)]
    if not all(days):
        return differing >= LEAST_UNDATED
    return len(days[0] & days[1]) <= min(len(days[0]), len(days[1])) / 2


def _differ_throughout(pairs: Iterable[tuple[str, str]], in_words: int, least: int) -> bool:
    """`in_words`: values without a figure that differ."""
    differing, total = _count_differing(pairs, in_words)
    return differing >= least and differing > LEAST_SHARE * total


def _count_differing(pairs: Iterable[tuple[str, str]], in_words: int) -> tuple[int, int]:
    """(values of the side with fewer that differ, how many it has)."""
    one: Counter[str] = Counter()
    two: Counter[str] = Counter()
    for first, second in pairs:
        one.update(_FIGURE.findall(first))
        two.update(_FIGURE.findall(second))
    total = min(one.total(), two.total())
    return total - (one & two).total() + in_words, total + in_words


def _count_words(alignments: Iterable[Alignment]) -> int:
    """Days and numbers in words that differ."""
    changes = (change for each in alignments for change in each.changes if change.kind in _VALUES)
    return sum(
        bool(each.a_text and each.b_text) and not _FIGURE.search(each.a_text + each.b_text)
        for each in changes
    )
