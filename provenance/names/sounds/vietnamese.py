"""Vietnamese syllables, written without their marks: each letter tells one name from another."""

import re
from functools import lru_cache

_FAMILIES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly dinh trinh truong dao doan vuong"
    " luong phung quach nghiem luu trieu dam dao khuat nong tong lam mai ho thach kieu".split()
)
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_MOST = 5


def read_vietnamese(words: tuple[str, ...]) -> tuple[str, ...]:
    """The syllables of lower-case words, sorted, i for y; empty if they are no Vietnamese name."""
    if not 1 < len(words) <= _MOST or not (words[0] in _FAMILIES or words[-1] in _FAMILIES):
        return ()
    return _read(words)


@lru_cache(maxsize=1 << 13)
def _read(words: tuple[str, ...]) -> tuple[str, ...]:
    if not all([_SYLLABLE.fullmatch(word) for word in words]):
        return ()
    return tuple(sorted(word.replace("y", "i") for word in words))


def split_vietnamese(words: tuple[str, ...]) -> tuple[str, frozenset[str], str] | None:
    """The family's name, the middle names and the given name, i for y; None if they are no Vietnamese name.

    The family's name stands first at home, and last where a name is turned for the west.
    """
    if not read_vietnamese(words):
        return None
    plain = [word.replace("y", "i") for word in words]
    if words[0] not in _FAMILIES:
        plain = [plain[-1], *plain[1:-1], plain[0]]
    return plain[0], frozenset(plain[1:-1]), plain[-1]
