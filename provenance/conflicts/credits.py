"""Whom a text credits for a figure, by name or by a plain description of it ("17 by the harbour police")."""

import re

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

_GIVEN = re.compile(
    r"\b(?:given|put|counted|estimated|reported|stated|numbered|reckoned|cited|listed|recorded)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\s[\w-]{1,20}){0,2}?,?\s(?:by|according\sto)\s((?:[^\W\d_][\w'’-]{0,30}[ ]?){1,8})", re.IGNORECASE
)
_ENDS = frozenset("and or but while whereas though although with as at in on".split())
_OF = re.compile(r"\s(?:of|for|de|du|des|del|di|von)\s")


def find_credit(pile: Pile, span: Span) -> str:
    """Who is named right behind a figure as the one who gives it, folded; "" if nobody is.

    Only in a sentence that says that figures are given: "14 by fire and 17 by smoke" names causes.
    """
    start, end = pile.sentence_at(span.source_id, span.start)
    text = pile.text(span.source_id)
    found = _CREDIT.match(text, span.end, min(end, span.end + 200))
    if found is None or not _GIVEN.search(text, start, span.start):
        return ""
    words = []
    for word in find_words(found[1]):
        if word.folded in _ENDS:
            break
        words.append(word.folded)
    return " ".join(words)


def descriptions(name: str) -> tuple[str, ...]:
    """Plain descriptions of a folded name of several words, longest first: its kind of body with "the".

    "lake city fire brigade" is "the city fire brigade", "the fire brigade" and "the brigade".
    """
    words = _OF.split(name)[0].split()
    whole = len(words) == len(name.split())
    tails = [words[at:] for at in range(1 if whole else 0, len(words))]
    return tuple(f"the {' '.join(t)}" for t in tails if t and t[0] not in FUNCTION_WORDS)


def is_credited(credit: str, name: str) -> bool | None:
    """Does a credit mean the body of this name? None where one word of description leaves it open."""
    given, full = fold_text(credit), fold_text(name)
    if not given or not full:
        return False
    if given.removeprefix("the ") == full.removeprefix("the "):
        return True
    found = next((d for d in descriptions(full) if given == d), "")
    if not found:
        return False
    return True if len(found.split()) > 2 else None
