"""What was changed inside a copied passage."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from provenance.conflicts.change_levels import CONSEQUENCE, CONSEQUENCE_JUDGED, NOUN, NOUN_JUDGED
from provenance.conflicts.changes import Edit, find_edits, find_like_condition, later_side
from provenance.conflicts.copied_states import is_change_of_page
from provenance.conflicts.credit_phrases import find_credit_phrase
from provenance.conflicts.dropped import find_dropped_conditions
from provenance.conflicts.edited_places import changed_clause, group_by_place, sides_of, stems_beside
from provenance.conflicts.pile import Pile
from provenance.conflicts.readings import (
    NOT_THERE,
    find_readings,
    make_sides,
    misread_places,
    names_own_source,
)
from provenance.conflicts.rewordings import has_figure
from provenance.conflicts.sides import listed, quoted
from provenance.conflicts.words import content_stems, overlap
from provenance.model.conflicts import (
    Conflict,
    ConflictClass,
    ConflictKind,
    Level,
    Scope,
    Side,
)
from provenance.model.reuse import ANOTHER_SPELLING, MISREADING, Alignment, ChangeKind
from provenance.text.folding import fold_text
from provenance.text.shingles import hash_words

_SLIGHT = frozenset((MISREADING, ANOTHER_SPELLING))
_SAID = {
    MISREADING: "Many words of the passage are misread, so this figure may be misread as well.",
    ANOTHER_SPELLING: "By its letters it is another spelling of one name.",
}
_MAY_LACK = (ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.HEDGE)
"""Where only one text has these, the other tells less, hardly anything else."""
_CLOSE_COPY = 0.9
"""Share of equal words from which each change of wording stands out."""
_CLOSE_CLAUSE = 0.75
"""Share of content words around a change that both clauses have."""
_MOST_WORDINGS = 3
_TWO = 2
MOST_NAMED = 4
"""Readings that a title names; the others are counted."""
_BESIDE = 40
"""Code points behind a change in which what is counted is named."""
_RUN_TOGETHER = 4
"""Units of text between two spaces, on average, from which words do not stand apart."""
_SHORT_PASSAGE = 20
"""Words of a passage that is hardly more than one sentence."""
_CREDITS = re.compile(r"^text [ab] credits\b|; text [ab] credits\b")
"""How the evidence for a direction tells of an explicit credit."""
_LETTER = re.compile(r'"[^"]*"|\btext (?P<letter>[ab])\b')


def find_edited_copies(pile: Pile) -> Iterator[Conflict]:
    """One finding a changed place; copies of one passage that change the same place are sides of one.

    Where a copy reads as one state of a page does, nothing was changed in it, whatever the page says now.
    """
    all_edits = (*find_edits(pile), *find_dropped_conditions(pile))
    edits = _worth_reading([edit for edit in all_edits if not is_change_of_page(pile, edit)])
    held: set[str] = set()
    for group in group_by_place(pile, edits):
        if len(find_readings(pile, group)) < _TWO:  # what differed was the end of a name that stands before
            continue
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
        if edit.kind is ChangeKind.WORDING and edit.change.judgement not in NOUN_JUDGED:
            wordings[edit.alignment.key].append(edit)
        else:
            kept.append(edit)
    for group in wordings.values():
        if group[0].alignment.grade >= _CLOSE_COPY and len(group) <= _MOST_WORDINGS:
            kept += group
    return sorted(kept, key=lambda e: (e.alignment.a, e.alignment.b, e.change.a_start, e.change.b_start))


def _finding(pile: Pile, group: Sequence[Edit]) -> Conflict:
    weightiest = min(group, key=_weight)
    sides = make_sides(pile, group)
    like = find_like_condition(pile, weightiest) if weightiest.condition else ""
    return Conflict(
        kind=ConflictKind.EDITED_COPY,
        conflict_class=_class(weightiest),
        consequence=_consequence(pile, weightiest),
        certainty=Level.MEDIUM if like or not _is_close(pile, weightiest) else Level.HIGH,
        scope=Scope.BETWEEN,
        title=_title(pile, weightiest, sides),
        why=" ".join([_why(pile, weightiest, like), *_misread(pile, group)]),
        subject=_subject(pile, weightiest),
        predicate=_predicate(weightiest),
        scope_key=" / ".join(
            sorted({pile.sources[e.source_id].source.path for s in sides for e in s.evidence})
        ),
        sides=sides,
    )


def _weight(edit: Edit) -> tuple[bool, int, bool]:
    """Least for what weighs most: a figure that may be misread says less than any other change."""
    of_kind = ChangeKind.NEGATION if edit.change.judgement in NOUN_JUDGED else edit.kind
    return edit.change.judgement in _SLIGHT, list(ChangeKind).index(of_kind), later_side(edit) is None


def _predicate(edit: Edit) -> str:
    """What was changed: words that turn what is told round are more than wording."""
    return edit.change.judgement if edit.change.judgement in NOUN_JUDGED else edit.kind.value


def _noun(edit: Edit) -> str:
    return NOUN_JUDGED.get(edit.change.judgement, NOUN[edit.kind])


def _class(edit: Edit) -> ConflictClass:
    is_spelling = edit.kind is ChangeKind.NAME and edit.change.judgement == ANOTHER_SPELLING
    return ConflictClass.SPELLING if is_spelling else ConflictClass.CHANGED_IN_REUSE


def _consequence(pile: Pile, edit: Edit) -> Level:
    """By kind; what may be a misreading, and another spelling, is low."""
    change = edit.change
    if change.judgement in _SLIGHT:
        return Level.LOW
    is_named = any(pile.mentions_near(*place) for place in sides_of(edit))
    if edit.kind is ChangeKind.ATTRIBUTION:
        return _attribution_level(pile, edit, is_named)
    if change.judgement in CONSEQUENCE_JUDGED:
        return CONSEQUENCE_JUDGED[change.judgement]
    is_lacking = edit.kind in _MAY_LACK and (_without_words(edit) is not None or _lacks_figure(pile, edit))
    return Level.LOW if is_lacking else CONSEQUENCE.get(edit.kind, Level.LOW)


def _attribution_level(pile: Pile, edit: Edit, is_named: bool) -> Level:
    """Another verb of saying without another name is of less weight than who said it. Who is named in one
    text only alters nothing that is told, unless a copy tells it in its own voice instead."""
    without = _without_words(edit)
    if without is None:
        return Level.HIGH if is_named else Level.MEDIUM
    lacking, told = _sources(edit)[without], list(sides_of(edit))[1 - without]
    later = later_side(edit)
    if later == 1 - without or _is_of_publisher(pile, told, lacking):
        return Level.LOW
    is_credited = find_credit_phrase(pile, *list(sides_of(edit))[without]) is not None
    if is_named and not is_credited:
        return Level.HIGH if later == without else Level.MEDIUM
    return Level.MEDIUM if later == without else Level.LOW


def _without_words(edit: Edit) -> int | None:
    """0 if only b has words at the change, 1 if only a has, None if both have."""
    has_words = [any(map(str.isalnum, text)) for text in (edit.change.a_text, edit.change.b_text)]
    return None if all(has_words) else has_words.index(False)


def _lacks_figure(pile: Pile, edit: Edit) -> bool:
    """Has one side a number, and the other something else in its place? It tells less, nothing else."""
    texts = (edit.change.a_text, edit.change.b_text)
    return edit.kind is ChangeKind.NUMBER and not all(has_figure(text, pile.knowledge) for text in texts)


def _is_of_publisher(pile: Pile, told: tuple[str, int, int], lacking: str) -> bool:
    """Does what one text names as the speaker have published the other text, in which it speaks itself?"""
    publisher = fold_text(pile.sources[lacking].source.value("publisher") or "")
    source_id, start, end = told
    return bool(publisher) and f" {publisher} " in f" {fold_text(pile.text(source_id)[start:end])} "


def _is_close(pile: Pile, edit: Edit) -> bool:
    """Is the passage, or at least the clause around the change, otherwise the same?"""
    if edit.alignment.grade >= _CLOSE_COPY:
        return True
    return overlap(*(stems_beside(pile, *place) for place in sides_of(edit))) >= _CLOSE_CLAUSE


def _title(pile: Pile, edit: Edit, sides: Sequence[Side]) -> str:
    """What became what; "copied" only where the later text credits the earlier one, and of two texts of
    unknown order only that they differ."""
    values = [side.value for side in sides if side.value != NOT_THERE]
    what = "Words" if edit.kind is ChangeKind.WORDING else _noun(edit).capitalize()
    first, *others = map(quoted, values[:MOST_NAMED])
    others += [f"{len(values) - MOST_NAMED} more"] if len(values) > MOST_NAMED else []
    if later_side(edit) is None:
        if others:
            return f"{' / '.join([first, *others])} in a shared sentence"
        copies = {each.source_id for side in sides if side.value != NOT_THERE for each in side.evidence}
        return f"{what} in only {'one copy' if len(copies) == 1 else 'some copies'} of a sentence: {first}"
    done = "added to" if sides[0].value == NOT_THERE else "left out of"
    if is_credited(edit.alignment):
        if others:
            return f"{first} became {listed(others)} in a copied sentence"
        return f"{what} {done} a copied sentence: {first}"
    whose = "its publisher" if _house(pile, edit) else "a later text"
    if others:
        return f"{first} became {listed(others)} in a sentence that {whose} has again"
    return f"{what} {done} a sentence that {whose} has again: {first}"


def is_credited(alignment: Alignment) -> bool:
    """Does the later text of a known direction credit the earlier one?"""
    told = [each.reason for each in alignment.evidence if each.towards is alignment.direction and each.weight]
    return any(_CREDITS.search(reason) for reason in [*told, alignment.direction_reason])


def _house(pile: Pile, edit: Edit) -> str:
    """The publisher of both texts, if it is one."""
    a, b = (pile.sources[each].source.value("publisher") or "" for each in _sources(edit))
    return a if a == b else ""


def _why(pile: Pile, edit: Edit, like: str) -> str:
    words, unit = min(_length(pile.quote(span)) for span in (edit.alignment.a, edit.alignment.b))
    shared = f"a passage of {words} {unit}, {edit.alignment.grade:.0%} of them equal"
    if words <= _SHORT_PASSAGE and unit == "words" and edit.condition:
        shared = "a sentence but for its end"
    sentences = [f"The texts share {shared}; what changed is {_noun(edit)}."]
    if edit.condition:
        where = f"A like condition stands close by in the text that lacks it here: {quoted(like)}."
        sentences.append(where if like else "No like condition stands two sentences either way.")
    if edit.change.judgement in _SAID:
        sentences.append(_SAID[edit.change.judgement])
    if house := _house(pile, edit):
        sentences.append(f"Both texts are of one publisher, {house}.")
    if later_side(edit) is None:
        sentences.append(
            "Which of the copies was altered, and whether by error or as a correction, is not known; "
            "the altered one is no witness for what it changed."
        )
    elif names_own_source(pile, edit):
        sentences.append(
            "The later text names a source of its own for it, so it is a witness beside the earlier one."
        )
    else:
        sentences.append(
            "Error or correction, that is not known; an altered copy is no witness for what it changed."
        )
    if edit.alignment.direction_reason:
        known = "Direction" if later_side(edit) is not None else "Direction not known"
        sentences.append(f"{known}: {_direction(pile, edit)}.")
    return " ".join(sentences)


@lru_cache(maxsize=1 << 8)
def _length(text: str) -> tuple[int, str]:
    """How long a passage is: in words; in characters where the words of a script do not stand apart."""
    apart, units = len(text.split()), len(hash_words(text))
    return (units, "characters") if units > _RUN_TOGETHER * apart else (apart, "words")


def _misread(pile: Pile, group: Sequence[Edit]) -> Iterator[str]:
    for source_id, words in misread_places(pile, group).items():
        yield f"{pile.label(source_id)} has {quoted(words)} there, which may be a misreading of one of them."


def _direction(pile: Pile, edit: Edit) -> str:
    """The evidence for the direction, with both texts by name; what it quotes is left as it is."""
    labels = {letter: pile.label(i) for letter, i in zip("ab", _sources(edit), strict=True)}
    reason = edit.alignment.direction_reason.rstrip(".")
    return _LETTER.sub(lambda found: labels.get(found["letter"] or "", found.group()), reason)


def _sources(edit: Edit) -> tuple[str, str]:
    return edit.alignment.a.source_id, edit.alignment.b.source_id


def _subject(pile: Pile, edit: Edit) -> str:
    """Content words that both clauses have, in order: what the changed place is about."""
    one, two = (content_stems(pile.quote(changed_clause(pile, *place))) for place in sides_of(edit))
    held = set(two)
    return " ".join(dict.fromkeys(word for word in one if word in held))
