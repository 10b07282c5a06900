"""Changes of one place of a copied text taken together, whichever of the copies show them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.changes import Edit
from provenance.conflicts.clauses import clause_around
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import content_stems, overlap
from provenance.model.spans import Span
from provenance.text.components import find_components
from provenance.text.folding import fold_text

_BLOCK = 64
"""Code points of a text in which changed places are looked up together."""
_SAME_CLAUSE = 0.75
"""Share of content words beside a change from which two places are one place of one text."""
_LEAST_STEMS = 2
_MOST_ALIKE = 40
"""Groups with one reading that are compared with each other."""


def group_by_place(pile: Pile, edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits that touch one place of one source, directly or through others; and those that tell of the same
    change in the same clause, between other copies of the text."""
    groups = _same_place(edits)
    by_reading: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for reading in sorted({(each.kind.value, text) for each in group for text in _readings(each)}):
            by_reading[reading].append(number)
    joined = []
    for _, numbers in sorted(by_reading.items()):
        for at, number in enumerate(numbers[:_MOST_ALIKE]):
            for other in numbers[at + 1 : _MOST_ALIKE]:
                if _are_one_clause(pile, groups[number], groups[other]):
                    joined.append((str(number), str(other)))
                    break
    part = find_components([str(number) for number in range(len(groups))], joined)
    found: dict[str, list[Edit]] = {}
    for number, group in enumerate(groups):
        found.setdefault(part[str(number)], []).extend(group)
    return list(found.values())


def changed_clause(pile: Pile, source_id: str, start: int, end: int) -> Span:
    """The clause around one side of a change; where that side has no words, behind the word before it, or of
    the sentence that begins there. Looked for once a place."""
    found = pile.clauses.get((source_id, start, end))
    if found is None:
        found = pile.clauses[source_id, start, end] = _changed_clause(pile, source_id, start, end)
    return found


def _changed_clause(pile: Pile, source_id: str, start: int, end: int) -> Span:
    sentence = pile.sentence_at(source_id, start)
    if start == end and sentence[0] != start:
        sentence = pile.sentence_at(source_id, max(0, start - 1))
    return clause_around(pile.text(source_id), source_id, start, end, sentence)


def sides_of(edit: Edit) -> Iterator[tuple[str, int, int]]:
    """(source, start, end) of both sides of a change, a first."""
    change = edit.change
    yield edit.alignment.a.source_id, change.a_start, change.a_end
    yield edit.alignment.b.source_id, change.b_start, change.b_end


def stems_beside(pile: Pile, source_id: str, start: int, end: int) -> list[str]:
    """Content words of the clause around a change, without its own."""
    span = changed_clause(pile, source_id, start, end)
    text = pile.text(source_id)
    return content_stems(f"{text[span.start : start]} {text[end : span.end]}")


def _readings(edit: Edit) -> set[str]:
    return {fold_text(text) for text in (edit.change.a_text, edit.change.b_text)} - {""}


def _are_one_clause(pile: Pile, one: Sequence[Edit], other: Sequence[Edit]) -> bool:
    """Between copies of one text, in which a clause is there once: no source may be in both."""
    if _sources(one) & _sources(other):
        return False
    first, second = ([stems_beside(pile, *place) for place in sides_of(group[0])] for group in (one, other))
    return any(
        min(len(a), len(b)) >= _LEAST_STEMS and overlap(a, b) >= _SAME_CLAUSE for a in first for b in second
    )


def _sources(edits: Sequence[Edit]) -> set[str]:
    return {source_id for edit in edits for source_id, _, _ in sides_of(edit)}


def _same_place(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits that touch one place of one source, directly or through others."""
    held: dict[tuple[str, int], dict[tuple[int, int], int]] = defaultdict(dict)
    last = list(range(len(edits)))  # edit → a later one of its group; the last edit of each stands for it
    before: list[list[int]] = []
    for number, edit in enumerate(edits):
        touching: set[int] = set()
        for source_id, start, end in _places(edit):
            for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
                known = held[source_id, block]
                touching |= {
                    _last_of(last, other)
                    for (first, close), other in known.items()
                    if first < end and start < close
                }
                known[start, end] = number
        before.append(sorted(touching - {number}))
        for other in before[number]:
            last[other] = number
    return [
        [edits[member] for member in _members(number, before)]
        for number in range(len(edits))
        if last[number] == number
    ]


def _last_of(last: list[int], number: int) -> int:
    """The last edit of the group in which `number` is; the way there is cut short for the next time."""
    while last[number] != number:
        last[number] = last[last[number]]
        number = last[number]
    return number


def _members(number: int, before: Sequence[Sequence[int]]) -> list[int]:
    """`number` after all that it joined, each after what it had joined before."""
    found, waiting = [], [number]
    while waiting:
        found.append(waiting.pop())
        waiting += before[found[-1]]
    return found[::-1]


def _places(edit: Edit) -> Iterator[tuple[str, int, int]]:
    return ((source_id, start, max(end, start + 1)) for source_id, start, end in sides_of(edit))
