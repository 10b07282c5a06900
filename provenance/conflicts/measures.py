"""What a quantity measures: of whom or what, in which act, and whether two figures can both hold."""

import math
import re
from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from provenance.conflicts.acts import PREDICATES, act_near, act_of
from provenance.conflicts.as_of import AsOf, event_days, find_as_of
from provenance.conflicts.credits import find_credit
from provenance.conflicts.meant_numbers import is_vague, meant_bounds
from provenance.conflicts.pile import Pile
from provenance.conflicts.scales import scale_of
from provenance.conflicts.slots import noun_stem
from provenance.conflicts.surroundings import NOTHING, Surroundings, read_surroundings
from provenance.conflicts.things import deed_of
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimKind, Hedge
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

_PERSONS = frozenset(noun_stem(w) for w in "people persons victims dead bodies lives others".split())
_RISES = frozenset("rose risen rises rising climbed climbs increased grew revised updated raised now".split())
_OTHERS = frozenset("another separate separately elsewhere meanwhile previous previously similar".split())
"""Words of a sentence that tells of another happening than the one before it."""
_ADDED = frozenset("additional extra further another more".split())
_LONGEST_SENTENCE = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_MOST_FIGURES = 12
"""Counts in one sentence from which it is a list."""
_PART_OF = re.compile(r"\bof\s(?:the|its|their|all|these|those)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\b(?:number|count|toll)\sof\s((?:[^\W\d_]{1,20}\s){1,5})", re.IGNORECASE)
_ANOTHER = re.compile(r"\b[Aa]nother\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)")
"""Another four: more of the same happening."""
_OF_WHOLE = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half|part|none)"
    r"\sof\s(?:the|its|their|our|all)\s\Z"
)
"""Three of the 12: what was done to three was not done to the twelve."""
_MANY_POUNDS = 1e5
_SIZE = re.compile(r"[\w,.]{1,12}[-\u2011](?!year)[a-z]{3,12}\Z")
_BRACKET = re.compile(r"[^().;]{0,30}\(\s?")
_FAR_BRACKET = 40
_ROUNDING = 0.03
COUNT = "count"
"""The dimension of all that is counted."""
_FOR = "for "
_LEAST_LISTED = 3
"""Shares in one sentence from which they are a list of whose share is what."""
_FIGURE = re.compile(r"\b\d[\d,.]*\s[a-z]")


@frozen
class Measure:
    """`act`: what happened to the counted, "" if no plain word says it. `noun`: what is counted, stems.

    `low`, `high`: least and greatest number meant. `context`: content stems of the sentence.
    `people`, `places`: entities of the sentence. `years`: years that it names. `is_rise`, `is_other`: it
    says that the count rose, or that it is that of another happening. `is_given`: somebody is named right
    behind it as the one who gives it, so that another in its sentence is somebody else's.

    `dimension`: what it can be compared in ("length", "USD"; "count" for all that is counted); `low` and
    `high` are in its base unit. `as_of`: when the count was taken; `days`: when what is counted happened.
    `owner`: to whom the text gives it in a list (67 seats for X, 64 for Y), folded or an entity; "" in none.
    `said`: folded words of the sentence. `own_deeds`:
    what the counted noun itself says was done (employees). `is_listed`: it is a member of a list that parts a
    whole (37 people: 26 of X, eight of Y).
    """

    claim: Claim
    unit: str
    act: str
    noun: frozenset[str]
    low: float
    high: float
    context: frozenset[str]
    people: frozenset[str]
    is_rise: bool
    is_other: bool
    places: frozenset[str]
    years: frozenset[int]
    is_given: bool = False
    dimension: str = COUNT
    around: Surroundings = NOTHING
    as_of: AsOf | None = None
    days: tuple[tuple[date, date], ...] = ()
    owner: str = ""
    said: frozenset[str] = frozenset()
    own_deeds: frozenset[str] = frozenset()
    is_listed: bool = False

    @property
    def is_vague(self) -> bool:
        """A word for many, which only figures far from it contradict."""
        return is_vague(self.claim)

    @property
    def is_open(self) -> bool:
        """At least, or at most, so many: it agrees with all beyond, and so with figures that rival."""
        return math.isinf(self.low) or math.isinf(self.high)

    @property
    def names(self) -> frozenset[str]:
        """Entities of the sentence."""
        return self.people | self.places


