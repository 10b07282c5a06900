"""Numbers in running English text, as digits or words, with hedges, multipliers and ranges."""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from provenance.model.claims import Hedge
from provenance.model.knowledge import Knowledge
from provenance.text.calendars import plain_digits
from provenance.text.number_expressions import (
    DASHES,
    PERCENT,
    SCALES,
    NumberExpression,
    Token,
    Words,
    is_inside_word,
    is_near,
    skip_to,
)
from provenance.text.number_words import FEW, FRACTIONS, ORDINALS, TIMES, VAGUE, parse_words
from provenance.text.sentences import find_paragraphs

__all__ = ["NumberExpression", "find_numbers"]

_SHORTSCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12}
_MONEYSCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # "300m" alone may be metres
_CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₦": "NGN"}
_NO_CARDINALS = frozenset("a an once couple pair score none nil few several single double".split())
_NO_HEDGES = frozenset({"from", "above", "below", "beyond", "say"})  # as often a place or a range's start
_TAKE_OVER = frozenset(
    "hand hands handed handing take takes took taken taking turn turns turned turning give gave given bring"
    " brought pass passed sign signed hold held win won spread pull pulled knock knocked run ran".split()
)
"""Verbs of which "over" is a part."""
_HEDGES_AFTER = (
    ("or more", Hedge.AT_LEAST),
    ("or so", Hedge.ABOUT),
    ("or fewer", Hedge.AT_MOST),
    ("or less", Hedge.AT_MOST),
    ("at least", Hedge.AT_LEAST),
    ("at most", Hedge.AT_MOST),
)
_OPEN_HEDGE = ("or ", "at ")
_GROUP = "[,\u00a0\u202f\u2009]"
_GROUPS = re.compile(_GROUP)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_TOKEN = re.compile(
    r"(?P<numeral>\d{1,3},\d{1,2}(?=[^\S\n]?(?:%|per[^\S\n]?cent\b|pct\b|(?:m|b|tr)illion\b|(?:mn|mln|bn)\b))"
    rf"|\d{{1,3}}(?:{_GROUP}\d{{3}}(?!\d)){{1,6}}(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<word>[^\W\d_]+)|(?P<mark>[^\s\w{DASHES}]|_)"
)
_CHAIN = re.compile(
    r"(?<![\d./:+\u2010-\u2014-])"
    r"(?:\+?\d{1,30}(?:[./:\u2010-\u2014-]\d{1,30}){2,}|\d{1,30}[:/]\d{1,30}|\+\d[\d -]{6,30})"
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_new = tuple.__new__
"""What a named tuple is made by, without the call in between."""
_LONGEST_WORD = 24
_LONGEST_NUMERAL = 24


def find_numbers(text: str, knowledge: Knowledge) -> list[NumberExpression]:
    """Numbers of `text` in order, without overlap.

    Left out: numbers that are part of a word (COVID-19, 1990s), clock times, fractions with a stroke,
    versions, telephone numbers and other chains of digits, and "one" where it is a pronoun. Years and days
    of dates are numbers too: what stands in a date is for the caller to drop.
    """
    words = _words(knowledge)
    text = plain_digits(text)
    chains = [found.span() for found in _CHAIN.finditer(text)] if _DIGIT.search(text) else []
    tokens = _tokens(text, chains, words)
    found: list[NumberExpression] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        is_opener = token.kind != "word" or token.text in words.openers
        parsed = _parse(text, tokens, at, words) if is_opener else None
        if parsed is None:
            at += 1
            continue
        number, at = parsed
        found.append(_with_hedge(text, tokens, number, at, words))
    return _joined_ranges(text, found)


@lru_cache(maxsize=8)
def _words(knowledge: Knowledge) -> Words:
    reserved = SCALES.keys() | VAGUE.keys() | TIMES.keys() | ORDINALS.keys() | FRACTIONS.keys()
    cardinals = {
        word: value
        for word, value in knowledge.number_words.items()
        if value < SCALES["hundred"] and word.isalpha() and word not in reserved | _NO_CARDINALS
    }
    hedges: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for phrase in sorted(knowledge.hedges):
        parts = tuple(phrase.replace("-", " ").split())
        if parts and phrase not in _NO_HEDGES and parts[0] not in ("or", "and"):
            hedges.setdefault(parts[-1], []).append((parts, Hedge(knowledge.hedges[phrase])))
    ordered = {
        last: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
        for last, found in hedges.items()
    }
    openers = frozenset({*cardinals, *VAGUE, *TIMES, *ORDINALS, *FEW, "half", "a", "an", "one"})
    makers = openers - {"a", "an", *FEW} | SCALES.keys() | FRACTIONS.keys()
    return Words(cardinals, ordered, openers, makers)


def _tokens(text: str, chains: Sequence[tuple[int, int]], words: Words) -> list[Token]:
    """Tokens of the paragraphs that can hold a number; what stands in a chain of digits is one mark."""
    tokens: list[Token] = []
    waiting = iter(chains)
    chain = next(waiting, None)
    matches = (
        _TOKEN.finditer(text, *place) for place in find_paragraphs(text) if _can_hold(text, place, words)
    )
    for found in itertools.chain.from_iterable(matches):
        start, end = found.span()
        while chain and chain[1] <= start:
            chain = next(waiting, None)
        kind = str(found.lastgroup)
        if chain and chain[0] < end and start < chain[1]:
            kind = "mark"
        short = found.group() if end - start <= _LONGEST_WORD else found.group()[:_LONGEST_WORD] + "…"
        tokens.append(_new(Token, (start, end, kind, short.lower())))
    return tokens


def _can_hold(text: str, place: tuple[int, int], words: Words) -> bool:
    """Has the paragraph a digit or a word of which numbers are made?"""
    paragraph = text[slice(*place)]
    if _DIGIT.search(paragraph):
        return True
    return not words.makers.isdisjoint(_WORD.findall(paragraph.lower()))


def _parse(text: str, tokens: list[Token], at: int, words: Words) -> tuple[NumberExpression, int] | None:
    """The number that starts at token `at`, and the token after it."""
    token = tokens[at]
    if token.kind == "numeral":
        return _parse_numeral(text, tokens, at)
    if token.kind == "mark":
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            token.text in _CURRENCIES
            and follows
            and follows.kind == "numeral"
            and follows.start <= token.end + 1
        ):
            return _parse_numeral(text, tokens, at + 1, currency=token)
        return None
    return parse_words(text, tokens, at, words) if token.text in words.openers else None


