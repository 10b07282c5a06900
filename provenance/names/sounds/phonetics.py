"""How far apart two romanised words sound, when the same sounds have many spellings."""

import math
import re
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from provenance.names.sounds.cost_tables import CostTable

LONGEST_WORD = 40
"""Letters of a word that are compared."""

_SPELLINGS = {
    "x": "ks",
    "tsch": "C",
    "shch": "S",
    "sch": "S",
    "tch": "C",
    "dzh": "j",
    "dsh": "j",
    "dsch": "j",
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
    "ae": "e",
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
    "you": "u",
    "yoo": "u",
    "yu": "u",
    "iu": "u",
    "yo": "o",
    "io": "o",
    "ye": "e",
}
"""Letter groups of the usual romanisations → one sound each (capitals: sounds that take two letters)."""

_IN_PLACE = {"qu": "qu(?=[ei])", "ij": "ij(?![aeiou])"}
"""Groups that are one sound only before some letters: Quique and Dijk, but Qusai and Ijaz."""
_GROUP = re.compile(
    "|".join(
        _IN_PLACE.get(group, group) for group in sorted(_SPELLINGS, key=lambda group: (-len(group), group))
    )
)
_DOUBLE = re.compile(r"([^eo])\1+|([eo])\2{2,}")
_FINAL_J = re.compile("(?<=[^aeiou][eo])j$")
"""Sergej, Andrej: j as most Slavic and Germanic languages have it."""
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
        "ou kq Gq": 0.05,
        "ei": 0.12,
        "CS vw xq qg sc Gg": 0.2,
        "ae Dd Dz Ts kc uw": 0.3,
        "ao gj gk xk jy cz ck Cj Zj Zz jZ xh gh uv": 0.4,
        "dt TD Tt kG xG td Cs bp bv Ck": 0.5,
        "ai sZ jz CT Ct CZ SZ Ss": 0.6,
        "mn sz eo au io eu fv fp Cc iw": 0.8,
        "Sz Gh iu": 1.0,
    }
)
"""What it costs to hear one sound for the other, 0..1; pairs that are not listed are other sounds."""
_LAST_SYLLABLE = {("a", "e"): 0.45, ("a", "i"): 1.0, ("e", "i"): 0.2}
"""The same where both stand in the last syllable, which tells names apart: Karim, Karam."""
_LATE_AFTER_U = _LAST_SYLLABLE | {("e", "u"): 0.3, ("i", "u"): 0.45}
"""The same behind a syllable with u, where many languages weaken a second u: Yunus, Younes, Younis."""
_OTHER_SOUND = 1.1
_OTHER_CLASS = 1.4  # a vowel for a consonant
_CONSONANT = 0.8  # one more consonant
_WEAK_CONSONANT = {"h": 0.45, "w": 0.6, "y": 0.3}
_VOWEL = {"a": 0.17, "e": 0.27, "i": 0.27, "o": 0.15, "u": 0.2}  # one more vowel inside
_FIRST_VOWEL = {"a": 0.3, "e": 0.3, "i": 0.5, "o": 0.5, "u": 0.5}
_LAST_VOWEL = {"a": 0.65, "e": 0.15, "i": 0.75, "o": 0.7, "u": 0.6}  # Karim, Karimi, Karima: other names
_STEEPNESS = 3.4
_UNWRITTEN = 0.03  # a vowel where the other script writes none
_BARE_LETTER = 0.15  # a letter that may stand for a vowel or for nothing
_LONG_VOWEL = 0.7  # a letter that stands for a long vowel, inside a word
_LEAST_ALIKE = 0.3  # share of equal sounds under which no cheap costs make words spellings of one
_LEAST_SHARED = 0.5  # similarity of skeletons under which words are not spellings of one


