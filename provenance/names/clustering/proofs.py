"""Proof, word by word, that no two names of two large clusters conflict."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.body_weights import WEIGHTS
from provenance.names.comparing.compare import alternatives
from provenance.names.comparing.disguises import has_strangers
from provenance.names.comparing.organization import measure_organizations
from provenance.names.comparing.organization_name import OrganizationName, parse_organization
from provenance.names.comparing.person import person_signs
from provenance.names.comparing.person_name import PersonName, parse_person
from provenance.names.comparing.person_weights import weigh
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import LONGEST_NAME

_SURE, _DOUBTFUL = 3.7, 1.9
"""Sum of the signs of two names of bodies of one word each, doubts apart, from which these words speak for
one name wherever they stand in the same place, and from which they do so if all other words surely do."""
_LEAST_LIKE = -2.7
"""Weight of the likeness of two words of persons' names from which they are taken for one: only the least
like pair of two names counts for so little."""
_MOST_AGAINST = -1.6
"""Weight of what else speaks against one pair of them, which counts for each: one such makes no conflict."""
_LEFT_BESIDE = -0.3
"""Sum of all signs of two persons' names of which one word is not taken for one, but not for another either;
what the other words weigh then does not count, as long as each has a partner."""
_LIKENESS = ("first pair", "second pair", "first pair across scripts")
_BESIDE = "Tavorin"
"""Stands for any other word of a person's name; no list has it."""
_PROBES = 400
"""Pairs of words that are compared for each name of the smaller cluster, at most."""


@frozen
class NameShape:
    """`form`: what two names must share to be compared word by word. `words`: in order."""

    form: Hashable
    words: tuple[NameWord, ...]


def shape_of(name: str, kind: str, knowledge: Knowledge) -> NameShape | None:
    """None for names that only a whole comparison can judge: initials, acronyms, syllables, places, odd
    letters."""
    if has_strangers(name):
        return None
    part = alternatives(name[:LONGEST_NAME])[0]
    if kind == "person":
        return _shape_of_person(parse_person(part, knowledge))
    return _shape_of_body(kind, parse_organization(part, knowledge))


def _shape_of_person(name: PersonName) -> NameShape | None:
    if len(name.words) < 2 or name.initials or name.is_in_syllables or not _are_unlike(name.words):
        return None
    told = name.suffix, name.has_lineage, name.address
    return NameShape(("person", len(name.words), told), name.words)


def _shape_of_body(kind: str, name: OrganizationName) -> NameShape | None:
    if kind == "place" or not name.content or name.acronym or not _are_unlike(name.content):
        return None
    heads = tuple(word.folded for word in name.heads)
    told = name.countries, name.numbers, name.sides
    return NameShape((kind, len(name.content), heads, told, len(name.words)), name.content)


def _are_unlike(words: Sequence[NameWord]) -> bool:
    """Does each word of the one name have only one that it can stand for in the other?"""
    return len({word.skeleton for word in words}) == len(words) and all(
        len(word.folded) > 1 for word in words
    )


class _Agreement(Enum):
    """Do two words speak for one name, whatever equal or agreeing words stand beside them?"""

    SURE = 3
    DOUBTFUL = 2
    LEFT = 1
    NONE = 0


_MAY_STAND_TOGETHER = {(_Agreement.DOUBTFUL, _Agreement.LEFT), (_Agreement.LEFT, _Agreement.DOUBTFUL)}
"""Of two pairs of words that agree less than surely."""


def _agreement(a: NameWord, b: NameWord, is_first: bool, kind: str, knowledge: Knowledge) -> _Agreement:
    if a.folded == b.folded and a.is_vowelless == b.is_vowelless:
        return _Agreement.SURE
    if _is_alone(a, kind, knowledge) and _is_alone(b, kind, knowledge):
        first, second = sorted((a.folded, b.folded))
        return _agree_alone(first, second, is_first, kind, knowledge)
    return _Agreement.NONE


@lru_cache(maxsize=1 << 15)
def _is_alone(word: NameWord, kind: str, knowledge: Knowledge) -> bool:
    """Is the word a name of one word, and read as that word?"""
    if word.is_vowelless:
        return False
    text = word.folded.title()
    shape = shape_of(_beside(text, True) if kind == "person" else text, kind, knowledge)
    return shape is not None and [alone.folded for alone in shape.words][:1] == [word.folded]


@lru_cache(maxsize=1 << 18)
def _agree_alone(a: str, b: str, is_first: bool, kind: str, knowledge: Knowledge) -> _Agreement:
    """By the signs of two names in which no other word differs; a doubt makes no conflict."""
    if kind == "person":
        names = [parse_person(_beside(word.title(), is_first), knowledge) for word in (a, b)]
        return _agree_beside(*names)
    first, second = (parse_organization(word.title(), knowledge) for word in (a, b))
    measured = measure_organizations(first, second, body_tables(knowledge))
    total = sum(WEIGHTS.get(one.measure, 0.0) * one.value for one in measured)
    return _Agreement.SURE if total >= _SURE else _Agreement(2 * int(total >= _DOUBTFUL))


