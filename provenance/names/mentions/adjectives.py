"""Adjectives of peoples, creeds and directions in front of names: which belong to them."""

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import BUSINESS
from provenance.names.mentions.words import Word, is_common

_NOUNS_AND_ADJECTIVES = tuple(
    "ary tion ist ists ment ical ional ial ics logy graphy ture ering ers istic nomic tific ology".split()
)
"""Ends of words that are no proper names."""


def is_adjective(word: Word, knowledge: Knowledge) -> bool:
    """Iraqi, Shiite, South: of a people, creed or direction."""
    plain = word.plain
    if plain in knowledge.demonyms or plain in knowledge.groups:
        return True
    if "-" not in plain:
        return False
    return all(p in knowledge.demonyms or p in knowledge.groups for p in plain.split("-"))


def keeps_adjective(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """Afghan Security Forces, Pakistani Taliban, Islamic State; not Qatari Lusail TV, Russian Sergei X."""
    rest = words[1:]
    whole = " ".join(w.plain for w in words)
    if whole in knowledge.countries or whole in knowledge.places:
        return True
    if all(is_adjective(w, knowledge) for w in rest):
        return True
    if len(rest) == 1 and words[0].plain in knowledge.given_names and _may_be_surname(rest[0], knowledge):
        return True  # Karen Larsen
    if rest[0].plain in knowledge.given_names and rest[0].plain not in knowledge.places and len(rest) > 1:
        return False
    if len(rest) == 1:
        return not (rest[0].is_acronym or rest[0].plain in knowledge.surnames)
    return all(_is_generic(w, knowledge) for w in rest) or words[0].plain in knowledge.groups


def _may_be_surname(word: Word, knowledge: Knowledge) -> bool:
    """A known surname, or a word of which nothing is known."""
    if word.is_acronym or not word.is_capital or is_common(word.plain, knowledge):
        return False
    if word.plain in knowledge.surnames:
        return True
    return not (
        word.plain in knowledge.organization_heads
        or word.plain in knowledge.organization_words
        or word.plain in knowledge.place_words
        or word.plain in knowledge.event_words
        or word.plain in knowledge.places
        or word.plain in knowledge.countries
        or word.plain in BUSINESS
    )


def _is_generic(word: Word, knowledge: Knowledge) -> bool:
    plain = word.plain
    return (
        not word.is_capital
        or is_common(plain, knowledge)
        or plain in knowledge.organization_words
        or plain in knowledge.organization_heads
        or is_adjective(word, knowledge)
        or plain in knowledge.place_words
        or plain.endswith(_NOUNS_AND_ADJECTIVES)
        or plain in BUSINESS
    )
