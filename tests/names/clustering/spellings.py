"""Spellings of one name by the rules of romanisation, and other persons with its surname, from a seed."""

import random
import re

_SPELLINGS = (
    ("kh", "h", "k", "ch"),
    ("gh", "g", "q"),
    ("ou", "u", "oo", "o"),
    ("ai", "ay", "ei", "ey", "e"),
    ("sh", "ch", "sch"),
    ("u", "o", "ou"),
    ("i", "e", "ee", "y"),
    ("a", "e", "aa"),
    ("s", "ss"),
    ("l", "ll"),
    ("m", "mm"),
)
"""Letters that one sound is written with; the first of each row is replaced by another."""
_OTHERS = {row[0]: row for row in _SPELLINGS}
_GROUP = re.compile("|".join(sorted(_OTHERS, key=lambda group: (-len(group), group))))
_ARTICLES = ("al-", "el-", "al ", "Al-")
_SYLLABLES = (
    "ba be di do fa fi ga go ha hi ja jo ka ki la le ma mi na no ra ri sa su ta te va vi wa za zu".split()
)


def respell(name: str, rng: random.Random, share: float) -> str:
    """`name` with about this share of its sounds written in another way; words and capitals stay."""

    def other(found: re.Match[str]) -> str:
        return rng.choice(_OTHERS[found.group()]) if rng.random() < share else found.group()

    words = []
    for word in name.split():
        bare = word.removeprefix("al-")
        spelt = _GROUP.sub(other, bare.lower())
        spelt = spelt[:1].upper() + spelt[1:]
        words.append(spelt if bare == word else rng.choice(_ARTICLES) + spelt)
    return " ".join(words)


def spellings_of(name: str, count: int, seed: int = 7) -> list[str]:
    """So many different spellings of one name, itself the first."""
    rng = random.Random(seed)
    found = {name: None}
    while len(found) < count:
        found.setdefault(respell(name, rng, rng.choice((0.1, 0.2, 0.3))))
    return list(found)


def invented_name(rng: random.Random) -> str:
    """A given name of two or three syllables and a final consonant, which no list has."""
    word = "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3)))) + rng.choice("dklmnrst")
    return word.capitalize()


def bearers_of(surname: str, count: int, seed: int = 7) -> list[str]:
    """So many different persons with one surname."""
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(f"{invented_name(rng)} {surname}")
    return list(found)
