"""How far apart two romanised words sound, when the same sounds have many spellings."""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

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
_INSIDE = _WEAK_CONSONANT | _VOWEL
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
_shared_start, _shared_end = Prefix.similarity, Postfix.similarity


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


@lru_cache(maxsize=1 << 13)
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
    distance = _bare_distance(p, q)
    if "tS" in q:  # three letters that are two: t and sh, or ts and h as in Yitzhak
        distance = min(distance, _bare_distance(p, q.replace("tS", "ch")))
    return max(0.0, min(0.98, 1 - _STEEPNESS * distance / (len(p) + len(q))))


@lru_cache(maxsize=1 << 15)
def vowelless_sound(word: str) -> str:
    """The sounds of a word spelt in consonants: two letters that meet are two sounds, not a group."""
    if len(word) == len("th"):
        return word  # no name is one letter: Taha
    sounds = _TWO_LETTERS.sub(_sound_of_group, word[:LONGEST_WORD])
    return _without_doubles(sounds.replace("ts", "c"))


def _distance(p: str, q: str) -> float:
    """Cost of the cheapest alignment, of what lies between equal beginnings and equal ends."""
    start = _shared_start(p, q)
    rest_p, rest_q = len(p) - start, len(q) - start
    same = min(_shared_end(p, q), rest_p, rest_q)
    end_p, end_q = rest_p - same, rest_q - same
    late_p, late_q = _last_syllable(p) - start, _last_syllable(q) - start
    late: _Late | None = None
    if 0 <= late_p < end_p and 0 <= late_q < end_q:
        late = late_p, late_q, vowels_of(p)[-2:-1] == vowels_of(q)[-2:-1] == "u"
    return _align(p[start : start + end_p], q[start : start + end_q], start == 0, same == 0, late)


_Late = tuple[int, int, bool]
"""Places of two vowels that stand in last syllables, and whether u stands in the syllables before."""


@lru_cache(maxsize=1 << 14)
def _align(p: str, q: str, is_start: bool, is_end: bool, late: _Late | None) -> float:
    """Of sounds that stand at the start of words, at their end, both or between. Dropping a sound here and
    one there never stands in for a swap.

    Two costs for each place of `q`: of the cheapest ways, and of those that do not end in a drop of q's.
    """
    drops_p, drops_q = _drops(p, is_start, is_end), _drops(q, is_start, is_end)
    if not p or not q:
        return _add_up(drops_p or drops_q)
    best = [0.0, *accumulate(drops_q)]
    kept = [math.inf] * len(best)
    kept[0] = 0.0
    places = range(1, len(best))
    for place, sound in enumerate(p):
        costs: Iterable[float] = map(_SWAPS[sound].__getitem__, q)
        if late and late[0] == place:
            costs = known = list(costs)
            known[late[1]] = _swap_of_last_vowel(sound, q[late[1]], late[2], known[late[1]])
        before, drop = best[0], drops_p[place]
        best[0] = kept[0] = kept[0] + drop
        swapped = dropped = math.inf
        for j, cost, drop_q in zip(places, costs, drops_q, strict=True):
            dropped = (swapped if swapped < dropped else dropped) + drop_q
            swapped = before + cost
            before, way = best[j], kept[j] + drop
            kept[j] = way = swapped if swapped < way else way
            best[j] = way if way < dropped else dropped
    return best[-1]


def _add_up(costs: tuple[float, ...]) -> float:
    """One after the other, as an alignment adds them."""
    total = 0.0
    for cost in costs:
        total += cost
    return total


def _last_syllable(sounds: str) -> int:
    """Place of the last vowel that another sound follows; -1 if there is none."""
    place = len(sounds) - 2
    while place >= 0 and sounds[place] not in _VOWELS:
        place -= 1
    return max(place, -1)


def _swap_of_last_vowel(sound: str, other: str, is_weak: bool, otherwise: float) -> float:
    """What swapping the vowels of the last syllables costs; the vowel before decides."""
    late = _LATE_AFTER_U if is_weak else _LAST_SYLLABLE
    return late.get((sound, other)) or late.get((other, sound)) or otherwise


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


def _drops(sounds: str, is_start: bool, is_end: bool) -> tuple[float, ...]:
    """What it costs to leave out each sound."""
    costs = [_INSIDE.get(sound, _CONSONANT) for sound in sounds]
    if is_start and sounds and sounds[0] in _VOWELS:
        costs[0] = _FIRST_VOWEL[sounds[0]]
    if is_end and sounds and sounds[-1] in _VOWELS:
        costs[-1] = _LAST_VOWEL[sounds[-1]]
    return tuple(costs)


def _bare_drop(bare: str, place: int) -> float:
    """Of a letter of a script of consonants; a long i or u inside a word is never left out."""
    sound = bare[place]
    if sound in "wy" and 0 < place < len(bare) - 1 and bare[place - 1] != "a":
        return _LONG_VOWEL
    return _BARE_LETTER if sound in "ahwy" else _CONSONANT


@lru_cache(maxsize=1 << 12)
def _bare_drops(bare: str) -> tuple[float, ...]:
    return tuple([_bare_drop(bare, place) for place in range(len(bare))])


def _bare_distance(written: str, bare: str) -> float:
    drops = _bare_drops(bare)
    row = [0.0, *accumulate(drops)]
    for sound in written:
        drop = _UNWRITTEN if sound in _VOWELS else _WEAK_CONSONANT.get(sound, _CONSONANT)
        swaps = _BARE_SWAPS[sound]
        before, last = row[0], row[0] + drop
        row[0] = last
        for j, (other, drop_q) in enumerate(zip(bare, drops, strict=True), 1):
            swapped, before = before + swaps[other], row[j]
            dropped, last = before + drop, last + drop_q
            way = swapped if swapped < dropped else dropped
            row[j] = last = way if way < last else last
    return row[-1]
