"""The list of changes inside an alignment, from its blocks of aligned words.

It is what an editor reads first. So a change is a whole value ("1,200" and "1,300", a whole date, a whole
name); changes that touch and are of one kind are one, others stay apart. What one text lacks is one change. A
whole sentence that only one text has is "sentence dropped" (a has it) or "sentence added" (b has it), and of
kind wording unless it is nothing but a condition or an attribution. A sentence that stands elsewhere in the
other text says the same there: a change of typography, "moved".
"""

from collections.abc import Iterator, Sequence

from provenance.model.reuse import (
    MISREADING,
    MISSPELLING,
    SENTENCE_ADDED,
    SENTENCE_DROPPED,
    Change,
    ChangeKind,
)
from provenance.reuse.edits.bare_marks import are_line_numbers, is_bare_mark, is_page_mark
from provenance.reuse.edits.clauses import is_sentence, sentence_kind
from provenance.reuse.edits.differences import Edit, Sides, find_differences, make_sides, trim
from provenance.reuse.edits.languages import make_language
from provenance.reuse.edits.marks import judge_marks
from provenance.reuse.edits.moves import find_moves, pair_moves
from provenance.reuse.edits.rearranged import REARRANGED, join_negations, pair_rearranged
from provenance.reuse.edits.slips import DOUBTFUL, as_figures
from provenance.reuse.edits.units import judge_stretch
from provenance.reuse.edits.value_edits import with_whole_values
from provenance.reuse.edits.value_runs import differ_in_a_figure
from provenance.reuse.edits.whole_names import NAME_PARTICLES
from provenance.reuse.edits.word_pairs import are_misread
from provenance.reuse.edits.wording import Wording
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.text.folding import fold_text

Range = tuple[int, int]
_ENDS = frozenset(".!?\n\r")

MOST_TYPOGRAPHY = 200
"""Changes of marks in one passage, from which those close together are told as one: it was set anew."""
CLOSE_CHARACTERS = 40
"""Code points between such changes, at most: a few words."""
DENSE_DAMAGES, DENSE_SHARE = 3, 0.02
"""Misread words of a passage, and their share, from which a changed figure may be misread as well."""

_KINDS = {kind: rank for rank, kind in enumerate(ChangeKind)}


def find_changes(corpus: Corpus, piece: Piece, wording: Wording) -> tuple[Change, ...]:
    """What differs, in the order of a. Differences of white space alone are not listed.

    A moved stretch is listed once, beside the changes inside it.
    """
    sides = make_sides(corpus, piece)
    marks, stretches = find_differences(sides, piece)
    moves = find_moves(sides, piece)
    if not marks and not stretches and not moves:
        return ()
    language = make_language(sides.text, sides.starts[0], wording)
    edits = [edit for each in marks for edit in judge_marks(sides, each, language)]
    for stretch in stretches:
        edits += judge_stretch(sides, stretch, language)
    edits.sort()
    if len(marks) > MOST_TYPOGRAPHY:
        edits = list(_laid_out_anew(edits))
    edits = _in_one(edits, sides)
    if edits:
        edits = with_whole_values(edits, sides, language)
    edits = _as_sentences(edits, sides, language.wording)
    if len(edits) > 1:
        edits = _rearranged(edits, sides, language.wording)
    if any([edit.kind is ChangeKind.OCR for edit in edits]):
        edits = _judged_by_the_rest(edits, sides, language.wording)
    edits = sorted([*edits, *moves]) if moves else edits
    text, other = sides.text, sides.other_text
    return tuple(
        [
            Change(kind, a, a_end, text[a:a_end], b, b_end, other[b:b_end], judgement)
            for a, a_end, b, b_end, kind, judgement in edits
        ]
    )


def _in_one(edits: list[Edit], sides: Sides) -> list[Edit]:
    """Edits that overlap or touch and belong together as one; most stand apart from all others."""
    found: list[Edit] = []
    begin = last_a = last_b = 0
    for number, edit in enumerate(edits):
        a, a_end, b, b_end = edit[:4]
        if a >= last_a and b >= last_b and (a - last_a > _LONGEST_JOINT or b - last_b > _LONGEST_JOINT):
            found += edits[begin:number] if number - begin < 2 else _joined_up(edits[begin:number], sides)
            begin = number
        last_a, last_b = max(last_a, a_end), max(last_b, b_end)
    return found + (_joined_up(edits[begin:], sides) if len(edits) - begin > 1 else edits[begin:])


def _joined_up(edits: list[Edit], sides: Sides) -> list[Edit]:
    return [*_with_marks(_apart(edits), sides)]


