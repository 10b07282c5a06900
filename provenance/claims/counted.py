"""What a number counts: the noun phrase after it, with its unit."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.text.numbers import NumberExpression
from provenance.text.tokens import Token

CASUALTIES = {
    "killed": "killed", "dead": "killed", "died": "killed", "deaths": "killed", "fatalities": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "injuries": "injured",
    "missing": "missing", "arrested": "arrested", "detained": "arrested", "rescued": "rescued",
    "displaced": "displaced", "evacuated": "evacuated", "drowned": "killed", "perished": "killed",
    "kidnapped": "kidnapped", "abducted": "kidnapped",
    "hospitalized": "hospitalized", "hospitalised": "hospitalized", "homeless": "homeless",
}  # fmt: skip
"""What befalls people, as printed → predicate."""

PEOPLE = frozenset("people person persons men women children civilians soldiers troops".split())
"""Words for people that casualties are counted in."""

STOPS = FUNCTION_WORDS | frozenset(
    "per while according said says told including plus minus versus around near against amid without within"
    " across following despite ago old later earlier away long high wide deep last next".split()
)
"""Words that end a noun phrase."""

_NO_PLURALS = frozenset("specimen regimen omen abdomen acumen".split())
_PLURALS = frozenset("people men women children personnel troops police crew staff data feet".split())
_OF_WHOLE = re.compile(r"\sof\s(?:the|all|its|their|our)?\s?(?:[\w\u2019'-]{1,20}\s?){1,3}", re.IGNORECASE)
_OF_SHARE = re.compile(r"(?:\s(?:the|all|its|their|our))?(?:\s[\w\u2019'-]{1,20}){1,2}")
_LONGEST_PHRASE = 4
_FAR = 120
_HYPHENS = ("-", "\u2011")
_NEAR = 30


@frozen
class Counted:
    """What is counted: [number start, end) with its head noun."""

    end: int
    words: tuple[str, ...]
    unit: str | None


def find_counted(reading: Reading, sentence: Sentence, number: NumberExpression) -> Counted | None:
    """The noun phrase after the number: adjectives and the first plural or unit noun."""
    text, units = reading.text, reading.knowledge.units
    phrase = _phrase(reading, sentence, number)
    while phrase and phrase[-1].text.lower() in CASUALTIES and len(phrase) > 1:
        phrase.pop()
    if number.unit in ("percent", "share"):
        return _whole(reading, sentence, number)
    if not phrase or (len(phrase) == 1 and phrase[0].text.lower() in CASUALTIES):
        return Counted(number.end, (), None) if number.unit else None
    words = tuple(word.text for word in phrase)
    head = words[-1].lower()
    is_hyphened = text[number.end : number.end + 1] == "-"
    if (
        number.unit is None
        and head not in units
        and not _is_plural(head)
        and not is_hyphened
        and number.value != 1
    ):
        return None
    return Counted(phrase[-1].end, words, number.unit or _unit(units, words))


def _phrase(reading: Reading, sentence: Sentence, number: NumberExpression) -> list[Token]:
    """Words after the number up to the first plural or unit, or to what no noun phrase goes on with."""
    text, units = reading.text, reading.knowledge.units
    phrase: list[Token] = []
    at = number.end
    for word in sentence.words_in(number.end, number.end + _FAR):
        gap = text[at : word.start]
        is_joined = gap in (" ", "\u00a0", "-", "\u2011", "\n") or (not gap and not phrase)
        low = word.text.lower()
        if not is_joined or low in STOPS or (low in reading.knowledge.say_verbs and phrase):
            break
        if len(phrase) >= _LONGEST_PHRASE or (phrase and _is_verb(low, phrase[-1].text.lower())):
            break
        if low.isdigit() and text[word.end : word.end + 1] not in _HYPHENS:  # a row of numbers counts nothing
            break
        phrase.append(word)
        at = word.end
        if gap in _HYPHENS and len(phrase) == 1:  # a 16-ounce jar
            break
        if _is_plural(low) or (low in units and not _plural_follows(reading, sentence, word)):
            break
    return phrase


def _plural_follows(reading: Reading, sentence: Sentence, word: Token) -> bool:
    """Is a unit only the first part of what is counted (1,200 job cuts)?"""
    following = next(iter(sentence.words_in(word.end, word.end + _NEAR)), None)
    if following is None or reading.text[word.end : following.start] != " ":
        return False
    low = following.text.lower()
    return _is_plural(low) and low not in STOPS and low not in reading.knowledge.say_verbs


def _unit(units: Mapping[str, str], words: Sequence[str]) -> str:
    """The canonical unit of the phrase: its last two words, its last word, or that word in the singular."""
    last = words[-1].lower()
    pair = " ".join(words[-2:]).lower()
    if pair in units:
        return units[pair]
    return units.get(last) or units.get(_singular(last)) or _singular(last)


def _singular(word: str) -> str:
    if word.endswith("children"):
        return word.removesuffix("ren")
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    if word in ("lives", "knives", "wives"):
        return word[:-3] + "fe"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if _is_plural(word) and word.endswith("s") else word


def _is_plural(word: str) -> bool:
    if word in _PLURALS or (word.endswith(("children", "people", "men")) and word not in _NO_PLURALS):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_verb(word: str, before: str) -> bool:
    """Does a plain past form follow a noun that could be its subject?"""
    return word.endswith("ed") and (_is_plural(before) or before in PEOPLE)


def _whole(reading: Reading, sentence: Sentence, number: NumberExpression) -> Counted:
    """Forty percent of the country: what the share is of."""
    whole = _OF_WHOLE.match(reading.text, number.end, sentence.end) if number.unit == "percent" else None
    if whole is None and number.unit == "share":  # "of" belongs to the number
        whole = _OF_SHARE.match(reading.text, number.end, sentence.end)
    if whole is None:
        return Counted(number.end, (), number.unit)
    words = list(sentence.words_in(whole.start(), whole.end()))
    while words and (
        words[-1].text.lower() in STOPS or words[-1].text.lower() in reading.knowledge.say_verbs
    ):
        words.pop()
    words = _cut_at_function_word(words)
    if not words:
        return Counted(number.end, (), number.unit)
    return Counted(words[-1].end, tuple(word.text for word in words), number.unit)


def _cut_at_function_word(words: list[Token]) -> list[Token]:
    """From the first content word up to the next word without content."""
    at = 0
    while at < len(words) and words[at].text.lower() in STOPS:
        at += 1
    end = at
    while end < len(words) and words[end].text.lower() not in STOPS:
        end += 1
    return words[at:end]
