"""Places as texts name them, and whether two can be where one thing happened."""

import re
from difflib import SequenceMatcher

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

_WIDE = frozenset(
    "province district region county state governorate prefecture valley department canton oblast area "
    "territory country peninsula republic kingdom island islands nation".split()
)
"""Words of what holds towns: a town and a province may be one place told with less and more detail."""
_SETTLEMENT = frozenset("town city village hamlet capital port suburb municipality settlement".split())
_WATER = frozenset("sea ocean gulf bay strait channel lake river".split())
_TYPES = {
    head: kind
    for kind, heads in {
        "home": "home house flat apartment villa residence cottage farm farmhouse mansion hut cabin bungalow",
        "hotel": "hotel hostel",
        "airport": "airport airfield airstrip runway",
        "station": "station platform",
        "stadium": "stadium arena",
        "hospital": "hospital clinic",
        "school": "school university college",
        "church": "church mosque temple cathedral synagogue chapel monastery",
        "prison": "prison jail cell",
        "office": "office headquarters embassy consulate",
        "court": "court courthouse courtroom",
        "parliament": "parliament",
        "palace": "palace",
        "works": "factory plant mine quarry warehouse",
        "shop": "market mall shop store",
        "inn": "restaurant bar cafe club pub",
        "stage": "theatre cinema museum library",
        "road": "road street highway motorway tunnel bridge crossing junction roundabout",
        "wild": "forest wood field hill mountain slope peak valley",
        "water": "river lake canal sea ocean",
        "well": "well",
        "grave": "grave tomb",
        "camp": "barracks base camp",
        "ship": "ship boat ferry yacht",
    }.items()
    for head in heads.split()
}
"""Head of a place → its kind; what happened in one kind did not happen in another."""
_OPPOSITE = {"north": "south", "east": "west", "northern": "southern", "eastern": "western", "left": "right"}
_OPPOSITE |= {
    "north-east": "south-west",
    "north-west": "south-east",
    "northeast": "southwest",
    "northwest": "southeast",
    "upstream": "downstream",
}
_OPPOSITE |= {other: side for side, other in _OPPOSITE.items()}
_ONE_NAME = 0.8
_NEAR_CHARS = 40
_LOOSE = frozenset({"near", "off", "outside"})
"""Relations that leave open how far: they are held against nothing but themselves."""


@frozen(eq=False)
class Place:
    """A place claim read: names in it, the country, what kind of place it is, and how it is told.

    `names`: entities, else folded words with capitals. `side`: of what it lies on which side, "" for none.
    """

    claim: Claim
    names: frozenset[str]
    printed: tuple[str, ...]
    countries: frozenset[str]
    types: frozenset[str]
    is_wide: bool
    is_settlement: bool
    is_water: bool
    has_article: bool
    side: str
    is_loose: bool


def read_place(pile: Pile, claim: Claim) -> Place | None:
    """The place of a claim; None for claims without span."""
    if claim.span is None:
        return None
    span = claim.span
    words = [w for w in find_words(claim.value)]
    mentions = pile.mentions_near(span.source_id, span.start, span.end)
    mentions = [m for m in mentions if m.kind is not EntityKind.PERSON]
    ranges = [(m.span.start - span.start, m.span.end - span.start) for m in mentions]
    free = [w for w in words if not any(a <= w.start < b for a, b in ranges)]
    loose = [w.text for w in free if w.text[0].isupper()]
    names = frozenset([m.entity for m in mentions] + [f"~{fold_text(name)}" for name in loose])
    folded = {w.folded for w in words}
    side = claim.predicate.removesuffix(" of") if claim.predicate.endswith(" of") else ""
    return Place(
        claim=claim,
        names=names,
        printed=tuple([m.text for m in mentions] + loose),
        countries=_countries(pile, [m.name for m in mentions] + [w.text for w in words]),
        types=frozenset(_TYPES[word] for word in folded if word in _TYPES),
        is_wide=bool(folded & _WIDE),
        is_settlement=bool(folded & _SETTLEMENT),
        is_water=bool(folded & _WATER),
        has_article=bool(words) and words[0].folded == "the",
        side=side,
        is_loose=claim.predicate in _LOOSE or bool(side) or _is_distance(pile, claim),
    )


def _is_distance(pile: Pile, claim: Claim) -> bool:
    """Two miles from the town."""
    if claim.predicate != "from" or claim.span is None:
        return False
    text = pile.text(claim.source_id)
    return bool(
        re.search(
            r"\b(?:km|kilomet\w+|miles?|met\w+|away|far)\s+from\s*$",
            text[max(0, claim.span.start - 30) : claim.span.start],
        )
    )


def _countries(pile: Pile, names: list[str]) -> frozenset[str]:
    known = pile.knowledge
    found = set()
    for name in names:
        folded = fold_text(name).removesuffix("'s").removesuffix("\u2019s")
        for table in (known.countries, known.demonyms, known.capitals):
            if folded in table and name[0].isupper():
                found.add(table[folded])
                break
    return frozenset(found)


def is_country(pile: Pile, place: Place) -> bool:
    """Is it no more than a country?"""
    known = pile.knowledge
    return bool(place.printed) and all(fold_text(n) in known.countries for n in place.printed)


def cannot_be_one(pile: Pile, a: Place, b: Place) -> str | None:
    """Why nothing can have happened at both places, as part of a sentence; None if it can."""
    if a.side and a.names & b.names and _OPPOSITE.get(a.side) == b.side:
        return "they lie on opposite sides of it"
    is_free = not (a.is_loose or b.is_loose)
    if (
        (is_free or "off" in (a.claim.predicate, b.claim.predicate))
        and a.countries
        and b.countries
        and not a.countries & b.countries
    ):
        return "they are in different countries"
    if not is_free or a.names & b.names or _are_alike(a, b) or _are_joined(pile, a, b):
        return None
    if a.is_settlement and b.is_settlement:
        return "they are different towns"
    if a.types and b.types and not a.types & b.types:
        return "they are places of different kinds"
    is_level = _level(pile, a) == _level(pile, b) and bool(a.names) and bool(b.names)
    return "they have different names" if is_level else None


def _level(pile: Pile, place: Place) -> tuple[bool, ...]:
    """What tells how wide a place is: two of one level that have different names are two places."""
    known = is_country(pile, place)
    is_water = place.is_water or (place.has_article and not place.is_settlement and not place.types)
    return known, place.is_wide, is_water, bool(place.types - {"water"})


def _are_alike(a: Place, b: Place) -> bool:
    """Two spellings of one name?"""
    for one in a.printed:
        for two in b.printed:
            x, y = fold_text(one), fold_text(two)
            if x in y or y in x or SequenceMatcher(None, x, y, autojunk=False).ratio() >= _ONE_NAME:
                return True
    return False


def _are_joined(pile: Pile, a: Place, b: Place) -> bool:
    """Does one of the two texts name both side by side, so that one may lie in or at the other?"""
    for source_id in sorted({a.claim.source_id, b.claim.source_id}):
        text = pile.text(source_id)
        for one in a.printed:
            for two in b.printed:
                x, y = re.escape(one), re.escape(two)
                gap = rf"[^.;\n]{{0,{_NEAR_CHARS}}}?"
                if re.search(rf"\b{x}\b{gap}\b{y}\b|\b{y}\b{gap}\b{x}\b", text):
                    return True
    return False