_OTHER_VOWELS = frozenset((p, q) for p in "aiou" for q in "aiou" if p != q and {p, q} != {"o", "u"})
"""Vowels at the end of a surname that make it another one; a last e is often silent."""
_ONE_SUFFIX = frozenset(("koka", "kako", "lola", "lalo"))
"""Ukrainian and Belarusian spelling of one suffix."""
_ENDINGS = ("i", "o", "u", "ov", "of", "ev", "ef", "s", "ian", "an")
"""Sounds that make another surname of one that ends in a consonant."""
_ONE_STEM = 0.9
_SHORTEST_STEM = 3
_share_of_equal = Levenshtein.normalized_similarity


_TWICE = re.compile(r"(.)\1+")
_FRONT_C = re.compile("c(?=[eiy])")
_HARD_CH = re.compile("C(?=[lr])|(?<=.)C(?=t)")
_TWO_LETTERS = re.compile("[csgkztd]h")
_SILENT_END = re.compile("(?<=[aeiou])h$|(?<=a)t$")


@lru_cache(maxsize=1 << 16)
def sound_of(word: str) -> str:
    """The sounds of a lower-case Latin word, one character each; never empty for a word of letters."""
    word = word[:LONGEST_WORD]
    if _TWICE.search(word):
        word = _DOUBLE.sub(_first_letter, word)
    if word[-1:] == "j":
        word = _FINAL_J.sub("i", word)
    sounds = _GROUP.sub(_sound_of_group, word)
    if "C" in sounds:
        sounds = _HARD_CH.sub("k", sounds)
    if sounds[:2] == "ks" or (sounds[:2] == "hs" and sounds[2:3] in ("i", "u")):
        sounds = "S" + sounds[2:]
    if "c" in sounds:
        sounds = _FRONT_C.sub("s", sounds)
        if "ts" not in word and "tz" not in word:
            sounds = sounds.replace("c", "k")
    sounds = sounds.replace("y", "i")
    if sounds[-1:] in ("h", "t"):
        sounds = _SILENT_END.sub("", sounds)
    return _without_doubles(sounds) or word


def _first_letter(found: re.Match[str]) -> str:
    return found[0][0]


def _sound_of_group(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0]]


def _without_doubles(sounds: str) -> str:
    return _TWICE.sub(_first_letter, sounds) if _TWICE.search(sounds) else sounds


@lru_cache(maxsize=1 << 16)
def skeleton_of(word: str) -> str:
    """The consonants of a word in coarse classes, which every usual romanisation of it shares."""
    sounds = sound_of(word)
    return _without_doubles(sounds.translate(_COARSE)) or sounds[:1]


@lru_cache(maxsize=1 << 16)
def sound_similarity(a: str, b: str) -> float:
    """Of two lower-case words, 0..1; 1 only for equal spelling. Symmetric.

    A weighted edit distance over sounds (Wagner and Fischer 1974) with the costs above, which were set
    on Arabic, Persian and Cyrillic names with several printed spellings.
    """
    return measure_similarity(a, b)


def measure_similarity(a: str, b: str) -> float:
    """The same for those who keep what they ask for."""
    if a == b:
        return 1.0
    p, q = sound_of(a), sound_of(b)
    if p == q:
        return 0.99
    alike: float = _share_of_equal(p, q)
    if alike < _LEAST_ALIKE:
        return 0.5 * alike
    bones, other = skeleton_of(a), skeleton_of(b)
    if len(bones) > 1 and len(other) > 1 and bones != other and _share_of_equal(bones, other) < _LEAST_SHARED:
        return 0.5 * alike
    distance = _distance(p, q) if p < q else _distance(q, p)
    return max(0.0, 1 - _STEEPNESS * distance / (len(p) + len(q)))


