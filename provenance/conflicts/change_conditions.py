"""Conditions inside what was changed."""

from collections.abc import Sequence
from functools import lru_cache

from provenance.conflicts.pile import Pile
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Change
from provenance.text.folding import fold_text
from provenance.text.tokens import Token, find_words

_ALSO_TIMES = frozenset("after before once pending until when whenever whether without except".split())


def condition_start(pile: Pile, words: Sequence[Token]) -> int:
    """Position of the first word of a condition among words of a sentence; -1 if there is none."""
    openings = _phrases(pile.knowledge)
    for at, word in enumerate(words):
        if any(_begins(words, at, phrase) for phrase in openings.get(word.folded, ())):
            return at
    return -1


def condition_of(pile: Pile, change: Change) -> str:
    """The condition that either side of a change holds, from its first word on; "" if there is none."""
    return conditional(pile, change.a_text) or conditional(pile, change.b_text)


def conditional(pile: Pile, text: str) -> str:
    """`text` from its first condition word on; "" if it has none."""
    words = list(find_words(text))
    at = condition_start(pile, words)
    return text[words[at].start :] if at >= 0 else ""


@lru_cache(maxsize=8)
def _phrases(knowledge: Knowledge) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → conditions as folded words; those that may as well tell a time are left out."""
    phrases = sorted({tuple(fold_text(phrase).split()) for phrase in knowledge.conditions - _ALSO_TIMES})
    firsts = sorted({phrase[0] for phrase in phrases if phrase})
    return {word: tuple(p for p in phrases if p and p[0] == word) for word in firsts}


def _begins(words: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(w.folded for w in words[at : at + len(phrase)]) == phrase
