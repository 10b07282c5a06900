"""An organisation's name taken apart: what is distinctive, what is head word, form or country."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import TRANSPARENT, BodyTables, body_tables, plain_english
from provenance.names.comparing.grammar import ABBREVIATIONS, ARTICLES, ROMAN_NUMERAL, SIDES, roman_value
from provenance.names.comparing.initials import NameLetter
from provenance.names.comparing.latin_variants import is_latin
from provenance.names.comparing.tables import FoldedTables, fold_tables
from provenance.names.comparing.words import NameWord, word_similarity
from provenance.names.sounds.phonetics import skeleton_of
from provenance.names.sounds.romanise import RomanWord, romanise

SMALL = frozenset(
    "the of and for in on at to de la le les des du der die das und et y e fi s a an do da dos das del di "
    "della delle dei degli van voor och og va wa i im imeni so called aka fka by its with named after".split()
)
_PASSED_OVER = SMALL | ARTICLES
_TIES = frozenset("van von der den de di da".split())
"""Small words that are part of a family's name where a name begins with them: Van der Bilt."""
_NAMED_AFTER = re.compile(r"\b(?:named (?:after|by|for)|imeni|імені|имени|im\.)\s+(?:the )?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b", re.IGNORECASE)
_ELISION = re.compile(r"(?<=\s)(?:d|dell|all|nell|sull)['\u2019](?=\w)", re.IGNORECASE)
"""Italian and French small words that are written to the next word: Banca d'Italia."""
_LETTERS_BEFORE = re.compile(r"^(?:[A-Za-z]\.\s?){2,5}(?=[A-Za-z]{3})")
"""J.P. Morgan, J. P. Morgan."""
_MOST_BEHIND_LETTERS = 3
"""Words of a name up to which letters at its start are its own, not those of whom it is named after."""
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\w.*[(\[]\s*([^()\[\]]{2,80}?)\s*[)\]]\s*$", re.DOTALL)
_WHICH = frozenset(
    "council command committee faction fraction wing branch section tendency office official provisional"
    " continuity real historic historical leadership central democratic revolutionary reformed renewed"
    " original majority minority unified united moderate radical old new left right".split()
)
"""Words of a bracket that says which of several bodies of one name it is."""
_UNITS = {"bn": "battalion", "bde": "brigade", "brig": "brigade", "regt": "regiment", "div": "division"}
"""Words for units of an army, cut short."""
_TENS = {
    "twentieth": "20", "thirtieth": "30", "fortieth": "40", "fiftieth": "50", "sixtieth": "60",
    "seventieth": "70", "eightieth": "80", "ninetieth": "90", "hundredth": "100",
}  # fmt: skip
_LETTER_OF_PATRON = 0.05
"""Of the initials of whom a body is named after."""
_MOST_LETTERS = 5
"""Of an acronym in a bracket of a name in capitals."""
_MOST_TOGETHER = 3
_TOGETHER = 0.9
_NUMBER = re.compile("[0-9]{1,3}")
"""Values of number words that a name may count with."""
_ADJECTIVE = re.compile("sk(?:ii|iy|yi|ij|yy|ogo|oho|oi|oy|oe|oye|aya|aia|aja|ie|iye)$")
_SHORT_ADJECTIVE = 6
"""Letters up to which a word is not taken for an adjective of a place: Muromskii, of Murom."""
_LONGEST = 24
"""Words of an organisation's name that are compared."""
_SHORT_FORM = 4
"""Letters up to which a legal form counts only at the ends of a name."""
_HOLDERS = frozenset("group holding holdings company co corp corporation".split())
"""Legal forms that are also said of what a body is."""
_LOWER_CASE = 0.15
"""What is left of the weight of a word in lower case beside capitals: the powerful Badr Organization."""
_TEAMS = frozenset("woman women men lady ladies girl boy youth junior juniors under senior".split())
"""Words that make another body of one: Chelsea, Chelsea Women."""
_DIRECTIONS = {
    **dict.fromkeys(("north", "northern"), "north"),
    **dict.fromkeys(("south", "southern"), "south"),
    **dict.fromkeys(("east", "eastern"), "east"),
    **dict.fromkeys(("west", "western"), "west"),
}


