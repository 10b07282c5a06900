"""Words of a sentence as the mention rules see them: where they stand, how they are written."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.disguises import look_of
from provenance.text.folding import APOSTROPHES
from provenance.text.sentences import find_sentences

_QUOTES = re.escape("".join(sorted(APOSTROPHES - {"`", "\u00b4", "\u2032"})))
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphens, zero-width spaces and joiners, marks of direction, word joiners."""
_INSIDE = f"[{_INVISIBLE}\u0300-\u036f]"
"""What no one sees as a break in a word: invisible signs, and marks that stand behind their letter."""
_HYPHEN = rf"[{_QUOTES}&\u2010\u2011-]"
_WORD = re.compile(
    r"([A-Za-z][a-z]+(?=[ ,])"  # most words, and sooner told than by what follows
    rf"|(?:[^\W\d_]\.){{2,8}}(?:[^\W\d_](?!\w))?|[^\W\d_]\.[^\W\d_](?!\w)|[A-Z]/[A-Z](?!\w)"
    rf"|[^\W_]+(?:(?:{_HYPHEN}{_INSIDE}{{0,4}}|{_INSIDE}{{1,4}}(?:{_HYPHEN}{_INSIDE}{{0,4}})?)[^\W_]+)*"
    r"[\u0300-\u036f]{0,4})"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_POSSESSIVE = re.compile(rf"[{_QUOTES}][sS]$")
_APOSTROPHE = re.compile(rf"[{_QUOTES}]")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}s?|(?:[A-Z]\.?){2,8}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,4}")
_NAME_START = re.compile(r"[^\W\d_]{1,3}[^\w\s]?$")
_LAST_INITIAL = re.compile(r"\bI\.\s?\Z")
_FIRST_INITIAL = re.compile(r" ?[A-Z]\. ?[A-Z]")
_OPENERS = ("\u201c", '"', ":")
_PLURAL_POSSESSIVE = re.compile("['\u2019][ \u00a0]")
_MAKE = tuple.__new__
"""Makes a word of the tuple of its fields: half of the time that the constructor takes."""
LONGEST_WORD = 80
"""Letters beyond which a run of letters is no word of a name."""


class Word(NamedTuple):
    """`start`, `end`: without a possessive 's. `plain`: lower case, apostrophes as ', no dots in acronyms.

    `gap`: what stands between the word before and this one; "" for the first of a sentence.
    """

    start: int
    end: int
    text: str
    plain: str
    gap: str
    is_capital: bool
    is_acronym: bool
    is_possessive: bool
    is_opening: bool


def split_sentences(text: str) -> list[list[Word]]:
    """The words of every sentence, in order; sentences without words are left out."""
    starts, words = _find_words(text)
    found = []
    place = 0
    for start, end in _sentences(text):
        first = bisect_left(starts, start, place)
        place = bisect_left(starts, end, first)
        if place > first:
            words[first] = words[first]._replace(gap="", is_opening=True)
            found.append(words[first:place])
    return found


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; one that seems to end in the pronoun I is joined to the next if both are initials."""
    begun = None
    for start, end in find_sentences(text):
        begin = start if begun is None else begun
        begun = begin if _LAST_INITIAL.search(text, max(begin, end - 4), end) else None
        if begun is None or not _FIRST_INITIAL.match(text, end):
            begun = None
            yield begin, end
    if begun is not None:
        yield begun, len(text)


@lru_cache(maxsize=1 << 15)
def plain_word(text: str) -> str:
    """Lower case, apostrophes as ', hyphens as -, dots of an acronym left out: how word lists are keyed.

    Invisible signs go; letters of another script are read as those that they look like.
    """
    if not text.isascii():
        text = look_of(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    plain = _APOSTROPHE.sub("'", text).replace("\u2010", "-").replace("\u2011", "-").lower()
    return plain.replace(".", "")


@lru_cache(maxsize=1 << 13)
def without_marks(plain: str) -> str:
    """Córdoba as Cordoba."""
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


@lru_cache(maxsize=1 << 15)
def is_common(word: str, knowledge: Knowledge) -> bool:
    """Is `word` (plain) a frequent English word, its plural or possessive included?"""
    common = knowledge.common_words
    if word in common or word in knowledge.function_words:
        return True
    bare = word.removesuffix("'s")
    if bare in common:
        return True
    if len(bare) > 3 and bare.endswith("s"):  # not Wes, of we
        stems = {bare[:-1], bare.removesuffix("es")} - knowledge.function_words
        if any(stem in common for stem in stems):
            return True
    return bare.endswith("ies") and bare[:-3] + "y" in common


def _find_words(text: str) -> tuple[list[int], list[Word]]:
    """Where the words of a text start, and the words, as if all were of one sentence.

    Made by columns, which is done in C for the most part: a spelling is looked at once, and what stands
    between two words only where it is more than a blank.
    """
    pieces = _WORD.split(text)  # gap, word, gap, word, ... gap
    ends = list(accumulate(map(len, pieces)))
    starts, spellings, before, after = (ends[0:-1:2], pieces[1::2], pieces[0:-1:2], pieces[2::2])
    if max(map(len, spellings), default=0) > LONGEST_WORD:
        kept = [place for place, spelling in enumerate(spellings) if len(spelling) <= LONGEST_WORD]
        starts = [starts[place] for place in kept]
        spellings, before, after = ([column[n] for n in kept] for column in (spellings, before, after))
    if not spellings:
        return [], []
    cores, plains, capitals, acronyms, owners, in_s = zip(*map(_written, spellings), strict=True)
    is_capital, is_possessive = list(capitals), list(owners)
    for place, gap in enumerate(after):
        if gap == " ":
            continue
        if gap[:1] == "$":
            is_capital[place] = False
        elif in_s[place] and _PLURAL_POSSESSIVE.match(gap):
            is_possessive[place] = True
    is_opening = [False] * len(starts)
    for place, gap in enumerate(before):
        if gap != " ":
            before[place] = shown = gap if gap.isascii() else _UNSEEN.sub("", gap)
            is_opening[place] = shown.rstrip(" ")[-1:] in _OPENERS or shown.endswith("\u2018")
    stops = map(add, starts, map(len, cores))
    rows = zip(
        starts, stops, cores, plains, before, is_capital, acronyms, is_possessive, is_opening, strict=True
    )
    return starts, list(map(_MAKE, repeat(Word), rows))


@lru_cache(maxsize=1 << 15)
def _written(raw: str) -> tuple[str, str, bool, bool, bool, bool]:
    """(text, plain, is_capital, is_acronym, is_possessive, ends in s), whatever stands around the word."""
    if raw.isalpha() and raw.isascii() and (raw.islower() or raw[1:].islower()):  # most words
        return raw, raw.lower(), not raw.islower(), False, False, raw[-1] == "s"
    possessive = _POSSESSIVE.search(raw)
    core = raw[: possessive.start()] if possessive and possessive.start() else raw
    is_possessive = core != raw
    if core.endswith(".") and core.count(".") == 1:
        core = core[:-1]
    shown = core if core.isascii() else _UNSEEN.sub("", core)
    is_acronym = _ACRONYM.fullmatch(shown) is not None
    return (core, plain_word(core), _is_capital(shown), is_acronym, is_possessive, raw[-1:] in "sS")


def _is_capital(word: str) -> bool:
    """Written like a name: a capital first, or after a short prefix (al-Jazeera, d'Estaing, iPhone)."""
    for place, letter in enumerate(word[:5]):
        if letter.isupper():
            return place == 0 or _NAME_START.fullmatch(word[:place]) is not None
    return False