@lru_cache(maxsize=1 << 15)
def have_other_endings(a: str, b: str) -> bool:
    """Does an ending of one lower-case word make it another surname: Karim, Karimi; Ivan, Ivanov?

    Spellings of one ending (-i, -y, -ee; -ov, -off) are no difference. Symmetric.
    """
    if a + "s" == b or b + "s" == a:
        return min(len(a), len(b)) >= _SHORTEST_STEM and a[-2:] != "ss" != b[-2:]
    p, q = sorted(sorted((sound_of(a), sound_of(b))), key=len)
    if p == q or len(p) < _SHORTEST_STEM:
        return False
    if p[-1] in _VOWELS:
        is_stem = p[-2] not in _VOWELS and q[-2] not in _VOWELS
        is_other = (p[-1], q[-1]) in _OTHER_VOWELS and p[-2:] + q[-2:] not in _ONE_SUFFIX
        return is_stem and is_other and sound_similarity(p[:-1], q[:-1]) >= _ONE_STEM
    stems = (q.removesuffix(ending) for ending in _ENDINGS if q.endswith(ending))
    return any(stem[-1:] not in _VOWELS and sound_similarity(p, stem) >= _ONE_STEM for stem in stems)


@lru_cache(maxsize=1 << 15)
def consonant_similarity(written: str, vowelless: str) -> float:
    """Of a Latin word and one from a script without vowels, 0..1. Not symmetric."""
    p, q = sound_of(written), vowelless_sound(vowelless)
    if p == q:
        return 0.99
    return max(0.0, min(0.98, 1 - _STEEPNESS * _bare_distance(p, q) / (len(p) + len(q))))


@lru_cache(maxsize=1 << 15)
def vowelless_sound(word: str) -> str:
    """The sounds of a word spelt in consonants: two letters that meet are two sounds, not a group."""
    sounds = _TWO_LETTERS.sub(_sound_of_group, word[:LONGEST_WORD])
    return _without_doubles(sounds.replace("ts", "c"))


def _distance(p: str, q: str) -> float:
    """Cost of the cheapest alignment. Dropping a sound here and one there never stands in for a swap.

    Three costs for each place of `q`: of the cheapest ways that end in a swap, in a drop of p's sound, in a
    drop of q's. Only what lies between equal beginnings and equal ends is aligned.
    """
    start, end_p, end_q = _shared_ends(p, q)
    drops_p, drops_q = _drops(p), _drops(q)[start:end_q]
    if start in (end_p, end_q):
        return _add_up(drops_p[start:end_p] or drops_q)
    late_row, late_column = _last_syllable(p), _last_syllable(q) - start
    dropped_p = [math.inf] * (len(drops_q) + 1)
    swapped, dropped_q = [0.0, *dropped_p[1:]], [0.0, *accumulate(drops_q)]
    others = q[start:end_q]
    for i in range(start, end_p):
        swaps = _SWAPS[p[i]]
        costs = [swaps[other] for other in others]
        if i == late_row and 0 <= late_column < len(costs):
            costs[late_column] = _swap_of_last_vowel(p, q, costs[late_column])
        _align_sound(costs, drops_p[i], drops_q, (swapped, dropped_p, dropped_q))
    return min(swapped[-1], dropped_p[-1], dropped_q[-1])


_Ways = tuple[list[float], list[float], list[float]]


def _align_sound(costs: list[float], drop: float, drops_q: tuple[float, ...], ways: _Ways) -> None:
    """One sound of p, which costs `drop` to leave out and `costs` to swap for q's; changes the lists."""
    swapped, dropped_p, dropped_q = ways
    best = min(swapped[0], dropped_p[0], dropped_q[0])
    dropped_p[0] = best + drop
    swap = drop_q = swapped[0] = dropped_q[0] = math.inf
    place = 0
    for cost, cost_q in zip(costs, drops_q, strict=True):
        place += 1
        drop_q = (swap if swap < drop_q else drop_q) + cost_q
        swap = best + cost
        before, other = swapped[place], dropped_p[place]
        other = before if before < other else other
        dropped_p[place] = other + drop
        before = dropped_q[place]
        best = before if before < other else other
        swapped[place] = swap
        dropped_q[place] = drop_q


def _add_up(costs: tuple[float, ...]) -> float:
    """One after the other, as an alignment adds them."""
    total = 0.0
    for cost in costs:
        total += cost
    return total


