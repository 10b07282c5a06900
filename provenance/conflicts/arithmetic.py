"""Figures of one sentence that do not add up."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.numbers import NumberExpression
from provenance.text.tokens import find_words

_OF_THEM = re.compile(r"\s?(?:[^\W\d_]+\s)?of\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"\sof\s(?:the\s|all\s|its\s|their\s)?(?:[\w-]{1,20}\s){0,2}?(?:votes?|voters|ballots|respondents|residents|"
    r"population|students|pupils|members|seats|households|patients|workforce|electorate|inhabitants|delegates|"
    r"territory|land|women|men|children|people|adults|citizens)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\s(?:of\sthe\s(?:votes?|ballots|seats)|of\svotes)\b", re.IGNORECASE)
_FEW_WORDS = r"\s?[\w'’-]{1,20}(?:\s[\w'’-]{1,20}){0,3}"
_LIST_INTRO = re.compile(rf"{_FEW_WORDS}(?:\s?[:—–]|\s-)\s?\Z")
_LIST_JOIN = re.compile(rf"{_FEW_WORDS}(?:,|,?\sand)\s?\Z")
_COMPARING = frozenset(
    "from up down compared than previous earlier last while whereas among women men turnout round in".split()
)
_OF_WHOLE = re.compile(r"\bof\s(?:the|these|those|its|their)\s$", re.IGNORECASE)
_STATE = re.compile(r"\s(?:was|were|are|is|had|have|has|remain|remained)\b")
_OF = re.compile(r"\sof\s", re.IGNORECASE)
_LONGEST_GAP = 60
_LONGEST_SENTENCE = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_TIMES = frozenset("seconds minutes hours days weeks months years decades centuries".split())
_TOLERANCE = 1.0
"""Percentage points by which rounded shares may pass 100."""


def find_sums(pile: Pile) -> Iterator[Conflict]:
    """A part greater than its whole, shares over 100 percent, and lists that miss their stated total."""
    for source_id in pile.sources:
        for start, end in pile.sentences(source_id):
            if end - start <= _LONGEST_SENTENCE:
                group = _counted(pile, source_id, start, end)
                if group:
                    yield from _parts(pile, source_id, group)
                    yield from _shares(pile, source_id, group)
                    yield from _lists(pile, source_id, group)
                    yield from _of_whole(pile, source_id, group)


def _counted(pile: Pile, source_id: str, start: int, end: int) -> list[NumberExpression]:
    """Single cardinal numbers of a sentence that are no parts of dates, with offsets in the source."""
    dates = pile.dates_in(source_id, max(0, start - _LONGEST_GAP), end)
    found = []
    for number in pile.numbers_at(source_id, start):
        first, last = number.start + start, number.end + start
        is_dated = any(d.start < last and first < d.end for d in dates)
        if not number.is_ordinal and number.high is None and not is_dated:
            found.append(evolve(number, start=first, end=last))
    return found


def _parts(pile: Pile, source_id: str, numbers: Sequence[NumberExpression]) -> Iterator[Conflict]:
    text = pile.text(source_id)
    for whole, part in pairwise(numbers):
        is_part = _OF_THEM.match(text, part.end) is not None and not part.unit
        if is_part and _is_counted(text, whole, part) and part.value > whole.value and whole.hedge is None:
            span = Span(source_id, whole.start, part.end)
            yield _finding(
                pile,
                span,
                f"{_written(text, part)} of {_written(text, whole)}",
                f"a part of {_written(text, part)} is greater than its whole of {_written(text, whole)}",
                "part and whole",
            )


def _is_counted(text: str, whole: NumberExpression, part: NumberExpression) -> bool:
    """Does the whole count things, right before the part, rather than measure time or money?"""
    between = text[whole.end : part.start]
    if whole.unit or len(between) > _LONGEST_GAP or set(between) & set(";:.!?\n") or between.count(",") > 1:
        return False
    noun = [w.folded for w in find_words(between)][:1]
    return bool(noun) and noun[0] not in _TIMES


def _shares(pile: Pile, source_id: str, numbers: Sequence[NumberExpression]) -> Iterator[Conflict]:
    text = pile.text(source_id)
    shares = [n for n in numbers if n.unit == "percent"]
    for share in shares:
        if share.value > 100 and _SHARE_OF.match(text, share.end):
            span = Span(source_id, share.start, share.end)
            yield _finding(
                pile,
                span,
                text[share.start : share.end],
                "a share of a whole cannot pass 100 percent",
                "share",
            )
    votes = [n for n in shares if n.value <= 100]
    votes = [n for n in votes if _VOTE.match(text, n.end) or not _OF.match(text, n.end)]
    total = sum(n.value for n in votes)
    is_vote = len(votes) > 1 and any(_VOTE.match(text, n.end) for n in votes)
    if is_vote and total > 100 + _TOLERANCE and not _compares(pile, source_id, votes):
        span = Span(source_id, votes[0].start, votes[-1].end)
        yield _finding(
            pile,
            span,
            f"{total:g} percent in all",
            f"shares of one vote add up to {total:g} percent",
            "shares",
        )


def _compares(pile: Pile, source_id: str, votes: Sequence[NumberExpression]) -> bool:
    """Are the shares those of different times or groups?"""
    start, _ = pile.sentence_at(source_id, votes[0].start)
    words = set(fold_text(pile.text(source_id)[start : votes[-1].end]).split())
    return bool(words & _COMPARING) or any(w.isdigit() and len(w) == 4 for w in words)


def _lists(pile: Pile, source_id: str, numbers: Sequence[NumberExpression]) -> Iterator[Conflict]:
    """ "12 people: 7 men and 6 women": the parts after a colon or dash, joined as one list."""
    text = pile.text(source_id)
    for at, whole in enumerate(numbers[:-2]):
        if whole.unit or whole.hedge or not _LIST_INTRO.match(text[whole.end : numbers[at + 1].start][:100]):
            continue
        parts = [numbers[at + 1]]
        for following in numbers[at + 2 :]:
            if not _LIST_JOIN.match(text[parts[-1].end : following.start][:100]):
                break
            parts.append(following)
        total = sum(p.value for p in parts)
        if len(parts) > 1 and _is_closed(text, parts) and total != whole.value:
            span = Span(source_id, whole.start, parts[-1].end)
            yield _finding(
                pile,
                span,
                f"{_written(text, whole)}, not {total:g}",
                f"the parts listed after {_written(text, whole)} add up to {total:g}",
                "sum",
            )


def _of_whole(pile: Pile, source_id: str, numbers: Sequence[NumberExpression]) -> Iterator[Conflict]:
    """ "Of these 12 tanks, three were …, four were … and six were …": three parts that pass the whole."""
    text = pile.text(source_id)
    whole, parts = numbers[0], numbers[1:]
    before = text[max(0, whole.start - 12) : whole.start]
    if len(parts) < 3 or not _OF_WHOLE.search(before) or not all(_STATE.match(text, p.end) for p in parts):
        return
    total = sum(p.value for p in parts)
    if total > whole.value and not any(p.unit or p.hedge for p in numbers):
        yield _finding(
            pile,
            Span(source_id, whole.start, parts[-1].end),
            f"{_written(text, whole)}, not {total:g}",
            f"the parts of {_written(text, whole)} add up to {total:g}",
            "sum",
        )


def _is_closed(text: str, parts: Sequence[NumberExpression]) -> bool:
    """Is every part exact and without unit, and is the last joined by "and"?"""
    if any(p.hedge or p.unit for p in parts):
        return False
    return text[parts[-2].end : parts[-1].start].rstrip().endswith("and")


def _written(text: str, number: NumberExpression) -> str:
    return " ".join(text[number.start : number.end].split())


def _finding(pile: Pile, span: Span, value: str, reason: str, what: str) -> Conflict:
    name = pile.label(span.source_id)
    return Conflict(
        kind=ConflictKind.ARITHMETIC,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT,
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=Scope.WITHIN,
        title=f"{value}: the figures do not fit",
        why=f"{name} says {quoted(pile.sentence_text(span))}: {reason}. A figure or the total is wrong, or "
        "something is counted twice.",
        subject=fold_text(pile.quote(span)),
        predicate=what,
        scope_key=pile.sources[span.source_id].source.path,
        sides=(make_side(pile, value, [span]),),
    )
