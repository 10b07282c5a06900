"""Pages of which the pile holds several states: their order, whether a change was announced, what changed."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from provenance.model.reuse import Alignment, PageVersion, ReuseKind
from provenance.report.copies import Copy, in_order, make_copies
from provenance.report.places import Directory, Place, SourceCard
from provenance.report.words import with_labels

PAIRS = 60
"""Pairs of states shown; those after them are counted."""
PASSAGES = 3
"""Aligned passages shown for one pair, those with grave changes first."""


@frozen
class StatePair:
    """Two states of one page. `notice`: where the later one tells of a correction, None if it is silent.

    `passages`: what they have in common, with what was changed; `more`: further ones in the tables.
    """

    left: SourceCard
    right: SourceCard
    order: str
    reason: str
    notice: Place | None
    silence: str
    passages: tuple[Copy, ...]
    more: int


def page_of(versions: Sequence[PageVersion]) -> dict[str, str]:
    """Source id → its page, for those that are states of one."""
    return {source_id: one.page for one in versions for source_id in (one.earlier, one.later)}


def state_passages(
    versions: Sequence[PageVersion], alignments: Sequence[Alignment]
) -> tuple[list[Alignment], ...]:
    """For each of the first PAIRS: the passages of both, those with grave changes first."""
    by_pair: dict[frozenset[str], list[Alignment]] = defaultdict(list)
    for alignment in alignments:
        if alignment.kind is ReuseKind.VERSION:
            by_pair[frozenset((alignment.a.source_id, alignment.b.source_id))].append(alignment)
    return tuple(in_order(by_pair[frozenset((one.earlier, one.later))]) for one in versions[:PAIRS])


def make_states(
    versions: Sequence[PageVersion], passages: Sequence[Sequence[Alignment]], directory: Directory
) -> tuple[StatePair, ...]:
    """The first PAIRS of `versions` in their order, with the passages of `state_passages`."""
    shown = versions[:PAIRS]
    return tuple(_pair(one, found, directory) for one, found in zip(shown, passages, strict=True))


def _pair(version: PageVersion, found: Sequence[Alignment], directory: Directory) -> StatePair:
    left, right = directory.by_id[version.earlier], directory.by_id[version.later]
    ends = sorted((left, right), key=lambda card: card.source.id)
    roles = ("earlier state", "later state") if version.is_ordered else ("one state", "other state")
    order = "which of them is the earlier state is not known"
    if version.is_ordered:
        order = f"{left.label} is the earlier state, {right.label} the later one"
    silence = "No notice of a correction or an update was found"
    is_silent = version.is_ordered and any(alignment.changes for alignment in found)
    return StatePair(
        left=left,
        right=right,
        order=order,
        reason=with_labels(version.reason, dict(zip("ab", (card.label for card in ends), strict=True))),
        notice=directory.place(version.notice) if version.notice else None,
        silence=f"{silence}: what differs was changed silently" if is_silent else silence,
        passages=make_copies(found[:PASSAGES], directory, (version.earlier, roles)),
        more=max(0, len(found) - PASSAGES),
    )
