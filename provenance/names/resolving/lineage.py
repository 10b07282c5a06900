"""Words of a person's name that are another one's: a father's behind bin, a child's behind Abu and Umm."""

from collections.abc import Iterator, Sequence

from provenance.model.knowledge import Knowledge

_CHILD_OF = frozenset("bin ibn ben bint binti binte bte".split())
_PARENT_OF = frozenset("abu abou umm oum um".split())
"""Abu Nasser, Umm Nasser: the father, the mother of Nasser, who is somebody else."""


def others_places(words: Sequence[str], knowledge: Knowledge) -> set[int]:
    """Places of folded words that name a parent or a child: nobody is called Rashid for bin Rashid."""
    return {
        place
        for place in range(1, len(words))
        if words[place - 1] in _PARENT_OF
        or (words[place - 1] in _CHILD_OF and words[place] in knowledge.given_names)
    }


def begins_with_parent(words: Sequence[str], start: int) -> bool:
    """Does what begins at a place stand behind a word for son, daughter, father or mother?"""
    return start > 0 and words[start - 1] in _CHILD_OF | _PARENT_OF


def is_given_only(word: str, knowledge: Knowledge) -> bool:
    """Is a folded word known as a given name and not as a surname?"""
    return word in knowledge.given_names and word not in knowledge.surnames


def given_heads(words: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    """Beginnings of a person's folded name that are several given names: Mehmet Ali, Ana Maria."""
    given = knowledge.given_names
    for end in range(2, len(words)):
        if not given.issuperset(words[:end]):
            return
        yield " ".join(words[:end])
