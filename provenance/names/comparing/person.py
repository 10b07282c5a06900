"""Evidence for and against that two names are one person's."""

from itertools import repeat

from attrs import evolve

from provenance.model.names import Reason
from provenance.names.comparing.grammar import are_of_two_genders
from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.reasons import printed, rate_similarity, say_pair
from provenance.names.comparing.words import (
    NameWord,
    Pairing,
    WordPair,
    join_words,
    pair_words,
    word_similarity,
)
from provenance.names.sounds.phonetics import have_other_endings, sound_of, vowels_of

_BASE = 1.0
_RATES = (
    (0.0, -8.0),
    (0.3, -6.5),
    (0.5, -4.5),
    (0.6, -3.2),
    (0.7, -1.6),
    (0.75, -0.8),
    (0.8, 0.4),
    (0.9, 1.0),
    (0.97, 1.5),
    (1.0, 1.7),
)
"""Similarity of two words → what it speaks for; linear between."""
_INITIAL = 0.5
_FURTHER_AGREEMENT = 0.3
_FURTHER_DOUBT = 0.4
_BESIDE_CONFLICT = 0.6
_EXTRA = -0.4
_BARE = -2.6
_ORDER = -0.5
_GIVEN_ORDER = -4.1
_LINEAGE_ORDER = -6.0
_CHILD = -7.0
_MAY_BE_CHILD = -3.8
_GENDER = -3.5
_KNOWN_APART = -2.0
_SURELY_ONE = 0.78  # similarity from which even two known names are spellings of one: Muhammad, Mohamed
_ONE_SYLLABLE = -4.5
_DOUBT = 0.2  # of all weights: a score of .55, neither same nor different
_OTHER_SUFFIX = -8.0
_ONE_SUFFIX = -4.0
_OTHER_INITIALS = -8.0
_PRENAMES = tuple(
    NameWord(name, name) for name in ("muhammad", "md", "ali", "sayyid", "gholam", "khwaja", "mian", "maria")
)


def person_evidence(a: PersonName, b: PersonName) -> list[Reason]:
    """Reasons whose weights add up; positive speaks for one person. Both names have words."""
    pairing = pair_words(a.words, b.words)
    reasons = [Reason("both are names of persons", _BASE)]
    second = _BESIDE_CONFLICT if pairing.left_a and pairing.left_b else 1.0
    reasons += _dampened([_of_pair(pair, a, b) for pair in pairing.pairs], second)
    reasons += _of_conflicts(a, b, pairing)
    reasons += _of_extra(a, b, pairing)
    reasons += _of_order(a, b, pairing)
    reasons += _of_suffix(a, b)
    return reasons + _of_endings(pairing, a, b, sum(reason.weight for reason in reasons))


def _of_endings(pairing: Pairing, a: PersonName, b: PersonName, weight: float) -> list[Reason]:
    """A surname that another is made of by an ending leaves at least a doubt, whatever else agrees."""
    if weight <= _DOUBT:
        return []
    for pair in pairing.pairs:
        first, second = a.words[-1], b.words[-1]
        is_last = (
            pair.a == (first,) and pair.b == (second,) and not (first.is_vowelless or second.is_vowelless)
        )
        if is_last and have_other_endings(first.folded, second.folded):
            text = f"the ending makes another surname: {first.printed} / {second.printed}"
            return [Reason(text, round(_DOUBT - weight, 3))]
    return []


def _of_pair(pair: WordPair, a: PersonName, b: PersonName) -> Reason:
    part = _part(pair.place_a, pair.place_b, a, b)
    if any(word.is_initial for word in pair.a + pair.b) and pair.a[0].folded != pair.b[0].folded:
        return Reason(f"initial of the {part} agrees: {printed(pair.a)} ~ {printed(pair.b)}", _INITIAL)
    are_known = pair.a[0].is_known and pair.b[0].is_known
    if are_of_two_genders(pair.a[0].folded, pair.b[0].folded, are_known):
        return Reason(f"{part} of two genders: {printed(pair.a)} / {printed(pair.b)}", _GENDER)
    weight = rate_similarity(pair.similarity, _RATES)
    is_unequal = pair.similarity < 1.0 and weight > _ONE_SYLLABLE
    if is_unequal and a.is_in_syllables and b.is_in_syllables and _have_other_vowels(pair):
        text = f"{part}s of one syllable with other vowels: {printed(pair.a)} / {printed(pair.b)}"
        return Reason(text, _ONE_SYLLABLE)
    if pair.similarity < _SURELY_ONE and are_known:
        text = f"{part}s are two known names: {printed(pair.a)} / {printed(pair.b)}"
        return Reason(text, weight + _KNOWN_APART)
    return Reason(say_pair(part, pair), weight)


