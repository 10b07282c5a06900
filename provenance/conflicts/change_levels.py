"""How much hangs on what was changed, and what it is called."""

from provenance.conflicts.rewordings import EXCHANGED
from provenance.model.conflicts import Level
from provenance.model.reuse import OPPOSED, ChangeKind

CONSEQUENCE = {
    ChangeKind.NUMBER: Level.HIGH,
    ChangeKind.DATE: Level.HIGH,
    ChangeKind.NEGATION: Level.HIGH,
    ChangeKind.CONDITION: Level.HIGH,
    ChangeKind.ATTRIBUTION: Level.HIGH,
    ChangeKind.NAME: Level.HIGH,
    ChangeKind.ROLE: Level.MEDIUM,
    ChangeKind.MODALITY: Level.MEDIUM,
    ChangeKind.HEDGE: Level.MEDIUM,
}
"""Of facts; other changes are of wording."""
CONSEQUENCE_JUDGED = {OPPOSED: Level.HIGH, EXCHANGED: Level.MEDIUM}
"""Of wordings that turn what is told round."""
NOUN_JUDGED = {OPPOSED: "a word to one that excludes it", EXCHANGED: "the places of two words"}
NOUN = {
    ChangeKind.NUMBER: "a number",
    ChangeKind.DATE: "a date",
    ChangeKind.NEGATION: "a negation",
    ChangeKind.CONDITION: "a condition",
    ChangeKind.ATTRIBUTION: "who said it",
    ChangeKind.ROLE: "a role",
    ChangeKind.NAME: "a name",
    ChangeKind.MODALITY: "how certain or necessary it is",
    ChangeKind.HEDGE: "how exact it is",
    ChangeKind.WORDING: "the wording",
    ChangeKind.OCR: "a possible misreading",
}
