"""What sort of thing a change alters, judged by word tables."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import ChangeKind
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers

LONG_WORDS = 6
"""Words from which one side without the other is a dropped or added clause, not a changed detail; twice as
many from which a replaced stretch is."""
YEARS = range(1500, 2200)
"""Four digits in this range are taken for a year."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+){0,6}(?=[^\W\d_]{0,2}(?![^\W_]))")
_ACCORDING = "according to"
_TITLE_WORDS = 4
"""No title in the lists has more words."""
_QUALIFIERS = frozenset("acting assistant deputy ex former interim outgoing vice".split())
"""Before a title, they make another one of it."""


@frozen(eq=False)
class Wording:
    """The tables of a Knowledge that tell kinds of changes apart, folded."""

    knowledge: Knowledge
    negations: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    hedges: Mapping[str, str]
    sayings: frozenset[str]
    roles: Mapping[str, str]


def make_wording(knowledge: Knowledge) -> Wording:
    """The tables of `knowledge`, folded as texts are."""
    return Wording(
        knowledge,
        _folded(knowledge.negations),
        _folded(knowledge.modals),
        _folded(knowledge.conditions),
        {fold_text(phrase): hedge for phrase, hedge in sorted(knowledge.hedges.items()) if fold_text(phrase)},
        _folded(knowledge.say_verbs) | {_ACCORDING},
        {
            fold_text(phrase): role.title
            for phrase, role in sorted(knowledge.roles.items())
            if fold_text(phrase)
        },
    )


def judge_change(a: str, b: str, context: tuple[str, str], wording: Wording) -> ChangeKind:
    """The most consequential kind that applies; `context`: the words before and after, the same in both."""
    one, other = _words(a), _words(b)
    if "".join(one) == "".join(other):
        return ChangeKind.TYPOGRAPHY
    shorter, longer = sorted((one, other), key=len)
    if (not shorter and len(longer) >= LONG_WORDS) or len(longer) >= 2 * LONG_WORDS:
        return _clause_kind(longer, wording)
    if _amount_to_the_same((a, b), (one, other), wording):
        return ChangeKind.WORDING
    if all(" ".join(words) in wording.hedges for words in (one, other) if words):
        return ChangeKind.HEDGE
    return _detail_kind((a, b), (one, other), context, wording)


def _detail_kind(
    texts: tuple[str, str], words: tuple[list[str], list[str]], context: tuple[str, str], wording: Wording
) -> ChangeKind:
    """Of a changed detail: values first, then the words that turn a statement."""
    a, b = texts
    longest = max(map(len, words))
    differing = _difference(*words)
    if _is_value_for_modal(texts, words, wording):
        return ChangeKind.MODALITY
    numbers = _numbers(a, wording), _numbers(b, wording)
    if numbers[0] != numbers[1] and ((numbers[0] and numbers[1]) or longest < LONG_WORDS):
        return ChangeKind.DATE if _is_date(differing, (a, b, *context), wording) else ChangeKind.NUMBER
    if not _calendar_words((a, b), wording).isdisjoint(differing):
        return ChangeKind.DATE
    return _word_kind(texts, words, context, wording)


def _is_value_for_modal(texts: tuple[str, str], words: tuple[list[str], list[str]], wording: Wording) -> bool:
    """Has one side a number or date, and the other none, but a word that says how sure it is?

    What was left out is then a detail; what came in turns the statement (as in 1987, certainly).
    """
    has_value = [bool(_numbers(text, wording) or _calendar_words((text,), wording)) for text in texts]
    if has_value[0] == has_value[1]:
        return False
    return _has(words[has_value.index(False)], wording.modals)


def _word_kind(
    texts: tuple[str, str], words: tuple[list[str], list[str]], context: tuple[str, str], wording: Wording
) -> ChangeKind:
    a, b = texts
    differing = _difference(*words)
    tables = (
        (ChangeKind.NEGATION, wording.negations),
        (ChangeKind.MODALITY, wording.modals),
        (ChangeKind.CONDITION, wording.conditions),
        (ChangeKind.ATTRIBUTION, wording.sayings),
    )
    for kind, table in tables:
        if _has(differing, table) and not (kind is ChangeKind.ATTRIBUTION and _same_verb(a, b, wording)):
            return kind
        if kind is ChangeKind.NEGATION and _is_negated(a) != _is_negated(b):
            return kind
    if _is_other_role(words, context, wording):
        return ChangeKind.NAME if all(_is_titled_name(text, wording) for text in texts) else ChangeKind.ROLE
    if _is_name(a, wording) and _is_name(b, wording):
        return ChangeKind.NAME
    return ChangeKind.HEDGE if _has(differing, wording.hedges) else ChangeKind.WORDING


def _is_other_role(words: tuple[list[str], list[str]], context: tuple[str, str], wording: Wording) -> bool:
    """Do both sides give a title, and not the same? What stands before a title is part of it (deputy)."""
    if max(map(len, words)) >= LONG_WORDS:
        return False
    own = [_titles(side, wording) for side in words]
    if all(own):
        return own[0] != own[1]
    before, after = map(_words, context)
    whole = [_titles([*before[-1:], *side, *after[:1]], wording) for side in words]
    return 0 < len(whole[0]) == len(whole[1]) and whole[0] != whole[1]


