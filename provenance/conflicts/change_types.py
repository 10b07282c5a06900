"""What a change inside a shared passage tells, once names are known: its kind, or nothing."""

from attrs import evolve

from provenance.conflicts.change_conditions import condition_of
from provenance.conflicts.misreadings import is_misreading
from provenance.conflicts.pile import Pile
from provenance.conflicts.references import is_told_otherwise
from provenance.conflicts.rewordings import (
    EXCHANGED,
    are_exchanged,
    are_futures,
    are_in_contrast,
    are_one_title,
    are_titles,
    content_words,
    deny_alike,
    has_figure,
    has_other_words,
    is_another_thing,
    is_dated_from_now,
    is_stood_for,
    makes_another_title,
    say_the_same,
)
from provenance.conflicts.silent_changes import says_nothing
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import ANOTHER_NAME, OPPOSED, Alignment, Change, ChangeKind
from provenance.text.folding import fold_text
from provenance.text.tokens import find_words

_SHORTEST_PASSAGE = 150
"""Characters of a passage from which a change of mere wording is worth a line."""
_EDGE_CHARACTERS = 12
_TURNING = (ChangeKind.NEGATION, ChangeKind.MODALITY, ChangeKind.CONDITION)
"""What turns a statement: where only one text has it, the other says something else."""
_AUXILIARIES = frozenset("will would shall should may might can could must ought need dare".split())
"""Verbs of which each says its own, though dictionaries list them together."""


