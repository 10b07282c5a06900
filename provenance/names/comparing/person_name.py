"""A person's name taken apart: titles, articles, compounds, lineage, initials, suffix."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.grammar import ARTICLES, LINEAGE, ROMAN_NUMERAL, roman_value
from provenance.names.comparing.rarity import class_of, commonness_of
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.mandarin import read_pinyin
from provenance.names.sounds.phonetics import sound_of, vowels_of
from provenance.names.sounds.romanise import LONGEST_NAME, RomanWord, latin_words, romanise
from provenance.names.sounds.vietnamese import read_vietnamese

_LINKS = frozenset("b l de del della di da do dos du des la le lo of the and und et e i y ye va wa der den "
                   "van von zu ter ten te af av".split())  # fmt: skip
"""Words that tie names together and are left out or moved at will."""
_SERVANT = re.compile("abd(?:[aeiou]{1,2}[lrs])?")
_FATHER = {
    "abu": "abu",
    "abou": "abu",
    "abi": "abu",
    "abo": "abu",
    "umm": "umu",
    "um": "umu",
    "oum": "umu",
    "abw": "abu",
    "aby": "abu",
}
_GOD_OR_FAITH = re.compile(
    "(?:[aeiou]d|[aeiou]l|d|l)?(?:d?(?:din|deen|dine|eddin|eddine)|l?(?:lah|llah|allah))"
)
_ENDS_OF_FAITH = frozenset("hne")
_BARE_GOD_OR_FAITH = frozenset("lh llh alh allh aldyn dyn".split())
_GRAMMAR = ARTICLES | LINEAGE | _LINKS | _BARE_GOD_OR_FAITH | _FATHER.keys()
_SUFFIXES = {"jr": "junior", "junior": "junior", "jnr": "junior", "sr": "senior", "snr": "senior"}
_GLUED_SERVANT = re.compile(r"^abd(?:[aeiou]{1,2}l(?=[a-z]{2})|[aeiou]{1,2}(?=([rsntzd])\1))")
_ALLAH = re.compile("^abd[aeou]{1,2}ll?ah?(?=[iy]?$)")
_GLUED_ARTICLE = re.compile("(?:Al|El)(?=[A-Z][a-z])")
_ALSO_GIVEN = frozenset(("amir", "ameer", "emir", "pak"))
"""Forms of address that are first halves of given names, Amir Hossein, or a family name: Pak Kun-hye."""
_ADDRESSES = {
    **dict.fromkeys("mr mister sir lord king prince monsieur herr senor signor don baron duke".split(), "m"),
    **dict.fromkeys("mrs ms miss lady queen princess madame mme mlle frau senora senorita dame".split(), "f"),
    **dict.fromkeys("signora dona baroness duchess madam countess empress begum".split(), "f"),
    **dict.fromkeys("count emperor sultan".split(), "m"),
}
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
_LONGEST = 12
"""Words of a person's name that are compared."""


@frozen
class PersonName:
    """`words`: what is compared, in order. `is_marked`: the name shows its order by a comma or capitals.

    `has_lineage`: names of forefathers follow (bin, ibn). `suffix`: junior, senior, a number or "".
    `commonness`: of each word; see rarity. `address`: "m" or "f" where a form of address tells it.
    `forms`: of each word, the names that it is a form of. `is_hyphenated`: syllables are tied, En-lai.
    `written`: its letters that are not Latin, as they were given, and a hyphen if its last word has one.
    """

    words: tuple[NameWord, ...]
    is_marked: bool
    has_lineage: bool
    suffix: str
    commonness: tuple[int, ...] = ()
    address: str = ""
    forms: tuple[str, ...] = ()
    is_hyphenated: bool = False
    written: str = ""

    @property
    def initials(self) -> frozenset[str]:
        """Letters of the words that are only initials."""
        return frozenset(word.folded for word in self.words if word.is_initial)

    @property
    def is_in_syllables(self) -> bool:
        """Two or three words of one syllable each, as many names of East Asia are: Li Peng."""
        return 1 < len(self.words) < 4 and all(
            len(vowels_of(sound_of(word.folded))) == 1 and not word.is_vowelless for word in self.words
        )


def parse_person(name: str, knowledge: Knowledge) -> PersonName:
    """The parts of `name`; no words only where it has no letters or digits."""
    return _parser(knowledge)(name)


@lru_cache(maxsize=4)
def _parser(knowledge: Knowledge) -> Callable[[str], PersonName]:
    """Keeps names by their text alone: the fewer objects are kept, the shorter are sweeps for cycles."""
    readings = _Reader(knowledge)

    @lru_cache(maxsize=_MOST_NAMES)
    def parse(name: str) -> PersonName:
        return _parse(name, readings, knowledge)

    return parse


