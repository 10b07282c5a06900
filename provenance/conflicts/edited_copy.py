"""What was changed inside a copied passage."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.conflicts.change_levels import CONSEQUENCE, NOUN
from provenance.conflicts.changes import Edit, find_edits, find_like_condition, later_side
from provenance.conflicts.clauses import clause_around
from provenance.conflicts.copied_states import is_change_of_page
from provenance.conflicts.dropped import find_dropped_conditions
from provenance.conflicts.expressions import bare_words, whole_expression
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position, listed, quoted
from provenance.conflicts.words import content_stems, overlap
from provenance.model.conflicts import (
    Conflict,
    ConflictClass,
    ConflictKind,
    Evidence,
    Level,
    Scope,
    Side,
)
from provenance.model.reuse import ANOTHER_SPELLING, MISREADING, ChangeKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_SLIGHT = frozenset((MISREADING, ANOTHER_SPELLING))
_SAID = {
    MISREADING: "Many words of the passage are misread, so this figure may be misread as well.",
    ANOTHER_SPELLING: "By its letters it is another spelling of one name.",
}
_CLOSE_COPY = 0.9
"""Share of equal words from which each change of wording stands out."""
_CLOSE_CLAUSE = 0.75
"""Share of content words around a change that both clauses have."""
_MOST_WORDINGS = 3
_BLOCK = 64
"""Code points of a text in which changed places are looked up together."""
_BESIDE = 40
"""Code points behind a change in which what is counted is named."""
_SHORT_PASSAGE = 20
"""Words of a passage that is hardly more than one sentence."""
_LETTER = re.compile(r'"[^"]*"|\btext (?P<letter>[ab])\b')
NOT_THERE = "(not there)"
"""The reading of a text that lacks the words."""


def find_edited_copies(pile: Pile) -> Iterator[Conflict]:
    """One finding a changed place; copies of one passage that change the same place are sides of one.

    Where a copy reads as one state of a page does, nothing was changed in it, whatever the page says now.
    """
    all_edits = (*find_edits(pile), *find_dropped_conditions(pile))
    edits = _worth_reading([edit for edit in all_edits if not is_change_of_page(pile, edit)])
    held: set[str] = set()
    for group in _same_place(edits):
        found = _finding(pile, group)
        if found.key in held:  # another change of the same kind in one clause
            found = evolve(found, subject=f"{found.subject} / {_beside(pile, group[0])}")
        number = 1
        while found.key in held:
            number += 1
            found = evolve(found, subject=f"{found.subject} / {number}")
        held.add(found.key)
        yield found


def _beside(pile: Pile, edit: Edit) -> str:
    """The first content word behind a change in a, such as what is counted."""
    end = edit.change.a_end
    words = content_stems(pile.text(edit.alignment.a.source_id)[end : end + _BESIDE])
    return words[0] if words else ""


def _worth_reading(edits: Sequence[Edit]) -> list[Edit]:
    """All edits of substance; of mere wording, those of close copies, and only where they are few."""
    kept = []
    wordings: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.kind is ChangeKind.WORDING:
            wordings[edit.alignment.key].append(edit)
        else:
            kept.append(edit)
    for group in wordings.values():
        if group[0].alignment.grade >= _CLOSE_COPY and len(group) <= _MOST_WORDINGS:
            kept += group
    return sorted(kept, key=lambda e: (e.alignment.a, e.alignment.b, e.change.a_start, e.change.b_start))


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


def _places(edit: Edit) -> list[tuple[str, int, int]]:
    change = edit.change
    return [
        (edit.alignment.a.source_id, change.a_start, max(change.a_end, change.a_start + 1)),
        (edit.alignment.b.source_id, change.b_start, max(change.b_end, change.b_start + 1)),
    ]


def _finding(pile: Pile, group: Sequence[Edit]) -> Conflict:
    weightiest = min(group, key=_weight)
    sides = _sides(pile, group)
    like = find_like_condition(pile, weightiest) if weightiest.condition else ""
    return Conflict(
        kind=ConflictKind.EDITED_COPY,
        conflict_class=_class(weightiest),
        consequence=_consequence(pile, weightiest),
        certainty=Level.MEDIUM if like or not _is_close(pile, weightiest) else Level.HIGH,
        scope=Scope.BETWEEN,
        title=_title(weightiest, sides),
        why=_why(pile, weightiest, like),
        subject=_subject(pile, weightiest),
        predicate=weightiest.kind.value,
        scope_key=" / ".join(
            sorted({pile.sources[e.source_id].source.path for s in sides for e in s.evidence})
        ),
        sides=sides,
    )


def _weight(edit: Edit) -> tuple[bool, int, bool]:
    """Least for what weighs most: a figure that may be misread says less than any other change."""
    return edit.change.judgement in _SLIGHT, list(ChangeKind).index(edit.kind), later_side(edit) is None


def _class(edit: Edit) -> ConflictClass:
    is_spelling = edit.kind is ChangeKind.NAME and edit.change.judgement == ANOTHER_SPELLING
    return ConflictClass.SPELLING if is_spelling else ConflictClass.CHANGED_IN_REUSE


def _consequence(pile: Pile, edit: Edit) -> Level:
    """By kind; another verb of saying without another name is of less weight than who said it.

    What may be a misreading, and another spelling, is low.
    """
    change = edit.change
    if change.judgement in _SLIGHT:
        return Level.LOW
    ranges = ((change.a_start, change.a_end), (change.b_start, change.b_end))
    is_named = any(
        m.span.start < end and start < m.span.end
        for source_id, (start, end) in zip(_sources(edit), ranges, strict=True)
        for m in pile.sources[source_id].mentions
    )
    if edit.kind is ChangeKind.ATTRIBUTION and not is_named:
        return Level.MEDIUM
    return CONSEQUENCE.get(edit.kind, Level.LOW)


def _is_close(pile: Pile, edit: Edit) -> bool:
    """Is the passage, or at least the clause around the change, otherwise the same?"""
    if edit.alignment.grade >= _CLOSE_COPY:
        return True
    change = edit.change
    clauses = []
    for source_id, start, end in (
        (edit.alignment.a.source_id, change.a_start, change.a_end),
        (edit.alignment.b.source_id, change.b_start, change.b_end),
    ):
        span = _clause(pile, source_id, start, end)
        text = pile.text(source_id)
        clauses.append(content_stems(f"{text[span.start : start]} {text[end : span.end]}"))
    return overlap(*clauses) >= _CLOSE_CLAUSE


def _sides(pile: Pile, group: Sequence[Edit]) -> tuple[Side, ...]:
    """One side a reading. The later text of a known direction is no witness for what it changed."""
    spans: dict[str, set[Span]] = defaultdict(set)
    values: dict[str, str] = {}
    later: dict[str, bool | None] = {}
    for edit in group:
        change, alignment = edit.change, edit.alignment
        after = later_side(edit)
        readings = (
            (alignment.a.source_id, change.a_start, change.a_end, change.a_text),
            (alignment.b.source_id, change.b_start, change.b_end, change.b_text),
        )
        for number, (source_id, start, end, text) in enumerate(readings):
            reading = fold_text(text)
            spans[reading].add(_clause(pile, source_id, start, end))
            values.setdefault(reading, _shown(pile, source_id, start, end, edit.kind) or NOT_THERE)
            is_later = None if after is None else after == number
            known = {later.get(reading), is_later} - {None}
            later[reading] = known.pop() if len(known) == 1 else None
    order = sorted(
        spans, key=lambda r: (later[r] is True, min(list_position(pile, s.source_id) for s in spans[r]), r)
    )
    return tuple(_side(pile, values[r], spans[r], later[r]) for r in order)


def _shown(pile: Pile, source_id: str, start: int, end: int, kind: ChangeKind) -> str:
    """A reading as a person would quote it: the whole date, the number with the word that it counts."""
    if start < end and kind in (ChangeKind.DATE, ChangeKind.NUMBER):
        start, end = whole_expression(pile, source_id, start, end, is_date=kind is ChangeKind.DATE)
    return bare_words(pile.text(source_id), start, end)


def _clause(pile: Pile, source_id: str, start: int, end: int) -> Span:
    text = pile.text(source_id)
    sentence = pile.sentence_at(source_id, max(0, start - 1) if start == end else start)
    return clause_around(text, source_id, start, end, sentence)


def _side(pile: Pile, value: str, spans: set[Span], is_later: bool | None) -> Side:
    """An earlier reading has one origin, a later one none, one of unknown direction none or one."""
    ordered = sorted(spans, key=lambda s: (list_position(pile, s.source_id), s))
    evidence = tuple(Evidence(s.source_id, s, pile.quote(s)) for s in ordered)
    least, most = {None: (0, 1), True: (0, 0), False: (1, 1)}[is_later]
    return Side(value, evidence, least, most)


def _title(edit: Edit, sides: Sequence[Side]) -> str:
    """What became what; of two texts of unknown order only that they differ."""
    one, two = (side.value for side in (sides[0], sides[-1]))
    is_known = later_side(edit) is not None
    if NOT_THERE not in (one, two):
        first, *others = (quoted(side.value) for side in sides)
        if is_known:
            return f"{first} became {listed(others)} in a copied sentence"
        return f"{' / '.join([first, *others])} in a shared sentence"
    what = "Words" if edit.kind is ChangeKind.WORDING else NOUN[edit.kind].capitalize()
    said = quoted(two if one == NOT_THERE else one)
    if not is_known:
        return f"{what} in only one copy of a sentence: {said}"
    return f"{what} {'added to' if one == NOT_THERE else 'left out of'} a copied sentence: {said}"


def _why(pile: Pile, edit: Edit, like: str) -> str:
    words = min(len(pile.quote(s).split()) for s in (edit.alignment.a, edit.alignment.b))
    shared = f"a passage of {words} words, {edit.alignment.grade:.0%} of them equal"
    if words <= _SHORT_PASSAGE and edit.condition:
        shared = "a sentence but for its end"
    sentences = [f"The texts share {shared}; what changed is {NOUN[edit.kind]}."]
    if edit.condition:
        where = f"A like condition stands close by in the text that lacks it here: {quoted(like)}."
        sentences.append(where if like else "No like condition stands two sentences either way.")
    if edit.change.judgement in _SAID:
        sentences.append(_SAID[edit.change.judgement])
    a, b = (pile.sources[i].source.value("publisher") for i in _sources(edit))
    if a and a == b:
        sentences.append(f"Both texts are of one publisher, {a}.")
    if later_side(edit) is None:
        sentences.append(
            "Which of the copies was altered, and whether by error or as a correction, is not known; "
            "the altered one is no witness for what it changed."
        )
    else:
        sentences.append(
            "Error or correction, that is not known; an altered copy is no witness for what it changed."
        )
    if edit.alignment.direction_reason:
        known = "Direction" if later_side(edit) is not None else "Direction not known"
        sentences.append(f"{known}: {_direction(pile, edit)}.")
    return " ".join(sentences)


def _direction(pile: Pile, edit: Edit) -> str:
    """The evidence for the direction, with both texts by name; what it quotes is left as it is."""
    labels = {letter: pile.label(i) for letter, i in zip("ab", _sources(edit), strict=True)}
    reason = edit.alignment.direction_reason.rstrip(".")
    return _LETTER.sub(lambda found: labels.get(found["letter"] or "", found.group()), reason)


def _sources(edit: Edit) -> tuple[str, str]:
    return edit.alignment.a.source_id, edit.alignment.b.source_id


def _subject(pile: Pile, edit: Edit) -> str:
    """Content words that both clauses have, in order: what the changed place is about."""
    change = edit.change
    one = content_stems(pile.quote(_clause(pile, edit.alignment.a.source_id, change.a_start, change.a_end)))
    two = set(
        content_stems(pile.quote(_clause(pile, edit.alignment.b.source_id, change.b_start, change.b_end)))
    )
    return " ".join(dict.fromkeys(w for w in one if w in two))
