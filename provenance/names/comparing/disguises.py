"""Names written with letters of another script, or digits, that look like those of another name."""

import re

from provenance.text.folding import fold_text
from provenance.text.scripts import find_strangers, main_script, name_strangers, read_strangers

_BETWEEN = " .,;:/()'2-9\\-"
_HIDES_NOTHING = re.compile(
    "|".join(
        f"[{_BETWEEN}{letters}]*"
        for letters in ("A-Za-z\u00c0-\u024f", "\u0400-\u0481\u048a-\u052f", "\u0620-\u064a\u0671-\u06d3")
    )
)
"""Letters of one script only, Latin, Cyrillic or Arabic, and no zero or one."""


def has_strangers(name: str) -> bool:
    """Is a letter in it of another script than the others of its word, or a digit in a letter's place?"""
    return may_be_disguised(name) and bool(find_strangers(name))


def may_be_disguised(name: str) -> bool:
    """Is there more in it than letters of one script? A name of such hides nothing."""
    if name.isascii():
        return "0" in name or "1" in name
    return _HIDES_NOTHING.fullmatch(name) is None


def readings(name: str) -> tuple[str, ...]:
    """The name as it stands, then as it looks where that differs."""
    return (name, *read_strangers(name)) if may_be_disguised(name) else (name,)


def look_of(name: str) -> str:
    """The name as it looks."""
    return (read_strangers(name) or (name,))[0] if may_be_disguised(name) else name


def say_disguise(a: str, b: str) -> str:
    """Why a likeness of `a` and `b` proves nothing: the foreign letters of words that only one of them
    has, for a reader. "" if there are none, or both have the same ones. Symmetric.
    """
    if not has_strangers(a) and not has_strangers(b):
        return ""
    first, second = sorted((a, b))
    odd = [name_strangers(one) for one, other in ((first, second), (second, first)) if _is_odd(one, other)]
    return "; ".join(dict.fromkeys(odd))


def is_part(a: str, b: str) -> bool:
    """Does one hold all words of the other, letter by letter?"""
    first, second = (set(fold_text(name).split()) for name in (a, b))
    return first <= second or second <= first


def _is_odd(name: str, other: str) -> bool:
    """Has `name` a word with foreign letters that `other` has not?

    Names of two scripts are compared by their sound: Latin letters in a name of another script (an i in
    Ukrainian ones, where a keyboard lacks it) are no disguise to a Latin name.
    """
    strangers = find_strangers(name)
    if not strangers or main_script(name) not in ("Latin", main_script(other)):
        return False
    known = set(fold_text(other).split())
    odd = (word for word in name.split() if any(letter in strangers for letter in word))
    return any(not set(fold_text(word).split()) <= known for word in odd)
