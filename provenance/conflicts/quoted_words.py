"""The words of a quotation made comparable: contractions, house style, numbers, fillers, brackets."""

import re
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.text.numbers import find_numbers

GAP = "…"
"""Stands for what the writer left out or put in brackets."""

_TOKEN = re.compile(
    r"\[[^\][]{0,80}\]|\(?\.\s?\.\s?\.\)?|\u2026|[^\W\d_]+(?:['\u2019\u02bc-][^\W\d_]+)*|\d+(?:[.,]\d+)*%?|[$€£¥%]"
)
_FILLERS = frozenset("um uh er erm ah eh hmm mm oh".split())
_PRONOUNS = frozenset("it he she that there what who here where how let".split())
_WHOLE = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("will", "not"),
    "ain't": ("is", "not"), "shall": ("will",), "gonna": ("going", "to"), "wanna": ("want", "to"),
    "let's": ("let", "us"), "ok": ("okay",), "programme": ("program",), "grey": ("gray",),
    "aeroplane": ("airplane",),
    "whilst": ("while",), "amongst": ("among",), "towards": ("toward",), "afterwards": ("afterward",),
    "till": ("until",), "cheque": ("check",), "tyre": ("tire",), "kerb": ("curb",), "no-one": ("nobody",),
    "percent": ("%",),
}  # fmt: skip
_ENDS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_STYLES = (
    (re.compile(r"is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)\Z)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing)\Z)"), "yz"),
    (re.compile(r"our(?=(?:s|ed|ing|able|al|ful|ite|ites|hood|ly|less|er|ers)?\Z)"), "or"),
    (re.compile(r"tre(?=s?\Z)"), "ter"),
    (re.compile(r"ogue(?=s?\Z)"), "og"),
    (re.compile(r"enc(?=es?\Z)"), "ens"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)\Z)"), "l"),
    (re.compile(r"ae|oe"), "e"),
)
_SHORTEST_STYLED = 6
_LONGEST_REPEAT = 4
_MOST_WORDS = 1500


@frozen
class QuotedWord:
    """`norm`: what is compared; [start, end): where it stands in the text that was read."""

    norm: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def normal_forms(word: str) -> tuple[str, ...]:
    """A lower-case word with plain apostrophes as the words that it stands for, in one house style."""
    if word in _WHOLE:
        return _WHOLE[word]
    for end, full in _ENDS.items():
        if word.endswith(end) and len(word) > len(end):
            return (*normal_forms(word[: -len(end)]), full)
    if word.endswith("'s"):
        stem = word[:-2]
        return (stem, "is") if stem in _PRONOUNS else (styled(stem), "'s")
    return (styled(word),)


def styled(word: str) -> str:
    """A word in one spelling of English, British or American."""
    if len(word) < _SHORTEST_STYLED:
        return word
    for pattern, other in _STYLES:
        word = pattern.sub(other, word)
    return word


def read_words(text: str, knowledge: Knowledge) -> tuple[QuotedWord, ...]:
    """The words of a quotation in order, numbers by their values, fillers and stammers left out."""
    numbers = {n.start: n for n in find_numbers(text, knowledge) if n.low is None}
    found: list[QuotedWord] = []
    until = 0
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if start < until or len(found) > _MOST_WORDS:
            continue
        raw = token.group().lower().replace("\u2019", "'").replace("\u02bc", "'")
        number = numbers.get(start)
        if raw[0] in "[(.\u2026":
            found.append(QuotedWord(GAP, start, end))
        elif number is not None and number.value is not None:
            suffix = "th" if number.is_ordinal else ""
            found.append(QuotedWord(f"#{number.value:g}{suffix}", start, number.end))
            until = number.end
            unit = number.unit or _unit_at(text, number.end, knowledge)
            if unit is not None:
                found.append(QuotedWord(f"#{unit}", start, number.end))
                until = max(until, _unit_end(text, number.end, knowledge))
        elif raw not in _FILLERS and not _is_sign(raw):
            found += [QuotedWord(norm, start, end) for norm in normal_forms(raw)]
    return tuple(_without_stammer(found))


def _is_sign(raw: str) -> bool:
    return raw in "$€£¥"


_UNIT = re.compile(r"[\s-](?P<unit>[^\W\d_]{2,12}(?:\scent)?)\b|(?P<sign>\s?%)")


def _unit_at(text: str, end: int, knowledge: Knowledge) -> str | None:
    found = _UNIT.match(text, end)
    if found is None:
        return None
    if found["sign"]:
        return "percent"
    unit = knowledge.units.get(found["unit"].lower())
    return unit if unit is not None and (unit.isupper() or unit == "percent") else None


def _unit_end(text: str, end: int, knowledge: Knowledge) -> int:
    found = _UNIT.match(text, end)
    return found.end() if found and _unit_at(text, end, knowledge) else end


def _without_stammer(words: list[QuotedWord]) -> list[QuotedWord]:
    """What is said twice in a row ("it was, it was") stands once."""
    kept: list[QuotedWord] = []
    for word in words:
        kept.append(word)
        for size in range(_LONGEST_REPEAT, 1, -1):
            norms = [each.norm for each in kept[-2 * size :]]
            if len(norms) == 2 * size and norms[:size] == norms[size:]:
                del kept[-size:]
                break
    return kept
