"""Numbers written in words: twelve hundred, two dozen, two and a half million, tens of thousands."""

from provenance.model.claims import Hedge
from provenance.text.number_expressions import (
    PERCENT,
    SCALES,
    NumberExpression,
    Token,
    Words,
    is_inside_word,
    is_near,
    skip_to,
)

VAGUE = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "tens": 10.0}
"""Plurals that stand for two to just under ten of it."""

TIMES = {"twice": 2.0, "thrice": 3.0}
"""How often, in one word."""

ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
"""Ranks in words; twenty-first is put together of two."""

FRACTIONS = {
    "half": 2.0, "halves": 2.0, "third": 3.0, "thirds": 3.0, "quarter": 4.0, "quarters": 4.0,
    "fifth": 5.0, "fifths": 5.0, "tenth": 10.0, "tenths": 10.0,
}  # fmt: skip
"""Denominators."""

FEW = frozenset({"several", "few"})
"""Words before hundred, thousand, million that stand for a few of it."""

_NOT_BEFORE_ONE = frozenset("no any every each this that the which another some not".split())
_NOT_AFTER_ONE = frozenset("another of can should must would could who that day might may s".split())
_LONGEST = 16
_SHARE_JOINTS = (("out", "of", "every"), ("in", "every"), ("out", "of"), ("in",))
_MOST_IN = 100

Parsed = tuple[NumberExpression, int] | None


def parse_words(text: str, tokens: list[Token], at: int, words: Words) -> Parsed:
    """The number that starts with the word at `at` and the index after it; None if none does."""
    token = tokens[at]
    if token.kind != "word" or (token.start and is_inside_word(text, token.start)):
        return None
    if token.text in TIMES:
        number = NumberExpression(token.start, token.end, TIMES[token.text], unit="times", is_word=True)
        return number, at + 1
    for attempt in (_parse_vague, _parse_fraction, _parse_share, _parse_ordinal):
        if parsed := attempt(text, tokens, at, words):
            return parsed
    return _parse_cardinal(text, tokens, at, words)


def _next(text: str, tokens: list[Token], at: int) -> str:
    """The token after `at` if it stands near, else ""."""
    if at + 1 < len(tokens) and is_near(text, tokens[at].end, tokens[at + 1].start):
        return tokens[at + 1].text
    return ""


def _parse_vague(text: str, tokens: list[Token], at: int, _words: Words) -> Parsed:
    """Dozens, tens of thousands, several hundred: a range from two to just under ten of it."""
    token = tokens[at]
    if token.text in VAGUE:
        scale, last = VAGUE[token.text], at
        if _next(text, tokens, at) == "of" and _next(text, tokens, at + 1) in VAGUE:
            scale, last = scale * VAGUE[tokens[at + 2].text], at + 2
        elif token.text == "tens":
            return None
    elif token.text in FEW and _next(text, tokens, at) in SCALES:
        scale, last = SCALES[tokens[at + 1].text], at + 1
    else:
        return None
    low, high = 2 * scale, 10 * scale - 1
    end = tokens[last].end
    return NumberExpression(token.start, end, low, Hedge.ABOUT, 0, low, high, is_word=True), last + 1


def _parse_fraction(text: str, tokens: list[Token], at: int, words: Words) -> Parsed:
    """Two-thirds of, a quarter of, half of: `unit` is "share"."""
    token, last = tokens[at], at
    if token.text == "half" and _next(text, tokens, at) in ("of", "the"):
        part = 0.5
    else:
        count = 1.0 if token.text in ("a", "one") else words.cardinals.get(token.text, 0.0)
        whole = FRACTIONS.get(_next(text, tokens, at), 0.0)
        if not 0 < count < whole or _next(text, tokens, at + 1) != "of":
            return None
        part, last = count / whole, at + 1
        scale = SCALES.get(_next(text, tokens, at + 3), 0.0) if _next(text, tokens, at + 2) == "a" else 0.0
        if scale:  # a quarter of a million
            value, end = part * scale, tokens[at + 4].end
            return NumberExpression(token.start, end, value, is_word=True), at + 5
    return NumberExpression(token.start, tokens[last].end, part, unit="share", is_word=True), last + 1


