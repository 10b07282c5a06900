"""An organisation's or place's name taken apart: what is distinctive, what is head word, form or country."""

import re
from functools import lru_cache

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.grammar import ABBREVIATIONS, ARTICLES, ROMAN_NUMERAL, roman_value
from provenance.names.comparing.tables import (
    FoldedTables,
    fold_tables,
    normal_spelling,
)
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.phonetics import skeleton_of
from provenance.names.sounds.romanise import RomanWord, romanise

TRANSPARENT = frozenset(
    "organization organisation group movement party company co corporation corp association agency firm "
    "inc ltd limited llc plc enterprise holding international alliance union city town province "
    "governorate region republic".split()
)
"""Head words that say only what sort of body it is: Badr, the Badr Organization."""
_SMALL = frozenset("the of and for in on at to de la le les des du der die das und et y e fi s a an".split())
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_LONGEST = 24
"""Words of an organisation's name that are compared."""


@frozen
class OrganizationName:
    """`content`: the distinctive words; `heads`: what sort of body; each in order.

    `countries`: ISO codes named, also by adjective. `numbers`: as digits. `acronym`: lower case, or "".
    `letters`: first letter of every word and whether an acronym may leave it out. `is_known_place`: a word
    list has the whole name. `words`: all of them in order, lower case.
    """

    content: tuple[NameWord, ...]
    heads: tuple[NameWord, ...]
    countries: frozenset[str]
    numbers: frozenset[str]
    acronym: str
    letters: tuple[tuple[str, bool], ...]
    is_known_place: bool = False
    words: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Is there nothing to compare?"""
        return not (self.content or self.heads or self.countries or self.numbers or self.acronym)

    def with_heads_as_content(self) -> "OrganizationName":
        """The same name, no word of it taken for a mere kind of body."""
        return evolve(self, content=self.heads + self.content, heads=())


@lru_cache(maxsize=1 << 13)
def parse_organization(name: str, knowledge: Knowledge) -> OrganizationName:
    """The parts of `name`; empty only where it has no letters or digits."""
    words = list(romanise(_POSSESSIVE.sub("", name)))[:_LONGEST]
    tables = fold_tables(knowledge)
    texts = [word.text.lower() for word in words]
    forms = _find_forms(texts, tables)
    nations = {
        place: code
        for place, code in tables.nations.find(texts).items()
        if texts[place] != "us" or words[place].text.isupper()
    }
    small = {place for place, word in enumerate(words) if word.text.lower() in _SMALL | ARTICLES}
    numbers = _find_numbers(words, tables)
    content: list[NameWord] = []
    heads: list[NameWord] = []
    for place, word in enumerate(words):
        if place in forms or place in nations or place in small or place in numbers:
            continue
        has_article = place > 0 and words[place - 1].text.lower() in ARTICLES
        for compared in _translated(word, has_article, tables):
            is_head = compared.folded in TRANSPARENT or compared.folded in tables.heads
            (heads if is_head else content).append(compared)
    if not content and not nations:
        content, heads = heads, []
    if not content and not nations and not numbers:
        content = [NameWord(word.text, word.text.lower(), word.is_vowelless) for word in words]
    return OrganizationName(
        tuple(content),
        tuple(heads),
        frozenset(nations.values()),
        frozenset(numbers.values()),
        _acronym(words),
        tuple((word.text[0].lower(), place in forms or place in small) for place, word in enumerate(words)),
        " ".join(texts) in tables.places,
        tuple(texts),
    )


def _find_forms(texts: list[str], tables: FoldedTables) -> dict[int, str]:
    """Places of legal forms, unless nothing else would be left."""
    found = tables.forms.find(texts) | tables.spelt_forms.find([skeleton_of(text) for text in texts])
    return found if len(found) < len(texts) else {}


def _translated(word: RomanWord, has_article: bool, tables: FoldedTables) -> list[NameWord]:
    """The word in American spelling without plural s; a foreign head word in English words."""
    text = word.text.lower()
    text = ABBREVIATIONS.get(text, text)
    english = tables.translations.get(text) or tables.english_of(text)
    return [
        NameWord(word.text, normal_spelling(part), word.is_vowelless, has_article)
        for part in english.split()
        if part not in _SMALL
    ]


def _acronym(words: list[RomanWord]) -> str:
    """P.M.F., PMF: capitals only, in one word or letter by letter."""
    texts = [word.text for word in words if not word.is_syllable]
    if len(texts) > 1 and all(len(text) == 1 and text.isupper() for text in texts):
        return "".join(texts).lower()
    if len(texts) == 1 and re.fullmatch("[A-Z]{2,6}", texts[0]):
        return texts[0].lower()
    return ""


def _find_numbers(words: list[RomanWord], tables: FoldedTables) -> dict[int, str]:
    """Place → number in digits: 17th, seventeen, XVII; not where the name is nothing but a number."""
    if len(words) < 2:
        return {}
    found = {place: _number(word, tables) for place, word in enumerate(words) if place}
    found[0] = _number(words[0], tables) if len(words[0].text) > 1 else ""
    return {place: number for place, number in found.items() if number}


def _number(word: RomanWord, tables: FoldedTables) -> str:
    ordinal = _ORDINAL.fullmatch(word.text)
    if ordinal:
        return ordinal[1].lstrip("0") or "0"
    if ROMAN_NUMERAL.fullmatch(word.text):
        return str(roman_value(word.text))
    return tables.numbers.get(word.text.lower(), "")
