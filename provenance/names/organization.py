"""Evidence for and against that two names are one organisation's or place's."""

from provenance.model.names import Reason
from provenance.names.organization_name import TRANSPARENT, OrganizationName
from provenance.names.reasons import printed, rate_similarity, say_pair
from provenance.names.words import NameWord, Pairing, pair_words

_BASE = 0.6
_RATES = ((0.0, -6.0), (0.55, -5.0), (0.7, -3.5), (0.8, -1.5), (0.9, 0.3), (0.99, 2.6), (1.0, 3.0))
"""Similarity of two distinctive words → what it speaks for; linear between."""
_OTHER_WORDS = -5.0
_EXTRA_FIRST = -2.2
_EXTRA_MORE = -0.7
_EXTRA_LOWER_CASE = -0.3
_OTHER_HEADS = -4.0
_ONE_HEAD = -1.7
_ONE_TRANSPARENT = -0.3
_SAME_HEAD = 0.4
_SAME_COUNTRY = 1.5
_OTHER_COUNTRY = -6.0
_ONE_COUNTRY = -2.0
_OTHER_NUMBERS = -6.0
_ONE_NUMBER = -3.0
_SAME_NUMBER = 0.5
_ACRONYM = 2.6
_OTHER_ACRONYM = -6.0
_NO_ACRONYM = -4.0


def organization_evidence(a: OrganizationName, b: OrganizationName) -> list[Reason]:
    """Reasons whose weights add up; positive speaks for one body. Neither name is empty."""
    base = Reason("both are names of one kind", _BASE)
    by_letters = _of_acronyms(a, b)
    if by_letters:
        return [base, by_letters]
    pairing = pair_words(a.content, b.content)
    heads = pair_words(a.heads, b.heads)
    reasons = [base, *_of_pairs(pairing), *_of_left(a, b, pairing, heads), *_of_heads(a, b, heads)]
    reasons += _of_sets("country", a.countries, b.countries, (_SAME_COUNTRY, _OTHER_COUNTRY, _ONE_COUNTRY))
    reasons += _of_sets("number", a.numbers, b.numbers, (_SAME_NUMBER, _OTHER_NUMBERS, _ONE_NUMBER))
    return reasons


def _of_acronyms(a: OrganizationName, b: OrganizationName) -> Reason | None:
    """Where one name is an acronym: do its letters fit the other?"""
    if a.acronym and b.acronym:
        if a.acronym == b.acronym:
            return Reason(f"the same letters: {a.acronym.upper()}", _ACRONYM)
        return Reason(f"other letters: {a.acronym.upper()} / {b.acronym.upper()}", _OTHER_ACRONYM)
    short, full = (a, b) if a.acronym else (b, a)
    if not short.acronym or len(full.letters) < 2:
        return None
    letters = short.acronym.upper()
    if spells(short.acronym, full.letters):
        return Reason(f"{letters} is the acronym of the other", _ACRONYM)
    return Reason(f"{letters} is not the acronym of the other", _NO_ACRONYM)


def spells(acronym: str, letters: tuple[tuple[str, bool], ...]) -> bool:
    """Is `acronym` made of the words' first letters, in order, leaving out only words that may be?"""
    reached = {0}
    for letter, is_optional in letters:
        after = {place + 1 for place in reached if place < len(acronym) and acronym[place] == letter}
        reached = after | reached if is_optional else after
    return len(acronym) in reached


def _of_pairs(pairing: Pairing) -> list[Reason]:
    """Agreement is shared out by length, so that many words do not weigh more than few; doubt is not."""
    total = sum(len(word.folded) for pair in pairing.pairs for word in pair.a)
    reasons = []
    for pair in pairing.pairs:
        weight = rate_similarity(pair.similarity, _RATES)
        if weight > 0:
            weight *= sum(len(word.folded) for word in pair.a) / total
        reasons.append(Reason(say_pair("word", pair), weight))
    return reasons


def _of_left(a: OrganizationName, b: OrganizationName, pairing: Pairing, heads: Pairing) -> list[Reason]:
    first, second = [a.content[i] for i in pairing.left_a], [b.content[j] for j in pairing.left_b]
    if first and second:
        return [Reason(f"words differ: {printed(first)} / {printed(second)}", _OTHER_WORDS)]
    extra = first or second
    if not extra:
        return []
    if (first and heads.left_b) or (second and heads.left_a):
        other = [b.heads[j] for j in heads.left_b] if first else [a.heads[i] for i in heads.left_a]
        return [Reason(f"words differ: {printed(extra)} / {printed(other)}", _OTHER_HEADS)]
    weight, is_first = 0.0, True
    for word in extra:
        if word.printed.islower():
            weight += _EXTRA_LOWER_CASE
        else:
            weight += _EXTRA_FIRST if is_first else _EXTRA_MORE
            is_first = False
    return [Reason(f"only one has {printed(extra)}", weight)]


def _of_heads(a: OrganizationName, b: OrganizationName, heads: Pairing) -> list[Reason]:
    reasons = [Reason(say_pair("kind of body", pair), _SAME_HEAD) for pair in heads.pairs[:1]]
    first, second = [a.heads[i] for i in heads.left_a], [b.heads[j] for j in heads.left_b]
    if first and second:
        weight = _ONE_HEAD if _all_transparent(first) or _all_transparent(second) else _OTHER_HEADS
        reasons.append(Reason(f"kinds of body differ: {printed(first)} / {printed(second)}", weight))
    elif first or second:
        extra = first or second
        weight = _ONE_TRANSPARENT if _all_transparent(extra) else _ONE_HEAD
        reasons.append(Reason(f"only one says the kind of body: {printed(extra)}", weight))
    return reasons


def _all_transparent(words: list[NameWord]) -> bool:
    return all(word.folded in TRANSPARENT for word in words)


def _of_sets(
    what: str, a: frozenset[str], b: frozenset[str], weights: tuple[float, float, float]
) -> list[Reason]:
    same, other, one = weights
    if a == b:
        return [Reason(f"{what} equal: {', '.join(sorted(a))}", same)] if a else []
    first, second = ", ".join(sorted(a - b)), ", ".join(sorted(b - a))
    if first and second:
        return [Reason(f"{what} differs: {first} / {second}", other)]
    return [Reason(f"only one names the {what}: {first or second}", one)]
