"""Names that begin alike or are half alike: other names more often than other spellings."""

import re
from functools import lru_cache

from provenance.names.comparing.forms import share_form, spell_one_name
from provenance.names.comparing.grammar import differ_in_gender_ending
from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.reasons import Said, say_words
from provenance.names.comparing.words import NameWord, join_words, word_similarity
from provenance.names.sounds.borrowed import borrowed_similarity
from provenance.names.sounds.phonetics import skeleton_of, sound_of, sound_similarity

_AGREEING, _PAIRED = 0.88, 0.55
"""Similarity from which two words are spellings of one, and from which they may be."""
_SHORTEST = 5
"""Letters of a word that is two words in the other name."""
_NO_CONSONANT = re.compile("[aeiouhy]+")
_VOWEL_SOUNDS = re.compile("[aeiouhwy]+")
_SOFT = re.compile("(?<=d)z|j$|j(?=[^aeiou])")
"""Sounds that only show in some spellings how the one before is spoken."""
_OF_FAITH = ("lah", "din", "deen", "dine", "ul", "ur")
_SECONDS = frozenset("ali reza hosein hossein hussein hassan hasan mohammad mahdi mehdi".split())
"""Second halves of given names that are often left out."""
_LAST_VOWELS = frozenset(map(frozenset, ("ai", "au", "io", "iu")))
"""Which of a given name's last vowels make it another one; of a man and a woman it is told elsewhere."""
_BEGINNING = 3
"""Sounds from which two given names begin alike."""
_ALIKE = 0.78
_GIVEN_APART, _FAMILY_APART, _EUROPE_APART, _EUROPE_HALF = 0.72, 0.67, 0.86, 0.76
"""Similarity under which given and family names with other consonants are left for people to judge."""


def doubt_of_given_name(a: PersonName, b: PersonName) -> Said:
    """Emeka and Emenike, Serik and Serikbek, Themba and Thembi: one beginning, another name."""
    first, second = a.words[0], b.words[0]
    if len(a.words) != len(b.words) or first.folded == second.folded:
        return ""
    if first.is_vowelless or second.is_vowelless or share_form(a.forms[0], b.forms[0]):
        return ""
    if not _go_on_otherwise(first.folded, second.folded):
        return ""
    longer, shorter = (a, b) if len(first.folded) > len(second.folded) else (b, a)
    if len(a.words) > 1 and word_similarity(join_words(shorter.words[:2]), longer.words[0]) >= _AGREEING:
        return ""  # written together in one of them
    return (say_words, "given names begin alike and go on otherwise", (first,), (second,))


def doubt_of_listed_name(a: PersonName, b: PersonName) -> Said:
    """Lara and Laura, Marino and Marina, Saima and Samia: listed given names that are two."""
    first, second, form, other = a.words[0], b.words[0], a.forms[0], b.forms[0]
    x, y = first.folded, second.folded
    if x == y or len(a.words) != len(b.words) or first.is_vowelless or second.is_vowelless:
        return ""
    if a.is_marked != b.is_marked:
        return ""
    is_of_europe = "=" not in form and "=" not in other
    if (
        is_of_europe
        and form
        and other
        and not share_form(form, other)
        and word_similarity(first, second) >= _PAIRED
    ):
        return (say_words, "given names that are two", (first,), (second,))
    are_known = first.is_known and second.is_known
    if (are_known or (is_of_europe and (form or other))) and differ_in_gender_ending(x, y):
        return (say_words, "given names of a man and a woman", (first,), (second,))
    if are_known and len(x) == len(y) and sorted(x) == sorted(y) and not spell_one_name(form, other):
        return (say_words, "given names of the same letters in another order", (first,), (second,))
    return ""


def doubt_of_consonants(a: PersonName, b: PersonName) -> Said:
    """Karimi and Kazemi, Farida and Fahmida: half alike, with other consonants, and one word else is shared.

    Behind a given name of Europe, where names are seldom romanised, few letters make another family's.
    """
    if len(a.words) != 2 or len(b.words) != 2:
        return ""
    for place in (0, 1):
        first, second, form, other = a.words[place], b.words[place], a.forms[place], b.forms[place]
        if first.folded == second.folded or share_form(form, other):
            continue
        if first.is_vowelless or second.is_vowelless or "abd" in (first.folded[:3], second.folded[:3]):
            continue
        is_listed = first.is_known or second.is_known or "=" in form or "=" in other
        if place == 0 and is_listed and _are_apart(first, second, _PAIRED, _GIVEN_APART):
            return (say_words, "given names with other consonants", (first,), (second,))
        if place == 1 and _are_apart(first, second, _PAIRED, _FAMILY_APART):
            return (say_words, "surnames with other consonants", (first,), (second,))
        if place == 1 and _is_of_europe(a) and _is_of_europe(b) and _has_one_more(first, second):
            return (say_words, "one surname has a consonant more", (first,), (second,))
    return ""


def _is_of_europe(name: PersonName) -> bool:
    return name.forms[0] != "" and "=" not in name.forms[0]


def _are_apart(first: NameWord, second: NameWord, least: float, most: float) -> bool:
    return first.skeleton != second.skeleton and least <= word_similarity(first, second) < most


def _has_one_more(first: NameWord, second: NameWord) -> bool:
    """Gruber, Grubler; Gold, Goldstein; or only half alike: Barzini, Bartini."""
    similarity = word_similarity(first, second)
    if similarity >= _EUROPE_APART:
        return False
    x, y = (_NO_CONSONANT.sub("", sound_of(word.folded).replace("w", "v")) for word in (first, second))
    if len(x) == len(y) and (x == y or similarity >= _EUROPE_HALF):
        return False
    return borrowed_similarity(first.folded, second.folded) < _EUROPE_APART


@lru_cache(maxsize=1 << 13)
def _go_on_otherwise(x: str, y: str) -> bool:
    """Has what stands behind a shared beginning other consonants, or is it another last vowel alone?"""
    if "abd" in (x[:3], y[:3]) or x.endswith(_OF_FAITH) or y.endswith(_OF_FAITH):
        return False
    p, q = sound_of(x), sound_of(y)
    if p[0] != q[0] and "j" not in (p[0], q[0]):
        return False
    p, q = sorted((_SOFT.sub("", p), _SOFT.sub("", q)), key=len)
    start = 0
    while start < len(p) and p[start] == q[start]:
        start += 1
    if start < _BEGINNING:
        return False
    if len(p) == len(q) == start + 1 and frozenset((x[-1], y[-1])) in _LAST_VOWELS:
        return True
    tail, other = (_VOWEL_SOUNDS.sub("", sounds[start:]) for sounds in (p, q))
    if not tail:
        rest = q[start:]
        is_syllable = len(rest) > 2 and other not in ("", rest)
        return is_syllable and p[-1] != "i" and rest not in _SECONDS
    bones, more = skeleton_of(tail), skeleton_of(other)
    return bones != more and {bones, more} != {"m", "n"} and sound_similarity(x, y) < _ALIKE


def are_written_together(a: PersonName, b: PersonName) -> bool:
    """Amir-Abdollahian, Amirabdollahian: are two neighbours of one name, the last but one and the last or
    the second and the third, one word of the other?
    """
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    if len(longer.words) != len(shorter.words) + 1 or len(shorter.words) < 2:
        return False
    pairs = ((longer.words[-2:], shorter.words[-1]), (longer.words[1:3], shorter.words[1]))
    return any(
        [
            len(word.folded) >= _SHORTEST and word_similarity(join_words(two), word) >= _AGREEING
            for two, word in pairs
            if max([word_similarity(one, word) for one in two]) < _AGREEING
        ]
    )
