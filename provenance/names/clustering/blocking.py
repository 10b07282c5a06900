"""Names that share cheap keys, and the pairs of them worth comparing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.forms import compared_form
from provenance.names.clustering.keys import WEAK, blocking_keys, person_sounds
from provenance.names.comparing.disguises import look_of
from provenance.names.sounds.phonetics import skeleton_of, sound_of
from provenance.names.sounds.romanise import LONGEST_NAME, romanise

__all__ = ["MOST_PAIRS", "Blocks", "Forms", "blocking_keys", "candidate_pairs", "name_order", "pair_number"]

MOST_PAIRS = 30
"""Pairs that one name stands in, at most: those of the rarest keys first."""
_LARGEST_BLOCK, _NEIGHBOURS = 16, 4
"""Names that share a key and all meet; in a larger block each meets so many neighbours in each order."""
_LARGEST_WEAK, _WEAK_NEIGHBOURS = 4, 1
"""The same for keys that many names of other ones share."""
_ALIKE = 4
"""Names that are compared alike and all meet others; of more only the first do."""
_LEAST_ALIKE = 0.5
"""Share of equal sounds from which two words may be spellings of one."""


def candidate_pairs(names: Sequence[tuple[str, str]], knowledge: Knowledge) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of places in `names` (name, kind) worth comparing, in order.

    The cost does not square: each name stands in at most 30 pairs, besides those with the next names that are
    compared alike, of which only the first four meet others. In a crowd that shares a key each meets its
    neighbours in several orders; the rarest keys come first.
    """
    forms, blocks = Forms(knowledge), Blocks(knowledge)
    for place in sorted(range(len(names)), key=lambda place: (name_order(names[place]), place)):
        if len(forms.alike(place, *names[place])) <= _ALIKE:
            blocks.add(place, *names[place])
    pairs = {_ordered(*two) for alike in forms.groups() for two in pairwise(alike)}
    pairs.update(_ordered(*two) for alike in forms.groups() for two in combinations(alike[:_ALIKE], 2))
    pairs.update(blocks.pairs())
    return sorted(pairs)


def name_order(named: tuple[str, str]) -> tuple[str, str, str]:
    """By what a name looks like, then by how it is written; of (name, kind)."""
    return look_of(named[0]), *named


class Forms:
    """Names that are compared alike. Forms are made anew where two may be one, since they are large."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._groups: dict[int, list[tuple[str, str, list[int]]]] = {}

    def alike(self, place: int, name: str, kind: str) -> list[int]:
        """The places that were asked about so far with names of this kind and form, this one the last."""
        form = compared_form(name, kind, self._knowledge)
        groups = self._groups.setdefault(hash((kind, form)), [])
        for other, its_kind, places in groups:
            if its_kind == kind and compared_form(other, kind, self._knowledge) == form:
                places.append(place)
                return places
        groups.append((name, kind, [place]))
        return groups[-1][2]

    def groups(self) -> Iterator[list[int]]:
        """The places of each form."""
        return (places for groups in self._groups.values() for _name, _kind, places in groups)


class Blocks:
    """Names by their keys. A key that only one name has takes the room of a number."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names: dict[int, str] = {}
        self._sounds: dict[int, tuple[str, ...]] = {}
        self._first: dict[str, dict[str, int]] = defaultdict(dict)
        self._blocks: dict[str, dict[str, list[int]]] = defaultdict(dict)

    def add(self, place: int, name: str, kind: str) -> None:
        """Puts a name in its blocks; the order in which names come decides what pairs come first."""
        self._names[place] = name
        self._sounds[place] = person_sounds(name, self._knowledge) if kind == "person" else ()
        first, blocks = self._first[kind], self._blocks[kind]
        for key in blocking_keys(name, kind, self._knowledge):
            before = first.setdefault(key, place)
            if before != place:
                blocks.setdefault(key, [before]).append(place)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs (i, j), i < j, that the blocks bring together while both names have room for one more."""
        blocks = [
            (key.startswith(WEAK), len(members), kind, key, members)
            for kind, of_kind in self._blocks.items()
            for key, members in of_kind.items()
        ]
        blocks.sort(key=lambda block: block[:4])
        ranks = self._ranks(
            {
                place
                for is_weak, size, _kind, _key, members in blocks
                if size > _most(is_weak)
                for place in members
            }
        )
        room = dict.fromkeys(self._names, MOST_PAIRS)
        seen: set[int] = set()
        for is_weak, _size, _kind, _key, members in blocks:
            for i, j in _pairs_of_block(members, ranks, is_weak):
                if not room[i] or not room[j]:
                    continue
                number = pair_number(i, j)
                if number in seen:
                    continue
                seen.add(number)
                if _may_be_one(self._sounds[i], self._sounds[j]):
                    yield _ordered(i, j)
                    room[i] -= 1
                    room[j] -= 1

    def _ranks(self, places: Iterable[int]) -> list[dict[int, int]]:
        """The place of each name in each order of all that stand in large blocks."""
        words = {place: _words_by_sound(self._names[place]) for place in places}
        ranks = []
        for order in (_by_sound, _by_sound_backwards, _by_last_word):
            keys = {place: (order(sounds), self._names[place], place) for place, sounds in words.items()}
            ranks.append({place: rank for rank, place in enumerate(sorted(keys, key=keys.__getitem__))})
        return ranks


def _most(is_weak: bool) -> int:
    return _LARGEST_WEAK if is_weak else _LARGEST_BLOCK


def pair_number(i: int, j: int) -> int:
    """One number for two places in any order; sets of numbers take less room and time than those of pairs."""
    return i << 32 | j if i < j else j << 32 | i


def _ordered(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _pairs_of_block(
    members: Sequence[int], ranks: Sequence[dict[int, int]], is_weak: bool
) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; of a large one the nearest neighbours in each order, then the next."""
    if len(members) <= _most(is_weak):
        yield from combinations(members, 2)
        return
    orders = [sorted(members, key=rank.__getitem__) for rank in ranks]
    for reach in range(1, (_WEAK_NEIGHBOURS if is_weak else _NEIGHBOURS) + 1):
        for order in orders:
            yield from zip(order, order[reach:], strict=False)


def _may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Has each word of the shorter name one in the other that it may stand for? Cheap."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return all(word in longer or any(_may_stand_for(word, other) for other in longer) for word in shorter)


def _may_stand_for(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[:1] == other[:1]
    return (
        Levenshtein.normalized_similarity(word, other, score_cutoff=_LEAST_ALIKE) >= _LEAST_ALIKE
        or word in other
        or other in word
    )


def _words_by_sound(name: str) -> tuple[str, ...]:
    return tuple(sound_of(word.text.lower()) for word in romanise(look_of(name)[:LONGEST_NAME]))


def _by_sound(sounds: Sequence[str]) -> str:
    return " ".join(sounds)


def _by_sound_backwards(sounds: Sequence[str]) -> str:
    return " ".join(sounds)[::-1]


def _by_last_word(sounds: Sequence[str]) -> str:
    """By the bare consonants of the words, the last first."""
    return " ".join(skeleton_of(word) for word in reversed(sounds))
