"""How far apart two romanised words sound, when the same sounds have many spellings."""

import re
from functools import lru_cache

LONGEST_WORD = 40
"""Letters of a word that are compared."""

_SPELLINGS = {
    "tsch": "C",
    "shch": "S",
    "sch": "S",
    "tch": "C",
    "dzh": "j",
    "dsh": "j",
    "zh": "Z",
    "kh": "x",
    "gh": "G",
    "sh": "S",
    "ch": "C",
    "th": "T",
    "dh": "D",
    "ph": "f",
    "dj": "j",
    "ck": "k",
    "qu": "k",
    "ts": "c",
    "tz": "c",
    "cz": "C",
    "iy": "i",
    "yi": "i",
    "ij": "i",
    "yy": "i",
    "ee": "i",
    "ie": "i",
    "ei": "e",
    "ai": "e",
    "ay": "e",
    "ey": "e",
    "ea": "e",
    "oo": "u",
    "ou": "u",
    "uo": "u",
    "aw": "au",
    "ow": "au",
    "ya": "a",
    "ia": "a",
    "yu": "u",
    "iu": "u",
    "yo": "o",
    "io": "o",
    "ye": "e",
}
"""Letter groups of the usual romanisations → one sound each (capitals: sounds that take two letters)."""

_GROUP = re.compile("|".join(sorted(_SPELLINGS, key=lambda group: (-len(group), group))))
_DOUBLE = re.compile(r"([^eo])\1+|([eo])\2{2,}")
_VOWELS = frozenset("aeiou")
_COARSE = str.maketrans(
    {
        **dict.fromkeys("kqgGxcj", "K"),
        **dict.fromkeys("tdszSZCTD", "T"),
        **dict.fromkeys("bp", "P"),
        **dict.fromkeys("fv", "F"),
        **dict.fromkeys("aeiouwyh", None),
    }
)


def _costs(groups: dict[str, float]) -> dict[tuple[str, str], float]:
    table = {}
    for pairs, cost in groups.items():
        for pair in pairs.split():
            table[pair[0], pair[1]] = table[pair[1], pair[0]] = cost
    return table


_SUBSTITUTIONS = _costs(
    {
        "ei ou": 0.1,
        "ae vw kq sc Gg": 0.15,
        "ao qg qG bp Dd Dz Tt Ts SC sz yi wu wo": 0.2,
        "kc xk jy jg jZ TD cC sS": 0.3,
        "eo ai xh xG kg kG zd fv jC td Zz Zj CT Ct hG jz cz ck": 0.35,
        "au eu iu io": 0.45,
        "fb vb fp nm Cj Ck SZ sT": 0.6,
    }
)
"""What it costs to hear one sound for the other, 0..1; pairs that are not listed are other sounds."""
_OTHER_SOUND = 1.1
_OTHER_CLASS = 1.4  # a vowel for a consonant
_CONSONANT = 0.9  # one more consonant
_WEAK_CONSONANT = 0.3  # one more h, w or y
_VOWEL = 0.21
_FIRST_VOWEL = 0.2
_LAST_VOWEL = 0.45
_LAST_I = 0.7  # Karim, Karimi: an adjective's ending is another name
_STEEPNESS = 3.4
_UNWRITTEN = 0.03  # a vowel where the other script writes none


@lru_cache(maxsize=1 << 17)
def sound_of(word: str) -> str:
    """The sounds of a lower-case Latin word, one character each; never empty for a word of letters."""
    word = _DOUBLE.sub(lambda found: found.group()[0], word[:LONGEST_WORD])
    sounds = _GROUP.sub(lambda found: _SPELLINGS[found.group()], word)
    sounds = re.sub("C(?=[lrt])", "k", sounds)
    sounds = re.sub("c(?=[eiy])", "s", sounds)
    sounds = sounds.replace("y", "i").replace("X", "ks")
    if "ts" not in word and "tz" not in word:
        sounds = sounds.replace("c", "k")
    sounds = re.sub("(?<=[aeiou])h$|(?<=a)t$", "", sounds)
    return re.sub(r"(.)\1+", r"\1", sounds) or word


