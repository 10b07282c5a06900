"""A text that its publisher took back: the gravest thing that a later state can say."""

import re
from collections.abc import Iterator

from provenance.conflicts.page_sides import make_state_sides, opening
from provenance.conflicts.page_states import States
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import listed, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.reuse import ReuseKind

_RETRACTED = re.compile(
    r"\b(?:retract(?:ed|ion|ing|s)|withdrawn|withdraws|withdrew|expression of concern|rétract(?:é|ée|ation)|"
    r"retirad[oa]|retractad[oa]|retractación|zurückgezogen|zurückgenommen|ritirat[oa]|ritrattazione|"
    r"retratad[oa]|ingetrokken|отозван[аоы]?|отзыв)\b|撤回|سحب هذا|철회",
    re.IGNORECASE,
)
"""Words with which journals and newsrooms take a text back, from general knowledge of the trade."""
_OF_NO_COPY = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION, ReuseKind.VERSION)
_MOST_COPIES = 5


def find_retraction(pile: Pile, states: States, scope_key: str) -> Iterator[Conflict]:
    """The finding that the later state says it was taken back, which the earlier one does not."""
    earlier, later = states.pair
    notice = states.version.notice
    if notice is None or not _RETRACTED.search(states.notice):
        return
    copies = _copies(pile, earlier, later)
    labels = [pile.sources[source_id].source.path for source_id in states.pair]
    why = [
        f"An earlier and a later state of one page: {labels[0]} and {labels[1]} ({states.version.reason}).",
        f"The later one says: {quoted(states.notice.rstrip('.'))}. The earlier one does not say it.",
    ]
    if copies:
        more = len(copies) - _MOST_COPIES
        shown = [*copies[:_MOST_COPIES], *([f"{more} more"] if more > 0 else [])]
        why.append(f"Texts that share passages with it: {listed(shown)}.")
    why.append("What was taken back, and why, only its notice tells. States of one page are one source.")
    yield Conflict(
        kind=ConflictKind.PAGE_VERSION,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.HIGH,
        certainty=Level.HIGH,
        scope=Scope.BETWEEN,
        title=f"A later state of a page says that it was taken back: {quoted(states.notice.rstrip('.'))}",
        why=" ".join(why),
        subject="retraction",
        predicate="retraction",
        scope_key=scope_key,
        sides=make_state_sides(
            pile,
            states,
            ("without the notice", "with the notice"),
            ([opening(pile, earlier)], [notice]),
        ),
    )


def _copies(pile: Pile, *states: str) -> list[str]:
    """Paths of texts that share passages with one of these states, in their order."""
    found = {
        side.source_id
        for state in states
        for alignment in pile.alignments_of(state)
        if alignment.kind not in _OF_NO_COPY
        for side in (alignment.a, alignment.b)
    }
    return sorted(pile.sources[each].source.path for each in found - set(states))
