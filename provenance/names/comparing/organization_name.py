"""An organisation's name taken apart: what is distinctive, what is head word, form or country."""

import re
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import TRANSPARENT, BodyTables, body_tables
from provenance.names.comparing.body_words import (
    FORM,
    NATION,
    PHRASE,
    PLACE,
    SPELT_FORM,
    KnownWord,
    known_word,
    read_meaning,
)
from provenance.names.comparing.grammar import ARTICLES
from provenance.names.comparing.initials import NameLetter
from provenance.names.comparing.latin_variants import is_latin
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord, word_similarity
from provenance.names.sounds.romanise import RomanWord, romanise

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
_LAST_BRACKET = re.compile(r"\w.*[(\[]\s*([^()\[\]]{2,80}?)\s*[)\]]\s*$", re.DOTALL)
_WHICH = frozenset(
    "council command committee faction fraction wing branch section tendency office official provisional"
    " continuity real historic historical leadership central democratic revolutionary reformed renewed"
    " original majority minority unified united moderate radical old new left right".split()
)
"""Words of a bracket that says which of several bodies of one name it is."""
_LETTER_OF_PATRON = 0.05
"""Of the initials of whom a body is named after."""
_MOST_LETTERS = 5
"""Of an acronym in a bracket of a name in capitals."""
_MOST_TOGETHER = 3
_TOGETHER = 0.9
_LONGEST = 24
"""Words of an organisation's name that are compared."""
_SHORT_FORM = 4
"""Letters up to which a legal form counts only at the ends of a name."""
_HOLDERS = frozenset("group holding holdings company co corp corporation".split())
"""Legal forms that are also said of what a body is."""
_ACRONYM = re.compile("[A-Z]{2,7}")
_LOWER_CASE = 0.15
"""What is left of the weight of a word in lower case beside capitals: the powerful Badr Organization."""


