"""Shared passages side by side: which pieces differ, which text is earlier, who shares with whom."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.model.reuse import Alignment, ChangeKind, Direction, ReuseKind
from provenance.model.spans import Span
from provenance.report.changes import ChangeList, list_changes
from provenance.report.places import Directory, SourceCard, clip
from provenance.report.reasons import Reasons, list_reasons
from provenance.report.words import DIRECTIONS, QUIET_CHANGES, confidence, with_labels

EQUAL_CHARS = 1_200
"""Longer runs without a difference are shown without their middle."""
EDGE_CHARS = 300
"""What is left of such a run at either end."""
APART = frozenset({ReuseKind.BOILERPLATE, ReuseKind.QUOTATION})
"""Kinds that tell nothing of copying."""
_EARLIER = "earlier"
UPSTREAM_CHARS = 200
"""Longer names of a third source are cut."""


@frozen
class Piece:
    """A stretch of one side. `label`: what sort of difference, "" for wording; `omitted`: characters left
    out at this place."""

    text: str
    is_changed: bool = False
    label: str = ""
    omitted: int = 0


@frozen
class CopySide:
    """One of the two texts. `letter`: a or b, as reasons call them; `role`: what it is as far as known
    ("earlier text", "one text")."""

    card: SourceCard
    letter: str
    role: str
    start: int
    end: int
    link: str
    pieces: tuple[Piece, ...]


@frozen
class Copy:
    """A shared passage; the earlier text stands left where it is known. `direction`: with its reason.

    `confidence`: of that direction, "" where none is asserted.
    """

    anchor: str
    alignment: Alignment
    left: CopySide
    right: CopySide
    direction: str
    confidence: str
    reasons: Reasons
    listed: ChangeList
    characters: int

    @property
    def changes(self) -> str:
        """All differences counted by kind, or that there is none."""
        return self.listed.heading

    @property
    def is_ordered(self) -> bool:
        """Is it known which of the two is the earlier one?"""
        return self.left.role.startswith(_EARLIER)

    @property
    def places(self) -> str:
        """Where it stands: `S1 and S3`, or `S2, twice`."""
        if self.left.card is self.right.card:
            return f"{self.left.card.label}, twice"
        return f"{self.left.card.label} and {self.right.card.label}"


def ranked(alignments: Iterable[Alignment]) -> tuple[list[Alignment], list[Alignment]]:
    """Copies, those with consequential changes first, then by length; and boilerplate and quotations.

    What states of one page have in common is neither.
    """
    ordered = [each for each in in_order(alignments) if each.kind is not ReuseKind.VERSION]
    together = [alignment for alignment in ordered if alignment.kind not in APART]
    return together, [alignment for alignment in ordered if alignment.kind in APART]


def in_order(alignments: Iterable[Alignment]) -> list[Alignment]:
    """Those with consequential changes first, then by length."""
    return sorted(alignments, key=_rank)


def make_copies(
    alignments: Iterable[Alignment], directory: Directory, left: tuple[str, tuple[str, str]] | None = None
) -> tuple[Copy, ...]:
    """Each side by side, in the order given. `left`: the source that stands left in all, with the roles of
    the left and the right text; by default the earlier text does, as far as it is known."""
    anchors: set[str] = set()
    copies = []
    for number, alignment in enumerate(alignments, start=1):
        anchor = alignment.key if alignment.key not in anchors else f"{alignment.key}-{number}"
        anchors.add(anchor)
        copies.append(_copy(alignment, anchor, directory, left or _left(alignment)))
    return tuple(copies)


def covered(spans: Iterable[tuple[int, int]]) -> int:
    """How many code points the ranges cover together."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def side_pieces(text: str, span: Span, ranges: Sequence[tuple[int, int, ChangeKind]]) -> tuple[Piece, ...]:
    """`text` of `span` in pieces; `ranges`: (start, end, kind) of what differs, empty ranges are skipped."""
    pieces: list[Piece] = []
    at = span.start
    for start, end, kind in sorted(ranges):
        if end <= start or start < at or end > span.end:
            continue
        pieces.extend(_equal(text[at:start]))
        pieces.append(Piece(text[start:end], True, "" if kind in QUIET_CHANGES else kind.value))
        at = end
    pieces.extend(_equal(text[at : span.end]))
    return tuple(pieces)


