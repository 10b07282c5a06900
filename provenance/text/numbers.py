"""Numbers in running English text, as digits or words, with hedges, multipliers and ranges."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from provenance.model.claims import Hedge
from provenance.model.knowledge import Knowledge

_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12}
_MONEY_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # "300m" alone may be metres
_VAGUE = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "tens": 10.0}
_CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₦": "NGN"}
_TIMES = {"twice": 2.0, "thrice": 3.0}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
_FRACTIONS = {
    "half": 2.0,
    "halves": 2.0,
    "third": 3.0,
    "thirds": 3.0,
    "quarter": 4.0,
    "quarters": 4.0,
    "fifth": 5.0,
    "fifths": 5.0,
    "tenth": 10.0,
    "tenths": 10.0,
}
_NO_HEDGES = frozenset({"from", "above", "below", "beyond", "say"})  # as often a place or a range's start
_HEDGES_AFTER = (
    ("or more", Hedge.AT_LEAST),
    ("or so", Hedge.ABOUT),
    ("or fewer", Hedge.AT_MOST),
    ("or less", Hedge.AT_MOST),
    ("at least", Hedge.AT_LEAST),
    ("at most", Hedge.AT_MOST),
)
_PERCENT = re.compile(r"[^\S\n]?(?:%|per[^\S\n]?cent\b|pct\b)", re.IGNORECASE)
_DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
_GROUP = "[,\u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"(?P<numeral>\d{{1,3}}(?:{_GROUP}\d{{3}}(?!\d)){{1,6}}(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<word>[^\W\d_]+)|(?P<mark>[^\s\w{_DASHES}]|_)"
)
_CHAIN = re.compile(
    r"(?<![\d./:+\u2010-\u2014-])"
    r"(?:\+?\d{1,30}(?:[./:\u2010-\u2014-]\d{1,30}){2,}|\d{1,30}[:/]\d{1,30}|\+\d[\d -]{6,30})"
)
_LONGEST_WORD = 24
_LONGEST_GAP = 3
_VAGUE_COUNTS = {"several": (2.0, 9.0), "few": (2.0, 9.0)}
_NOT_BEFORE_ONE = frozenset("no any every each this that the which another some not".split())
_NOT_AFTER_ONE = frozenset("another of can should must would could who that day might may s another".split())


@frozen(order=True)
class NumberExpression:
    """A number at [start, end), with its currency sign, multiplier word and percent sign, without hedge.

    `value`: what it amounts to; for a range its lower end. `low`, `high`: ends of a range ("10 to 12",
    "dozens"), else None. `hedge`: None if none is stated; `hedge_start`: where the hedge before it starts,
    else `start`. `unit`: "percent", an ISO 4217 code for a currency sign, "times", "share" (two thirds of)
    or None. `is_word`: written in words. `is_ordinal`: 3rd, third; `value` is its rank.
    """

    start: int
    end: int
    value: float
    hedge: Hedge | None = None
    hedge_start: int = 0
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    is_word: bool = False
    is_ordinal: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest value that the number itself names, the hedge not counted."""
        low = self.value if self.low is None else self.low
        return low, (self.value if self.high is None else self.high)


@frozen
class _Token:
    start: int
    end: int
    kind: str
    text: str


@frozen
class _Words:
    """Cardinals below a hundred, and hedge phrases as word tuples, longest first."""

    cardinals: dict[str, float]
    hedges: tuple[tuple[tuple[str, ...], Hedge], ...]


def find_numbers(text: str, knowledge: Knowledge) -> list[NumberExpression]:
    """Numbers of `text` in order, without overlap.

    Left out: numbers that are part of a word (COVID-19, 1990s), clock times, fractions with a stroke,
    versions, telephone numbers and other chains of digits, and "one" where it is a pronoun. Years and days
    of dates are numbers too: what stands in a date is for the caller to drop.
    """
    words = _words(knowledge)
    chains = [found.span() for found in _CHAIN.finditer(text)]
    tokens = _tokens(text, chains)
    found: list[NumberExpression] = []
    at = 0
    while at < len(tokens):
        parsed = _parse(text, tokens, at, words)
        if parsed is None:
            at += 1
            continue
        number, at = parsed
        found.append(_with_hedge(text, tokens, number, at, words))
    return _joined_ranges(text, found)


