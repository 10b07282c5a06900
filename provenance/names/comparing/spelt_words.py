"""How alike two words of names are spelt: by their sounds, compounds, glued articles, endings, languages."""

import re
from functools import lru_cache

from provenance.names.sounds.orthographies import may_be_foreign, usual_spellings
from provenance.names.sounds.phonetics import measure_similarity, sound_similarity
from provenance.names.sounds.respelling import SOFT_STARTS, firm_letters, may_be_respelt, respellings

SURE = 0.9
"""Similarity from which two words belong together before any others are joined."""
GLUED = 0.95
"""At most, where what was written in front or behind is taken off one of the words."""
NOMINATIVES = ("ul", "ur", "uz")
"""Endings that tie a name to the next word, as in ur Rahman."""
_ONE_SOUND = 0.97
_SUN = frozenset("dlnrstz")
"""Letters that the Arabic article becomes alike to."""
_YO = re.compile("(?<=[^aeiou])yo(?!u)")
"""Russian ё, which is often written as е: Fyodor, Fedor."""
_ENDINGS = ("lah", "din", "deen", "dine")
_ENDING = re.compile("[aeiou]?l?(?:lah|d?din|d?deen|d?dine)$")
_COMPOUND, _GRAMMAR, _SPELLING = 1, 2, 4
"""What the likeness of a word may depend on besides its sounds: it is a compound, an initial or a number;
an article or an ending of grammar, or yo; it may be spelt as in another language."""


@lru_cache(maxsize=1 << 14)
def spelling_similarity(x: str, y: str) -> float:
    """Of two unequal lower-case words with nothing before them, 0..1; symmetric."""
    odd_x, odd_y = _oddity(x), _oddity(y)
    odd = odd_x | odd_y
    if odd & _COMPOUND:
        best, is_final = whole_similarity(x, y)
        if is_final:
            return best
    else:
        best = measure_similarity(x, y)
        if not odd or best >= SURE:
            return best
    if odd & (_GRAMMAR | _COMPOUND):
        best = max(best, _without_grammar(x, y))
    if best < SURE and ((odd_x and _is_respelt(x, y)) or (odd_y and _is_respelt(y, x))):
        return GLUED
    return best


def joined_similarity(x: str, y: str) -> float:
    """How alike words or several written together sound, whatever they are made of."""
    return sound_similarity(x, y) if _oddity(x) or _oddity(y) else spelling_similarity(x, y)


def is_initial(word: str) -> bool:
    """One letter, standing for a name."""
    return len(word) == 1 and word.isalpha()


def whole_similarity(x: str, y: str) -> tuple[float, bool]:
    """Of two unequal words as they stand; is there nothing that could raise it?"""
    if _is_plain(x) and _is_plain(y):
        best = sound_similarity(x, y)
    elif is_initial(x) or is_initial(y):
        return (0.9 if x[0] == y[0] else 0.2), True
    elif x.isdigit() or y.isdigit():
        return 0.0, True
    else:
        core_x, core_y = _core(x), _core(y)
        if core_x and core_y:
            return sound_similarity(core_x, core_y), True
        best = max(sound_similarity(x, y), _without_ending(x, y), _without_ending(y, x))
    return best, best >= SURE


def without_both_articles(x: str, y: str) -> float:
    """Elsaghir and Essaghir: two ways to write one article show that it is one."""
    if has_glued_article(x) and has_glued_article(y):
        return min(GLUED, sound_similarity(x[2:], y[2:]))
    return 0.0


def has_glued_article(word: str) -> bool:
    """Elsisi, Essisi, Assisi: long enough to be something without it."""
    return len(word) > 5 and word[0] in "ae" and (word[1] == "l" or (word[1] == word[2] and word[1] in _SUN))


def without_nominative(x: str, y: str) -> float:
    """Mujib and Mujibur, Siraj and Serajul: the ending ties a name to the next word, as in ur Rahman."""
    longer, other = (x, y) if x.endswith(NOMINATIVES) else (y, x)
    return min(GLUED, sound_similarity(longer[:-2], other)) if len(longer) > 5 else 0.0


@lru_cache(maxsize=1 << 16)
def _oddity(word: str) -> int:
    """0 for most words."""
    if not _is_plain(word):
        return _COMPOUND
    has_grammar = word.endswith(NOMINATIVES) or "yo" in word or has_glued_article(word)
    return (_GRAMMAR if has_grammar else 0) | (
        _SPELLING if may_be_respelt(word) or may_be_foreign(word) else 0
    )


def _without_grammar(x: str, y: str) -> float:
    best = 0.0
    if x[:1] in "ae" and y[:1] in "ae":
        best = without_both_articles(x, y)
    if x.endswith(NOMINATIVES) != y.endswith(NOMINATIVES):
        best = max(best, without_nominative(x, y))
    if ("yo" in x) != ("yo" in y):
        first, second = _YO.sub("e", x), _YO.sub("e", y)
        if (first != x or second != y) and sound_similarity(first, second) >= _ONE_SOUND:
            best = max(best, GLUED)
    return best


def _is_respelt(x: str, y: str) -> bool:
    """Is x the spelling of y in German, French, Polish, or in another orthography?"""
    if (x[0] != y[0] and x[0] not in SOFT_STARTS) or firm_letters(x) != firm_letters(y):
        return False
    for word in (*respellings(x), *usual_spellings(x)):
        is_first_alike = word[0] == y[0] or (word[0] in "iy" and y[0] in "iy")
        if is_first_alike and sound_similarity(word, y) >= _ONE_SOUND:
            return True
    return False


def _is_plain(word: str) -> bool:
    """No initial, no number, no compound."""
    return len(word) > 1 and not word.isdigit() and not _core(word)


def _without_ending(x: str, y: str) -> float:
    """Hojat for Hojatollah, Hanif for Abd al-Hanif: a compound's half alone is a weak sign."""
    core = _core(y)
    if len(core) < 4 or sound_similarity(x, core) < SURE:
        return 0.0
    return 0.65 if y.startswith("abd") else 0.78


def _core(word: str) -> str:
    """What tells compounds of one sort apart: rahim of abdrahim, nizam of nizamuddin; "" if it is none."""
    if word.startswith("abd"):
        return word[3:] if len(word) > 5 else ""
    if not word.endswith(_ENDINGS):
        return ""
    core = _ENDING.sub("", word)
    return core if core != word and len(core) > 2 else ""
