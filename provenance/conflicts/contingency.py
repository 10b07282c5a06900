"""Words by which a sentence makes something depend on something else, and those that rule that out."""

from collections.abc import Sequence

from provenance.text.tokens import Token

_PHRASES = (
    "if", "unless", "provided that", "provided the", "providing", "as long as", "so long as",
    "only when", "only once", "only with", "only after", "only then", "on condition", "conditional",
    "condition", "conditions", "conditionally", "condition that", "contingent", "dependent", "depend",
    "depends", "depending", "depended", "hinge", "hinges", "hinged", "hang on", "hangs on", "hung on",
    "rests on", "subject to", "in the event", "in exchange", "in return", "assuming", "supposing",
    "pending", "permitting", "proviso", "provisos", "string", "strings", "demand", "demands",
    "prerequisite", "precondition", "preconditions", "requirement", "requires", "not before",
    "not until", "not unless", "until", "once", "eligible", "in case", "otherwise", "should", "up to",
    "whether", "caveat", "stipulated", "stipulates", "insists on", "insisted on", "ultimatum",
    "without another", "without more", "barring", "absent a", "absent an", "absent any",
    "need the consent", "needs the consent", "awaits", "awaiting", "when",
)  # fmt: skip
"""Longer phrases behind shorter ones do no harm: one is enough."""
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _PHRASES:
    _words = tuple(_phrase.split())
    _BY_FIRST.setdefault(_words[0], []).append(_words)
_WEAK = frozenset({"should", "when", "until", "once", "up", "demand", "demands", "condition", "whether"})
"""Words that mostly mean something else: they count only as _is_strong says."""
_OWNED = frozenset("one only main their his her its sole the that this".split())
_RULED_OUT = frozenset(
    "nothing no without any whatever regardless irrespective unconditional unconditionally whichever".split()
)
_LEADS = {
    "demand": _OWNED,
    "demands": _OWNED,
    "condition": _OWNED | {"on", "a"},
    "until": frozenset({"not", "wait", "waits", "waiting"}),
}
"""Weak word → words before it that make it a condition."""
_SUBJECTS = frozenset("the it they he she all its their".split())
_PERFECT = frozenset({"has", "have"})
_CLAUSE = 8
_NEAR = 5


def find_contingency(words: Sequence[Token]) -> int:
    """Position of the first word that makes what is said depend on something; -1 where none does.

    Asked for nothing in return, without condition, whatever happens: such are passed over.
    """
    lows = [w.folded for w in words]
    for at, low in enumerate(lows):
        for phrase in _BY_FIRST.get(low, ()):
            if tuple(lows[at : at + len(phrase)]) != phrase or not _is_strong(lows, at, phrase):
                continue
            if not _RULED_OUT.intersection(lows[max(0, at - _NEAR) : at]):
                return at
    return _inverted(lows)


def _is_strong(lows: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    """Does the phrase mean a condition here?"""
    first = phrase[0]
    before = lows[at - 1] if at else ""
    if first == "if":
        return before not in ("as", "asked", "even")
    if len(phrase) > 1 or first not in _WEAK:
        return True
    if first == "when":
        return bool(_PERFECT.intersection(lows[at + 1 : at + 1 + _CLAUSE]))
    if first == "once" and lows[at + 1 : at + 2] and lows[at + 1] in _SUBJECTS:
        return True
    return before in _LEADS.get(first, ()) or (at == 0 and first in ("should", "once"))


def _inverted(lows: Sequence[str]) -> int:
    """ "were the jury to find": the place of "were"."""
    for at, low in enumerate(lows[:-3]):
        if (
            low == "were"
            and lows[at + 1] in ("the", "it", "they", "he", "she", "a")
            and "to" in lows[at + 2 : at + 6]
        ):
            return at
    return -1
