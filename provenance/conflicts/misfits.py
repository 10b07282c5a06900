"""In what a retelling goes beyond the words that are quoted: firmness, negation, share, number, act."""

import re
from collections.abc import Sequence

from attrs import frozen

from provenance.conflicts.matter import Matter, base
from provenance.conflicts.retellings import Retelling
from provenance.conflicts.shares import Share, are_apart, find_share
from provenance.model.knowledge import Knowledge
from provenance.text.numbers import NumberExpression, find_numbers

_SETTLED = (
    "The retelling gives as settled what the quotation leaves open: it speaks of a possibility, a question or"
    " a wish."
)
_FIRM = frozenset({"commit", "announce", "admit", "accuse", "claim"})
"""Acts that tell of something settled, known or decided."""
_PLAIN = frozenset({"say"})
_OF_OTHERS = frozenset({"accuse", "claim"})
_NEGATING = frozenset({"deny"})
_ABSOLUTE = re.compile(
    r"\b(?:solely|entirely|wholly|fully|completely|alone|only|not\sat\sall)\b", re.IGNORECASE
)
_UNABLE = re.compile(
    r"\b(?:(?:could|can|was|were|is|are|has\sbeen|had\sbeen)(?:\snot|n['\u2019]t|\sunable)|unable\sto"
    r"|failed\sto)\b",
    re.IGNORECASE,
)
_UNTRIED = re.compile(
    r"\b(?:did|have|has|had|do|does)(?:\s(?:not|never)|n['\u2019]t)\s(?:try|tried|look|looked|seek|sought"
    r"|search|searched|attempt"
    r"|attempted|ask|asked|check|checked|apply|applied)\b|\bnever\s(?:tried|looked|sought|searched|asked"
    r"|checked)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:attack\w*|strik\w+|struck|kill\w*|destroy\w*|punish\w*|reveng\w+|aveng\w+|retaliat\w+"
    r"|respon[ds]\w*|reply|pay|price"
    r"|consequenc\w+|target\w*|fight\w*|blood\w*|burn\w*|regret\w*|fire|shoot\w*|bomb\w*|expel\w*|force"
    r"|hit|hurt|harm\w*|crush\w*"
    r"|sue|resign|strike|boycott\w*|block\w*|clos\w+|cut|sanction\w*|hell|grave\w*|coffin\w*|teach|lesson"
    r"|suffer\w*|face|danger\w*"
    r"|if|unless|otherwise|or\selse|beware|warn\w*)\b|\b(?:we|I)(?:\s(?:will|shall)|['\u2019]ll)\b",
    re.IGNORECASE,
)
_EVERYONE = re.compile(r"\b(?P<all>any|all|every)\s(?P<who>(?:[a-z-]+\s){0,2}?[a-z-]+s?)\b", re.IGNORECASE)
_ORDERED = re.compile(r"\b(?:need|needs|must|should|have\sto|has\sto|ought\sto)\b", re.IGNORECASE)
_NAMED_GROUP = re.compile(
    r"(?:the\s)?(?P<who>(?P<name>[A-Z][\w-]+)\s(?:[a-z-]+\s)?[a-z-]+s|[A-Z][\w-]+\s[a-z]+men)\sto\s"
)
_NOUN = re.compile(
    r"\s(?:of\s(?:the|our|his|her|their|its)\s)?(?:[a-z-]+\s){0,2}?(?!(?:was|has|is|this|its|does|as|us"
    r"|of)\b)(?P<noun>[a-z]{3,}s|people|men"
    r"|women|children|police)\b"
)
_NEGATIVE_PREFIX = re.compile(r"\b(?:un|in|im|ir|non-?)[a-z]{4,}", re.IGNORECASE)
_LEAST_SHARED = 2
_LEAST_SHARE = 0.5
_MANY_SHARED = 3
_NARROW = 0.25
_NEAR_ONE = 0.12


@frozen
class Misfit:
    """`why`: a sentence for a reader. `is_of_firmness`: plain words elsewhere would bear it out."""

    why: str
    is_of_firmness: bool = False


def find_misfit(
    knowledge: Knowledge, retelling: Retelling, told: Matter, clauses: Sequence[Matter], is_near: bool
) -> Misfit | None:
    """Why `told` is not what `clauses`, those of a quotation that are about it, say; None if it can be."""
    shared = frozenset().union(*(c.words for c in clauses)) & told.words
    why = (
        (shared and (_of_share(knowledge, told, clauses) or _of_number(knowledge, told, clauses)))
        or _of_act(retelling, told, clauses, bool(shared))
        or _of_negation(retelling, told, clauses)
        or (is_near and _of_denial(retelling, told, clauses))
        or _of_condition(retelling, told, clauses)
    )
    if why:
        return Misfit(why)
    if _is_firmer(retelling, told, clauses, len(shared), is_near):
        return Misfit(_SETTLED, True)
    return None


def _of_share(knowledge: Knowledge, told: Matter, clauses: Sequence[Matter]) -> str | None:
    share = find_share(told.text, knowledge)
    if share is None:
        return None
    for clause in clauses:
        other = find_share(clause.text, knowledge)
        if other is None or not are_apart(share, other) or told.is_negated != clause.is_negated:
            continue
        if len(clause.words & told.words) < _LEAST_SHARED and _make_one(share, other):
            continue
        prefixed = [_NEGATIVE_PREFIX.search(text) is not None for text in (told.text, clause.text)]
        if prefixed[0] == prefixed[1]:
            values = [c.text[s.start : s.end].strip() for c, s in ((told, share), (clause, other))]
            return f"The retelling speaks of “{values[0]}”, the quotation of “{values[1]}”."
    return None