def _titles(words: list[str], wording: Wording) -> list[str]:
    """The canonical titles among `words` in their order, with the words that qualify them."""
    found: list[str] = []
    qualifier, at = "", 0
    while at < len(words):
        lengths = range(min(_TITLE_WORDS, len(words) - at), 0, -1)
        length = next((n for n in lengths if " ".join(words[at : at + n]) in wording.roles), 0)
        is_qualifier = length < 2 and words[at] in _QUALIFIERS
        if length and not is_qualifier:
            found.append(qualifier + wording.roles[" ".join(words[at : at + length])])
        qualifier = f"{words[at]} " if is_qualifier else ""
        at += max(length, 1)
    return found


def _is_titled_name(text: str, wording: Wording) -> bool:
    """Is there a name beside the title's words?"""
    titles = {word for title in wording.roles for word in title.split()}
    return _is_name(" ".join(w for w in _WORD.findall(text) if fold_text(w) not in titles), wording)


def _clause_kind(words: list[str], wording: Wording) -> ChangeKind:
    """Of a clause that one side lacks: a condition or attribution if it opens as one."""
    if _has(words[:2], wording.conditions):
        return ChangeKind.CONDITION
    if _ACCORDING in " ".join(words[:3]):
        return ChangeKind.ATTRIBUTION
    return ChangeKind.WORDING


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_text(word) for word in words) - {""}


def _words(text: str) -> list[str]:
    return fold_text(text).split()


def _difference(one: list[str], other: list[str]) -> list[str]:
    """Words of one side that the other lacks, in order, a's first."""
    ones, others = Counter(one), Counter(other)
    return [w for w in one if ones[w] > others[w]] + [w for w in other if others[w] > ones[w]]


def _has(words: list[str], table: Collection[str]) -> bool:
    if any(word in table for word in words):
        return True
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return any(pair in table for pair in pairs)


def _is_negated(text: str) -> bool:
    return re.search(r"n['\u2019\u02bc]t\b", text, re.IGNORECASE) is not None


def _same_verb(a: str, b: str, wording: Wording) -> bool:
    """Is one reporting verb in another form (said, says)?"""
    lemmas = [{wording.knowledge.say_verbs.get(w) for w in _words(text)} - {None} for text in (a, b)]
    return lemmas[0] == lemmas[1] and bool(lemmas[0])


def _numbers(text: str, wording: Wording) -> list[float]:
    """Values of all numbers in `text`, written in digits or words."""
    values = [float(number.replace(",", "")) for number in _NUMBER.findall(text) if number.count(".") <= 1]
    values += [float(n.replace(".", "").replace(",", "")) for n in _NUMBER.findall(text) if n.count(".") > 1]
    table = wording.knowledge.number_words
    values += [table[word] for word in text.casefold().split() if word in table]
    return sorted(values)


def _amount_to_the_same(texts: tuple[str, str], words: tuple[list[str], list[str]], wording: Wording) -> bool:
    """Do both sides state one value in different words?"""
    if all(word.isdecimal() for side in words for word in side):
        return False  # a group of digits that is left out of a number is no other word for it
    has_value = all(_has_value(*side, wording) for side in zip(texts, words, strict=True))
    return has_value and _amounts(texts[0], wording) == _amounts(texts[1], wording)


def _has_value(text: str, words: list[str], wording: Wording) -> bool:
    """Is there a number, or is all of it a hedge?"""
    return bool(words) and (" ".join(words) in wording.hedges or bool(_numbers(text, wording)))


def _amounts(text: str, wording: Wording) -> list[object]:
    """What `text` says, whichever way it writes numbers, hedges and percentages: "14" and "fourteen", "at
    least 600" and "no fewer than 600" are the same."""
    said: list[object] = []
    begin = 0
    for number in find_numbers(text, wording.knowledge):
        said += _said(text[begin : number.hedge_start], wording)
        said.append((number.value, number.low, number.high, number.hedge, number.unit))
        begin = number.end
    return [*said, *_said(text[begin:], wording)]


def _said(text: str, wording: Wording) -> list[str]:
    words = " ".join(_words(text)).replace("per cent", "percent")
    return [wording.hedges.get(words, words)] if words else []


def _is_date(differing: list[str], texts: tuple[str, ...], wording: Wording) -> bool:
    """Is the number a day beside a month, or a year?"""
    if _calendar_words(texts, wording):
        return True
    numbers = [word for word in differing if word.isdecimal()]
    return bool(numbers) and all(len(word) == 4 and int(word) in YEARS for word in numbers)


def _calendar_words(texts: Iterable[str], wording: Wording) -> set[str]:
    """Months and weekdays in `texts`, folded; with a capital, so that the verbs may and march are none."""
    words = {word.casefold() for text in texts for word in _WORD.findall(text) if word[0].isupper()}
    knowledge = wording.knowledge
    return {word for word in words if word in knowledge.months or word in knowledge.weekdays}


def _is_name(text: str, wording: Wording) -> bool:
    """Capitalised words that are no common ones, beside small connecting words at most."""
    words = _WORD.findall(text)
    capitalised = [w for w in words if w[0].isupper() and w.casefold() not in wording.knowledge.common_words]
    return bool(capitalised) and len(capitalised) * 2 >= len(words)
