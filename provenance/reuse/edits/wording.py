"""What words are to the typing of changes: one table a language, and a class for each word, looked up once.

The lists of English (negations, modals, conditions, verbs of saying, hedges, titles) are those of Knowledge.
Another language is another Wording; until it has one, only what needs no list is told of its texts: numbers,
dates, names by their capitals, typography, misreadings and wording.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from attrs import Factory, field, frozen

from provenance.model.knowledge import Knowledge
from provenance.reuse.edits.han_numbers import HAN_FIGURES
from provenance.text.folding import fold_text

Value = TypeVar("Value")

LONG_WORDS = 6
"""Words from which one side without the other is a dropped or added clause, not a changed detail; twice as
many from which a replaced stretch is."""

Words = list[str]
Context = tuple[Words, Words]
"""Words before and after a change."""

DIGITS, NUMBER, SCALE, UNIT, CALENDAR = 1, 2, 4, 8, 16
NEGATION, MODAL, CONDITION, SAYING, HEDGE, ROLE = 32, 64, 128, 256, 512, 1024
CAPITAL, NAME, KNOWN, MEASURE, HAN = 2048, 4096, 8192, 16384, 32768
"""Bits of a word's class. Those of a list stand for words that only begin a phrase of it, too."""
ALONE, SECOND = 65536, 131072
"""Bits: by itself it is a phrase of some list or qualifies a title; it is the second word of one."""
WHEN = 262144
"""Bit: tells a time without a figure, a month or a weekday (yesterday, noon, spring)."""

VALUES = DIGITS | NUMBER | SCALE | UNIT | CALENDAR
TURNING = NEGATION | MODAL | CONDITION | SAYING | HEDGE | ROLE
"""Bits that mean something in the language of the lists only."""
TOLD = VALUES | TURNING | CAPITAL | MEASURE | HAN | WHEN
"""A word without any of these is mere wording."""

PHRASE_WORDS = 5
"""No phrase of the lists has more words."""
ACCORDING = "according to"
PURE_TIMES = frozenset("after before when".split())
"""Words of the list of conditions that tell a time more often: alone, they change no condition."""
QUALIFIERS = frozenset("acting assistant caretaker deputy ex former interim outgoing vice".split())
"""Before a title, they make another one of it."""
RESTRICTIONS = frozenset("exclusively only solely".split())
"""Words that restrict a statement: without them it holds of more."""
_NO_NUMBERS = frozenset("couple double gross half m nil none pair quarter score single third".split())
_CONTRACTED = re.compile(r"n['\u2019\u02bc]t$", re.IGNORECASE)
PHRASE_BITS = (NEGATION, MODAL, CONDITION, SAYING, HEDGE, ROLE)