def _equal(text: str) -> list[Piece]:
    if not text:
        return []
    if len(text) <= EQUAL_CHARS:
        return [Piece(text)]
    head = text[: _word_end(text, EDGE_CHARS)]
    tail = text[_word_end(text, len(text) - EDGE_CHARS) :]
    return [Piece(head), Piece("", omitted=len(text) - len(head) - len(tail)), Piece(tail)]


def _word_end(text: str, at: int) -> int:
    """The end of the word at `at`, if it is near, so that no word is cut."""
    return next((end for end in range(at, min(at + 30, len(text))) if text[end].isspace()), at)


def _rank(alignment: Alignment) -> tuple[int, int, Alignment]:
    kinds = list(ChangeKind)
    gravest = min((kinds.index(change.kind) for change in alignment.changes), default=len(kinds))
    is_grave = gravest < kinds.index(ChangeKind.NAME)
    order = gravest if is_grave else len(kinds)
    return order, -max(len(alignment.a), len(alignment.b)), alignment


def _left(alignment: Alignment) -> tuple[str, tuple[str, str]]:
    """Which source stands left, and what both are called."""
    if alignment.a.source_id == alignment.b.source_id:
        return alignment.a.source_id, ("first place", "second place")
    if alignment.direction is Direction.B_TO_A:
        return alignment.b.source_id, ("earlier text", "later text")
    is_dated = alignment.direction is Direction.A_TO_B
    return alignment.a.source_id, ("earlier text", "later text") if is_dated else ("one text", "other text")


def _copy(alignment: Alignment, anchor: str, directory: Directory, side: tuple[str, tuple[str, str]]) -> Copy:
    a_changes = [(c.a_start, c.a_end, c.kind) for c in alignment.changes]
    b_changes = [(c.b_start, c.b_end, c.kind) for c in alignment.changes]
    first, roles = side
    ends = [("a", alignment.a, a_changes), ("b", alignment.b, b_changes)]
    is_flipped = alignment.a.source_id != first
    if is_flipped:
        ends.reverse()
    left, right = (
        _side(span, changes, (letter, role), directory)
        for (letter, span, changes), role in zip(ends, roles, strict=True)
    )
    labels = {each.letter: each.card.label for each in (left, right)}
    is_asserted = alignment.direction is not Direction.UNKNOWN and alignment.direction_confidence > 0
    return Copy(
        anchor=anchor,
        alignment=alignment,
        left=left,
        right=right,
        direction=_direction(alignment, left, right),
        confidence=confidence(alignment.direction_confidence) if is_asserted else "",
        reasons=list_reasons(alignment, labels),
        listed=list_changes(alignment.changes, is_flipped),
        characters=max(len(alignment.a), len(alignment.b)),
    )


def _side(
    span: Span, changes: Sequence[tuple[int, int, ChangeKind]], called: tuple[str, str], directory: Directory
) -> CopySide:
    card = directory.by_id[span.source_id]
    pieces = side_pieces(card.source.text, span, changes)
    return CopySide(card, *called, span.start, span.end, directory.link(span), pieces)


def _direction(alignment: Alignment, left: CopySide, right: CopySide) -> str:
    labels = {side.letter: side.card.label for side in (left, right)}
    told = with_labels(alignment.direction_reason, labels)
    reason = f": {told}" if told else ""
    if left.card is right.card:
        return "Both places stand in one text"
    if alignment.direction not in (Direction.A_TO_B, Direction.B_TO_A):
        words = DIRECTIONS[alignment.direction]
        upstream = clip(alignment.upstream, UPSTREAM_CHARS)
        named = f", {upstream}, which both name" if upstream else ""
        return words[0].upper() + words[1:] + named + reason
    words = f"{left.card.label} is the earlier text, {right.card.label} the later one"
    publishers = {side.card.source.value("publisher") for side in (left, right)}
    if len(publishers) == 1 and None not in publishers:
        words += "; reused by its publisher"
    return words + reason
