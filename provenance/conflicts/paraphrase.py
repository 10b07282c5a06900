"""A retelling that says more than, or other than, the quotation that it stands beside."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.matter import Matter, clauses_of, read_matter
from provenance.conflicts.misfits import find_misfit, is_no_threat
from provenance.conflicts.pile import Pile
from provenance.conflicts.quotes import Quotation, find_quotations
from provenance.conflicts.retellings import Retelling, by_source, find_retellings, find_threats
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.conflicts.speeches import are_one_event, name_of
from provenance.model.claims import ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span

_SHORTEST = 4
"""Words of a quotation that says something on its own."""
_NEAR_SENTENCES = 2
_MOST_HOLDERS = 40
_TEXT_NOUNS = frozenset(
    "preface foreword introduction report letter statement ruling judgment verdict book memoir memoirs"
    " document"
    " telegram diary article study paper release communique message note post blog memo opinion".split()
)
"""Writings, which speak for who wrote them."""


@frozen
class _Said:
    """A quotation with its clauses read."""

    quotation: Quotation
    clauses: tuple[Matter, ...]
    words: frozenset[str]


@frozen
class _Told:
    """A retelling with its clause read."""

    retelling: Retelling
    matter: Matter


def find_paraphrase_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Retellings that a quotation of the same speaker, in one text or one event, does not bear out."""
    said = [_said(pile, q) for q in _quotations(pile)]
    speakers = frozenset(s.quotation.speaker for s in said)
    told = [_Told(r, read_matter(r.told, pile.knowledge)) for r in find_retellings(pile, speakers)]
    seen: set[tuple[Span, Span]] = set()
    for i, j in _candidates(pile, told, said):
        one, other = told[i], said[j]
        place = one.retelling.span, other.quotation.span
        if place in seen or place[0].overlap(place[1]):
            continue
        seen.add(place)
        if found := _judged(pile, one, other, said):
            yield found
    yield from _threats(pile)


def _quotations(pile: Pile) -> list[Quotation]:
    """Those long enough, each with an entity that speaks; what a writing says, its writer does."""
    found = []
    for quotation in find_quotations(pile):
        if len(quotation.words) < _SHORTEST or quotation.claim.voice is not Voice.QUOTED:
            continue
        if quotation.claim.speaker_entity:
            found.append(quotation)
        elif writer := _writer(pile, quotation):
            found.append(evolve(quotation, speaker=writer))
    return found


def _writer(pile: Pile, quotation: Quotation) -> str | None:
    noun = (quotation.claim.speaker or "").lower().split()[-1:]
    if not noun or noun[0] not in _TEXT_NOUNS:
        return None
    source_id, start = quotation.span.source_id, quotation.span.start
    for claim in reversed(pile.claims_in(source_id, ClaimKind.ATTRIBUTION)):
        if claim.span is None or claim.span.start >= start or not claim.speaker_entity:
            continue
        near = pile.sentence_index(source_id, start) - pile.sentence_index(source_id, claim.span.start)
        is_of_it = noun[0] in pile.sentence_text(claim.span).lower()
        return claim.speaker_entity if near <= _NEAR_SENTENCES and is_of_it else None
    return None


def _said(pile: Pile, quotation: Quotation) -> _Said:
    text = pile.quote(quotation.span)
    parts = clauses_of(text) or [text]
    clauses = tuple(read_matter(part, pile.knowledge) for part in parts)
    return _Said(quotation, clauses, frozenset().union(*(c.words for c in clauses)))


def _candidates(pile: Pile, told: Sequence[_Told], said: Sequence[_Said]) -> list[tuple[int, int]]:
    """Pairs of positions: of one speaker, with a word in common or near each other in one text."""
    sets = [frozenset((t.retelling.speaker, w) for w in t.matter.words) for t in told]
    sets += [frozenset((s.quotation.speaker, w) for w in s.words) for s in said]
    size = len(told)
    found = {(i, j - size) for i, j in find_pairs(sets, _MOST_HOLDERS) if i < size <= j}
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j, each in enumerate(said):
        places[each.quotation.span.source_id, each.quotation.speaker].append(j)
    for i, one in enumerate(told):
        for j in places[one.retelling.span.source_id, one.retelling.speaker][-_MOST_HOLDERS:]:
            if _are_near(pile, one, said[j]):
                found.add((i, j))
    return sorted(found)


def _are_near(pile: Pile, told: _Told, said: _Said) -> bool:
    a, b = told.retelling.span, said.quotation.span
    if a.source_id != b.source_id:
        return False
    numbers = [pile.sentence_index(s.source_id, s.start) for s in (a, b)]
    return 0 <= numbers[1] - numbers[0] <= _NEAR_SENTENCES or numbers[0] - numbers[1] == 1


def _judged(pile: Pile, told: _Told, said: _Said, others: Sequence[_Said]) -> Conflict | None:
    a, b = told.retelling.span, said.quotation.span
    if a.source_id != b.source_id and not are_one_event(pile, a.source_id, b.source_id):
        return None
    shared = [(len(c.words & told.matter.words), c) for c in said.clauses]
    most = max(count for count, _ in shared)
    clauses = [c for count, c in shared if count == most] if most else list(said.clauses)
    is_near = _are_near(pile, told, said)
    misfit = find_misfit(pile.knowledge, told.retelling, told.matter, clauses, is_near)
    if misfit is None or (misfit.is_of_firmness and _is_borne_out(told, said, others)):
        return None
    return _finding(pile, told.retelling.span, said.quotation, misfit.why)


def _is_borne_out(told: _Told, said: _Said, others: Sequence[_Said]) -> bool:
    """Does the speaker say it plainly in other words that the same text quotes?"""
    here = said.quotation
    for other in others:
        if other.quotation.speaker != here.speaker or other is said:
            continue
        if other.quotation.span.source_id not in (here.span.source_id, told.retelling.span.source_id):
            continue
        if any(c.words & told.matter.words and not c.is_weak for c in other.clauses):
            return True
    return any(c.words & told.matter.words and not c.is_weak for c in said.clauses)


def _threats(pile: Pile) -> Iterator[Conflict]:
    """What is called a threat, with a quotation right behind that threatens nothing."""
    quotations = {q.claim.key: q for q in find_quotations(pile) if len(q.words) >= 2 * _SHORTEST}
    for span, claim in find_threats(pile, by_source(pile.claims_of(ClaimKind.ATTRIBUTION))):
        quotation = quotations.get(claim.key)
        if quotation is not None and is_no_threat(pile.quote(quotation.span)):
            why = "The text speaks of threats, and the words quoted for it name no harm and set no terms."
            yield _finding(pile, span, quotation, why)


def _finding(pile: Pile, told: Span, quotation: Quotation, why: str) -> Conflict:
    name = name_of(pile, quotation)
    sides = (
        make_side(pile, "the retelling", [told]),
        make_side(pile, "the quotation", [quotation.span]),
    )
    return Conflict(
        kind=ConflictKind.PARAPHRASE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"The words of {name} do not bear out how they are retold",
        why=(
            f"Retold: {quoted(pile.quote(told))}. Quoted: {quoted(pile.quote(quotation.span))}. {why} "
            f"Other words of the speaker, not quoted here, could bear it out. {say_support(pile, sides)}"
        ),
        subject=quotation.speaker,
        predicate="paraphrase",
        scope_key=" ".join(sorted(quotation.content))[:120],
        sides=sides,
    )
