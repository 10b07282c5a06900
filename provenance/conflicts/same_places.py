"""Findings inside one text that say of the same places what another finding says already."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Scope
from provenance.model.spans import Span

_OF_OTHER_SORT = frozenset({ConflictKind.NAME_VARIANT, ConflictKind.METADATA, ConflictKind.DESCRIPTION})
_ENOUGH = 2
"""Places of two findings that meet, from which both speak of one slip."""


def without_repeats(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """`conflicts` in their order, without those inside one text of which two places, or the only one, lie in
    places of an earlier one of the same text."""
    held: dict[str, list[tuple[int, list[Span]]]] = defaultdict(list)
    kept = []
    for number, conflict in enumerate(conflicts):
        spans = _spans(conflict)
        is_inside = (
            conflict.conflict_class is ConflictClass.INSIDE_ONE_TEXT
            and conflict.scope is Scope.WITHIN
            and conflict.kind not in _OF_OTHER_SORT
        )
        if is_inside and spans and any(_are_met(spans, other) for _, other in held[spans[0].source_id]):
            continue
        kept.append(conflict)
        if conflict.kind not in _OF_OTHER_SORT and conflict.scope is Scope.WITHIN:
            for source_id in sorted({span.source_id for span in spans}):
                held[source_id].append((number, spans))
    return kept


def _spans(conflict: Conflict) -> list[Span]:
    return [e.span for side in conflict.sides for e in side.evidence if e.span is not None]


def _are_met(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    met = sum(any(span.overlap(other) for other in others) for span in spans)
    return met >= min(_ENOUGH, len(spans))