def typed_change(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    """The change with the kind that the names show; None if it says nothing to a reader."""
    if _is_one_text(pile, change) or _is_whole_sentence(pile, alignment, change):
        return None
    if is_told_otherwise(pile, alignment, change) or _is_nothing(pile, alignment, change):
        return None
    if not (_has_words(change.a_text) and _has_words(change.b_text)):
        return _typed_absence(pile, alignment, change)
    if change.kind is ChangeKind.NAME:
        return _typed_name(pile, alignment, change)
    if change.kind is ChangeKind.ATTRIBUTION and _is_quoted(pile, alignment, change):
        change = evolve(change, kind=ChangeKind.WORDING)
    if change.kind in (ChangeKind.WORDING, ChangeKind.HEDGE):
        return _typed_wording(pile, alignment, change)
    typed = _typed_value(pile, change)
    return None if _is_other_word(pile, alignment, typed) else typed


def _is_nothing(pile: Pile, alignment: Alignment, change: Change) -> bool:
    return says_nothing(pile, alignment, change) or _is_slip(pile, alignment, change)


def _is_one_text(pile: Pile, change: Change) -> bool:
    """Are both the same words, written otherwise?"""
    if fold_text(change.a_text) == fold_text(change.b_text):
        return True
    return say_the_same(change.a_text, change.b_text, pile.knowledge) and not are_exchanged(
        change.a_text, change.b_text
    )


def _typed_absence(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    """What only one text has. Absence is no disagreement: only what alters the statement that is left does
    tell something (a negation, a condition, who said it, "acting"), and a figure."""
    change = _typed_value(pile, change)
    if change.kind in _TURNING or change.kind in (ChangeKind.HEDGE, ChangeKind.NUMBER):
        return change
    if condition_of(pile, change):
        return evolve(change, kind=ChangeKind.CONDITION)
    if _is_elsewhere(pile, alignment, change):
        return None
    text = change.a_text + change.b_text
    is_told = {
        ChangeKind.ROLE: makes_another_title(text),
        ChangeKind.ATTRIBUTION: not _is_quoted(pile, alignment, change),
        ChangeKind.WORDING: has_figure(text, pile.knowledge),
    }
    return change if is_told.get(change.kind) else None


def _is_other_word(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it only another word for the same: one title, verbs that can stand for one another, or a day that
    one text names and the other counts from its own?"""
    if change.kind is ChangeKind.DATE:
        return is_dated_from_now(change.a_text) != is_dated_from_now(change.b_text)
    if change.kind is ChangeKind.ROLE:
        return are_one_title(change.a_text, change.b_text, pile.knowledge)
    if change.kind is ChangeKind.ATTRIBUTION:
        is_named = _entities(pile, alignment.a.source_id, change.a_start, change.a_end) or _entities(
            pile, alignment.b.source_id, change.b_start, change.b_end
        )
        return not is_named and not has_other_words(change.a_text, change.b_text, pile.knowledge)
    if change.kind is ChangeKind.NEGATION:
        return deny_alike(change.a_text, change.b_text, pile.knowledge)
    is_stated = {w.folded for t in (change.a_text, change.b_text) for w in find_words(t)} & _AUXILIARIES
    return (
        change.kind is ChangeKind.MODALITY
        and (not is_stated or are_futures(change.a_text, change.b_text))
        and is_stood_for(change.a_text, change.b_text, pile.knowledge)
    )


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_elsewhere(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Does the other text have the same words in another place of the sentence?"""
    source_id, at = alignment.a.source_id, change.a_start
    if _has_words(change.a_text):
        source_id, at = alignment.b.source_id, change.b_start
    words = set(content_words(change.a_text + change.b_text))
    return bool(words) and words <= {w.folded for w in pile.words_at(source_id, max(0, at - 1))}


def _is_slip(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """A misreading or a slip of the pen, unless names are known to be those of two."""
    ids = alignment.a.source_id, alignment.b.source_id
    is_known = bool(pile.knowledge.common_words) and all(pile.texts.is_english(each) for each in ids)
    if change.kind is ChangeKind.NEGATION or not is_known:
        return False  # without lists of the language's words, each of them would be a slip
    one = _entities(pile, alignment.a.source_id, change.a_start, change.a_end)
    two = _entities(pile, alignment.b.source_id, change.b_start, change.b_end)
    return not (one and two and one != two) and is_misreading(change.a_text, change.b_text, pile.knowledge)


def _is_quoted(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Do both texts have it between quotation marks? There stands what was said, and not who said it."""
    places = (alignment.a.source_id, change.a_start), (alignment.b.source_id, change.b_start)
    for source_id, start in places:
        before = pile.text(source_id)[pile.sentence_at(source_id, start)[0] : start]
        is_open = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
        if not is_open:
            return False
    return True


def _typed_value(pile: Pile, change: Change) -> Change:
    """A number or date that only one text has beside a changed modal verb: the modal verb decides."""
    has_value = [any(c.isdigit() for c in text) for text in (change.a_text, change.b_text)]
    words = {w.folded for text in (change.a_text, change.b_text) for w in find_words(text)}
    if not all(has_value) and any(has_value) and words & pile.knowledge.modals:
        return evolve(change, kind=ChangeKind.MODALITY)
    return change


def _typed_name(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    one = _entities(pile, alignment.a.source_id, change.a_start, change.a_end)
    two = _entities(pile, alignment.b.source_id, change.b_start, change.b_end)
    if one and two:
        return None if one == two else evolve(change, judgement="" if one & two else ANOTHER_NAME)
    return change


def _entities(pile: Pile, source_id: str, start: int, end: int) -> set[str]:
    mentions = pile.sources[source_id].mentions
    return {m.entity for m in mentions if m.span.start < end and start < m.span.end}


def _typed_wording(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    if condition_of(pile, change):
        return evolve(change, kind=ChangeKind.CONDITION)
    if change.kind is ChangeKind.HEDGE:
        return None if _is_one_hedge(pile, change) else change
    if change.judgement == OPPOSED or are_in_contrast(change.a_text, change.b_text):
        return evolve(change, judgement=OPPOSED)
    if len(alignment.a) < _SHORTEST_PASSAGE or _is_at_an_edge(alignment, change):
        return None
    return _typed_other_words(pile, change)


def _typed_other_words(pile: Pile, change: Change) -> Change | None:
    texts = change.a_text, change.b_text
    if are_exchanged(*texts):
        return evolve(change, judgement=EXCHANGED)
    if are_one_title(*texts, pile.knowledge) or not is_another_thing(*texts, pile.knowledge):
        return None
    return evolve(change, kind=ChangeKind.ROLE) if are_titles(*texts, pile.knowledge) else change


def _is_one_hedge(pile: Pile, change: Change) -> bool:
    hedges = [_hedge(pile.knowledge, text) for text in (change.a_text, change.b_text)]
    is_one = bool(hedges[0]) and hedges[0] == hedges[1]
    return is_one or is_stood_for(change.a_text, change.b_text, pile.knowledge)


def _hedge(knowledge: Knowledge, text: str) -> str:
    """What a hedge means; "" for none or an unknown one. "At least" and "no fewer than" mean one thing."""
    return knowledge.hedges.get(" ".join(text.casefold().split()), "")


def _is_at_an_edge(alignment: Alignment, change: Change) -> bool:
    """Where a passage begins or ends, other wording is what surrounds it."""
    first = min(change.a_start - alignment.a.start, change.b_start - alignment.b.start)
    last = min(alignment.a.end - change.a_end, alignment.b.end - change.b_end)
    return min(first, last) < _EDGE_CHARACTERS


def _is_whole_sentence(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Does only one text have it, and is it a sentence or more? Absence is not disagreement."""
    for source_id, text, start, end in (
        (alignment.a.source_id, change.a_text, change.a_start, change.a_end),
        (alignment.b.source_id, change.b_text, change.b_start, change.b_end),
    ):
        if len(text.split()) < 4:
            continue
        first = pile.sentence_at(source_id, start + len(text) - len(text.lstrip()))
        if first[0] >= start - 1 and first[1] <= end + 1:
            return True
    return False
