"""What a quantity measures: of whom or what, in which act, and whether two figures can both hold."""

import math
import re
from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from provenance.conflicts.as_of import AsOf, event_days, find_as_of
from provenance.conflicts.credits import find_credit
from provenance.conflicts.pile import Pile
from provenance.conflicts.scales import scale_of
from provenance.conflicts.slots import noun_stem
from provenance.conflicts.surroundings import NOTHING, Surroundings, read_surroundings
from provenance.conflicts.things import deed_of
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimKind, Hedge
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text
from provenance.text.tokens import Token, find_words

_ACTS = {
    form: act
    for act, forms in {
        "killed": "killed kill kills killing dead died dies die deaths death deadly fatalities fatality toll "
        "lives perished bodies slain murdered drowned suffocated starved",
        "injured": "injured injuring injuries injury wounded wounding hurt hospitalised hospitalized "
        "casualties",
        "missing": "missing unaccounted trapped",
        "arrested": "arrested arrests arrest detained detention detainees jailed charged",
        "displaced": "displaced evacuated evacuees homeless fled refugees",
        "destroyed": "destroyed gutted flattened burned collapsed razed",
        "damaged": "damaged",
        "rescued": "rescued saved survivors survived",
        "attended": "attended attendance gathered crowd protesters demonstrators marched",
        "employed": "employs employees employed workforce staff jobs redundancies laid",
        "elected": "votes vote ballots turnout voters seats",
        "paid": "fee fees paid pay price bought sold signing transfer purchase purchased acquired "
        "acquisition deal",
        "cost": "cost costs costing budget expense estimated",
        "fined": "fine fined penalty damages compensation settlement ransom",
        "lent": "loan loans lent aid grant funding credit bailout donated donation pledged",
        "earned": "revenue revenues profit profits earnings turnover sales loss losses",
        "owed": "debt debts deficit owed liabilities",
        "measured": "magnitude height tall depth deep distance length long weight weighing area",
    }.items()
    for form in forms.split()
}
"""Plain words of news that tell what was counted → the act (ours; general English, no topic of its own)."""

RISING = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "rescued", "destroyed", "damaged"}
)
"""Counts that rise while an event is being told."""

_PREDICATES = {act: act for act in RISING} | {
    "toll": "killed", "evacuated": "displaced", "homeless": "displaced", "hospitalized": "injured",
}  # fmt: skip
"""Predicates of claims that tell the act."""
_PERSONS = frozenset(noun_stem(w) for w in "people persons victims dead bodies lives others".split())
_PARTS = frozenset(
    "of them including among additional extra further another more other others least each".split()
)
_RISES = frozenset("rose risen rises rising climbed climbs increased grew revised updated raised now".split())
_OTHERS = frozenset("another separate separately elsewhere meanwhile previous previously similar".split())
"""Words of a sentence that tells of another happening than the one before it."""
_ADDED = frozenset("additional extra further another more".split())
_LONGEST_SENTENCE = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_MOST_FIGURES = 12
"""Counts in one sentence from which it is a list."""
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens|millions|billions|several|few|many)\b", re.IGNORECASE
)
_WIDE = (0.5, 3.0)
"""How far below and above its plain range a word for many is taken: dozens can be a dozen, or over 300."""
_PART_OF = re.compile(r"\bof\s(?:the|its|their|all|these|those)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\b(?:number|count|toll)\sof\s((?:[^\W\d_]{1,20}\s){1,5})", re.IGNORECASE)
_NEAR = 8
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
_SHORT_OF = re.compile(
    r"\b(?:almost|nearly|just\s(?:under|below|short)|close|approaching|nigh|shy)\b", re.IGNORECASE
)
_LEAST_SHARE = 0.8
"""Almost two is more than a fifth below it."""


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
        return _VAGUE.search(self.claim.value) is not None

    @property
    def is_open(self) -> bool:
        """At least, or at most, so many: it agrees with all beyond, and so with figures that rival."""
        return math.isinf(self.low) or math.isinf(self.high)

    @property
    def names(self) -> frozenset[str]:
        """Entities of the sentence."""
        return self.people | self.places


