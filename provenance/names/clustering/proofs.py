"""Proof, word by word, that no two names of two large clusters conflict."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import alternatives, compare_names
from provenance.names.comparing.disguises import has_strangers
from provenance.names.comparing.organization_name import OrganizationName, parse_organization
from provenance.names.comparing.person_name import PersonName, parse_person
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import LONGEST_NAME

_SURE = 0.73
"""Score of two names of one word each from which these words speak for one name wherever they stand in the
same place: log-odds of 1, and the weights of words add up to what all names have in common, which is 1."""
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
    if not name.words or name.initials or name.is_in_syllables or not _are_unlike(name.words):
        return None
    return NameShape(("person", len(name.words), name.suffix, name.has_lineage), name.words)


def _shape_of_body(kind: str, name: OrganizationName) -> NameShape | None:
    if kind == "place" or not name.content or name.acronym or not _are_unlike(name.content):
        return None
    heads = tuple(word.folded for word in name.heads)
    return NameShape(
        (kind, len(name.content), heads, name.countries, name.numbers, len(name.words)), name.content
    )


def _are_unlike(words: Sequence[NameWord]) -> bool:
    """Does each word of the one name have only one that it can stand for in the other?"""
    return len({word.skeleton for word in words}) == len(words) and all(
        len(word.folded) > 1 for word in words
    )


def _agree(a: NameWord, b: NameWord, kind: str, knowledge: Knowledge) -> bool:
    """Do two words speak for one name, whatever equal or agreeing words stand beside them?"""
    if a.folded == b.folded and a.is_vowelless == b.is_vowelless:
        return True
    if _is_alone(a, kind, knowledge) and _is_alone(b, kind, knowledge):
        return _speak_for_one(*sorted((a.folded.title(), b.folded.title())), kind, knowledge)
    return False


@lru_cache(maxsize=1 << 15)
def _is_alone(word: NameWord, kind: str, knowledge: Knowledge) -> bool:
    """Is the word a name of one word, and read as that word?"""
    if word.is_vowelless:
        return False
    shape = shape_of(word.folded.title(), kind, knowledge)
    return shape is not None and [alone.folded for alone in shape.words] == [word.folded]


@lru_cache(maxsize=1 << 18)
def _speak_for_one(a: str, b: str, kind: str, knowledge: Knowledge) -> bool:
    return compare_names(a, b, kind, knowledge).score >= _SURE


class WordProof:
    """A `merging.Proof` over names by their places: two names of one shape whose words agree, each with that
    in the same place of the other, do not conflict.
    """

    def __init__(self, names: Sequence[tuple[str, str]], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = names
        self._shapes: dict[int, NameShape | None] = {}
        self._members = [[place] for place in range(len(names))]

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
        """Groups whose words in one place do not agree; all, if those are too many words to be compared."""
        probes = _PROBES * min(len(ours), len(theirs))
        for place in range(len(self._words(ours[0]))):
            first, second = self._by_word(ours, place), self._by_word(theirs, place)
            probes -= len(first) * len(second)
            if probes < 0:
                yield ours, theirs
                return
            for x, y in self._disagreeing(first, second, self._names[ours[0]][1]):
                yield first[x], second[y]

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

    def _disagreeing(
        self, first: Iterable[NameWord], second: Iterable[NameWord], kind: str
    ) -> Iterator[tuple[NameWord, NameWord]]:
        listed = list(second)
        for x in first:
            for y in listed:
                if not _agree(x, y, kind, self._knowledge):
                    yield x, y
