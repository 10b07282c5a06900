"""What a printed value says, whichever way it is written: a number with its unit, a date, a time of day.

One value may be read in two ways (10.30 is a number and a time; a pound is money and a weight), so values are
compared by the readings that they share.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from provenance.model.claims import Hedge
from provenance.model.knowledge import Knowledge
from provenance.text.numbers import find_numbers

Reading = tuple[object, ...]

LONGEST_VALUE = 120
"""Longer stretches are no value, code points."""
ENGLISH = "en"

_NUMERAL = re.compile(r"\d+(?:[.,'’ ]\d+)*")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIGURED_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_EAST = re.compile(r"(?:(\d{4}) ?[年년])? ?(?:(\d{1,2}) ?[月월])? ?(?:(\d{1,2}) ?[日号號일])?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))? ?([ap]\.? ?m\.?|uhr|hrs|o'clock|h)?", re.IGNORECASE
)
_WORD = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s\w]")
_RATE = re.compile(r"(?:per annum|per year|a year|annually|yearly|p\. ?a\.)$")
_GLUED = re.compile(r"(?<=\d) ?(m|mn|mln|mio|mrd|bn|bln|b|tn|t|k)\b\.?")
_SCALES = {
    "m": "million", "mn": "million", "mln": "million", "mio": "million", "bn": "billion", "bln": "billion",
    "b": "billion", "mrd": "billion", "tn": "trillion", "t": "trillion", "k": "thousand",
}  # fmt: skip
_EAST_SCALES = {
    "": 1.0, "千": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4, "億": 1e8, "亿": 1e8, "억": 1e8,
    "兆": 1e12, "조": 1e12,
}  # fmt: skip
_EAST_PART = re.compile(r"(\d+(?:\.\d+)?)([千万萬만億亿억兆조]?)")
_EAST_NUMBER = re.compile(r"(?:\d+(?:\.\d+)?[千万萬만億亿억兆조])+\d*")
_ONLY_MONEY = frozenset("m b t".split())
"""Short for a metre, a byte and a ton as well."""
_CURRENCIES = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₦": "NGN",
}  # fmt: skip
_MARKED_DOLLARS = re.compile(r"\b(us|u\.s\.|a|c|nz|hk|s) ?\$")
_MORE_UNITS = {"%": "percent", "٪": "percent", "percent": "percent", "pct": "percent", "pounds": "pound"}
_PERCENT = re.compile(r"\bper ?cent\b")
_IDLE = frozenset(
    "of the on de del du di des le el den der am im a an and . , г г. года году día jour".split()
)
_FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31),
    "all saints' day": (11, 1), "all souls' day": (11, 2), "epiphany": (1, 6), "twelfth night": (1, 5),
    "may day": (5, 1), "midsummer day": (6, 24), "st patrick's day": (3, 17),
}  # fmt: skip
"""Feasts that fall on one day of the year: general knowledge."""
_HOURS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_HALF_DAY = 12
_LAST_HOUR, _LAST_MINUTE = 24, 59
_THOUSANDS = 3
_YEAR_FIGURES = 4
_UNITS_FIRST = re.compile(r"([^\W\d_]+)[ -]and[ -]([^\W\d_]+)")
_LAST_DAY, _LAST_MONTH = 31, 12


def mean_the_same(one: str, other: str, knowledge: Knowledge, language: str = ENGLISH) -> bool:
    """Do both printed values say the same: €38.5m and 38.5 million euros, 3 May 2019 and 2019-05-03?

    The one rule of equal values. About 14 and some fourteen are the same, about 14 and 14 are not.

    `language`: code of the words that they are written in. False for what cannot be read as one value.
    """
    if max(len(one), len(other)) > LONGEST_VALUE or not one or not other:
        return False
    if _FIGURED_DATE.fullmatch(one) and _FIGURED_DATE.fullmatch(other) and "/" in one and "/" in other:
        return _figured_date(one) == _figured_date(other)  # both put the month in one place
    readings = read_value(one, knowledge, language)
    return bool(readings) and not readings.isdisjoint(read_value(other, knowledge, language))


@lru_cache(maxsize=1 << 12)
def read_value(text: str, knowledge: Knowledge, language: str = ENGLISH) -> frozenset[Reading]:
    """All that `text` may say as one value; empty if it is none, or more than one."""
    if len(text) > LONGEST_VALUE:
        return frozenset()
    plain = _plain(text)
    words = _words(knowledge, language)
    found = [_feast(plain), _figured_date(plain), _east_date(plain), _named_date(plain, words)]
    found += [_clock(plain), *_slashed(plain), *_numbers(plain, knowledge, words)]
    return frozenset(each for each in found if each is not None)


def _plain(text: str) -> str:
    """In small letters, with the figures and signs of every script as plain ones."""
    parts = []
    for at, c in enumerate(text):
        if c.isdecimal():
            parts.append(str(int(c)))
        elif c.isnumeric() and unicodedata.decomposition(c).startswith("<fraction>"):
            decimals = f"{unicodedata.numeric(c):.6g}"[1:]
            parts.append(decimals if at and text[at - 1].isdecimal() else f"0{decimals}")
        elif unicodedata.category(c) != "Cf":
            parts.append({"٫": ".", "٬": ",", "\u2019": "'"}.get(c) or unicodedata.normalize("NFKC", c))
    return " ".join("".join(parts).lower().split()).strip(" ,;")


class _Words:
    """Words of one language: months, weekdays, number words, multipliers and units."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self.months: Mapping[str, int] = knowledge.months
        self.weekdays: Mapping[str, int] = knowledge.weekdays
        self.numbers: dict[str, str] = {}
        self.units: Mapping[str, str] = knowledge.units
        if language == ENGLISH:
            return
        tables: dict[str, dict[str, str]] = {}
        for key, value in knowledge.foreign.items():
            code, kind, word = key.split(" ", 2)
            if code == language:
                tables.setdefault(kind, {})[word] = value
        self.months = {word: int(value) for word, value in tables.get("month", {}).items()}
        self.weekdays = {word: int(value) for word, value in tables.get("weekday", {}).items()}
        self.numbers = {**tables.get("number", {}), **tables.get("scale", {})}
        self.units = {**knowledge.units, **tables.get("unit", {})}


