"""Which forms of one name are two spellings of it, and which only say more or less of it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity, EntityKind, NameVariant
from provenance.model.spans import Span
from provenance.model.spellings import Spelling
from provenance.names.comparing.acronyms import acronym_letters, is_acronym
from provenance.names.comparing.organization_name import parse_organization
from provenance.names.comparing.person_name import title_words
from provenance.names.sounds.phonetics import sound_similarity
from provenance.names.sounds.romanise import romanise
from provenance.text.folding import APOSTROPHES
from provenance.text.scripts import main_script

LEAST_LETTERS, LEAST_SOUND = 0.66, 0.7
"""Likeness of letters or of sounds, 0..1, from which two words of one entity's names are one word in two
spellings: center and centre share two letters of three, Kyiv and Kiev sound alike. Chosen, not measured."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
_TO_ONE = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_ARTICLES = frozenset(("the", "a", "an"))


def find_inconsistent(entities: Sequence[Entity], knowledge: Knowledge) -> tuple[Spelling, ...]:
    """Of each source and entity the spellings, if there are several; by source, entity and spelling."""
    found: list[Spelling] = []
    for entity in entities:
        if len(entity.variants) < 2:
            continue
        known = [variant.text for variant in entity.variants]
        in_source: dict[str, dict[NameVariant, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for variant in entity.variants:
            for span in variant.mentions:
                in_source[span.source_id][variant].append(span)
        for source, places in sorted(in_source.items()):
            forms = {variant.text: variant for variant in places}
            for group in group_spellings(list(forms), entity.kind, knowledge, known):
                found += [
                    Spelling(source, entity.key, forms[text].key, text, tuple(sorted(places[forms[text]])))
                    for text in group
                ]
    return tuple(sorted(found, key=lambda one: (one.source, one.entity, one.text)))


def group_spellings(
    forms: Sequence[str], kind: EntityKind, knowledge: Knowledge, known: Sequence[str] = ()
) -> list[tuple[str, ...]]:
    """Groups of two forms and more, each in another spelling than another one of its group.

    `known`: all forms of the entity. A group and the groups are in alphabetical order.
    """
    group_of = {form: {form} for form in forms}
    for a, b in combinations(sorted(set(forms)), 2):
        if is_other_spelling(a, b, kind, knowledge, known):
            joined = group_of[a] | group_of[b]
            group_of.update(dict.fromkeys(joined, joined))
    groups = {tuple(sorted(group)) for group in group_of.values() if len(group) > 1}
    return sorted(groups)


def is_other_spelling(
    a: str, b: str, kind: EntityKind, knowledge: Knowledge, known: Sequence[str] = ()
) -> bool:
    """Are two forms of one entity's name one form, spelled in two ways? Symmetric.

    No: what differs in capitals only; a part of the other (surname or given name alone, initials, without a
    title or an article); an acronym and its name; two parts of a longer form in `known`; the name of a state
    and its adjective; another script; another language (Banco de, Bank of); another legal form (GmbH, AG);
    another name altogether.
    """
    first, second = _plain(a), _plain(b)
    if first == second or main_script(a) != main_script(b):
        return False
    if is_acronym(a) or is_acronym(b):
        return is_acronym(a) and is_acronym(b) and acronym_letters(a) == acronym_letters(b)
    ours, theirs = _words(a, kind, knowledge), _words(b, kind, knowledge)
    if "".join(ours) == "".join(theirs):
        return ours != theirs or _bare(first, ours) != _bare(second, theirs)
    if _is_part(ours, theirs) or _is_part(theirs, ours):
        return False
    if kind is EntityKind.ORGANIZATION and _is_other_body_or_language(a, b, knowledge):
        return False
    wholes = [_words(one, kind, knowledge) for one in known]
    are_parts_of_one = any(_is_part(ours, whole) and _is_part(theirs, whole) for whole in wholes)
    return not are_parts_of_one and _has_word_spelled_otherwise(ours, theirs, knowledge)


def _is_other_body_or_language(a: str, b: str, knowledge: Knowledge) -> bool:
    """Has each a legal form, and another; or each small words, one English ones, the other none of them?"""
    first, second = parse_organization(a, knowledge), parse_organization(b, knowledge)
    ours, theirs = (parsed.forms - {""} for parsed in (first, second))
    if ours and theirs and not ours & theirs:
        return True
    small = [
        {letter.text for letter in parsed.initials if letter.is_optional} - parsed.forms
        for parsed in (first, second)
    ]
    english = [bool(words & knowledge.function_words) for words in small]
    return all(small) and english[0] is not english[1]


def _plain(name: str) -> str:
    """In lower case, with one sort of apostrophe and of hyphen."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_TO_ONE).casefold().split())


@lru_cache(maxsize=1 << 12)
def _words(name: str, kind: EntityKind, knowledge: Knowledge) -> tuple[str, ...]:
    """Words in lower case without possessives, titles of people and English articles; never none."""
    every = [_POSSESSIVE.sub("", word) for word in _WORD.findall(_plain(name))]
    titles = title_words(knowledge) if kind is EntityKind.PERSON else _ARTICLES
    begin = next((place for place, word in enumerate(every) if word not in titles), 0)
    return tuple(every[begin:]) or (_plain(name),)


def _bare(plain: str, words: Sequence[str]) -> str:
    """What stands from the first of the words on, with its hyphens: al-Ameri, al Ameri."""
    text = plain[max(plain.find(words[0]), 0) :]
    return text.removesuffix("'s").removesuffix("'").replace(".", "")


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Do the words stand in the other, in their order, an initial for any word that it begins?"""
    at = 0
    for word in long:
        if at < len(short) and (short[at] == word or (len(short[at]) == 1 and word.startswith(short[at]))):
            at += 1
    return at == len(short)


def _has_word_spelled_otherwise(a: Sequence[str], b: Sequence[str], knowledge: Knowledge) -> bool:
    """Is a word that only one of them has like a word that only the other has?"""
    ours = [word for word in a if word not in b]
    theirs = [word for word in b if word not in a]
    return any(_is_alike(x, y, knowledge) for x in ours for y in theirs)


def _is_alike(x: str, y: str, knowledge: Knowledge) -> bool:
    if {x, y} == {"&", "and"}:
        return True
    if min(len(x), len(y)) < 2 or _state_of(x, knowledge) == _state_of(y, knowledge) != "":
        return False
    if Levenshtein.normalized_similarity(x, y) >= LEAST_LETTERS:
        return True
    translations = knowledge.organization_translations
    if translations.get(x, x) == translations.get(y, y):
        return False
    roman = ["".join(word.text for word in romanise(one)).lower() for one in (x, y)]
    return all(roman) and sound_similarity(*roman) >= LEAST_SOUND


def _state_of(word: str, knowledge: Knowledge) -> str:
    return knowledge.countries.get(word) or knowledge.demonyms.get(word) or ""