_TITLE, _ODD, _CAPITALS = 1, 2, 4
"""What a word is besides: a title; a tie, article, half of a compound, initials or suffix; in capitals."""


_Facts = tuple[NameWord, int, int, str]
"""The word of a name without grammar, what else it may be, its commonness and forms as in PersonName."""


class _Reader(dict[str, _Facts]):
    """Romanised word, behind a space if it is without vowels → what is known of it; filled as words come."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._titles = title_words(knowledge)
        self._given = fold_tables(knowledge).given_names

    def __missing__(self, key: str) -> _Facts:
        text = key.removeprefix(" ")
        lower = text.lower()
        is_odd = _is_grammar(lower) or _suffix(text) != ""
        is_odd = is_odd or (len(text) <= _MOST_INITIALS and _INITIALS.fullmatch(text) is not None)
        what = (_TITLE if lower in self._titles else 0) | (_ODD if is_odd else 0)
        what |= _CAPITALS if len(text) > 2 and text.isupper() else 0
        word = _read_single(text, lower, key != text, False, lower in self._given, "")
        forms = self._knowledge.name_forms.get(word.folded, "")
        facts = self[key] = (word, what, class_of(word, self._knowledge), forms)
        return facts


def _parse(name: str, readings: _Reader, knowledge: Knowledge) -> PersonName:
    if len(readings) >= _MOST_WORDS:
        readings.clear()
    words = keys = latin_words(name)
    if keys is None:
        roman = romanise(name)
        words = [word.text for word in roman]
        keys = [f" {word.text}" if word.is_vowelless else word.text for word in roman]
    if not words or len(words) > _LONGEST or "," in name:
        return _parse_odd(name, knowledge)
    compared, flags, commonness, forms = zip(*[readings[key] for key in keys], strict=True)
    found = 0
    for flag in flags:
        found |= flag
    if flags[0] & _TITLE or found & _ODD:
        return _parse_odd(name, knowledge)
    is_marked = found & _CAPITALS != 0 and _has_capital_surname(words)
    is_tied = "-" in name
    written = "" if not is_tied and name.isascii() else _written(name)
    return PersonName(compared, is_marked, False, "", commonness, "", forms, is_tied, written)


def _parse_odd(name: str, knowledge: Knowledge) -> PersonName:
    """Of a name with a comma, or with words that may be more than names."""
    family, comma, given = name.partition(",")
    has_comma = bool(comma) and bool(given.strip()) and given.strip().lower().strip(".") not in _SUFFIXES
    first, second = (given, family) if has_comma else (family, given)
    words = [*romanise(first), *romanise(second)] if comma else list(romanise(first))
    stripped = _strip_titles(words, knowledge)
    address = _address(words[: len(words) - len(stripped)]) if len(stripped) < len(words) else ""
    words = _split_initials(stripped)
    suffix = _suffix(words[-1].text) if len(words) > 1 else ""
    if words and words[-1].text.lower() in _ALSO_NAMES and not _is_of_king(words):
        suffix = ""
    if suffix:
        words.pop()
    has_lineage = any([word.text.lower() in LINEAGE for word in words[1:-1]])
    given_names = fold_tables(knowledge).given_names
    is_vietnamese = bool(read_vietnamese(tuple([word.text.lower() for word in words])))  # Le is no article
    if is_vietnamese:
        inner = [word for word in words[1:-1] if word.text.lower() not in _VIETNAMESE_LINKS]
        words = [words[0], *inner, words[-1]]
    compared = () if is_vietnamese else _compounds(words, given_names)
    compared = compared or tuple(_plain(word) for word in words)
    compared = compared[:_LONGEST]
    is_marked = has_comma or _has_capital_surname([word.text for word in words])
    return PersonName(
        compared,
        is_marked,
        has_lineage,
        suffix,
        commonness_of(compared, knowledge),
        address,
        tuple([knowledge.name_forms.get(word.folded, "") for word in compared]),
        "-" in name,
        _written(name),
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
    found = [not word.is_vowelless and _INITIALS.fullmatch(word.text) is not None for word in words]
    if not any(found) or all(found):
        return words
    split: list[RomanWord] = []
    for word, is_split in zip(words, found, strict=True):
        split += [RomanWord(letter) for letter in word.text] if is_split else [word]
    return split


def _has_capital_surname(words: Sequence[str]) -> bool:
    """Is one word in capitals and another not? A king's number (III) is no word."""
    longer = [text for text in words if len(text) > 2 and not ROMAN_NUMERAL.fullmatch(text)]
    return 0 < sum([text.isupper() for text in longer]) < len(longer)


