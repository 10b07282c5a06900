"""Who said what: one wording given to two speakers, one statement in two wordings, people who differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.change_levels import CONSEQUENCE
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.disputes import find_disputes
from provenance.conflicts.events import find_event, find_meeting
from provenance.conflicts.pile import Pile
from provenance.conflicts.polarity import find_opposites
from provenance.conflicts.quotes import (
    Comparison,
    Quotation,
    compare_quotations,
    find_quotations,
    has_content,
)
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.conflicts import Conflict, ConflictKind, Level, Side

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
_RUN = 3
_MOST_TOLD = 8
"""Quotations of one wording that are looked up among the changes of copies."""
_MOST_HOLDERS = 40
"""Quotations that share a run of words and are compared with each other."""


def find_attribution_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Findings about who said what, over direct quotations with named speakers."""
    quotations = [q for q in find_quotations(pile) if len(q.words) >= _SHORTEST_SPEECH]
    groups: dict[tuple[tuple[str, ...], str], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        groups[quotation.folded, quotation.speaker].append(quotation)
    said = list(groups.values())
    for i, j in find_pairs([_grams(group[0]) for group in said], _MOST_HOLDERS):
        yield from _compare(pile, said[i], said[j])
    yield from find_disputes(pile)
    yield from find_opposites(pile)


def _compare(pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation]) -> Iterator[Conflict]:
    """Quotations of one wording and speaker against those of another."""
    a, b = one[0], two[0]
    if not _share_words(a, b):
        return
    compared = compare_quotations(a, b)
    if compared.equal < _SHORTEST_SPEECH or not _is_content(a, b):
        return
    is_one_voice = a.speaker == b.speaker
    ids = [[q.span.source_id for q in group] for group in (one, two)]
    met = find_meeting(pile, ids[0], ids[1], is_one_voice)
    if not is_one_voice and _is_one_speech(a, b, compared, met is not None):
        yield _two_speakers(pile, _heard(pile, one, two, met), compared)
    is_told = _are_told_of_copies(pile, one, two)
    if is_one_voice and met and compared.equal >= _SHORTEST and not is_told and _differ(a, b, compared):
        yield _two_wordings(pile, _heard(pile, one, two, met), compared)


def _are_told_of_copies(pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation]) -> bool:
    """Do they differ in copies of one text only? What a copy changed is told once, as its change."""
    return all(
        a.span.source_id != b.span.source_id and are_changed_in_copy(pile, a.span, b.span, CONSEQUENCE)
        for a in one[:_MOST_TOLD]
        for b in two[:_MOST_TOLD]
    )


def _heard(
    pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation], met: tuple[str, str] | None
) -> tuple[list[Quotation], list[Quotation]]:
    """The quotations of both that stand in texts of one event; all, where the words alone tell."""
    if met is None:
        return list(one), list(two)
    return (
        [q for q in one if find_event(pile, q.span.source_id, met[1])],
        [q for q in two if find_event(pile, met[0], q.span.source_id)],
    )


def _grams(quotation: Quotation) -> frozenset[tuple[str, ...]]:
    """Runs of three words: two wordings of one utterance share at least one of them."""
    words = quotation.folded
    return frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def _is_one_speech(a: Quotation, b: Quotation, compared: Comparison, is_one_event: bool) -> bool:
    """Nearly the same words from two persons; a short sentence can be said twice, so in one event only."""
    if not (a.is_person and b.is_person) or compared.equal < _SAME_SHARE * compared.length:
        return False
    return is_one_event or compared.equal >= _LONG_SPEECH


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


def _two_speakers(
    pile: Pile, heard: tuple[list[Quotation], list[Quotation]], compared: Comparison
) -> Conflict:
    a, b = heard[0][0], heard[1][0]
    names = [_name(pile, q) for q in (a, b)]
    sides = _sides(pile, names, heard)
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=class_of(sides),
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Who said it: {names[0]} or {names[1]}?",
        why=(
            f"The same {compared.equal} words are given to {names[0]} and to {names[1]}. One person may have "
            f"repeated the other, or one text names the wrong speaker. {say_support(pile, sides)}"
        ),
        subject=" ".join(w for w in a.folded if w not in FUNCTION_WORDS)[:120],
        predicate="speaker",
        scope_key=" / ".join(sorted((a.speaker, b.speaker))),
        sides=sides,
    )


def _sides(
    pile: Pile, values: Sequence[str], heard: tuple[list[Quotation], list[Quotation]]
) -> tuple[Side, ...]:
    return tuple(
        make_side(pile, value, [q.span for q in group]) for value, group in zip(values, heard, strict=True)
    )


def _two_wordings(
    pile: Pile, heard: tuple[list[Quotation], list[Quotation]], compared: Comparison
) -> Conflict:
    a, b = heard[0][0], heard[1][0]
    sides = _sides(pile, [_differing(q, compared, i) for i, q in enumerate((a, b))], heard)
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{_name(pile, a)} quoted in two wordings: {sides[0].value} / {sides[1].value}",
        why=(
            f"Of {compared.length} words that both quotations cover, {compared.equal} are equal. Two "
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
