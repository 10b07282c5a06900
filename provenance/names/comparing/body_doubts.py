"""What leaves a doubt whatever else agrees of two bodies: for people to judge, never one by themselves."""

from collections.abc import Sequence

from provenance.names.comparing.body_spellings import are_body_spellings, told_origins
from provenance.names.comparing.organization_name import OrganizationName
from provenance.names.comparing.reasons import printed
from provenance.names.comparing.words import NameWord, WordPair

DOUBT = 0.0
"""Sum of signs under which a doubt brings two names: neither same nor different."""
_SAYS_SOMETHING = 0.2
_OTHERS_EQUAL = 2
"""Words of their own that are equal beside an unlike one, so that it is sooner a slip of the pen."""
_SLIP = 0.9
_TWO_SCHOOLS = frozenset("york miami washington".split())
"""Places of which the university and the University of it are two."""
_OF_LIMITED = {
    "gmbh": "gmbh",
    "ltd": "ltd",
    "limited": "ltd",
    "inc": "inc",
    "incorporated": "inc",
    "llc": "ltd",
    "plc": "plc",
    "ag": "ag",
    "aktiengesellschaft": "ag",
    "kg": "kg",
    "bv": "bv",
    "b v": "bv",
    "nv": "nv",
    "n v": "nv",
    "sarl": "sarl",
    "srl": "srl",
    "spa": "spa",
    "s p a": "spa",
    "ab": "ab",
    "oy": "oy",
    "oyj": "oyj",
    "kk": "kk",
}
"""Legal forms of one law, by the letters they are known by; what is commonly put for others is not here."""
_HOLDERS = {"group": "group", "holding": "holding", "holdings": "holding"}
_ENOUGH = 1.4
"""Rarity of equal words of their own from which a word more may be left out of a long name."""

_NEARLY_ENOUGH = 0.9
"""The same for whom it is named after."""
_AFTER = frozenset("after imeni im".split())
_OF_SEVERAL = {"companie": frozenset(("group",)), "venture": frozenset(("joint",))}
"""Words that say nothing beside one of the others: group of companies, joint venture."""

Weighed = tuple[NameWord, float]


def doubt_of_words(
    a: OrganizationName,
    b: OrganizationName,
    pairs: Sequence[WordPair],
    left_a: Sequence[Weighed],
    left_b: Sequence[Weighed],
    agreed: float,
) -> str:
    """The first that there is; "" if there is none. `left_a`, `left_b`: words without a counterpart;
    `agreed`: rarity of those of their own that have one.
    """
    return (
        _of_brackets(a, b)
        or doubt_of_holder(a, b)
        or _of_spelling(a, b, pairs)
        or _of_left(_telling(a, left_a, agreed), _telling(b, left_b, agreed), agreed)
        or _of_forms(a, b)
        or _of_shared_names(a, b)
        or _of_two_schools(a, b)
    )


def doubt_of_letters(a: OrganizationName, b: OrganizationName) -> str:
    """Of two acronyms: PFLP, PFLP (General Command)."""
    return _of_brackets(a, b) or _of_forms(a, b)


def _of_brackets(a: OrganizationName, b: OrganizationName) -> str:
    if a.which == b.which or _is_named_by(a.which, b) or _is_named_by(b.which, a):
        return ""
    if a.which and b.which:
        return f"the brackets say which, and differ: {a.which} / {b.which}"
    return f"only one says which, in brackets: {a.which or b.which}"


def _is_named_by(which: str, other: OrganizationName) -> bool:
    """Does the other name the state, town or part of a state of the bracket without one?"""
    if which[:1] == "=":
        named = {code for codes in other.countries for code in codes.split("/")}
        return not named.isdisjoint(which[1:].split("/"))
    return which[:1] == "@" and set(which[1:].split()) <= set(other.words)


def other_places(a: OrganizationName, b: OrganizationName) -> str:
    """Two brackets that name two states, two parts of states or two towns; "" if they do not."""
    kind = a.which[:1]
    if kind != b.which[:1] or kind not in ("=", "~", "@") or a.which == b.which:
        return ""
    if not set(a.which[1:].split("/")).isdisjoint(b.which[1:].split("/")):
        return ""
    return f"the brackets name two places: {a.which[1:]} / {b.which[1:]}"


