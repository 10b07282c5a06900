"""Acronyms that a name may have in another language: NIIPP, Research Institute of Semiconductor Devices."""

from collections.abc import Iterator, Mapping, Sequence

from provenance.names.comparing.initials import Initials, NameLetter

_LEAST, _MOST = 3, 7
"""Letters of an acronym."""
_LONGEST_ENGLISH = 3
"""English words that one foreign word or abbreviation may stand for."""
_NONE: Mapping[str, frozenset[str]] = {}
_MOST_WAYS = 48
"""Beginnings of acronyms that are kept at each word of one name in one language, at most."""


def foreign_acronyms(words: Sequence[NameLetter], initials: Initials) -> Iterator[str]:
    """Of all words that count, in lower case, language by language.

    A word that the list of a language lacks gives its own letter; half of them at most.
    """
    counted = [initials.get(word.english, _NONE) for word in words if not word.is_optional]
    if len(counted) < 2:
        return
    for language in sorted({language for known in counted for language in known}):
        if sum(language in known for known in counted) * 2 >= len(counted):
            yield from _of_language(words, initials, language)


def _of_language(words: Sequence[NameLetter], initials: Initials, language: str) -> Iterator[str]:
    reached: list[dict[str, None]] = [{} for _ in range(len(words) + 1)]
    reached[0][""] = None
    for place in range(len(words)):
        steps = list(_steps(words, place, initials, language))
        for letters in reached[place]:
            for size, parts in steps:
                ways = reached[place + size]
                for part in parts:
                    if len(letters + part) <= _MOST and len(ways) < _MOST_WAYS:
                        ways.setdefault(letters + part)
    yield from (letters for letters in reached[-1] if len(letters) >= _LEAST)


def _steps(
    words: Sequence[NameLetter], place: int, initials: Initials, language: str
) -> Iterator[tuple[int, Sequence[str]]]:
    """How many words the next letters stand for, and which they may be; "" where a word may be left out."""
    english = ""
    for size, word in enumerate(words[place : place + _LONGEST_ENGLISH], 1):
        english = f"{english} {word.english}" if english else word.english
        letters = initials.get(english, _NONE).get(language)
        if letters:
            yield size, sorted(letters)
    if words[place].is_optional:
        yield 1, ("",)
    elif language not in initials.get(words[place].english, _NONE):
        yield 1, (words[place].letter,)
