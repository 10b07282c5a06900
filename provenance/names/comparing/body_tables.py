"""The word lists in the form in which names of bodies and places are read."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.latin_variants import is_latin
from provenance.names.comparing.phrases import Phrases
from provenance.names.comparing.tables import fold_tables, normal_spelling
from provenance.names.sounds.romanise import fold_texts, romanise_once

_SHARED_NAMES = {
    "KP/KR": "korea korean koreans",
    "CD/CG": "congo congolese",
    "DM/DO": "dominican dominicans",
    "VG/VI": "virgin islander",
}
"""Names and adjectives that two countries share."""
_SHORTEST_STEM = 4
_LONGEST_CODE = 5
"""Letters up to which a name of a region may be an abbreviation."""
_LONGEST_ENDING = 5
_ENDINGS = ("esk", "sk", "iesk")
"""Beginnings of longer endings of words: mekhanich-eskogo."""
_SMALL = frozenset("the of and for in on to at against with from by a an".split())
"""Words that acronyms in English leave out."""
_COMMON = 0.6
_GENERIC = 0.35
_LETTER = 0.25
_SHORT = 0.7
_TRANSPARENT = 0.12

TRANSPARENT = frozenset(
    "organization organisation group movement party company co corporation corp association agency firm "
    "inc ltd limited llc plc enterprise holding alliance "
    "republic society joint stock concern unitary budgetary cooperation "
    "institution private open closed".split()
)
"""Head words that say only what sort of body it is: Badr, the Badr Organization."""


class BodyWord(NamedTuple):
    """What a word of a body's name stands for. `english`: words, one space between, or "=" and a country.

    `language`: of the word. `is_abbreviation`: counts only where it is written in capitals.
    """

    english: str
    language: str = ""
    is_abbreviation: bool = False


@frozen(eq=False)
class BodyTables:
    """`forms`: legal forms. `nations`: names of countries and their people → ISO code. `phrases`, `words`:
    phrase or word → its meaning; `stems`: beginnings of such words, in `stems_by_start` the longest first.
    `places`: other name of a place → that to compare by. `heads`: words that head a body's name. `generic`:
    words that many bodies have. `common`: words and names that are no body's own. `initials`: English words →
    language → first letters of their words in it. `months`: their names, in several languages. `towns`: names
    of places in one word. `states`: ISO codes. `foreign`: names of places that are so only in other letters
    than Latin ones. `lettered`: first letters of well-known bodies →
    their names, as `body_key` gives them. All in lower case without marks.
    """

    forms: Phrases
    nations: Phrases
    phrases: Phrases
    words: Mapping[str, BodyWord]
    stems: Mapping[str, BodyWord]
    stems_by_start: Mapping[str, Sequence[str]]
    places: Phrases
    heads: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    initials: Mapping[str, Mapping[str, frozenset[str]]]
    months: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    lettered: Mapping[str, frozenset[str]] = field(factory=dict, repr=False)
    _rarities: dict[str, float] = field(factory=dict, init=False, repr=False)

    def meaning_of(self, word: str) -> BodyWord | None:
        """Of one word, by its beginning where it is none of the listed ones."""
        found = self.words.get(word)
        if found is None:
            for stem in self.stems_by_start.get(word[:_SHORTEST_STEM], ()):
                ending = word[len(stem) :]
                if word.startswith(stem) and (len(ending) <= _LONGEST_ENDING or ending.startswith(_ENDINGS)):
                    return self.stems[stem]
        return found

    def rarity_of(self, word: str) -> float:
        """How much a word tells of whom it names, 0..1: of many bodies, of the language, of one."""
        found = self._rarities.get(word)
        if found is None:
            found = self._rarities[word] = self._weigh(word)
        return found

    def _weigh(self, word: str) -> float:
        if word in TRANSPARENT:
            return _TRANSPARENT
        if word in self.heads or word in self.generic:
            return _GENERIC
        if len(word) == 1:
            return _LETTER
        if word in self.common:
            return _COMMON
        return _SHORT if len(word) < 4 and word.isascii() else 1.0


@lru_cache(maxsize=16)
def body_tables(knowledge: Knowledge) -> BodyTables:
    """The tables that names of bodies and places need."""
    words, stems, nations = _read_words(knowledge)
    folded = fold_texts(knowledge.place_names)
    places = {}
    latin = set(fold_texts([*knowledge.places, *knowledge.place_names.values()]).values())
    for name, other in knowledge.place_names.items():
        if other[:1] != "=" and folded[name] in latin and not all([is_latin(letter) for letter in name]):
            continue  # what Lomé is called in Japanese is Rome in Latin letters
        if other[:1] == "=":
            nations[folded[name]] = other[1:]
        else:
            places[folded[name]] = other
    for names in (knowledge.demonyms, knowledge.countries):
        folded = fold_texts(names)
        nations |= {folded[name]: code for name, code in names.items()}
    for code, shared in _SHARED_NAMES.items():
        nations |= {name: code for name in shared.split() if name in nations}
    places = _resolved(places)
    heads = {plain_english(word) for word in fold_texts(knowledge.organization_words).values()}
    generic = {word for meaning in (*words.values(), *stems.values()) for word in meaning.english.split()}
    tables = fold_tables(knowledge)
    listed = " ".join(tables.given_names | tables.places | set(fold_texts(knowledge.common_words).values()))
    return BodyTables(
        forms=Phrases(dict.fromkeys(sorted(fold_texts(knowledge.legal_forms).values()), "")),
        nations=Phrases(nations),
        phrases=Phrases({phrase: meaning.english for phrase, meaning in words.items() if " " in phrase}),
        words=words,
        stems=stems,
        stems_by_start=_by_start(stems),
        places=Phrases(places),
        heads=frozenset(heads) | TRANSPARENT,
        generic=frozenset(map(plain_english, generic)),
        common=frozenset(listed.split()),
        initials=_initials(words, stems),
        months=_months(knowledge),
        towns=_towns(tables.places, fold_texts(knowledge.regions).values(), places),
        foreign=_foreign(knowledge),
        states=frozenset(knowledge.countries.values()),
        lettered=_lettered([*knowledge.organizations, *knowledge.body_names.values()]),
    )


def _towns(listed: Iterable[str], regions: Iterable[str], others: Mapping[str, str]) -> frozenset[str]:
    names = [*listed, *(name for name in regions if len(name) > _LONGEST_CODE)]
    return frozenset(name for name in (others.get(name, name) for name in names) if " " not in name)


def body_key(words: Iterable[str]) -> str:
    """What two ways to write a well-known body's name share. `words`: in lower case without marks."""
    return " ".join([plain_english(word) for word in words if word not in _SMALL])


