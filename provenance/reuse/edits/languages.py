"""In which language a passage is written, and the tables of languages other than English.

German, French, Spanish, Italian, Portuguese, Dutch, Russian, Greek, Arabic, Chinese and Japanese have their
own months, weekdays, number words, negations and modals. Of other languages only what needs no list is told.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.reuse.edits.wording import (
    MEASURE,
    MODAL,
    NEGATION,
    NUMBER,
    PHRASE_BITS,
    SCALE,
    UNIT,
    WHEN,
    Language,
    Wording,
    by_folded,
    fold_words,
    is_money,
    make_beginnings,
)

_SPOKEN_ENGLISH = frozenset(
    "and by for from have his in is it not of that the this to was were which with".split()
)
_ENGLISH_ONLY = frozenset("and from have his of that the this were which with".split())
"""The most frequent words of English that are no words of the other languages in Latin letters."""
ENGLISH_SHARE, ENGLISH_ONLY_SHARE = 0.08, 0.04
"""Least shares of such words in English, 0..1: prose has about .3 and .15, a headline with the first
sentence of a report, full of names and figures, half of that."""
NOUNS_SHARE = 0.18
"""Share of capitalised words from which, in another language, a capital tells no name."""
BEFORE_CHARACTERS, SAMPLE_CHARACTERS = 120, 360
"""Code points before and of a passage by which its language is told."""
LEAST_SPOKEN = 0.06
"""Least share of a language's frequent words among the words of a text in it, 0..1; of two, most decide."""
_SCRIPTS = {
    "ja": re.compile("[ぁ-ヿ]"),
    "zh": re.compile("[一-鿿]"),
    "ru": re.compile("[Ѐ-ӿ]"),
    "ar": re.compile("[؀-ۿ]"),
    "el": re.compile("[Ͱ-Ͽ]"),
}
"""Codes of languages by the letters of their scripts; kana before Han."""
_LETTER = re.compile(r"[^\W\d_]")
_NONE: frozenset[str] = frozenset()
_NEIGHBOURS = {"ru": frozenset("іїєґўјњљџћђѓќ"), "ar": frozenset("پچژگٹڈڑےہھں")}
"""Letters of other languages in these scripts."""
_SCRIPT_SHARE = 0.3
_UNSPACED = frozenset(("zh", "ja"))
"""Languages in which each letter counts as a word."""


def make_language(text: str, start: int, wording: Wording) -> Language:
    """The language of a passage that begins at `start`, by some sixty words there."""
    sample = text[max(0, start - BEFORE_CHARACTERS) : start + SAMPLE_CHARACTERS]
    low = sample.lower().split()
    if is_english(low):
        return Language(wording, True, True)
    words = sample.split()
    capitals = sum(word[:1].isupper() for word in words)
    code = tell_language(sample, low, wording.knowledge)
    return Language(other_language(wording, code), False, capitals < NOUNS_SHARE * len(words))


def tell_language(sample: str, words: list[str], knowledge: Knowledge) -> str:
    """The code of the language of `sample`, whose words in small letters are `words`; "" if it is none of
    those that have tables."""
    if not sample.isascii():
        letters = len(_LETTER.findall(sample))
        for code, script in _SCRIPTS.items():
            share = _SCRIPT_SHARE if code != "ja" else _SCRIPT_SHARE / 2
            if len(script.findall(sample)) > share * letters:
                return code if _NEIGHBOURS.get(code, _NONE).isdisjoint(sample) else ""
    spoken = _spoken(knowledge)
    counts: dict[str, int] = {}
    for word in words:
        for code in spoken.get(word.strip(".,;:!?()"), ()):
            counts[code] = counts.get(code, 0) + 1
    best = max(sorted(counts), key=counts.__getitem__, default="")
    is_clear = [*counts.values()].count(counts.get(best, 0)) == 1
    return best if is_clear and counts[best] >= LEAST_SPOKEN * len(words) else ""


