"""A language model's marks as evidence: what it says of a candidate that the rules found."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model.names import EntityKind
from provenance.model.tagger import Tagger
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import KINDS, OTHER, Evidence, no_evidence

EXACT = {EntityKind.PERSON: 1.2, EntityKind.ORGANIZATION: 1.5, EntityKind.PLACE: 0.5}
"""Weight of a mark on the very words of a candidate. Chosen among 18 settings on one half of the CrossNER
politics dev part, and better on the other too; a person's was 2.0 there, which made persons of firms of two
unknown words: 1.2, too little alone, keeps the F1. That a small model marks nothing says nothing: any weight
for it lost more than it gained, as did names that only the model marks."""
_NO_NAME = 0.5
_LONG_SHARE = 0.7
"""Of that weight for names of several words, of which the rules know more: most are told by their head."""


@frozen(order=True)
class Mark:
    """What the model takes for a name: code points `start` to `end`, end excluded."""

    source_id: str
    start: int
    end: int
    kind: EntityKind


def read_marks(texts: Mapping[str, str], tagger: Tagger) -> dict[str, list[Mark]]:
    """The model's marks of every source, by start."""
    return {
        source_id: sorted(
            Mark(source_id, start, end, kind) for start, end, kind in tagger.tag(texts[source_id])
        )
        for source_id in sorted(texts)
    }


def weigh_marks(setting: Setting, marks: Sequence[Mark]) -> Evidence:
    """What the model's marks say of a candidate."""
    found = no_evidence()
    start, end = setting.start, setting.end
    for mark in _near(marks, start, end):
        is_met = mark.start < end and start < mark.end
        if is_met and abs(mark.start - start) <= 4 and 0 <= mark.end - end <= 2:
            share = 1.0 if len(setting.candidate.words) == 1 else _LONG_SHARE
            found[KINDS.index(mark.kind) if mark.kind in EXACT else OTHER] += (
                EXACT.get(mark.kind, _NO_NAME) * share
            )
    return found


def _near(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    place = bisect_left(marks, start, key=lambda mark: mark.start)
    return marks[max(0, place - 1) : bisect_left(marks, end, key=lambda mark: mark.start)]
