"""Shared passages side by side: which pieces differ, which text is earlier, who shares with whom."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.model.reuse import Alignment, Change, ChangeKind, Direction, ReuseKind
from provenance.model.spans import Span
from provenance.report.places import Directory, SourceCard
from provenance.report.words import DIRECTIONS, QUIET_CHANGES, count, with_labels

EQUAL_CHARS = 1_200
"""Longer runs without a difference are shown without their middle."""
EDGE_CHARS = 300
"""What is left of such a run at either end."""
APART = frozenset({ReuseKind.BOILERPLATE, ReuseKind.QUOTATION})
"""Kinds that tell nothing of copying."""


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
    """A shared passage; the earlier text stands left where it is known. `direction`: with its reason."""

    anchor: str
    alignment: Alignment
    left: CopySide
    right: CopySide
    direction: str
    changes: str
    characters: int

    @property
    def places(self) -> str:
        """Where it stands: `S1 and S3`, or `S2, twice`."""
        if self.left.card is self.right.card:
            return f"{self.left.card.label}, twice"
        return f"{self.left.card.label} and {self.right.card.label}"


def ranked(alignments: Iterable[Alignment]) -> tuple[list[Alignment], list[Alignment]]:
    """Passages, those with consequential changes first, then by length; and boilerplate and quotations."""
    ordered = sorted(alignments, key=_rank)
    together = [alignment for alignment in ordered if alignment.kind not in APART]
    return together, [alignment for alignment in ordered if alignment.kind in APART]


def make_copies(alignments: Iterable[Alignment], directory: Directory) -> tuple[Copy, ...]:
    """Each side by side, in the order given."""
    anchors: set[str] = set()
    copies = []
    for number, alignment in enumerate(alignments, start=1):
        anchor = alignment.key if alignment.key not in anchors else f"{alignment.key}-{number}"
        anchors.add(anchor)
        copies.append(_copy(alignment, anchor, directory))
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


def _copy(alignment: Alignment, anchor: str, directory: Directory) -> Copy:
    a_changes = [(c.a_start, c.a_end, c.kind) for c in alignment.changes]
    b_changes = [(c.b_start, c.b_end, c.kind) for c in alignment.changes]
    is_dated = alignment.direction in (Direction.A_TO_B, Direction.B_TO_A)
    roles = ("earlier text", "later text") if is_dated else ("one text", "other text")
    if alignment.a.source_id == alignment.b.source_id:
        roles = ("first place", "second place")
    ends = [("a", alignment.a, a_changes), ("b", alignment.b, b_changes)]
    if alignment.direction is Direction.B_TO_A:
        ends.reverse()
    left, right = (
        _side(span, changes, (letter, role), directory)
        for (letter, span, changes), role in zip(ends, roles, strict=True)
    )
    return Copy(
        anchor=anchor,
        alignment=alignment,
        left=left,
        right=right,
        direction=_direction(alignment, left, right),
        changes=_changes(alignment.changes),
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
        return words[0].upper() + words[1:] + reason
    words = f"{left.card.label} is the earlier text, {right.card.label} the later one"
    publishers = {side.card.source.value("publisher") for side in (left, right)}
    if len(publishers) == 1 and None not in publishers:
        words += "; reused by its publisher"
    return words + reason


def _changes(changes: Sequence[Change]) -> str:
    if not changes:
        return "no difference"
    kinds = [change.kind for change in changes]
    parts = [f"{kinds.count(kind)} × {kind.value}" for kind in ChangeKind if kind in kinds]
    return f"{count(len(changes), 'difference')}: {', '.join(parts)}"
