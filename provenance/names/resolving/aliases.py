"""What the text itself says of names: X (Y), X [Y], X, or Y, X, also known as Y."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from provenance.model.knowledge import Knowledge
from provenance.model.names import AliasForm, EntityKind, Mention, StatedAlias
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym, spells_name
from provenance.names.mentions.words import plain_word
from provenance.names.order import mention_order

_QUOTE = "[\u201c\u201d\"'\u2018\u2019\u201e\u00ab\u00bb]"
_OPEN = re.compile(
    rf"(?:\s[a-z]{{2,14}})?\s?(?P<open>[(\[])\s?(?P<lead>(?:or|aka|a\.k\.a\.|also|formerly|previously|now|then|"
    rf"known as|also known as|better known as|formerly known as|in short|the)\s(?:the\s)?)?{_QUOTE}?"
)
_CLOSE = re.compile(rf"{_QUOTE}?\s?(?P<more>[)\]]|[/,;]\s|\s/\s|\sor\s)")
_BETWEEN_ALIASES = re.compile(rf"{_QUOTE}?(?:\s?/\s?|,?\sor\s){_QUOTE}?")
_KNOWN_AS = re.compile(
    rf"(?:\b(?:(?:also|better|commonly|formerly|previously|widely|popularly|locally|officially|otherwise|now|"
    rf"sometimes|then|once|simply)\s)?(?:known|referred\sto|rebranded|renamed)(?:\s(?:simply|collectively|locally|"
    rf"in\s[A-Z][a-z]+))?\sas|\balias|\baka|\ba\.k\.a\.|\bnicknamed|\bdubbed|\balso\scalled|\bformerly(?:\scalled)?|"
    rf"\bwhose\sreal\sname\s(?:is|was)|\bwho\s(?:uses|used)\sthe\sname|\bwho\s(?:goes|went)\sby(?:\sthe\sname(?:\sof)?)?|"
    rf"\b(?:abbreviated|shortened)\s(?:as|to)|\bin\sshort|\b(?:uses?|using|bears?|shares?)\sthe\s(?:letters|initials|acronym|abbreviation)|"
    rf"\balso\s(?:abbreviated|shortened)(?:\s(?:as|to))?|\b(?:under|by|with|uses|used|using)\s(?:the|his|her|a|their)\s"
    rf"(?:nom\sde\sguerre|pen\sname|stage\sname|nickname|code\sname|pseudonym|alias)(?:\sof)?,?|\bnom\sde\sguerre,?|"
    rf"\b(?:also|sometimes|otherwise|variously|often|occasionally)\s(?:spelled|spelt|written|transliterated|"
    rf"transcribed|rendered)(?:\sas)?|\b(?:spelled|spelt)\sas|"
    rf"\b(?:write|writes|wrote|spell|spells|spelled|render|renders)\s(?:his|her)\s(?:full\s|own\s)?name(?:\sas)?|"
    rf"\bwhose\sname\s(?:is|was)\s(?:also\s|often\s|sometimes\s)?(?:written|spelled|spelt)(?:\sas)?|"
    rf"\bborn|\bnée)\s(?:the\s)?{_QUOTE}?$"
)
_AS_KNOWN = re.compile(
    r",\sas\s(?:he|she)\s(?:is|was)\s(?:(?:better|also|commonly|widely|popularly|universally|generally)\s)?"
    r"(?:known|called)\b"
)
_TO_OTHERS = re.compile(
    r"\sto\s(?:(?:his|her|their)\s(?:[a-z]+\s(?:and\s)?){0,2}?[a-z]+s|family|friends|fans|voters|supporters|colleagues|"
    r"everyone|everybody|most|many|all)\b"
)
"""Behind what some call a person: Al Stone to his friends."""
_SET_OFF = re.compile(r",?\s[\u2013\u2014-]{1,2}\s?|\u2014|\s\(|,\s")
_AS_THEY_ARE = re.compile(r"(?:\s[a-z]{3,14})?,\sas\s(?:the\s)?")
_ARE_KNOWN = re.compile(
    r"\s(?:is|are|was|were)\s(?:(?:better|also|commonly|widely|popularly|locally|generally|otherwise)\s)?"
    r"(?:known|called|referred\sto|named)\b"
)
_OR = re.compile(r",\sor\s(?:the\s)?")
_ENDS = (",", ".", ";", ":", ")", "")
"""What stands behind the letters in "X, or Y,"."""
_LOCATIVE = re.compile(r"\b(?:in|at|near|from|across|of|by|outside)\s(?:the\s)?$")
_INNER = re.compile(r"\s(?:of|in|at|for|under)\s(?:the\s)?|['\u2019]s\s")
"""Behind what a body's name says whose it is."""
_CUE_REACH = 60
"""Code points before a name in which "also known as" may stand."""
_LONG_NAME = 3
"""Words of a body's name that a single word in brackets may be short for, at least."""
_BEGINNING = 3
"""Letters of a word that its short form may hold."""
_SENTENCE_REACH = 240
"""Code points that an alias may stand behind its name, other words between."""
_STOP = re.compile(r"(?<![A-Z])[.!?\u2026]\s|\n")
_PEOPLE_CUES = ("born", "née")


