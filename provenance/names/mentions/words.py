"""Words of a sentence as the mention rules see them: where they stand, how they are written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
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
    rf"(?:[^\W\d_]\.){{2,8}}(?:[^\W\d_](?!\w))?|[^\W\d_]\.[^\W\d_](?!\w)|[A-Z]/[A-Z](?!\w)"
    rf"|[^\W_]+(?:(?:{_HYPHEN}{_INSIDE}{{0,4}}|{_INSIDE}{{1,4}}(?:{_HYPHEN}{_INSIDE}{{0,4}})?)[^\W_]+)*"
    r"[\u0300-\u036f]{0,4}"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_POSSESSIVE = re.compile(rf"[{_QUOTES}][sS]$")
_APOSTROPHE = re.compile(rf"[{_QUOTES}]")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}s?|(?:[A-Z]\.?){2,8}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,4}")
_NAME_START = re.compile(r"[^\W\d_]{1,3}[^\w\s]?$")
_LAST_INITIAL = re.compile(r"\bI\.\s?\Z")
_FIRST_INITIAL = re.compile(r" ?[A-Z]\. ?[A-Z]")
_OPENERS = '\u201c"\u2018(['
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
    found = []
    for start, end in _sentences(text):
        words = _words(text, start, end)
        if words:
            found.append(words)
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


def _words(text: str, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    last = start
    for found in _WORD.finditer(text, start, end):
        if found.end() - found.start() > LONGEST_WORD:
            last = found.end()
            continue
        gap = _UNSEEN.sub("", text[last : found.start()]) if words else ""
        word = _word(text, found.start(), found.end(), gap, is_first=not words)
        words.append(word)
        last = word.end + (2 if word.is_possessive and word.end < found.end() else 0)
    return words


def _word(text: str, start: int, end: int, gap: str, is_first: bool) -> Word:
    core, plain, is_capital, is_acronym, is_possessive, may_own = _written(text[start:end])
    opens = is_first or (
        gap != " " and (gap.rstrip(" ")[-1:] in ("\u201c", '"', ":") or gap.endswith("\u2018"))
    )
    return Word(
        start,
        start + len(core),
        core,
        plain,
        gap,
        is_capital and text[end : end + 1] != "$",
        is_acronym,
        is_possessive or (may_own and _is_plural_possessive(text, end)),
        opens,
    )


@lru_cache(maxsize=1 << 15)
def _written(raw: str) -> tuple[str, str, bool, bool, bool, bool]:
    """(text, plain, is_capital, is_acronym, is_possessive, ends in s), whatever stands around the word."""
    possessive = _POSSESSIVE.search(raw)
    core = raw[: possessive.start()] if possessive and possessive.start() else raw
    is_possessive = core != raw
    if core.endswith(".") and core.count(".") == 1:
        core = core[:-1]
    shown = core if core.isascii() else _UNSEEN.sub("", core)
    is_acronym = _ACRONYM.fullmatch(shown) is not None
    return core, plain_word(core), _is_capital(shown), is_acronym, is_possessive, raw[-1:] in "sS"


def _is_plural_possessive(text: str, end: int) -> bool:
    return text[end : end + 1] in ("'", "\u2019") and text[end + 1 : end + 2] in (" ", "\u00a0")


def _is_capital(word: str) -> bool:
    """Written like a name: a capital first, or after a short prefix (al-Jazeera, d'Estaing, iPhone)."""
    for place, letter in enumerate(word[:5]):
        if letter.isupper():
            return place == 0 or _NAME_START.fullmatch(word[:place]) is not None
    return False