@lru_cache(maxsize=1 << 17)
def skeleton_of(word: str) -> str:
    """The consonants of a word in coarse classes, which every usual romanisation of it shares."""
    sounds = sound_of(word)
    return re.sub(r"(.)\1+", r"\1", sounds.translate(_COARSE)) or sounds[:1]


@lru_cache(maxsize=1 << 18)
def sound_similarity(a: str, b: str) -> float:
    """Of two lower-case words, 0..1; 1 only for equal spelling. Symmetric.

    A weighted edit distance over sounds (Wagner and Fischer 1974) with the costs above, which were set
    on Arabic, Persian and Cyrillic names with several printed spellings.
    """
    if a == b:
        return 1.0
    if b < a:
        return sound_similarity(b, a)
    p, q = sound_of(a), sound_of(b)
    if p == q:
        return 0.99
    return max(0.0, 1 - _STEEPNESS * _distance(p, q) / (len(p) + len(q)))


@lru_cache(maxsize=1 << 16)
def consonant_similarity(written: str, vowelless: str) -> float:
    """Of a Latin word and one from a script without vowels, 0..1. Not symmetric."""
    p, q = sound_of(written), vowelless_sound(vowelless)
    if p == q:
        return 0.99
    return max(0.0, min(0.98, 1 - _STEEPNESS * _bare_distance(p, q) / (len(p) + len(q))))


@lru_cache(maxsize=1 << 16)
def vowelless_sound(word: str) -> str:
    """The sounds of a word spelt in consonants: two letters that meet are two sounds, not a group."""
    sounds = re.sub("[csgkztd]h", lambda found: _SPELLINGS[found.group()], word[:LONGEST_WORD])
    return re.sub(r"(.)\1+", r"\1", sounds.replace("ts", "c"))


def _distance(p: str, q: str) -> float:
    drop_q = [_drop_cost(q, j) for j in range(len(q))]
    row = [0.0]
    for cost in drop_q:
        row.append(row[-1] + cost)
    for i, sound in enumerate(p):
        drop = _drop_cost(p, i)
        new = [row[0] + drop]
        for j, other in enumerate(q):
            swap = 0.0 if sound == other else _swap_cost(sound, other)
            new.append(min(row[j] + swap, row[j + 1] + drop, new[j] + drop_q[j]))
        row = new
    return row[-1]


def _swap_cost(sound: str, other: str) -> float:
    listed = _SUBSTITUTIONS.get((sound, other))
    if listed is not None:
        return listed
    return _OTHER_SOUND if (sound in _VOWELS) == (other in _VOWELS) else _OTHER_CLASS


def _drop_cost(sounds: str, place: int) -> float:
    sound = sounds[place]
    if sound not in _VOWELS:
        return _WEAK_CONSONANT if sound in "hwy" else _CONSONANT
    if place == len(sounds) - 1:
        return _LAST_I if sound == "i" and len(sounds) > 3 else _LAST_VOWEL
    return _FIRST_VOWEL if place == 0 else _VOWEL


def _bare_distance(written: str, bare: str) -> float:
    row = [0.0]
    for j in range(len(bare)):
        row.append(row[-1] + _bare_drop(bare, j))
    for sound in written:
        drop = _UNWRITTEN if sound in _VOWELS else _WEAK_CONSONANT if sound in "hwy" else _CONSONANT
        new = [row[0] + drop]
        for j, other in enumerate(bare):
            left = _bare_drop(bare, j)
            swap = 0.0 if sound == other else _bare_swap(sound, other)
            new.append(min(row[j] + swap, row[j + 1] + drop, new[j] + left))
        row = new
    return row[-1]


def _bare_drop(bare: str, place: int) -> float:
    return 0.15 if bare[place] in "ahwy" else _CONSONANT


def _bare_swap(sound: str, other: str) -> float:
    if other == "a" and sound in _VOWELS:
        return 0.02
    if (other == "w" and sound in "ouv") or (other == "y" and sound in "ie"):
        return 0.02
    if other == "h" and sound in _VOWELS:
        return 0.1
    return _swap_cost(sound, other)