def _shared_ends(p: str, q: str) -> tuple[int, int, int]:
    """Where the sounds begin to differ, and where in each they are equal again to the end."""
    start, shorter = 0, min(len(p), len(q))
    while start < shorter and p[start] == q[start]:
        start += 1
    end_p, end_q = len(p), len(q)
    while end_p > start and end_q > start and p[end_p - 1] == q[end_q - 1]:
        end_p, end_q = end_p - 1, end_q - 1
    return start, end_p, end_q


@lru_cache(maxsize=1 << 15)
def _last_syllable(sounds: str) -> int:
    """Place of the last vowel that a consonant follows; -1 if there is none."""
    return max((place for place, sound in enumerate(sounds[:-1]) if sound in _VOWELS), default=-1)


def _swap_of_last_vowel(p: str, q: str, otherwise: float) -> float:
    """What swapping the vowels of the last syllables costs; the vowel before decides."""
    sound, other = p[_last_syllable(p)], q[_last_syllable(q)]
    if sound == other:
        return 0.0
    is_weak = vowels_of(p)[-2:-1] == vowels_of(q)[-2:-1] == "u"
    late = _LATE_AFTER_U if is_weak else _LAST_SYLLABLE
    return late.get((sound, other)) or late.get((other, sound)) or otherwise


@lru_cache(maxsize=1 << 15)
def vowels_of(sounds: str) -> str:
    """The vowels among sounds, in order."""
    return "".join([sound for sound in sounds if sound in _VOWELS])


def _swap_cost(sound: str, other: str) -> float:
    listed = _SUBSTITUTIONS.get((sound, other))
    if listed is not None:
        return listed
    return _OTHER_SOUND if (sound in _VOWELS) == (other in _VOWELS) else _OTHER_CLASS


def _bare_swap(sound: str, other: str) -> float:
    """Of a Latin word's sound and a letter of a script without vowels."""
    if other == "a" and sound in _VOWELS:
        return 0.02
    if (other == "w" and sound in "ouv") or (other == "y" and sound in "ie"):
        return 0.02
    if other == "h" and sound in _VOWELS:
        return 0.1
    return _swap_cost(sound, other)


_SWAPS = CostTable(_swap_cost)
_BARE_SWAPS = CostTable(_bare_swap)


@lru_cache(maxsize=1 << 15)
def _drops(sounds: str) -> tuple[float, ...]:
    """What it costs to leave out each sound."""
    return tuple([_drop_cost(sounds, place) for place in range(len(sounds))])


def _drop_cost(sounds: str, place: int) -> float:
    sound = sounds[place]
    if sound not in _VOWELS:
        return _WEAK_CONSONANT.get(sound, _CONSONANT)
    if place == len(sounds) - 1:
        return _LAST_VOWEL[sound]
    return _FIRST_VOWEL[sound] if place == 0 else _VOWEL[sound]


def _bare_drop(bare: str, place: int) -> float:
    """Of a letter of a script of consonants; a long i or u inside a word is never left out."""
    sound = bare[place]
    if sound in "wy" and 0 < place < len(bare) - 1 and bare[place - 1] != "a":
        return _LONG_VOWEL
    return _BARE_LETTER if sound in "ahwy" else _CONSONANT


def _bare_distance(written: str, bare: str) -> float:
    drops = [_bare_drop(bare, place) for place in range(len(bare))]
    row = [0.0, *accumulate(drops)]
    for sound in written:
        drop = _UNWRITTEN if sound in _VOWELS else _WEAK_CONSONANT.get(sound, _CONSONANT)
        swaps = _BARE_SWAPS[sound]
        before, last = row[0], row[0] + drop
        row[0] = last
        for j, (other, drop_q) in enumerate(zip(bare, drops, strict=True), 1):
            swap, above = before + swaps[other], row[j]
            before = above
            last = min(swap, above + drop, last + drop_q)
            row[j] = last
    return row[-1]
