"""Which kinds of findings can ask the same question, and which of them stands for the others."""

from enum import Enum

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind
from provenance.model.reuse import ChangeKind
from provenance.model.spans import Span

_NARROW = 60
"""Code points up to which a place is that of one value."""


class Question(Enum):
    """What a finding is about."""

    ANY = "any"
    HOW_MANY = "how many"
    WHEN = "when"
    WHERE = "where"
    WHAT_HE_IS = "what somebody or something is"
    WHETHER = "whether it is so"
    WHO_SAID = "who said it"
    WHAT_WAS_SAID = "what was said"
    STANDS_FOR = "what letters stand for"
    SPELLING = "spelling"
    PAGE = "page"


_QUESTION = {
    ConflictKind.EDITED_COPY: Question.ANY,
    ConflictKind.HEADLINE: Question.ANY,
    ConflictKind.STALE_FIGURE: Question.HOW_MANY,
    ConflictKind.QUANTITY: Question.HOW_MANY,
    ConflictKind.ARITHMETIC: Question.HOW_MANY,
    ConflictKind.WEEKDAY_DATE: Question.WHEN,
    ConflictKind.IMPOSSIBLE_DATE: Question.WHEN,
    ConflictKind.DATE_ORDER: Question.WHEN,
    ConflictKind.EVENT_DATE: Question.WHEN,
    ConflictKind.LOCATION: Question.WHERE,
    ConflictKind.MEMBERSHIP: Question.WHAT_HE_IS,
    ConflictKind.CONTROL: Question.WHAT_HE_IS,
    ConflictKind.KINSHIP: Question.WHAT_HE_IS,
    ConflictKind.ROLE: Question.WHAT_HE_IS,
    ConflictKind.ATTRIBUTION: Question.WHO_SAID,
    ConflictKind.WORDING: Question.WHAT_WAS_SAID,
    ConflictKind.PARAPHRASE: Question.WHAT_WAS_SAID,
    ConflictKind.CONDITION: Question.WHETHER,
    ConflictKind.STATUS: Question.WHETHER,
    ConflictKind.OPPOSED: Question.WHETHER,
    ConflictKind.ALIAS_CONFLICT: Question.STANDS_FOR,
    ConflictKind.ALIAS_SELF: Question.STANDS_FOR,
    ConflictKind.NAME_VARIANT: Question.SPELLING,
    ConflictKind.METADATA: Question.PAGE,
    ConflictKind.DESCRIPTION: Question.PAGE,
    ConflictKind.PAGE_VERSION: Question.PAGE,
}
"""In the order in which a finding stands for all that ask the same: what was changed inside a copy, then the
more specific kind."""
_PRECEDENCE = {kind: number for number, kind in enumerate(_QUESTION)}
_GENERAL = frozenset((Question.ANY, Question.WHETHER))
_ALONE = frozenset((Question.SPELLING, Question.PAGE))
"""What is never one with another finding."""
_CLOSED = frozenset((Question.STANDS_FOR, Question.WHO_SAID))
"""What these ask nothing else asks, though it stand in the same place; a changed copy apart."""
_NOUN = {
    ConflictKind.EDITED_COPY: "a change inside a copy",
    ConflictKind.HEADLINE: "a heading against its text",
    ConflictKind.STALE_FIGURE: "an old figure",
    ConflictKind.QUANTITY: "a difference of figures",
    ConflictKind.EVENT_DATE: "a difference of dates",
    ConflictKind.LOCATION: "a difference of places",
    ConflictKind.ROLE: "a difference of roles",
    ConflictKind.CONDITION: "a dropped condition",
    ConflictKind.OPPOSED: "opposed statements",
    ConflictKind.WORDING: "a quotation in other words",
    ConflictKind.PARAPHRASE: "a paraphrase that says something else",
}
"""Others are called by the kind itself."""


def precedence(conflict: Conflict) -> tuple[int, tuple[int, ...], str]:
    """Least for the finding that stands for all that ask the same. Mere wording of a copy comes after all
    that tells what is different."""
    at = _PRECEDENCE[conflict.kind]
    if conflict.conflict_class is ConflictClass.CHANGED_IN_REUSE:
        at = len(_PRECEDENCE) if conflict.predicate == ChangeKind.WORDING.value else -1
    return at, conflict.order, conflict.key


def ask_the_same(one: Conflict, a: Span, other: Conflict, b: Span) -> bool:
    """Can both ask the same, and do their places lie on one another?"""
    shared = a.overlap(b)
    questions = {_QUESTION[one.kind], _QUESTION[other.kind]}
    if not shared or not questions.isdisjoint(_ALONE) or _are_spelling(one, other):
        return False
    short, long = sorted((len(a), len(b)))
    kinds = {one.kind, other.kind}
    if questions == {Question.ANY}:
        return len(kinds) > 1 and 2 * shared >= long
    is_one = len(questions) == 1
    if not is_one and not questions.isdisjoint(_CLOSED) and ConflictKind.EDITED_COPY not in kinds:
        return False
    if is_one or not questions.isdisjoint(_GENERAL):
        return 2 * shared >= short
    return 2 * shared >= long and long <= _NARROW


def _are_spelling(one: Conflict, other: Conflict) -> bool:
    return ConflictClass.SPELLING in (one.conflict_class, other.conflict_class)


def noun_of(kind: ConflictKind) -> str:
    """What a finding of this kind is called in a sentence."""
    return _NOUN.get(kind, kind.value.replace("_", " "))