def measure(pile: Pile, claim: Claim) -> Measure | None:
    """What a quantity claim measures; None for parts of a whole, additions, vague words, no span.

    None too for figures in lists and tables, which no sentence explains: of a sentence of more than
    `_LONGEST_SENTENCE` characters or `_MOST_FIGURES` figures. That bounds the work on a page of numbers.
    """
    if claim.span is None or claim.number is None:
        return None
    if set(claim.scope.casefold().split()) & {"them", "these", "those", "whom", "which"}:
        return None
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    figures = pile.claims_at(claim.source_id, ClaimKind.QUANTITY, claim.span.start)
    if end - start > _LONGEST_SENTENCE or len(figures) > _MOST_FIGURES:
        return None
    if _is_converted(pile, claim, figures):
        return None
    words = pile.words_at(claim.source_id, claim.span.start)
    inside = {w.folded for w in words if claim.span.start <= w.start < claim.span.end}
    if inside & _ADDED and claim.hedge is Hedge.EXACT:
        return None
    credit = find_credit(pile, claim.span)
    scale = scale_of(_unit(claim))
    is_whole = _OF_WHOLE.search(pile.text(claim.source_id), start, claim.span.start) is not None
    is_size = _SIZE.match(claim.quote) is not None  # a 14-storey tower collapsed
    low, high = meant_bounds(pile, claim)
    mentions = pile.mentions_in(claim.source_id, start, max(end, claim.span.end))
    said = {w.folded for w in words}
    return Measure(
        claim=claim,
        unit=_unit(claim),
        act=""
        if is_whole or is_size
        else PREDICATES.get(claim.predicate) or act_near(words, claim.span.start, claim.span.end),
        noun=_nouns(pile, claim, start, inside, bool(credit)),
        low=low * (scale.low if low > 0 else scale.high),
        high=high * (scale.high if high > 0 else scale.low),
        context=frozenset(stem(word) for word in said if _is_context(pile, word)),
        people=frozenset(m.entity for m in mentions if m.kind is not EntityKind.PLACE),
        is_rise=bool(said & _RISES),
        is_other=bool(said & _OTHERS)
        and claim.subject != "number"
        and not _ANOTHER.search(pile.text(claim.source_id), start, end),
        places=frozenset(m.entity for m in mentions if m.kind is EntityKind.PLACE),
        years=frozenset(
            year for d in pile.dates_in(claim.source_id, start, end) for year in (d.year, d.end_year) if year
        ),
        is_given=bool(credit),
        dimension=scale.dimension if scale.is_measure else COUNT,
        around=_around(pile, claim, scale.is_measure, is_whole),
        as_of=find_as_of(pile, claim),
        days=event_days(pile, claim),
        owner=_owner(pile, claim, figures),
        said=frozenset(said),
        own_deeds=frozenset(d for w in find_words(claim.subject) if (d := deed_of(w.folded))),
        is_listed=_is_listed(pile.text(claim.source_id), start, claim.span.start),
    )


def _nouns(pile: Pile, claim: Claim, start: int, inside: set[str], is_credited: bool) -> frozenset[str]:
    """Classes of what is counted. `start`: where the sentence begins; `inside`: folded words of the claim."""
    nouns = {w.folded for w in find_words(f"{claim.subject} {claim.value}")} | inside
    nouns = {
        n for n in nouns if n.isalpha() and n not in FUNCTION_WORDS and n not in pile.knowledge.number_words
    }
    if _PART_OF.search(claim.quote) and not _is_share_of(pile, claim):
        nouns.add("part")
    if claim.span and is_credited and all(act_of(n) or _is_hedge(pile, n) for n in nouns):
        nouns |= _counted_before(pile.text(claim.source_id)[start : claim.span.start])
    return frozenset(_class(n) for n in nouns if not act_of(n) and not _is_hedge(pile, n))


def _owner(pile: Pile, claim: Claim, figures: Sequence[Claim]) -> str:
    """X of "for X", as the reading of a list gives it; or the name beside the figure in a list of such
    (X, 41.2 per cent; Y, 38.9 per cent): its entity."""
    if claim.scope.startswith(_FOR):
        return fold_text(claim.scope[len(_FOR) :])
    alike = [f for f in figures if f.unit == claim.unit and f.unit in ("percent", "share")]
    if claim.span is None or len(alike) < _LEAST_LISTED:
        return ""
    text, source_id = pile.text(claim.source_id), claim.source_id
    start, end = pile.sentence_at(source_id, claim.span.start)
    mark = ";" if text.find(";", start, end) >= 0 else ","
    first = max(start, text.rfind(mark, start, claim.span.start))
    last = text.find(mark, claim.span.end, end)
    names = pile.mentions_in(source_id, first, end if last < 0 else last)
    return names[-1].entity if names else ""


