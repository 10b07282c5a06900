"""An organisation's name taken apart: what is distinctive, what is head word, form or country."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from attrs import evolve, field, frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_names import find_known_body
from provenance.names.comparing.body_reading import BodyReader
from provenance.names.comparing.body_tables import TRANSPARENT, BodyTables, body_tables
from provenance.names.comparing.initials import NameLetter
from provenance.names.comparing.latin_variants import is_latin
from provenance.names.comparing.tables import fold_tables
from provenance.names.comparing.words import NameWord, word_similarity
from provenance.names.sounds.romanise import fold_texts, romanise

_NAMED_AFTER = re.compile(r"\b(?:named (?:after|by|for)|imeni|імені|имени|im\.)\s+(?:the )?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(r"[afn]\.?k\.?a\.?(?::\s*|\s+)(?=\w)", re.IGNORECASE)
"""Also, formerly, now known as."""
_KNOWN_AS = tuple("aAfFnN")
_ELISION = re.compile(r"(?<=\s)(?:d|dell|all|nell|sull)['\u2019](?=\w)", re.IGNORECASE)
"""Italian and French small words that are written to the next word: Banca d'Italia."""
_LETTERS_BEFORE = re.compile(r"^(?:[A-Za-z]\.\s?){2,5}(?=[A-Za-z]{3})")
"""J.P. Morgan, J. P. Morgan."""
_MOST_BEHIND_LETTERS = 3
"""Words of a name up to which letters at its start are its own, not those of whom it is named after."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
_CODE = re.compile("[A-Z]{2}")
_WHICH = frozenset(
    "council command committee faction fraction wing branch section tendency office official provisional"
    " continuity real historic historical leadership central democratic revolutionary reformed renewed"
    " original majority minority unified united moderate radical old new left right".split()
)
"""Words of a bracket that says which of several bodies of one name it is."""
_MOST_LETTERS = 5
"""Of an acronym in a bracket of a name in capitals."""
_MOST_TOGETHER = 3
_TOGETHER = 0.9
_LONGEST = 24
"""Words of an organisation's name that are compared."""
_GENERIC = 0.4
"""Rarity up to which a word is one that many bodies have."""
_HEAD, _LEAST_HEAD = 0.35, 0.12
_LONG = 5


Weighed = tuple[NameWord, float]
"""A word, and how much it tells, 0..1."""