class Classes(dict[str, int]):
    """Printed word → its bits in a wording, made when it is first asked for."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        bits = self[word] = self._wording.make_class(word)
        return bits


@frozen(eq=False)
class Wording:
    """The tables of one language, folded as texts are. `known`: words of any list: no misreadings.

    `names`: words of the lists of names. `phrases`: bit → its phrases. `beginnings`: first word of a phrase →
    bits, ALONE and SECOND among them. `seconds`: the same → second words of its phrases. `counted`: word →
    bits of numbers and units. `language`: its code, "" if it is not known. `is_cased`: are months and
    weekdays written with a capital?
    """

    knowledge: Knowledge
    phrases: Mapping[int, frozenset[str]]
    beginnings: Mapping[str, int]
    seconds: Mapping[str, frozenset[str]]
    hedges: Mapping[str, str]
    roles: Mapping[str, str]
    lemmas: Mapping[str, str]
    months: Mapping[str, int]
    counted: Mapping[str, int]
    units: Mapping[str, str]
    measures: Mapping[str, str]
    known: frozenset[str]
    names: frozenset[str]
    common: frozenset[str]
    language: str = "en"
    is_cased: bool = True
    classes: Classes = field(init=False, default=Factory(Classes, takes_self=True))

    def classify(self, word: str) -> int:
        """The bits of a printed word; where many are asked for, `classes` is asked itself."""
        return self.classes[word]

    def make_class(self, word: str) -> int:
        """The bits of a printed word that was not met before."""
        is_plain = word.isalpha()
        folded = word.lower() if is_plain and word.isascii() else fold_text(word)
        bits = HAN if word in HAN_FIGURES else self.beginnings.get(folded, 0)
        if not is_plain:
            if _CONTRACTED.search(word):
                bits |= NEGATION | ALONE
            if any(c.isdigit() or c in FRACTIONS for c in word):
                return bits | DIGITS
        bits |= self.counted.get(folded, 0)
        is_common = folded in self.common
        if is_common or self.is_known(folded):
            bits |= KNOWN
        if folded in self.months and (word[:1].isupper() or not self.is_cased):
            bits |= CALENDAR
        if word[:1].isupper():
            bits |= CAPITAL
            if len(word) > 1 and (folded in self.names or not (is_common or self.is_common(folded))):
                bits |= NAME
        return bits

    def is_known(self, folded: str) -> bool:
        """Is it a word of the lists, or an ordinary form of one?"""
        return folded in self.known or any(stem in self.known for stem in stems(folded))

    def is_common(self, folded: str) -> bool:
        """Is it a frequent word, or an ordinary form of one?"""
        return folded in self.common or any(stem in self.common for stem in stems(folded))

    def may_have_phrase(self, words: Iterable[str]) -> bool:
        """May a phrase of two words or more be made of these printed words, in whatever order?"""
        folded = set(map(fold_word, words))
        return any(word in self.seconds and not self.seconds[word].isdisjoint(folded) for word in folded)

    def has(self, words: list[str], bit: int) -> bool:
        """Does a phrase of that table stand among these folded words?"""
        return self.find(words, bit) >= 0

    def find(self, words: list[str], bit: int) -> int:
        """Index of the first word of the first phrase of that table; -1 if there is none."""
        beginnings, phrases = self.beginnings, self.phrases[bit]
        for at, word in enumerate(words):
            if beginnings.get(word, 0) & bit:
                for length in range(min(PHRASE_WORDS, len(words) - at), 0, -1):
                    if " ".join(words[at : at + length]) in phrases:
                        return at
        return -1


_MORE_MEASURES = {
    "percentage": "percentage point",
    "pounds": "pound",
    "nights": "night",
    "am": "am",
    "pm": "pm",
}
PARTS = frozenset(
    "half halves third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths".split()
)
"""Parts of a whole: numbers where both texts have one, else other words as often."""
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
MULTIPLES = frozenset(
    "double doubled doubles doubling triple tripled triples tripling treble trebled quadruple quadrupled"
    " halve halved halves halving".split()
)
"""By how much something grew or shrank, in one word."""
OFTEN = frozenset("once twice thrice".split())
FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
TIMES = frozenset(
    "ago afternoon afternoons autumn christmas day days daybreak decade decades dawn dusk earlier easter"
    " evening fall fortnight hour hours later lately midnight minute minutes month months morning night noon"
    " now once overnight recently season soon spring summer then today tomorrow tonight weekend week weeks"
    " winter year years yesterday".split()
)
"""Words that tell a time without a number, a month or a weekday: general knowledge of English."""
POINTS_OF_TIME = frozenset(
    "afternoon autumn dawn daybreak dusk evening fall midday midnight morning night noon spring summer"
    " sunrise sunset today tomorrow tonight winter yesterday".split()
)
"""Those of them of which one for another is another time."""
PERIODS = frozenset(
    "century day decade fortnight hour minute month quarter season second week weekend year".split()
)
_COUNTING = PARTS | ORDINALS | MULTIPLES | OFTEN
_MEASURES = frozenset(
    "acre centimeter century day decade fathom foot fortnight gallon gigawatt gram hectare hour inch kilogram"
    " kilometer kilowatt knot liter megawatt meter mile millimeter minute month ounce pound second ton tonne"
    " week yard year".split()
)
"""Units of length, area, mass, power and time of which another one makes another value."""
_MOST_WORDS = 1 << 17
_LEAST_SCALE = 100.0


fold_word = lru_cache(maxsize=1 << 16)(fold_text)
"""A word folded; in a pile most words come often."""


def stems(folded: str) -> list[str]:
    """What an English word may be a regular form of."""
    found: list[str] = []
    for ending in _ENDINGS.get(folded[-1:], ()):
        stem = folded[: -len(ending)]
        if len(stem) < _LEAST_STEM or not folded.endswith(ending):
            continue
        found.append(stem)
        if ending in _AFTER_E:
            found.append(f"{stem}e")
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
        if stem[-1] == "i":
            found.append(f"{stem[:-1]}y")
    return found


_LEAST_STEM = 3
_ENDINGS = {"s": ("s", "es", "ers"), "d": ("ed", "d"), "g": ("ing",), "y": ("ly",), "r": ("er",)}
_AFTER_E = frozenset(("ing", "ed", "er", "ers"))


@lru_cache(maxsize=8)
def make_wording(knowledge: Knowledge) -> Wording:
    """The tables of `knowledge`, which are English."""
    tables: dict[int, Iterable[str]] = {
        NEGATION: (*knowledge.negations, *_YET),
        MODAL: knowledge.modals,
        CONDITION: knowledge.conditions,
        SAYING: knowledge.say_verbs,
        HEDGE: knowledge.hedges,
        ROLE: knowledge.roles,
    }
    phrases = {bit: fold_words(words) for bit, words in tables.items()}
    return _wording(knowledge, phrases | {SAYING: phrases[SAYING] | {ACCORDING}})


_YET = ("yet to",)
"""What has yet to be done is not done."""


def _wording(knowledge: Knowledge, phrases: dict[int, frozenset[str]]) -> Wording:
    beginnings, seconds = make_beginnings(phrases)
    for word in QUALIFIERS:
        beginnings[word] = beginnings.get(word, 0) | ROLE
    for word in RESTRICTIONS:
        beginnings[word] = beginnings.get(word, 0) | CONDITION | ALONE
    months = by_folded(knowledge.months) | {k: 0 for k in by_folded(knowledge.weekdays)}
    units = {w: u for w, u in knowledge.units.items() if w.isalpha() and is_money(u)}
    measures = {w: u for w, u in knowledge.units.items() if w.isalpha() and u in _MEASURES} | _MORE_MEASURES
    common = fold_words(knowledge.common_words) | fold_words(knowledge.function_words)
    lists = (
        knowledge.given_names,
        knowledge.surnames,
        knowledge.places,
        knowledge.countries,
        knowledge.demonyms,
    )
    single = fold_words(word for each in lists for word in each if word.isalpha())
    more = " ".join(fold_words(word for each in lists for word in each if not word.isalpha()))
    names = single | (frozenset(more.split()) - common)  # "the" of The Hague is no name
    grammar = _words_of(
        knowledge.negations, knowledge.modals, knowledge.conditions, knowledge.hedges, knowledge.number_words,
        knowledge.say_verbs, knowledge.roles, knowledge.units, knowledge.honorifics, knowledge.months,
        knowledge.weekdays,
    )  # fmt: skip
    things = _words_of(
        knowledge.organization_words, knowledge.place_words, knowledge.event_words, knowledge.groups
    )
    return Wording(
        knowledge,
        phrases,
        beginnings,
        seconds,
        {fold_text(k): v for k, v in knowledge.hedges.items() if fold_text(k)},
        {fold_text(k): v.title for k, v in knowledge.roles.items()},
        by_folded(knowledge.say_verbs),
        months,
        _counted(knowledge, units, measures),
        units,
        measures,
        common | grammar | things | names,
        names,
        common,
    )


def make_beginnings(
    phrases: Mapping[int, frozenset[str]],
) -> tuple[dict[str, int], dict[str, frozenset[str]]]:
    """First and second words of the phrases → bits; first words → second ones."""
    bits: dict[str, int] = {}
    seconds: dict[str, set[str]] = {}
    for bit, table in phrases.items():
        for phrase in table:
            first, *rest = phrase.split(" ", 2)
            bits[first] = bits.get(first, 0) | bit | (0 if rest else ALONE)
            if rest:
                bits[rest[0]] = bits.get(rest[0], 0) | SECOND
                seconds.setdefault(first, set()).add(rest[0])
    return bits, {first: frozenset(words) for first, words in seconds.items()}


def _counted(knowledge: Knowledge, units: Iterable[str], measures: Iterable[str]) -> dict[str, int]:
    """Word → bits of numbers, multipliers, currencies and units of measure."""
    bits = dict.fromkeys((*measures, *_COUNTING, *PERIODS), MEASURE) | dict.fromkeys(units, UNIT)
    for word in POINTS_OF_TIME:
        bits[word] = bits.get(word, 0) | WHEN
    for word, value in by_folded(knowledge.number_words).items():
        if word not in _NO_NUMBERS and " " not in word:
            is_scale = value >= _LEAST_SCALE or word == "dozen"
            bits[word] = bits.get(word, 0) | (SCALE if is_scale else NUMBER)
    return bits


def is_money(unit: str) -> bool:
    """Is it a currency, or a share?"""
    return unit == "percent" or (len(unit) == len("USD") and unit.isupper())


def by_folded(table: Mapping[str, Value]) -> dict[str, Value]:
    """The table with its keys folded."""
    return {_plain(word): value for word, value in table.items() if _plain(word)}


def fold_words(words: Iterable[str]) -> frozenset[str]:
    """Entries of the lists are in lower case already, and most have nothing but letters."""
    entries = list(words)
    found = {word for word in entries if word.isascii() and word.isalnum()}
    found.update([fold_text(word) for word in entries if not (word.isascii() and word.isalnum())])
    found.discard("")
    return frozenset(found)


def _words_of(*tables: Iterable[str]) -> frozenset[str]:
    """The single words of phrases."""
    return frozenset(" ".join(fold_words(chain.from_iterable(tables))).split())


def _plain(word: str) -> str:
    return word if word.isascii() and word.isalnum() else fold_text(word)


@frozen(eq=False)
class Language:
    """How the words of one passage are to be read. `has_name_capitals`: does a capital tell a name?"""

    wording: Wording
    is_english: bool
    has_name_capitals: bool
