"""What is compared of a name: names of one form compare alike with all others."""

from collections.abc import Callable, Hashable
from operator import attrgetter

from attrs import fields

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import alternatives
from provenance.names.comparing.disguises import has_strangers
from provenance.names.comparing.organization_name import OrganizationName, parse_organization
from provenance.names.comparing.person_name import PersonName, parse_person
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import LONGEST_NAME


def _told_by(kind: type, *but: str) -> Callable[[object], object]:
    """Of a thing of this kind, all that makes it equal to another, `but` left out."""
    return attrgetter(*(one.name for one in fields(kind) if one.eq and one.name not in but))


_OF_WORD = _told_by(NameWord, "printed")
_OF_PERSON = _told_by(PersonName, "words")
_OF_BODY = _told_by(OrganizationName, "content", "heads")


def compared_form(name: str, kind: str, knowledge: Knowledge) -> Hashable:
    """Two names of one kind and form are compared alike: O'Brien, Pat and Pat OBrien, but not PAT O'BRIEN.

    Whether all or no letters of a word are capitals belongs to the form; letters of other scripts inside
    words make a name a form of its own.
    """
    if has_strangers(name):
        return name
    parts = alternatives(name[:LONGEST_NAME])
    if kind == "person":
        persons = [parse_person(part, knowledge) for part in parts]
        if not all([person.words for person in persons]):
            return name
        return tuple([(tuple(map(_plain, person.words)), _OF_PERSON(person)) for person in persons])
    bodies = [parse_organization(part, knowledge) for part in parts]
    if any([body.is_empty for body in bodies]):
        return name
    words = [(tuple(map(_plain, body.content)), tuple(map(_plain, body.heads))) for body in bodies]
    return tuple(words), tuple(map(_OF_BODY, bodies))


def _plain(word: NameWord) -> tuple[object, ...]:
    case = "x" if word.printed.islower() else "X" if word.printed.isupper() else "Xx"
    return case, _OF_WORD(word)
