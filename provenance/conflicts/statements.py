"""Do two statements about a page, as printed, say the same author, house or title?"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from provenance.conflicts.words import content_stems, overlap
from provenance.model.knowledge import Knowledge
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers

_ALIKE = 75.0
"""Likeness of two words, 0..100, from which they may spell one name: romanisations differ by as much."""
_INITIAL = 1
_NO_PERSON = frozenset(
    "admin administrator agencies agency and bureau by contributor contributors correspondent desk "
    "editor editorial editors guest media news newsroom office online press reporter reporters "
    "service staff team user web webmaster with writer writers".split()
)
_OWNERS = frozenset(
    "ab ag bv co communications company corp corporation enterprises foundation gmbh group holding "
    "holdings inc international limited llc ltd media network networks plc publications publishers "
    "publishing sa trust ventures".split()
)
"""Words of an owner's name rather than an outlet's."""
_LEAST_SHARED = 0.5
"""Share of content words that two headlines of one story have in common."""
_LEAST_TITLE_STEMS = 3
_LEAST_TEXT_STEMS = 20
"""Different content words of a text that is long enough to have those of its title."""
_ARTICLES = frozenset("the a an le la les el los las il lo der die das de het al".split())
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:,?\s[^\W\d_][\w'’.-]*){1,4}")


def is_person(name: str, knowledge: Knowledge) -> bool:
    """Is it shaped like a person's name: two to five words, none of them a desk, a job or a house?"""
    words = fold_text(name).split()
    if not 2 <= len(words) <= 5 or _NAME.fullmatch(name.strip()) is None:
        return False
    if name.casefold() in knowledge.agencies or words[0] in ("the", "our", "a", "an"):
        return False
    if any(word in knowledge.organization_words or word in _NO_PERSON for word in words):
        return False
    return any(word not in knowledge.common_words or word in knowledge.given_names for word in words)


def shares_a_person(one: Sequence[str], two: Sequence[str]) -> bool:
    """May any name of `one` and any of `two` be one person's? They may if the surname of either is among
    the words of the other or alike, as romanisations are; names in two scripts may always."""
    return any(_may_be_one(a, b) for a in one for b in two)


def _may_be_one(a: str, b: str) -> bool:
    if _words(a) == _words(b) or (a.isascii() != b.isascii() and not (_is_latin(a) and _is_latin(b))):
        return True
    pairs = ((_surname(a), _words(b)), (_surname(b), _words(a)))
    return any(_are_alike(surname, word) for surname, words in pairs for word in words)


def _surname(name: str) -> str:
    """The last word, or what stands before a comma."""
    words = _words(name.split(",", maxsplit=1)[0])
    return words[-1] if words else ""


def _is_latin(name: str) -> bool:
    return fold_text(name).isascii()


def are_one_house(a: str, b: str, knowledge: Knowledge) -> bool:
    """May two names be one publisher's? They may if they share a word, one abbreviates the other, or one
    of them names an owner rather than an outlet, or a person."""
    one, two = (_house_words(name) for name in (a, b))
    if not one or not two or set(one) & set(two):
        return True
    joined = ["".join(words) for words in (one, two)]
    if joined[0] in joined[1] or joined[1] in joined[0] or fuzz.ratio(*joined) >= _ALIKE:
        return True
    if any(_abbreviates(x, y) for x, y in ((joined[0], two), (joined[1], one))):
        return True
    is_owner = any(word in _OWNERS or word in knowledge.legal_forms for word in (*one, *two))
    is_named = any(word in knowledge.given_names for word in (one[0], two[0]))
    is_site = any("." in name.strip().rstrip(".") for name in (a, b))
    return is_owner or is_named or is_site


def _house_words(name: str) -> list[str]:
    """Folded words without articles, which many houses have in common; all, if it has no others."""
    words = fold_text(name).split()
    return [word for word in words if word not in _ARTICLES] or words


def is_of_another_text(title: str, headline: str, text: str, houses: Sequence[str]) -> bool:
    """Is an English `title` that of another text than `headline`, which fits? It is if they share no word,
    the text has no word of the one and at least half of the other's, and no house is named in it.

    `text`: without the two. A title that only plays with words is mostly the one that readers see, and fits
    no worse than the text's own headline.
    """
    odd, fitting = (list(dict.fromkeys(content_stems(each))) for each in (title, headline))
    if min(len(odd), len(fitting)) < _LEAST_TITLE_STEMS or set(odd) & set(fitting):
        return False
    if set(odd) & {word for house in houses for word in content_stems(house)}:
        return False
    told = set(content_stems(text))
    if len(told) < _LEAST_TEXT_STEMS or not title.isascii():
        return False
    return not set(odd) & told and len(set(fitting) & told) >= _LEAST_SHARED * len(fitting)


def are_one_title(a: str, b: str, knowledge: Knowledge) -> bool:
    """May both be the headline of one text? Only figures tell: where both headlines have most words in
    common and every figure of one is missing in the other, they do not."""
    one, two = fold_text(a), fold_text(b)
    if not one or not two or one in two or two in one:
        return True
    figures = [{number.value for number in find_numbers(title, knowledge)} for title in (a, b)]
    if not all(figures) or figures[0] & figures[1]:
        return True
    stems = [content_stems(title, knowledge) for title in (a, b)]
    return min(map(len, stems)) < 3 or overlap(*stems) < _LEAST_SHARED


def _words(name: str) -> list[str]:
    return fold_text(name).split()


def _are_alike(a: str, b: str) -> bool:
    if min(len(a), len(b)) <= _INITIAL:
        return False
    return a == b or fuzz.ratio(a, b) >= _ALIKE


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Are the letters of `short` the first letters of `words`, or of most of them in their order?"""
    initials = "".join(word[0] for word in words)
    return len(short) >= 2 and (short in initials or initials in short)
