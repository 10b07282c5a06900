"""Whether a Latin spelling may be read off a word in Arabic or Hebrew letters.

These scripts write consonants and long vowels; short vowels are left out and may be heard as anything.
What is written has to be heard, and no long vowel is heard where none is written. The tables are the
usual romanisations of Arabic, Persian and Hebrew (ALA-LC, French and English custom), from general knowledge.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from provenance.names.sounds.romanise import romanise_once

_LONGEST = 40
"""Letters of a word that are read."""
_SHORT = ("a", "e", "i", "o", "u", "ou")
_ARABIC = {
    "ب": "b p v", "پ": "p b", "ت": "t", "ث": "th t s", "ج": "j g dj dg z", "چ": "ch tch c", "ح": "h",
    "خ": "kh k h ch x", "د": "d t", "ذ": "dh z d th", "ر": "r", "ز": "z s", "ژ": "zh j z", "س": "s c",
    "ش": "sh ch s sch", "ص": "s c", "ض": "d dh z dd", "ط": "t", "ظ": "z dh th d", "غ": "gh g q kh",
    "ف": "f ph v", "ق": "q k g gh c", "ک": "k c q ck g", "ك": "k c q ck g", "گ": "g gu gh", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ہ": "h",
}  # fmt: skip
_HEBREW = {
    "ב": "b v w", "ג": "g gh j dj", "ד": "d", "ה": "h", "ז": "z s zh j", "ח": "h ch kh", "ט": "t th",
    "כ": "k kh ch c ck", "ך": "k kh ch c ck", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s c",
    "פ": "p f ph", "ף": "p f ph", "צ": "ts tz z s ch cz", "ץ": "ts tz z s ch cz", "ק": "k q c ck", "ר": "r",
    "ש": "sh s sch", "ת": "t th s",
}  # fmt: skip
_CONSONANTS = {letter: tuple(many.split()) for letter, many in (_ARABIC | _HEBREW).items()}
_PERSIAN = frozenset("پچژگکی")
_IS_HEBREW = re.compile("[\u05d0-\u05ea]")
_ALIFS, _WAWS, _YAS = frozenset("اآ"), frozenset("وו"), frozenset("يیىיے")
_CARRIED = _ALIFS | _WAWS | _YAS | {"א"}
"""Before these a first letter has no vowel of its own."""
_HAMZAS = {
    "ع": ("",), "ע": ("",), "ء": ("",), "أ": ("", "a"), "إ": ("", "i", "e"), "א": ("", "a", "e", "o"),
    "ئ": ("", "y", "i", "e"), "ؤ": ("", "w", "o", "u", "ou"),
}  # fmt: skip
_FIRST = {
    "ا": (*_SHORT, "aa"), "آ": ("a", "aa"), "أ": ("a", "e", "o", "u", "ou"), "إ": ("i", "e"),
    "א": ("a", "e", "i", "o", "u"), "ع": (*_SHORT, "aa"), "ע": ("a", "e", "i", "o", "u"),
}  # fmt: skip
_I = ("i", "ee", "ie", "ii", "y", "iy", "ei", "ey", "ai", "ay", "yi", "ea")
_U = (
    "u",
    "o",
    "ou",
    "oo",
    "uu",
    "w",
    "v",
    "au",
    "aw",
    "ow",
    "wu",
    "wo",
    "woo",
    "wou",
    "vu",
    "vo",
    "voo",
    "vou",
)
_ENDS: dict[str, tuple[str, ...]] = dict.fromkeys("ةهۀ", ("a", "ah", "e", "eh", "h", "at", "et", "ath"))
_ENDS["ה"] = ("a", "ah", "e", "eh", "o", "oh", "h")
_BREATHED = frozenset("هھہحةۀהח")
"""Letters that are h, or nothing."""
_TWICE = re.compile(r"([^aeiou])\1+|([skdtgz]h)\2+|(ch)\3+")
_WEAK = re.compile("[aeiouwyh]*")
_VOWELS = re.compile("[aeiou]+")
_INNER_ARTICLE = re.compile("(?<=..)ال(?=...)|لله")
_WITH_ARTICLE = re.compile("^[aeiu](?:l|(?=[stdzrn]))")
_FRONT = frozenset(("i", "e", "ee", "ie", "ei"))
_BACK = frozenset(("u", "ou", "oo"))
_OPEN = frozenset(("a", "aa"))
_LETTERS_ONLY = re.compile(r"[^\u05d0-\u05ea\u0620-\u06ff]+")
_FOREIGN = re.compile("[px]")
"""Sounds that Arabic has no letters for: such names are spelt in many ways."""
_TOLD_APART = {"عمر": re.compile("[ou]"), "عمار": re.compile("[ai]"), "عمرو": re.compile("amr")}
"""Omar, Ammar and Amr: the last has its silent letter to be told from the first."""
_HALF_SHORT = re.compile("iy?a")
_ALSO = {"ح": ("kh",), "ه": ("kh",), "ز": ("dh",), "ي": ("j",), "ی": ("j",), "و": ("v",)}
"""What spellings of other names have where the sounds are near."""


class _Letter(NamedTuple):
    """What a letter may be spelt as; `is_strong`: a consonant that no spelling leaves out."""

    sign: str
    heard: tuple[str, ...]
    is_strong: bool
    is_alif: bool = False


@lru_cache(maxsize=1 << 13)
def is_read_otherwise(written: str, bare: str, letters: str) -> bool:
    """Do the vowels of a Latin spelling contradict those written in `letters`?

    `written` and `bare`: words in lower case, `bare` as romanised from the script. `letters`: those of
    the name in its script, in order. False where the consonants differ or the word is not found: other things
    tell.
    """
    word = letters_of(bare, letters)
    if not word or _INNER_ARTICLE.search(word):
        return False
    latin = _TWICE.sub(lambda found: found[1] or found[2] or found[3], written[:_LONGEST])
    is_hebrew = _IS_HEBREW.search(word) is not None
    if not latin.isascii() or len(word) < len("دن"):
        return False
    if (
        not is_hebrew
        and _PERSIAN.isdisjoint(word)
        and _FOREIGN.search(latin if "و" in word else latin.replace("v", "p"))
    ):
        return False
    read = _letters(word)
    if _can_read(latin, read) or _can_read(_WITH_ARTICLE.sub("", latin), read):
        if word in _TOLD_APART:
            return _TOLD_APART[word].match(latin) is None
        return _lacks_waw(latin, word) if is_hebrew else _is_of_other_pattern(latin, word)
    return _has_consonants(latin, read)


@lru_cache(maxsize=1 << 12)
def letters_of(bare: str, letters: str) -> str:
    """The letters whose romanisation is `bare`; "" if there are none such in a row."""
    plain = _LETTERS_ONLY.sub("", unicodedata.normalize("NFKC", letters)[: 8 * _LONGEST])
    spelt = [_spelling(letter) for letter in plain]
    for start in range(len(plain)):
        text, end = "", start
        while end < len(plain) and len(text) < len(bare) and bare.startswith(text):
            text += spelt[end]
            end += 1
        if text == bare:
            return plain[start : _end_with_hamza(plain, end)]
    return ""


def _end_with_hamza(plain: str, end: int) -> int:
    """A hamza by itself has no Latin letter; it ends the word that it follows."""
    return end + 1 if plain[end : end + 1] == "ء" else end


@lru_cache(maxsize=1 << 10)
def _spelling(letter: str) -> str:
    return "".join([word.text.lower() for word in romanise_once(letter)])


def _letters(word: str) -> tuple[_Letter, ...]:
    last = len(word) - 1
    return tuple([_letter(word, place, place == last) for place in range(len(word))])


def _letter(word: str, place: int, is_last: bool) -> _Letter:
    letter = word[place]
    if place == 0 and letter in _FIRST:
        is_carrier = word[1:2] in _CARRIED and word[:2] != "أي"  # Ayman is not Yamen
        return _Letter(letter, (*_FIRST[letter], "") if is_carrier else _FIRST[letter], False)
    if letter in _ALIFS:
        return _alif(word, place, is_last)
    if letter in _WAWS:
        return _waw(word, place, is_last)
    if letter in _YAS:
        return _ya(word, place, is_last)
    heard = (_end_of(letter, len(word)) if is_last else ()) or _HAMZAS.get(letter)
    if heard:
        return _Letter(letter, heard, False)
    return _Letter(letter, _CONSONANTS.get(letter, (_spelling(letter),)), letter not in _BREATHED)


def _end_of(letter: str, size: int) -> tuple[str, ...]:
    """What a last letter is spelt as that is often no consonant: h and, in Hebrew, alef."""
    if letter == "א":
        return ("a", "o", "e", "ah", "")
    ends = _ENDS.get(letter, ())
    return (*ends, "ha") if ends and size == len("طه") else ends


def _alif(word: str, place: int, is_last: bool) -> _Letter:
    heard = ("a", "aa", "ah") if is_last else ("a", "aa")
    is_silent = is_last and word[place - 1] == "و"
    return _Letter(word[place], (*heard, "") if is_silent else heard, False, True)


def _waw(word: str, place: int, is_last: bool) -> _Letter:
    letter = word[place]
    if place == 0:
        return _Letter(letter, ("w", "v", "ou", "o"), False)
    is_silent = (word[place - 1] == "خ" and word[place + 1 : place + 2] == "ا") or (
        is_last and word == "عمرو"
    )
    return _Letter(letter, (*_U, "") if is_silent else _U, False)


def _ya(word: str, place: int, is_last: bool) -> _Letter:
    letter = word[place]
    if place == 0:
        return _Letter(letter, ("y", "i", "j"), False)
    heard: tuple[str, ...] = _I
    if word[place - 1] in _YAS or word[place + 1 : place + 2] in _YAS:
        heard = (*heard, "e", "")
    if is_last and (letter == "ى" or (letter == "ی" and len(word) > len("علی"))):
        heard = (*heard, "a", "ah")
    return _Letter(letter, heard, False)


def _can_read(latin: str, letters: tuple[_Letter, ...]) -> bool:
    """By the places up to which the letters so far may have been read."""
    places = {0}
    for number, letter in enumerate(letters):
        if number:
            vowels = _past_short_vowels(latin, places)  # a letter that is written twice has a vowel between
            is_twice = letter.is_strong and letter.heard == letters[number - 1].heard
            places = vowels if is_twice else places | vowels
        places = {
            place + len(heard)
            for place in places
            for heard in (*letter.heard, *_other_vowels(latin, place, letter))
            if latin.startswith(heard, place)
        }
    is_silent_end = letters[-1].is_strong and latin[-1:] == "e"
    return len(latin) in places or (is_silent_end and len(latin) - 1 in places)


def _past_short_vowels(latin: str, places: Iterable[int]) -> set[int]:
    return {place + len(vowel) for place in places for vowel in _SHORT if latin.startswith(vowel, place)}


def _other_vowels(latin: str, place: int, letter: _Letter) -> tuple[str, ...]:
    """Slimene, Hichem: e for a long a, unless an a was heard. Ismael: e for a long i behind an a."""
    if letter.is_alif:
        return () if "a" in latin[:place] else ("e",)
    return ("e",) if letter.heard[:1] == ("i",) and latin[place - 1 : place] == "a" else ()


def _has_consonants(latin: str, letters: tuple[_Letter, ...]) -> bool:
    """Are the consonants those written, whatever is between them?"""
    places = _past_weak(latin, {0})
    for before, letter in zip((None, *letters), letters, strict=False):
        is_weak = not letter.is_strong or (before is not None and before.heard == letter.heard)
        heard = (*letter.heard, *_ALSO.get(letter.sign, ()), *(("",) if is_weak else ()))
        found = {place + len(one) for place in places for one in heard if latin.startswith(one, place)}
        places = found | _past_weak(latin, found)
    return len(latin) in places


def _past_weak(latin: str, places: set[int]) -> set[int]:
    ends = {place: found.end() for place in places if (found := _WEAK.match(latin, place))}
    return {one for place, end in ends.items() for one in range(place, end + 1)}


def _lacks_waw(latin: str, word: str) -> bool:
    """Ron, Dov: in a Hebrew word of two letters o and u are not left out."""
    return (
        len(word) == len("רן") and word[0] not in "אע" and word[1] not in "הויע" and latin[1:2] in ("o", "u")
    )


def _is_of_other_pattern(latin: str, word: str) -> bool:
    """Does the Latin spelling have the vowels of an Arabic pattern that is written otherwise?"""
    vowels = _VOWELS.findall(latin)
    shape = "".join(["A" if letter in _ALIFS else "L" if letter in _WAWS | _YAS else "C" for letter in word])
    if not vowels or latin[-1] in "aeiouy" or word[-1] in "ةه":
        return False
    if shape == "CLC" and _HALF_SHORT.search(latin):
        return True  # Zaid, but Ziyad
    if shape == "CCC" and word[0] not in "اآأإ":
        return _is_of_three_consonants(vowels, word)
    if shape == "CACC" and word[-1] not in "عء" and _PERSIAN.isdisjoint(word):
        return len(vowels) == 1 or vowels[-1] in _OPEN  # Nasser and Salih, but Nasr and Salah
    if shape.endswith("CC"):  # Mahmoud is written with a long vowel
        return len(vowels) > 1 and vowels[-1] in _BACK and all([one[0] in "ae" for one in vowels[:-1]])
    return False


def _is_of_three_consonants(vowels: list[str], word: str) -> bool:
    """Karim, Salem, Said: one of a, i is long."""
    if len(vowels) == 1:
        return word[1] == "ع" and vowels[0] in ("ai", "ae", "aie")
    return vowels[0] in ("a", "aa") and (vowels[-1] in _FRONT or vowels[-1] in _BACK)
