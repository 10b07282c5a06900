"""Long vowels of Arabic script, which are written, against the vowels of a Latin spelling."""

import re
from functools import lru_cache

from provenance.names.sounds.phonetics import skeleton_of, sound_of, vowelless_sound
from provenance.names.sounds.written_vowels import is_read_otherwise, letters_of

_LATIN = re.compile("([aeiouy]+|(?<=.)w)")
_BARE = re.compile("(?<=.)([awy]+)")
_HEARD = {"a": frozenset("ae"), "w": frozenset("ouwv"), "y": frozenset("iey")}
"""A long vowel as it is written → letters of which a Latin spelling has at least one."""
_LONG = re.compile("ee|ei|ey|ai|ay|oo|ii")
"""Latin letters that nobody writes for a short vowel."""
_SHORT_AND_I = re.compile("(?:[skgtdc]h|[^aeiou])a(?:[skgtdc]h|[^aeiou])i(?:[skgtdc]h|[^aeiou])")
"""Consonant, a, consonant, i, consonant: one of the two vowels is long in whatever name it is."""
_COMPOUND = re.compile("l+ah$|d+[ie]+n$|^abd")
"""Its article is written in Arabic however it is heard."""
_SERVANT = "abd"
_GOD = ("lh", "llh", "allh")
_ARTICLE = re.compile("^[aeiou]+(?:l(?=[^aeiouy]))?(?=.)")
_LONGEST_WITHOUT = 5
"""Letters of a word that begins like this and may be a name of its own: Abdoun."""
_Parts = tuple[tuple[str, ...], tuple[str, ...]]


def have_other_vowels_in_script(written: str, bare: str, letters: str) -> bool:
    """The same by the `letters` of the script, where `bare` is one word of theirs: they tell more."""
    if bare.startswith(_SERVANT) and written.startswith(_SERVANT) and len(bare) > _LONGEST_WITHOUT:
        rest = bare.removeprefix(_SERVANT)  # read without its article, whoever is served
        heard = _ARTICLE.sub("", written.removeprefix(_SERVANT))
        is_found = not rest.startswith(_GOD) and letters_of(rest, letters) != ""
        return is_found and is_read_otherwise(heard, rest, letters)
    if letters_of(bare, letters):
        return is_read_otherwise(written, bare, letters)
    return have_other_long_vowels(written, bare)


@lru_cache(maxsize=1 << 14)
def have_other_long_vowels(written: str, bare: str) -> bool:
    """Do the long vowels of `bare`, a word in consonants, contradict the Latin spelling? Both in lower case.

    False where the consonants are not the same: then other things tell.
    """
    letters, vowels = _cut_latin(written)
    signs, longs = _cut_bare(bare)
    if letters != signs or len(letters) < 2 or _COMPOUND.search(written) or bare[-2:] == "lh":
        return False
    inner = list(zip(vowels[:-1], longs[:-1], strict=True))
    if any([_contradict(vowel, long) for vowel, long in inner]):
        return True
    if _SHORT_AND_I.fullmatch(written) and not any(longs):
        return True  # Karim is written with a long vowel, or Karam is meant
    return _end_otherwise(vowels[-1], longs[-1], written, bare)


def _contradict(vowel: str, long: str) -> bool:
    """Between two consonants."""
    if len(long) > 1:
        return False
    if not long:
        return _LONG.search(vowel) is not None
    return not vowel or _HEARD[long].isdisjoint(vowel)


def _end_otherwise(vowel: str, long: str, written: str, bare: str) -> bool:
    if bare[-1] == "h" and bare[-2] not in "tskdgzc" and not long:
        return not vowel and written[-1] not in "ht"
    if long in ("y", "w"):
        return not vowel
    return vowel == "i" and not long


def _cut_latin(word: str) -> _Parts:
    """The consonants in coarse classes, and the vowels behind each; vowels before the first are left out."""
    parts = _LATIN.split(word[0] + word[1:])
    if not parts[0]:
        parts = parts[2:]
    return _attach([sound_of(part) if part else "" for part in parts[::2]], parts[1::2])


def _cut_bare(word: str) -> _Parts:
    parts = _BARE.split(word)
    if parts[0] == "a":
        parts = parts[2:] if len(parts) > 2 else parts
    elif parts[0][:1] == "a":
        parts[0] = parts[0][1:]
    return _attach([vowelless_sound(part) if part else "" for part in parts[::2]], parts[1::2])


def _attach(clusters: list[str], between: list[str]) -> _Parts:
    letters: list[str] = []
    vowels: list[str] = []
    for place, cluster in enumerate(clusters):
        sounds = [sound for sound in cluster if sound != "h"]
        letters += [skeleton_of(sound) if sound not in "wy" else sound for sound in sounds]
        vowels += [""] * len(sounds)
        if vowels and place < len(between):
            vowels[-1] += between[place]
    return tuple(letters), tuple(vowels)
