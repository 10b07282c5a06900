"""What is known of one word of a body's name wherever it stands: found once for each word."""

import re
from functools import lru_cache
from typing import NamedTuple

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import BodyTables, body_tables, plain_english
from provenance.names.comparing.grammar import ABBREVIATIONS, ARTICLES, ROMAN_NUMERAL, SIDES, roman_value
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.phonetics import skeleton_of

SMALL = frozenset(
    "the of and for in on at to de la le les des du der die das und et y e fi s a an do da dos das del di "
    "della delle dei degli van voor och og va wa wal i im imeni so called aka fka by its with named "
    "after".split()
)
PASSED_OVER = SMALL | ARTICLES
"""Words that say nothing."""
FORM, SPELT_FORM, NATION, PHRASE, PLACE = 1, 2, 4, 8, 16
"""Tables of phrases, one of which a word may begin."""
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|d)?", re.IGNORECASE)
_UNITS = {"bn": "battalion", "bde": "brigade", "brig": "brigade", "regt": "regiment", "div": "division"}
"""Words for units of an army, cut short."""
_TENS = {
    "twentieth": "20", "thirtieth": "30", "fortieth": "40", "fiftieth": "50", "sixtieth": "60",
    "seventieth": "70", "eightieth": "80", "ninetieth": "90", "hundredth": "100",
}  # fmt: skip
_NUMBER = re.compile("[0-9]{1,3}")
"""Values of number words that a name may count with."""
_ADJECTIVE = re.compile("sk(?:ii|iy|yi|ij|yy|ogo|oho|oi|oy|oe|oye|aya|aia|aja|ie|iye)$")
_SHORT_ADJECTIVE = 6
"""Letters up to which a word is not taken for an adjective of a place: Muromskii, of Murom."""
_TEAMS = frozenset("woman women men lady ladies girl boy youth junior juniors under senior".split())
"""Words that make another body of one: Chelsea, Chelsea Women."""
_DIRECTIONS = {
    **dict.fromkeys(("north", "northern"), "north"),
    **dict.fromkeys(("south", "southern"), "south"),
    **dict.fromkeys(("east", "eastern"), "east"),
    **dict.fromkeys(("west", "western"), "west"),
}
_SIDES = SIDES | _TEAMS | _DIRECTIONS.keys()


class Meaning(NamedTuple):
    """What a word stands for in English: `source`, words or = and a country's code. `text`: plural s off.

    `content`, `heads`: those words as they are compared. `sides`: compass words and the like among them.
    """

    source: str
    text: str
    content: tuple[NameWord, ...] = ()
    heads: tuple[NameWord, ...] = ()
    sides: tuple[str, ...] = ()


class KnownWord(NamedTuple):
    """`text`: lower case. `plain`: without a plural s. `begins`: sum of tables with a phrase that it begins.

    `is_small`: says nothing. `number`: in digits, or "". `skeleton`: of its consonants. `is_capital`: is its
    first letter one? `is_upper`: are all? `is_lower`: is none?
    """

    text: str
    plain: str
    begins: int
    is_small: bool
    number: str
    skeleton: str
    is_capital: bool
    is_upper: bool
    is_lower: bool
    meaning: Meaning


@lru_cache(maxsize=1 << 15)
def known_word(printed: str, is_vowelless: bool, is_syllable: bool, knowledge: Knowledge) -> KnownWord:
    """Of a word in Latin letters, as a RomanWord has it."""
    text = printed.lower()
    tables, folded = body_tables(knowledge), fold_tables(knowledge)
    skeleton = skeleton_of(text)
    begins = FORM if tables.forms.may_begin_with(text) else 0
    begins |= SPELT_FORM if folded.spelt_forms.may_begin_with(skeleton) else 0
    begins |= NATION if tables.nations.may_begin_with(text) else 0
    begins |= PHRASE if tables.phrases.may_begin_with(text) else 0
    begins |= PLACE if tables.places.may_begin_with(text) else 0
    english = _english(text, printed.isupper(), is_vowelless, knowledge)
    return KnownWord(
        text,
        plain_english(text),
        begins,
        text in PASSED_OVER,
        _number(text, is_syllable, folded.numbers.get(text, "")),
        skeleton,
        printed[0].isupper(),
        printed.isupper(),
        printed.islower(),
        read_meaning(printed, english, is_vowelless, False, tables),
    )


def read_meaning(
    printed: str, english: str, is_vowelless: bool, has_article: bool, tables: BodyTables
) -> Meaning:
    """What `english` says, words or = and a country's code, which `printed` or a phrase of it stands for."""
    if english.startswith("="):
        return Meaning(english, english)
    text = printed.lower()
    content: list[NameWord] = []
    heads: list[NameWord] = []
    sides, words = [], []
    for part in english.split():
        folded = plain_english(part)
        words.append(folded)
        if part in SMALL and part != text:
            continue
        if folded in _SIDES:
            sides.append(_DIRECTIONS.get(folded, folded))
        else:
            word = NameWord(printed, folded, is_vowelless and part == text, has_article)
            (heads if folded in tables.heads else content).append(word)
    return Meaning(english, " ".join(words), tuple(content), tuple(heads), tuple(sides))


def _english(text: str, is_upper: bool, is_vowelless: bool, knowledge: Knowledge) -> str:
    text = ABBREVIATIONS.get(text) or _UNITS.get(text, text)
    meaning = body_tables(knowledge).meaning_of(text)
    if meaning and (not meaning.is_abbreviation or is_upper):
        return meaning.english
    if "sk" in text and len(text) > _SHORT_ADJECTIVE:
        text = _ADJECTIVE.sub("sk", text)
    return text if is_vowelless else fold_tables(knowledge).english_of(text)


def _number(text: str, is_syllable: bool, value: str) -> str:
    """In digits: 17th, seventeen, XVII. `value`: of the number word that it is."""
    if text[0].isdigit():
        ordinal = _ORDINAL.fullmatch(text)
        if ordinal:
            return ordinal[1].lstrip("0") or "0"
    if len(text) > 1 and not is_syllable and ROMAN_NUMERAL.fullmatch(text.upper()):
        return str(roman_value(text.upper()))
    number = _TENS.get(text) or value
    return number if text not in _UNITS and _NUMBER.fullmatch(number) else ""
