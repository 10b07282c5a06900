"""A person's name taken apart: titles, articles, compounds, lineage, initials, suffix."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from attrs import define, field

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compounds import (
    FATHER,
    SERVANT,
    add_faith,
    is_god_or_faith,
    is_grammar,
    is_tie,
    join_father,
    plain_servant,
    skip_articles,
)
from provenance.names.comparing.grammar import ARTICLES, LINEAGE, ROMAN_NUMERAL, roman_value
from provenance.names.comparing.rarity import class_of, commonness_of
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.mandarin import read_pinyin
from provenance.names.sounds.phonetics import sound_of, vowels_of
from provenance.names.sounds.romanise import LONGEST_NAME, RomanWord, latin_words, romanise
from provenance.names.sounds.vietnamese import read_vietnamese

_SUFFIXES = {"jr": "junior", "junior": "junior", "jnr": "junior", "sr": "senior", "snr": "senior"}
_SUFFIXES |= {"2nd": "2", "3rd": "3", "4th": "4", "5th": "5"}
_GLUED_ARTICLE = re.compile("(?:Al|El)(?=[A-Z][a-z])")
_ALSO_GIVEN = frozenset(("amir", "ameer", "emir", "pak"))
"""Forms of address that are first halves of given names, Amir Hossein, or a family name: Pak Kun-hye."""
_ADDRESSES = {
    **dict.fromkeys("mr mister sir lord king prince monsieur herr senor signor don baron duke".split(), "m"),
    **dict.fromkeys("mrs ms miss lady queen princess madame mme mlle frau senora senorita dame".split(), "f"),
    **dict.fromkeys("signora dona baroness duchess madam countess empress begum".split(), "f"),
    **dict.fromkeys("count emperor sultan".split(), "m"),
}
_RANKS = frozenset("king queen prince princess emperor empress".split())
_INITIALS = re.compile(
    "(?!(?:ng|md|st|ft|mt|bn|bnt|vd|smt|mst|kr|[jsdm]r|[js]nr|m[sx]|mrs|[cskgtdpz]h)$)(?!.[rl][^rl]$)[bcdfghjklmnpqrstvwxz]{2,3}"
    r"|(?!ibn$)(?!.(?:[lrnms]|(.)\1|.[sthd]))[aeiou][bcdfghjklmnpqrstvwxz]{2}",
    re.IGNORECASE,
)
"""Two or three letters that no one could pronounce, in small letters too."""
_MOST_INITIALS = 3
_NUMERAL_ENDS = frozenset("IVXivx")
_ALSO_NAMES = frozenset(("xi", "vi", "x", "v", "i"))
"""Numbers of kings that are names or initials behind other words: Jinping Xi."""
_MOST_NAMES, _MOST_WORDS = 1 << 16, 1 << 17
"""Names and words of which the readings are kept: names that are sorted into clusters meet again."""
_LONGEST_NUMERAL = 8
_VIETNAMESE_LINKS = ("van", "thi")
"""Middle names that only tell a man's name from a woman's, and are left out at will."""
_LAST_LATIN = "\u024f"
_SHORT = 2
"""Letters up to which capitals may be initials."""
_LONGEST_SYLLABLE = 9
"""Letters."""
_LONGEST = 12
"""Words of a person's name that are compared."""


