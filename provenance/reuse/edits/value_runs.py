"""Where the number or date ends of which a changed word is a part: "3 August 2016" reads better than "3".

A value is a run of figures, number words, multipliers, months, weekdays, currencies and percent signs with
the marks that join them. Figures of any script count, and a word between a day and a year is a month's name
in whatever language.
"""

import re
from functools import lru_cache

from provenance.reuse.edits.wording import CALENDAR, NUMBER, SCALE, UNIT, Wording
from provenance.text.folding import fold_text

Range = tuple[int, int]

REACH_CHARACTERS = 48
"""How far from a change its value may begin or end, code points."""
LONGEST_VALUE = 200
"""Longer stretches are no value, code points."""
FIRST_YEAR, LAST_YEAR = 1500, 2199
"""Four figures between these are taken for a year where nothing is counted with them."""
LAST_DAY = 31
_WEEKDAY = 0
"""The number of weekdays in the table of months."""

_ITEM = re.compile(
    r"\d+(?:(?:st|nd|rd|th|s|bn|mn|m|k|tn)(?![^\W_]))?|[年月日년월일万萬億亿兆만억조時时点點分]|[$£€¥₹₺₽₦%٪]|[¼-¾⅐-⅞]"
    r"|(?<=\d)[ap]m(?![^\W_])|(?<=[\d ])[ap]\. ?m(?![^\W_])\.?|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_FIGURE = re.compile(r"\d+")
_CURRENCIES = frozenset("$£€¥₹₺₽₦")
_SIGN_SORTS = dict.fromkeys(_CURRENCIES, "C") | dict.fromkeys("%٪", "P") | dict.fromkeys("年月日년월일", "K")
_SIGN_SORTS |= dict.fromkeys("万萬億亿兆만억조", "S") | dict.fromkeys("時时点點分", "H")
_SIGN_SORTS |= dict.fromkeys("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", "F")
_DAYS_AND_DAYS = frozenset(("and", "to", "und", "bis", "et", "y", "e"))
_LINKS = frozenset(
    ("and", "to", "und", "bis", "et", "y", "e", "de", "of", "du", "di", "des", "del", "le", "г")
)
_SPACES = frozenset((" ", "\u00a0", "\u202f", "\u2009", "\n"))
_DASHES = frozenset("-–—‐‑")
_SEPARATORS = frozenset(".,:/٫٬'’")
_COUNTED_AFTER = re.compile(r"[ \u00a0\n]([^\W\d_]{4,})")
_SIGNS = re.compile(r"[$£€¥₹₺₽₦%٪]|(?<![\w.,])[\u2212-](?=\d)")


class Items:
    """Words, figures and signs of a stretch of text, in order; what sort one is, is told when it is asked.

    Sorts: D figures, F fraction, W number word, S multiplier, C currency, P percent, M month, Y weekday, K an
    East Asian mark of a date, H one of a time, T morning or afternoon (p.m.), L link (of), "" anything else.
    """

    def __init__(self, window: str, wording: Wording) -> None:
        self.window = window
        self.spans = [found.span() for found in _ITEM.finditer(window)]
        self._wording = wording
        self._sorts: dict[int, str] = {}
        self._last_figure = -1
        if len(_FIGURE.findall(window)) > 1:
            figures = [at for at, (start, _) in enumerate(self.spans) if window[start].isdigit()]
            self._last_figure = figures[-1] if len(figures) > 1 else -1

    def __len__(self) -> int:
        return len(self.spans)

    def text(self, at: int) -> str:
        """The item as printed."""
        start, end = self.spans[at]
        return self.window[start:end]

    def gap(self, at: int) -> str:
        """What stands between the item before and this one."""
        return self.window[self.spans[at - 1][1] : self.spans[at][0]]

    def sort(self, at: int) -> str:
        """What sort of item it is; a word between a day and a year is a month in whatever language."""
        found = self._sorts.get(at)
        if found is None:
            text = self.text(at)
            found = _sort(text, self._wording)
            if at < self._last_figure and found in ("", "L") and text[0].isalpha() and self._is_near(at):
                found = _foreign_month(self, at, found)
            self._sorts[at] = found
        return found

    def _is_near(self, at: int) -> bool:
        """Do figures stand one or two items before?"""
        return any(self.text(n)[0].isdigit() for n in range(max(0, at - 2), at))


def value_around(text: str, start: int, end: int, wording: Wording) -> Range:
    """The range from the beginning of the value with whose first item [start, end) begins to the end of the
    one with whose last item it ends; a side that is no value stays where it is.

    An empty range has no items and stays.
    """
    if end - start > LONGEST_VALUE:
        return start, end
    low = max(0, start - REACH_CHARACTERS)
    while 0 < low < start and text[low - 1].isalnum():
        low += 1
    begin, stop = _value_in(text[low : end + REACH_CHARACTERS], start - low, end - low, wording)
    return low + begin, low + stop


@lru_cache(maxsize=1 << 12)
def _value_in(window: str, start: int, end: int, wording: Wording) -> Range:
    """`value_around` in a window; the same line often stands in many passages."""
    items = _items(window, wording)
    spans = items.spans
    first, last = 0, len(spans) - 1
    while first <= last and spans[first][1] <= start:
        first += 1
    while last >= 0 and spans[last][0] >= end:
        last -= 1
    if first > last:
        return start, end
    if items.sort(first):
        while first > 0 and _joins(items, first):
            first -= 1
        start = min(start, spans[first][0])
    if items.sort(last):
        while last + 1 < len(spans) and _joins(items, last + 1):
            last += 1
        end = max(end, spans[last][1])
    return start, end


_items = lru_cache(maxsize=1 << 12)(Items)


@lru_cache(maxsize=1 << 14)
def _sort(item: str, wording: Wording) -> str:
    if item[0].isdigit():
        return "D"
    if item in _SIGN_SORTS:
        return _SIGN_SORTS[item]
    folded = fold_text(item)
    bits = wording.classes[item]
    if _HALF_DAY.fullmatch(item):
        sort = "T"
    elif bits & CALENDAR:
        sort = "M" if wording.months[folded] else "Y"
    elif bits & (SCALE | NUMBER):
        sort = "S" if bits & SCALE else "W"
    elif bits & UNIT:
        sort = "P" if wording.units.get(folded) == "percent" else "C"
    else:
        sort = _OTHER_SORTS.get(folded, "L" if item in _LINKS else "")
    return sort


_HALF_DAY = re.compile(r"[ap](?:m|\. ?m\.?)", re.IGNORECASE)
_OTHER_SORTS = {"per": "L", "cent": "P", "pound": "C", "pounds": "C"}


def _foreign_month(items: Items, at: int, own: str) -> str:
    """M for the word between a day and a year (3 de mayo de 1987, 13. Mai 1987), L for what links them."""
    before = [n for n in range(at - 1, max(-1, at - 3), -1) if items.sort(n) != "L"][:1]
    after = [n for n in range(at + 1, min(len(items), at + 3)) if items.text(n) not in _LINKS][:1]
    if items.text(at) == "and" or own == "L" or not before or not after:
        return own
    day, year = items.text(before[0]), items.text(after[0])
    if not (day[0].isdigit() and year[0].isdigit() and _is_day(day) and _is_year(year)):
        return own
    (_, day_end), (start, end), (year_start, _) = (items.spans[n] for n in (before[0], at, after[0]))
    marks = items.window[day_end:start] + items.window[end:year_start]
    return "M" if not set(marks) & set(",;:!?\n()") else own


def _is_day(figures: str) -> bool:
    digits = figures.rstrip("stndrh")
    return digits.isdecimal() and len(digits) <= len("31") and 0 < int(digits) <= LAST_DAY


def _is_year(figures: str) -> bool:
    return len(figures) == len("1900") and figures.isdecimal() and FIRST_YEAR <= int(figures) <= LAST_YEAR


def _joins(items: Items, at: int) -> bool:
    """Do item `at` and the one before belong to one value?"""
    gap = items.gap(at)
    if len(gap) > len(" of ") or not (items.sort(at - 1) and items.sort(at)):
        return False
    pair = items.sort(at - 1) + items.sort(at)
    is_space = gap in _SPACES or gap == ""
    if pair == "DD":
        joins = _joins_figures(items, at, gap)
    elif pair in _DATED:
        joins = _joins_date(items, at, gap)
    elif pair in _HOURS:
        joins = not gap
    elif gap == " (":
        joins = pair in _TOLD_TWICE
    elif pair == "CD":
        joins = is_space and not items.text(at - 1).islower()  # they won 3-2
    elif pair in _COUNTED:
        joins = is_space or gap in _DASHES
    else:
        joins = "L" in pair and is_space and _links(items, at)
    return joins


_COUNTED = frozenset("WW WS SW SS DS WP SC SP WC DC DP CS DF DT WT FS FC FP".split())
_HOURS = frozenset(("DH", "HD", "KD"))
_TOLD_TWICE = frozenset(("WD", "SD", "DW"))
"""Fourteen (14)."""
_DATED = frozenset(("DM", "MD", "YD", "YM", "DK", "KD", "DY"))


def _joins_figures(items: Items, at: int, gap: str) -> bool:
    left, right = items.text(at - 1), items.text(at)
    if gap in _SEPARATORS or gap in _DASHES:
        return True
    is_after_month = at > 1 and items.sort(at - 2) == "M"
    if gap in _SPACES and gap != "\n":
        is_group = len(right) == len("000") and right.isdecimal() and len(left) <= len("000")
        return is_group and not is_after_month
    return gap.strip() == "," and is_after_month and _is_day(left) and _is_year(right)


def _joins_date(items: Items, at: int, gap: str) -> bool:
    left, right = items.sort(at - 1), items.sort(at)
    if "K" in (left, right):
        return gap in ("", " ")
    if left == "Y":
        return gap in (" ", ", ", "\n")
    if right == "Y":
        return False
    figure = items.text(at - 1 if left == "D" else at)
    if not (_is_day(figure) or (left != "D" and _is_year(figure))):
        return False
    return gap in _SPACES or gap in (", ", ". ", "-", "/", " the ", ",\n") or gap.strip() in ("de", "of")


def _links(items: Items, at: int) -> bool:
    """Does the link at `at` or before it stand between parts of a date, or in "per cent"?"""
    link = at if items.sort(at) == "L" else at - 1
    if not 0 < link < len(items) - 1:
        return False
    before, after, word = items.sort(link - 1), items.sort(link + 1), items.text(link)
    if word in _DAYS_AND_DAYS and before + after == "DD":
        is_dated = link + 2 < len(items) and items.sort(link + 2) == "M"
        return is_dated and _is_day(items.text(link - 1)) and _is_day(items.text(link + 1))
    if word == "and":
        return before == "S" and after in ("W", "D")
    if word.casefold() == "per":
        return items.text(link + 1).casefold() == "cent" and before in ("D", "W", "S")
    is_sure = _is_day(items.text(link - 1)) or _is_year(items.text(link + 1))
    return before + after in ("DM", "MD") and is_sure


def is_date(text: str, start: int, end: int, wording: Wording) -> bool:
    """Is the value at [start, end) a date: a month or weekday in it, figures in that form, or a year?"""
    if end - start > LONGEST_VALUE:
        return False
    low = max(0, start - REACH_CHARACTERS)
    value = text[start:end]
    if value.isdecimal() and not (text[end : end + 1].isalnum() or text[max(0, start - 1) : start].isalnum()):
        is_sure, is_alone = False, _is_year(value)  # most values are one number
    else:
        is_sure, is_alone = _is_dated(text[low : end + REACH_CHARACTERS], start - low, end - low, wording)
    if is_sure or not is_alone or text[max(0, start - 1) : start] in _CURRENCIES:
        return is_sure
    return not _is_counted(text, start, end)


@lru_cache(maxsize=1 << 12)
def _is_dated(window: str, start: int, end: int, wording: Wording) -> tuple[bool, bool]:
    """(is it a date whatever stands around, or else, is it nothing but years?)."""
    items = _items(window, wording)
    inside = [at for at, (begin, _) in enumerate(items.spans) if start <= begin < end]
    if any(items.sort(at) in _DATE_SORTS for at in inside):
        return True, False
    figures = [items.text(at) for at in inside if items.sort(at) == "D"]
    if len(figures) == len("ymd") and any(_is_year(figure) for figure in (figures[0], figures[-1])):
        return all(_is_day(figure) for figure in figures if not _is_year(figure)), False
    is_alone = bool(figures) and all(_is_year(each) or _is_decade(each) for each in figures)
    return False, is_alone and len(inside) == len(figures)


_DATE_SORTS = frozenset("MYK")


def _is_decade(figures: str) -> bool:
    return figures.endswith("s") and _is_year(figures[:-1])


def _is_counted(text: str, start: int, end: int) -> bool:
    """Is a plural counted by the figures (1900 people), with no word before that would make them a year?"""
    after = _COUNTED_AFTER.match(text, end)
    before = text[max(0, start - REACH_CHARACTERS) : start].split()
    is_dated = bool(before) and before[-1].casefold().strip("(") in _BEFORE_YEARS
    if after is None or is_dated:
        return False
    word = after[1]
    return word in ("people", "children") or (
        word.islower() and word.endswith("s") and not word.endswith("ss")
    )


_BEFORE_YEARS = frozenset(
    "in since by during until till of from the and to en im em nel del année år г".split()
)


_FIGURES = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u202f\u2009 ]\d+)*")


