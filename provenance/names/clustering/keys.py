"""Cheap keys that names of the same one share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.foreign_letters import foreign_acronyms
from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.compare import alternatives
from provenance.names.comparing.disguises import has_strangers, readings
from provenance.names.comparing.initials import Initials
from provenance.names.comparing.organization_name import OrganizationName, parse_organization
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.phonetics import skeleton_of, sound_of
from provenance.names.sounds.romanise import LONGEST_NAME

WEAK = ("one ", "loose ", "nation ")
"""How keys begin that many names of other ones share as well: their pairs come after all others."""
_FIRM = str.maketrans({**dict.fromkeys("tdszSTD", "T"), **dict.fromkeys("bp", "P")})
"""Sounds that few romanisations change for those of another class."""
_SOFT = re.compile("[^TPlmnr]")
_MOST_OPTIONAL = 4
"""Small words of an organisation's name, up to which all ways are tried to leave some out of its acronym."""
_LONGEST_ACRONYM = 6
_THROAT = re.compile("^kh")
_HALF = re.compile("^abd(?=[a-z]{3})|(?<=[a-z]{3})(?:[aeiou]?l?(?:lah|d?din|d?deen|d?dine)|i?ullah)$")
"""The half of a compound name that other spellings of it may lack."""


def blocking_keys(name: str, kind: str, knowledge: Knowledge) -> frozenset[str]:
    """Keys of a name, which romanisation does not touch. Names that share one are worth a comparison.

    Those of what it looks like are among them.
    """
    keys: set[str] = set()
    for part in (part for read in readings(name[:LONGEST_NAME]) for part in alternatives(read)):
        if kind == "person":
            keys |= _person_keys(part, knowledge)
        else:
            keys |= _body_keys(parse_organization(part, knowledge), body_tables(knowledge).initials)
    return frozenset(keys)


def person_sounds(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """What a person's words sound like; none where sounds alone do not tell that two names are two."""
    if has_strangers(name) or len(alternatives(name[:LONGEST_NAME])) > 1:
        return ()
    words = parse_person(name[:LONGEST_NAME], knowledge).words
    return () if any(word.is_vowelless for word in words) else tuple(sound_of(word.folded) for word in words)


def _person_keys(name: str, knowledge: Knowledge) -> set[str]:
    """Two words' skeletons, all words' skeletons, and one skeleton with the other's first letter."""
    words = parse_person(name, knowledge).words
    keys = _keys_of_words(words)
    if any(word.tie for word in words):  # Ben Salah, Bensalah
        keys |= _keys_of_words([evolve(word, folded=word.tie + word.folded) for word in words])
    if any(word.has_article for word in words):  # el-Behairy, Elbehairy
        keys |= _keys_of_words(
            [evolve(word, folded="al" + word.folded) if word.has_article else word for word in words]
        )
    if any(_HALF.search(word.folded) for word in words):  # Khayr al-Din, Khair; Abd al-Latif, Latif
        keys |= _keys_of_words(
            [evolve(word, folded=_HALF.sub("", word.folded) or word.folded) for word in words]
        )
    if any(word.folded.startswith("kh") for word in words):  # Khalid, Halid
        keys |= _keys_of_words([evolve(word, folded=_THROAT.sub("h", word.folded)) for word in words])
    skeletons = [word.skeleton for word in words]
    for place, glued in enumerate(_glued(words)):  # Mohammad Saleh Jokar, Mohammadsaleh Jokar
        others = skeletons[:place] + skeletons[place + 2 :]
        keys.update("two " + " ".join(sorted((glued, other))) for other in others)
    return keys | _loose_keys(words, 2, 2)


def _keys_of_words(words: Sequence[NameWord]) -> set[str]:
    skeletons = [word.skeleton for word in words]
    keys = {"all " + "".join(skeletons), "all " + "".join(sorted(skeletons))}
    keys.update("two " + " ".join(sorted(pair)) for pair in combinations(skeletons, 2))
    keys.update(
        f"one {skeleton} {word.folded[0]}"
        for i, skeleton in enumerate(skeletons)
        for j, word in enumerate(words)
        if i != j and len(skeleton) > 2
    )
    return keys


def _glued(words: Sequence[NameWord]) -> list[str]:
    """Skeletons of each word written together with the next."""
    return [skeleton_of(a.folded + b.folded) if not a.is_vowelless else "" for a, b in pairwise(words)]


def _loose_keys(words: Sequence[NameWord], most: int, least: int) -> set[str]:
    """Of at least so many firm sounds of one or two words, which languages do not swap: Gleb, Hleb Dryl."""
    firm = [_SOFT.sub("", sound_of(word.folded).translate(_FIRM)) for word in words]
    long = [re.sub(r"(.)\1+", r"\1", sounds) for sounds in firm]
    return {
        "loose " + " ".join(sorted(chosen))
        for chosen in combinations(long, min(most, len(words)))
        if sum(map(len, chosen)) >= least
    }


def _body_keys(name: OrganizationName, initials: Initials) -> set[str]:
    words = name.content + name.heads
    skeletons = [word.skeleton for word in words]
    keys = {"all " + "".join(skeletons)}
    keys.update("one " + word.skeleton for word in name.content if len(word.skeleton) > 1)
    keys.update("one " + glued for glued in _glued(name.content) if len(glued) > 1)
    keys.update("two " + " ".join(sorted(pair)) for pair in combinations(skeletons, 2))
    keys.update("nation " + code for code in name.countries)
    keys.update(f"of {code} {skeleton}" for code in name.countries for skeleton in skeletons)
    keys.update("letters " + word.folded for word in words if _is_like_acronym(word))
    keys |= _loose_keys(name.content, 1, 3)
    if name.acronym:
        keys.add("letters " + name.acronym)
    elif len(name.letters) == len(words) == 1:
        keys.add("letters " + words[0].folded)
    elif len(name.letters) > 1:
        keys.update("letters " + letters for letters in _acronyms(name.letters))
        keys.update("letters " + letters for letters in _windows(name.letters))
        keys.update("letters " + letters for letters in foreign_acronyms(name.initials, initials))
    return keys


def _is_like_acronym(word: NameWord) -> bool:
    """RSB-Group, JSC IMZ: a few capitals beside other words."""
    return (
        word.printed.isupper()
        and word.printed == word.folded.upper()
        and 2 < len(word.folded) <= _LONGEST_ACRONYM
    )


def _windows(letters: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """First letters of some neighbouring words, which an acronym may be made of as well."""
    needed = "".join(letter for letter, is_optional in letters if not is_optional)
    for size in range(3, _LONGEST_ACRONYM + 1):
        for start in range(len(needed) - size + 1):
            yield needed[start : start + size]


def _acronyms(letters: Sequence[tuple[str, bool]]) -> Iterable[str]:
    """What the first letters spell with and without those that may be left out."""
    if sum(is_optional for _, is_optional in letters) > _MOST_OPTIONAL:
        return {
            "".join(letter for letter, _ in letters),
            "".join(letter for letter, is_optional in letters if not is_optional),
        }
    choices = [(letter, "") if is_optional else (letter,) for letter, is_optional in letters]
    return {"".join(chosen) for chosen in product(*choices)} - {""}