def _compounds(words: list[RomanWord], given_names: frozenset[str]) -> tuple[NameWord, ...]:
    """Words with articles and ties taken out, and names of two words (Abd al-Aziz, Abu Bakr) joined."""
    found: list[NameWord] = []
    has_article, tie = False, ""
    has_capitals = any([not word.text.islower() for word in words])
    place = 0
    while place < len(words):
        word = words[place]
        text = word.text.lower()
        if not _is_grammar(text):
            is_known = text in given_names
            found.append(_single(word.text, text, word.is_vowelless, has_article, is_known, tie))
            has_article, tie = False, ""
            place += 1
            continue
        is_last = place == len(words) - 1
        if not is_last and (text in _FATHER or (text[:3] == "abd" and _SERVANT.fullmatch(text))):
            place = _skip_articles(words, place + 1)
            found.append(_joined(_FATHER.get(text, "abd"), word, words[place]))
        elif found and place and _is_god_or_faith(text, found[-1]):
            found[-1] = _extended(found[-1], text)
        elif text in ARTICLES and not is_last:
            has_article = True
            place += 1
            continue
        elif not _is_tie(word, has_capitals, is_first=not found) or is_last:
            is_known = text in given_names
            found.append(_single(word.text, text, word.is_vowelless, has_article, is_known, tie))
        has_article, tie = False, text if text in LINEAGE else ""
        place += 1
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _is_grammar(text: str) -> bool:
    """May this lower-case word be more than a name: a tie, an article, half of a compound?"""
    if text in _GRAMMAR:
        return True
    if text[:3] == "abd":
        return _SERVANT.fullmatch(text) is not None
    return text[-1:] in _ENDS_OF_FAITH and _GOD_OR_FAITH.fullmatch(text) is not None


def _read_single(
    printed: str, text: str, is_vowelless: bool, has_article: bool, is_known: bool, tie: str
) -> NameWord:
    """A word of its own; AlSadek shows by its capitals that it begins with the article."""
    if printed[1:2] == "l" and _GLUED_ARTICLE.match(printed) is not None:
        return NameWord(printed, _plain_servant(text[2:]), False, True, False, tie)
    return NameWord(printed, _plain_servant(text), is_vowelless, has_article, is_known, tie)


_single = lru_cache(maxsize=1 << 15)(_read_single)


def _skip_articles(words: list[RomanWord], place: int) -> int:
    while place < len(words) - 1 and words[place].text.lower() in ARTICLES:
        place += 1
    return place


def _joined(prefix: str, first: RomanWord, second: RomanWord) -> NameWord:
    rest = second.text.lower()
    if second.is_vowelless:
        prefix = prefix.replace("u", "w")
    return NameWord(f"{first.text} {second.text}", prefix + rest, second.is_vowelless)


def _is_god_or_faith(text: str, before: NameWord) -> bool:
    if before.is_vowelless:
        return text in _BARE_GOD_OR_FAITH
    may_be = text[-1] in "hne" and len(text) > 2 and len(before.folded) > 1
    return may_be and _GOD_OR_FAITH.fullmatch(text) is not None


def _extended(word: NameWord, text: str) -> NameWord:
    """Nur al-Din, Nur Eddine, Nureddin alike."""
    ending = "uddin" if text[-3:] in ("din", "een", "ine") else "ullah"
    folded = word.folded + (text if word.is_vowelless else ending)
    return NameWord(f"{word.printed} {text}", folded, word.is_vowelless, word.has_article)


def _is_tie(word: RomanWord, has_capitals: bool, is_first: bool) -> bool:
    """`has_capitals`: some word of the name does not stand in small letters, so that those tell."""
    text = word.text.lower()
    if text in LINEAGE:
        return not is_first
    return text in _LINKS and (len(text) > 1 or (has_capitals and word.text.islower()))


def _plain(word: RomanWord) -> NameWord:
    return NameWord(word.text, word.text.lower(), word.is_vowelless)


def _plain_servant(text: str) -> str:
    """Abdulaziz, Abdel-Aziz, Abd al-Aziz alike; Abdallah, Abdulla, Abdollahi are of one kind."""
    if text.startswith("abd") and _ALLAH.match(text):
        return _ALLAH.sub("abdullah", text)
    return _GLUED_SERVANT.sub("abd", text) if text.startswith("abd") and len(text) > 6 else text
