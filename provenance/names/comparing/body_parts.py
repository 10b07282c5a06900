"""Words of two bodies' names: those that both have, and those that are left of either."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from provenance.names.comparing.organization_name import Weighed
from provenance.names.comparing.words import NameWord, Pairing, WordPair, pair_words, word_similarity

_FIRMS = frozenset("company co corporation corp firm enterprise limited ltd llc plc inc joint stock".split())
_CLOSE = 0.85
_VOWELS = frozenset("aeiouy")
_LENGTH_APART = 2
"""Letters that a slip of the pen may add or leave out."""


def rarity_sum(words: Iterable[Weighed]) -> float:
    """How much all the words tell."""
    return sum([rarity for _, rarity in words])


def pair_own_words(a: Sequence[Weighed], b: Sequence[Weighed]) -> Pairing:
    """Of distinctive words; a letter in a body's name stands for itself."""
    pairing = pair_words([word for word, _ in a], [word for word, _ in b])
    loose = [pair for pair in pairing.pairs if pair.similarity < 1 and _has_letter(pair)]
    if not loose:
        return pairing
    return evolve(
        pairing,
        pairs=tuple(pair for pair in pairing.pairs if pair not in loose),
        left_a=tuple(
            sorted((*pairing.left_a, *(pair.place_a + i for pair in loose for i in range(len(pair.a)))))
        ),
        left_b=tuple(
            sorted((*pairing.left_b, *(pair.place_b + i for pair in loose for i in range(len(pair.b)))))
        ),
    )


def _has_letter(pair: WordPair) -> bool:
    return any([word.is_initial for word in (*pair.a, *pair.b)])


def shared_words(
    a: Sequence[Weighed], b: Sequence[Weighed]
) -> tuple[list[Weighed], list[Weighed], list[Weighed]]:
    """What both have, then what is left of either; each word as often as it stands there."""
    if not a or not b:
        return [], _distinct(a, ()), _distinct(b, ())
    free = list(b)
    both, left = [], []
    for one in a:
        folded = one[0].folded
        for other in free:
            if other[0].folded == folded:
                both.append(one)
                free.remove(other)
                break
        else:
            left.append(one)
    return both, _distinct(left, both), _distinct(free, both)


def _distinct(words: Sequence[Weighed], known: Sequence[Weighed]) -> list[Weighed]:
    """Each word once, and none that the other name has too: JSC Bank / Bank, joint stock bank."""
    seen = {word.folded for word, _ in known}
    kept = []
    for one in words:
        if one[0].folded not in seen:
            seen.add(one[0].folded)
            kept.append(one)
    return kept


def without_firms(a: list[Weighed], b: list[Weighed]) -> tuple[list[Weighed], list[Weighed]]:
    """Without the words that say that it is a firm, where both say so."""
    if any([word.folded in _FIRMS for word, _ in a]) and any([word.folded in _FIRMS for word, _ in b]):
        a, b = ([one for one in words if one[0].folded not in _FIRMS] for words in (a, b))
    return a, b


def crossed_words(places: Sequence[int], own: Sequence[Weighed], other: list[Weighed]) -> set[int]:
    """Those of the places whose words are misspelt ones that many bodies have: Shiping, of the other name's
    shipping, which is taken from `other`.
    """
    done = set()
    for place in places if other else ():
        word = own[place][0]
        close = next((one for one in other if _is_close(word, one[0])), None)
        if close is not None:
            other.remove(close)
            done.add(place)
    return done


def _is_close(a: NameWord, b: NameWord) -> bool:
    if a.is_initial or b.is_initial:
        return False
    if a.is_vowelless == b.is_vowelless:
        x, y = a.folded, b.folded
        if (x[0] != y[0] and (x[0] not in _VOWELS or y[0] not in _VOWELS)) or not (
            -_LENGTH_APART <= len(x) - len(y) <= _LENGTH_APART
        ):
            return False  # no slip of the pen
    return word_similarity(a, b) >= _CLOSE
