"""Two states of one page side by side: what was changed between them, and whether a notice tells of it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.acts import RISING, act_of
from provenance.conflicts.changes import Edit, find_edits_of
from provenance.conflicts.clauses import clause_around
from provenance.conflicts.expressions import bare_words, whole_expression
from provenance.conflicts.page_changes import find_story_part
from provenance.conflicts.pile import Pile
from provenance.model.reuse import Alignment, ChangeKind, PageVersion, ReuseKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers
from provenance.text.tokens import find_words

NOT_THERE = "(not there)"
"""The reading of a state that lacks the words."""
_BOTH = 2
_NAMED_WORDS = 3
"""Long words that a notice has in common with a clause, from which it speaks of it."""
_BEGINNING = 5
"""Letters of a long word that inflection hardly changes."""
_EDGE_CHARACTERS = 12
"""From the ends of a passage, where other wording is what surrounds it."""
_SENTENCE_CHARACTERS = 40
"""Of words that only one state has, from which they may be a sentence, which is told as such."""


@frozen
class States:
    """Two neighbouring states of a page. `notice`: what the later one says of its change, "" if nothing."""

    version: PageVersion
    notice: str

    @property
    def pair(self) -> tuple[str, str]:
        """Earlier, later."""
        return self.version.earlier, self.version.later


@frozen
class ChangedPlace:
    """A changed fact: the readings of both states and where they stand."""

    edit: Edit
    values: tuple[str, str]
    spans: tuple[Span, Span]


def find_state_edits(pile: Pile, states: States) -> list[Edit]:
    """Typed changes between the two states, by place in the earlier one, each place once."""
    found: dict[tuple[int, int, int, int], Edit] = {}
    for alignment in pile.shared(*states.pair, with_furniture=True):
        if alignment.kind is ReuseKind.VERSION:
            typed = list(find_edits_of(pile, alignment))
            for edit in (*typed, *_reworded(pile, alignment, typed)):
                ranges = state_ranges(states, edit)
                found.setdefault((*ranges[0], *ranges[1]), edit)
    return [found[key] for key in sorted(found) if not _is_of_notice(states, found[key])]


def _reworded(pile: Pile, alignment: Alignment, typed: Sequence[Edit]) -> Iterator[Edit]:
    """Changes of wording that say nothing beside other copies, but that this page made: none of those typed,
    none at the ends of the passage, and no whole sentences."""
    known = [(edit.change.a_start, edit.change.a_end) for edit in typed]
    for whole in alignment.changes:
        change = find_story_part(pile, alignment, whole) if whole.kind is ChangeKind.WORDING else None
        if change is None or fold_text(change.a_text) == fold_text(change.b_text):
            continue
        inner = min(change.a_start - alignment.a.start, alignment.a.end - change.a_end)
        is_sentence = not (change.a_text and change.b_text) and max(map(len, (change.a_text, change.b_text)))
        is_new = not any(start <= change.a_end and change.a_start <= end for start, end in known)
        if is_new and inner >= _EDGE_CHARACTERS and is_sentence <= _SENTENCE_CHARACTERS:
            yield Edit(alignment, change)


def state_ranges(states: States, edit: Edit) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the change stands in the earlier and in the later state."""
    change = edit.change
    a, b = (change.a_start, change.a_end), (change.b_start, change.b_end)
    return (a, b) if edit.alignment.a.source_id == states.version.earlier else (b, a)


def _is_of_notice(states: States, edit: Edit) -> bool:
    """Does the change stand inside the notice itself?"""
    notice = states.version.notice
    start, end = state_ranges(states, edit)[1]
    return notice is not None and notice.start <= start and end <= notice.end


def read_place(pile: Pile, states: States, edit: Edit) -> ChangedPlace:
    """Both readings of a change as a person would quote them, with the clauses in which they stand."""
    values, spans = [], []
    for source_id, (start, end) in zip(states.pair, state_ranges(states, edit), strict=True):
        first, last = start, end
        if start < end and edit.kind in (ChangeKind.DATE, ChangeKind.NUMBER):
            is_date = edit.kind is ChangeKind.DATE
            first, last = whole_expression(pile, source_id, start, end, is_date=is_date)
        values.append(bare_words(pile.text(source_id), first, last) or NOT_THERE)
        sentence = pile.sentence_at(source_id, max(0, start - 1) if start == end else start)
        spans.append(clause_around(pile.text(source_id), source_id, start, end, sentence))
    return ChangedPlace(edit, (values[0], values[1]), (spans[0], spans[1]))


def names_change(pile: Pile, states: States, place: ChangedPlace) -> bool:
    """Does the notice speak of this change: has it both readings, one with a word of those around it, or
    several of those words?"""
    if not states.notice:
        return False
    notice = f" {fold_text(states.notice)} "
    change = place.edit.change
    readings = {fold_text(text) for text in (change.a_text, change.b_text)} - {""}
    told = sum(f" {reading} " in notice for reading in readings)
    said = _beginnings(states.notice)
    around = max(len(said & _beginnings(pile.quote(span))) for span in place.spans)
    return told == _BOTH or (told == 1 and around > 0) or around >= _NAMED_WORDS


def _beginnings(text: str) -> set[str]:
    """Long words without their endings, in whatever language."""
    return {w.folded[:_BEGINNING] for w in find_words(text) if len(w.folded) >= _BEGINNING}


def is_rising(pile: Pile, place: ChangedPlace) -> bool:
    """Is it a count of victims, of the arrested or the rescued, that did not fall?"""
    if place.edit.kind is not ChangeKind.NUMBER:
        return False
    found = [find_numbers(value, pile.knowledge) for value in place.values]
    if any(len(numbers) != 1 or numbers[0].unit or numbers[0].is_ordinal for numbers in found):
        return False
    low, high = (numbers[0].bounds for numbers in found)
    is_higher = low[0] <= high[0] and low[1] <= high[1]
    return is_higher and all(
        any(act_of(word.folded) in RISING for word in pile.words_at(span.source_id, span.start))
        for span in place.spans
    )
