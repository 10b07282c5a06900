"""Changes of numbers and dates, widened to the whole expression on both sides and told apart."""

from collections.abc import Callable

from provenance.model.reuse import ANOTHER_SPELLING, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides, trim
from provenance.reuse.edits.han_numbers import Value, find_han_value, read_han
from provenance.reuse.edits.value_runs import LONGEST_VALUE, Range, figures_of, is_date, value_around
from provenance.reuse.edits.wording import DIGITS, NUMBER, SCALE, Wording
from provenance.text.folding import fold_text

Place = tuple[int, int, int, int]
_JOINTS = frozenset(("of", "the", "st", "nd", "rd", "th", "de", "on"))


def judge_value(sides: Sides, place: Place, wording: Wording) -> Edit:
    """The change at `place`, widened to the values of which it is a part, as a number or date.

    Typography if both sides write one value: 1,200 and 1200, 3 May 1911 and May 3, 1911.
    """
    a, a_end, b, b_end = _widened(sides, place, wording)
    one, other = sides.text[a:a_end], sides.other_text[b:b_end]
    if _are_one_number(one, other) or _are_one_date(one, other, wording):
        return Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY, ANOTHER_SPELLING)
    dated = are_dates((sides.text, a, a_end), (sides.other_text, b, b_end), wording)
    return Edit(a, a_end, b, b_end, ChangeKind.DATE if dated else ChangeKind.NUMBER)


def _are_one_number(one: str, other: str) -> bool:
    """Have both the same figures and words, whatever marks stand in the numbers: 1,5 and 1.5 million?"""
    letters = ["".join(filter(str.isalpha, text)) for text in (one, other)]
    if letters[0] != letters[1]:
        return False
    if letters[0]:
        one, other = ("".join(" " if c.isalpha() else c for c in text).strip() for text in (one, other))
    figures = figures_of(one)
    return bool(figures) and figures == figures_of(other)


def are_dates(one: tuple[str, int, int], other: tuple[str, int, int], wording: Wording) -> bool:
    """Is every side that is not empty a date? A side without a value does not count."""
    sides = [side for side in (one, other) if side[1] < side[2]]
    are = [is_date(*side, wording) for side in sides]
    return any(are) and all(
        is_one or not any(wording.classes[word] & _COUNTING for word in text[start:end].split())
        for is_one, (text, start, end) in zip(are, sides, strict=True)
    )


_COUNTING = DIGITS | NUMBER | SCALE


def judge_han(sides: Sides, place: Place) -> Edit | None:
    """The change at `place` as one of a number or date in Han characters; None if it is no such value."""
    a, a_end, b, b_end = place
    if max(a_end - a, b_end - b) > LONGEST_VALUE:
        return None
    one = find_han_value(sides.text, a, a_end)
    other = find_han_value(sides.other_text, b, b_end)
    if one is None and other is None:
        return None
    a, a_end = _within(one, (a, a_end), sides.starts[0], sides.ends[-1])
    b, b_end = _within(other, (b, b_end), sides.other_starts[0], sides.other_ends[-1])
    if one and other and read_han(sides.text[a:a_end]) == read_han(sides.other_text[b:b_end]):
        return Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY, ANOTHER_SPELLING)
    is_date = {value[2] for value in (one, other) if value is not None} == {"date"}
    return Edit(a, a_end, b, b_end, ChangeKind.DATE if is_date else ChangeKind.NUMBER)


def _within(value: Value | None, own: Range, first: int, last: int) -> Range:
    """The value and the changed place, inside of the passage."""
    if value is None:
        return own
    return max(first, min(own[0], value[0])), min(last, max(own[1], value[1]))