def act_of(word: str) -> str:
    """What was done to those counted, as a folded word tells: killed, arrested; "" if it does not."""
    return _ACTS.get(word, "")


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
    nouns = {w.folded for w in find_words(f"{claim.subject} {claim.value}")} | inside
    nouns = {
        n for n in nouns if n.isalpha() and n not in FUNCTION_WORDS and n not in pile.knowledge.number_words
    }
    if _PART_OF.search(claim.quote) and not _is_share_of(pile, claim):
        nouns.add("part")
    credit = find_credit(pile, claim.span)
    if credit and all(n in _ACTS or _is_hedge(pile, n) for n in nouns):
        nouns |= _counted_before(pile.text(claim.source_id)[start : claim.span.start])
    scale = scale_of(_unit(claim))
    is_whole = _OF_WHOLE.search(pile.text(claim.source_id), start, claim.span.start) is not None
    is_size = _SIZE.match(claim.quote) is not None  # a 14-storey tower collapsed
    low, high = _meant(pile, claim)
    mentions = pile.mentions_in(claim.source_id, start, max(end, claim.span.end))
    said = {w.folded for w in words}
    return Measure(
        claim=claim,
        unit=_unit(claim),
        act=""
        if is_whole or is_size
        else _PREDICATES.get(claim.predicate) or _act(words, claim.span.start, claim.span.end),
        noun=frozenset(_class(n) for n in nouns if n not in _ACTS and not _is_hedge(pile, n)),
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
    return {w for w in words[-1:] if w not in _ACTS}


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


def _meant(pile: Pile, claim: Claim) -> tuple[float, float]:
    """Least and greatest number meant, in the claim's own unit: both ends of a range, hedges counted."""
    if claim.span is not None and claim.hedge is Hedge.ABOUT:  # as ranges are
        start, _ = pile.sentence_at(claim.source_id, claim.span.start)
        for number in pile.numbers_at(claim.source_id, claim.span.start):
            is_here = claim.span.start <= number.start + start < claim.span.end
            if is_here and number.low is not None and number.high is not None:
                is_vague = _VAGUE.search(claim.value) is not None
                wide = _WIDE if is_vague else (1.0, 1.0)
                return number.low * wide[0], number.high * wide[1]
    low, high = _bounds(claim)
    if claim.hedge is Hedge.LESS_THAN and _SHORT_OF.search(claim.quote):
        low = _LEAST_SHARE * high
    return low, high


def _bounds(claim: Claim) -> tuple[float, float]:
    number = claim.number or 0.0
    if claim.hedge is Hedge.MORE_THAN:
        return math.nextafter(number, float("inf")), float("inf")
    if claim.hedge is Hedge.AT_LEAST:
        return number, float("inf")
    if claim.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return float("-inf"), number
    if claim.hedge is Hedge.ABOUT:
        margin = _margin(abs(number))
        return number - margin, number + margin
    return number, number


def _margin(number: float) -> float:
    """How far "about" reaches: a tenth, or half a unit of the last digit that is not rounded away (about
    20 is 15 to 25), though never more than a quarter."""
    if number < 1 or number != int(number):
        return number / 10
    digits = f"{int(number)}"
    unit = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return max(number / 10, min(unit / 2, number / 4))


def _act(words: Sequence[Token], start: int, end: int) -> str:
    """The act of the word nearest to the figure; what follows it goes before what precedes it."""
    best: tuple[int, str] | None = None
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= end), at)
    for i, word in enumerate(words):
        if word.folded not in _ACTS:
            continue
        distance = 0 if at <= i <= last else (i - last if i > last else 1 + at - i)
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, _ACTS[word.folded])
    return best[1] if best else ""


def _class(noun: str) -> str:
    found = noun_stem(noun)
    return "people" if found in _PERSONS else found


def _is_context(pile: Pile, word: str) -> bool:
    """Content that is neither the act nor its persons nor a figure nor who says so."""
    if word in FUNCTION_WORDS or word in _ACTS or _class(word) == "people" or word.isdigit():
        return False
    return word not in pile.knowledge.say_verbs and word not in pile.knowledge.number_words


def _is_hedge(pile: Pile, word: str) -> bool:
    return word in pile.knowledge.hedges
