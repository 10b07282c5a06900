"""Evidence for and against that two names are one organisation's or place's."""

from collections.abc import Iterable

from provenance.model.names import Reason
from provenance.names.comparing.grammar import SIDES
from provenance.names.comparing.organization_name import TRANSPARENT, OrganizationName
from provenance.names.comparing.reasons import printed, rate_similarity, say_pair
from provenance.names.comparing.words import NameWord, Pairing, pair_words

_BASE = 0.6
_RATES = (
    (0.0, -6.0),
    (0.5, -5.0),
    (0.6, -3.0),
    (0.7, -0.2),
    (0.8, 1.2),
    (0.9, 2.3),
    (0.97, 2.8),
    (1.0, 3.0),
)
"""Similarity of two distinctive words → what it speaks for; linear between."""
_ALONE = -8.0  # for each unit of unlikeness, where one word is all there is
_OTHER_WORDS = (-2.0, -4.5)  # where words differ: at least, and more by their share of the letters
_EXTRA = (-2.6, -2.0)  # where one has more: the same
_KNOWN_APART = -3.0
_ONE_SOUND = 0.97  # Falluja, Fallujah
_EXTRA_LOWER_CASE = -0.3
_EXTRA_OF_PLACE = -1.5  # Virginia, West Virginia
_OTHER_HEADS = -4.0
_ONE_HEAD = -3.4
_MORE_HEADS = -4.0
_TRANSPARENT_HEADS = -1.0
_ONE_TRANSPARENT = -0.3
_SAME_HEAD = 0.3
_SAME_COUNTRY = 1.5
_OTHER_COUNTRY = -6.0
_ONE_COUNTRY = -3.55
_OTHER_NUMBERS = -6.0
_ONE_NUMBER = -3.0
_SAME_NUMBER = 0.5
_ACRONYM = 2.6
_OTHER_ACRONYM = -6.0
_NO_ACRONYM = -4.0
_BODY_OF_THE_OTHER = -3.0  # the Friends of the Museum, the Museum
_LEAST_LETTERS = 3  # of an acronym written as a word


def organization_evidence(a: OrganizationName, b: OrganizationName, is_place: bool = False) -> list[Reason]:
    """Reasons whose weights add up; positive speaks for one body or place. Neither name is empty."""
    base = Reason("both are names of one kind", _BASE)
    by_letters = _of_acronyms(a, b)
    if by_letters:
        return [base, by_letters]
    if not a.content or not b.content:  # Iraqi Parliament, Parliament: the head word is all there is
        a, b = a.with_heads_as_content(), b.with_heads_as_content()
    pairing = pair_words(a.content, b.content)
    heads = pair_words(a.heads, b.heads)
    is_alone = len(a.content) == len(b.content) == 1 and not heads.pairs and not a.countries & b.countries
    reasons = [
        base,
        *_of_pairs(pairing, is_alone),
        *_of_left(a, b, pairing, heads, is_place),
        *_of_heads(a, b, heads),
        *([] if is_place else _of_part(a, b)),
    ]
    if is_place and is_alone and a.is_known_place and b.is_known_place and not _is_one_sound(pairing):
        reasons.append(Reason("both are known places", _KNOWN_APART))
    reasons += _of_sets("country", a.countries, b.countries, (_SAME_COUNTRY, _OTHER_COUNTRY, _ONE_COUNTRY))
    reasons += _of_sets("number", a.numbers, b.numbers, (_SAME_NUMBER, _OTHER_NUMBERS, _ONE_NUMBER))
    return reasons


def _is_one_sound(pairing: Pairing) -> bool:
    return all(pair.similarity >= _ONE_SOUND for pair in pairing.pairs)


def _of_acronyms(a: OrganizationName, b: OrganizationName) -> Reason | None:
    """Where one name is an acronym: do its letters fit the other?"""
    if a.acronym and b.acronym:
        if a.acronym == b.acronym:
            return Reason(f"the same letters: {a.acronym.upper()}", _ACRONYM)
        return Reason(f"other letters: {a.acronym.upper()} / {b.acronym.upper()}", _OTHER_ACRONYM)
    short, full = (a, b) if a.acronym else (b, a)
    if not short.acronym or len(full.letters) < 2 or (a.countries and b.countries):
        return _of_lower_acronyms(a, b)
    letters = short.acronym.upper()
    if spells(short.acronym, full.letters):
        return Reason(f"{letters} is the acronym of the other", _ACRONYM)
    return Reason(f"{letters} is not the acronym of the other", _NO_ACRONYM)


