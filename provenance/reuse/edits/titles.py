"""Titles of people inside a change: whether another one is given."""

from provenance.reuse.edits.wording import (
    LONG_WORDS,
    NAME,
    QUALIFIERS,
    ROLE,
    Context,
    Wording,
    Words,
    fold_word,
)

_TITLE_WORDS = 4
"""No title in the lists has more words."""


def is_other_role(folded: tuple[Words, ...], context: Context, wording: Wording) -> bool:
    """Do both sides give a title, and not the same? What stands before a title is part of it (deputy)."""
    if max(map(len, folded)) >= LONG_WORDS:
        return False
    own = [_titles(side, wording) for side in folded]
    if all(own):
        return own[0] != own[1]
    if any(own) and not all(folded) and context[1] and wording.classes[context[1][0]] & NAME:
        return all(word in _TITLE_PARTS or wording.classes[word] & ROLE for side in folded for word in side)
    before, after = ([fold_word(word) for word in words] for words in context)
    whole = [_titles([*before[-1:], *side, *after[:2]], wording) for side in folded]
    return 0 < len(whole[0]) == len(whole[1]) and whole[0] != whole[1]


def is_other_honorific(folded: tuple[Words, ...], context: Context, wording: Wording) -> bool:
    """Is another form of address given before a name: Mr, Dr? Those that begin alike may be one (Dr, Doctor)
    or tell the same of a person (Mr, Mrs)."""
    honorifics = wording.knowledge.honorifics
    if not all(len(side) == 1 and side[0] in honorifics for side in folded) or not context[1]:
        return False
    return folded[0][0][0] != folded[1][0][0] and bool(wording.classes[context[1][0]] & NAME)


_TITLE_PARTS = frozenset("the of and general minister".split())


def _titles(words: Words, wording: Wording) -> list[str]:
    """The canonical titles among `words` in their order, with the words that qualify them."""
    found: list[str] = []
    qualifier, at = "", 0
    while at < len(words):
        length = 0
        if wording.beginnings.get(words[at], 0) & ROLE:
            lengths = range(min(_TITLE_WORDS, len(words) - at), 0, -1)
            length = next((n for n in lengths if " ".join(words[at : at + n]) in wording.roles), 0)
        is_qualifier = length < 2 and words[at] in QUALIFIERS
        if length and not is_qualifier:
            found.append(qualifier + wording.roles[" ".join(words[at : at + length])])
        qualifier = f"{words[at]} " if is_qualifier else ""
        at += max(length, 1)
    return found


def is_titled_name(words: Words, wording: Wording) -> bool:
    """Is there a name beside the title's words?"""
    return any(
        wording.classes[word] & NAME
        and not wording.classes[word] & ROLE
        and fold_word(word) not in _TITLE_PARTS
        for word in words
    )
