"""Files that were refused, skipped or read with a warning, in groups by what was the matter."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.sources import State
from provenance.report.codes import explain
from provenance.report.places import SourceCard

SHOWN = 12
"""Sources of a group that are named, with what was said of each; the others are counted."""
_ORDER = (State.REFUSED, State.SKIPPED, State.WARNED)
_OTHER = "other reasons"


@frozen
class Trouble:
    """Sources of one state with one code. `sources`: (source, what was said of it), by number.

    `code`: "" where a source has a problem in words only.
    """

    state: State
    code: str
    meaning: str
    sources: tuple[tuple[SourceCard, str], ...]

    @property
    def shown(self) -> tuple[tuple[SourceCard, str], ...]:
        """The first of them."""
        return self.sources[:SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.sources) - SHOWN)


def group_troubles(cards: Sequence[SourceCard]) -> tuple[Trouble, ...]:
    """Refused before skipped before warned; within a state the largest group first. A source that several
    things were noticed of stands in several groups."""
    groups: dict[tuple[State, str], list[tuple[SourceCard, str]]] = {}
    for card in cards:
        source = card.source
        if source.state is State.READ:
            continue
        told = [(notice.code.value, notice.text) for notice in source.notices]
        for code, text in told or [("", source.problem or "")]:
            groups.setdefault((source.state, code), []).append((card, text))
    ordered = sorted(groups, key=lambda key: (_ORDER.index(key[0]), -len(groups[key]), key[1]))
    return tuple(
        Trouble(state, code, explain(code) if code else _OTHER, tuple(groups[state, code]))
        for state, code in ordered
    )