_words = lru_cache(maxsize=32)(_Words)


def _feast(text: str) -> Reading | None:
    day = _FEASTS.get(text)
    return ("date", None, *day, None) if day else None


def _figured_date(text: str) -> Reading | None:
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    found = _FIGURED_DATE.fullmatch(text)
    return _date(found[4], found[3], found[1]) if found else None


def _slashed(text: str) -> list[Reading | None]:
    """The other way to read 5/3/2019: an American month stands first."""
    found = _FIGURED_DATE.fullmatch(text)
    return [_date(found[4], found[1], found[3])] if found and found[2] == "/" else []


def _date(year: str, month: str, day: str) -> Reading | None:
    is_day = 0 < int(day) <= _LAST_DAY and 0 < int(month) <= _LAST_MONTH
    return ("date", int(year), int(month), int(day), None) if is_day else None


def _east_date(text: str) -> Reading | None:
    found = _EAST.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    return ("date", *(int(part) if part else None for part in found.groups()), None)


def _named_date(text: str, words: _Words) -> Reading | None:
    """A date with a month's or weekday's name in it."""
    year = month = day = weekday = None
    for token in _WORD.findall(text):
        bare = token.rstrip("stndrh") if token[0].isdigit() else token
        if bare.isdecimal():
            if len(bare) == _YEAR_FIGURES and year is None:
                year = int(bare)
            elif day is None and len(bare) <= 2 and int(bare) <= _LAST_DAY:
                day = int(bare)
            else:
                return None
        elif token in words.months and month is None:
            month = words.months[token]
        elif token in words.weekdays and weekday is None:
            weekday = words.weekdays[token]
        elif token not in _IDLE:
            return None
    if month is None and weekday is None:
        return None
    return "date", year, month, day, weekday