@frozen
class OrganizationName:
    """`content`: the distinctive words; `heads`: what sort of body; each in order.

    `countries`: ISO codes named, also by adjective; two with a slash where a word stands for either.
    `numbers`: as digits. `acronym`: lower case, or "". `letters`: first letter of every word and whether an
    acronym may leave it out. `words`: all of them in order, lower case; `printed`: as they stand. `rarities`:
    0..1 for each word of content, how much it tells. `sides`: compass words and the like. `initials`: of
    every word, what acronyms are made of. `content_places`, `head_places`: places of the words of content
    and heads. `is_capitals`: is the name written in capitals only? `which`: what a last bracket says of
    which of several bodies it is, lower case, or ""; behind = where that is a state. `forms`: legal forms as
    words, lower case. `is_latin`: in Latin letters only? `original`: the whole name where it is in other
    letters; else "". `is_bare`: are all words in consonants?
    """

    content: tuple[NameWord, ...]
    heads: tuple[NameWord, ...]
    countries: frozenset[str]
    numbers: frozenset[str]
    acronym: str
    letters: tuple[tuple[str, bool], ...]
    words: tuple[str, ...] = ()
    rarities: tuple[float, ...] = ()
    sides: frozenset[str] = frozenset()
    initials: tuple[NameLetter, ...] = ()
    printed: tuple[str, ...] = ()
    content_places: tuple[int, ...] = ()
    head_places: tuple[int, ...] = ()
    is_capitals: bool = False
    which: str = ""
    forms: frozenset[str] = frozenset()
    is_latin: bool = True
    original: str = ""
    is_bare: bool = False

    @property
    def is_empty(self) -> bool:
        """Is there nothing to compare?"""
        return not (self.content or self.heads or self.countries or self.numbers or self.acronym)


@lru_cache(maxsize=1 << 13)
def parse_organization(name: str, knowledge: Knowledge) -> OrganizationName:
    """The parts of `name`; empty only where it has no letters or digits."""
    plain = _ELISION.sub("", _POSSESSIVE.sub("", name))
    if len(plain.split()) <= _MOST_BEHIND_LETTERS:
        plain = _LETTERS_BEFORE.sub(_joined_letters, plain)
    words = list(romanise(plain))[:_LONGEST]
    patron = _NAMED_AFTER.search(plain)
    after = len(romanise(plain[: patron.start()])) if patron else _LONGEST
    parsed = _Parser(words, after, fold_tables(knowledge), body_tables(knowledge)).parse()
    in_latin = all([is_latin(letter) for letter in name])
    which = _which(name, body_tables(knowledge)) if name[-1:] in ")]" else ""
    return evolve(parsed, which=which, is_latin=in_latin, original="" if in_latin else name)


def written_together(a: OrganizationName, b: OrganizationName) -> tuple[OrganizationName, OrganizationName]:
    """Both, with the words of one as one word where the other writes them so: Hezbollah of two in Arabic."""
    if a.is_latin == b.is_latin:
        return a, b
    short, full = (a, b) if a.is_latin else (b, a)
    if len(short.words) != 1 or not 2 <= len(full.words) <= _MOST_TOGETHER:
        return a, b
    if not full.is_bare:
        return a, b
    joined = NameWord(" ".join(full.printed), "".join(full.words), True)
    if word_similarity(NameWord(short.printed[0], short.words[0]), joined) < _TOGETHER:
        return a, b
    full = _as_one_word(full, joined)
    short = _as_one_word(short, NameWord(short.printed[0], short.words[0]))
    return (short, full) if a.is_latin else (full, short)


def _as_one_word(name: OrganizationName, word: NameWord) -> OrganizationName:
    none: frozenset[str] = frozenset()
    return evolve(
        name,
        content=(word,),
        content_places=(0,),
        rarities=(1.0,),
        heads=(),
        head_places=(),
        acronym="",
        countries=none,
        numbers=none,
        sides=none,
    )


def _joined_letters(found: re.Match[str]) -> str:
    """JP Morgan."""
    return re.sub(r"[.\s]", "", found[0]) + " "


def _which(name: str, bodies: BodyTables) -> str:
    """What a last bracket says of which body it is; not its letters, legal form, country or other name."""
    found = _LAST_BRACKET.search(name)
    if found is None:
        return ""
    words = [word.text.lower() for word in romanise(found[1])]
    if not words or bodies.forms.find(words):
        return ""
    if (
        len(words) == 1
        and (found[1].istitle() or len(found[1]) > _MOST_LETTERS)
        and bodies.nations.find(words)
    ):
        return f"={words[0]}"
    if bodies.nations.find(words):
        return ""
    is_written_small = not found[1][:1].isupper() and not name.islower()
    is_letters = len(words) == 1 and (is_written_small or found[1].isupper())
    if is_letters and name.isupper():
        is_letters = len(found[1]) <= _MOST_LETTERS
    if is_letters or (len(words) > 1 and _WHICH.isdisjoint(words)):
        return ""
    return " ".join(words)