@lru_cache(maxsize=8)
def _spoken(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key in knowledge.foreign:
        code, kind, word = key.split(" ", 2)
        if kind == "spoken":
            found[word] = (*found.get(word, ()), code)
    return found


def is_english(words: list[str]) -> bool:
    """Are these folded words of running text English? By words of grammar; True for none."""
    if not words:
        return True
    spoken = [*filter(_SPOKEN_ENGLISH.__contains__, words)]
    if len(spoken) < ENGLISH_SHARE * len(words):
        return False
    return sum(map(_ENGLISH_ONLY.__contains__, spoken)) >= ENGLISH_ONLY_SHARE * len(words)


@lru_cache(maxsize=32)
def other_language(wording: Wording, code: str = "") -> Wording:
    """The same without the lists that mean something in English only, and with those of the language.

    Of a language without tables months keep their names, and negations are those that are no other word in
    any of the languages.
    """
    tables = _tables(wording.knowledge, code)
    phrases = dict.fromkeys(PHRASE_BITS, frozenset[str]())
    if not tables:
        phrases[NEGATION] = fold_words(_NEGATIONS)
    for bit, kind in ((NEGATION, "negation"), (MODAL, "modal")):
        words = tables.get(kind, {})
        if words:
            phrases[bit] = (
                frozenset(" ".join(word) for word in words) if code in _UNSPACED else fold_words(words)
            )
    beginnings, seconds = make_beginnings(phrases)
    plain = evolve(
        wording,
        phrases=phrases,
        beginnings=beginnings,
        seconds=seconds,
        hedges={},
        roles={},
        lemmas={},
        language=code,
    )
    return _with_values(plain, tables) if tables else plain


def _tables(knowledge: Knowledge, code: str) -> dict[str, dict[str, str]]:
    """Kind → word → value."""
    tables: dict[str, dict[str, str]] = {}
    for key, value in knowledge.foreign.items():
        language, kind, word = key.split(" ", 2)
        if language == code:
            tables.setdefault(kind, {})[word] = value
    return tables


def _with_values(wording: Wording, tables: Mapping[str, dict[str, str]]) -> Wording:
    """With the language's own months, weekdays, numbers, multipliers, units and words for when."""
    months = {word: int(number) for word, number in by_folded(tables.get("month", {})).items()}
    months |= dict.fromkeys(by_folded(tables.get("weekday", {})), 0)
    units = {word: unit for word, unit in by_folded(tables.get("unit", {})).items() if is_money(unit)}
    counted = {
        word: bits for word, bits in wording.counted.items() if bits & MEASURE and len(word) < _SHORT_UNIT
    }
    counted |= dict.fromkeys(units, UNIT) | dict.fromkeys(by_folded(tables.get("time", {})), WHEN)
    counted |= dict.fromkeys(by_folded(tables.get("number", {})), NUMBER)
    counted |= dict.fromkeys(by_folded(tables.get("scale", {})), SCALE)
    return evolve(wording, months=months, units={**wording.units, **units}, counted=counted, is_cased=False)


_SHORT_UNIT = 4
"""Letters from which a unit is a word of English; shorter ones are signs (km, kg)."""

_NEGATIONS = (
    "не нет ни никогда никто ничто ничего ніколи немає nicht kein keine keinen keinem keiner keines niemals"
    " niemand niet geen nooit niemand não jamais nunca jamás ningún ninguna nessun nessuno nessuna nigdy nikt"
    " żaden ikke aldrig inte ingen inget δεν ποτέ لم لن ليس ليست לא אין नहीं değil nem sohasem"
).split()
"""Words for not, no and never of Russian, Ukrainian, German, Dutch, Portuguese, French, Spanish, Italian,
Polish, Danish, Norwegian, Swedish, Greek, Arabic, Hebrew, Hindi, Turkish and Hungarian: general knowledge.
Spanish and Italian no, French pas and Polish nie are other words elsewhere and left out."""