def _parse_numeral(
    text: str, tokens: list[Token], at: int, currency: Token | None = None
) -> tuple[NumberExpression, int] | None:
    token = tokens[at]
    if token.end - token.start > _LONGEST_NUMERAL or (currency is None and is_inside_word(text, token.start)):
        return None
    value = _value(text[token.start : token.end])
    start, end, after = token.start, token.end, at + 1
    unit = None
    if currency is not None:
        start, unit = currency.start, _CURRENCIES[currency.text]
    glued = tokens[after] if after < len(tokens) and tokens[after].start == end else None
    if glued is not None and glued.kind == "word":
        if glued.text in ("st", "nd", "rd", "th"):
            return NumberExpression(start, glued.end, value, is_ordinal=True), after + 1
        scale = _SHORTSCALES.get(glued.text) or (_MONEYSCALES.get(glued.text) if currency else None)
        if scale:
            value, end, after = value * scale, glued.end, after + 1
        elif glued.text in ("s", "am", "pm"):
            return None
    value, end, after = _scaled(text, tokens, value, end, after, short=True)
    if percent := PERCENT.match(text, end):
        end, unit = percent.end(), "percent"
        after = skip_to(tokens, after, end)
    return NumberExpression(start, end, value, unit=unit), after


def _value(digits: str) -> float:
    if _DECIMAL_COMMA.fullmatch(digits):
        return float(digits.replace(",", "."))
    return float(digits if digits.isdecimal() else _GROUPS.sub("", digits))


def _scaled(
    text: str, tokens: list[Token], value: float, end: int, after: int, *, short: bool = False
) -> tuple[float, int, int]:
    """`value` times the scale words that follow."""
    for _ in range(3):
        word = tokens[after].text if after < len(tokens) else ""
        scale = SCALES.get(word) or (_SHORTSCALES.get(word) if short and len(word) > 1 else None)
        if scale is None or not is_near(text, end, tokens[after].start):
            break
        value, end, after = value * scale, tokens[after].end, after + 1
    return value, end, after


