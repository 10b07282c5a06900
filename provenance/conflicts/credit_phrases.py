"""Phrases that name who says it: "according to the ministry", "as the Post wrote"."""

import re
from collections.abc import Sequence

from provenance.conflicts.pile import Pile
from provenance.model.spans import Span
from provenance.text.tokens import Token

_CLAUSE = re.compile(r"[^,;:()“”\"\n]+")
_ACCORDING = ("according", "to")
_MOST_WORDS = 8
"""Of a clause that does nothing but name a speaker."""
_BEFORE_VERB = 7
"""Words after "as" among which the verb of saying stands."""
_LONGEST = 120


def find_credit_phrase(pile: Pile, source_id: str, start: int, end: int) -> Span | None:
    """The first such phrase of the sentence of [start, end), outside of that range; None if it has none."""
    offset, without = max(0, start - 1) if start == end else start, (start, end)
    start, end = pile.sentence_at(source_id, offset)
    text, words = pile.text(source_id), pile.words_at(source_id, offset)
    clauses = list(_CLAUSE.finditer(text, start, end))
    for clause in clauses if len(clauses) > 1 else ():
        inside = [word for word in words if clause.start() <= word.start and word.end <= clause.end()]
        first = _first(pile, inside)
        if first is None or inside[-1].end - first.start > _LONGEST:
            continue
        if inside[-1].end <= without[0] or without[1] <= first.start:
            return Span(source_id, first.start, inside[-1].end)
    return None


def _first(pile: Pile, words: Sequence[Token]) -> Token | None:
    """Where the phrase begins in a clause; None if the clause is none."""
    folded = [word.folded for word in words]
    at = next((i for i in range(len(folded) - 2) if tuple(folded[i : i + 2]) == _ACCORDING), None)
    if at is not None:
        return words[at]
    verbs = pile.knowledge.say_verbs
    is_said = bool(folded) and folded[0] == "as" and any(word in verbs for word in folded[2:_BEFORE_VERB])
    is_short = 1 < len(folded) <= _MOST_WORDS and (folded[-1] in verbs or folded[0] in verbs)
    return words[0] if is_said or is_short else None
