"""Marks beside equal words that differ: money, share and minus signs belong to the figure they stand at."""

from collections.abc import Iterator

from provenance.model.reuse import ANOTHER_SPELLING, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides
from provenance.reuse.edits.whole_values import judge_value
from provenance.reuse.edits.wording import Language

_VALUE_MARKS = frozenset("$£€¥₹₺₽₦%٪\u2212-")


def judge_marks(sides: Sides, edit: Edit, language: Language) -> Iterator[Edit]:
    """A difference of marks or letters of equal words: typography, unless it makes another value."""
    text, other = sides.text, sides.other_text
    a, a_end, b, b_end = edit[:4]
    one, two = text[a:a_end], other[b:b_end]
    is_inner = _is_between_figures(text, a, a_end) or _is_between_figures(other, b, b_end)
    if is_inner:
        yield judge_value(sides, (a - 1, a_end + 1, b - 1, b_end + 1), language.wording)
    elif _VALUE_MARKS.intersection(one + two) and (
        _is_at_figure(text, a, a_end) or _is_at_figure(other, b, b_end)
    ):
        yield _judge_sign(sides, edit, language)
    else:
        letters = ["".join(filter(str.isalnum, part.casefold())) for part in (one, two)]
        yield edit if letters[0] == letters[1] else edit._replace(judgement=ANOTHER_SPELLING)


def _is_between_figures(text: str, start: int, end: int) -> bool:
    return 0 < start <= end < len(text) and text[start - 1].isdigit() and text[end].isdigit()


def _is_at_figure(text: str, start: int, end: int) -> bool:
    """Does a figure stand right before or after?"""
    return text[max(0, start - 1) : start].isdigit() or text[end : end + 1].isdigit()


def _judge_sign(sides: Sides, edit: Edit, language: Language) -> Edit:
    """A sign that stands with a figure: another currency or share is another value, a dash is none."""
    a, a_end, b, b_end = edit[:4]
    text, other = sides.text, sides.other_text
    signs = [
        {c for c in part if c in _VALUE_MARKS and c not in "-\u2212"}
        for part in (text[a:a_end], other[b:b_end])
    ]
    if signs[0] != signs[1]:
        return judge_value(sides, (a, a_end, b, b_end), language.wording)
    if _is_minus(text, a, a_end) != _is_minus(other, b, b_end):
        return Edit(*_figure(text, a), *_figure(other, b), ChangeKind.NUMBER)
    return edit


def _is_minus(text: str, start: int, end: int) -> bool:
    """Is it a sign right before a figure, which is neither a dash between figures nor one of a list?"""
    before = text[max(0, start - 2) : start]
    is_set_off = before[-1:] in (" ", "(", "\u00a0") and not before[:1].isdigit()
    return text[start:end] in ("-", "\u2212") and is_set_off and text[end : end + 1].isdigit()


def _figure(text: str, start: int) -> tuple[int, int]:
    """The number that begins at `start` or behind the white space there, with its sign."""
    while start < len(text) and text[start].isspace():
        start += 1
    end = start + 1
    while end < len(text) and (
        text[end].isdigit() or (text[end] in ".," and text[end + 1 : end + 2].isdigit())
    ):
        end += 1
    return start, end
