"""Conditions in a sentence: if it rains, unless they pay, subject to approval."""

from collections.abc import Sequence

from attrs import frozen

from provenance.claims.statement_units import Unit

_OPENERS = tuple(
    tuple(phrase.split())
    for phrase in (
        "on condition that", "on the condition that", "on condition of", "in the event that",
        "in the event of", "in exchange for", "in return for", "as long as", "so long as", "only if",
        "only when", "only once", "only with", "only after", "provided that", "providing that",
        "assuming that", "given that", "subject to", "conditional on", "contingent on", "dependent on",
        "depending on", "depends on", "depend on", "not before", "not until", "if", "unless", "provided",
        "providing", "assuming", "supposing", "once", "pending", "contingent upon", "conditional upon",
        "dependent upon", "barring", "absent", "failing", "without",
    )
)  # fmt: skip
"""What opens a condition; longer ones first."""
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _OPENERS:
    _BY_FIRST.setdefault(_phrase[0], []).append(_phrase)
_FIRST = frozenset({*_BY_FIRST, "should", "were", "had", "permitting"})
"""Words of which one opens every condition."""
_ASKING = frozenset("asked ask asks see wonder wonders wondered know knows knew whether even as said".split())
"""Words before "if" that make it a question or a comparison."""
_AHEAD = 9
_WAITING = frozenset({"suspended", "closed", "detained", "held", "custody"})
_PAST_ONCE = frozenset("not never at for than more just only had who which was were is".split())


@frozen
class Condition:
    """A condition at [start, end) of the text. `opener`: the words that open it."""

    start: int
    end: int
    opener: str


def find_conditions(units: Sequence[Unit]) -> list[Condition]:
    """Conditions of a sentence in order, each up to its end or the mark behind which the rest goes on."""
    found: list[Condition] = []
    if _FIRST.isdisjoint([unit.low for unit in units]):
        return found
    at = 0
    while at < len(units):
        phrase = _opens(units, at)
        if phrase:
            end = _end(units, at, len(phrase))
            found.append(Condition(units[at].start, units[end - 1].end, " ".join(phrase)))
            at = end
        else:
            at += 1
    return found


def _opens(units: Sequence[Unit], at: int) -> tuple[str, ...]:
    unit = units[at]
    if not unit.is_plain:
        return ()
    for phrase in _BY_FIRST.get(unit.low, ()):
        if tuple(u.low for u in units[at : at + len(phrase)]) == phrase and _is_meant(units, at, phrase):
            return phrase
    if unit.low in ("should", "were", "had") and _is_inverted(units, at):
        return (unit.low,)
    if unit.low == "permitting" and at and units[at - 1].low == "weather":
        return (unit.low,)
    return ()


def _is_meant(units: Sequence[Unit], at: int, phrase: tuple[str, ...]) -> bool:
    """Does the phrase open a condition here, and not a question or a time in the past?"""
    before = units[at - 1].low if at and not units[at].mark else ""
    if phrase == ("if",):
        return before not in _ASKING
    if phrase == ("once",):
        return before not in _PAST_ONCE and at + 1 < len(units) and not units[at + 1].mark
    if phrase in (("provided",), ("providing",)):
        return (
            bool(units[at].mark) and at + 1 < len(units) and units[at + 1].low in ("the", "they", "he", "it")
        )
    if phrase in (("barring",), ("absent",), ("failing",), ("without",)):
        return _is_leading(units, at)
    if phrase == ("pending",):
        return bool(units[at].mark) or before in _WAITING
    return True


def _is_leading(units: Sequence[Unit], at: int) -> bool:
    """Absent a court order, …; without more money, they will …: at the start, with a plan behind the mark."""
    if at and units[at - 1].low not in ("that", "and", "but"):
        return False
    mark = next((here for here in range(at + 1, len(units)) if units[here].mark == ","), -1)
    behind = {u.low for u in units[mark : mark + _AHEAD]} if mark > 0 else set()
    return bool(behind & {"will", "would", "could", "may", "might", "can", "is", "goes", "shall"})


def _is_inverted(units: Sequence[Unit], at: int) -> bool:
    """Should the Senate pass the law; were the jury to find: at the start of a sentence or behind a mark."""
    if at and not units[at].mark:
        return False
    rest = units[at + 1 : at + 9]
    if not rest or rest[0].low in ("be", "not", "been", "n't"):
        return False
    if units[at].low == "were":
        return any(u.low == "to" for u in rest)
    return units[at].low == "should" or (units[at].low == "had" and not at)


def _end(units: Sequence[Unit], at: int, length: int) -> int:
    """The unit behind the condition: at a mark, if it opens the sentence at the first comma."""
    is_first = at == 0
    here = at + length
    while here < len(units):
        mark = units[here].mark
        if mark == ";" or (mark == "," and (is_first or here - at > 2)):
            break
        here += 1
    return max(here, at + 1)
