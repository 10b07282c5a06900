"""What was changed inside shared passages, typed once names are known, neighbours taken together."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from provenance.conflicts.misreadings import is_misreading
from provenance.conflicts.page_changes import find_story_part, is_parted
from provenance.conflicts.pile import Pile
from provenance.conflicts.silent_changes import says_nothing
from provenance.conflicts.words import FUNCTION_WORDS, content_stems
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import ANOTHER_NAME, Alignment, Change, ChangeKind, Direction, ReuseKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.tokens import Token, find_words

_NO_COPIES = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION)
"""Furniture says nothing, wordings of one quotation are for attribution. The changes of a paraphrase are
those of the near-verbatim stretches inside of it."""
_SILENT = frozenset((ChangeKind.TYPOGRAPHY, ChangeKind.OCR))
"""Marks and spellings, and what looks like a scanner's damage, tell a reader nothing."""
_NEAR_CHARACTERS = 25
"""Words closer than this to a change on both sides, in one sentence, are part of it."""
_BESIDE = frozenset((ChangeKind.WORDING, ChangeKind.HEDGE))
_VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.ROLE))
_MOST_BETWEEN = 1
"""Content words between a change of wording and another one that is one with it."""
_LONGEST_TAIL = 160
_SHORTEST_PASSAGE = 150
"""Characters of a passage from which a change of mere wording is worth a line."""
_EDGE_CHARACTERS = 12
_ALSO_TIMES = frozenset("after before once pending until when whenever whether without except".split())
_SHARED_CONDITION = 2


@frozen
class Edit:
    """A change with its kind as known names type it. `condition`: text of a dropped condition, else ""."""

    alignment: Alignment
    change: Change
    condition: str = ""

    @property
    def kind(self) -> ChangeKind:
        """What sort of thing differs."""
        return self.change.kind


def find_edits(pile: Pile) -> Iterator[Edit]:
    """Changes between two sources that can alter what a reader is told, by place; states of one page aside.

    Left out: typography, another spelling of one entity, whole sentences that only one text has, what a
    text says of itself (dates, authors, datelines), and mere wording except where the rest of the passage is
    nearly untouched.
    """
    for alignment in pile.alignments:
        if alignment.kind is not ReuseKind.VERSION:
            yield from find_edits_of(pile, alignment)


def find_edits_of(pile: Pile, alignment: Alignment) -> Iterator[Edit]:
    """The changes of one shared passage that can alter what a reader is told, by place."""
    if alignment.a.source_id == alignment.b.source_id:
        return
    if alignment.kind in _NO_COPIES:
        return
    for change in _joined(pile, alignment):
        typed = _typed(pile, alignment, change)
        if typed is not None:
            yield Edit(alignment, typed, _condition(pile, typed))
    if alignment.kind is not ReuseKind.PARAPHRASE:
        yield from _at_the_ends(pile, alignment)


def condition_start(pile: Pile, words: Sequence[Token]) -> int:
    """Position of the first word of a condition among words of a sentence; -1 if there is none."""
    openings = _phrases(pile.knowledge)
    for at, word in enumerate(words):
        if any(_begins(words, at, phrase) for phrase in openings.get(word.folded, ())):
            return at
    return -1


def _joined(pile: Pile, alignment: Alignment) -> list[Change]:
    """The changes; other wording or a hedge close to a change is one with it, of the weightiest kind.

    Two facts (numbers, dates, names and the like) that were changed stay two, however close they stand.
    """
    joined: list[Change] = []
    a, b = alignment.a.source_id, alignment.b.source_id
    for whole in sorted(alignment.changes, key=lambda c: (c.a_start, c.b_start)):
        change = find_story_part(pile, alignment, whole)
        if change is None or change.kind in _SILENT:
            continue
        last = joined[-1] if joined else None
        if last is not None and _is_one_change(pile, a, last, change) and _is_near(pile, a, b, last, change):
            joined[-1] = _both(pile, a, b, last, change)
        else:
            joined.append(change)
    return joined


