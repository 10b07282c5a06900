"""Who said what: one wording given to two speakers, one statement in two wordings, people who differ."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.disputes import find_disputes
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.polarity import find_opposites
from provenance.conflicts.quotes import (
    Comparison,
    Quotation,
    compare_quotations,
    find_quotations,
    has_content,
)
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span

_SHORTEST = 6
"""Words that two quotations must share to be one utterance."""
_SHORTEST_SPEECH = 5
"""Words from which one wording from two mouths is worth a line."""
_LONG_SPEECH = 10
"""Words that two people hardly choose alike."""
_SHORTEST_CONTENT = 3
_LONGEST_VARIATION = 4
_SAME_SHARE = 0.9
_ALIGNED_SHARE = 0.65


def find_attribution_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Findings about who said what, over direct quotations with named speakers."""
    quotations = [q for q in find_quotations(pile) if len(q.words) >= _SHORTEST_SPEECH]
    seen: set[frozenset[Span]] = set()
    for a, b in combinations(quotations, 2):
        pair = frozenset((a.span, b.span))
        if pair in seen or not _share_words(a, b):
            continue
        seen.add(pair)
        compared = compare_quotations(a, b)
        if compared.equal < _SHORTEST_SPEECH or not _is_content(a, b):
            continue
        if a.speaker != b.speaker:
            if _is_one_speech(pile, a, b, compared):
                yield _two_speakers(pile, a, b, compared)
        elif compared.equal < _SHORTEST:
            continue
        elif a.span.source_id != b.span.source_id and _differ(a, b, compared):
            if find_event(pile, a.span.source_id, b.span.source_id):
                yield _two_wordings(pile, a, b, compared)
    yield from find_disputes(pile)
    yield from find_opposites(pile)


def _is_one_speech(pile: Pile, a: Quotation, b: Quotation, compared: Comparison) -> bool:
    """Nearly the same words from two persons; a short sentence can be said twice, so in one event only."""
    if not (a.is_person and b.is_person) or compared.equal < _SAME_SHARE * compared.length:
        return False
    is_long = compared.equal >= _LONG_SPEECH
    return is_long or find_event(pile, a.span.source_id, b.span.source_id) is not None


def _share_words(a: Quotation, b: Quotation) -> bool:
    return len(set(a.folded) & set(b.folded)) >= _SHORTEST_SPEECH - 1


def _is_content(a: Quotation, b: Quotation) -> bool:
    return len((set(a.folded) & set(b.folded)) - FUNCTION_WORDS) >= _SHORTEST_CONTENT


def _differ(a: Quotation, b: Quotation, compared: Comparison) -> bool:
    """Overlapping parts that are nearly one, with words of content that differ inside."""
    if not compared.variations or compared.equal < _ALIGNED_SHARE * compared.length:
        return False
    for variation in compared.variations:
        sizes = [limits[1] - limits[0] for limits in (variation.a, variation.b)]
        if max(sizes) > _LONGEST_VARIATION:
            return False
    return any(has_content(a.words, v.a) or has_content(b.words, v.b) for v in compared.variations)


def _two_speakers(pile: Pile, a: Quotation, b: Quotation, compared: Comparison) -> Conflict:
    names = [_name(pile, q) for q in (a, b)]
    sides = tuple(make_side(pile, name, [q.span]) for name, q in zip(names, (a, b), strict=True))
    labels = [pile.label(q.span.source_id) for q in (a, b)]
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=class_of(sides),
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Who said it: {names[0]} or {names[1]}?",
        why=(
            f"The same {compared.equal} words are given to {names[0]} in {labels[0]} and to {names[1]} in "
            f"{labels[1]}: {quoted(pile.quote(a.span))}. One person may have repeated the other, or one text "
            f"names the wrong speaker. {say_support(pile, sides)}"
        ),
        subject=" ".join(w for w in a.folded if w not in FUNCTION_WORDS)[:120],
        predicate="speaker",
        scope_key=" / ".join(sorted((a.speaker, b.speaker))),
        sides=sides,
    )


def _two_wordings(pile: Pile, a: Quotation, b: Quotation, compared: Comparison) -> Conflict:
    sides = tuple(make_side(pile, _differing(q, compared, i), [q.span]) for i, q in enumerate((a, b)))
    labels = [pile.label(q.span.source_id) for q in (a, b)]
    name = _name(pile, a)
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{name} quoted in two wordings: {sides[0].value} / {sides[1].value}",
        why=(
            f"Of {compared.length} words that both quotations cover, {compared.equal} are equal. {labels[0]} "
            f"reads {quoted(pile.quote(a.span))}, {labels[1]} reads {quoted(pile.quote(b.span))}. Two "
            "translations of one statement, or two occasions, could both be right. "
            f"{say_support(pile, sides)}"
        ),
        subject=a.speaker,
        predicate="wording",
        scope_key=" ".join(w for w in dict.fromkeys(a.folded) if w in set(b.folded) - FUNCTION_WORDS)[:120],
        sides=sides,
    )


def _differing(quotation: Quotation, compared: Comparison, side: int) -> str:
    """The words of one quotation that differ, in order."""
    parts: list[str] = []
    for variation in compared.variations:
        start, end = variation.b if side else variation.a
        words: Sequence[str] = [w.text for w in quotation.words[start:end]]
        if words:
            parts.append(" ".join(words))
    return " … ".join(parts) or "(not there)"


def _name(pile: Pile, quotation: Quotation) -> str:
    entity = pile.entities.get(quotation.claim.speaker_entity or "")
    return entity.name if entity else " ".join((quotation.claim.speaker or "").split())