def doubt_of_holder(a: OrganizationName, b: OrganizationName) -> str:
    """A group and a holding of one name may be two firms of one owner."""
    first, second = ({_HOLDERS[word] for word in name.words if word in _HOLDERS} for name in (a, b))
    if not first or not second or first & second:
        return ""
    return f"what holds the others differs: {' '.join(sorted(first))} / {' '.join(sorted(second))}"


def _of_spelling(a: OrganizationName, b: OrganizationName, pairs: Sequence[WordPair]) -> str:
    """Words that are other words in Latin letters on both sides, though they sound alike."""
    if not (a.is_latin and b.is_latin):
        return ""
    unlike = [pair for pair in pairs if pair.similarity < 1]
    if not unlike:
        return ""
    equal = len(pairs) - len(unlike)
    is_eastern, is_slavic = told_origins(a, b, pairs)
    for pair in unlike:
        first, second = ("".join([word.folded for word in words]) for words in (pair.a, pair.b))
        if are_body_spellings(first, second, is_eastern, is_slavic):
            continue
        has_digit = any([letter.isdigit() for letter in first + second])
        if equal < _OTHERS_EQUAL or pair.similarity < _SLIP or has_digit:
            return f"other words, though they sound alike: {printed(pair.a)} / {printed(pair.b)}"
    return ""


def _telling(name: OrganizationName, left: Sequence[Weighed], agreed: float) -> list[Weighed]:
    """Without what may be left out of a long name: whom it is named after, words that say the legal form."""
    patron = _patron(name) if agreed >= _NEARLY_ENOUGH else frozenset()
    return [
        (word, rarity)
        for word, rarity in left
        if rarity > _SAYS_SOMETHING
        and word.folded not in patron
        and not (word.folded in _OF_SEVERAL and not _OF_SEVERAL[word.folded].isdisjoint(name.words))
    ]


def _patron(name: OrganizationName) -> frozenset[str]:
    """Words behind "named after"."""
    for place in range(1, len(name.words)):
        if name.words[place] in _AFTER and (name.words[place] != "after" or name.words[place - 1] == "named"):
            inside = zip(name.content, name.content_places, strict=True)
            return frozenset(word.folded for word, at in inside if at > place)
    return frozenset()


def _of_left(left_a: Sequence[Weighed], left_b: Sequence[Weighed], agreed: float) -> str:
    first, second = ([word for word, _ in left] for left in (left_a, left_b))
    if first and second:
        return f"each has words that the other lacks: {printed(first)} / {printed(second)}"
    if (first or second) and agreed < _ENOUGH:
        return f"one has words that the other lacks: {printed(first or second)}"
    return ""


def _of_forms(a: OrganizationName, b: OrganizationName) -> str:
    first, second = (
        frozenset(_OF_LIMITED[form] for form in name.forms if form in _OF_LIMITED) for name in (a, b)
    )
    if not first or not second or first & second:
        return ""
    return f"legal form differs: {' '.join(sorted(first))} / {' '.join(sorted(second))}"


def _of_shared_names(a: OrganizationName, b: OrganizationName) -> str:
    """Dominican: of Dominica, or of the Dominican Republic."""
    if not a.countries or not b.countries or a.countries == b.countries:
        return ""
    for code in sorted(a.countries ^ b.countries):
        if "/" in code:
            return f"two states share a word of the names: {code}"
    return ""


def _of_two_schools(a: OrganizationName, b: OrganizationName) -> str:
    """University of York in England, York University in Canada."""
    first, second = (_school(name) for name in (a, b))
    if first and second and first[0] == second[0] and first[1] != second[1]:
        return f"two universities have {first[0].capitalize()} in their names"
    return ""


def _school(name: OrganizationName) -> tuple[str, bool] | None:
    """The place, and whether "of" stands before it."""
    words = [word for word in name.words if word != "the"]
    if len(words) == 2 and words[1] == "university" and words[0] in _TWO_SCHOOLS:
        return words[0], False
    if words[:2] == ["university", "of"] and len(words) == 3 and words[2] in _TWO_SCHOOLS:
        return words[2], True
    return None