@define(unsafe_hash=True)
class PersonName:
    """`words`: what is compared, in order. `is_marked`: the name shows its order by a comma or capitals.

    `has_lineage`: names of forefathers follow (bin, ibn). `suffix`: junior, senior, a number or "".
    `address`: "m" or "f" where a form of address tells it. `is_hyphenated`: syllables are tied, En-lai.
    `written`: its letters that are not Latin, as they were given, and a hyphen if its last word has one.
    Never changed; made for each name that is read, so what is seldom asked for is found when it is.
    """

    words: tuple[NameWord, ...]
    is_marked: bool
    has_lineage: bool
    suffix: str
    address: str
    is_hyphenated: bool
    written: str
    forms: tuple[str, ...]
    """Of each word, the names that it is a form of."""
    has_forms: bool
    """Is one of them such?"""
    _knowledge: Knowledge = field(eq=False, repr=False)
    link: str = ""
    """A middle name of Vietnam that is left out of the words, for it only tells a man from a woman."""
    rank: str = ""
    """King, queen, prince or the like, where such a title stood before the name."""

    @property
    def commonness(self) -> tuple[int, ...]:
        """Of each word; see rarity."""
        return commonness_of(self.words, self._knowledge)

    def commonness_at(self, place: int) -> int:
        """The same of one word."""
        return class_of(self.words[place], self._knowledge)

    @property
    def initials(self) -> frozenset[str]:
        """Letters of the words that are only initials."""
        return frozenset(word.folded for word in self.words if word.is_initial)

    @property
    def is_in_syllables(self) -> bool:
        """Two or three words of one syllable each, as many names of East Asia are: Li Peng."""
        if not 1 < len(self.words) < 4:
            return False
        for word in self.words:
            if word.is_vowelless or not _has_one_vowel(word.folded):
                return False
        return True


@lru_cache(maxsize=1 << 15)
def _has_one_vowel(word: str) -> bool:
    return len(word) <= _LONGEST_SYLLABLE and len(vowels_of(sound_of(word))) == 1


def parse_person(name: str, knowledge: Knowledge) -> PersonName:
    """The parts of `name`; no words only where it has no letters or digits."""
    return _parser(knowledge)(name)


@lru_cache(maxsize=4)
def _parser(knowledge: Knowledge) -> Callable[[str], PersonName]:
    """Keeps names by their text alone: the fewer objects are kept, the shorter are sweeps for cycles."""
    readings = _Reader(knowledge)

    @lru_cache(maxsize=_MOST_NAMES)
    def parse(name: str) -> PersonName:
        return _parse(name, readings)

    return parse


_NO_FORMS = [("",) * size for size in range(_LONGEST + 1)]
_TITLE, _ODD, _CAPITALS, _FORM = 1, 2, 4, 8
"""What a word is besides: a title; a tie, article, half of a compound, initials or suffix; in capitals; a
form of other names."""


