"""How much hangs on a finding: one table for all kinds."""

from collections.abc import Mapping

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level

CONSEQUENCE: Mapping[ConflictKind, Level] = {
    ConflictKind.EDITED_COPY: Level.HIGH,
    ConflictKind.QUANTITY: Level.HIGH,
    ConflictKind.ARITHMETIC: Level.HIGH,
    ConflictKind.CONDITION: Level.HIGH,
    ConflictKind.OPPOSED: Level.HIGH,
    ConflictKind.STATUS: Level.HIGH,
    ConflictKind.ATTRIBUTION: Level.HIGH,
    ConflictKind.HEADLINE: Level.HIGH,
    ConflictKind.PAGE_VERSION: Level.HIGH,
    ConflictKind.METADATA: Level.HIGH,
    ConflictKind.STALE_FIGURE: Level.MEDIUM,
    ConflictKind.ROLE: Level.MEDIUM,
    ConflictKind.MEMBERSHIP: Level.MEDIUM,
    ConflictKind.CONTROL: Level.MEDIUM,
    ConflictKind.KINSHIP: Level.MEDIUM,
    ConflictKind.EVENT_DATE: Level.MEDIUM,
    ConflictKind.LOCATION: Level.MEDIUM,
    ConflictKind.WORDING: Level.MEDIUM,
    ConflictKind.PARAPHRASE: Level.MEDIUM,
    ConflictKind.DATE_ORDER: Level.MEDIUM,
    ConflictKind.IMPOSSIBLE_DATE: Level.MEDIUM,
    ConflictKind.WEEKDAY_DATE: Level.MEDIUM,  # where something rests on the day; else its file says low
    ConflictKind.ALIAS_SELF: Level.MEDIUM,
    ConflictKind.ALIAS_CONFLICT: Level.MEDIUM,
    ConflictKind.DESCRIPTION: Level.LOW,
    ConflictKind.NAME_VARIANT: Level.LOW,
}
"""The most that can hang on a finding of a kind, and what its file starts from: first numbers, conditions,
negations, who did or said what; then roles, event dates and places, memberships, wordings; then spellings."""


def consequence_of(kind: ConflictKind) -> Level:
    """What hangs on a finding of this kind where nothing makes it less."""
    return CONSEQUENCE[kind]


def at_most_its_kind(conflict: Conflict) -> Conflict:
    """The finding with a consequence no higher than its kind has; of a mere spelling, low."""
    most = Level.LOW if conflict.conflict_class is ConflictClass.SPELLING else CONSEQUENCE[conflict.kind]
    return conflict if conflict.consequence.rank >= most.rank else evolve(conflict, consequence=most)
