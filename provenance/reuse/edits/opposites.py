"""Words that cannot both hold and stand for each other in a copy: rose, fell."""

from collections.abc import Mapping

from provenance.model.reuse import OPPOSED, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides
from provenance.text.folding import fold_text

_LONGEST = 48
"""Longer stretches are other sentences, code points."""
_MOST_WORDS = 3


def judge_opposed(edits: list[Edit], sides: Sides, opposites: Mapping[str, str]) -> list[Edit]:
    """The edits, those of wording judged that put an opposed word for another."""
    for number, (a, a_end, b, b_end, kind, judgement) in enumerate(edits):
        if kind is not ChangeKind.WORDING or judgement or not (a < a_end and b < b_end):
            continue
        if max(a_end - a, b_end - b) > _LONGEST:
            continue
        one, other = sides.text[a:a_end].lower(), sides.other_text[b:b_end].lower()
        is_word = one.isalpha() and other.isalpha()
        if is_word and not (one in opposites and other in opposites):
            continue
        if are_opposed(one, other, opposites):
            edits[number] = edits[number]._replace(judgement=OPPOSED)
    return edits


def are_opposed(one: str, other: str, opposites: Mapping[str, str]) -> bool:
    """Is there one pair of words, a word of either text that the other lacks, on two sides of a theme?"""
    words, others = fold_text(one).split(), fold_text(other).split()
    if max(len(words), len(others)) > _MOST_WORDS:
        return False
    themes = [_sides_of(word, opposites) for word in words if word not in others]
    other_themes = [_sides_of(word, opposites) for word in others if word not in words]
    return any(
        theme in found and found[theme] != side
        for sides in themes
        for theme, side in sides.items()
        for found in other_themes
    )


def _sides_of(word: str, opposites: Mapping[str, str]) -> dict[str, str]:
    """Theme → side of a word."""
    return dict(each.split(" ", 1) for each in opposites.get(word, "").split("; ") if each)
