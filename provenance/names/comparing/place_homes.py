"""Where a place lies, as its name says it: Paris, Texas; Paris (Texas); Austin TX; Lagos, Nigeria."""

import re
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_tables import body_tables
from provenance.names.sounds.romanise import RomanWord, fold_texts, romanise

_COMMA = re.compile("[,\u060c]")
_BRACKET = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]\s*")
_SLASH = re.compile(r"\s+/\s*|/\s+")
_SEVERAL = re.compile(r"[(\[/]")
_SAID_OF_PARTS = frozenset("the of state province county region".split())
_MOST_PARTS = 3
_CODE = 3
"""Letters up to which a part of a name is an abbreviation, which is written in capitals or with a dot."""


@frozen
class Home:
    """`codes`: ISO codes of the state, or part of one, in which the place lies; several where the words may
    mean any of them. `text`: the words, as they stand.
    """

    codes: frozenset[str] = frozenset()
    text: str = ""


NO_HOME = Home()


def split_home(name: str, knowledge: Knowledge) -> tuple[str, Home]:
    """The place's own name, and where it says that it lies; nowhere if no words for that are known."""
    bracket = _BRACKET.fullmatch(name)
    if bracket:
        codes = codes_of(bracket[2], knowledge)
        is_split = codes and not codes_of(bracket[1], knowledge)
        return (bracket[1].strip(), Home(codes, bracket[2].strip())) if is_split else (name, NO_HOME)
    own, *parts = [part.strip() for part in _COMMA.split(name)]
    if own and 1 <= len(parts) < _MOST_PARTS:
        found = [codes_of(part, knowledge) for part in parts]
        codes = found[0]
        for wider in found[1:]:
            codes = frozenset(code for code in codes if are_one_home(frozenset((code,)), wider))
        return (own, Home(codes, ", ".join(parts))) if codes else (name, NO_HOME)
    own, _, last = name.strip().rpartition(" ")
    if own and last.isupper() and last.isalpha() and last.isascii() and len(last) == 2:
        codes = frozenset(_regions(knowledge).get(last.lower(), "").split())
        return (own, Home(codes, last)) if codes else (name, NO_HOME)
    return name, NO_HOME


def place_alternatives(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The name, and what a bracket at its end or a slash gives as another one; never empty.

    A comma divides no names of places, and where a place lies is no other name of it.
    """
    whole = " ".join(name.split()) or name
    if split_home(whole, knowledge)[1].codes or not _SEVERAL.search(whole):
        return (whole,)
    bracket = _BRACKET.fullmatch(whole)
    parts = [part.strip() for part in (bracket.groups() if bracket else _SLASH.split(whole))]
    return tuple([part for part in parts if len(part) > 1][:_MOST_PARTS]) or (whole,)


def are_one_home(a: frozenset[str], b: frozenset[str]) -> bool:
    """Is a state or part in one that is, holds or lies in one of the other's? US and US-TX are."""
    return any(x == y or x.startswith(f"{y}-") or y.startswith(f"{x}-") for x in a for y in b)


def codes_of(part: str, knowledge: Knowledge) -> frozenset[str]:
    """ISO codes of what the words name, a state or a part of one; none if it is neither."""
    words = [word for word in romanise(part) if word.text.lower() not in _SAID_OF_PARTS]
    if not words or not words[0].text[:1].isupper():
        return frozenset()
    texts = [word.text.lower() for word in words]
    joined = "".join(texts) if _are_letters(words) else " ".join(texts)
    found = set()
    if len(joined) > _CODE or _is_short_form(part):
        found.update(_regions(knowledge).get(joined, "").split())
    nations = body_tables(knowledge).nations
    states = nations.find(texts) or nations.find([joined])
    if (states and set(range(len(texts))) <= states.keys()) or nations.values.get(joined):
        found.update(code for codes in {*states.values()} for code in codes.split("/"))
    wider = {code.partition("-")[0] for code in found if "-" in code}
    return frozenset(found - wider)  # England is a part, though lists have it as a name of the state


def _are_letters(words: list[RomanWord]) -> bool:
    return all(len(word.text) == 1 for word in words)


def _is_short_form(part: str) -> bool:
    """TX, D.C., Tex."""
    return part.endswith(".") or part.replace(".", "").isupper()


@lru_cache(maxsize=16)
def _regions(knowledge: Knowledge) -> dict[str, str]:
    folded = fold_texts(knowledge.regions)
    return {folded[name]: codes for name, codes in knowledge.regions.items()}
