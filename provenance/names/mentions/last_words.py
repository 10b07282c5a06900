"""The last words of names: what heads an English name, and what firms, streets and schools end in."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.adjectives import is_adjective
from provenance.names.mentions.heads import BUSINESS, HAPPENINGS, PAPER_WORDS, STATIONS
from provenance.names.mentions.weights import EVENT, ORGANIZATION, PERSON, PLACE, Evidence
from provenance.names.mentions.words import Word, is_common

_HALLS = frozenset(("hall", "centre", "center"))
_OF_HALLS = frozenset(
    "town city village drill concert music market shire lecture exhibition assembly parish conference "
    "convention shopping leisure sports visitor civic garden detention congress trade".split()
)
"""Before "hall" and "centre" of a building rather than a body."""
_STREETS = frozenset(
    "close drive terrace crescent grove row way walk rise parade circus gardens view vale fields".split()
)
"""Words for streets that are words or surnames besides."""
_SCHOOLS = frozenset(("primary", "high", "grammar", "comprehensive"))
"""Behind a name a school."""
_LONGEST_FIRM = 4
"""Words of a firm's name that ends in a plain noun."""
_PARTS_OF_WORLD = frozenset(
    "scotland england wales ireland europe africa asia america britain ulster".split()
)
_SOME_OF_LAND = frozenset(
    "mainland rural urban modern ancient medieval colonial imperial occupied unified divided united great "
    "democratic federal old young all postwar pre-war victorian roman inner outer middle little".split()
)
"""Before a country's name no body's: rural England."""
_ENGLISH = tuple(
    "ed ing tion ment ous ive al ic ee ness able ible ary ist ity ism less ful ship ance ence ward".split()
)
"""Ends of English words that no list may have."""
_COUNTED = frozenset("ward gate block zone sector pit berth quay yard dock room station".split())
"""Before a number no name."""
_SIDES = frozenset("north south east west central north-east north-west south-east south-west".split())
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xx xxi".split())
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central greater upper lower new inner".split()
)


def weigh_last(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """The head of an English name stands last."""
    head = words[-2] if len(words) > 2 and words[-1].plain in _ROMAN else words[-1]
    last = head.plain
    _weigh_hall(words, found)
    if last in knowledge.organization_heads or last in knowledge.legal_forms:
        found[ORGANIZATION] += 6
    elif last.endswith("s") and last[:-1] in knowledge.organization_heads:
        found[ORGANIZATION] += 4
    elif last in BUSINESS:
        _weigh_business(words, knowledge, found)
    elif last in _SIDES and " ".join(word.plain for word in words[:-1]) in knowledge.places:
        found[PLACE] += 6
    elif _is_heading(last, knowledge):
        found[ORGANIZATION] += 4
    elif last in knowledge.place_words:
        is_body = last == "station" and words[-2].plain in STATIONS
        found[ORGANIZATION if is_body else PLACE] += 5
    elif last in _STREETS or last in _SCHOOLS:
        _weigh_street_or_school(words, last, knowledge, found)
    elif last in knowledge.event_words or last in HAPPENINGS:
        is_given = len(words) == 2 and words[0].plain in knowledge.given_names
        found[EVENT] += 1.5 if is_given and words[0].plain not in knowledge.places else 5
    else:
        _weigh_noun_last(words, knowledge, found)
    if words[-1].text.isdigit() and not (len(words) == 2 and words[0].plain in _COUNTED):
        found[PLACE if words[-2].plain in knowledge.place_words else ORGANIZATION] += 4


def _weigh_hall(words: Sequence[Word], found: Evidence) -> None:
    """Town Hall, Conference Centre: buildings."""
    if words[-1].plain in _HALLS and words[-2].plain in _OF_HALLS:
        found[PLACE] += 9
        found[ORGANIZATION] -= 3


def _weigh_business(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Foo Foods; less where it may be someone's given name and surname."""
    last = words[-1].plain
    is_borne = len(words) == 2 and words[0].plain in knowledge.given_names
    is_surname = last in knowledge.surnames or last in knowledge.given_names
    is_surname = is_surname or words[0].plain in knowledge.common_names  # Alex Wind
    found[ORGANIZATION] += (2 if is_surname else 4) if is_borne else 5
    found[PERSON] -= 1.5 if is_borne and not is_surname else 0


def _weigh_street_or_school(words: Sequence[Word], last: str, knowledge: Knowledge, found: Evidence) -> None:
    if last in _STREETS:
        is_given = words[0].plain in knowledge.given_names  # Glenn Close
        found[PLACE] += 0 if is_given else 1.6
        found[PERSON] -= 0 if is_given else 1
    elif " ".join(word.plain for word in words[:-1]) in knowledge.places:
        found[EVENT] += 5  # the Iowa primary
    else:
        found[ORGANIZATION] += 4
        found[PERSON] -= 1


def _weigh_noun_last(words: Sequence[Word], knowledge: Knowledge, found: Evidence) -> None:
    """Sport England, Pwani Warehouses, Pwani Roofing: a country, many things or a trade stand last."""
    first, last = words[0].plain, words[-1].plain
    if first in knowledge.given_names or len(words) > _LONGEST_FIRM or not all(w.is_capital for w in words):
        return
    is_long = len(words) > len("AB") and f"{words[-2].plain} {last}" in knowledge.countries
    if last in knowledge.countries or last in _PARTS_OF_WORLD or is_long:
        noun = words[-3] if is_long else words[-2]
        is_noun = is_common(noun.plain, knowledge) and not is_adjective(noun, knowledge)
        if is_noun and noun.plain not in _DIRECTIONS and noun.plain not in _SOME_OF_LAND:
            found[ORGANIZATION] += 5
            found[PERSON] -= 2
            found[PLACE] -= 1
    elif last in knowledge.surnames or last in knowledge.given_names or last in knowledge.places:
        return
    elif all(_is_plain(word, knowledge) for word in words):
        return
    elif is_common(last, knowledge) and (_is_many(last) or _is_trade(last, knowledge)):
        found[ORGANIZATION] += 3
        found[PERSON] -= 2


def _is_plain(word: Word, knowledge: Knowledge) -> bool:
    """A common word, or one that ends as English ones do: misguided, detainee."""
    plain = word.plain
    return is_common(plain, knowledge) or plain.endswith(_ENGLISH) or is_adjective(word, knowledge)


def _is_many(last: str) -> bool:
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _is_trade(last: str, knowledge: Knowledge) -> bool:
    """Roofing, Catering: what is made of a common word."""
    if not last.endswith("ing") or len(last) <= len("being"):
        return False
    stem = last[:-3]
    return any(is_common(word, knowledge) for word in (stem, stem + "e", stem[:-1]))


def _is_heading(last: str, knowledge: Knowledge) -> bool:
    """Does it stand last in bodies' names, if not only there?"""
    if last in knowledge.organization_words or last in PAPER_WORDS:
        return True
    return last.partition("-")[0] in knowledge.organization_heads
