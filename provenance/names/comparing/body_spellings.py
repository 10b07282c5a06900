"""Two words of bodies' names in Latin letters: spellings of one foreign word, as the names tell?"""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from provenance.names.comparing.latin_variants import are_spellings, looks_eastern
from provenance.names.comparing.organization_name import OrganizationName
from provenance.names.comparing.words import NameWord, Pairing, WordPair
from provenance.names.sounds.korean import are_one_place

SLAVIC_FORMS = frozenset("jsc ao oao pao zao ooo ojsc pjsc cjsc joint stock fsue fgup too".split())
"""Legal forms that are mostly Russian or of its neighbours."""
_OTHER_FORMS = frozenset("gmbh plc sa spa srl sarl bv nv ab oy oyj kg ag inc".split())
"""Legal forms of other laws, in which a spelling is a name's own."""
_ARABIC_WORDS = frozenset("al ul ud ur ash ibn abu".split())
_TIES, _ROMANCE = frozenset("e i ye".split()), frozenset("de di da do la le las los del della du y".split())
"""Small words that tie two words in Persian and Urdu; where one of the others stands, they are Romance."""
_EASTERN = tuple(
    (re.compile(written), plain)
    for written, plain in (
        ("(?<=[aeiou])th", "s"),
        ("ayy[aei](?=[^aeiouy][aeiouy])", "ai"),
        ("o[iy](?=[^aeiouy])", "ai"),
        ("(?:ai|ay|ei|ey)ni?$", "ain"),
    )
)
"""What Persian, Urdu and Bengali mouths make of an Arabic word, and its cases."""
_SLAVIC = re.compile("sk(?:i|y|ii|iy|yi|aya|aia|oe|oye)$|(?:ol|el|il|al|an|en|on)[yi]?[ey]$|shch|tsk|zh|iya$")
"""Letters of a Slavic word."""
_SLAVIC_ENDING = re.compile("[iy]?[yij]e$|[iy]?[iy]a$")
_CASE = re.compile("(?:i[ck][aisu]?|iya|ia|iy|[aiey])$")
"""Ends of a noun that other cases, or English, write otherwise: logistika, logistics."""
_LEAST, _LEAST_BESIDE_CASE = 6, 10
_ALIKE = 0.97
"""Similarity of two spellings of one word."""
_KOREAN = re.compile("ng$|ae|eo|yo")


def told_origins(a: OrganizationName, b: OrganizationName, pairs: Sequence[WordPair]) -> tuple[bool, bool]:
    """(are the words in `pairs` of Arabic, Persian or the like?, of Russian or the like?)"""
    words = [word for pair in pairs for word in (*pair.a, *pair.b)]
    is_eastern = any([word.has_article or looks_eastern(word.folded) for word in words])
    is_eastern = is_eastern or (_is_eastern(a) and _is_eastern(b))
    forms = a.forms | b.forms
    return is_eastern, bool(SLAVIC_FORMS & forms) and not _OTHER_FORMS & forms


def _is_eastern(name: OrganizationName) -> bool:
    words = frozenset(name.words)
    return bool(words & _ARABIC_WORDS) or (bool(words & _TIES) and not words & _ROMANCE)


def with_spellings(a: OrganizationName, b: OrganizationName, pairing: Pairing) -> Pairing:
    """The same with pairs of spellings of one word as alike as such are, however they sound."""
    loose = [pair for pair in pairing.pairs if pair.similarity < _ALIKE]
    if not loose or not (a.is_latin and b.is_latin):
        return pairing
    origins = told_origins(a, b, loose)
    found = {pair for pair in loose if are_body_spellings(joined(pair.a), joined(pair.b), *origins)}
    pairs = [pair._replace(similarity=_ALIKE) if pair in found else pair for pair in pairing.pairs]
    return evolve(pairing, pairs=tuple(pairs)) if found else pairing


def joined(words: Sequence[NameWord]) -> str:
    """As one word."""
    return "".join([word.folded for word in words])


@lru_cache(maxsize=1 << 14)
def are_body_spellings(x: str, y: str, is_eastern: bool, is_slavic: bool) -> bool:
    """Do two lower-case words differ in nothing but how one foreign word is written? See `told_origins`."""
    if x == y or not x or not y:
        return x == y
    if are_spellings(x, y, is_eastern, is_slavic):
        return True
    size = min(len(x), len(y))
    if size < _LEAST - 1 or any([letter.isdigit() for letter in x + y]):
        return False
    if is_eastern:
        first, second = _plain(x), _plain(y)
        if (first, second) != (x, y) and are_spellings(first, second, True):
            return True
    if size >= _LEAST and looks_korean(x, y) and are_one_place(x, y):
        return True
    first, second = x.replace("ct", "kt"), y.replace("ct", "kt")
    if size >= _LEAST_BESIDE_CASE:
        first, second = _CASE.sub("", first), _CASE.sub("", second)
    looks_slavic = _SLAVIC.search(x) is not None and _SLAVIC.search(y) is not None
    if looks_slavic:
        first, second = (_SLAVIC_ENDING.sub("e", word) for word in (first, second))
    return are_spellings(first, second, False, is_slavic or (looks_slavic and size >= _LEAST))


def looks_korean(x: str, y: str) -> bool:
    """Have both words letters that romanisations of Korean have?"""
    return _KOREAN.search(x) is not None and _KOREAN.search(y) is not None


def _plain(word: str) -> str:
    for written, plain in _EASTERN:
        word = written.sub(plain, word)
    return word
