"""Cheap keys that names of the same one share, and the pairs worth comparing."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import alternatives
from provenance.names.comparing.disguises import look_of, readings
from provenance.names.comparing.organization_name import OrganizationName, parse_organization
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import LONGEST_NAME

_LARGEST_BLOCK = 60
"""Names that share a key and are all compared; in larger blocks each meets its neighbours only."""
_NEIGHBOURS = 12
"""Names that each is compared with in a larger block, ordered by spelling."""


@lru_cache(maxsize=1 << 15)
def blocking_keys(name: str, kind: str, knowledge: Knowledge) -> frozenset[str]:
    """Keys of a name, which romanisation does not touch. Names that share one are worth a comparison.

    Those of what it looks like are among them.
    """
    keys: set[str] = set()
    for part in (part for read in readings(name[:LONGEST_NAME]) for part in alternatives(read)):
        if kind == "person":
            keys |= _person_keys(part, knowledge)
        else:
            keys |= _body_keys(parse_organization(part, knowledge))
    return frozenset(keys)


def candidate_pairs(names: Sequence[tuple[str, str]], knowledge: Knowledge) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of places in `names` (name, kind) worth comparing, in order.

    The cost does not square: a block of n names gives at most n * _NEIGHBOURS pairs once it is large.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    order = sorted(range(len(names)), key=lambda place: (look_of(names[place][0]), names[place], place))
    for place in order:
        name, kind = names[place]
        for key in blocking_keys(name, kind, knowledge):
            blocks[kind, key].append(place)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        reach = len(members) if len(members) <= _LARGEST_BLOCK else _NEIGHBOURS
        for start, first in enumerate(members):
            pairs.update(
                (min(first, other), max(first, other)) for other in members[start + 1 : start + 1 + reach]
            )
    return sorted(pairs)


def _person_keys(name: str, knowledge: Knowledge) -> set[str]:
    """Two words' skeletons, all words' skeletons, and one skeleton with the other's first letter."""
    words = parse_person(name, knowledge).words
    keys = _keys_of_words(words)
    if any(word.tie for word in words):  # Ben Salah, Bensalah
        keys |= _keys_of_words([evolve(word, folded=word.tie + word.folded) for word in words])
    return keys


def _keys_of_words(words: Sequence[NameWord]) -> set[str]:
    skeletons = [word.skeleton for word in words]
    keys = {"all " + "".join(skeletons), "all " + "".join(sorted(skeletons))}
    keys.update("two " + " ".join(sorted(pair)) for pair in combinations(skeletons, 2))
    keys.update(
        f"one {skeleton} {word.folded[0]}"
        for i, skeleton in enumerate(skeletons)
        for j, word in enumerate(words)
        if i != j and len(skeleton) > 2
    )
    return keys


def _body_keys(name: OrganizationName) -> set[str]:
    words = name.content + name.heads
    skeletons = [word.skeleton for word in words]
    keys = {"all " + "".join(skeletons)}
    keys.update("one " + word.skeleton for word in name.content if len(word.skeleton) > 1)
    keys.update("two " + " ".join(sorted(pair)) for pair in combinations(skeletons, 2))
    keys.update("nation " + code for code in name.countries)
    if name.acronym:
        keys.add("letters " + name.acronym)
    elif len(name.letters) == len(words) == 1:
        keys.add("letters " + words[0].folded)
    elif len(name.letters) > 1:
        keys.add("letters " + "".join(letter for letter, _ in name.letters))
        keys.add("letters " + "".join(letter for letter, is_optional in name.letters if not is_optional))
    return keys
