"""Amounts that are the same in other words."""

from provenance.reuse.edits.wording import DIGITS, NUMBER, SCALE, Wording, Words
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers

_FIGURED = DIGITS | NUMBER | SCALE


def amount_to_the_same(texts: tuple[str, str], folded: tuple[Words, ...], wording: Wording) -> bool:
    """Do both sides state one value in different words: "14" and "fourteen", "at least 600" and "no fewer
    than 600", "12 per cent" and "12 percent"?"""
    if all(word.isdecimal() for side in folded for word in side):
        return False  # a group of figures that is left out of a number is no other word for it
    return all(map(_has_amount, folded, [wording] * 2)) and _amounts(texts[0], wording) == _amounts(
        texts[1], wording
    )


def _has_amount(words: Words, wording: Wording) -> bool:
    """Is there a number, or is all of it a hedge?"""
    return any(wording.classes[w] & _FIGURED for w in words) or " ".join(words) in wording.hedges


def _amounts(text: str, wording: Wording) -> list[object]:
    """What `text` says, whichever way it writes numbers, hedges and percentages."""
    said: list[object] = []
    begin = 0
    for number in find_numbers(text, wording.knowledge):
        said += _said(text[begin : number.hedge_start], wording)
        said.append((number.value, number.low, number.high, number.hedge, number.unit))
        begin = number.end
    return [*said, *_said(text[begin:], wording)]


def _said(text: str, wording: Wording) -> list[str]:
    words = fold_text(text).replace("per cent", "percent")
    return [wording.hedges.get(words, words)] if words else []