def figures_of(text: str) -> tuple[str, ...] | None:
    """The numbers in `text`, each as plain figures with a point before decimals; None if there are words.

    A separator before exactly three figures parts thousands, any other one decimals: 12.000 is 12,000.
    """
    if text.isascii() and text.isdecimal():
        return (text,)
    if not text or any(map(str.isalpha, text)):
        return None
    found = []
    for run in _FIGURES.findall(text):
        plain = "".join(str(int(c)) if c.isdecimal() else c for c in run)
        parts = re.split(r"[^0-9]", plain)
        is_grouped = len(parts) > 1 and all(len(part) == len("000") for part in parts[1:])
        if is_grouped and len(parts[0]) <= len("000"):
            found.append("".join(parts))
        else:
            found.append("".join(parts[:-1]) + "." + parts[-1] if len(parts) > 1 else parts[0])
    return (*found, *sorted(_SIGNS.findall(text)))


def differ_in_a_figure(one: str, other: str) -> bool:
    """Have both texts numbers of one length of which one or two figures differ, as misread ones do?"""
    figures = ["".join(c for c in text if c.isdecimal()) for text in (one, other)]
    if not figures[0] or len(figures[0]) != len(figures[1]):
        return False
    differing = sum(x != y for x, y in zip(figures[0], figures[1], strict=True))
    return 0 < differing <= _MOST_MISREAD


_MOST_MISREAD = 2
