"""The body of an office that a text names elsewhere: its chief executive, the town's mayor, the force."""

import re

from provenance.claims.hosts import Host, name_after
from provenance.claims.phrases import Phrase, names_in, phrase_at
from provenance.claims.reading import Reading, Sentence
from provenance.model.annotations import ResolvedMention
from provenance.model.names import EntityKind

_OWN = re.compile(r"\b(?P<own>its|their|whose)\s(?:[\w-]{1,20}\s){0,3}\Z", re.IGNORECASE)
_NOUN_OWN = re.compile(
    r"\b(?:the|this|that)\s(?P<noun>(?:[a-z][a-z-]{1,20}\s){0,2}[a-z][a-z-]{2,20})['\u2019]s?\s(?:[\w-]{1,20}\s){0,3}\Z",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|at|for|in)\s(?=the\s|an?\s|its\s|his\s|her\s|their\s)")
_PLACES = frozenset(
    "town city village country state nation province region district county municipality island republic "
    "kingdom emirate territory capital borough canton department".split()
)
"""Nouns that stand for a place named before."""
_BODIES = frozenset(
    "firm company group bank club team party movement union league association federation agency authority "
    "ministry institute university school college hospital newspaper paper magazine broadcaster "
    "charity church "
    "organisation organization council committee board body court army navy force service lender "
    "maker carrier "
    "airline retailer fund foundation trust society academy museum orchestra theatre front "
    "coalition alliance".split()
)
"""Nouns that stand for a body named before."""
_SENTENCES_BACK = 2


def body_before(reading: Reading, sentence: Sentence, at: int) -> Host | None:
    """Of the title at `at`, the body that "its", "whose" or "the firm's" right before it stands for."""
    before = reading.text[max(sentence.start, at - 80) : at]
    if own := _OWN.search(before):
        start = at - len(before) + own.start()
        if own["own"].lower() == "whose":
            return _last_named(reading, sentence, start)
        return _topic(reading, sentence, start, (EntityKind.ORGANIZATION, EntityKind.PLACE))
    if noun := _NOUN_OWN.search(before):
        start = at - len(before) + noun.start("noun")
        return meant(reading, sentence, noun["noun"], start, at)
    return None


def body_after(reading: Reading, sentence: Sentence, end: int) -> Host | None:
    """What a title that ends at `end` is said to be of: a body named, or described: of the peace force."""
    of = _OF.match(reading.text, end, sentence.end)
    if of is None:
        return None
    found = phrase_at(reading, sentence, of.end(), names_in(reading, sentence))
    if found is None or found.kind is EntityKind.PERSON:
        return None
    if found.name:
        return host_of(found)
    return meant(reading, sentence, found.text, found.start, found.end)


def host_of(found: Phrase) -> Host:
    """A thing as what an office is of: the name's entity, or words alone where a part of it is meant."""
    entity = None if found.noun else found.entity
    return Host(found.text if found.noun else found.name, found.start, found.end, entity, found.is_inferred)


def body_of_name(reading: Reading, sentence: Sentence, person: ResolvedMention) -> Host | None:
    """Mayor X of A: what stands right behind the name."""
    of = re.compile(r"\s(?:of|from)\s(?:the\s)?").match(reading.text, person.span.end, sentence.end)
    if of is None:
        return None
    found = name_after(reading, sentence, of.end())
    return found if found and found.start == of.end() else None


def meant(reading: Reading, sentence: Sentence, noun: str, start: int, end: int) -> Host | None:
    """The body named before for which a noun stands, else the noun itself."""
    last = noun.rsplit(maxsplit=1)[-1].lower()
    kinds = (EntityKind.PLACE,) if last in _PLACES else (EntityKind.ORGANIZATION,) if last in _BODIES else ()
    if kinds and (topic := _topic(reading, sentence, start, kinds)):
        return topic
    return Host(noun.lower(), start, end, None)


def _topic(reading: Reading, sentence: Sentence, before: int, kinds: tuple[EntityKind, ...]) -> Host | None:
    """The first name of those kinds in the sentence before `before`, bodies first; else the last of earlier
    sentences."""
    index = reading.sentence_index(sentence)
    for back in range(_SENTENCES_BACK + 1):
        if back > index:
            break
        if back == 0 and (told := _described(reading, sentence, before)):
            return told
        for kind in kinds:
            held = [
                m for m in reading.sentences[index - back].mentions if m.kind is kind and m.span.end <= before
            ]
            if held:
                m = held[0]
                return Host(m.text, m.span.start, m.span.end, m.entity, True)
        if back == 0 and (unmarked := _unmarked(reading, sentence, before)):
            return unmarked
    return None


def _described(reading: Reading, sentence: Sentence, before: int) -> Host | None:
    """A part of a named whole that opens the sentence: the orchestra of A played under its conductor."""
    found = phrase_at(reading, sentence, sentence.start, names_in(reading, sentence))
    is_part = found is not None and found.noun and found.end <= before and found.noun.split()[-1] in _BODIES
    return host_of(found) if found and is_part else None


def _unmarked(reading: Reading, sentence: Sentence, before: int) -> Host | None:
    """A capitalised name nobody marked, that opens the sentence."""
    for one in names_in(reading, sentence):
        if one.entity is None and one.end <= before and one.start <= sentence.start + 5:
            return Host(one.text, one.start, one.end, None, True)
    return None


def _last_named(reading: Reading, sentence: Sentence, before: int) -> Host | None:
    held = [one for one in names_in(reading, sentence) if one.end <= before]
    if not held or held[-1].kind is EntityKind.PERSON:
        return None
    return Host(held[-1].text, held[-1].start, held[-1].end, held[-1].entity, True)
