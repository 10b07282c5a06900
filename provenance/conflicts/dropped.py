"""Sentences that two texts share but for a condition at the end, however short the shared stretch."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.change_conditions import condition_start
from provenance.conflicts.changes import Edit, find_edits_of
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile, pair_of
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.text.tokens import Token

_SHORTEST = 7
"""Words of a sentence that two texts hardly choose alike."""
_LONGEST = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_MOST_COPIES = 20
"""Texts with one sentence that are compared with a text that gives a condition for it."""
_MODAL = "(modal)"


def find_dropped_conditions(pile: Pile) -> Iterator[Edit]:
    """ "X will pay if they apply" in one text, "X will pay." in another of the same event.

    The words before the condition are the whole other sentence, modal verbs apart, which change with the
    condition. Places that lie in a shared passage already are left to it.
    """
    whole: dict[tuple[str, ...], list[tuple[str, Sequence[Token]]]] = defaultdict(list)
    conditional: list[tuple[str, Sequence[Token], int]] = []
    for source_id in pile.sources:
        for start, end in pile.sentences(source_id):
            words = pile.words_at(source_id, start) if end - start < _LONGEST else ()
            if len(words) >= _SHORTEST:
                whole[_plain(pile, words)].append((source_id, words))
                at = condition_start(pile, words)
                if at >= _SHORTEST:
                    conditional.append((source_id, words, at))
    for source_id, words, at in conditional:
        seen = {source_id}
        for other, short in whole.get(_plain(pile, words[:at]), [])[:_MOST_COPIES]:
            if other in seen or pile.are_one_page(source_id, other):
                continue
            if find_event(pile, source_id, other):
                seen.add(other)
                yield from _edit(pile, (source_id, words, at), (other, short))


def _plain(pile: Pile, words: Sequence[Token]) -> tuple[str, ...]:
    return tuple(_MODAL if w.folded in pile.knowledge.modals else w.folded for w in words)


def _edit(
    pile: Pile, full: tuple[str, Sequence[Token], int], cut: tuple[str, Sequence[Token]]
) -> Iterator[Edit]:
    source_id, words, at = full
    other, short = cut
    span = Span(source_id, words[0].start, words[-1].end)
    rest = Span(other, short[0].start, short[-1].end)
    if _is_shared(pile, span, rest):
        return
    first = next((i for i in range(at) if words[i].folded != short[i].folded), at)
    text, shorter = pile.text(source_id), pile.text(other)
    own = (words[first].start, span.end)
    left = (short[first].start if first < at else rest.end, rest.end)
    places = [(own, text[slice(*own)]), (left, shorter[slice(*left)])]
    sides = [span, rest]
    if rest < span:
        places.reverse()
        sides.reverse()
    (a, a_text), (b, b_text) = places
    change = Change(ChangeKind.CONDITION, *a, a_text, *b, b_text)
    grade = 2 * at / (len(words) + len(short))
    alignment = Alignment(sides[0], sides[1], ReuseKind.EDITED, grade, (change,))
    yield Edit(alignment, change, text[words[at].start : span.end])


def _is_shared(pile: Pile, a: Span, b: Span) -> bool:
    """Is the place in an edit that a shared passage has shown already?"""
    for alignment in pile.shared(*pair_of(a.source_id, b.source_id)):
        for edit in find_edits_of(pile, alignment):
            is_first = alignment.a.source_id == a.source_id
            start = edit.change.a_start if is_first else edit.change.b_start
            if edit.condition and a.start <= start <= a.end:
                return True
    return False
