"""Whether a change alters a number, a date or a time, told by the classes of its words."""

from provenance.model.reuse import ChangeKind
from provenance.reuse.edits.value_runs import FIRST_YEAR, LAST_YEAR
from provenance.reuse.edits.wording import (
    CALENDAR,
    DIGITS,
    LONG_WORDS,
    MEASURE,
    MODAL,
    MULTIPLES,
    NUMBER,
    OFTEN,
    ORDINALS,
    PARTS,
    PERIODS,
    SCALE,
    TIMES,
    UNIT,
    WHEN,
    Context,
    Wording,
    Words,
    fold_word,
)

_FIGURED = DIGITS | NUMBER | SCALE
_MEASURED = MEASURE | UNIT


def _other_kind(
    values: list[Words],
    classes: tuple[list[int], ...],
    folded: tuple[Words, ...],
    context: Context,
    wording: Wording,
) -> ChangeKind | None:
    """Of units, times, parts and ranks of which another one is told, whatever figures stand beside them."""
    has_value = [bool(each) for each in values]
    if has_value[0] != has_value[1] and wording.has(list(folded[has_value.index(False)]), MODAL):
        return ChangeKind.MODALITY  # what was left out is a detail; what came in turns the statement
    if _are_other_times(classes, folded, context):
        return ChangeKind.DATE
    if not any([bits & _MEASURED for found in classes for bits in found]):
        return None
    is_other = any(_are_other(folded, table) for table in (PARTS, ORDINALS, MULTIPLES, OFTEN))
    is_other = is_other or _are_other_units(classes, folded, wording)
    return ChangeKind.NUMBER if is_other or _are_other_shares(folded, context, wording) else None


def _are_other_shares(folded: tuple[Words, ...], context: Context, wording: Wording) -> bool:
    """Is a share told from a difference of shares, after a number: 4 per cent, 4 percentage points?"""
    phrases = {"".join(side) for side in folded}
    is_counted = bool(context[0]) and bool(wording.classes[context[0][-1]] & _FIGURED)
    return is_counted and "percent" in phrases and not phrases.isdisjoint(_POINTS)


_POINTS = frozenset(("percentagepoint", "percentagepoints"))


def value_kind(
    classes: tuple[list[int], ...], folded: tuple[Words, ...], context: Context, wording: Wording
) -> ChangeKind | None:
    """Number or date, if the values of the sides differ; modality where it stands for a value."""
    values = [
        sorted(
            w
            for n, (w, bits) in enumerate(zip(words, found, strict=True))
            if bits & (_FIGURED | CALENDAR) and not (w == "one" and words[n - 1 : n] in _NOT_ONE)
        )
        for words, found in zip(folded, classes, strict=True)
    ]
    if all(folded) and ["one"] in values and [] in values:
        return None  # any other word for one of them
    other = _other_kind(values, classes, folded, context, wording)
    if other is not None:
        return other
    if values[0] == values[1]:
        return _reordered_kind(classes, folded, context, wording)
    has_value = [bool(each) for each in values]
    is_long = max(map(len, folded)) >= LONG_WORDS
    if not all(has_value) and (is_long or not _is_time_or_number(classes, folded, has_value)):
        return None
    around = [*context[0][-1:], *context[1][:1]]
    is_calendar = any(bits & CALENDAR for found in classes for bits in found)
    if is_calendar or any(wording.classes[word] & CALENDAR for word in around):
        return ChangeKind.DATE
    figures = [word for side in values for word in side]
    return ChangeKind.DATE if all(map(_is_year, figures)) else ChangeKind.NUMBER


def _are_other_units(classes: tuple[list[int], ...], folded: tuple[Words, ...], wording: Wording) -> bool:
    """Is another currency named, with or without a figure: in euros, in dollars?"""
    if not all(len(side) == 1 for side in folded) or not all(bits[0] & UNIT for bits in classes):
        return False
    units = [wording.units.get(side[0]) for side in folded]
    return units[0] != units[1] and "percent" not in units


_NOT_ONE = (["no"], ["any"], ["some"], ["every"], ["each"])
_BEFORE_PERIODS = frozenset("last next this past coming previous following".split())
_MOST_TIMES = 3


def _are_other_times(classes: tuple[list[int], ...], folded: tuple[Words, ...], context: Context) -> bool:
    """Are both sides times without figures, and not the same: yesterday, today; last week, last month?"""
    is_figured = any(bits & _FIGURED for found in classes for bits in found)
    if not all(folded) or max(map(len, folded)) > _MOST_TIMES or is_figured:
        return False
    points = [
        [w for w, bits in zip(words, found, strict=True) if bits & WHEN]
        for words, found in zip(folded, classes, strict=True)
    ]
    if all(points):
        return points[0] != points[1]
    before = [fold_word(word) for word in context[0][-1:]]
    phrases = [[*before, *side] for side in folded]
    are_set = all(_is_period(phrase) for phrase in phrases)
    return are_set and phrases[0] != phrases[1]


def _is_period(phrase: Words) -> bool:
    """Does it end with last week, next year?"""
    return len(phrase) > 1 and phrase[-1] in PERIODS and phrase[-2] in _BEFORE_PERIODS


def _are_other(folded: tuple[Words, ...], table: frozenset[str]) -> bool:
    """Have both sides words of the table, and not the same?"""
    found = [[word for word in side if word in table] for side in folded]
    return all(found) and found[0] != found[1]


def _reordered_kind(
    classes: tuple[list[int], ...], folded: tuple[Words, ...], context: Context, wording: Wording
) -> ChangeKind | None:
    """Of the same values: a date in another order (whoever sees the whole of it can tell), figures that
    changed their places (6.4, 4.6), or a number in another unit (12 km, 12 miles)."""
    if _is_rearranged(classes, folded):
        return ChangeKind.DATE
    if _is_turned_round(classes, folded):
        return ChangeKind.NUMBER
    before = wording.classes[context[0][-1]] if context[0] else 0
    if not before & _FIGURED:
        return None
    if any(bits & UNIT for found in classes for bits in found):
        return ChangeKind.NUMBER
    units = [next((wording.measures[w] for w in side if w in wording.measures), "") for side in folded]
    return ChangeKind.NUMBER if all(units) and units[0] != units[1] else None


def _is_time_or_number(
    classes: tuple[list[int], ...], folded: tuple[Words, ...], has_value: list[bool]
) -> bool:
    """Of a value and of what has none: does that tell a time as well, or is the value a number?"""
    own, other = has_value.index(True), has_value.index(False)
    if not folded[other]:
        return True
    is_dated = any(bits & CALENDAR for bits in classes[own]) or all(
        _is_year(w) for w, bits in zip(folded[own], classes[own], strict=True) if bits & _FIGURED
    )
    return not is_dated or not TIMES.isdisjoint(folded[other])


def _is_rearranged(classes: tuple[list[int], ...], folded: tuple[Words, ...]) -> bool:
    """Have both sides the same words, a month or weekday among them, in another order?"""
    is_dated = any(bits & CALENDAR for bits in classes[0])
    return is_dated and folded[0] != folded[1] and sorted(folded[0]) == sorted(folded[1])


def _is_turned_round(classes: tuple[list[int], ...], folded: tuple[Words, ...]) -> bool:
    """Are both sides the same figures in another order, and nothing else?"""
    return folded[0] != folded[1] and all(bits & _FIGURED for found in classes for bits in found)


def _is_year(figures: str) -> bool:
    return len(figures) == len("1900") and figures.isdecimal() and FIRST_YEAR <= int(figures) <= LAST_YEAR
