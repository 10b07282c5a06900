"""How common a name is: two who share a rare one are sooner one person than two who share Muhammad."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.phonetics import sound_of, vowelless_sound

RARE, KNOWN, COMMON = 0, 1, 2
"""In no list; in a list of names; borne by very many."""
_VOWELS = re.compile("[aeiou]+")
_NO_VOWEL_LETTERS = str.maketrans("", "", "awyh")
_SHORT = 3
"""Sounds of a word up to which its vowels count too: Li and Lu are two names."""


def commonness_of(words: Sequence[NameWord], knowledge: Knowledge) -> tuple[int, ...]:
    """RARE, KNOWN or COMMON for each word. An initial is COMMON, a word of consonants KNOWN at least."""
    return tuple([class_of(word, knowledge) for word in words])


def class_of(word: NameWord, knowledge: Knowledge) -> int:
    """The same for one word."""
    if word.is_vowelless:
        common = _common_sounds(knowledge)
        is_common = vowelless_sound(word.folded).translate(_NO_VOWEL_LETTERS) in common
        return COMMON if is_common else KNOWN
    return _classes(knowledge)(word.folded)


@lru_cache(maxsize=4)
def _classes(knowledge: Knowledge) -> Callable[[str], int]:
    """Keeps classes by the word alone: what is kept with tables would be seen by all sweeps for cycles."""
    common = _common_sounds(knowledge)

    @lru_cache(maxsize=1 << 16)
    def find_class(folded: str) -> int:
        if len(folded) == 1 or _bare_sound(folded) in common:
            return COMMON
        return KNOWN if folded in knowledge.given_names or folded in knowledge.surnames else RARE

    return find_class


@lru_cache(maxsize=16)
def _common_sounds(knowledge: Knowledge) -> frozenset[str]:
    """The sounds of the common names in any usual spelling."""
    return frozenset(_bare_sound(name) for name in knowledge.common_names)


def _bare_sound(word: str) -> str:
    """The consonants that are heard; of a short word all that is."""
    sounds = sound_of(word)
    return sounds if len(sounds) <= _SHORT else _VOWELS.sub("", sounds)
