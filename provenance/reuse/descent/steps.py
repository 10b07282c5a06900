"""What a changed reading tells of who copied whom: little for letters, most for what no second hand finds."""

from collections.abc import Sequence
from functools import lru_cache

from provenance.model.reuse import MISSPELLING, MOVED, Change, ChangeKind
from provenance.text.folding import fold_text

SMALL_WEIGHT = 0.4
"""Of small words, and of a changed letter or two in a word: made and mended by many hands. Another wording
has 1; all weights in such words."""
SLIP_WEIGHT = 0.8
"""Of a changed letter or two in a longer word: mended by many hands, but seldom made twice in one place."""
NAME_WEIGHT = 1.5
"""Of the same in a name, which a copyist cannot mend."""
FIGURE_WEIGHT = 3.0
"""Of a figure in which a digit was changed or two were exchanged: two hands do not change it alike."""
PHRASE_WEIGHT = 1.5
"""Of several words put for several others: two hands do not find the same ones."""
SENTENCE_WEIGHT = 1.3
"""Of a sentence that one has and the other has not, beside what it counts as words in common."""
JOINT = 2
"""Code points between a moved piece and words that go on from it: a comma with a blank."""
LEAST_SLIP_LETTERS = 4
SMALL_WORDS = frozenset("a an the of to in on at by and or for that which who is was".split())
"""Words that house styles add and drop."""
MOST_CHARACTERS = 400
"""Longer readings are compared by their beginnings, code points."""
LEAST_PHRASE = 5
"""Different words of the two that make such a phrase."""
LEAST_SENTENCE = 7
"""Words of a reading that is as long as a sentence."""


def is_reading(change: Change) -> bool:
    """Does it tell anything of copying: no other marks, and no mere move, but misspellings?"""
    return change.kind is not ChangeKind.TYPOGRAPHY or change.judgement == MISSPELLING


def read_changes(changes: Sequence[Change]) -> list[Change]:
    """Those that are readings, without what was changed inside of moved pieces, or goes on from their last
    words, for it stands elsewhere."""
    moved = [each for each in changes if each.judgement == MOVED]
    return [
        each
        for each in changes
        if is_reading(each) and not any(m.a_start <= each.a_start <= m.a_end + JOINT for m in moved)
    ]


def weigh_change(change: Change) -> float:
    """How much a change tells of who copied whom."""
    return weigh_readings(change.a_text, change.b_text) if is_reading(change) else 0.0


@lru_cache(maxsize=1 << 12)
def weigh_readings(one: str, other: str) -> float:
    """The same of two readings of one place, 0 where only marks differ."""
    a, b = (fold_text(each[:MOST_CHARACTERS]).split() for each in (one, other))
    if a == b:
        return 0.0
    if min(len(a), len(b)) <= 1 and max(len(a), len(b)) >= LEAST_SENTENCE:
        return SENTENCE_WEIGHT
    differing = {*a} ^ {*b}
    if differing and differing <= SMALL_WORDS:
        return SMALL_WEIGHT
    if len(a) == len(b) and _is_changed_figure(a, b):
        return FIGURE_WEIGHT
    if len(a) == len(b) and all(is_slip(x, y) for x, y in zip(a, b, strict=True) if x != y):
        return NAME_WEIGHT if _are_names(one, other) else SLIP_WEIGHT
    is_phrase = min(len(a), len(b)) > 1 and len(differing) >= LEAST_PHRASE
    return PHRASE_WEIGHT if is_phrase else 1.0


def is_slip(one: str, other: str) -> bool:
    """Two readings of one word: at most two neighbouring letters added, dropped, replaced or exchanged."""
    least = min(len(one), len(other))
    if least < LEAST_SLIP_LETTERS or one == other:
        return False
    head = next((i for i in range(least) if one[i] != other[i]), least)
    tail = next((i for i in range(least - head) if one[-1 - i] != other[-1 - i]), least - head)
    return max(len(one), len(other)) - head - tail <= 2


def _is_changed_figure(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same words with one figure, in which digits were exchanged, or one changed and none rounded."""
    if [each for each in a if not each.isdigit()] != [each for each in b if not each.isdigit()]:
        return False
    one, other = ("".join(filter(str.isdigit, each)) for each in (a, b))
    if not one or len(one) != len(other):
        return False
    if sorted(one) == sorted(other):
        return True
    return one[0] == other[0] and not one.endswith("0") and not other.endswith("0")


def _are_names(one: str, other: str) -> bool:
    """Is the one word that differs capitalised in both?"""
    words = zip(one.split(), other.split(), strict=False)
    return all(x[:1].isupper() and y[:1].isupper() for x, y in words if fold_text(x) != fold_text(y))
