"""Single names as another language borrows them: by sound, without letters that are seldom heard.

Leonhard and Leonard, Lentz and Lenz, Yanka and Janka, Aurelianus and Aurelian, Rostand and Rostan, Krawczuk
and Kravchuk: who writes such names in a script of his own writes both alike. From general knowledge of the
spellings of European languages.
"""

import re
from functools import lru_cache

from provenance.names.sounds.phonetics import sound_similarity
from provenance.names.sounds.respelling import respellings

_RULES = tuple(
    (letters, re.compile(written), plain)
    for letters, written, plain in (
        ("t", "schtsch|shch", "sh"),
        ("t", "tsch|tch|tsj", "ch"),
        ("s", "sch|sj", "sh"),
        ("h", "th", "t"),
        ("h", "ph", "f"),
        ("h", "gh(?=[ei])", "g"),
        ("k", "ck", "k"),
        ("t", "dt$", "t"),
        ("z", "tz|(?<=[nlr])z(?![aeiou])", "ts"),
        ("h", "(?<=[aeiouy])h(?![aeiouy])|(?<=[rlnmkg])h(?=[aeiou])", ""),
        ("x", "x", "ks"),
        ("w", "w", "v"),
        ("j", "^j|j(?=[aeiou])", "y"),
        ("j", "j$", "i"),
        ("y", "iy$|yi$|y$|(?<=[^aeiou])y(?=[^aeiou])", "i"),
        ("i", "ii$|ij$", "i"),
        ("", r"(.)\1", r"\1"),
    )
)
"""Letter that a word must have for a rule to change it, what it changes, and to what; in order."""
_ENDINGS = frozenset(("us", "s", "as", "is"))
"""Of the first case in Latin, Greek, Latvian or Lithuanian, left off where it is no case ending."""
_MUTE = frozenset(("t", "d", "x", "z", "ts", "ds"))
"""Letters that French does not speak at the end."""
_SHORTEST_STEM = 4
_SURE, _UNLIKE = 0.96, 0.2
"""Similarity of the words as they stand from which, and under which, nothing else is tried."""
_RESPELT, _CUT, _UNHEARD = 0.03, 0.85, 0.85
"""What is taken off for a respelling; the likeness of a word and the same without an ending."""


@lru_cache(maxsize=1 << 14)
def borrowed_similarity(a: str, b: str) -> float:
    """Of two lower-case words in Latin letters, 0..1, in whatever European languages they are spelt."""
    best = sound_similarity(a, b)
    if best >= _SURE or best < _UNLIKE:
        return best
    for x in (a, *respellings(a)):
        for y in (b, *respellings(b)):
            best = max(best, sound_similarity(x, y) - _RESPELT * ((x != a) + (y != b)))
    first, second = _plain(a), _plain(b)
    best = max(best, sound_similarity(first, second) - _RESPELT)
    return max(best, _without_ending(first, second))


def _without_ending(x: str, y: str) -> float:
    """Is one the other and an ending more?"""
    stem, longer = sorted((x, y), key=len)
    rest = longer[len(stem) :] if longer.startswith(stem) else ""
    if rest in _ENDINGS and len(stem) >= _SHORTEST_STEM:
        return _CUT
    return _UNHEARD if rest in _MUTE and len(stem) >= _SHORTEST_STEM - 1 else 0.0


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    for letters, written, plain in _RULES:
        if letters in word:
            word = written.sub(plain, word)
    return word
