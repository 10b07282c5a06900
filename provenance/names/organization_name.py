"""An organisation's or place's name taken apart: what is distinctive, what is head word, form or country."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.person_name import ARTICLES
from provenance.names.romanise import RomanWord, romanise
from provenance.names.words import NameWord

TRANSPARENT = frozenset(
    "organization organisation group movement party company co corporation corp association agency firm "
    "inc ltd limited llc plc enterprise holding international alliance union city town province "
    "governorate region state republic".split()
)
"""Head words that say only what sort of body it is: Badr, the Badr Organization."""
_SMALL = frozenset("the of and for in on at to de la le les des du der die das und et y e fi s a an".split())
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_ROMAN = re.compile("(?:X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_BRITISH = (
    (re.compile("isation"), "ization"),
    (re.compile("(?<=[a-z]{3})our$"), "or"),
    (re.compile("(?<=[a-z]{2})tre$"), "ter"),
    (re.compile("(?<=def|off|lic)ence$"), "ense"),
    (re.compile("gramme$"), "gram"),
)
_LONGEST_PHRASE = 5
_LONGEST = 24
"""Words of an organisation's name that are compared."""


@frozen
class OrganizationName:
    """`content`: the distinctive words; `heads`: what sort of body; each in order.

    `countries`: ISO codes named, also by adjective. `numbers`: as digits. `acronym`: lower case, or "".
    `letters`: first letter of every word and whether an acronym may leave it out.
    """

    content: tuple[NameWord, ...]
    heads: tuple[NameWord, ...]
    countries: frozenset[str]
    numbers: frozenset[str]
    acronym: str
    letters: tuple[tuple[str, bool], ...]

    @property
    def is_empty(self) -> bool:
        """Is there nothing to compare?"""
        return not (self.content or self.heads or self.countries or self.numbers or self.acronym)


@lru_cache(maxsize=1 << 16)
def parse_organization(name: str, knowledge: Knowledge) -> OrganizationName:
    """The parts of `name`; empty only where it has no letters or digits."""
    words = list(romanise(_POSSESSIVE.sub("", name)))[:_LONGEST]
    acronym = _acronym(words)
    forms = _find_phrases(words, dict.fromkeys(knowledge.legal_forms, ""))
    nations = _find_phrases(words, knowledge.countries) | {
        place: code for place, code in _find_phrases(words, knowledge.demonyms).items()
    }
    content: list[NameWord] = []
    heads: list[NameWord] = []
    numbers: set[str] = set()
    has_article = False
    for place, word in enumerate(words):
        text = word.text.lower()
        if text in ARTICLES and len(words) > 1:
            has_article = True
            continue
        number = _number(word, knowledge)
        if number and len(words) > 1:
            numbers.add(number)
        elif place not in forms and place not in nations and text not in _SMALL:
            folded = _normal(knowledge.organization_translations.get(text, text))
            is_head = folded in TRANSPARENT or _is_head(folded, text, knowledge)
            (heads if is_head else content).append(
                NameWord(word.text, folded, word.is_vowelless, has_article)
            )
        has_article = False
    if not content and not nations:
        content, heads = heads, []
    if not content and not nations and not numbers:
        content = [NameWord(word.text, word.text.lower(), word.is_vowelless) for word in words]
    letters = tuple(
        (w.text[0].lower(), i in forms or w.text.lower() in _SMALL or w.text.lower() in ARTICLES)
        for i, w in enumerate(words)
    )
    return OrganizationName(
        tuple(content), tuple(heads), frozenset(nations.values()), frozenset(numbers), acronym, letters
    )


def _is_head(folded: str, text: str, knowledge: Knowledge) -> bool:
    return folded in knowledge.organization_words or text in knowledge.organization_words


def _acronym(words: list[RomanWord]) -> str:
    """P.M.F., PMF: capitals only, in one word or letter by letter."""
    texts = [word.text for word in words if not word.is_syllable]
    if len(texts) > 1 and all(len(text) == 1 and text.isupper() for text in texts):
        return "".join(texts).lower()
    if len(texts) == 1 and re.fullmatch("[A-Z]{2,6}", texts[0]):
        return texts[0].lower()
    return ""


def _find_phrases(words: list[RomanWord], table: Mapping[str, str]) -> dict[int, str]:
    """Place of a word → value of the longest phrase of `table` that it is part of."""
    if not table:
        return {}
    texts = [word.text.lower() for word in words]
    found: dict[int, str] = {}
    place = 0
    while place < len(texts):
        for size in range(min(_LONGEST_PHRASE, len(texts) - place), 0, -1):
            value = table.get(" ".join(texts[place : place + size]))
            if value is not None:
                found.update(dict.fromkeys(range(place, place + size), value))
                place += size - 1
                break
        place += 1
    return found


def _number(word: RomanWord, knowledge: Knowledge) -> str:
    ordinal = _ORDINAL.fullmatch(word.text)
    if ordinal:
        return ordinal[1].lstrip("0") or "0"
    if len(word.text) > 1 and _ROMAN.fullmatch(word.text):
        return str(_roman_value(word.text))
    value = knowledge.number_words.get(word.text.lower())
    return f"{value:g}" if value is not None else ""


def _roman_value(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _normal(word: str) -> str:
    """American spelling, no plural s."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    is_plural = len(word) > 4 and word.endswith("s") and word[-2] not in "suia"
    return word[:-1] if is_plural else word
