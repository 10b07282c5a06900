"""What the changes in a copied passage tell of its direction: edits that seldom go the other way."""

import re
from collections.abc import Iterator, Mapping, Sequence

from provenance.model.reuse import Alignment, Change, ChangeKind, Direction
from provenance.reuse.descent.evidence import Evidence, Rests

SHORTENED_WORDS = 2
"""Words by which a quotation must be shorter in the later text: a speaker's words cannot be made up."""
SHORTENED_WEIGHT = 0.7
DISTANT_WEIGHT = 0.6
"""That one text says "last week" where the other names a weekday or says "yesterday"."""
NEAR_WEIGHT = 0.25
"""That one text names a weekday where the other says "today": some desks never say "today"."""
ROUNDED_WEIGHT = 0.5
PAST_WEIGHT = 0.4
MOST_WORDS = 8
"""Longer changes are sentences dropped or added, of which single words tell nothing."""
MENTION_CHARACTERS = 60
"""Longer changes are cut where a reason quotes them, code points."""
HEDGE_CHARACTERS = 16
"""How far before a figure a word such as "about" speaks of it, code points."""

_FAR = re.compile(
    r"\b(?:last|previous|that) (?:week|month|year)\b|\b(?:weeks?|months?|years?) (?:ago|earlier)\b", re.I
)
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = re.compile(
    rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{{1,2}} {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b", re.I
)
_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|this (?:morning|afternoon|evening)|last night|tomorrow)\b", re.I
)
_WILL = re.compile(r"\b(?:will|shall|(?:is|are) (?:to|going to)|plans? to)\b", re.I)
_WAS = re.compile(r"\b(?:was|were|had|has|have|did|would)\b", re.I)
_FORMER = re.compile(r"\b(?:then-|former|ex-|the late|at the time|since then|has since|have since)", re.I)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|over|more than|approximately|at least|up to|close to)\b",
    re.I,
)
_MORE = re.compile(r"\b(?:over|more than|at least|upwards of)\b", re.I)
_LESS = re.compile(r"\b(?:nearly|almost|up to|at most|less than|fewer than|under)\b", re.I)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")

_A_B, _B_A = Direction.A_TO_B, Direction.B_TO_A
_Ranges = Sequence[tuple[int, int]]


def find_traces(
    shared: Sequence[Alignment], texts: Mapping[str, str], quotations: Mapping[str, _Ranges]
) -> list[Evidence]:
    """Evidence from the changes of copies between two texts; each sort of trace once a direction, the
    weight growing with how often it is found, evidence of both directions left in."""
    found: dict[tuple[Direction, str], list[tuple[float, str]]] = {}
    for alignment in shared:
        sides = alignment.a.source_id, alignment.b.source_id
        for change in alignment.changes:
            if change.kind is ChangeKind.TYPOGRAPHY:
                continue
            for direction, weight, what, quote in _of_change(
                change, (texts[sides[0]], texts[sides[1]]), (quotations[sides[0]], quotations[sides[1]])
            ):
                found.setdefault((direction, what), []).append((weight, quote))
    evidence = []
    for (direction, what), held in sorted(found.items()):
        doubt = 1.0
        for weight, _ in held[:3]:
            doubt *= 1 - weight
        names = ("text a", "text b") if direction is _A_B else ("text b", "text a")
        more = f", and {len(held) - 1} more" if len(held) > 1 else ""
        reason = f"{what.format(*names)}: {held[0][1]}{more}"
        evidence.append(Evidence(direction, Rests.TEXT, min(0.85, 1 - doubt), reason))
    return evidence


def _of_change(
    change: Change, texts: tuple[str, str], quotations: tuple[_Ranges, _Ranges]
) -> Iterator[tuple[Direction, float, str, str]]:
    """(direction, weight, what in words with {0} for the earlier and {1} for the later text, quote)."""
    one, other = change.a_text, change.b_text
    for direction, early, late in ((_A_B, one, other), (_B_A, other, one)):
        quote = f'"{_cut(early)}" became "{_cut(late)}"' if late else f'without "{_cut(early)}"'
        if _is_shortened(change, direction, texts, quotations):
            yield direction, SHORTENED_WEIGHT, "{1} has a quotation shorter than {0}", quote
        if max(len(early.split()), len(late.split())) > MOST_WORDS:
            continue
        weight = _days_moved(early, late)
        if weight:
            yield direction, weight, "{1} speaks of a day from further off than {0}", quote
        if _WILL.search(early) and _WAS.search(late) and not _WAS.search(early) and not _WILL.search(late):
            yield direction, PAST_WEIGHT, "{1} tells as past what {0} tells as to come", quote
        if early and _FORMER.search(late) and not _FORMER.search(early):
            yield direction, PAST_WEIGHT, "{1} looks back where {0} does not", quote
        if _is_rounded(early, late, change, direction, texts):
            yield direction, ROUNDED_WEIGHT, "{1} rounds a figure that {0} has in full", quote


def _is_shortened(
    change: Change, direction: Direction, texts: tuple[str, str], quotations: tuple[_Ranges, _Ranges]
) -> bool:
    """Did a quotation lose words at this change, and nothing but words of the quotation?"""
    places = ((change.a_start, change.a_end), (change.b_start, change.b_end))
    early, late = (0, 1) if direction is _A_B else (1, 0)
    lost = texts[early][places[early][0] : places[early][1]].split()
    left = texts[late][places[late][0] : places[late][1]].split()
    if len(lost) < len(left) + SHORTENED_WORDS or len(left) > 1:
        return False
    return _lies_in(places[early], quotations[early]) and _lies_in(places[late], quotations[late])


def _lies_in(place: tuple[int, int], quotations: _Ranges) -> bool:
    return any(start < place[0] and place[1] <= end for start, end in quotations)


def _days_moved(early: str, late: str) -> float:
    if _FAR.search(late) and not _FAR.search(early) and (_DAY.search(early) or _NOW.search(early)):
        return DISTANT_WEIGHT
    if _NOW.search(early) and not _NOW.search(late) and _DAY.search(late):
        return NEAR_WEIGHT
    return 0.0


def _is_rounded(early: str, late: str, change: Change, direction: Direction, texts: tuple[str, str]) -> bool:
    full, rounded = _NUMBER.search(early), _NUMBER.search(late)
    if full is None or rounded is None or full.group() == rounded.group():
        return False
    start = change.b_start if direction is _A_B else change.a_start
    text = texts[1] if direction is _A_B else texts[0]
    before = text[max(0, start - HEDGE_CHARACTERS) : start + rounded.start()]
    digits = [each.group().translate({44: None, 46: None}) for each in (full, rounded)]
    if not _ROUGHLY.search(before) or len(digits[0]) > 15 or len(digits[0]) != len(digits[1]):
        return False
    zeros = [len(each) - len(each.rstrip("0")) for each in digits]
    whole, given = (int(each) for each in digits)
    unit = 10 ** zeros[1]
    down, up = whole // unit * unit, -(-whole // unit) * unit
    if _LESS.search(before):
        fits = given == up
    elif _MORE.search(before):
        fits = given == down
    else:
        fits = given == (down if whole - down < up - whole else up)
    return zeros[1] > zeros[0] and fits and abs(given - whole) <= 0.25 * whole


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MENTION_CHARACTERS else plain[: MENTION_CHARACTERS - 1] + "…"
