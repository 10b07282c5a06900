"""A text in which each number and each date is one sign, so that grammar can be told in short patterns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import evolve, frozen

from provenance.conflicts.pile import Pile
from provenance.model.claims import Hedge
from provenance.model.spans import Span
from provenance.text.dates import DateExpression
from provenance.text.numbers import NumberExpression

_FIGURES, _DATES, _MOST = 0xF0000, 0x100000, 60_000
"""Two planes for private use: the sign of the first number, that of the first date, and how many of each."""
N = f"[{chr(_FIGURES)}-{chr(_FIGURES + _MOST)}]"
"""A number, as it stands in a pattern; with its currency sign, multiplier and percent sign, without hedge."""
D = f"[{chr(_DATES)}-{chr(_DATES + _MOST)}]"
"""A date, as it stands in a pattern; without its preposition."""
_TO = " to "
_PERCENT = ("percent", "per cent", "%")
_LONGEST_SENTENCE = 1_200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_MOST_IN_SENTENCE = 30
"""Numbers of a sentence from which it is a table."""


@frozen(eq=False)
class Masked:
    """`text`: with signs. `sentences`: ranges in it. `figures`, `dates`: with offsets in the source."""

    source_id: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    figures: tuple[NumberExpression, ...]
    dates: tuple[DateExpression, ...]
    pieces: tuple[tuple[int, int, int], ...]

    def figure(self, sign: str) -> NumberExpression:
        """The number of a sign."""
        return self.figures[ord(sign) - _FIGURES]

    def date(self, sign: str) -> DateExpression:
        """The date of a sign."""
        return self.dates[ord(sign) - _DATES]

    def is_figure(self, sign: str) -> bool:
        """Does the sign stand for a number?"""
        return _FIGURES <= ord(sign) < _FIGURES + len(self.figures)

    def is_date(self, sign: str) -> bool:
        """Does the sign stand for a date?"""
        return _DATES <= ord(sign) < _DATES + len(self.dates)

    def span(self, start: int, end: int) -> Span:
        """Where [start, end) of the masked text stands in the source; not empty if that is not."""
        return Span(
            self.source_id, self.offset(start), self.offset(end - 1, is_end=True) if end > start else 0
        )

    def offset(self, at: int, is_end: bool = False) -> int:
        """Offset in the source of a place in the masked text; with `is_end`, behind what stands there."""
        index = bisect_right(self.pieces, at, key=_masked_start) - 1
        start, begin, length = self.pieces[index]
        if length:  # a sign
            return begin + length if is_end else begin
        return begin + at - start + is_end

    def place(self, offset: int) -> int:
        """The place in the masked text at or behind an offset in the source."""
        index = bisect_right(self.pieces, offset, key=_begin) - 1
        if index < 0:
            return 0
        start, begin, length = self.pieces[index]
        return start + (min(1, offset - begin) if length else offset - begin)

    def at(self, sign: str) -> int:
        """Where the sign of a number or date stands in the masked text."""
        found = self.figure(sign) if self.is_figure(sign) else self.date(sign)
        return self.place(found.start)

    def sentence_at(self, at: int) -> int:
        """Index of the sentence at a place in the masked text."""
        return max(0, bisect_right(self.sentences, at, key=_first) - 1)

    def sentence(self, index: int) -> str:
        """The masked sentence of that index; "" where there is none."""
        if not 0 <= index < len(self.sentences):
            return ""
        start, end = self.sentences[index]
        return self.text[start:end]


def mask(pile: Pile, source_id: str) -> Masked:
    """The masked text of a source; made once."""
    found = pile.texts.masked.get(source_id)
    if found is None:
        found = pile.texts.masked[source_id] = _mask(pile, source_id)
    assert isinstance(found, Masked)
    return found


def masked_texts(pile: Pile) -> Iterator[Masked]:
    """All texts of the pile that are in the language of the rules, masked, in order."""
    for source_id in pile.sources:
        if pile.texts.is_english(source_id):
            yield mask(pile, source_id)


def _mask(pile: Pile, source_id: str) -> Masked:
    text = pile.text(source_id)
    dates = tuple(pile.texts.dates(source_id)[:_MOST])
    figures = tuple(_numbers(pile, source_id, dates))[:_MOST]
    signs = [(f.start, f.end, chr(_FIGURES + i)) for i, f in enumerate(figures)]
    signs += [(d.start, d.end, chr(_DATES + i)) for i, d in enumerate(dates)]
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = length = 0
    for start, end, sign in sorted(signs):
        if start < at:
            continue
        if start > at:
            pieces.append((length, at, 0))
            parts.append(_plain(text[at:start]))
            length += start - at
        pieces.append((length, start, end - start))
        parts.append(sign)
        length, at = length + 1, end
    pieces.append((length, at, 0))
    parts.append(_plain(text[at:]))
    masked = Masked(source_id, "".join(parts), (), figures, dates, tuple(pieces))
    ranges = [(masked.place(start), masked.place(end)) for start, end in pile.sentences(source_id)]
    return evolve(masked, sentences=tuple(ranges))


def _numbers(pile: Pile, source_id: str, dates: tuple[DateExpression, ...]) -> Iterator[NumberExpression]:
    """Numbers of prose that are no parts of dates."""
    starts = [d.start for d in dates]
    for start, end in pile.sentences(source_id):
        if end - start > _LONGEST_SENTENCE:
            continue
        found = pile.numbers_at(source_id, start)
        if len(found) > _MOST_IN_SENTENCE:
            continue
        for number in found:
            first, last = number.start + start, number.end + start
            at = bisect_left(starts, last) - 1
            if at < 0 or dates[at].end <= first:
                placed = evolve(
                    number,
                    start=first,
                    end=last,
                    hedge_start=number.hedge_start + start,
                    hedge=None if number.hedge is Hedge.EXACT else number.hedge,
                )
                yield from _two_ends(pile.text(source_id), placed)


def _two_ends(text: str, number: NumberExpression) -> Iterator[NumberExpression]:
    """The number; the two of "from 80 to 88" and of "45 percent to 50 million", which are no range."""
    middle = text.find(_TO, number.start, number.end)
    if number.high is None or middle < 0:
        yield number
        return
    is_rate = text[number.start : middle].endswith(_PERCENT) and not text[: number.end].endswith(_PERCENT)
    if text[max(0, number.start - 5) : number.start].lower() != "from " and not is_rate:
        yield number
        return
    last = middle + len(_TO)
    yield evolve(number, end=middle, value=number.value, low=None, high=None)
    unit = None if is_rate else number.unit
    yield evolve(number, start=last, hedge_start=last, value=number.high, low=None, high=None, unit=unit)


def _plain(text: str) -> str:
    """`text` without signs of its own and with plain blanks; as long as before."""
    if text.isascii():
        return text.replace("\n", " ")
    return "".join(_one(c) for c in text)


def _one(character: str) -> str:
    if ord(character) >= _FIGURES:
        return "\ufffd"
    return " " if character in "\n\u00a0\u202f\u2009" else "'" if character == "\u2019" else character


def _masked_start(piece: tuple[int, int, int]) -> int:
    return piece[0]


def _begin(piece: tuple[int, int, int]) -> int:
    return piece[1]


def _first(place: tuple[int, int]) -> int:
    return place[0]
