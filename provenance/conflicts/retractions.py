"""A text that its publisher took back: the gravest thing that a later state can say."""

import re
from collections.abc import Iterator

from provenance.conflicts.page_sides import make_state_sides, opening
from provenance.conflicts.page_states import States
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import listed, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.reuse import ReuseKind

_TEXT = (
    "article|story|paper|study|report|post|piece|column|text|preprint|chapter|dispatch|interview|review|"
    "artikel|beitrag|aufsatz|artículo|estudio|articolo|studio|artigo|étude|статья|статью|исследование"
)
_TAKEN_BACK = (
    "retract(?:ed|ion)|withdrawn|withdrawal|rétracté(?:e|ation)?|rétractation|zurückgezogen|zurückgenommen|"
    "retractad[oa]|retractación|retirad[oa]|ritirat[oa]|ritrattat[oa]|ritrattazione|retratad[oa]|ingetrokken|"
    "отозван[аоы]?"
)
_RETRACTED = re.compile(
    rf"^\W*(?:{_TAKEN_BACK})\b|\b(?:{_TEXT})(?: [^\W\d_]+){{0,3}} (?:{_TAKEN_BACK})\b"
    r"|\bwe (?:\w+ )?(?:retract|withdraw)\b|論文撤回|記事を撤回|سحب هذا|논문 철회",
    re.IGNORECASE,
)
"""With these words journals and newsrooms take a text itself back, from general knowledge of the trade."""
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
