"""What stands around a figure: the thing it is of, and what was done."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from provenance.conflicts.cues import find_flags, find_period
from provenance.conflicts.pile import Pile
from provenance.conflicts.things import deed_of, is_toll, meaning_of, thing_of
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.claims import Claim
from provenance.text.tokens import Token, find_words

NEAR = 6
"""Words of content on each side of a figure, in its clause, that belong closely to it."""
_BREAK = re.compile(r"[;:\u2013\u2014]|,\s(?:and|but|while|whereas|although|so)\s|\s(?:while|whereas)\s")
_OF_AFTER = re.compile(
    r"\s?(?:of|in|for)\s(?:(?:the|a|an|its|their|his|her|state|all)\s){0,2}([^\W\d_]{2,24})(?:\s([^\W\d_]{2,24}))?"
)
_OF_BEFORE = re.compile(r"([^\W\d_]{2,24})\s(?:of|at|from|with|as)\s(?:(?:some|about|only|just)\s)?\Z")
_AFTER = re.compile(r"[-\s]([^\W\d_]{2,24})(?:\s([^\W\d_]{2,24}))?")
_TURNOUT = re.compile(r"\bturnout\b", re.IGNORECASE)
_OF_VOTERS = re.compile(
    r"\bof\s(?:the\s|all\s|those\s|its\s)?(?:(?:registered|eligible)\s(?:to\svote|voters|electors|citizens)|electorate"
    r"|electoral\sroll|roll|voters\s(?:took\spart|turned\sout|voted|cast))\b",
    re.IGNORECASE,
)
"""The share of those with a vote who cast it, however it is called."""
_LEAD = re.compile(r"\b(for|after|within|in|over|during|of)\s\Z", re.IGNORECASE)
_WHERE = re.compile(
    r"\s(?:(?:dead|killed|injured|hurt|missing)\s)?(?:in|at)\s(?:the\s)?([^\W\d_a-z][\w'\u2019-]{1,30})"
)
_MEMBERS = re.compile(r"(?:\s[\w-]{1,16})?\sof\s(?:the|its|their|a|an)\s")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|its|their|his|her|all)\s\Z", re.IGNORECASE)
_RELATIVE = re.compile(r"\s(?:[^\W\d_]+\s)?(?:which|that|who|whom)\b")
_SIZES = frozenset("strong member man woman person people seat seater".split())
"""What follows a number that tells the size of a group: 42-strong, 12-member."""
_IDLE = frozenset(
    "per cent cfa within last first next year years time times number figure amid far near "
    "lower higher".split()
)
"""Words beside figures that do not tell what they are of."""


@frozen
class Surroundings:
    """`things`: classes of what the figure is of; `deeds`: what was done, as the clause tells.

    `near`, `all`: what the words near it, and those of its sentence, speak of; `wide`: those of the sentence
    before it, where it leans on that. `flags`: of `find_flags`. `period`: its span (half, year).
    `is_definite`: "the ninety-day truce". `lead`: the preposition right before it. `people`: names of the
    sentence, or of the one before it on which it leans. `where`: the name of a place right behind the figure.
    `before`: of `near` what stands before it. `members`: what stands behind "of the" (57 men of the crew).
    """

    things: frozenset[str]
    deeds: frozenset[str]
    near: frozenset[str]
    all: frozenset[str]
    wide: frozenset[str]
    flags: frozenset[str]
    period: str
    is_definite: bool
    lead: str
    people: frozenset[str]
    where: str = ""
    before: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()


_NONE: frozenset[str] = frozenset()
NOTHING = Surroundings(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, "", False, "", _NONE)
"""Around a figure without a place."""


def read_surroundings(pile: Pile, claim: Claim, is_measure: bool) -> Surroundings:
    """What stands around a claim's figure; `is_measure`: it measures (money, time) and counts nothing."""
    if claim.span is None:
        return NOTHING
    source_id, span = claim.source_id, claim.span
    text = pile.text(source_id)
    start, end = pile.sentence_at(source_id, span.start)
    end = max(end, span.end)
    words = pile.words_at(source_id, span.start)
    left, right = _clause(text, start, end, span.start, span.end)
    inside = [w for w in words if span.start <= w.start < span.end]
    before = _meanings(pile, [w for w in words if left <= w.start and w.end <= span.start])[-NEAR:]
    after = _meanings(pile, [w for w in words if span.end <= w.start and w.end <= right])[:NEAR]
    near = frozenset([*before, *_meanings(pile, inside), *after])
    everything = frozenset(_meanings(pile, words))
    has_names = bool(pile.mentions_in(source_id, start, end))
    clause = [w for w in words if left <= w.start < right]
    leans = not has_names or len(everything) <= NEAR
    first = (
        pile.sentences(source_id)[max(0, pile.sentence_index(source_id, start) - 1)][0] if leans else start
    )
    is_bare = not any(w.text.isalpha() for w in inside[1:])
    lead = _LEAD.search(text, max(start, span.start - 12), span.start)
    return Surroundings(
        things=_things(pile, claim, text, inside, (start, right), is_measure),
        deeds=frozenset(d for w in clause if (d := deed_of(w.folded))),
        near=near,
        all=everything,
        wide=_before(pile, source_id, start) if leans else frozenset(),
        before=frozenset(before),
        members=frozenset(after) if _MEMBERS.match(text, span.end, right) else frozenset(),
        flags=find_flags(text, (start, end), (span.start, span.end), is_bare=is_bare),
        period=find_period(text[left:right]),
        lead=lead[1].casefold() if lead else "",
        where=_where(pile, text, span.end, right),
        people=frozenset(m.entity for m in pile.mentions_in(source_id, first, end)),
        is_definite=_DEFINITE.search(text, max(start, span.start - 8), span.start) is not None,
    )