class _Parser:
    """One name on its way: every word's place goes to the one part that claims it first."""

    def __init__(self, words: list[RomanWord], after: int, tables: FoldedTables, bodies: BodyTables) -> None:
        self.words, self.after, self.tables, self.bodies = words, after, tables, bodies
        self.texts = [word.text.lower() for word in words]
        self.forms = self._find_forms()
        first = next((p for p, text in enumerate(self.texts) if text not in _TIES), len(words))
        self.small = {p for p, text in enumerate(self.texts) if text in _PASSED_OVER and p >= first}
        self.nations = self._find_nations()
        self.numbers = _find_numbers(words, tables)
        self.content: list[tuple[int, NameWord]] = []
        self.heads: list[tuple[int, NameWord]] = []
        self.sides: set[str] = set()
        self.english = [""] * len(words)
        self.has_capitals = any(word.text[:1].isupper() for word in words)
        upper = [word.text for word in words if len(word.text) > 3]
        self.is_capitals = bool(upper) and all(text.isupper() for text in upper)

    def parse(self) -> OrganizationName:
        self._read_words()
        if not self.content and not self.nations:
            self.content, self.heads = [self._own_word(*one) for one in self.heads], []
        if not self.content and not self.nations and not self.numbers:
            self.content = [
                (place, NameWord(word.text, word.text.lower(), word.is_vowelless))
                for place, word in enumerate(self.words)
            ]
        folded = {word.folded for _, word in self.content}
        if folded & {"foreign", "interior"} or {"internal", "affair"} <= folded:  # the Foreign Ministry
            self.content = [one for one in self.content if one[1].folded != "affair"] or self.content
        if {"internal", "affair"} <= folded:
            self.content = [
                (place, evolve(word, folded="interior") if word.folded == "internal" else word)
                for place, word in self.content
            ]
        optional = self.small | set(self.forms)
        return OrganizationName(
            tuple(word for _, word in self.content),
            tuple(word for _, word in self.heads),
            frozenset(self.nations.values()),
            frozenset(self.numbers.values()),
            _acronym(self.words, self.forms, self.small),
            tuple((text[0], place in optional) for place, text in enumerate(self.texts)),
            tuple(self.texts),
            tuple(self._rarity(place, word) for place, word in self.content),
            frozenset(self.sides),
            tuple(
                NameLetter(
                    text, place in optional or text in TRANSPARENT or len(text) == 1, self.english[place]
                )
                for place, text in enumerate(self.texts)
            ),
            tuple(word.text for word in self.words),
            tuple(place for place, _ in self.content),
            tuple(place for place, _ in self.heads),
            self.is_capitals,
            forms=self._said_forms(),
            is_bare=all([word.is_vowelless for word in self.words]),
        )

    def _own_word(self, place: int, word: NameWord) -> tuple[int, NameWord]:
        """Al-Hayat, a newspaper: with the article and nothing more, a word is no body's kind."""
        text = self.texts[place]
        is_alone = len(self.heads) == 1 and word.has_article and not self.words[place].is_vowelless
        return place, evolve(word, folded=text) if is_alone and not self.numbers else word

    def _rarity(self, place: int, word: NameWord) -> float:
        rarity = self.bodies.rarity_of(word.folded)
        is_lower = self.has_capitals and self.words[place].text.islower() and not word.is_vowelless
        if is_lower and word.folded in self.bodies.common:
            return rarity * _LOWER_CASE
        if place >= self.after:
            return _LETTER_OF_PATRON if len(word.folded) == 1 else rarity / 2
        return rarity

    def _find_forms(self) -> dict[int, str]:
        """Places of legal forms, unless nothing else would be left."""
        found = self.bodies.forms.find(self.texts)
        long_forms = [skeleton_of(text) for text in self.texts] if len(self.texts) > 1 else []
        found = found | self.tables.spelt_forms.find(long_forms)
        for place in [place for place in found if self.texts[place] in _HOLDERS]:
            neighbours = {place - 1, place + 1} & found.keys()
            if self.texts[place] not in ("co", "corp") and not neighbours:
                del found[place]
        first = next((place for place in range(len(self.texts)) if place not in found), 0)
        last = next((place for place in range(len(self.texts))[::-1] if place not in found), 0)
        inner = [p for p in found if first < p < last and self._is_short_form(p, found)]
        for place in inner:
            del found[place]
        return found if len(found) < len(self.texts) else {}

    def _said_forms(self) -> frozenset[str]:
        """Each word of the legal forms, and neighbours of single letters together: s p a."""
        texts = [self.texts[place] for place in sorted(self.forms)]
        return frozenset(texts) | {" ".join(text for text in texts if len(text) == 1)}

    def _is_short_form(self, place: int, found: dict[int, str]) -> bool:
        is_single = place - 1 not in found and place + 1 not in found
        return is_single and len(self.texts[place]) <= _SHORT_FORM and not self.words[place].text.isupper()

    def _find_nations(self) -> dict[int, str]:
        found = self.bodies.nations.find(self.texts)
        return {
            place: code
            for place, code in found.items()
            if place not in self.forms and (self.texts[place] != "us" or self.words[place].text.isupper())
        }

    def _read_words(self) -> None:
        phrases = self.bodies.phrases.find(self.texts) | self.bodies.places.find(self.texts)
        before = ""
        for place, word in enumerate(self.words):
            taken = place in self.forms or place in self.nations or place in self.small
            if taken or place in self.numbers:
                before = ""
                self.english[place] = self.texts[place]
                continue
            phrase = phrases.get(place, "")
            if phrase and phrase == before:
                continue  # the phrase was read at its first word
            before = phrase if place + 1 in phrases else ""
            self._read_word(place, word, phrase)

    def _read_word(self, place: int, word: RomanWord, phrase: str) -> None:
        english = phrase or self._english(word)
        if english.startswith("="):
            self.nations[place] = english[1:]
            return
        self.english[place] = " ".join(map(plain_english, english.split()))
        has_article = place > 0 and self.texts[place - 1] in ARTICLES
        for part in english.split():
            if part in SMALL and part != self.texts[place]:
                continue
            folded = plain_english(part)
            compared = NameWord(
                word.text, folded, word.is_vowelless and part == self.texts[place], has_article
            )
            if folded in _DIRECTIONS or folded in SIDES or folded in _TEAMS:
                self.sides.add(_DIRECTIONS.get(folded, folded))
            else:
                is_head = folded in self.bodies.heads
                (self.heads if is_head else self.content).append((place, compared))

    def _english(self, word: RomanWord) -> str:
        text = word.text.lower()
        text = ABBREVIATIONS.get(text) or _UNITS.get(text, text)
        meaning = self.bodies.meaning_of(text)
        if meaning and (not meaning.is_abbreviation or word.text.isupper()):
            return meaning.english
        text = _ADJECTIVE.sub("sk", text) if len(text) > _SHORT_ADJECTIVE else text
        return self.tables.english_of(text) if not word.is_vowelless else text


