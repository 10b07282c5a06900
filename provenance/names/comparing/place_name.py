"""A place's name taken apart: its own words, what sort of place, which side, where it lies."""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import BodyTables, body_tables, fold_phrase
from provenance.names.comparing.grammar import ABBREVIATIONS, ARTICLES, SIDES
from provenance.names.comparing.latin_variants import is_latin
from provenance.names.comparing.place_homes import NO_HOME, Home, split_home
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import RomanWord, fold_texts, romanise

_SMALL = frozenset(
    "the of and upon on under in de la le les du des del der den die do da el los las zu am an".split()
)
_SAINTS = frozenset("st saint san santa sankt sint sao santo sainte".split())
_KINDS = {
    "mt": "mount",
    "mtn": "mountain",
    "mts": "mountain",
    "jabal": "mount",
    "jebel": "mount",
    "djebel": "mount",
    "gora": "mount",
    "kuh": "mount",
    "cerro": "mount",
    "monte": "mount",
    "mont": "mount",
    "mountain": "mount",
    "rio": "river",
    "nahr": "river",
    "reka": "river",
    "fleuve": "river",
    "fluss": "river",
    "lac": "lake",
    "lago": "lake",
    "laguna": "lake",
    "ozero": "lake",
    "buhayrat": "lake",
    "isla": "island",
    "ile": "island",
    "ilha": "island",
    "isola": "island",
    "insel": "island",
    "ostrov": "island",
    "jazirat": "island",
    "isle": "island",
    "pulau": "island",
    "provincia": "province",
    "muhafazat": "governorate",
    "wilayat": "province",
    "wilaya": "province",
    "vilayet": "province",
    "ostan": "province",
    "oblast": "region",
    "oblasti": "region",
    "harbour": "harbor",
    "ciudad": "city",
    "ville": "city",
    "stadt": "city",
    "gorod": "city",
    "madinat": "city",
    "shahr": "city",
    "ft": "fort",
    "aeropuerto": "airport",
    "flughafen": "airport",
    "matar": "airport",
    "aeroport": "airport",
    "airfield": "airport",
    "int'l": "international",
}
"""Words that say what sort of place it is, in other languages and cut short."""
_OF_THE_REST = {
    **dict.fromkeys(("north", "northern"), "north"),
    **dict.fromkeys(("south", "southern"), "south"),
    **dict.fromkeys(("east", "eastern"), "east"),
    **dict.fromkeys(("west", "western"), "west"),
}

_SPELT = {"\u9655\u897f": "Shaanxi", "\u965d\u897f": "Shaanxi"}
"""Names in Han signs whose usual spelling is no pinyin, so that two provinces are told apart."""
_MOST_WORDS = 16


@frozen
class PlaceName:
    """`words`: the name's own; `kinds`: words for what sort of place; `sides`: compass words and the like.

    `country`: ISO code where the whole name is a country's. `is_known`: a word list has the whole name.
    `written`: the words as they stand, where the name is compared by another one of the place; else none.
    `is_latin`: in Latin letters only? `is_common`: is a word of it a person's name, or one of a language?
    `home`: where it says that it lies. `capital_of`: ISO code of the state whose capital it may be.
    `is_namesake`: do several well-known places have the name?
    """

    words: tuple[NameWord, ...]
    kinds: tuple[str, ...]
    sides: frozenset[str]
    country: str = ""
    is_known: bool = False
    is_part: bool = False
    numbers: frozenset[str] = frozenset()
    written: tuple[NameWord, ...] = ()
    is_latin: bool = True
    is_common: bool = False
    home: Home = NO_HOME
    capital_of: str = ""
    is_namesake: bool = False

    @property
    def is_empty(self) -> bool:
        """Is there nothing to compare?"""
        return not (self.words or self.kinds or self.sides or self.country or self.numbers)