def _clause(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The sentence from the last break before the figure to the first one behind it."""
    left = max((m.end() for m in _BREAK.finditer(text, start, first)), default=start)
    found = _BREAK.search(text, last, end)
    return left, found.start() if found else end


def _where(pile: Pile, text: str, at: int, right: int) -> str:
    """The first word of a place's name behind "in" or "at" right after the figure."""
    found = _WHERE.match(text, at, right)
    name = found[1].casefold() if found else ""
    return "" if name in pile.knowledge.months or name in pile.knowledge.weekdays else name


def _meanings(pile: Pile, words: Sequence[Token]) -> list[str]:
    return [m for w in words if (m := _meaning(pile, w.text, w.folded))]


def _meaning(pile: Pile, word: str, folded: str) -> str:
    if word[0].isupper():
        country = pile.knowledge.countries.get(folded) or pile.knowledge.demonyms.get(folded)
        if country:
            return f"country {country}"
    return _plain_meaning(folded) if _is_content(pile, folded) else ""


@lru_cache(maxsize=1 << 14)
def _plain_meaning(folded: str) -> str:
    return meaning_of(folded)


def _is_content(pile: Pile, folded: str) -> bool:
    known = pile.knowledge
    if folded in FUNCTION_WORDS or folded.isdigit() or folded in known.say_verbs:
        return False
    if folded in known.number_words or folded in known.units or folded in known.hedges:
        return False
    return (
        folded not in known.weekdays
        and folded not in known.months
        and len(folded) > 2
        and folded not in _IDLE
    )


def _before(pile: Pile, source_id: str, start: int) -> frozenset[str]:
    """What the sentence before speaks of, where a sentence leans on it."""
    index = pile.sentence_index(source_id, start)
    if index == 0:
        return frozenset()
    return frozenset(_meanings(pile, pile.words_at(source_id, pile.sentences(source_id)[index - 1][0])))


def _things(
    pile: Pile, claim: Claim, text: str, inside: Sequence[Token], bounds: tuple[int, int], is_measure: bool
) -> frozenset[str]:
    """What a count counts: its noun; what a measure is of: the noun joined by a hyphen or "of"."""
    if claim.span is None:
        return frozenset()
    found: set[str] = set()
    if not is_measure:
        words = [w.folded for w in find_words(claim.subject)] or [w.folded for w in inside]
        heads = [w for w in words if w not in FUNCTION_WORDS and not w[0].isdigit()]
        if (
            "-" in claim.quote
            and heads
            and heads[-1] in _SIZES
            and (group := _AFTER.match(text, claim.span.end))
        ):
            heads = [group[1].casefold()]  # a 42-strong team
        return frozenset(thing_of(w) for w in heads[-1:] if not is_toll(w))
    start, right = bounds
    span = claim.span
    if following := _OF_AFTER.match(text, span.end, right) or _AFTER.match(text, span.end, right):
        found |= {w.casefold() for w in following.groups() if w}
    if before := _OF_BEFORE.search(text, max(start, span.start - 40), span.start):
        found.add(before[1].casefold())
    found |= {w.folded for w in inside[1:]}
    if claim.unit in ("percent", "share") and (
        _TURNOUT.search(text, max(start, span.start - 80), span.start)
        or _OF_VOTERS.search(text, span.start, min(right, span.end + 60))
    ):
        found.add("turnout")
    return frozenset(thing_of(w) for w in found if _is_content(pile, w))