def _acronym(words: Sequence[RomanWord], forms: dict[int, str], small: set[int]) -> str:
    """P.M.F., PMF: capitals only, in one word or letter by letter, but for article and legal form."""
    texts = [word.text for word in words if not word.is_syllable]
    if len(texts) > 1 and all(len(text) == 1 and text.isupper() for text in texts):
        return "".join(texts).lower()
    texts = [
        word.text
        for place, word in enumerate(words)
        if not word.is_syllable and place not in forms and not (place == 0 and word.text.lower() == "the")
    ]
    if len(texts) > 2 and all(len(text) == 1 and text.isupper() for text in texts):
        return "".join(texts).lower()
    if len(texts) == 1 and re.fullmatch("[A-Z]{2,7}", texts[0]):
        return texts[0].lower()
    return ""


def _find_numbers(words: list[RomanWord], tables: FoldedTables) -> dict[int, str]:
    """Place → number in digits: 17th, seventeen, XVII; not where the name is nothing but a number."""
    if len(words) < 2:
        return {}
    found = {place: _number(word, tables) for place, word in enumerate(words) if place}
    found[0] = _number(words[0], tables) if len(words[0].text) > 1 or words[0].text.isdigit() else ""
    return {place: number for place, number in found.items() if number}


def _number(word: RomanWord, tables: FoldedTables) -> str:
    ordinal = _ORDINAL.fullmatch(word.text)
    if ordinal:
        return ordinal[1].lstrip("0") or "0"
    text = word.text.lower()
    if len(text) > 1 and ROMAN_NUMERAL.fullmatch(text.upper()) and not word.is_syllable:
        return str(roman_value(text.upper()))
    number = _TENS.get(text) or tables.numbers.get(text, "")
    return number if text not in _UNITS and _NUMBER.fullmatch(number) else ""
