"""What was changed inside a shared passage, as a list to read: grave changes first, small ones counted."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.reuse import Change, ChangeKind
from provenance.report.places import clip
from provenance.report.words import CHANGE_KINDS, MISREADING, QUIET_CHANGES, SENTENCES, count

LINES = 30
"""Changes of one passage that are listed; the others are counted."""
TEXT_CHARS = 160
"""Longer readings are cut; the texts side by side have them whole."""


@frozen
class ChangeLine:
    """One change. `left`, `right`: what the texts read there, "" where one has nothing. `judgement`: what
    else is known of it ("another name"), "" if nothing is."""

    kind: str
    left: str
    right: str
    judgement: str


@frozen
class ChangeList:
    """`heading`: all changes counted; `lines`: those of consequence, `more`: how many of them are not listed;
    `folded`: the small ones counted in words, "" without any."""

    heading: str
    lines: tuple[ChangeLine, ...]
    more: int
    folded: str


def list_changes(changes: Sequence[Change], is_flipped: bool = False) -> ChangeList:
    """All changes of a passage; `is_flipped`: text b stands on the left."""
    grave = sorted((c for c in changes if _is_listed(c)), key=_rank)
    quiet = [c.judgement or CHANGE_KINDS[c.kind] for c in sorted(changes, key=_rank) if not _is_listed(c)]
    kinds = [CHANGE_KINDS[kind] for kind in ChangeKind for change in changes if change.kind is kind]
    heading = f"{count(len(changes), 'difference')}: {_counted(kinds)}" if changes else "no difference"
    return ChangeList(
        heading=heading,
        lines=tuple(_line(change, is_flipped) for change in grave[:LINES]),
        more=max(0, len(grave) - LINES),
        folded=_counted(quiet),
    )


def _is_listed(change: Change) -> bool:
    """What says something else; and a whole sentence that only one text has."""
    return change.kind not in QUIET_CHANGES or change.judgement in SENTENCES


def _rank(change: Change) -> tuple[bool, int, Change]:
    """A changed digit that may be a misreading says less than any other change."""
    return change.judgement == MISREADING, list(ChangeKind).index(change.kind), change


def _line(change: Change, is_flipped: bool) -> ChangeLine:
    left, right = clip(change.a_text, TEXT_CHARS), clip(change.b_text, TEXT_CHARS)
    if is_flipped:
        left, right = right, left
    if change.judgement in SENTENCES:  # which text has it is told, whichever stands on the left
        return ChangeLine("sentence", left, right, "")
    return ChangeLine(CHANGE_KINDS[change.kind], left, right, change.judgement)


def _counted(labels: Sequence[str]) -> str:
    return ", ".join(f"{labels.count(label)} × {label}" for label in dict.fromkeys(labels))