def _apart(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that share a place of either side, as parts of one value do, are one; so are names and plain
    words that touch."""
    last = edits[0]
    for edit in edits[1:]:
        is_inside = edit.a < last.a_end or edit.b < last.b_end or (edit[:4] == last[:4])
        if is_inside and edit.b >= last.b and edit.a_end >= last.a:
            kind = last.kind if _KINDS[last.kind] <= _KINDS[edit.kind] else edit.kind
            judgement = last.judgement if kind is last.kind else edit.judgement
            last = Edit(
                last.a, max(last.a_end, edit.a_end), last.b, max(last.b_end, edit.b_end), kind, judgement
            )
        else:
            yield last
            last = edit
    yield last


def _laid_out_anew(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Changes of marks that follow each other closely on both sides as one."""
    last: Edit | None = None
    for edit in edits:
        is_close = (
            last is not None
            and last.kind is edit.kind is ChangeKind.TYPOGRAPHY
            and 0 <= edit.a - last.a_end <= CLOSE_CHARACTERS
            and 0 <= edit.b - last.b_end <= CLOSE_CHARACTERS
        )
        if last is not None and is_close:
            last = Edit(last.a, edit.a_end, last.b, edit.b_end, last.kind)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def _with_marks(edits: Iterator[Edit], sides: Sides) -> Iterator[Edit]:
    """Marks right beside changed words belong to their change ("certainly" and ", as in May,"), and plain
    words or names that touch are one change."""
    last = next(edits)
    for edit in edits:
        joined = _joined(last, edit, sides) if _touch(last, edit, sides) else None
        if joined is not None:
            last = joined
        else:
            yield last
            last = edit
    yield last


def _joined(last: Edit, edit: Edit, sides: Sides) -> Edit | None:
    """Two edits that touch, as one if they belong together."""
    kinds = (last.kind, edit.kind)
    if _is_turned_verb(last, edit, sides):
        return _both(min(kinds, key=_KINDS.__getitem__), "", last, edit, sides)
    if kinds in _JOINING:
        same = last.judgement if last.judgement == edit.judgement else ""
        return _both(kinds[0], same, last, edit, sides)
    if _is_respelled(last, edit, sides):
        return _both(ChangeKind.TYPOGRAPHY, last.judgement or edit.judgement, last, edit, sides)
    if (ChangeKind.TYPOGRAPHY in kinds) and kinds[0] is not kinds[1]:
        marks, words = (last, edit) if last.kind is ChangeKind.TYPOGRAPHY else (edit, last)
        shown = sides.text[marks.a : marks.a_end] + sides.other_text[marks.b : marks.b_end]
        is_capital = marks.a < marks.a_end and marks.b < marks.b_end and any(map(str.isalpha, shown))
        if not (marks.judgement or is_capital or _ENDS.intersection(shown)):
            return _both(words.kind, words.judgement, last, edit, sides)
    return None


def _is_turned_verb(last: Edit, edit: Edit, sides: Sides) -> bool:
    """Does a word that only one text has change the form of the next: did not contain, contained?"""
    if last.kind not in (ChangeKind.NEGATION, ChangeKind.MODALITY) or edit.kind is not ChangeKind.WORDING:
        return False
    is_lost = last.a == last.a_end or last.b == last.b_end
    one, other = fold_text(sides.text[edit.a : edit.a_end]), fold_text(sides.other_text[edit.b : edit.b_end])
    return is_lost and bool(one) and " " not in one + other and one[:_STEM] == other[:_STEM]


_STEM = 4
_JOINING = frozenset(((ChangeKind.WORDING, ChangeKind.WORDING), (ChangeKind.NAME, ChangeKind.NAME)))


def _both(kind: ChangeKind, judgement: str, one: Edit, other: Edit, sides: Sides) -> Edit:
    """Two changes and what stands between them as one."""
    a = trim(sides.text, one.a, other.a_end)
    b = trim(sides.other_text, one.b, other.b_end)
    return Edit(*a, *b, kind, judgement)


def _is_respelled(one: Edit, other: Edit, sides: Sides) -> bool:
    """Are they together the same letters, in other words (per cent, percent)?"""
    a = f"{sides.text[one.a : one.a_end]} {sides.text[other.a : other.a_end]}"
    b = f"{sides.other_text[one.b : one.b_end]} {sides.other_text[other.b : other.b_end]}"
    return abs(len(a) - len(b)) < DENSE_DAMAGES and _letters(a) == _letters(b)


def _letters(text: str) -> str:
    return "".join(fold_text(text).split())


def _touch(one: Edit, other: Edit, sides: Sides) -> bool:
    """Does only white space stand between them on both sides, or a hyphen between parts of one name?"""
    gaps = other.a - one.a_end, other.b - one.b_end
    if min(gaps) < 0 or max(gaps) > _LONGEST_JOINT:
        return False
    if max(gaps) > 2:
        inner = sides.text[one.a_end : other.a], sides.other_text[one.b_end : other.b]
        is_name = one.kind is other.kind is ChangeKind.NAME
        return is_name and inner[0] == inner[1] and inner[0].strip(" -").lower() in NAME_PARTICLES
    between = {sides.text[one.a_end : other.a].strip(), sides.other_text[one.b_end : other.b].strip()}
    return between == {""} or (one.kind is other.kind is ChangeKind.NAME and between <= _NAME_JOINTS)


_LONGEST_JOINT = 5
_NAME_JOINTS = frozenset(("", "-", "'", "’"))


def _as_sentences(edits: list[Edit], sides: Sides, wording: Wording) -> list[Edit]:
    """What only one text has, with its judgement if it is a sentence or stands elsewhere in the other."""
    lost = [n for n, (a, a_end, b, b_end, _, _) in enumerate(edits) if a == a_end or b == b_end]
    for number in lost:
        edits[number] = _as_sentence(edits[number], sides, wording)
    _quiet_line_numbers(edits, lost, sides)
    return pair_moves(edits, sides) if len(lost) > 1 else edits


def _rearranged(edits: list[Edit], sides: Sides, wording: Wording) -> list[Edit]:
    """The edits, those of words that only changed their place in a sentence as one: two names of a list, what
    stands before or after the rest."""
    kinds = [edit.kind for edit in edits]
    if any([kind in kinds for kind in REARRANGED]):
        edits = pair_rearranged(edits, sides, wording)
    return join_negations(edits, sides) if kinds.count(ChangeKind.NEGATION) > 1 else edits


def _quiet_line_numbers(edits: list[Edit], lost: list[int], sides: Sides) -> None:
    """Figures that only one text has, before or behind its lines and in sequence, are those of the lines."""
    for is_dropped in (True, False):
        numbers, marks = [], []
        for number in lost:
            a, a_end, b, b_end, kind, _ = edits[number]
            mark = (sides.text, a, a_end) if is_dropped else (sides.other_text, b, b_end)
            if (
                kind is ChangeKind.NUMBER
                and (b == b_end) == is_dropped
                and mark[0][mark[1] : mark[2]].isdecimal()
            ):
                numbers.append(number)
                marks.append(mark)
        if are_line_numbers(marks):
            for number in numbers:
                edits[number] = edits[number]._replace(kind=ChangeKind.TYPOGRAPHY)


def _as_sentence(edit: Edit, sides: Sides, wording: Wording) -> Edit:
    """What only one text has, with its judgement if it is a sentence; the mark of a note says nothing."""
    a, a_end, b, b_end, kind, _ = edit
    if (a == a_end) == (b == b_end) or kind is ChangeKind.OCR:
        return edit
    is_dropped = b == b_end
    text, start, end = (sides.text, a, a_end) if is_dropped else (sides.other_text, b, b_end)
    if text[start:end].isalpha():
        return edit
    if is_bare_mark(text, start, end) or (
        "\n" in text[max(0, start - 4) : start] and is_page_mark(text, start, end)
    ):
        return Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY)
    if kind is ChangeKind.TYPOGRAPHY or not is_sentence(text, start, end):
        return edit
    words = fold_text(text[start:end]).split()
    kind = sentence_kind(words, wording)
    return Edit(a, a_end, b, b_end, kind, SENTENCE_DROPPED if is_dropped else SENTENCE_ADDED)


