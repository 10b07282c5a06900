"""Kinds that texts themselves tell of a name: a firm by its form, a person by an age, a town by "in"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.words import is_common, plain_word
from provenance.names.resolving.contexts import say_gender
from provenance.text.folding import fold_text

_REACH = 40
"""Code points before a name, and behind it, that are read."""
_AGED = re.compile(r",\s(?:aged\s|now\s)?[1-9][0-9]?,\s")
_WHO = re.compile(r",\swho\s[^.!?\n]{0,100}\b(?:his|her|he|she)\b")
_LIFE = re.compile(r"[^.!?\n]{0,240}\b(?:died|was\sborn|married|widowed)\b")
_ITS = re.compile(
    r",\sa\s(?:[a-z-]{1,16}\s){0,2}(?:company|firm|subsidiary|manufacturer|contractor|consultancy)"
    r"(?=[,.;]|\s(?:in|of|from|that|which|registered|based|owned|founded|set|near|whose|run)\b)|"
    r",?\s(?:belongs\sto|belonged\sto)\s|"
    r",\swhich\s(?:owns|owned|makes|made|sells|sold|employs|employed|runs|ran|operates|has|had|builds|built)\s"
)
_ITS_NEXT = re.compile(r"[^.!?\n,]{0,60}(?:[.!?]\sIts|\s(?:has|had|lost|sold)\sits)\s")
_OPENS = re.compile(r"(?:^|[.!?]\s|\n)$")
"""Before a name with which a sentence begins."""
_HIS = re.compile(
    r",\s(?:who|whom|whose|[0-9])|[^.!?\n]{0,80}(?:[.!?]\s(?:He|She|His|Her)\s|\s(?:himself|herself)\b)"
)
"""What is said behind a firm's name, and behind a person's."""
_IN = re.compile(r"[\s(](?:in|near)\s$")
_HELD_IN = re.compile(
    r"\b(?:shares?|stakes?|interests?|invest\w*|confidence|faith|trust|trusts|trusted|holdings?|believe\w*|hopes?|jobs?|"
    r"money|roles?|belief|doubts?|part|success|stock|confided|found|find|see|saw|sees|change\w*|loss)\sin\s$"
)
"""In a person or a firm."""
_LEAST_FORM, _MOST_TOKENS, _DOTS = 3, 3, 2
"""Letters of a legal form in one word, words of one, dots of one in small letters."""
_INITIAL = 2
"""Letters of an initial, its dot included."""
_MOST_WORDS = 4
"""Words of a person's name that was taken for a body's."""


def with_told_kinds(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> Sequence[Mention]:
    """The mentions: places of several words that a legal form follows somewhere in the pile as bodies;
    bodies whose age or life a text tells as persons; single persons' names behind "in" that the pile or
    everybody knows as a place, and nobody of their text bears, as places; unknown places that are a person's
    name the other way round as persons; persons with no known given name of whom texts speak as of firms
    only, by a legal form, as "which" or by "its", as bodies.
    """
    firms = _find_firms(texts, mentions, knowledge)
    people = _find_people(texts, mentions, knowledge) - firms
    towns = _find_towns(texts, mentions, knowledge)
    turned = _find_turned(mentions, knowledge)
    called = _find_called_firms(texts, mentions, knowledge)
    told = []
    for mention in mentions:
        name, kind = fold_text(mention.text), mention.kind
        if kind is EntityKind.PLACE and name in firms:
            kind = EntityKind.ORGANIZATION
        elif kind is EntityKind.PERSON and name in called:
            kind = EntityKind.ORGANIZATION
        elif kind is EntityKind.ORGANIZATION and name in people:
            kind = EntityKind.PERSON
        elif kind is EntityKind.PLACE and name in turned:
            kind = EntityKind.PERSON
        elif (mention.span.source_id, mention.span.start) in towns:
            kind = EntityKind.PLACE
        told.append(evolve(mention, kind=kind) if kind is not mention.kind else mention)
    return told


def _find_firms(texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge) -> set[str]:
    """Folded names of several words behind which, or at whose end, a text has a legal form."""
    found: set[str] = set()
    for mention in mentions:
        words = mention.text.replace(",", " ").split()
        if mention.kind is EntityKind.PERSON or len(words) < 2:
            continue
        text, end = texts[mention.span.source_id], mention.span.end
        behind = text[end : end + _REACH].split("\n", maxsplit=1)[0]
        if plain_word(mention.text) not in knowledge.places and behind[:1] in (" ", ","):
            if _is_form(behind.removeprefix(",").split()[:_MOST_TOKENS], knowledge):
                found.add(fold_text(mention.text))
        if mention.kind is EntityKind.ORGANIZATION and len(words) > 2:
            for length in range(1, min(_MOST_TOKENS, len(words) - 2) + 1):
                if _is_form(words[-length:], knowledge):
                    found.add(fold_text(" ".join(words[:-length])))
    return found


def _find_called_firms(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> set[str]:
    """Folded names taken for persons' of which something is said as of a firm, and nothing as of a person."""
    firms: set[str] = set()
    people: set[str] = set()
    names = knowledge.given_names | knowledge.surnames
    for mention in mentions:
        words = mention.text.split()
        if mention.kind is not EntityKind.PERSON or len(words) < 2:
            continue
        if any(fold_text(word) in names or len(word) <= _INITIAL for word in words):
            continue
        text, span = texts[mention.span.source_id], mention.span
        behind = text[span.end : span.end + _REACH].split("\n", maxsplit=1)[0]
        form = behind.removeprefix(",").split()[:_MOST_TOKENS] if behind[:1] in (" ", ",") else []
        if say_gender(text, span.start) or _HIS.match(text, span.end):
            people.add(fold_text(mention.text))
        elif _ITS.match(text, span.end) or _is_form(form, knowledge):
            firms.add(fold_text(mention.text))
        elif _OPENS.search(text[max(0, span.start - 2) : span.start]) and _ITS_NEXT.match(text, span.end):
            firms.add(fold_text(mention.text))
    return firms - people


