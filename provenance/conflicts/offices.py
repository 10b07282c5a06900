"""Which office a role claim speaks of: its class, its body, and whether one person holds it at a time."""

import re
from itertools import pairwise

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import content_stems
from provenance.model.claims import Claim, Modality, Polarity
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_OTHER_WAY = frozenset(
    "former formerly ex then late past previous previously predecessor successor incoming outgoing "
    "next elect "
    "designate designated deputy assistant caretaker nominee candidate once shadow vice co joint "
    "rival founding "
    "honorary both several emeritus new newly self styled would claimed claims pretender onetime "
    "erstwhile".split()
)
"""Words beside a title that say that it is held at another time, by several, or in another way."""
_ACTING = frozenset({"acting", "interim", "caretaker", "temporary", "provisional"})
_DEPUTIES = frozenset("deputy vice assistant second".split())
_CHANGE = re.compile(
    r"\b(?:succe(?:eds?|eded|eding|ssor)|predecessor|replac(?:es?|ed|ing|ement)|resign(?:s|ed"
    r"|ation)?|stepp(?:ed|ing) down|steps? down"
    r"|quit|oust(?:ed|s)|sacked|(?:fired|dismissed) (?:as|from)|retir(?:es|ed|ing)|took over|takes? over"
    r"|handed over|no longer|was appointed|were appointed|newly)\b",
    re.IGNORECASE,
)
_INDEFINITE = (
    r"\b(?:an?|another|one of(?: the| its| their)?|several|two|three|some)\s(?:[\w\u2019'-]{1,20}\s){0,3}"
)
_FIELD = re.compile(
    r"\b(?:heads?|director|chief|manager|leader|editor|chairman|coordinator)\s(?:of|for)\s(?P<field>[a-z][\w-]{2,20}(?:\s(?:and\s)?[a-z][\w-]{2,20}){0,2})",
)
_WAS = re.compile(
    r"\b(?:was|were|had been|served as|used to be)\s(?:then\s|the\s|an?\s|its\s|acting\s){0,2}[a-z]"
)
_NO_FIELD = frozenset(
    "the a an former prime first deputy junior senior new old cabinet state government its their "
    "his her our then late that this".split()
)
_SINCE_THEN = re.compile(r"\b(?:since|from|until)\s(?:then|late)\b|\bthen\son\b", re.IGNORECASE)
_FUNCTION = frozenset("the a an its his her their our this that".split())


@frozen(order=True)
class Office:
    """`name`: class of the title, with "acting" and the field that narrows it. `body`: country, entity or
    folded words; "" where none is said. `stems`: of a body that is described, without a name."""

    name: str
    body: str
    stems: tuple[str, ...]
    is_sole: bool
    is_formal: bool


def office_of(pile: Pile, claim: Claim) -> Office:
    """The office of a role claim."""
    known = pile.knowledge
    title = claim.predicate.removeprefix("former ")
    name = known.predicates.get(f"office {title}", title)
    words = _words_beside(pile, claim)
    is_first = _is_first(pile, claim, title)
    role = known.roles.get(title)
    if portfolio := _portfolio(claim, title):
        name = portfolio
    is_sole = (
        bool(portfolio)
        or (role is not None and role.is_sole)
        or f"office {title}" in known.predicates
        or is_first
    )
    if f"definite {name}" in known.predicates and not is_first:
        last = title.split()[-1]
        is_sole = is_sole and not re.search(
            rf"{_INDEFINITE}{re.escape(last)}\b", _beside(pile, claim), re.IGNORECASE
        )
    if not is_first and title in ("judge", "chef", "pilot", "founder"):
        is_sole = False
    if is_first and f"office {title}" not in known.predicates:
        name = f"chief {name}"
    if words & _ACTING:
        name = f"acting {name}"
    if field := _field(claim):
        name = f"{name} of {field}"
    body, stems = _body(pile, claim)
    return Office(name, body, stems, is_sole, claim.predicate == title)


def is_present(pile: Pile, claim: Claim, but: frozenset[str] = frozenset()) -> bool:
    """Nothing in the claim or beside it speaks of another time, a share, or of what is not yet so."""
    if claim.modality is not Modality.ASSERTED or claim.polarity is Polarity.DENIED:
        return False
    return not _words_beside(pile, claim) & (_OTHER_WAY - but - _ACTING)