def _judged_by_the_rest(edits: list[Edit], sides: Sides, wording: Wording) -> list[Edit]:
    """Where many words are misread, a letter left out and a name that looks alike are misreadings, and a
    changed figure may be one."""
    damages = sum(edit.kind is ChangeKind.OCR and edit.judgement is not DOUBTFUL for edit in edits)
    if not damages:
        return [
            edit._replace(kind=ChangeKind.TYPOGRAPHY, judgement=MISSPELLING)
            if edit.judgement is DOUBTFUL
            else edit
            for edit in edits
        ]
    words = max(1, min(len(sides.starts), len(sides.other_starts)))
    is_dense = damages >= DENSE_DAMAGES and damages >= DENSE_SHARE * words
    return [_judged(edit, sides, wording if is_dense else None) for edit in edits]


def _judged(edit: Edit, sides: Sides, wording: Wording | None) -> Edit:
    """`wording`: None where few words are misread."""
    if edit.judgement is DOUBTFUL:
        return edit._replace(kind=ChangeKind.OCR, judgement=MISREADING)
    if wording is None or edit.a == edit.a_end or edit.b == edit.b_end:
        return edit
    one, other = sides.text[edit.a : edit.a_end], sides.other_text[edit.b : edit.b_end]
    if edit.kind is not ChangeKind.OCR and are_misread(one, other, wording):
        return edit._replace(kind=ChangeKind.OCR, judgement=MISREADING)
    if edit.kind in (ChangeKind.NUMBER, ChangeKind.DATE):
        is_near = differ_in_a_figure(one, other) or differ_in_a_figure(as_figures(one), as_figures(other))
        return edit._replace(judgement=MISREADING) if is_near and _differ_in_figures(one, other) else edit
    return edit


def _differ_in_figures(one: str, other: str) -> bool:
    """Have all words that differ a figure in them: 18th, 13th, but not April, August?"""
    words, others = one.split(), other.split()
    return len(words) != len(others) or all(
        a == b or any(map(str.isdigit, a + b)) for a, b in zip(words, others, strict=True)
    )