@frozen(slots=False)
class OrganizationName:
    """`content`: the distinctive words; `heads`: what sort of body; each in order.

    `countries`: ISO codes named, also by adjective; two with a slash where a word stands for either.
    `numbers`: as digits. `acronym`: lower case, or "". `optional`: places of words that an acronym may leave
    out. `words`: all of them in order, lower case; `printed`: as they stand. `rarities`: 0..1 for each of
    content, how much it tells. `sides`: compass words and the like. `english`: what every word stands
    for, "" where the one before it says so. `content_places`, `head_places`: places of the words of content
    and heads. `is_capitals`: is the name written in capitals only? `which`: what a last bracket says of
    which of several bodies it is, lower case, or ""; where that is a place, = before a state's code, ~ before
    the name of a part of a state, @ before that of a town. `forms`: legal forms as
    words, lower case. `is_latin`: in Latin letters only? `original`: the whole name where it is in other
    letters; else "". `is_bare`: are all words in consonants? `known_as`: English name of the well-known body
    that the whole name stands for, or "".
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
    known_as: str = ""
    weighed: tuple[Sequence[Weighed], Sequence[Weighed]] = field(init=False, repr=False, eq=False)
    """Words that many bodies have, head words among them, and the distinctive ones."""
    may_hold_letters: bool = field(init=False, repr=False, eq=False)
    """May one of the words be an acronym?"""

    @property
    def is_empty(self) -> bool:
        """Is there nothing to compare?"""
        return not (self.content or self.heads or self.countries or self.numbers or self.acronym)

    @weighed.default
    def _weigh(self) -> tuple[Sequence[Weighed], Sequence[Weighed]]:
        generic: list[Weighed] = []
        distinct: list[Weighed] = []
        for one in zip(self.content, self.rarities, strict=True):
            (distinct if one[1] > _GENERIC or len(one[0].folded) == 1 else generic).append(one)
        generic += [(word, _LEAST_HEAD if word.folded in TRANSPARENT else _HEAD) for word in self.heads]
        return generic, distinct

    @may_hold_letters.default
    def _has_capitals(self) -> bool:
        if not self.is_capitals:
            return any([text.isupper() and len(text) > 1 for text in self.printed])
        return any([len(text) < _LONG for text in self.printed])

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
    plain = _SAID_BEFORE.sub("", name) if name[:1] in _KNOWN_AS else name
    plain = plain.replace("\u2019\u2018", "\u2019 \u2018")
    if "'" in name or "\u2019" in name:
        plain = _ELISION.sub("", _POSSESSIVE.sub("", plain))
    if "." in plain and len(plain.split()) <= _MOST_BEHIND_LETTERS:
        plain = _LETTERS_BEFORE.sub(_joined_letters, plain)
    words = romanise(plain)[:_LONGEST]
    patron = _NAMED_AFTER.search(plain) if _may_be_named(plain.lower()) else None
    after = len(romanise(plain[: patron.start()])) if patron else _LONGEST
    which = _which(name, knowledge) if ")" in name or "]" in name else ""
    original = "" if name.isascii() or all([is_latin(letter) for letter in name]) else name
    reader = BodyReader(words, after, knowledge)
    reader.read()
    return OrganizationName(
        tuple([word for _, word in reader.content]),
        tuple([word for _, word in reader.heads]),
        frozenset(reader.nations.values()),
        frozenset(reader.numbers.values()),
        reader.acronym,
        frozenset(reader.small.union(reader.forms)),
        reader.texts,
        reader.rarities(),
        frozenset(reader.sides),
        tuple(reader.english),
        tuple([word.text for word in words]),
        tuple([place for place, _ in reader.content]),
        tuple([place for place, _ in reader.heads]),
        reader.is_capitals,
        which,
        reader.said_forms(),
        not original,
        original,
        all([word.is_vowelless for word in words]),
        find_known_body(reader, knowledge),
    )


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


def _which(name: str, knowledge: Knowledge) -> str:
    """What a bracket says of which body it is: a last one, or one before the legal form only, or a place's
    name; not its letters, legal form or other name.
    """
    bodies = body_tables(knowledge)
    for found in reversed(list(_BRACKET.finditer(name))):
        if not romanise(name[: found.start()]):
            continue
        behind = [word.text.lower() for word in romanise(name[found.end() :])]
        is_last = len(bodies.forms.find(behind)) == len(behind)
        said = _which_place(found[1].strip(), bool(behind) and is_last, knowledge)
        if not said and is_last:
            said = _which_wing(found[1].strip(), name, bodies)
        if said:
            return said
    return ""


def _which_place(said: str, is_before_form: bool, knowledge: Knowledge) -> str:
    """Of a state, a part of one, or a town. `is_before_form`: two capitals are a state's code: (HK) Ltd."""
    bodies = body_tables(knowledge)
    words = [word.text.lower() for word in romanise(said)]
    text = " ".join([word for word in words if word != "the"])
    states = bodies.nations.find(words)
    if states and len(states) == len([word for word in words if word != "the"]) and said != "us":
        return "=" + "/".join(sorted(set(states.values())))
    if is_before_form and _CODE.fullmatch(said) and said in bodies.states:
        return f"={said}"
    part = fold_parts(knowledge).get(text, "") if len(text) > _MOST_LETTERS or said.istitle() else ""
    if part:
        return f"~{part}"
    text = bodies.places.values.get(text, text)
    return f"@{text}" if text in fold_tables(knowledge).places and not said.islower() else ""


def _which_wing(said: str, name: str, bodies: BodyTables) -> str:
    words = [word.text.lower() for word in romanise(said)]
    if not words or bodies.forms.find(words) or bodies.nations.find(words):
        return ""
    is_written_small = not said[:1].isupper() and not name.islower()
    is_letters = len(words) == 1 and (is_written_small or said.isupper())
    if is_letters and name.isupper():
        is_letters = len(said) <= _MOST_LETTERS
    if is_letters or (len(words) > 1 and _WHICH.isdisjoint(words)):
        return ""
    return " ".join(words)


@lru_cache(maxsize=16)
def fold_parts(knowledge: Knowledge) -> dict[str, str]:
    """Name of a part of a federal state → its code."""
    folded = fold_texts(knowledge.regions)
    return {folded[name]: code for name, code in knowledge.regions.items()}