def find_aliases(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> list[StatedAlias]:
    """Pairs of mentions that a text says are one, by span. A name given as its own alias is kept.

    Both are names of one kind. What merely stands in brackets (a place's country, a player's club, a news
    agency behind a dateline, a year) is no alias.
    """
    found: list[StatedAlias] = []
    for source_id, ours in groupby(
        sorted(mentions, key=mention_order), key=lambda mention: mention.span.source_id
    ):
        listed = list(ours)
        brackets = _find_brackets(texts[source_id], listed, knowledge)
        found += brackets
        found += _find_or(texts[source_id], listed)
        found += _find_as_known(texts[source_id], listed)
        found += _find_in_other_words(texts[source_id], listed)
        found += _find_known_as(texts[source_id], listed, {alias.alias: alias.name for alias in brackets})
    return sorted(set(found))


def _find_brackets(text: str, mentions: list[Mention], knowledge: Knowledge) -> list[StatedAlias]:
    found: list[StatedAlias] = []
    owner: Mention | None = None
    for before, after in pairwise(mentions):
        gap = text[before.span.end : after.span.start]
        opening = _OPEN.fullmatch(gap) if len(gap) <= _CUE_REACH else None
        if opening:
            owner = before
        elif (
            owner is None
            or not _BETWEEN_ALIASES.fullmatch(gap)
            or not found
            or found[-1].alias != before.span
        ):
            owner = None
            continue
        closing = _CLOSE.match(text, after.span.end)
        lead = (opening["lead"] or "").strip() if opening else "or"
        if not closing or not _is_alias(owner, after, opening["open"] if opening else "(", lead, knowledge):
            continue
        is_short = spells_name(after.text, owner.text) or spells_name(owner.text, after.text)
        form = AliasForm.ABBREVIATION if is_short else AliasForm.BRACKET
        if "known as" in lead:
            form = AliasForm.KNOWN_AS
        end = closing.end() if closing["more"] in ")]" else after.span.end
        span = Span(owner.span.source_id, owner.span.start, end)
        found.append(StatedAlias(span, owner.span, after.span, form))
    return found


def _find_or(text: str, mentions: list[Mention]) -> list[StatedAlias]:
    """The Coastal Fishing Union, or CFU, …: letters that the name before explains."""
    found = []
    for name, alias in pairwise(mentions):
        is_set_off = (
            _OR.fullmatch(text, name.span.end, alias.span.start)
            and text[alias.span.end : alias.span.end + 1] in _ENDS
        )
        if is_set_off and name.kind is alias.kind and spells_name(alias.text, name.text):
            span = Span(name.span.source_id, name.span.start, alias.span.end)
            found.append(StatedAlias(span, name.span, alias.span, AliasForm.ABBREVIATION))
    return found


def _find_as_known(text: str, mentions: list[Mention]) -> list[StatedAlias]:
    """Hemedti, as he is known, …: the last full name before, of a person."""
    found = []
    for place, alias in enumerate(mentions):
        if alias.kind is not EntityKind.PERSON or not _AS_KNOWN.match(text, alias.span.end):
            continue
        people = (m for m in reversed(mentions[:place]) if m.kind is EntityKind.PERSON)
        name = next(people, None)
        if name and " " in name.text and alias.span.start - name.span.end <= _SENTENCE_REACH:
            span = Span(name.span.source_id, name.span.start, alias.span.end)
            found.append(StatedAlias(span, name.span, alias.span, AliasForm.KNOWN_AS))
    return found


def _find_in_other_words(text: str, mentions: list[Mention]) -> list[StatedAlias]:
    """Albert Stone (Al Stone to his friends); Jabhat al-Bahr, as the Sea Front is known in Arabic.

    Of the latter the first, which few know, may have been taken for a person's name.
    """
    found = []
    for before, after in pairwise(mentions):
        gap_start, gap_end = before.span.end, after.span.start
        is_taken_so = before.kind is EntityKind.PERSON and after.kind is EntityKind.ORGANIZATION
        if before.kind is not after.kind and not is_taken_so:
            continue
        span = Span(before.span.source_id, before.span.start, after.span.end)
        if _AS_THEY_ARE.fullmatch(text, gap_start, gap_end) and _ARE_KNOWN.match(text, after.span.end):
            found.append(StatedAlias(span, after.span, before.span, AliasForm.KNOWN_AS))
        elif (
            before.kind is EntityKind.PERSON
            and _SET_OFF.fullmatch(text, gap_start, gap_end)
            and _TO_OTHERS.match(text, after.span.end)
            and _share_surname(before.text, after.text)
        ):
            found.append(StatedAlias(span, before.span, after.span, AliasForm.KNOWN_AS))
    return found


def _share_surname(name: str, alias: str) -> bool:
    """Do two names end alike, or is the second a single word? Who is called Al to his friends is somebody."""
    words = plain_word(alias).split()
    return len(words) == 1 or plain_word(name).split()[-1:] == words[-1:]


def _is_alias(name: Mention, alias: Mention, opening: str, lead: str, knowledge: Knowledge) -> bool:
    if spells_name(alias.text, name.text) or spells_name(name.text, alias.text):
        return True
    if name.kind is not alias.kind:
        return False
    if lead and lead != "the":
        return True
    if plain_word(alias.text) in knowledge.agencies:
        return False
    if name.kind is EntityKind.ORGANIZATION:
        return not is_spelled_by_end(alias.text, name.text) and (
            opening == "["
            or is_acronym(alias.text)
            or is_acronym(name.text)
            or _is_translated(name, alias, knowledge)
            or _is_short_name(name, alias, knowledge)
        )
    return opening == "[" and name.kind is EntityKind.PERSON


def is_spelled_by_end(acronym: str, name: str) -> bool:
    """Are the letters those of the body with which a longer name ends, and which it is of? The 5th Brigade
    of the Popular Forces (PF) has no short form there."""
    ties = _INNER.finditer(name)
    return is_acronym(acronym) and any(spells_name(acronym, name[tie.end() :]) for tie in ties)


def _is_short_name(name: Mention, alias: Mention, knowledge: Knowledge) -> bool:
    """Is the one in brackets a word made of the beginnings of the other's words, in any order: Development
    Bank of Ostmark (Osdeba)?"""
    word = plain_word(alias.text)
    if " " in word or word in knowledge.organizations or word in knowledge.places:
        return False
    words = [plain_word(part) for part in name.text.replace("-", " ").split()]
    beginnings = {letter for one in words for letter in one[:_BEGINNING]}
    return len(words) >= _LONG_NAME and set(word) <= beginnings and word[0] in {one[:1] for one in words}


def _is_translated(name: Mention, alias: Mention, knowledge: Knowledge) -> bool:
    """Is the one in brackets the other in English? A foreign word for what it is in front, or none that is
    English where the other has one: Magyar Posta (Hungarian Post Office)."""
    if plain_word(name.text.split()[0]) in knowledge.organization_translations:
        return True
    heads = [
        any(plain_word(word) in knowledge.organization_words for word in one.text.split())
        for one in (name, alias)
    ]
    return heads == [False, True] and len(name.text.split()) > 1 and len(alias.text.split()) > 1


def _find_known_as(text: str, mentions: list[Mention], owners: dict[Span, Span]) -> list[StatedAlias]:
    found = []
    for place, alias in enumerate(mentions):
        start = alias.span.start
        cue = _KNOWN_AS.search(text[max(0, start - _CUE_REACH) : start])
        if cue is None or alias.span in owners:
            continue
        if cue.group().split()[0] in _PEOPLE_CUES and alias.kind is not EntityKind.PERSON:
            continue
        cue_start = max(0, start - _CUE_REACH) + cue.start()
        name = _owner(text, mentions[:place], alias, cue_start, owners)
        if name is not None:
            span = Span(name.source_id, name.start, alias.span.end)
            found.append(StatedAlias(span, name, alias.span, AliasForm.KNOWN_AS))
    return found


def _owner(
    text: str, before: list[Mention], alias: Mention, cue_start: int, owners: dict[Span, Span]
) -> Span | None:
    """The nearest name of the same kind before the cue in its sentence, that does not only tell where."""
    for name in reversed(before):
        if name.span.end > cue_start:
            continue
        if alias.span.start - name.span.start > _SENTENCE_REACH or _STOP.search(
            text, name.span.end, cue_start
        ):
            return None
        is_near = not text[name.span.end : cue_start].strip(" ,(\u2013-")
        is_where = _LOCATIVE.search(text[max(0, name.span.start - 12) : name.span.start])
        if name.kind is alias.kind and (is_near or not is_where):
            return owners.get(name.span, name.span)
    return None