def _is_form(words: Sequence[str], knowledge: Knowledge) -> bool:
    """Do words begin with a legal form that is nothing else: Ltd, sp. z o.o., not group or as?"""
    for length in range(len(words), 0, -1):
        form = " ".join(words[:length]).rstrip(",;:)")
        if form.lower() in knowledge.legal_forms or form.lower().rstrip(".") in knowledge.legal_forms:
            is_word = (
                form[0].isupper() and len(form) >= _LEAST_FORM and not is_common(form.lower(), knowledge)
            )
            is_kind = form.lower() in knowledge.organization_words | knowledge.organization_heads
            if form.count(".") >= _DOTS or (is_word and not is_kind):
                return True
    return False


def _find_people(texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge) -> set[str]:
    """Folded names of bodies with no word of a body's that are a person's, by age or by life."""
    surnames = {
        word
        for mention in mentions
        if mention.kind is EntityKind.PERSON and " " in mention.text
        for word in fold_text(mention.text).split()[1:]
    }
    kinds = knowledge.organization_words | knowledge.organization_heads | knowledge.legal_forms
    kinds |= frozenset(knowledge.organization_translations)
    found: set[str] = set()
    for mention in mentions:
        words = mention.text.split()
        is_body = mention.kind is EntityKind.ORGANIZATION and 1 < len(words) <= _MOST_WORDS
        if not is_body or plain_word(mention.text) in knowledge.organizations:
            continue
        if any(plain_word(w) in kinds or not w[:1].isupper() or is_acronym(w) for w in words):
            continue
        text, end = texts[mention.span.source_id], mention.span.end
        told = _WHO.match(text, end)
        is_life = told and (fold_text(words[-1]) in surnames or _LIFE.match(text, end))
        if is_life or _AGED.match(text, end):
            found.add(fold_text(mention.text))
    return found


def _find_turned(mentions: Sequence[Mention], knowledge: Knowledge) -> set[str]:
    """Folded names of places that have the words of a person's in another order: Bodor Ilka, Ilka Bodor."""
    people: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind is EntityKind.PERSON and " " in mention.text:
            name = fold_text(mention.text)
            people[tuple(sorted(name.split()))].add(name)
    names = {
        fold_text(mention.text)
        for mention in mentions
        if mention.kind is EntityKind.PLACE and plain_word(mention.text) not in knowledge.places
    }
    return {name for name in names if people.get(tuple(sorted(name.split())), set()) - {name}}


def _find_towns(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> set[tuple[str, int]]:
    """(source, start) of single persons' names behind "in" that are a place's and nobody's there."""
    places = {fold_text(mention.text) for mention in mentions if mention.kind is EntityKind.PLACE}
    borne: set[tuple[str, str]] = set()
    for mention in mentions:
        words = mention.text.split()
        if mention.kind is EntityKind.PERSON and len(words) > 1:
            own = [words[0], *(word for before, word in pairwise(words) if before[:1].isupper())]
            borne |= {(mention.span.source_id, fold_text(word)) for word in own}
    found: set[tuple[str, int]] = set()
    for mention in mentions:
        name, start = fold_text(mention.text), mention.span.start
        if mention.kind is not EntityKind.PERSON or " " in mention.text:
            continue
        is_place = name in places or plain_word(mention.text) in knowledge.places
        before = texts[mention.span.source_id][max(0, start - _REACH) : start]
        if is_place and (mention.span.source_id, name) not in borne:
            if _IN.search(before) and not _HELD_IN.search(before):
                found.add((mention.span.source_id, start))
    return found
