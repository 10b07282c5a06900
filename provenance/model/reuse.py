"""Passages that two places share, and what was changed between them."""

import re
from enum import StrEnum

from attrs import evolve, field, frozen, validators

from provenance.model.keys import make_key
from provenance.model.spans import Span

LOST = "x-"
"""Beginning of the key of a lost ancestor."""
SAME_TEXT = "the same text, saved twice"
"""Among the reasons of two states of a page."""
_TEXT_NAMES = re.compile(r"\btext [ab]\b")


class ReuseKind(StrEnum):
    """What sort of sharing it is."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    BOILERPLATE = "boilerplate"
    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    VERSION = "version"  # both sides are states of one page


class Direction(StrEnum):
    """Which way the text travelled, where that is known."""

    A_TO_B = "a->b"
    B_TO_A = "b->a"
    COMMON_SOURCE = "common-source"
    UNKNOWN = "unknown"

    def flipped(self) -> "Direction":
        """The same, read from the other side."""
        swap = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
        return swap.get(self, self)


class ChangeKind(StrEnum):
    """What sort of thing differs, most consequential first.

    Modality is how certain or necessary a statement is, and a word that leaves it to unnamed others
    (allegedly, reportedly) is one; attribution is who is named as saying it; a hedge is how exact a number is
    (at least). Names in scripts without capitals cannot be told from words: their changes are wording.
    """

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    MODALITY = "modality"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"
    ROLE = "role"
    NAME = "name"
    HEDGE = "hedge"
    WORDING = "wording"
    OCR = "ocr"  # a possible misreading of scanned text
    TYPOGRAPHY = "typography"


ANOTHER_SPELLING = "another spelling"
"""Judgement: the same name, word or value, written otherwise."""
ANOTHER_NAME = "another name"
MISREADING = "possible misreading"
"""Judgement: as a scanner misreads letters or figures."""
MISSPELLING = "possible misspelling"
SENTENCE_DROPPED = "sentence dropped"
"""Judgement: a whole sentence or more that b lacks."""
SENTENCE_ADDED = "sentence added"
"""Judgement: a whole sentence or more that a lacks."""
MOVED = "moved"
"""Judgement: the same words stand elsewhere in the passage."""
OPPOSED = "opposed"
"""Judgement of wording: words that cannot both hold stand for each other (rose, fell)."""
_TURNED = {SENTENCE_DROPPED: SENTENCE_ADDED, SENTENCE_ADDED: SENTENCE_DROPPED}


@frozen(order=True)
class Change:
    """One difference inside an alignment: a's [a_start, a_end) reads b's [b_start, b_end).

    Offsets in code points of the stored texts of a and b; an empty range is an insertion on the other side.
    `judgement`: what else is known of it in words, one of those above; "" if nothing is.
    """

    kind: ChangeKind
    a_start: int
    a_end: int
    a_text: str
    b_start: int
    b_end: int
    b_text: str
    judgement: str = ""

    def turned(self) -> "Change":
        """The same, read from the other side."""
        a, b = (self.a_start, self.a_end, self.a_text), (self.b_start, self.b_end, self.b_text)
        return Change(self.kind, *b, *a, _TURNED.get(self.judgement, self.judgement))


@frozen(order=True)
class DirectionEvidence:
    """One reason for the direction of a shared passage. `towards`: the direction for which it speaks.

    `weight`: how much it says, 0..1; evidence that is listed and proves nothing has 0.
    """

    towards: Direction
    weight: float = field(validator=[validators.ge(0.0), validators.le(1.0)])
    reason: str

    def turned(self) -> "DirectionEvidence":
        """The same, read from the other side."""
        return DirectionEvidence(self.towards.flipped(), self.weight, _turned_words(self.reason))


@frozen(order=True)
class Alignment:
    """A pair of spans that say the same; a ≤ b in the order of spans.

    `grade`: share of words that are equal in the best word alignment, 0..1 (2·equal / words of both).
    `changes`: in the order of a. `direction_reason`: the evidence in words, also for "unknown".
    `direction_confidence`: 0..1, of the asserted direction, 0 for "unknown"; `evidence`: all that was
    weighed, weightiest first. `upstream`: the third source that both sides name (an agency, an outlet), "" if
    there is none.
    """

    a: Span
    b: Span
    kind: ReuseKind
    grade: float = field(validator=[validators.ge(0.0), validators.le(1.0)])
    changes: tuple[Change, ...] = ()
    direction: Direction = Direction.UNKNOWN
    direction_reason: str = ""
    direction_confidence: float = field(default=0.0, validator=[validators.ge(0.0), validators.le(1.0)])
    evidence: tuple[DirectionEvidence, ...] = ()
    upstream: str = ""

    @property
    def key(self) -> str:
        """Made of both places, from whichever side they are read."""
        a, b = sorted((self.a, self.b))
        return make_key("r", a.source_id, a.start, a.end, b.source_id, b.start, b.end)

    def turned(self) -> "Alignment":
        """The same, read from the other side."""
        return evolve(
            self,
            a=self.b,
            b=self.a,
            changes=tuple(sorted((each.turned() for each in self.changes), key=_place_in_a)),
            direction=self.direction.flipped(),
            direction_reason=_turned_words(self.direction_reason),
            evidence=tuple(each.turned() for each in self.evidence),
        )


@frozen(order=True)
class Lineage:
    """Between two sources of one family: `child` derives from `parent` as far as evidence goes.

    `family`: the least source id in it. `parent`: a source id, or the key of a text that is not in the pile
    and from which several of the family derive (`is_lost`). `confidence`: 0..1.
    """

    family: str
    parent: str
    child: str
    confidence: float
    reason: str

    @property
    def is_lost(self) -> bool:
        """Is the parent a text that the pile does not hold?"""
        return self.parent.startswith(LOST)


@frozen(order=True)
class PageVersion:
    """Two states of one page: `later` is what the page said after `earlier`, where `is_ordered`; else the
    order is that of their ids and not known.

    `page`: source id of the first state, for all states of one page. `reason`: why they are one page and in
    this order. `notice`: where the later state tells of a correction or an update; None if it is silent.
    """

    earlier: str
    later: str
    page: str
    is_ordered: bool
    reason: str
    notice: Span | None = None

    @property
    def is_same_text(self) -> bool:
        """Is it one text that was saved twice? If the order is not known either, both are one state."""
        return SAME_TEXT in self.reason.split("; ")


@frozen(order=True)
class SourceGroup:
    """In which group of sources not known to be independent a source stands.

    `group`: the least source id in it. `counts`: whether this source is the one counted for its group.
    """

    source_id: str
    group: str
    counts: bool
    reason: str


def _place_in_a(change: Change) -> tuple[int, int, int]:
    return change.a_start, change.a_end, change.b_start


def _turned_words(reason: str) -> str:
    """What a reason says of text a is then said of text b."""
    return _TEXT_NAMES.sub(lambda found: "text b" if found.group() == "text a" else "text a", reason)
