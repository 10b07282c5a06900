"""Two people quoted on one matter, one affirming what the other negates."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, scope_of
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.spans import Span
from provenance.text.tokens import Token, find_words

_CLAUSE = re.compile(r"[^.;!?\n“”\"]{20,240}")
_SPLIT = re.compile(r"\s(?:but|although|while|whereas|because|which)\s|,\s(?:and|so|or)\s|:\s")
_NEGATIONS = frozenset("not no never none neither nor cannot without".split())
_LEAST_SHARED = 4
_LEAST_SHARE = 0.6
_LEAST_WORDS = 5
_MOST_HOLDERS = 60
"""Clauses that have a word from which the word is too common in the pile to bring two of them together."""


@frozen
class _Clause:
    claim: Claim
    span: Span
    speaker: str
    matter: frozenset[str]
    is_negated: bool


def find_opposites(pile: Pile) -> Iterator[Conflict]:
    """Clauses of two speakers, in one event, about one matter, one with a negation and one without."""
    clauses = [c for claim in pile.claims_of(ClaimKind.ATTRIBUTION) for c in _clauses(pile, claim)]
    clauses = list({(c.speaker, c.matter, c.is_negated, c.span.source_id): c for c in clauses[::-1]}.values())
    clauses.sort(key=lambda c: (pile.positions[c.span.source_id], c.span))
    seen: set[frozenset[Span]] = set()
    for i, j in find_pairs([c.matter for c in clauses], _MOST_HOLDERS):
        a, b = clauses[i], clauses[j]
        if a.speaker == b.speaker or a.is_negated == b.is_negated:
            continue
        shared = a.matter & b.matter
        least = min(len(a.matter), len(b.matter))
        if len(shared) < _LEAST_SHARED or len(shared) < _LEAST_SHARE * least:
            continue
        pair = frozenset((a.span, b.span))
        if pair not in seen and find_event(pile, a.claim.source_id, b.claim.source_id):
            seen.add(pair)
            yield _finding(pile, a, b, shared)


def _clauses(pile: Pile, claim: Claim) -> Iterator[_Clause]:
    if claim.span is None or claim.voice is not Voice.QUOTED or not claim.speaker:
        return
    for sentence in _CLAUSE.finditer(pile.quote(claim.span)):
        start = 0
        text = sentence.group()
        for cut in [*_SPLIT.finditer(text), None]:
            end = cut.start() if cut else len(text)
            clause = text[start:end]
            words = list(find_words(clause))
            matter = frozenset(_matter(pile, w) for w in words if _has_content(pile, w))
            if len(matter) >= _LEAST_WORDS:
                first = claim.span.start + sentence.start() + start
                first += len(clause) - len(clause.lstrip())
                span = Span(claim.source_id, first, first + len(clause.strip()))
                speaker = claim.speaker_entity or claim.speaker.casefold()
                yield _Clause(claim, span, speaker, matter, _is_negated(words))
            start = cut.end() if cut else end


def _is_negated(words: Sequence[Token]) -> bool:
    return any(w.folded in _NEGATIONS or w.text.casefold().endswith(("n't", "n’t")) for w in words)


def _has_content(pile: Pile, word: Token) -> bool:
    return word.folded not in FUNCTION_WORDS or bool(_country(pile, word))


def _matter(pile: Pile, word: Token) -> str:
    """A word as what it speaks of: its stem, or a country for its people and adjectives."""
    return _country(pile, word) or stem(word.folded)


def _country(pile: Pile, word: Token) -> str:
    """ "country XX" for names and adjectives of countries, which begin with a capital (US, but not us)."""
    if not word.text[0].isupper() or (word.folded in FUNCTION_WORDS and not word.text.isupper()):
        return ""
    found = pile.knowledge.countries.get(word.folded) or pile.knowledge.demonyms.get(word.folded)
    return f"country {found}" if found else ""


def _finding(pile: Pile, a: _Clause, b: _Clause, shared: frozenset[str]) -> Conflict:
    names = [_name(pile, c.claim) for c in (a, b)]
    sides = tuple(make_side(pile, name, [c.span]) for name, c in zip(names, (a, b), strict=True))
    event = find_event(pile, a.claim.source_id, b.claim.source_id)
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=ConflictClass.PEOPLE_DIFFER,
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{names[0]} and {names[1]} differ",
        why=(
            f"Both speak of much the same, {len(shared)} words of content in both, one with a negation, one "
            f"without. {event} The people quoted differ; the texts do not have to choose between them."
        ),
        subject=" / ".join(sorted((a.speaker, b.speaker))),
        predicate="opposite",
        scope_key=" ".join(sorted(shared)),
        sides=sides,
    )


def _name(pile: Pile, claim: Claim) -> str:
    entity = pile.entities.get(claim.speaker_entity or "")
    return entity.name if entity else " ".join((claim.speaker or "").split())
