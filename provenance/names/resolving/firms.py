"""Firms that are called by their founder's surname: which bare surnames are the firm."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.words import plain_word
from provenance.names.order import mention_order
from provenance.names.resolving.body_words import is_beside
from provenance.names.resolving.contexts import say_gender
from provenance.names.resolving.nodes import PARTICLES
from provenance.text.folding import fold_text

_REACH, _SENTENCE, _PARAGRAPH = 44, 110, 600
"""Code points before and behind a name that are read, and between a full name and its surname."""
_GOODS = (
    r"(?:shares?|shareholders|stock|profits?|sales|revenues?|turnover|subsidiary|subsidiaries|headquarters|ships?|fleet|"
    r"factory|factories|plants?|workers|workforce|employees|staff|creditors|accounts|assets|debts?|ferries|stores?|shops?|"
    r"customers|products?|bonds|cars?|models?|trucks|engines?|brands?|group|beers?|hotels|vessels|trains|machines|"
    r"workshops?|warehouses?|showrooms?|boutiques?|board|management)"
)
_SORTS = (
    r"(?:firm|company|group|bank|maker|carmaker|producer|manufacturer|brewery|brewer|distillery|shipyard|retailer|chain|"
    r"airline|publisher|house|label|brand|supplier|giant|builder|contractor|developer|consultancy|multinational|insurer|"
    r"shipowner|shipbuilder|conglomerate|winery|bakery|foundry|mill)"
)
_FIRM_BEHIND = re.compile(
    rf"(?:['\u2019]s?)?\s(?:[a-z-]{{1,16}}\s)?{_GOODS}\b|"
    r"\s(?:(?:has|have|had|also|would|will|still|now)\s){0,2}(?:has|have|had|lost|owns|owned|owes|owed|employs|employed|operates|reported|posted|sold|sells|"
    r"built|builds|produces|bought|acquired)\s(?:about\s|some\s|nearly\s|over\s|almost\s|more\sthan\s|up\sto\s|"
    r"around\s)?(?:[0-9$\u20ac\u00a3]|[a-z]+\s(?:million|billion|thousand|hundred|per\scent)|(?:dozens|hundreds|thousands)\sof)|"
    r"\s(?:also\s|still\s)?(?:owns|operates|employs|produces|brews|manufactures|distributes)\s|"
    r"\s(?:was|is|were|has\sbeen|had\sbeen)\s(?:worth|founded|listed|incorporated|owned|headquartered|bankrupt|insolvent|"
    r"delisted|nationalised|nationalized|privatised|taken\sover|established|finished)\b|"
    rf",\s(?:an?|the|one\sof)\s(?:[\w-]{{1,20}}\s){{0,4}}{_SORTS}\b|,\s(?:which|whose\s{_GOODS})\b|"
    r"\s(?:said|says|announced|hopes|wants|plans|expects|told|denied|added|confirmed|promised|will|would|has|and)\s"
    r"(?:[a-z]{1,12}\s){0,5}(?:it|its|itself)\b|\s[a-z]{3,14}\s(?:[a-z]{2,12}\s)?(?:its|itself)\b|\s(?:employs|manufactures|acquires|merged\swith|went\s(?:bankrupt|public))\b"
)
_FIRM_BEFORE = re.compile(
    rf"(?:\b{_GOODS}\s(?:in|of|at|by|from)\s|\b(?:stake|interest|holding|division|takeover|acquisition|purchase|sale|bankruptcy|"
    r"collapse|chairman|chairwoman|director|chief\sexecutive|manager|engineer|apprentice|foundation|founding|founder|rival|"
    r"job|jobs|post|worker)\s(?:in|of|at)\s|\b(?:works?|worked|working)\s(?:for|at)\s|\b(?:contracts?|deal|merger|merge|"
    r"merged|order)\s(?:is\s|was\s)?(?:with|to|from)\s|\b(?:employed|owned|built|made|bought|operated|run|published|supplied|"
    rf"manufactured|produced|hired|acquired)\s(?:by|at)\s|\b{_SORTS},?\s|\binvest(?:ed|s|ing)?\sin\s)(?:the\s)?$",
    re.IGNORECASE,
)
_GROUP = re.compile(rf"\s(?:[a-z]{{1,16}}\s)?{_SORTS}\b")
_NEXT_PERSON = re.compile(r"[^.!?\n]{0,110}[.!?][\u201d\"]?\s(?:He|She|His|Her)\b")
_TOLD_BY = re.compile(r"[A-Z]\w+\s(?:said|says|told\s\w+|added|stated|reported|claimed|wrote)\sthat\s$")
_ANY_FIRM = re.compile(rf"\b[Tt]he\s(?:[a-z]+\s)?{_SORTS}\b")
_THE_FIRM = re.compile(
    rf"[^.!?\n]{{0,110}}[.!?]\s(?:The\s{_SORTS}|Its)\b|[^.!?\n]{{0,90}}\b(?:the|the\s[a-z]+)\s{_SORTS}\b"
)
_PERSON_BEHIND = re.compile(
    r",?\s(?:who|whom|himself|herself)\b|,\s(?:aged\s)?[0-9]{1,2}[,.;]|"
    r"\s(?:[a-z]+\s){1,3}(?:he|she|his|her)\b|\sused\sto\s(?:say|joke|tell|recall|laugh|smile|sing)\b|['\u2019]s\s(?:wife|husband|brother|sister|son|daughter|mother|father|widow|"
    r"lawyer|death|funeral|grave|house)\b|\s(?:died|married|smiled|laughed|nodded|shrugged|wept|retired|resigned|studied)\b"
)
_PERSON, _FIRM = "person", "firm"
_BREAK = "\n\n"


def with_firms(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> Sequence[Mention]:
    """The mentions, bare surnames that are firms as bodies: where the pile names a firm that begins with the
    surname, and the words beside say so, or most of its text; or its text names the firm and nobody of that
    surname.
    """
    firms, here = _find_firms(texts, mentions, knowledge)
    here |= {
        (mention.span.source_id, fold_text(mention.text))
        for mention in mentions
        if mention.kind is EntityKind.ORGANIZATION and fold_text(mention.text) in firms
    }
    changed: set[Span] = set()
    people = _find_people(texts, mentions, knowledge)
    if people:
        mentions = [evolve(m, kind=EntityKind.PERSON) if m.span in people else m for m in mentions]
    ordered = sorted((m for m in mentions if m.kind is EntityKind.PERSON), key=mention_order)
    for source_id, group in groupby(ordered, key=lambda mention: mention.span.source_id):
        changed |= _firms_of(source_id, texts[source_id], list(group), (firms, here), knowledge)
    if not changed:
        return mentions
    return [evolve(m, kind=EntityKind.ORGANIZATION) if m.span in changed else m for m in mentions]


def _find_people(texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge) -> set[Span]:
    """Single words taken for bodies that are a person's: the surname of whom its paragraph names last, or a
    given name that only a person of the pile has.
    """
    given: set[str] = set()
    heads: set[str] = set()
    borne: set[tuple[str, str]] = set()
    for mention in mentions:
        if " " in mention.text:
            first = fold_text(mention.text.split(maxsplit=1)[0])
            (given if mention.kind is EntityKind.PERSON else heads).add(first)
            if mention.kind is EntityKind.PERSON:
                borne.add((mention.span.source_id, fold_text(mention.text.split()[-1])))
    given -= heads
    found: set[Span] = set()
    for source_id, group in groupby(sorted(mentions, key=mention_order), key=lambda one: one.span.source_id):
        text, last = texts[source_id], 0
        surname = ""
        for mention in group:
            if " " in mention.text:
                is_person = mention.kind is EntityKind.PERSON
                surname = fold_text(mention.text.split()[-1]) if is_person else ""
                last = mention.span.end
            elif mention.kind is EntityKind.ORGANIZATION and not is_acronym(mention.text):
                word = fold_text(mention.text)
                is_known = plain_word(mention.text) in knowledge.organizations
                is_near = word == surname and _BREAK not in text[last : mention.span.start]
                is_person = is_near or (word in given and not is_known)
                is_said = _PERSON_BEHIND.match(text, mention.span.end) is not None
                is_person = is_person or (is_said and (source_id, word) in borne)
                if is_person and _say(text, mention.span) != _FIRM:
                    found.add(mention.span)
    return found


def _firms_of(
    source_id: str,
    text: str,
    ours: Sequence[Mention],
    known: tuple[set[str], set[tuple[str, str]]],
    knowledge: Knowledge,
) -> set[Span]:
    """The bare surnames of one text that are firms, and the names of two words with which one begins."""
    firms, here = known
    bearers: dict[str, set[str]] = defaultdict(set)
    named: dict[str, int] = {}
    ends: dict[str, list[int]] = defaultdict(list)
    bare: dict[str, list[Mention]] = defaultdict(list)
    found: set[Span] = set()
    for mention in ours:
        first, *rest = _with_particles(fold_text(mention.text).split()) or [""]
        for word in rest:
            bearers[word].add(first)
            named.setdefault(word, mention.span.start)
            ends[word].append(mention.span.end)
        if not rest and first in firms:
            bare[first].append(mention)
        elif (source_id, fold_text(mention.text)) in here:
            is_given = first in knowledge.given_names
            found |= {mention.span} if not is_given or _say(text, mention.span) == _FIRM else set()
    for surname, listed in bare.items():
        said = [_say(text, one.span) or _say_near(text, one, ends[surname]) for one in listed]
        has_firm = (source_id, surname) in here or _ANY_FIRM.search(text) is not None
        default = _default(said, len(bearers.get(surname, ())), has_firm=has_firm)
        until = named.get(surname, 0) if (source_id, surname) in here else 0  # nobody is named before
        found |= {
            one.span
            for one, what in zip(listed, said, strict=True)
            if (what or (_FIRM if one.span.start < until else default)) == _FIRM
        }
    return found


def _say_near(text: str, mention: Mention, ends: Sequence[int]) -> str:
    """A person, where the paragraph has named one of this surname in full (`ends`: where those names end),
    and nothing of that name since.
    """
    start = mention.span.start
    place = bisect_right(ends, start)
    if not place or start - ends[place - 1] > _PARAGRAPH:
        return ""
    between = text[ends[place - 1] : start]
    return "" if _BREAK in between or mention.text in between else _PERSON


def _find_firms(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[set[str], set[tuple[str, str]]]:
    """(first words of firms' names, the same with their sources); of names behind which a text says so too:
    the Reis group.
    """
    firms: set[str] = set()
    here: set[tuple[str, str]] = set()
    for mention in mentions:
        if mention.kind is EntityKind.PERSON and " " not in mention.text:
            text, span = texts[mention.span.source_id], mention.span
            if text[max(0, span.start - 4) : span.start].lower() == "the " and _GROUP.match(text, span.end):
                firms.add(fold_text(mention.text))
                here.add((span.source_id, fold_text(mention.text)))
        if mention.kind is EntityKind.ORGANIZATION and " " in mention.text:
            first, *rest = _with_particles(mention.text.replace(",", " ").split())
            word = fold_text(first)
            is_place = plain_word(first) in knowledge.places or plain_word(first) in knowledge.countries
            if not is_place and rest and not any(is_beside(plain_word(one)) for one in rest):
                if _is_surname(first, rest, knowledge):
                    firms.add(word)
                    here.add((mention.span.source_id, word))
                if len(rest) > 1:
                    here.add((mention.span.source_id, fold_text(f"{first} {rest[0]}")))
    return firms, here


def _with_particles(words: Sequence[str]) -> list[str]:
    """The words of a name, particles as one with the next word: Maarten, van der Berg."""
    found: list[str] = []
    held: list[str] = []
    for word in words:
        held.append(word)
        if word.lower() not in PARTICLES:
            found.append(" ".join(held))
            held = []
    return found + held


def _is_surname(first: str, rest: Sequence[str], knowledge: Knowledge) -> bool:
    """Does a firm's name begin with a surname, not with its founder's given name: Okello & Sons?"""
    plain = plain_word(first)
    return plain in knowledge.surnames or plain not in knowledge.given_names or rest[0] in ("&", "and")


def _default(said: Sequence[str], bearers: int, *, has_firm: bool) -> str:
    """What a surname is where nothing beside it says so; of several bearers none is called so."""
    count = Counter(said)
    if bearers == 1 or (bearers and count[_PERSON]):
        return _FIRM if count[_FIRM] > count[_PERSON] else _PERSON
    return _FIRM if has_firm and not count[_PERSON] else _PERSON if not count[_FIRM] else ""


def _say(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _SENTENCE]
    if say_gender(text, span.start) or re.search(
        r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Herr|Signora?|Se\u00f1ora?)\.?\s$", before
    ):
        return _PERSON
    if _FIRM_BEHIND.match(after) or _FIRM_BEFORE.search(before):
        return _FIRM
    if _PERSON_BEHIND.match(after):
        return _PERSON
    if _THE_FIRM.match(text, span.end):
        return _FIRM
    if _TOLD_BY.search(before):
        return ""  # the next sentence goes on about who said so
    return _PERSON if _NEXT_PERSON.match(text, span.end) else ""