def _is_one_change(pile: Pile, a: str, last: Change, change: Change) -> bool:
    """Is the later one part of what the earlier one changed? Other wording is, of a fact, where no more than
    a word of substance lies between, and none if only one text has it: else the values would be stretches of
    the sentence."""
    if _are_parts_of_one_number(pile, a, last, change):
        return True
    if _are_two_facts(last, change):
        return False
    wordings = [each for each in (last, change) if each.kind in _BESIDE]
    if not wordings or last.kind is change.kind:
        return True
    most = _MOST_BETWEEN if all(each.a_text and each.b_text for each in wordings) else 0
    return len(content_stems(pile.text(a)[last.a_end : change.a_start])) <= most


def _are_parts_of_one_number(pile: Pile, a: str, last: Change, change: Change) -> bool:
    """What one text lacks and what the other lacks, with number words alone between them: "one and thirty",
    "thirty-one"."""
    if last.kind is not ChangeKind.NUMBER or change.kind is not ChangeKind.NUMBER:
        return False
    is_crossed = (last.a_text == change.b_text == "") or (last.b_text == change.a_text == "")
    between = [word.folded for word in find_words(pile.text(a)[last.a_end : change.a_start])]
    return is_crossed and bool(between) and all(word in pile.knowledge.number_words for word in between)


def _are_two_facts(one: Change, other: Change) -> bool:
    """A value and anything but words beside it; what turns a statement (will, if) is altered as a whole."""
    kinds = {one.kind, other.kind}
    return not kinds.isdisjoint(_VALUES) and kinds.isdisjoint(_BESIDE)


def _is_near(pile: Pile, a: str, b: str, last: Change, change: Change) -> bool:
    gaps = change.a_start - last.a_end, change.b_start - last.b_end
    if not all(0 <= gap <= _NEAR_CHARACTERS for gap in gaps):
        return False
    if is_parted(pile, a, last.a_end, change.a_start) or is_parted(pile, b, last.b_end, change.b_start):
        return False
    return pile.sentence_index(a, last.a_start) == pile.sentence_index(a, change.a_start) and (
        pile.sentence_index(b, last.b_start) == pile.sentence_index(b, change.b_start)
    )


def _both(pile: Pile, a: str, b: str, last: Change, change: Change) -> Change:
    return Change(
        kind=min(last.kind, change.kind, key=list(ChangeKind).index),
        a_start=last.a_start,
        a_end=change.a_end,
        a_text=pile.text(a)[last.a_start : change.a_end],
        b_start=last.b_start,
        b_end=change.b_end,
        b_text=pile.text(b)[last.b_start : change.b_end],
        judgement=last.judgement if last.judgement == change.judgement else "",
    )


