"""The words of a name, ready to be compared, and which of two names' words belong together."""

from collections.abc import Sequence
from typing import NamedTuple

from attrs import field, frozen

from provenance.names.comparing.spelt_words import (
    GLUED,
    NOMINATIVES,
    SURE,
    has_glued_article,
    is_initial,
    spelling_similarity,
    whole_similarity,
    without_both_articles,
    without_nominative,
)
from provenance.names.sounds.phonetics import (
    consonant_similarity,
    skeleton_of,
    sound_similarity,
    vowelless_sound,
)

_PAIRED = 0.55
"""Similarity from which two words may be spellings of one: below it they are other words."""
_JOINED = 0.88
"""Similarity from which a word is taken for neighbours of the other name written together."""
_GLUED_TIES = ("ben", "bin", "ibn", "ould")
_LENGTH_APART = 3
"""Letters by which a word and the same written apart may differ."""


@frozen(cache_hash=True)
class NameWord:
    """`printed`: as romanised, capitals kept. `folded`: lower case, compounds joined, what is compared.

    `is_vowelless`: from a script of consonants. `has_article`: al- or the like stood before it.
    `is_known`: a word list has it as a name of its own. `tie`: the word for son that stood before it, or "".
    """

    printed: str
    folded: str
    is_vowelless: bool = False
    has_article: bool = False
    is_known: bool = False
    tie: str = ""
    is_initial: bool = field(init=False, repr=False, eq=False)
    """One letter, standing for a name."""

    @is_initial.default
    def _has_one_letter(self) -> bool:
        return is_initial(self.folded)

    @property
    def skeleton(self) -> str:
        """Coarse consonants; see phonetics."""
        return skeleton_of(vowelless_sound(self.folded) if self.is_vowelless else self.folded)


class WordPair(NamedTuple):
    """`a`, `b`: words that stand for each other, several where one name writes them together.

    `place_a`, `place_b`: of the first word. `similarity`: 0..1.
    """

    a: tuple[NameWord, ...]
    b: tuple[NameWord, ...]
    place_a: int
    place_b: int
    similarity: float


@frozen
class Pairing:
    """`pairs` by place in the first name; `left_a`, `left_b`: places of the words without a partner."""

    pairs: tuple[WordPair, ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]

    @property
    def is_in_order(self) -> bool:
        """Do the paired words follow each other alike in both names?"""
        places = [pair.place_b for pair in self.pairs]
        return len(places) < 2 or places == sorted(places)


def word_similarity(a: NameWord, b: NameWord) -> float:
    """0..1, symmetric; an initial is a weak sign for the word that it begins."""
    if a.is_vowelless != b.is_vowelless:
        written, bare = (b, a) if a.is_vowelless else (a, b)
        return consonant_similarity(written.folded, bare.folded)
    x, y = a.folded, b.folded
    if x == y:
        return 1.0
    if not (a.has_article or b.has_article or a.tie or b.tie):
        return spelling_similarity(x, y)
    best, is_final = whole_similarity(x, y)
    return best if is_final else max(best, _when_parted(a, b))


def _when_parted(a: NameWord, b: NameWord) -> float:
    """Without what is written together with one of the words: article, ibn, the -ur of ur Rahman."""
    x, y = a.folded, b.folded
    best = 0.0
    if a.has_article or b.has_article:
        best = max(_without_glued_article(a, b), _without_glued_article(b, a))
    elif x[:1] in "ae" and y[:1] in "ae":
        best = without_both_articles(x, y)
    if a.tie or b.tie:
        best = max(best, _with_glued_tie(a, b), _with_glued_tie(b, a))
    if x.endswith(NOMINATIVES) != y.endswith(NOMINATIVES):
        best = max(best, without_nominative(x, y))
    return best


def _without_glued_article(a: NameWord, b: NameWord) -> float:
    """al-Sisi and Elsisi: the article counts as one only where the other name shows that it is."""
    if a.has_article and not b.has_article and has_glued_article(b.folded):
        return min(GLUED, sound_similarity(a.folded, b.folded[2:]))
    return 0.0


def _with_glued_tie(a: NameWord, b: NameWord) -> float:
    """Ben Salah, ibn Salih and Bensalah."""
    if not a.tie or b.tie:
        return 0.0
    rest = next((b.folded[len(tie) :] for tie in _GLUED_TIES if b.folded.startswith(tie)), "")
    return min(GLUED, sound_similarity(a.folded, rest)) if len(rest) > 2 else 0.0


def pair_words(a: Sequence[NameWord], b: Sequence[NameWord]) -> Pairing:
    """Words of `a` and `b` that belong together: the surest first, then words written apart in one name
    and together in the other, then the merely alike. Ties by place.
    """
    free_a, free_b = [*range(len(a))], [*range(len(b))]
    pairs = _pair_equal(a, b, free_a, free_b)
    if free_a and free_b:
        if len(free_a) == len(free_b) == 1:
            _pair_rest(a, b, free_a, free_b, pairs)
        else:
            _pair_unequal(a, b, free_a, free_b, pairs)
    if len(pairs) > 1:
        pairs.sort(key=_place)
    return Pairing(tuple(pairs), tuple(free_a), tuple(free_b))