def _with_hedge(
    text: str, tokens: list[Token], number: NumberExpression, after: int, words: Words
) -> NumberExpression:
    """The number with the hedge that stands right before or right after it."""
    at = after - 1
    while at >= 0 and tokens[at].start >= number.start:
        at -= 1
    for phrase, hedge in words.hedges.get(tokens[at].text, ()) if at >= 0 else ():
        first = at - len(phrase) + 1
        if first < 0 or tuple(token.text for token in tokens[first : at + 1]) != phrase:
            continue
        if phrase == ("over",) and first and tokens[first - 1].text in _TAKE_OVER:
            continue  # handed over 28 men
        if is_near(text, tokens[at].end, number.start):
            return evolve(number, hedge=hedge, hedge_start=tokens[first].start)
    return _hedged(number, _hedge_after(text, number.end))


def _hedged(number: NumberExpression, hedge: Hedge | None) -> NumberExpression:
    """The number with a hedge after it, or none."""
    return NumberExpression(
        number.start,
        number.end,
        number.value,
        hedge or number.hedge,
        number.start,
        number.low,
        number.high,
        number.unit,
        number.is_word,
        number.is_ordinal,
    )


def _hedge_after(text: str, end: int) -> Hedge | None:
    tail = text[end : end + 10].lower().lstrip(" \u00a0")
    if tail.startswith(_OPEN_HEDGE):
        for phrase, hedge in _HEDGES_AFTER:
            if tail.startswith(phrase):
                return hedge
    return Hedge.AT_LEAST if text[end : end + 1] == "+" else None


_JOIN = re.compile(rf"[^\S\n]?[{DASHES}][^\S\n]?|[^\S\n](?:to|or)[^\S\n]")
_CHANGED = re.compile(
    r"\b(?:went|gone|rose|risen|rises|rising|fell|fallen|falls|falling|grew|grown|up|down|increased?|decreased?|raised"
    r"|reduced|cut|climbed|jumped|dropped|slipped|doubled|tripled|changed|moved|revised|lifted|lowered)\s"
    r"(?:[\w$\u20ac\u00a3,.]{1,12}\s){0,3}from\s\Z",
    re.IGNORECASE,
)
"""It rose from 38 to 44: two values, no range."""
_BETWEEN = re.compile(r"\bbetween[^\S\n]\Z", re.IGNORECASE)


def _joined_ranges(text: str, numbers: list[NumberExpression]) -> list[NumberExpression]:
    """10 to 12, 10-12, $2-3 million, between 10 and 12: two numbers made one."""
    joined: list[NumberExpression] = []
    for number in numbers:
        before = joined[-1] if joined else None
        if before is not None and before.high is None and _is_range(text, before, number):
            low = _low_end(text, before, number)
            joined[-1] = evolve(
                before, end=number.end, value=low, low=low, high=number.value, unit=number.unit or before.unit
            )
        else:
            joined.append(number)
    return joined


def _is_range(text: str, a: NumberExpression, b: NumberExpression) -> bool:
    if b.start - a.end > 5 or a.is_ordinal != b.is_ordinal or b.high is not None:
        return False
    if a.unit != b.unit and (None not in (a.unit, b.unit) or a.unit == "percent"):
        return False
    gap = text[a.end : b.start]
    if gap.strip() == "to" and _CHANGED.search(text, max(0, a.start - 60), a.start):
        return False
    is_between = gap.strip() == "and" and _BETWEEN.search(text, max(0, a.start - 9), a.start) is not None
    return (is_between or _JOIN.fullmatch(gap) is not None) and _low_end(text, a, b) < b.value


def _low_end(text: str, a: NumberExpression, b: NumberExpression) -> float:
    """The lower end with the upper one's multiplier where only that is printed: 2-3 million."""
    scale = re.search(r"(thousand|million|billion|trillion|bn|mn|tn)", text[b.start : b.end].lower())
    if scale is None or (re.search(r"[a-z]", text[a.start : a.end].lower()) and not a.is_word):
        return a.value
    factor = SCALES.get(scale.group()) or _SHORTSCALES[scale.group()]
    return a.value * factor if a.value < factor else a.value