def tells_change(pile: Pile, claim: Claim) -> bool:
    """Does the sentence of the claim tell of a change of office, of which no date is known?"""
    if claim.span is None:
        return False
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    text = pile.text(claim.source_id)
    near = text[max(start, claim.span.start - 60) : min(end, claim.span.end + 60)]
    found = _CHANGE.search(near)
    return found is not None and (
        claim.valid_from is None or found[0].lower() not in ("was appointed", "took over")
    )


DEPUTIES = _DEPUTIES


def _beside(pile: Pile, claim: Claim) -> str:
    if claim.span is None:
        return claim.quote
    start, _ = pile.sentence_at(claim.source_id, claim.span.start)
    return pile.text(claim.source_id)[max(start, claim.span.start - 25) : claim.span.end]


def _words_beside(pile: Pile, claim: Claim) -> set[str]:
    near = _SINCE_THEN.sub(" ", _near_title(pile, claim))
    return set(fold_text(f"{near} {claim.scope}").split())


def _near_title(pile: Pile, claim: Claim) -> str:
    """The part between commas in which the title stands; the whole if that cannot be told."""
    whole = claim.quote if claim.quote not in _beside(pile, claim) else _beside(pile, claim)
    last = claim.predicate.split()[-1]
    parts = [part for part in re.split(r"[,;]", whole) if last in fold_text(part).split()]
    before = _beside(pile, claim).removesuffix(claim.quote)
    return f"{re.split(r'[,;]', before)[-1]} {parts[-1]}" if parts else whole


def is_past(claim: Claim) -> bool:
    """Told in the past, without a day: was the mayor."""
    return claim.valid_from is None and bool(_WAS.search(claim.quote))


def _portfolio(claim: Claim, title: str) -> str:
    """Of a plain minister the field: reconciliation minister."""
    if title not in ("minister", "secretary", "commissioner"):
        return ""
    words = fold_text(claim.quote).split()
    for word, following in pairwise(words):
        if following == title and word not in _NO_FIELD and word.isalpha():
            return f"{word} {title}"
    return ""


def _is_first(pile: Pile, claim: Claim, title: str) -> bool:
    """Chief conductor, presiding judge: a word that makes of the title the first of its kind; also a judge
    who is said to preside."""
    words = fold_text(_beside(pile, claim)).split()
    last = title.rsplit(maxsplit=1)[-1]
    known = pile.knowledge.predicates
    if title == "judge" and claim.span is not None:
        after = pile.text(claim.source_id)[claim.span.end : claim.span.end + 30]
        if re.match(r",?\s(?:who\s)?(?:is\s|was\s)?presid(?:ing|ed|es)\b", after):
            return True
    return any(f"first {a}" in known and b == last for a, b in pairwise(words))


def _field(claim: Claim) -> str:
    found = _FIELD.search(claim.quote)
    if found is None:
        return ""
    field = fold_text(found["field"])
    words = [word for word in field.split() if word not in _FUNCTION]
    value = fold_text(claim.value)
    if (
        not words
        or field.split()[0] in _FUNCTION
        or (value and (value in field or words[0] in value.split()))
    ):
        return ""
    return words[0]


def _body(pile: Pile, claim: Claim) -> tuple[str, tuple[str, ...]]:
    country = country_of(pile, claim)
    if country:
        return country, ()
    if claim.value_entity:
        return claim.value_entity, ()
    folded = fold_text(claim.value)
    if not folded:
        return "", ()
    return folded, tuple(sorted(set(content_stems(folded))))


def country_of(pile: Pile, claim: Claim) -> str:
    """ISO code of the country that the claim's value names; "" if it names none."""
    entity = pile.entities.get(claim.value_entity or "")
    names = [fold_text(claim.value), claim.value.casefold()]
    if entity is not None and entity.kind is EntityKind.PLACE:
        names.append(entity.name.casefold())
    for name in names:
        found = pile.knowledge.countries.get(name) or pile.knowledge.demonyms.get(name)
        if found:
            return found
    return ""
