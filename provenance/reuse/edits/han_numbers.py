"""Numbers and dates in Han characters: 四千二百万元, 四月十日.

The characters are words of names and of other words too (一郎, 一起), and whether characters are a name
cannot be told from them. So one alone is a number only beside what is counted, in a date or after 第; all
else stays plain wording. The numerals and counters are general knowledge of Chinese and Japanese.
"""

import re
from functools import lru_cache

from provenance.text.folding import fold_text

REACH_CHARACTERS = 40
"""How far from a change its value may begin or end, code points."""

_ONES = {
    c: n
    for n, row in enumerate(("〇零", "一壱", "二弐两兩", "三参", "四", "五", "六", "七", "八", "九"))
    for c in row
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
HAN_FIGURES = frozenset((*_ONES, *_TENS, *_GROUPS))
_FIGURE = f"[{''.join(sorted(HAN_FIGURES))}\\d]"
_COUNTER = (
    "个月|個月|美元|欧元|日元|公里|公斤|公顷|キロ|メートル|トン|ドル|ユーロ|[元円圆圓人名个個歳岁時时点分秒回次件台"
    "枚倍階层層票席頭头匹吨米%％割周週代位]"
)
_VALUE = re.compile(
    r"(?P<weekday>(?:星期|周|週|礼拜|禮拜)[一二三四五六])"
    rf"|(?P<date>(?:{_FIGURE}{{1,20}}[年月日号號](?![本曜]))+)(?P<span>[間间])?"
    rf"|(?P<rank>第)?(?P<number>{_FIGURE}{{1,40}})(?P<counted>{_COUNTER})?"
)

Value = tuple[int, int, str]


def find_han_value(text: str, start: int, end: int) -> Value | None:
    """(start, end, "number" or "date") of the value that [start, end) is a part of or touches, if any."""
    low = max(0, start - REACH_CHARACTERS)
    for found in _VALUE.finditer(text, low, end + REACH_CHARACTERS):
        if found.start() > end:
            break
        if found.end() < start or (start < end and found.end() == start) or (start < end == found.start()):
            continue
        if found["weekday"]:
            return *found.span(), "date"
        if found["date"]:
            is_span = bool(found["span"]) or _is_years(found["date"])
            return *found.span(), "number" if is_span else "date"
        if found["rank"] or found["counted"] or len(found["number"]) > 1:
            return *found.span(), "number"
    return None


def _is_years(figures: str) -> bool:
    """三年 is how long, 二〇二四年 is when."""
    return figures[-1] == "年" and figures.count("年") == 1 and len(figures) <= len("二十年")


@lru_cache(maxsize=1 << 10)
def read_han(text: str) -> tuple[int | str, ...]:
    """What a value says: its numbers, and what stands between them."""
    parts = re.split(f"({_FIGURE}+)", fold_text(text).replace(" ", ""))
    return tuple(_number(part) if n % 2 else part for n, part in enumerate(parts))


def _number(figures: str) -> int:
    """The number of a run of numerals; those of a year stand side by side (二〇二四)."""
    if not _TENS.keys() & set(figures) and not _GROUPS.keys() & set(figures):
        return int("".join(str(_ONES.get(c, c)) for c in figures))
    total = group = ones = 0
    for character in figures:
        if character in _GROUPS:
            total, group, ones = total + (group + ones or 1) * _GROUPS[character], 0, 0
        elif character in _TENS:
            group, ones = group + (ones or 1) * _TENS[character], 0
        else:
            ones = 10 * ones + int(_ONES.get(character, character))
    return total + group + ones