@lru_cache(maxsize=1 << 12)
def parse_place(name: str, knowledge: Knowledge) -> PlaceName:
    """The parts of `name`; empty only where it has no letters or digits."""
    tables = body_tables(knowledge)
    words = _words_of(name)
    texts = [_plain(word.text.lower()) for word in words]
    is_in_latin = all([is_latin(letter) for letter in name])
    country = _whole_country(texts, words, tables)
    whole = " ".join(text for text in texts if text != "the")
    towns = fold_tables(knowledge).places
    if is_in_latin and (whole in tables.foreign or (whole in towns and _is_other_country(whole, knowledge))):
        country = ""  # Mari, Granada
    home = NO_HOME
    if not country:
        own, home = split_home(name, knowledge)
        words = _words_of(own) if home.codes else words
        texts = [_plain(word.text.lower()) for word in words]
    whole = " ".join(text for text in texts if text != "the")
    found = tables.places.find(texts) if not country else {}
    if is_in_latin and whole in tables.foreign:
        found = {}
    kind_words = _kind_words(knowledge)
    parts = _Parts()
    before = ""
    for place, word in enumerate(words):
        other = found.get(place, "")
        if other and other == before:
            continue
        before = other
        if other:
            for part in fold_phrase(other).split():
                parts.add(RomanWord(part), False, frozenset())
        else:
            has_article = place > 0 and texts[place - 1] in ARTICLES
            parts.add(word, has_article, kind_words)
    if not parts.words and parts.kinds and not country:
        parts.words, parts.kinds = [NameWord(kind, kind) for kind in parts.kinds], []
    if not parts.words and not parts.kinds and not parts.sides:
        parts.words = [NameWord(word.text, word.text.lower(), word.is_vowelless) for word in words]
    best_name = tables.places.values.get(whole, whole)
    return PlaceName(
        tuple(parts.words),
        tuple(parts.kinds),
        frozenset(parts.sides),
        country,
        bool(whole) and (whole in towns or bool(country)),
        whole in _parts_of_countries(knowledge),
        frozenset(parts.numbers),
        ()
        if len(words) != 1 or not found or words[0].is_vowelless
        else (NameWord(words[0].text, words[0].text.lower()),),
        is_in_latin,
        any([_is_common(text, knowledge) for text in texts]),
        home,
        _capitals(knowledge).get(best_name, ""),
        best_name in _namesakes(knowledge),
    )


@lru_cache(maxsize=16)
def _own_countries(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_texts([*knowledge.countries, *knowledge.demonyms]).values())


def _is_other_country(whole: str, knowledge: Knowledge) -> bool:
    """Is a state called so in another language than English only?"""
    return whole in body_tables(knowledge).nations.values and whole not in _own_countries(knowledge)


def _words_of(name: str) -> Sequence[RomanWord]:
    if not name.isascii():
        for written, spelt in _SPELT.items():
            name = name.replace(written, f" {spelt} ")
    return romanise(name.replace("'s ", " "))[:_MOST_WORDS]


@lru_cache(maxsize=16)
def _capitals(knowledge: Knowledge) -> dict[str, str]:
    """By the name that each is compared by."""
    folded, others = fold_texts(knowledge.capitals), body_tables(knowledge).places.values
    return {others.get(folded[name], folded[name]): code for name, code in knowledge.capitals.items()}


@lru_cache(maxsize=16)
def _namesakes(knowledge: Knowledge) -> frozenset[str]:
    others = body_tables(knowledge).places.values
    return frozenset(others.get(name, name) for name in fold_texts(knowledge.namesakes).values())


def _is_common(word: str, knowledge: Knowledge) -> bool:
    return word in knowledge.given_names or word in knowledge.surnames or word in knowledge.common_words


def _plain(text: str) -> str:
    """St. and Mt. written out."""
    return "saint" if text == "st" else "mount" if text == "mt" else text


class _Parts:
    """What the words of one name are, as they are read."""

    def __init__(self) -> None:
        self.words: list[NameWord] = []
        self.kinds: list[str] = []
        self.sides: set[str] = set()
        self.numbers: set[str] = set()

    def add(self, word: RomanWord, has_article: bool, kind_words: frozenset[str]) -> None:
        text = word.text.lower()
        text = _KINDS.get(text, text)
        if text.isdigit():
            self.numbers.add(text)
        elif text in _OF_THE_REST or text in SIDES:
            self.sides.add(_OF_THE_REST.get(text, text))
        elif text in _SAINTS and text not in ("santa",):
            self.words.append(NameWord(word.text, "saint"))
        elif text in kind_words:
            self.kinds.append(text)
        elif text not in _SMALL and text not in ARTICLES:
            folded = ABBREVIATIONS.get(text, text)
            self.words.append(NameWord(word.text, folded, word.is_vowelless, has_article))


@lru_cache(maxsize=16)
def _kind_words(knowledge: Knowledge) -> frozenset[str]:
    words = {word for word in knowledge.place_words if " " not in word} | set(_KINDS.values())
    return frozenset(words) | {"international"}


@lru_cache(maxsize=16)
def _parts_of_countries(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_phrase(name) for name in knowledge.country_parts)


def _whole_country(texts: Sequence[str], words: Sequence[RomanWord], tables: BodyTables) -> str:
    """Where the name is a country's or its code, and nothing else; "" where two countries share it."""
    plain = [text for text in texts if text != "the"]
    found = tables.nations.find(plain)
    codes = set(found.values())
    if len(codes) != 1 or len(found) < len(plain):
        is_code = len(texts) == 1 and words[0].text.isupper() and len(texts[0]) == 2
        return words[0].text if is_code and words[0].text in set(tables.nations.values.values()) else ""
    return codes.pop()
