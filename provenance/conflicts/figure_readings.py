"""Figures that say one thing in the same words, put together; those that words do not explain left out."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.conflicts.measures import Measure
from provenance.conflicts.pile import Pile
from provenance.model.claims import ClaimKind
from provenance.model.spans import Span

_ALONE = re.compile(r"\s?(?:[,.;:!?)]|$|(?:and|or)\b)")


@frozen(eq=False)
class Reading:
    """Claims that say one thing in the same words, copies of one another as a rule, by place."""

    measures: tuple[Measure, ...]
    is_only: bool
    """Is it the only figure for its act and noun in its texts?"""

    @property
    def first(self) -> Measure:
        """The first by place: it stands for all."""
        return self.measures[0]


def without_ambiguous(pile: Pile, measures: Sequence[Measure]) -> list[Measure]:
    """Figures of which the words of their sentence tell what they are of."""
    by_sentence = _by_sentence(pile, measures)
    return [m for m in measures if not _is_ambiguous(pile, m, by_sentence)]


def _by_sentence(pile: Pile, measures: Sequence[Measure]) -> dict[tuple[str, int], list[Measure]]:
    found: dict[tuple[str, int], list[Measure]] = defaultdict(list)
    for each in measures:
        if each.claim.span is not None:
            found[_sentence_of(pile, each.claim.span)].append(each)
    return found


def _sentence_of(pile: Pile, span: Span) -> tuple[str, int]:
    return span.source_id, pile.sentence_index(span.source_id, span.start)


def _only_figures(measures: Sequence[Measure]) -> set[tuple[str, str, frozenset[str]]]:
    """Source, act and noun for which the source has one figure only."""
    figures: dict[tuple[str, str, frozenset[str]], set[tuple[float, float]]] = defaultdict(set)
    for found in measures:
        figures[_own(found)].add((found.low, found.high))
    return {key for key, values in figures.items() if len(values) == 1}


def _own(found: Measure) -> tuple[str, str, frozenset[str]]:
    return found.claim.source_id, found.act, found.noun


def find_readings(measures: Sequence[Measure]) -> list[Reading]:
    """Figures with one value of one thing in the same words and names as one reading each, by place."""
    only = _only_figures(measures)
    held: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for found in measures:
        claim = found.claim
        same = (found.low, found.high, found.unit, found.act, found.noun, found.context, found.years)
        who = (found.people, found.places, claim.subject_entity, claim.valid_from, claim.valid_to)
        held[*same, *who, _own(found) in only].append(found)
    return [Reading(tuple(group), bool(key[-1])) for key, group in held.items()]


def _is_ambiguous(
    pile: Pile, found: Measure, by_sentence: Mapping[tuple[str, int], Sequence[Measure]]
) -> bool:
    """Do other figures of the unit stand in its sentence, so that words do not tell whose it is?"""
    span = found.claim.span
    if span is None or found.claim.subject_entity or found.is_given or found.owner:
        return False
    for other in by_sentence.get(_sentence_of(pile, span), ()):
        place = other.claim.span
        if place is None or (place.start < span.end and span.start < place.end):
            continue  # itself, or the whole of which it is a part
        is_rival = other.unit == found.unit and other.act == found.act
        if is_rival and other.claim.number != found.claim.number:
            return True
    return not found.act and _has_bare_number(pile, span)


def _has_bare_number(pile: Pile, span: Span) -> bool:
    """Is there a number in the sentence that counts nothing of its own ("four and three years")?"""
    start, end = pile.sentence_at(span.source_id, span.start)
    claims = pile.claims_at(span.source_id, ClaimKind.QUANTITY, span.start)
    taken = [(c.span.start, c.span.end) for c in claims if c.span]
    taken += [(d.start, d.end) for d in pile.dates_in(span.source_id, start, end)]
    text = pile.text(span.source_id)
    for number in pile.numbers_at(span.source_id, span.start):
        first, last = number.start + start, number.end + start
        is_taken = any(s < last and first < e for s, e in taken)
        is_age = text[first - 2 : first] == ", " and text[last : last + 1] == ","
        is_alone = _ALONE.match(text, last) is not None and not is_age
        if is_alone and not is_taken and not number.is_ordinal and number.value > 1:
            return True
    return False