class _Reader(dict[str, NameWord]):
    """Romanised word, behind a space if it is without vowels → the word of a name without grammar; filled as
    words come. `told`: what else those words may be that may be more.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self.told: dict[str, int] = {}
        self.knowledge = knowledge
        self.given_names = fold_tables(knowledge).given_names
        self._titles = title_words(knowledge)
        self._forms = knowledge.name_forms

    def __missing__(self, key: str) -> NameWord:
        if len(self) >= _MOST_WORDS:
            self.clear()
            self.told.clear()
        is_vowelless = key[0] == " "
        text = key[1:] if is_vowelless else key
        lower = text.lower()
        what = _TITLE if lower in self._titles else 0
        if len(text) > _SHORT and text.isupper():
            what |= _CAPITALS
        is_odd = len(text) <= _MOST_INITIALS and _INITIALS.fullmatch(text) is not None
        if is_odd or is_grammar(lower) or _suffix(text):
            what |= _ODD
        word = _read_single(text, lower, is_vowelless, False, lower in self.given_names, "")
        if word.folded in self._forms:
            what |= _FORM
        if what:
            self.told[key] = what
        self[key] = word
        return word

    def forms_of(self, words: tuple[NameWord, ...]) -> tuple[str, ...]:
        """Of each word the names that it is a form of."""
        return tuple([self._forms.get(word.folded, "") for word in words])


def _parse(name: str, readings: _Reader) -> PersonName:
    if "," in name:
        return _parse_in_two(name, readings)
    latin = latin_words(name)
    roman = romanise(name) if latin is None else ()
    words = keys = latin or [word.text for word in roman]
    if roman:
        keys = [f" {word.text}" if word.is_vowelless else word.text for word in roman]
    compared = tuple([readings[key] for key in keys])
    found = 0
    told = readings.told
    if not told.keys().isdisjoint(keys):
        for key in keys:
            found |= told.get(key, 0)
    if found & _ODD or (found & _TITLE and told.get(keys[0], 0) & _TITLE) or not 0 < len(keys) <= _LONGEST:
        return _parse_odd(name, roman or [RomanWord(word) for word in words], False, readings)
    is_marked = found & _CAPITALS != 0 and _has_capital_surname(words)
    is_tied = "-" in name
    written = "" if not is_tied and name.isascii() else _written(name)
    has_forms = found & _FORM != 0
    forms = readings.forms_of(compared) if has_forms else _NO_FORMS[len(compared)]
    return PersonName(
        compared, is_marked, False, "", "", is_tied, written, forms, has_forms, readings.knowledge
    )


def _parse_in_two(name: str, readings: _Reader) -> PersonName:
    """Of a name with a comma: what stands behind it is the given name, or a suffix."""
    family, _, given = name.partition(",")
    is_turned = bool(given.strip()) and given.strip().lower().strip(".") not in _SUFFIXES
    first, second = (given, family) if is_turned else (family, given)
    return _parse_odd(name, (*romanise(first), *romanise(second)), is_turned, readings)


def _parse_odd(name: str, read: Sequence[RomanWord], has_comma: bool, readings: _Reader) -> PersonName:
    """Of a name with words that may be more than names. `has_comma`: which has put its words in order."""
    knowledge = readings.knowledge
    words = list(read)
    stripped = _strip_titles(words, knowledge)
    titles = words[: len(words) - len(stripped)]
    address = _address(titles)
    rank = next((title.text.lower() for title in titles if title.text.lower() in _RANKS), "")
    words = _split_initials(stripped)
    suffix = _suffix(words[-1].text) if len(words) > 1 else ""
    if words and words[-1].text.lower() in _ALSO_NAMES and not _is_of_king(words):
        suffix = ""
    if suffix:
        words.pop()
    has_lineage = any([word.text.lower() in LINEAGE for word in words[1:-1]])
    is_vietnamese = bool(read_vietnamese(tuple([word.text.lower() for word in words])))  # Le is no article
    link = ""
    if is_vietnamese:
        link = next((text for word in words[1:-1] if (text := word.text.lower()) in _VIETNAMESE_LINKS), "")
        inner = [word for word in words[1:-1] if word.text.lower() not in _VIETNAMESE_LINKS]
        words = [words[0], *inner, words[-1]]
    compared = () if is_vietnamese else _compounds(words, readings)
    compared = compared or tuple(_plain(word) for word in words)
    compared = compared[:_LONGEST]
    is_marked = has_comma or _has_capital_surname([word.text for word in words])
    forms = readings.forms_of(compared)
    written = _written(name)
    return PersonName(
        compared,
        is_marked,
        has_lineage,
        suffix,
        address,
        "-" in name,
        written,
        forms,
        any(forms),
        knowledge,
        link,
        rank,
    )


def _written(name: str) -> str:
    hyphen = "-" if "-" in name and "-" in name.rsplit(maxsplit=1)[-1] else ""
    if name.isascii():
        return hyphen
    return (
        "".join([letter for letter in name[:LONGEST_NAME] if letter > _LAST_LATIN and letter.isalpha()])
        + hyphen
    )


def _address(titles: list[RomanWord]) -> str:
    """The sex that forms of address tell, if any does."""
    for title in titles:
        told = _ADDRESSES.get(title.text.lower())
        if told:
            return told
    return ""


def _suffix(last: str) -> str:
    """Junior, or the number of a king: Elizabeth II, Louis XIV."""
    is_short = len(last) < _LONGEST_NUMERAL and last[-1:] in _NUMERAL_ENDS
    if is_short and ROMAN_NUMERAL.fullmatch(last.upper()):
        return str(roman_value(last.upper()))
    return _SUFFIXES.get(last.lower(), "")


def _is_of_king(words: list[RomanWord]) -> bool:
    """Pius XI, Paul VI, but Jinping Xi, Nguyen Vi: is the word before the last no syllable of East Asia?"""
    before, last = words[-2].text.lower() if len(words) > 1 else "", words[-1].text.lower()
    return not read_pinyin((before,)) and not read_vietnamese((before, last))


@lru_cache(maxsize=16)
def title_words(knowledge: Knowledge) -> frozenset[str]:
    """Single words of all honorifics and role titles."""
    phrases = [*knowledge.honorifics, *knowledge.roles]
    return frozenset(part for phrase in phrases for part in re.findall(r"[^\W_]+", phrase))


def _strip_titles(words: list[RomanWord], knowledge: Knowledge) -> list[RomanWord]:
    """Without titles before the name, as long as a name is left."""
    titles = title_words(knowledge)
    start = 0
    while start < len(words) - 1:
        word = words[start].text.lower()
        is_last_but_one = start == len(words) - 2
        is_given = word in fold_tables(knowledge).given_names
        if word not in titles or word in _ALSO_GIVEN or (is_given and is_last_but_one):
            break
        start += 1
    return words[start:]


def _split_initials(words: list[RomanWord]) -> list[RomanWord]:
    """JC Juncker: two or three letters that no one could pronounce are initials."""
    short = [
        word.text if len(word.text) <= _MOST_INITIALS and not word.is_vowelless else "" for word in words
    ]
    found = [_INITIALS.fullmatch(text) is not None for text in short]
    if not any(found) or all(found):
        return words
    split: list[RomanWord] = []
    for word, is_split in zip(words, found, strict=True):
        split += [RomanWord(letter) for letter in word.text] if is_split else [word]
    return split


def _has_capital_surname(words: Sequence[str]) -> bool:
    """Is one word in capitals and another not? A king's number (III) is no word."""
    if not any([text.isupper() for text in words]):
        return False
    longer = [text for text in words if len(text) > 2 and not ROMAN_NUMERAL.fullmatch(text)]
    return 0 < sum([text.isupper() for text in longer]) < len(longer)


