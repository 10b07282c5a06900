"""A part greater than the whole right before it, and a share over 100 percent."""

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
_LONGEST_GAP = 60
_LONGEST_SENTENCE = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_TIMES = frozenset("seconds minutes hours days weeks months years decades centuries".split())


def find_sums(pile: Pile) -> Iterator[Conflict]:
    """ "120 passengers, 130 of them children"; "130 percent of the voters"."""
    for source_id in pile.sources:
        for start, end in pile.sentences(source_id):
            if end - start <= _LONGEST_SENTENCE:
                group = _counted(pile, source_id, start, end)
                if group:
                    yield from _parts(pile, source_id, group)
                    yield from _shares(pile, source_id, group)


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
    if between.strip() == "in":  # two in five of them
        return False
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