def _widened(sides: Sides, place: Place, wording: Wording) -> Place:
    a, a_end, b, b_end = place
    one, other = sides.text, sides.other_text
    whole, other_whole = value_around(one, a, a_end, wording), value_around(other, b, b_end, wording)
    # an empty range stands at the end of the word before it: what is left of it begins behind the white space
    a_left, b_left = (_skip(one, a) if a == a_end else a), (_skip(other, b) if b == b_end else b)
    left = _reach(
        (a - whole[0], b - other_whole[0]),
        (a_left - sides.starts[0], b_left - sides.other_starts[0]),
        lambda n: one[a_left - n : a_left] == other[b_left - n : b_left],
    )
    right = _reach(
        (whole[1] - a_end, other_whole[1] - b_end),
        (sides.ends[-1] - a_end, sides.other_ends[-1] - b_end),
        lambda n: one[a_end : a_end + n] == other[b_end : b_end + n],
    )
    new_a: Range = (a_left - left if left else a, a_end + right)
    new_b: Range = (b_left - left if left else b, b_end + right)
    # another part of the same value differs there as well, or is written in another way
    if not left and whole[0] < a and other_whole[0] < b:
        new_a, new_b = (
            (max(whole[0], sides.starts[0]), new_a[1]),
            (max(other_whole[0], sides.other_starts[0]), new_b[1]),
        )
    if not right and a_end < whole[1] and b_end < other_whole[1]:
        new_a, new_b = (
            (new_a[0], min(whole[1], sides.ends[-1])),
            (new_b[0], min(other_whole[1], sides.other_ends[-1])),
        )
    is_joined = whole[0] < a or other_whole[0] < b
    if not left and is_joined and (a == a_end) != (b == b_end):  # 2 per cent, 2.5 per cent
        starts = _joined_before(one, a, wording), _joined_before(other, b, wording)
        if one[starts[0]] == other[starts[1]] and min(b - starts[1], a - starts[0]) > 0:
            if starts[0] >= sides.starts[0] and starts[1] >= sides.other_starts[0]:
                new_a, new_b = (starts[0], new_a[1]), (starts[1], new_b[1])
    is_continued = a_end < whole[1] or b_end < other_whole[1]
    if not right and is_continued and (a == a_end) != (b == b_end):  # 6.4, 4
        ends = _joined_after(one, a_end, wording), _joined_after(other, b_end, wording)
        if a_end < ends[0] <= sides.ends[-1] and b_end < ends[1] <= sides.other_ends[-1]:
            if one[ends[0] - 1] == other[ends[1] - 1]:
                new_a = (a_left if a == a_end and not left else new_a[0], ends[0])
                new_b = (b_left if b == b_end and not left else new_b[0], ends[1])
    new_a, new_b = (new_a[0], max(new_a)), (new_b[0], max(new_b))
    return *trim(one, *new_a), *trim(other, *new_b)


def _joined_before(text: str, place: int, wording: Wording) -> int:
    """Where the value begins that ends right before `place`, or to which what stands there is joined."""
    end = place
    while end > 0 and place - end < _NEAR and not text[end - 1].isalnum():
        end -= 1
    if end == 0 or not text[end - 1].isdigit():
        return min(place, len(text) - 1)
    return value_around(text, end - 1, end, wording)[0]


def _joined_after(text: str, place: int, wording: Wording) -> int:
    """Where the value ends that begins right behind `place`, or to which what stands there is joined."""
    start = place
    while start < len(text) and start - place < _NEAR and not text[start].isalnum():
        start += 1
    if start == len(text) or not text[start].isdigit():
        return place
    return value_around(text, start, start + 1, wording)[1]


_NEAR = 2


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \n\u00a0":
        place += 1
    return place


def _reach(wanted: tuple[int, int], room: tuple[int, int], is_same: Callable[[int], bool]) -> int:
    """The longer of the wanted lengths, or else the shorter, for which both texts have room and are equal."""
    for length in sorted(set(wanted), reverse=True):
        if 0 < length <= min(room) and is_same(length):
            return length
    return 0


def _are_one_date(one: str, other: str, wording: Wording) -> bool:
    """Have both the same day, month and year in another order or with a shorter name of the month?"""
    if one.isdecimal() or other.isdecimal():
        return False
    parts = []
    for text in (one, other):
        words = [_day(word) for word in fold_text(text).split() if word not in _JOINTS]
        months = [str(wording.months.get(word) or word) for word in words]
        parts.append(sorted(f"month {m}" if m != w else w for m, w in zip(months, words, strict=True)))
    return parts[0] == parts[1] and any(part.startswith("month") for part in parts[0])


def _day(word: str) -> str:
    return word[:-2] if word[:1].isdigit() and word[-2:] in _JOINTS else word