def _typed(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    """The change with the kind that the names show; None if it says nothing to a reader."""
    if fold_text(change.a_text) == fold_text(change.b_text) or _is_whole_sentence(pile, alignment, change):
        return None
    if says_nothing(pile, alignment, change) or _is_slip(pile, alignment, change):
        return None
    is_lost_name = change.kind is ChangeKind.NAME and not (change.a_text and change.b_text)
    if is_lost_name:
        change = evolve(change, kind=ChangeKind.WORDING)  # whom one text does not name is no other name
    if change.kind is ChangeKind.NAME:
        return _typed_name(pile, alignment, change)
    if change.kind is ChangeKind.ATTRIBUTION and _is_quoted(pile, alignment, change):
        change = evolve(change, kind=ChangeKind.WORDING)
    if change.kind in (ChangeKind.WORDING, ChangeKind.HEDGE):
        return _typed_wording(pile, alignment, change)
    if change.kind in (ChangeKind.NUMBER, ChangeKind.DATE):
        return _typed_value(pile, change)
    return change


def _is_slip(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """A misreading or a slip of the pen, unless names are known to be those of two."""
    ids = alignment.a.source_id, alignment.b.source_id
    is_known = bool(pile.knowledge.common_words) and all(pile.is_english(each) for each in ids)
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
    if _condition(pile, change):
        return evolve(change, kind=ChangeKind.CONDITION)
    if change.kind is ChangeKind.HEDGE:
        hedges = [_hedge(pile.knowledge, text) for text in (change.a_text, change.b_text)]
        return None if hedges[0] and hedges[0] == hedges[1] else change
    if len(alignment.a) < _SHORTEST_PASSAGE or _is_at_an_edge(alignment, change):
        return None
    stems = [content_stems(text) for text in (change.a_text, change.b_text)]
    if stems[0] == stems[1] and not _is_tense(change):
        return None
    return change


def _hedge(knowledge: Knowledge, text: str) -> str:
    """What a hedge means; "" for none or an unknown one. "At least" and "no fewer than" mean one thing."""
    return knowledge.hedges.get(" ".join(text.casefold().split()), "")


def _is_at_an_edge(alignment: Alignment, change: Change) -> bool:
    """Where a passage begins or ends, other wording is what surrounds it."""
    first = min(change.a_start - alignment.a.start, change.b_start - alignment.b.start)
    last = min(alignment.a.end - change.a_end, alignment.b.end - change.b_end)
    return min(first, last) < _EDGE_CHARACTERS


def _is_tense(change: Change) -> bool:
    """One content word in another form: pursues, pursued."""
    texts = (change.a_text, change.b_text)
    words = [[w.folded for w in find_words(t) if w.folded not in FUNCTION_WORDS] for t in texts]
    return len(words[0]) == len(words[1]) == 1 and words[0] != words[1]


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


def _condition(pile: Pile, change: Change) -> str:
    return _conditional(pile, change.a_text) or _conditional(pile, change.b_text)


def _conditional(pile: Pile, text: str) -> str:
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


def _at_the_ends(pile: Pile, alignment: Alignment) -> Iterator[Edit]:
    """A condition that goes on where the passage ends, in one text only."""
    tails = [_tail(pile, s.source_id, s.end) for s in (alignment.a, alignment.b)]
    for own, other in ((0, 1), (1, 0)):
        is_condition = bool(tails[own][1]) and _conditional(pile, tails[own][1]) == tails[own][1]
        if not is_condition or any(c.isalnum() for c in tails[other][1]):
            continue
        (a, a_text), (b, b_text) = (
            (start, text if i == own else "") for i, (start, text) in enumerate(tails)
        )
        change = Change(ChangeKind.CONDITION, a, a + len(a_text), a_text, b, b + len(b_text), b_text)
        yield Edit(alignment, change, tails[own][1])


def _tail(pile: Pile, source_id: str, end: int) -> tuple[int, str]:
    """Where the sentence goes on behind a passage, and what follows up to its end."""
    text = pile.text(source_id)
    last = pile.sentence_at(source_id, max(0, end - 1))[1]
    while end < last and not text[end].isalnum():
        end += 1
    return end, re.sub(r"[\s.!?\"'”’)\]]+$", "", text[end : max(end, min(last, end + _LONGEST_TAIL))])


def find_like_condition(pile: Pile, edit: Edit) -> str:
    """The sentence, within two of the text that lacks the condition, that states one like it; "" if none."""
    stems = set(content_stems(edit.condition))
    lacks_a = not _conditional(pile, edit.change.a_text)
    span = edit.alignment.a if lacks_a else edit.alignment.b
    offset = edit.change.a_start if lacks_a else edit.change.b_start
    sentences: Sequence[tuple[int, int]] = pile.sentences(span.source_id)
    here = pile.sentence_index(span.source_id, max(0, offset - 1))
    for at in sorted(
        range(max(0, here - 2), min(len(sentences), here + 3)), key=lambda i: (abs(i - here), i)
    ):
        start, end = sentences[at]
        said = _conditional(pile, pile.text(span.source_id)[start:end])
        if said and len(stems & set(content_stems(said))) >= min(_SHARED_CONDITION, len(stems)):
            return said
    return ""


def are_changed_in_copy(
    pile: Pile, a: Span, b: Span, kinds: Collection[ChangeKind] = tuple(ChangeKind)
) -> bool:
    """Do two places stand against each other in a copied passage, changed in one of `kinds`? Then the changed
    copy is the finding."""
    for alignment in pile.shared(a.source_id, b.source_id):
        if alignment.kind is ReuseKind.QUOTATION:
            continue
        is_first = alignment.a.source_id == a.source_id
        one, two = (a, b) if is_first else (b, a)
        if not (alignment.a.overlap(one) and alignment.b.overlap(two)):
            continue
        for change in (each for each in alignment.changes if each.kind in kinds):
            in_one = change.a_start < one.end and one.start < change.a_end
            in_two = change.b_start < two.end and two.start < change.b_end
            if in_one and in_two:
                return True
    return False


def later_side(edit: Edit) -> int | None:
    """0 if a is the later text, 1 if b is, None if that is not known."""
    return {Direction.A_TO_B: 1, Direction.B_TO_A: 0}.get(edit.alignment.direction)