def _pair_rest(
    a: Sequence[NameWord], b: Sequence[NameWord], free_a: list[int], free_b: list[int], pairs: list[WordPair]
) -> None:
    """The one word that is left of each name."""
    i, j = free_a[0], free_b[0]
    similarity = word_similarity(a[i], b[j])
    if similarity >= _PAIRED:
        pairs.append(WordPair((a[i],), (b[j],), i, j, similarity))
        free_a.clear()
        free_b.clear()


def _pair_unequal(
    a: Sequence[NameWord], b: Sequence[NameWord], free_a: list[int], free_b: list[int], pairs: list[WordPair]
) -> None:
    """Words of which no two are equal."""
    ranked = []
    for i in free_a:
        word = a[i]
        for j in free_b:
            similarity = word_similarity(word, b[j])
            if similarity >= _PAIRED:
                ranked.append((-similarity, abs(i - j), i + j, i, j))
    if ranked:
        ranked.sort()
        _pair_ranked(a, b, ranked, SURE, free_a, free_b, pairs)
    if free_a and len(free_b) > 1:
        pairs += _pair_joined(a, b, free_a, free_b)
    if free_b and len(free_a) > 1:
        pairs += [_flipped(pair) for pair in _pair_joined(b, a, free_b, free_a)]
    if ranked and free_a and free_b:
        _pair_ranked(a, b, ranked, _PAIRED, free_a, free_b, pairs)


def _place(pair: WordPair) -> int:
    return pair.place_a


def _pair_equal(
    a: Sequence[NameWord], b: Sequence[NameWord], free_a: list[int], free_b: list[int]
) -> list[WordPair]:
    """Equal words, the nearest places first; takes them from the free ones."""
    folded = [word.folded for word in b]
    shared = [i for i, word in enumerate(a) if word.folded in folded]
    if not shared:
        return []
    if len(shared) == 1 and folded.count(a[shared[0]].folded) == 1:
        i = shared[0]
        j = folded.index(a[i].folded)
        if b[j].is_vowelless != a[i].is_vowelless:
            return []
        del free_a[i], free_b[j]
        return [WordPair((a[i],), (b[j],), i, j, 1.0)]
    equal = [
        (-1.0, abs(i - j), i + j, i, j)
        for i in shared
        for j, other in enumerate(folded)
        if other == a[i].folded and b[j].is_vowelless == a[i].is_vowelless
    ]
    pairs: list[WordPair] = []
    if equal:
        equal.sort()
        _pair_ranked(a, b, equal, 1.0, free_a, free_b, pairs)
    return pairs


def _pair_ranked(
    a: Sequence[NameWord],
    b: Sequence[NameWord],
    ranked: Sequence[tuple[float, int, int, int, int]],
    least: float,
    free_a: list[int],
    free_b: list[int],
    pairs: list[WordPair],
) -> None:
    """Adds to `pairs` what is ranked at `least` and more, as long as both words are free."""
    for negative, _, _, i, j in ranked:
        if -negative < least:
            return
        if i in free_a and j in free_b:
            pairs.append(WordPair((a[i],), (b[j],), i, j, -negative))
            free_a.remove(i)
            free_b.remove(j)


def _pair_joined(
    a: Sequence[NameWord], b: Sequence[NameWord], free_a: list[int], free_b: list[int]
) -> list[WordPair]:
    """Free words of `a` that are two or more free neighbours of `b` written together."""
    found: list[WordPair] = []
    runs = _runs(b, free_b)
    for i in tuple(free_a):
        word = a[i]
        letters = len(word.folded)
        best, place, most = 0.0, 0, 0
        for start, size, length in runs:
            if not -_LENGTH_APART <= letters - length <= _LENGTH_APART:
                continue
            joined = _join_letters(b[start : start + size])
            if word.skeleton[:1] == joined.skeleton[:1]:
                similarity = word_similarity(word, joined)
                if similarity > best or (similarity == best and start == place):
                    best, place, most = similarity, start, size
        if best >= _JOINED:
            found.append(WordPair((word,), tuple(b[place : place + most]), i, place, best))
            free_a.remove(i)
            free_b[:] = [j for j in free_b if not place <= j < place + most]
            runs = _runs(b, free_b)
    return found


def _runs(words: Sequence[NameWord], places: Sequence[int]) -> list[tuple[int, int, int]]:
    """Start, size and letters of two to four neighbours among places, which rise."""
    runs = []
    for first, start in enumerate(places):
        length = len(words[start].folded)
        for size, place in enumerate(places[first + 1 : first + 4], 2):
            if place != start + size - 1:
                break
            length += len(words[place].folded)
            runs.append((start, size, length))
    return runs


def _join_letters(words: Sequence[NameWord]) -> NameWord:
    """What is compared of neighbours written as one word; not made for printing."""
    first = words[0]
    folded = "".join([word.folded for word in words])
    return NameWord(folded, folded, first.is_vowelless, first.has_article, first.is_known, first.tie)


def join_words(words: Sequence[NameWord]) -> NameWord:
    """Neighbours written as one word."""
    first = words[0]
    return NameWord(
        " ".join([word.printed for word in words]),
        "".join([word.folded for word in words]),
        first.is_vowelless,
        first.has_article,
        first.is_known,
        first.tie,
    )


def _flipped(pair: WordPair) -> WordPair:
    return WordPair(pair.b, pair.a, pair.place_b, pair.place_a, pair.similarity)