def _compounds(words: list[RomanWord], readings: _Reader) -> tuple[NameWord, ...]:
    """Words with articles and ties taken out, and names of two words (Abd al-Aziz, Abu Bakr) joined."""
    found: list[NameWord] = []
    has_article, tie = False, ""
    has_capitals = any([not word.text.islower() for word in words])
    place = 0
    while place < len(words):
        word = words[place]
        text = word.text.lower()
        if not is_grammar(text):
            found.append(_read_word(word, readings, has_article, tie))
            has_article, tie = False, ""
            place += 1
            continue
        is_last = place == len(words) - 1
        if not is_last and (text in FATHER or (text[:3] == "abd" and SERVANT.fullmatch(text))):
            place = skip_articles(words, place + 1)
            found.append(join_father(FATHER.get(text, "abd"), word, words[place]))
        elif found and place and is_god_or_faith(text, found[-1]):
            found[-1] = add_faith(found[-1], text)
        elif text in ARTICLES and not is_last:
            has_article = True
            place += 1
            continue
        elif not is_tie(word, has_capitals, is_first=not found) or is_last:
            found.append(_read_word(word, readings, has_article, tie))
        has_article, tie = False, text if text in LINEAGE else ""
        place += 1
    return tuple(found)


def _read_word(word: RomanWord, readings: _Reader, has_article: bool, tie: str) -> NameWord:
    """A word of its own, with what stood before it."""
    if not has_article and not tie:
        return readings[f" {word.text}" if word.is_vowelless else word.text]
    lower = word.text.lower()
    return _single(word.text, lower, word.is_vowelless, has_article, lower in readings.given_names, tie)


def _read_single(
    printed: str, text: str, is_vowelless: bool, has_article: bool, is_known: bool, tie: str
) -> NameWord:
    """A word of its own; AlSadek shows by its capitals that it begins with the article."""
    if printed[1:2] == "l" and _GLUED_ARTICLE.match(printed) is not None:
        return NameWord(printed, plain_servant(text[2:]), False, True, False, tie)
    return NameWord(printed, plain_servant(text), is_vowelless, has_article, is_known, tie)


_single = lru_cache(maxsize=1 << 15)(_read_single)


def _plain(word: RomanWord) -> NameWord:
    return NameWord(word.text, word.text.lower(), word.is_vowelless)