def _have_other_vowels(pair: WordPair) -> bool:
    """One vowel each, and another one; romanisations of one tell o and u apart badly."""
    first, second = (vowels_of(sound_of(join_words(words).folded)) for words in (pair.a, pair.b))
    return len(first) == len(second) == 1 and first != second and {first, second} != {"o", "u"}


def _dampened(reasons: list[Reason], second: float) -> list[Reason]:
    """Agreement in a third word adds little, in a second one its share `second`; several doubts often have
    one cause, such as a dialect."""
    ranked = sorted(reasons, key=lambda reason: -abs(reason.weight))
    agreeing = [reason for reason in ranked if reason.weight > 0]
    doubtful = [reason for reason in ranked if reason.weight <= 0]
    shares = [*(1.0, second, *repeat(_FURTHER_AGREEMENT, len(agreeing)))[: len(agreeing)]]
    shares += [1.0, *repeat(_FURTHER_DOUBT, len(doubtful))][: len(doubtful)]
    return [
        reason if share == 1.0 else evolve(reason, weight=round(reason.weight * share, 3))
        for reason, share in zip(agreeing + doubtful, shares, strict=True)
    ]


def _part(i: int, j: int, a: PersonName, b: PersonName) -> str:
    if i == len(a.words) - 1 and j == len(b.words) - 1:
        return "surname"
    if i == 0 and j == 0:
        return "given name"
    return "name"


def _of_conflicts(a: PersonName, b: PersonName, pairing: Pairing) -> list[Reason]:
    """Words without a partner on both sides are other names."""
    if not pairing.left_a or not pairing.left_b:
        return []
    first, second = [a.words[i] for i in pairing.left_a], [b.words[j] for j in pairing.left_b]
    part = _part(pairing.left_a[-1], pairing.left_b[-1], a, b)
    if pairing.left_a[0] == 0 and pairing.left_b[0] == 0:
        part = "given name"
    weight = rate_similarity(_least_similarity(first, second), _RATES)
    return [Reason(f"{part}s differ: {printed(first)} / {printed(second)}", weight)]


def _least_similarity(a: list[NameWord], b: list[NameWord]) -> float:
    """The worst of what each word of the shorter list finds in the longer one."""
    shorter, longer = sorted((a, b), key=len)
    return min(max(word_similarity(x, y) for y in longer) for x in shorter)


def _of_extra(a: PersonName, b: PersonName, pairing: Pairing) -> list[Reason]:
    if bool(pairing.left_a) == bool(pairing.left_b):
        return []
    longer, places, shorter = (a, pairing.left_a, b) if pairing.left_a else (b, pairing.left_b, a)
    words = [longer.words[place] for place in places]
    if shorter.initials and any(word.is_initial for word in words):
        return [Reason(f"initials differ: {printed(words)} only in one", _OTHER_INITIALS)]
    if len(pairing.pairs) == 1 and len(shorter.words) == 1:
        return [Reason(f"a single name, which many can bear; the other adds {printed(words)}", _BARE)]
    reasons = [Reason(f"only one has {printed(words)}", _EXTRA * len(words))]
    has_lineage = a.has_lineage or b.has_lineage
    if places[0] == 0 and _goes_on(a, b, pairing) and (has_lineage or not is_prename(words[0])):
        text = f"one may be the other's parent: {printed(longer.words[:2])} / {shorter.words[0].printed}"
        reasons.append(Reason(text, _CHILD if has_lineage else _MAY_BE_CHILD))
    return reasons


def _goes_on(a: PersonName, b: PersonName, pairing: Pairing) -> bool:
    """Does the longer name hold the whole other one, in the same order and unmarked?"""
    return pairing.is_in_order and len(pairing.pairs) >= 2 and not (a.is_marked or b.is_marked)


def is_prename(word: NameWord) -> bool:
    """A name that often stands before the one that a person is called by, and is left out: Mohammad."""
    return word.is_initial or any(word_similarity(word, known) >= 0.8 for known in _PRENAMES)


def _of_order(a: PersonName, b: PersonName, pairing: Pairing) -> list[Reason]:
    if pairing.is_in_order:
        return []
    if a.has_lineage or b.has_lineage:
        return [Reason("the order of a line of fathers differs", _LINEAGE_ORDER)]
    if a.is_marked or b.is_marked:
        return [Reason("order of names differs, as one is marked", 0.0)]
    if all(word.is_known for word in a.words + b.words):
        return [Reason("order of names differs, and each can be the given name", _GIVEN_ORDER)]
    return [Reason("order of names differs", _ORDER)]


def _of_suffix(a: PersonName, b: PersonName) -> list[Reason]:
    if a.suffix == b.suffix:
        return []
    if a.suffix and b.suffix:
        return [Reason(f"generations differ: {a.suffix} / {b.suffix}", _OTHER_SUFFIX)]
    return [Reason(f"only one names the generation: {a.suffix or b.suffix}", _ONE_SUFFIX)]