def _clock(text: str) -> Reading | None:
    if text in _HOURS:
        return "time", *_HOURS[text]
    found = _CLOCK.fullmatch(text)
    if found is None or not (found[2] or found[4]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if not hour and not found[4] and ":" not in text:
        return None
    half = (found[4] or "")[:1]
    if half in ("a", "p"):
        hour = hour % _HALF_DAY + _HALF_DAY * (half == "p")
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    seconds = int(found[3] or 0)  # or hundredths, in a runner's time
    return ("time", hour, minute, seconds) if seconds else ("time", hour, minute)


def _numbers(text: str, knowledge: Knowledge, words: _Words) -> list[Reading | None]:
    """A number with its unit; a pound is money or a weight, m a million or a metre."""
    rate = _RATE.search(text)
    text = text[: rate.start()].rstrip(" ,") if rate else text
    text, unit = _without_unit(_PERCENT.sub("percent", text), words)
    if unit == "":
        return []
    found: list[Reading | None] = []
    for is_money in {unit is not None and unit != "percent", True}:
        read = _amount(text, is_money=is_money, knowledge=knowledge, words=words)
        if read is not None:
            units = ("pound", "GBP") if unit == "pound" else (unit,)
            found += [("number", *read, each, bool(rate)) for each in units]
    return found


def _without_unit(text: str, words: _Words) -> tuple[str, str | None]:
    """The rest and the one unit; "" for more than one."""
    if text == "second":
        return text, None  # after the first
    text = _MARKED_DOLLARS.sub(
        lambda found: "$" if found[1] in ("us", "u.s.") else f"{found[1]}dollar ", text
    )
    units: list[str] = []

    def take(found: re.Match[str]) -> str:
        token = found.group()
        unit = _CURRENCIES.get(token) or _MORE_UNITS.get(token)
        if unit is None and token.isalpha() and (len(token) > 1 or found.start() == 0):
            is_scale = found.start() and text[found.start() - 1].isdecimal() and token in _SCALES
            unit = None if is_scale else words.units.get(token)
            if token.endswith("dollar") and token != "dollar":
                unit = token
        if unit is None:
            return token
        units.append(unit)
        return " "

    rest = " ".join(re.sub(r"[^\W\d_]+|[^\s\w]", take, text).split())
    return rest, (units[0] if len(set(units)) == 1 else "") if units else None


def _amount(text: str, *, is_money: bool, knowledge: Knowledge, words: _Words) -> Reading | None:
    """(least, most, is it a rank?, its hedge) of the one number of `text`."""

    def scale(found: re.Match[str]) -> str:
        is_scale = is_money or found[1] not in _ONLY_MONEY
        return f" {_SCALES[found[1]]}" if is_scale else found.group()

    if found := _EAST_NUMBER.fullmatch(text.replace(",", "")):
        total = sum(float(n) * _EAST_SCALES[c] for n, c in _EAST_PART.findall(found.group()))
        return total, total, False, ""
    text = _GLUED.sub(scale, _NUMERAL.sub(lambda found: _figures(found.group()), text))
    if words.numbers:
        text = re.sub(r"[^\W\d_]+\.?", lambda found: _translated(found.group(), words.numbers), text)
    numbers = find_numbers(_tens_first(text, knowledge), knowledge)
    if len(numbers) == 1:
        text = _tens_first(text, knowledge)
    if len(numbers) == 2 and numbers[0].bounds == numbers[1].bounds:
        between, after = text[numbers[0].end : numbers[1].start], text[numbers[1].end :]
        if between.strip() == "(" and after.strip() == ")":  # fourteen (14)
            text, numbers = text[: numbers[0].end], numbers[:1]
    if len(numbers) != 1:
        return None
    number = numbers[0]
    start = number.start if number.hedge is None else min(number.start, number.hedge_start)
    rest = [*text[:start].split(), *text[number.end :].split()]
    if any(word not in _IDLE for word in rest):
        return None
    low, high = (float(f"{bound:.12g}") for bound in number.bounds)
    hedge = "" if number.hedge in (None, Hedge.EXACT) else number.hedge.value  # about 14, some fourteen
    return low, high, number.is_ordinal, hedge


def _tens_first(text: str, knowledge: Knowledge) -> str:
    """ "thirty-one" for "one and thirty", as older English has it."""
    found = _UNITS_FIRST.fullmatch(text.strip())
    if found is None:
        return text
    unit, tens = (knowledge.number_words.get(word) for word in found.groups())
    is_pair = unit in range(1, 10) and tens in range(20, 100, 10)
    return f"{found[2]}-{found[1]}" if is_pair else text


def _translated(word: str, numbers: Mapping[str, str]) -> str:
    return numbers.get(word) or numbers.get(word.rstrip("."), word)


def _figures(run: str) -> str:
    """Plain figures with a point before decimals; where marks differ, the last one parts the decimals."""
    parts = re.split(r"[.,'’ ]", run)
    marks = [c for c in run if not c.isdecimal()]
    is_grouped = all(len(part) == _THOUSANDS for part in parts[1:]) and len(parts[0]) <= _THOUSANDS
    if not marks:
        return run
    if len(set(marks)) == 1 and is_grouped and parts[0].strip("0"):
        return "".join(parts)
    if marks[-1] in ".," and marks.count(marks[-1]) == 1:
        if all(len(part) == _THOUSANDS for part in parts[1:-1]):
            return "".join(parts[:-1]) + "." + parts[-1]
    return run