def _agree_beside(a: PersonName, b: PersonName) -> _Agreement:
    """Of two words of persons' names, beside a word that both have."""
    signs = [features for _, features in person_signs(a, b)]
    if any(name == "conflict" for features in signs for name, _ in features):
        total = sum(map(weigh, signs))
        return _Agreement.LEFT if total >= _LEFT_BESIDE else _Agreement.NONE
    pairs = [features for features in signs if features[0][0] in _LIKENESS]
    if len(pairs) != 2 or weigh(pairs[0][:1]) < _LEAST_LIKE:
        return _Agreement.NONE
    against = weigh(pairs[0][1:])
    return _Agreement.SURE if against >= 0 else _Agreement(2 * int(against >= _MOST_AGAINST))


def _beside(word: str, is_first: bool) -> str:
    return f"{word} {_BESIDE}" if is_first else f"{_BESIDE} {word}"


class WordProof:
    """A `merging.Proof` over names by their places: two names of one shape whose words agree, each with that
    in the same place of the other, one of them perhaps, do not conflict.
    """

    def __init__(
        self,
        names: Sequence[tuple[str, str]],
        knowledge: Knowledge,
        counts: Callable[[int], bool] = lambda _place: True,
    ) -> None:
        """`names`: (name, kind). `counts`: can the name at a place conflict with any?"""
        self._knowledge = knowledge
        self._names = names
        self._shapes: dict[int, NameShape | None] = {}
        self._members = [[place] if counts(place) else [] for place in range(len(names))]

    def joined(self, kept: int, moved: int) -> None:
        """See merging.Proof."""
        self._members[kept] += self._members[moved]
        self._members[moved] = []

    def unproven(self, a: int, b: int, most: int) -> list[tuple[int, int]] | None:
        """See merging.Proof."""
        found: dict[tuple[int, int], None] = {}
        for ours, theirs in self._doubtful(a, b):
            if len(ours) * len(theirs) > most:
                return None
            found.update(((x, y), None) for x in ours for y in theirs)
            if len(found) > most:
                return None
        return list(found)

    def _doubtful(self, a: int, b: int) -> Iterator[tuple[list[int], list[int]]]:
        """Groups of two clusters' names of which each must be compared with each."""
        theirs = self._by_form(b)
        for form, ours in self._by_form(a).items():
            for other, members in theirs.items():
                if form is None or form != other:
                    yield ours, members
                else:
                    yield from self._of_one_form(ours, members)

    def _of_one_form(self, ours: list[int], theirs: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Groups with words in one place that do not agree, or in two that may not; all, if those are too
        many words to be compared.
        """
        probes = _PROBES * min(len(ours), len(theirs))
        count = len(self._words(ours[0]))
        probes -= sum(len(self._by_word(ours, at)) * len(self._by_word(theirs, at)) for at in range(count))
        if probes < 0:
            yield ours, theirs
            return
        for place in range(count):
            for x, y, found in self._unsure(ours, theirs, place):
                if found is _Agreement.NONE:
                    yield x, y
                    continue
                for other in range(place + 1, count):
                    yield from (
                        (z, w)
                        for z, w, also in self._unsure(x, y, other)
                        if also is not _Agreement.NONE and (found, also) not in _MAY_STAND_TOGETHER
                    )

    def _unsure(
        self, ours: list[int], theirs: list[int], place: int
    ) -> Iterator[tuple[list[int], list[int], _Agreement]]:
        """Groups whose words in a place do not surely agree, and how far they do."""
        kind = self._names[ours[0]][1]
        second = self._by_word(theirs, place)
        for word, members in self._by_word(ours, place).items():
            for other, others in second.items():
                found = _agreement(word, other, place == 0, kind, self._knowledge)
                if found is not _Agreement.SURE:
                    yield members, others, found

    def _shape(self, place: int) -> NameShape | None:
        if place not in self._shapes:
            self._shapes[place] = shape_of(*self._names[place], self._knowledge)
        return self._shapes[place]

    def _words(self, place: int) -> tuple[NameWord, ...]:
        shape = self._shape(place)
        return shape.words if shape else ()

    def _by_form(self, cluster: int) -> dict[Hashable, list[int]]:
        groups: dict[Hashable, list[int]] = {}
        for place in self._members[cluster]:
            shape = self._shape(place)
            groups.setdefault(shape.form if shape else None, []).append(place)
        return groups

    def _by_word(self, members: Sequence[int], place: int) -> dict[NameWord, list[int]]:
        groups: dict[NameWord, list[int]] = {}
        for member in members:
            groups.setdefault(self._words(member)[place], []).append(member)
        return groups