def _of_lower_acronyms(a: OrganizationName, b: OrganizationName) -> Reason | None:
    """Nato, Unesco: acronyms that are written as words, where their letters fit."""
    for short, full in ((a, b), (b, a)):
        word = short.content[0].folded if len(short.letters) == len(short.content) == 1 else ""
        if _LEAST_LETTERS <= len(word) <= len(full.letters) and spells(word, full.letters):
            return Reason(f"{short.content[0].printed} is the acronym of the other", _ACRONYM)
    return None


def spells(acronym: str, letters: tuple[tuple[str, bool], ...]) -> bool:
    """Is `acronym` made of the words' first letters, in order, leaving out only words that may be?"""
    reached = {0}
    for letter, is_optional in letters:
        after = {place + 1 for place in reached if place < len(acronym) and acronym[place] == letter}
        reached = after | reached if is_optional else after
    return len(acronym) in reached


def _of_pairs(pairing: Pairing, is_alone: bool) -> list[Reason]:
    """Agreement is shared out by length, so that many words do not weigh more than few; doubt is not."""
    total = sum(_length(pair.a) for pair in pairing.pairs)
    reasons = []
    for pair in pairing.pairs:
        weight = rate_similarity(pair.similarity, _RATES)
        if weight > 0:
            weight *= _length(pair.a) / total
        if is_alone:
            weight += _ALONE * (1 - pair.similarity)
        reasons.append(Reason(say_pair("word", pair), round(weight, 3)))
    return reasons


def _of_left(
    a: OrganizationName, b: OrganizationName, pairing: Pairing, heads: Pairing, is_place: bool
) -> list[Reason]:
    first, second = [a.content[i] for i in pairing.left_a], [b.content[j] for j in pairing.left_b]
    share = (_length(first) + _length(second)) / max(1, _length(a.content) + _length(b.content))
    if first and second:
        weight = _OTHER_WORDS[0] + _OTHER_WORDS[1] * share
        return [Reason(f"words differ: {printed(first)} / {printed(second)}", round(weight, 3))]
    extra = first or second
    if not extra:
        return []
    other = [b.heads[j] for j in heads.left_b] if first else [a.heads[i] for i in heads.left_a]
    if other and not _all_transparent(other):
        return [Reason(f"words differ: {printed(extra)} / {printed(other)}", _OTHER_HEADS)]
    if all(word.printed.islower() for word in extra):
        weight = _EXTRA_LOWER_CASE * len(extra)
    else:
        is_other = is_place or any(word.folded in SIDES for word in extra)
        weight = _EXTRA[0] + _EXTRA[1] * share + (_EXTRA_OF_PLACE if is_other else 0.0)
    return [Reason(f"only one has {printed(extra)}", round(weight, 3))]


def _of_part(a: OrganizationName, b: OrganizationName) -> list[Reason]:
    """Where one name is "… of the" and the whole other name: a body of its own, unless "…" says nothing."""
    inner, outer = sorted((a.words, b.words), key=len)
    before = [word for word in outer[: len(outer) - len(inner)] if word != "the"]
    inner = inner[1:] if inner[:1] == ("the",) else inner
    if len(inner) < 2 or outer[-len(inner) :] != inner or before[-1:] not in (["of"], ["for"]):
        return []
    if all(word in TRANSPARENT for word in before[:-1]):
        return []
    return [Reason(f"a body of the other: {' '.join(before)} …", _BODY_OF_THE_OTHER)]


def _of_heads(a: OrganizationName, b: OrganizationName, heads: Pairing) -> list[Reason]:
    reasons = [Reason(say_pair("kind of body", pair), _SAME_HEAD) for pair in heads.pairs[:1]]
    first, second = [a.heads[i] for i in heads.left_a], [b.heads[j] for j in heads.left_b]
    if first and second:
        weight = _TRANSPARENT_HEADS if _all_transparent(first + second) else _OTHER_HEADS
        reasons.append(Reason(f"kinds of body differ: {printed(first)} / {printed(second)}", weight))
    elif first or second:
        extra = first or second
        weight = _ONE_TRANSPARENT if _all_transparent(extra) else _MORE_HEADS if heads.pairs else _ONE_HEAD
        reasons.append(Reason(f"only one says the kind of body: {printed(extra)}", weight))
    return reasons


def _length(words: Iterable[NameWord]) -> int:
    return sum(len(word.folded) for word in words)


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
