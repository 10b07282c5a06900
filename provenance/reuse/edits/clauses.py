"""Clauses and sentences that only one of two copies has: what they are, and where they begin and end."""

import re

from provenance.model.reuse import ChangeKind
from provenance.reuse.edits.wording import (
    ACCORDING,
    CONDITION,
    MEASURE,
    PURE_TIMES,
    RESTRICTIONS,
    SAYING,
    VALUES,
    Wording,
    fold_word,
)

_OPENING = 2
"""Words from the beginning in which a condition opens a clause."""
_SUBJECT = 5
"""Words before the verb of saying of an attribution, at most."""
_LONGEST_ATTRIBUTION = 8
"""Words of a sentence that tells no more than who said it, at most."""
_LEAST_SENTENCE = 3
"""Words of a whole sentence, at least."""
_NOT_SPEAKERS = frozenset("which who that as and but has have had is are was were he'll to".split())
_STOP_BEFORE = re.compile(
    r"(?:^|[.!?…。！？؟]['\"”’»)\]]{0,2}\s+|[。！？؟]['\"”’»)\]]{0,2}|\n)['\"“‘«(\[¿¡]{0,2}$"
)
_STOP_AFTER = re.compile(r"['\"”’»)\]]{0,2}(?:[.!?…。！？؟]|\s{0,8}\n|\s{0,8}$)")
_BREAK_AFTER = re.compile(r"\s{0,3}[,;:()—–]")
_BREAK_BEFORE = re.compile(r"[,;:(—–]\s{0,3}$")
_LOOK = 8

Words = list[str]


def sentence_kind(words: Words, wording: Wording) -> ChangeKind:
    """Of a whole sentence: wording, unless it opens as a condition or is nothing but an attribution."""
    kind = clause_kind(words, wording)
    is_more = kind is ChangeKind.ATTRIBUTION and len(words) > _LONGEST_ATTRIBUTION
    return ChangeKind.WORDING if is_more else kind


def clause_kind(words: Words, wording: Wording) -> ChangeKind:
    """Of a clause that one side lacks: a condition or attribution if it opens as one, else wording."""
    at = wording.find(words, CONDITION)
    if 0 <= at < _OPENING and words[at] not in PURE_TIMES:
        return ChangeKind.CONDITION
    if is_attribution(words, ([], []), wording):
        return ChangeKind.ATTRIBUTION
    return ChangeKind.WORDING


def is_restriction(words: Words, context: tuple[Words, Words], wording: Wording) -> bool:
    """Do these folded words, which one side lacks, restrict a statement: only members, solely, members only?

    Before a number, a time or after an article, "only" does not: only 40, only later, the only one.
    """
    if len(words) != 1 or words[0] not in RESTRICTIONS or not wording.phrases[CONDITION]:
        return False
    before, after = context
    if before and fold_word(before[-1]) in _BEFORE_ONLY:
        return False
    next_word = fold_word(after[0]) if after else ""
    is_counted = any(wording.classes[word] & (VALUES | MEASURE) for word in after[:2])
    return not is_counted and next_word not in _AFTER_ONLY


_BEFORE_ONLY = frozenset("a an the his her its my our your their not if with".split())
_AFTER_ONLY = frozenset(
    "a an the after ago because before few just last later once one partly recently then this to too"
    " today tomorrow twice when yesterday".split()
)


def is_attribution(words: Words, context: tuple[Words, Words], wording: Wording) -> bool:
    """Do these folded words only tell who said it: according to him, police said, he told them that?

    A verb of saying closes them, or a speaker of few words and the verb open them.
    """
    if ACCORDING in " ".join(words[:3]):
        return True
    sayings = wording.phrases[SAYING]
    at = next((n for n, word in enumerate(words) if word in sayings), -1)
    if not 0 <= at <= _SUBJECT or _NOT_SPEAKERS.intersection(words[:at]):
        return False
    if at == len(words) - 1 or words[at + 1] in ("that", "on", "in") or words[-1] == "that":
        return True
    return at > 0 and wording.lemmas.get(words[at]) in _TELLING


_TELLING = frozenset(("tell", "testify"))
"""Verbs after which those told may be named (told the court)."""


def is_sentence(text: str, start: int, end: int) -> bool:
    """Is [start, end) a whole sentence or more: does one begin there and one end there?"""
    if len(text[start:end].split()) < _LEAST_SENTENCE:
        return False
    return begins_sentence(text, start) and ends_sentence(text, end)


def begins_sentence(text: str, start: int) -> bool:
    """Does what stands before end a sentence or a line?"""
    return _STOP_BEFORE.search(text, max(0, start - _LOOK), start) is not None or start == 0


def ends_sentence(text: str, end: int) -> bool:
    """Does what stands behind end a sentence or a line?"""
    return _STOP_AFTER.match(text, end) is not None or text[max(0, end - 1) : end] in ".!?。！？؟"


def break_weight(text: str, start: int, end: int) -> int:
    """How well [start, end) is set off by sentence ends, commas and the like: 0 for not at all.

    Of equal places for one insertion ("the cat [and the] dog"), an editor marks the one set off best.
    """
    before = (
        2 if begins_sentence(text, start) else bool(_BREAK_BEFORE.search(text, max(0, start - _LOOK), start))
    )
    after = 2 if ends_sentence(text, end) else bool(_BREAK_AFTER.match(text, end))
    return 2 * (before + after) + (before == after)