def _parse_share(text: str, tokens: list[Token], at: int, words: Words) -> Parsed:
    """One in ten, two out of five, four out of every ten: `unit` is "share"."""
    part, last = words.cardinals.get(tokens[at].text, 0.0), at
    following = [_next(text, tokens, at + step) for step in range(4)]
    joint = next((j for j in _SHARE_JOINTS if following[: len(j)] == list(j)), None)
    if joint is None:
        return None
    last = at + len(joint) + 1
    whole = words.cardinals.get(tokens[last].text, 0.0) if last < len(tokens) else 0.0
    if not 0 < part < whole or not is_near(text, tokens[last - 1].end, tokens[last].start):
        return None
    follows = _next(text, tokens, last)
    if whole > _MOST_IN or (follows not in ("of", "") and joint == ("in",) and not follows.isalpha()):
        return None
    return NumberExpression(
        tokens[at].start, tokens[last].end, part / whole, unit="share", is_word=True
    ), last + 1


def _parse_ordinal(text: str, tokens: list[Token], at: int, words: Words) -> Parsed:
    token = tokens[at]
    tens = words.cardinals.get(token.text, 0.0)
    follows = ORDINALS.get(_next(text, tokens, at), 0.0)
    if tens >= 20 and tens % 10 == 0 and 0 < follows < 10:
        end = tokens[at + 1].end
        return NumberExpression(token.start, end, tens + follows, is_word=True, is_ordinal=True), at + 2
    if token.text in ORDINALS:
        rank = ORDINALS[token.text]
        return NumberExpression(token.start, token.end, rank, is_word=True, is_ordinal=True), at + 1
    return None


def _parse_cardinal(text: str, tokens: list[Token], at: int, words: Words) -> Parsed:
    """One hundred and twenty-five, two and a half million, half a million, a dozen."""
    first = tokens[at]
    begin, current = at, 0.0
    if first.text == "half" and _next(text, tokens, at) == "a" and _next(text, tokens, at + 1) in SCALES:
        begin, current = at + 2, 0.5
    elif first.text in ("a", "an"):
        if _next(text, tokens, at) not in SCALES:
            return None
        begin, current = at + 1, 1.0
    elif first.text not in words.cardinals or _is_pronoun(text, tokens, at):
        return None
    value, after = _sum(text, tokens, begin, current, words)
    if after == begin:
        return None
    end, unit = tokens[after - 1].end, None
    if percent := PERCENT.match(text, end):
        end, unit = percent.end(), "percent"
        after = skip_to(tokens, after, end)
    return NumberExpression(first.start, end, value, unit=unit, is_word=True), after


def _is_pronoun(text: str, tokens: list[Token], at: int) -> bool:
    if tokens[at].text != "one":
        return False
    before = tokens[at - 1].text if at else ""
    after = _next(text, tokens, at)
    return before in _NOT_BEFORE_ONE or after in _NOT_AFTER_ONE or after in ("'", "\u2019")


def _sum(text: str, tokens: list[Token], at: int, current: float, words: Words) -> tuple[float, int]:
    """Value of the number words from token `at` on, and the token after them."""
    total, last, begin = 0.0, 0.0, at
    while at < len(tokens) and (at == begin or is_near(text, tokens[at - 1].end, tokens[at].start)):
        word = tokens[at].text
        if word in words.cardinals:
            value = words.cardinals[word]
            if last and not (last >= 20 and last % 10 == 0 and 0 < value < 10):
                break
            current, last = current + value, value
        elif word in SCALES and not (word == "dozen" and last == 0 and total):
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= 1e3:
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