def _is_listed(text: str, start: int, at: int) -> bool:
    """Does it stand in a list behind a colon, which parts a figure before the colon?"""
    colon = text.rfind(": ", start, at)
    return colon >= 0 and _FIGURE.search(text, start, colon) is not None


def _around(pile: Pile, claim: Claim, is_measure: bool, is_whole: bool) -> Surroundings:
    found = read_surroundings(pile, claim, is_measure)
    if claim.subject == "number":  # freed another group, bringing to 118 the number
        found = evolve(found, flags=found.flags - {"other"})
    return evolve(found, deeds=frozenset()) if is_whole else found


def _is_converted(pile: Pile, claim: Claim, figures: Sequence[Claim]) -> bool:
    """Does it stand in brackets right behind another figure, which it only says in another unit?"""
    if claim.span is None:
        return False
    text, start = pile.text(claim.source_id), claim.span.start
    ends = [f.span.end for f in figures if f.span and f.span.end < start and f.unit != claim.unit]
    return any(_BRACKET.fullmatch(text, end, start) for end in ends if start - end < _FAR_BRACKET)


def _is_share_of(pile: Pile, claim: Claim) -> bool:
    """One in ten of the 900: the figure is what the share amounts to."""
    if claim.span is None:
        return False
    start, _ = pile.sentence_at(claim.source_id, claim.span.start)
    numbers = pile.numbers_at(claim.source_id, claim.span.start)
    return any(n.unit == "share" and claim.span.start <= n.start + start < claim.span.end for n in numbers)


def _counted_before(text: str) -> set[str]:
    """What "the number of …" counts: the last word in front of the verb; nothing if no such words stand."""
    found = _NUMBER_OF.search(text)
    words: list[str] = []
    for word in find_words(found[1] if found else ""):
        if word.folded in FUNCTION_WORDS:
            break
        words.append(word.folded)
    return {w for w in words[-1:] if not act_of(w)}


def can_both_hold(a: Measure, b: Measure) -> bool:
    """Do the figures meet, hedges and rounding included?"""
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.unit != b.unit and a.dimension != COUNT:  # converted: each is meant to half of its last digit
        return a.low - _half_digit(a) <= b.high + _half_digit(b) and b.low - _half_digit(
            b
        ) <= a.high + _half_digit(a)
    one, two = a.claim.number or 0.0, b.claim.number or 0.0
    return abs(one - two) <= _ROUNDING * max(abs(one), abs(two)) and (_is_round(one) or _is_round(two))


def _half_digit(found: Measure) -> float:
    """Half of the last digit that is no rounding, in the base unit: what 2.3 kilometres leaves open."""
    if found.claim.hedge is not Hedge.EXACT:
        return 0.0
    number = abs(found.claim.number or 0.0)
    text = f"{number:.6f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    digit = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return min(digit, number or digit) / 2 * scale_of(found.unit).high


def _is_round(number: float) -> bool:
    """Are at least two of its last digits zeros, or all but the first?"""
    digits = f"{abs(number):.0f}".rstrip("0")
    return number >= 10 and len(f"{abs(number):.0f}") - len(digits) >= min(2, len(digits))


def _unit(claim: Claim) -> str:
    """The unit; pounds by the million are money."""
    is_money = claim.unit == "pound" and (claim.number or 0.0) >= _MANY_POUNDS
    return "GBP" if is_money else claim.unit or ""


def _class(noun: str) -> str:
    found = noun_stem(noun)
    return "people" if found in _PERSONS else found


def _is_context(pile: Pile, word: str) -> bool:
    """Content that is neither the act nor its persons nor a figure nor who says so."""
    if word in FUNCTION_WORDS or act_of(word) or _class(word) == "people" or word.isdigit():
        return False
    return word not in pile.knowledge.say_verbs and word not in pile.knowledge.number_words


def _is_hedge(pile: Pile, word: str) -> bool:
    return word in pile.knowledge.hedges