def _lettered(names: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in fold_texts([name.replace("'s ", " ").replace("s' ", " ") for name in names]).values():
        words = [word for word in name.split() if word != "the"]
        telling = [word for word in words if word not in _SMALL]
        if len(telling) > 1:
            for read in (words, telling):
                found.setdefault("".join([word[0] for word in read]), set()).add(body_key(words))
    return {letters: frozenset(known) for letters, known in found.items()}


def _foreign(knowledge: Knowledge) -> frozenset[str]:
    """Rome is Lomé in Japanese, Mari is Mali; not in Latin letters."""
    listed = {**dict.fromkeys((*knowledge.demonyms, *knowledge.countries), ""), **knowledge.place_names}
    folded = fold_texts(listed)
    latin = {folded[name] for name in listed if all([is_latin(letter) for letter in name])}
    return frozenset(folded[name] for name in listed) - latin


def _months(knowledge: Knowledge) -> frozenset[str]:
    foreign = (key.split(" ", 2) for key in knowledge.foreign)
    named = [word for _, kind, word in foreign if kind == "month"]
    return frozenset(fold_texts([*knowledge.months, *named]).values())


def plain_english(word: str) -> str:
    """American spelling without plural s; a corps is no corporation."""
    return word if word == "corps" else normal_spelling(word)


def fold_phrase(phrase: str) -> str:
    """In lower-case Latin letters, one space between the words."""
    return " ".join([word.text.lower() for word in romanise_once(phrase)])


def _read_words(
    knowledge: Knowledge,
) -> tuple[dict[str, BodyWord], dict[str, BodyWord], dict[str, str]]:
    """Words, stems, and names of countries in other languages."""
    own = set(fold_texts(knowledge.organization_words).values())
    translations = fold_texts(knowledge.organization_translations)
    words = {
        translations[word]: BodyWord(english)
        for word, english in knowledge.organization_translations.items()
        if translations[word] not in own
    }
    stems: dict[str, BodyWord] = {}
    nations: dict[str, str] = {}
    read = fold_texts([key.rstrip("*") for key in knowledge.body_words])
    for key, value in knowledge.body_words.items():
        language, _, english = value.partition(" ")
        folded = read[key.rstrip("*")]
        if not folded or (language != "en" and folded in own):
            continue
        if key.endswith("*") and len(folded) >= _SHORTEST_STEM:
            stems[folded] = BodyWord(english, language.rstrip("."), language.endswith("."))
        elif english.startswith("="):
            nations[folded] = english[1:]
        else:
            words[folded] = BodyWord(english, language.rstrip("."), language.endswith("."))
    return words, stems, nations


def _by_start(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for stem in sorted(stems, key=lambda stem: (-len(stem), stem)):
        start = stem[:_SHORTEST_STEM]
        found[start] = (*found.get(start, ()), stem)
    return found


def _resolved(places: Mapping[str, str]) -> dict[str, str]:
    """Each name's last: Aden, Afina → Athens; of those in a circle the first by letters."""
    others = fold_texts(places.values())
    folded = {name: others[english] for name, english in places.items() if name}
    final = {}
    for name in sorted({*folded, *others.values()}):
        last = folded.get(name, name)
        final[name] = _last_name(name, folded) if last in folded else last
    return {name: last for name, last in final.items() if last}


def _last_name(name: str, places: Mapping[str, str]) -> str:
    seen = [name]
    while places.get(seen[-1], seen[-1]) not in seen:
        seen.append(places[seen[-1]])
    circle = seen[seen.index(places.get(seen[-1], seen[-1])) :]
    return min(circle)


def _initials(
    words: Mapping[str, BodyWord], stems: Mapping[str, BodyWord]
) -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for table in (words, stems):
        for word, meaning in table.items():
            if meaning.language in ("", "en") or meaning.english[:1] == "=" or " " in word:
                continue
            known = frozenset((word if meaning.is_abbreviation else word[0],))
            for english in {meaning.english, meaning.english.removeprefix("science ")}:
                letters = found.setdefault(english, {})
                letters[meaning.language] = letters.get(meaning.language, known) | known
    return found