@lru_cache(maxsize=8)
def _words(knowledge: Knowledge) -> _Words:
    reserved = _SCALES.keys() | _VAGUE.keys() | _TIMES.keys() | _ORDINALS.keys() | _FRACTIONS.keys()
    reserved |= {
        "a",
        "an",
        "once",
        "couple",
        "pair",
        "score",
        "none",
        "nil",
        "few",
        "several",
        "single",
        "double",
    }
    cardinals = {
        word: value
        for word, value in knowledge.number_words.items()
        if value < _SCALES["hundred"] and word.isalpha() and word not in reserved
    }
    hedges = sorted(
        (
            (tuple(phrase.split()), Hedge(value))
            for phrase, value in knowledge.hedges.items()
            if phrase not in _NO_HEDGES and phrase.split()[0] not in ("or", "and")
        ),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    return _Words(cardinals, tuple(hedges))


def _tokens(text: str, chains: Sequence[tuple[int, int]]) -> list[_Token]:
    """Tokens of the text; what stands in a chain of digits is one mark."""
    tokens: list[_Token] = []
    waiting = iter(chains)
    chain = next(waiting, None)
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        while chain and chain[1] <= start:
            chain = next(waiting, None)
        kind = str(found.lastgroup)
        if chain and chain[0] < end and start < chain[1]:
            kind = "mark"
        short = found.group() if end - start <= _LONGEST_WORD else found.group()[:_LONGEST_WORD] + "…"
        tokens.append(_Token(start, end, kind, short.lower()))
    return tokens


def _parse(text: str, tokens: list[_Token], at: int, words: _Words) -> tuple[NumberExpression, int] | None:
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
    return _parse_words(text, tokens, at, words)


def _parse_numeral(
    text: str, tokens: list[_Token], at: int, currency: _Token | None = None
) -> tuple[NumberExpression, int] | None:
    token = tokens[at]
    if currency is None and _is_inside_word(text, token.start):
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
        scale = _SHORT_SCALES.get(glued.text) or (_MONEY_SCALES.get(glued.text) if currency else None)
        if scale:
            value, end, after = value * scale, glued.end, after + 1
        elif glued.text in ("s", "am", "pm"):
            return None
    value, end, after = _scaled(text, tokens, value, end, after, short=True)
    if percent := _PERCENT.match(text, end):
        end, unit = percent.end(), "percent"
        after = _skip_to(tokens, after, end)
    return NumberExpression(start, end, value, unit=unit), after


def _is_inside_word(text: str, start: int) -> bool:
    """Does a letter, or a letter and a hyphen, stand right before?"""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_#@":
        return True
    return before in _DASHES[1:] and start > 1 and text[start - 2].isalpha()


def _value(digits: str) -> float:
    return float(re.sub(_GROUP, "", digits))


def _scaled(
    text: str, tokens: list[_Token], value: float, end: int, after: int, *, short: bool = False
) -> tuple[float, int, int]:
    """`value` times the scale words that follow."""
    for _ in range(3):
        if after >= len(tokens) or not _is_near(text, end, tokens[after].start):
            break
        word = tokens[after].text
        scale = _SCALES.get(word) or (_SHORT_SCALES.get(word) if short and len(word) > 1 else None)
        if scale is None:
            break
        value, end, after = value * scale, tokens[after].end, after + 1
    return value, end, after


def _is_near(text: str, end: int, start: int) -> bool:
    """Are two tokens parted by nothing, one hyphen, or a little white space on one line or a wrap?"""
    gap = text[end:start] if start - end <= _LONGEST_GAP else "\n\n"
    return (not gap.strip() and gap.count("\n") <= 1) or gap in _DASHES[1:]


def _skip_to(tokens: list[_Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _parse_words(
    text: str, tokens: list[_Token], at: int, words: _Words
) -> tuple[NumberExpression, int] | None:
    token = tokens[at]
    if token.kind != "word" or (token.start and _is_inside_word(text, token.start)):
        return None
    if token.text in _TIMES:
        number = NumberExpression(token.start, token.end, _TIMES[token.text], unit="times", is_word=True)
        return number, at + 1
    for attempt in (_parse_vague, _parse_fraction, _parse_ordinal):
        if parsed := attempt(text, tokens, at, words):
            return parsed
    return _parse_cardinal(text, tokens, at, words)


def _next(text: str, tokens: list[_Token], at: int) -> str:
    """The token after `at` if it stands near, else ""."""
    if at + 1 < len(tokens) and _is_near(text, tokens[at].end, tokens[at + 1].start):
        return tokens[at + 1].text
    return ""


def _parse_vague(
    text: str, tokens: list[_Token], at: int, _words: _Words
) -> tuple[NumberExpression, int] | None:
    """Dozens, tens of thousands, several hundred: a range from two to just under ten of it."""
    token = tokens[at]
    if token.text in _VAGUE:
        scale, last = _VAGUE[token.text], at
        if _next(text, tokens, at) == "of" and _next(text, tokens, at + 1) in _VAGUE:
            scale, last = scale * _VAGUE[tokens[at + 2].text], at + 2
        elif token.text == "tens":
            return None
    elif token.text in _VAGUE_COUNTS and _next(text, tokens, at) in _SCALES:
        scale, last = _SCALES[tokens[at + 1].text], at + 1
    else:
        return None
    low, high = 2 * scale, 10 * scale - 1
    end = tokens[last].end
    return NumberExpression(token.start, end, low, Hedge.ABOUT, 0, low, high, is_word=True), last + 1


def _parse_fraction(
    text: str, tokens: list[_Token], at: int, words: _Words
) -> tuple[NumberExpression, int] | None:
    """Two-thirds of, a quarter of, half of: `unit` is "share"."""
    token, last = tokens[at], at
    if token.text == "half" and _next(text, tokens, at) in ("of", "the"):
        part = 0.5
    else:
        count = 1.0 if token.text in ("a", "one") else words.cardinals.get(token.text, 0.0)
        whole = _FRACTIONS.get(_next(text, tokens, at), 0.0)
        if not 0 < count < whole or _next(text, tokens, at + 1) != "of":
            return None
        part, last = count / whole, at + 1
    return NumberExpression(token.start, tokens[last].end, part, unit="share", is_word=True), last + 1


def _parse_ordinal(
    text: str, tokens: list[_Token], at: int, words: _Words
) -> tuple[NumberExpression, int] | None:
    token = tokens[at]
    tens = words.cardinals.get(token.text, 0.0)
    follows = _ORDINALS.get(_next(text, tokens, at), 0.0)
    if tens >= 20 and tens % 10 == 0 and 0 < follows < 10:
        end = tokens[at + 1].end
        return NumberExpression(token.start, end, tens + follows, is_word=True, is_ordinal=True), at + 2
    if token.text in _ORDINALS:
        rank = _ORDINALS[token.text]
        return NumberExpression(token.start, token.end, rank, is_word=True, is_ordinal=True), at + 1
    return None


def _parse_cardinal(
    text: str, tokens: list[_Token], at: int, words: _Words
) -> tuple[NumberExpression, int] | None:
    """One hundred and twenty-five, two and a half million, half a million, a dozen."""
    first = tokens[at]
    begin, current = at, 0.0
    if first.text == "half" and _next(text, tokens, at) == "a" and _next(text, tokens, at + 1) in _SCALES:
        begin, current = at + 2, 0.5
    elif first.text in ("a", "an"):
        if _next(text, tokens, at) not in _SCALES:
            return None
        begin, current = at + 1, 1.0
    elif first.text not in words.cardinals or _is_pronoun(text, tokens, at):
        return None
    value, after = _sum(text, tokens, begin, current, words)
    if after == begin:
        return None
    end, unit = tokens[after - 1].end, None
    if percent := _PERCENT.match(text, end):
        end, unit = percent.end(), "percent"
        after = _skip_to(tokens, after, end)
    return NumberExpression(first.start, end, value, unit=unit, is_word=True), after


def _is_pronoun(text: str, tokens: list[_Token], at: int) -> bool:
    if tokens[at].text != "one":
        return False
    before = tokens[at - 1].text if at else ""
    after = _next(text, tokens, at)
    return before in _NOT_BEFORE_ONE or after in _NOT_AFTER_ONE or after in ("'", "\u2019")


def _sum(text: str, tokens: list[_Token], at: int, current: float, words: _Words) -> tuple[float, int]:
    """Value of the number words from token `at` on, and the token after them."""
    total, last, begin = 0.0, 0.0, at
    while at < len(tokens) and (at == begin or _is_near(text, tokens[at - 1].end, tokens[at].start)):
        word = tokens[at].text
        if word in words.cardinals:
            value = words.cardinals[word]
            if last and not (last >= 20 and last % 10 == 0 and 0 < value < 10):
                break
            current, last = current + value, value
        elif word in _SCALES and not (word == "dozen" and last == 0 and total):
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
            last = 0.0
        elif word == "and" and _next(text, tokens, at) in words.cardinals and not last and (total or current):
            pass
        elif (
            word == "and"
            and at > begin
            and _next(text, tokens, at) == "a"
            and _next(text, tokens, at + 1) == "half"
        ):
            current, last, at = current + 0.5, 0.0, at + 2
        else:
            break
        at += 1
    return total + current, at


def _with_hedge(
    text: str, tokens: list[_Token], number: NumberExpression, after: int, words: _Words
) -> NumberExpression:
    """The number with the hedge that stands right before or right after it."""
    at = after - 1
    while at >= 0 and tokens[at].start >= number.start:
        at -= 1
    for phrase, hedge in words.hedges:
        size = len(phrase)
        first = at - size + 1
        if first < 0 or tuple(token.text for token in tokens[first : at + 1]) != phrase:
            continue
        if _is_near(text, tokens[at].end, number.start):
            return evolve(number, hedge=hedge, hedge_start=tokens[first].start)
    number = evolve(number, hedge_start=number.start)
    tail = text[number.end : number.end + 10].lower().lstrip(" \u00a0")
    for phrase_after, hedge in _HEDGES_AFTER:
        if tail.startswith(phrase_after):
            return evolve(number, hedge=hedge)
    if text[number.end : number.end + 1] == "+":
        return evolve(number, hedge=Hedge.AT_LEAST)
    return number


_JOIN = re.compile(rf"[^\S\n]?[{_DASHES}][^\S\n]?|[^\S\n](?:to|or)[^\S\n]")
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
    if a.unit != b.unit and None not in (a.unit, b.unit):
        return False
    gap = text[a.end : b.start]
    is_between = gap.strip() == "and" and _BETWEEN.search(text, max(0, a.start - 9), a.start) is not None
    return (is_between or _JOIN.fullmatch(gap) is not None) and _low_end(text, a, b) < b.value


def _low_end(text: str, a: NumberExpression, b: NumberExpression) -> float:
    """The lower end with the upper one's multiplier where only that is printed: 2-3 million."""
    scale = re.search(r"(thousand|million|billion|trillion|bn|mn|tn)", text[b.start : b.end].lower())
    if scale is None or (re.search(r"[a-z]", text[a.start : a.end].lower()) and not a.is_word):
        return a.value
    factor = _SCALES.get(scale.group()) or _SHORT_SCALES[scale.group()]
    return a.value * factor if a.value < factor else a.value