def _make_one(a: Share, b: Share) -> bool:
    """Are they narrow and together about the whole: a third empty, two thirds sold?"""
    is_narrow = max(a.high - a.low, b.high - b.low) <= _NARROW
    return is_narrow and abs((a.low + a.high + b.low + b.high) / 2 - 1) <= _NEAR_ONE


def _of_number(knowledge: Knowledge, told: Matter, clauses: Sequence[Matter]) -> str | None:
    """Two exact numbers before one noun."""
    counted = _counted(knowledge, told.text)
    for clause in clauses:
        for noun, number in _counted(knowledge, clause.text).items():
            other = counted.get(noun)
            if other is not None and other.value != number.value:
                values = told.text[other.start : other.end], clause.text[number.start : number.end]
                return f"The retelling has the number {values[0]}, the quotation {values[1]}."
    return None


def _counted(knowledge: Knowledge, text: str) -> dict[str, NumberExpression]:
    found: dict[str, NumberExpression] = {}
    repeated: set[str] = set()
    for number in find_numbers(text, knowledge):
        noun = _NOUN.match(text, number.end)
        if (
            noun is None
            or number.hedge is not None
            or number.low is not None
            or number.is_ordinal
            or number.unit
        ):
            continue
        key = base(noun["noun"])
        if key in found:
            repeated.add(key)
        found[key] = number
    return {noun: number for noun, number in found.items() if noun not in repeated}


def _of_act(retelling: Retelling, told: Matter, clauses: Sequence[Matter], is_shared: bool) -> str | None:
    if not is_shared and retelling.act != "urge":
        return None
    if any(c.is_partial for c in clauses) and (retelling.act == "clear" or _ABSOLUTE.search(told.text)):
        return "The quotation says it of a part only, the retelling of all."
    if _UNABLE.search(told.text) and any(_UNTRIED.search(c.text) for c in clauses):
        return (
            "The retelling tells of something that could not be done, the quotation of something not tried."
        )
    named = _NAMED_GROUP.match(told.text) if retelling.act == "urge" else None
    for clause in clauses if named else ():
        everyone = _EVERYONE.search(clause.text)
        if named and everyone and _ORDERED.search(clause.text) and named["who"].split()[0] not in clause.text:
            return (
                f"The quotation speaks of {everyone.group()}, the retelling of {named['who']}, "
                "whom the quotation does not name."
            )
    return None


def _of_negation(retelling: Retelling, told: Matter, clauses: Sequence[Matter]) -> str | None:
    is_negated = told.is_negated != (retelling.act in _NEGATING)
    for clause in clauses:
        shared = clause.words & told.words
        least = min(len(clause.words), len(told.words))
        if len(shared) < _LEAST_SHARED or len(shared) < _LEAST_SHARE * least or clause.is_partial:
            continue
        if not clause.deeds & told.deeds and len(shared) < _MANY_SHARED:
            continue  # what one of them denies is not what the other tells
        if clause.is_negated != is_negated and not clause.is_open and not told.is_open:
            return "One of the two negates what the other affirms."
    return None


def _of_denial(retelling: Retelling, told: Matter, clauses: Sequence[Matter]) -> str | None:
    """Denied, right before words that affirm the same deed."""
    if retelling.act not in _NEGATING or told.is_negated:
        return None
    plain = [c for c in clauses if not (c.is_negated or c.is_open or c.is_partial)]
    is_affirmed = any(c.deeds & told.deeds for c in plain)
    return "The retelling has the speaker deny what the quotation affirms." if is_affirmed else None


def _of_condition(retelling: Retelling, told: Matter, clauses: Sequence[Matter]) -> str | None:
    """A promise without its condition; what was only asked for told as done."""
    for clause in clauses:
        shared = len(clause.words & told.words)
        is_bound = clause.is_conditional and not told.is_conditional and not told.is_hedged
        if is_bound and shared >= _LEAST_SHARED and retelling.act in ("commit", "announce"):
            return "The quotation makes it depend on a condition, which the retelling has not."
        is_done = told.is_done and not told.is_wished and not told.is_negated
        if is_done and clause.is_wished and shared >= _MANY_SHARED:
            return "The quotation tells what is asked for or planned, the retelling what is done."
    return None


def _is_firmer(
    retelling: Retelling, told: Matter, clauses: Sequence[Matter], shared: int, is_near: bool
) -> bool:
    if told.is_hedged or not all(c.is_weak and not c.is_further for c in clauses):
        return False
    if retelling.act == "admit" and any(c.is_own_past for c in clauses):
        return False
    if not shared and retelling.act not in _OF_OTHERS and not any(c.is_doubt for c in clauses):
        return False
    if retelling.act in _FIRM:
        return is_near or shared >= 1
    needed = 1 if is_near else _MANY_SHARED
    return retelling.act in _PLAIN and shared >= needed


def is_no_threat(text: str) -> bool:
    """Do the words name no harm, set no terms and announce no deed of the speaker's own?"""
    return _HARM.search(text) is None
