"""Words of a sentence as the mention rules see them: where they stand, how they are written."""

import re
import unicodedata
from functools import lru_cache

from attrs import define, evolve

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.disguises import look_of
from provenance.text.folding import APOSTROPHES

_QUOTES = re.escape("".join(sorted(APOSTROPHES - {"`", "\u00b4", "\u2032"})))
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphens, zero-width spaces and joiners, marks of direction, word joiners."""
_INSIDE = f"[{_INVISIBLE}\u0300-\u036f]"
"""What no one sees as a break in a word: invisible signs, and marks that stand behind their letter."""
_HYPHEN = rf"[{_QUOTES}&\u2010\u2011-]"
_INNER = rf"(?:{_HYPHEN}{_INSIDE}{{0,4}}|{_INSIDE}{{1,4}}(?:{_HYPHEN}{_INSIDE}{{0,4}})?)"
WORD = re.compile(
    r"([^\W_](?:"  # what every word starts with: other signs are passed over quickly
    r"(?<=[A-Za-z])[a-z]+(?=[ ,])"  # most words, and sooner told than by what follows
    rf"|(?<=[^\W\d_])\.(?:(?:[^\W\d_]\.){{1,7}}(?:[^\W\d_](?!\w))?|[^\W\d_](?!\w))|(?<=[A-Z])/[A-Z](?!\w)"
    rf"|[^\W_]*(?:{_INNER}[^\W_]+)*[\u0300-\u036f]{{0,4}}))"
)
UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_POSSESSIVE = re.compile(rf"[{_QUOTES}][sS]$")
_APOSTROPHE = re.compile(rf"[{_QUOTES}]")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}s?|(?:[A-Z]\.?){2,8}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,4}")
_LONGEST_ACRONYM = 6
"""Letters of an acronym that are not all of the English alphabet (RÚV)."""
_NAME_START = re.compile(r"[^\W\d_]{1,3}[^\w\s]?$")
_OPENERS = ("\u201c", '"', ":")
_LONGEST_GAP = 12
"""Of what stands between words only so much is kept in mind for the next time."""
LONGEST_WORD = 80
"""Letters beyond which a run of letters is no word of a name."""


@define(eq=False)
class Word:
    """How a word is written. Equal words of equal surroundings are one object, which is never changed.

    `text`: without a possessive 's. `plain`: lower case, apostrophes as ', no dots in acronyms. `gap`: what
    stands between the word before and this one; "" for the first of a sentence. `may_own`: it ends in s, as
    Parents in Parents' Union. `is_small`: neither written like a name nor all in capitals nor with a digit
    first. `may_be_name`: it has a capital, or is put together with a hyphen.
    """

    text: str
    plain: str
    gap: str
    is_capital: bool
    is_acronym: bool
    is_possessive: bool
    is_opening: bool
    may_own: bool
    is_small: bool
    may_be_name: bool


@lru_cache(maxsize=1 << 15)
def plain_word(text: str) -> str:
    """Lower case, apostrophes as ', hyphens as -, dots of an acronym left out: how word lists are keyed.

    Invisible signs go; letters of another script are read as those that they look like.
    """
    if not text.isascii():
        text = look_of(unicodedata.normalize("NFC", UNSEEN.sub("", text))).replace("\u0130", "I")
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
    if _is_listed(word, knowledge) or word in knowledge.function_words:
        return True
    bare = word.removesuffix("'s")
    if _is_listed(bare, knowledge):
        return True
    if len(bare) > 3 and bare.endswith("s"):  # not Wes, of we
        stems = {bare[:-1], bare.removesuffix("es")} - knowledge.function_words
        if any(_is_listed(stem, knowledge) for stem in stems):
            return True
    return bare.endswith("ies") and _is_listed(bare[:-3] + "y", knowledge)


def _is_listed(word: str, knowledge: Knowledge) -> bool:
    return word in knowledge.common_words or word in knowledge.plain_words


@lru_cache(maxsize=1 << 15)
def look_at(raw: str) -> Word:
    """A word as it is written inside a sentence, a blank before it."""
    if raw.isalpha() and raw.isascii() and (raw.islower() or raw[1:].islower()):  # most words
        is_small = raw.islower()
        is_title, may_own = not is_small, raw[-1] == "s"
        return Word(raw, raw.lower(), " ", is_title, False, False, False, may_own, is_small, is_title)
    possessive = _POSSESSIVE.search(raw)
    core = raw[: possessive.start()] if possessive and possessive.start() else raw
    is_possessive = core != raw
    if core.endswith(".") and core.count(".") == 1:
        core = core[:-1]
    shown = core if core.isascii() else UNSEEN.sub("", core)
    is_acronym = _ACRONYM.fullmatch(shown) is not None
    if not shown.isascii() and 1 < len(shown) <= _LONGEST_ACRONYM:
        is_acronym = shown.isupper() and shown.isalpha()
    is_capital = _is_capital(shown)
    return Word(
        core,
        plain_word(core),
        " ",
        is_capital,
        is_acronym,
        is_possessive,
        is_opening=False,
        may_own=not is_possessive and raw[-1:] in "sS",
        is_small=not (is_capital or core.isupper() or core[:1].isdigit()),
        may_be_name=is_capital or "-" in core,
    )


def behind(word: Word, gap: str) -> Word:
    """The word where this stands between the one before and it."""
    return _behind(word, gap) if len(gap) <= _LONGEST_GAP else _behind.__wrapped__(word, gap)


@lru_cache(maxsize=1 << 14)
def _behind(word: Word, gap: str) -> Word:
    if not gap.isascii():
        gap = UNSEEN.sub("", gap)
    is_opening = gap.rstrip(" ")[-1:] in _OPENERS or gap.endswith("‘")
    return _placed(word, gap, is_opening=is_opening)


@lru_cache(maxsize=1 << 13)
def opening(word: Word) -> Word:
    """The word at the start of a sentence."""
    return _placed(word, "", is_opening=True)


def _placed(word: Word, gap: str, *, is_opening: bool) -> Word:
    return Word(
        word.text,
        word.plain,
        gap,
        word.is_capital,
        word.is_acronym,
        word.is_possessive,
        is_opening,
        word.may_own,
        word.is_small,
        word.may_be_name,
    )


@lru_cache(maxsize=1 << 10)
def before_dollars(word: Word) -> Word:
    """A of A$: no name, for all its capital."""
    return evolve(word, is_capital=False)


@lru_cache(maxsize=1 << 10)
def owning(word: Word) -> Word:
    """Workers of Workers' Union."""
    return evolve(word, is_possessive=True)


def is_plural(plain: str) -> bool:
    """By its end, most probably: thieves, islanders; not Nicholas."""
    return plain.endswith("s") and not plain.endswith(("as", "is", "os", "us", "ss", "ys"))


def _is_capital(word: str) -> bool:
    """Written like a name: a capital first, or after a short prefix (al-Jazeera, d'Estaing, iPhone)."""
    for place, letter in enumerate(word[:5]):
        if letter.isupper():
            return place == 0 or _NAME_START.fullmatch(word[:place]) is not None
    return False