@frozen(slots=False)
class OrganizationName:
    """`content`: the distinctive words; `heads`: what sort of body; each in order.

    `countries`: ISO codes named, also by adjective; two with a slash where a word stands for either.
    `numbers`: as digits. `acronym`: lower case, or "". `optional`: places of words that an acronym may leave
    out. `words`: all of them in order, lower case; `printed`: as they stand. `rarities`: 0..1 for each of
    content, how much it tells. `sides`: compass words and the like. `english`: what every word stands
    for, "" where the one before it says so. `content_places`, `head_places`: places of the words of content
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
    optional: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()
    rarities: tuple[float, ...] = ()
    sides: frozenset[str] = frozenset()
    english: tuple[str, ...] = ()
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

    @cached_property
    def letters(self) -> tuple[tuple[str, bool], ...]:
        """First letter of every word and whether an acronym may leave it out."""
        return tuple([(text[0], place in self.optional) for place, text in enumerate(self.words)])

    @cached_property
    def initials(self) -> tuple[NameLetter, ...]:
        """Of every word, what acronyms are made of."""
        return tuple(
            [
                NameLetter(text, place in self.optional or text in TRANSPARENT or len(text) == 1, english)
                for place, (text, english) in enumerate(zip(self.words, self.english, strict=True))
            ]
        )


@lru_cache(maxsize=1 << 13)
def parse_organization(name: str, knowledge: Knowledge) -> OrganizationName:
    """The parts of `name`; empty only where it has no letters or digits."""
    plain = name
    if "'" in name or "\u2019" in name:
        plain = _ELISION.sub("", _POSSESSIVE.sub("", name))
    if "." in plain and len(plain.split()) <= _MOST_BEHIND_LETTERS:
        plain = _LETTERS_BEFORE.sub(_joined_letters, plain)
    words = romanise(plain)[:_LONGEST]
    patron = _NAMED_AFTER.search(plain) if _may_be_named(plain.lower()) else None
    after = len(romanise(plain[: patron.start()])) if patron else _LONGEST
    which = _which(name, body_tables(knowledge)) if name[-1:] in ")]" else ""
    original = "" if name.isascii() or all([is_latin(letter) for letter in name]) else name
    return _Parser(words, after, knowledge).parse(which, original)


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


def _may_be_named(lower: str) -> bool:
    """May _NAMED_AFTER stand in it? Looks only for a part of it."""
    return "im" in lower or "named" in lower or "им" in lower or "ім" in lower


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

    def __init__(self, words: Sequence[RomanWord], after: int, knowledge: Knowledge) -> None:
        self.words, self.after = words, after
        self.tables = fold_tables(knowledge)
        self.bodies = body_tables(knowledge)
        self.known = [known_word(one.text, one.is_vowelless, one.is_syllable, knowledge) for one in words]
        self.texts = tuple([one.text for one in self.known])
        self.begins = 0
        for one in self.known:
            self.begins |= one.begins
        self.forms = self._find_forms() if self.begins & (FORM | SPELT_FORM) else {}
        first = next((p for p, text in enumerate(self.texts) if text not in _TIES), len(words))
        self.small = {place for place, one in enumerate(self.known) if one.is_small and place >= first}
        self.nations = self._find_nations() if self.begins & NATION else {}
        self.numbers = self._find_numbers()
        self.content: list[tuple[int, NameWord]] = []
        self.heads: list[tuple[int, NameWord]] = []
        self.sides: set[str] = set()
        self.english = [""] * len(words)

    def parse(self, which: str, original: str) -> OrganizationName:
        """The parts; what they say of the whole name is given."""
        self._read_words()
        if not self.content and not self.nations:
            self.content, self.heads = [self._own_word(*one) for one in self.heads], []
        if not self.content and not self.nations and not self.numbers:
            self.content = [
                (place, NameWord(word.text, word.text.lower(), word.is_vowelless))
                for place, word in enumerate(self.words)
            ]
        self._read_affairs()
        has_capitals = any([one.is_capital for one in self.known])
        long = [one.is_upper for one in self.known if len(one.text) > 3]
        return OrganizationName(
            tuple([word for _, word in self.content]),
            tuple([word for _, word in self.heads]),
            frozenset(self.nations.values()),
            frozenset(self.numbers.values()),
            _acronym(self.words, self.forms),
            frozenset(self.small.union(self.forms)),
            self.texts,
            tuple([self._rarity(place, word, has_capitals) for place, word in self.content]),
            frozenset(self.sides),
            tuple(self.english),
            tuple([word.text for word in self.words]),
            tuple([place for place, _ in self.content]),
            tuple([place for place, _ in self.heads]),
            bool(long) and all(long),
            which,
            self._said_forms() if self.forms else frozenset(("",)),
            not original,
            original,
            all([word.is_vowelless for word in self.words]),
        )

    def _read_affairs(self) -> None:
        """The Foreign Ministry, the Ministry of Foreign Affairs; of Internal Affairs, of the Interior."""
        folded = {word.folded for _, word in self.content}
        if "affair" not in folded:
            return
        if not folded.isdisjoint(("foreign", "interior", "internal")):
            self.content = [one for one in self.content if one[1].folded != "affair"] or self.content
        if "internal" in folded:
            self.content = [
                (place, evolve(word, folded="interior") if word.folded == "internal" else word)
                for place, word in self.content
            ]

    def _own_word(self, place: int, word: NameWord) -> tuple[int, NameWord]:
        """Al-Hayat, a newspaper: with the article and nothing more, a word is no body's kind."""
        text = self.texts[place]
        is_alone = len(self.heads) == 1 and word.has_article and not self.words[place].is_vowelless
        return place, evolve(word, folded=text) if is_alone and not self.numbers else word

    def _rarity(self, place: int, word: NameWord, has_capitals: bool) -> float:
        rarity = self.bodies.rarity_of(word.folded)
        is_lower = has_capitals and self.known[place].is_lower and not word.is_vowelless
        if is_lower and word.folded in self.bodies.common:
            return rarity * _LOWER_CASE
        if place >= self.after:
            return _LETTER_OF_PATRON if len(word.folded) == 1 else rarity / 2
        return rarity

    def _find_forms(self) -> dict[int, str]:
        """Places of legal forms, unless nothing else would be left."""
        texts = self.texts
        found = self.bodies.forms.find(texts) if self.begins & FORM else {}
        if self.begins & SPELT_FORM and len(texts) > 1:
            found |= self.tables.spelt_forms.find([one.skeleton for one in self.known])
        for place in [place for place in found if texts[place] in _HOLDERS]:
            neighbours = {place - 1, place + 1} & found.keys()
            if texts[place] not in ("co", "corp") and not neighbours:
                del found[place]
        others = [place for place in range(len(texts)) if place not in found]
        if not others:
            return {}
        inner = [p for p in found if others[0] < p < others[-1] and self._is_short_form(p, found)]
        for place in inner:
            del found[place]
        return found

    def _said_forms(self) -> frozenset[str]:
        """Each word of the legal forms, and neighbours of single letters together: s p a."""
        texts = [self.texts[place] for place in sorted(self.forms)]
        return frozenset(texts) | {" ".join(text for text in texts if len(text) == 1)}

    def _is_short_form(self, place: int, found: dict[int, str]) -> bool:
        is_single = place - 1 not in found and place + 1 not in found
        return is_single and len(self.texts[place]) <= _SHORT_FORM and not self.known[place].is_upper

    def _find_nations(self) -> dict[int, str]:
        return {
            place: code
            for place, code in self.bodies.nations.find(self.texts).items()
            if place not in self.forms and (self.texts[place] != "us" or self.known[place].is_upper)
        }

    def _find_numbers(self) -> dict[int, str]:
        """Place → number in digits: 17th, seventeen, XVII; not where the name is nothing but a number."""
        found = {place: one.number for place, one in enumerate(self.known) if one.number}
        if not found or len(self.known) < 2:
            return {}
        if len(self.texts[0]) == 1 and not self.texts[0].isdigit():
            found.pop(0, None)
        return found

    def _read_words(self) -> None:
        phrases: dict[int, str] = {}
        if self.begins & (PHRASE | PLACE):
            phrases = self.bodies.phrases.find(self.texts) | self.bodies.places.find(self.texts)
        taken = self.nations.keys() | self.forms.keys() | self.numbers.keys() | self.small
        before = ""
        for place, known in enumerate(self.known):
            if place in taken:
                before = ""
                self.english[place] = known.text
                continue
            phrase = phrases.get(place, "")
            if phrase and phrase == before:
                continue  # the phrase was read at its first word
            before = phrase if place + 1 in phrases else ""
            self._read_word(place, known, phrase)

    def _read_word(self, place: int, known: KnownWord, phrase: str) -> None:
        meaning = known.meaning
        has_article = place > 0 and self.texts[place - 1] in ARTICLES
        if phrase or (has_article and meaning.text[:1] != "="):
            word = self.words[place]
            english = phrase or meaning.source
            meaning = read_meaning(word.text, english, word.is_vowelless, has_article, self.bodies)
        if meaning.text.startswith("="):
            self.nations[place] = meaning.text[1:]
            return
        self.english[place] = meaning.text
        self.content += [(place, word) for word in meaning.content]
        self.heads += [(place, word) for word in meaning.heads]
        self.sides.update(meaning.sides)


def _acronym(words: Sequence[RomanWord], forms: Container[int]) -> str:
    """P.M.F., PMF: capitals only, in one word or letter by letter, but for article and legal form."""
    texts = [word.text for word in words if not word.is_syllable]
    if len(texts) > 1 and all([len(text) == 1 and text.isupper() for text in texts]):
        return "".join(texts).lower()
    texts = [
        word.text
        for place, word in enumerate(words)
        if not word.is_syllable and place not in forms and not (place == 0 and word.text.lower() == "the")
    ]
    if len(texts) == 1 and _ACRONYM.fullmatch(texts[0]):
        return texts[0].lower()
    if len(texts) > 2 and all([len(text) == 1 and text.isupper() for text in texts]):
        return "".join(texts).lower()
    return ""
