"""Two texts and what they share → rows that stand side by side, and what only one of them has."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen
from rapidfuzz.distance import Indel

from provenance.model.reuse import MOVED, Alignment
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.sentences import BARE_STOPS, find_sentences
from provenance.text.shingles import hash_words
from provenance.text.tokens import Token, find_words

MOVED_WORDS = 4
"""Words in a row from which the same words at another place of a passage are told as moved."""
_MOST_PLACES = 100
"""Places of the same few words that are looked at for one that goes on alike."""
MOVED_SIGNS = 12
"""The same for signs of scripts that are written without spaces."""
_FIRST_UNSPACED = "\u0e00"
_MOST_PAIRS = 400_000_000
"""Words of a passage times words of its copy, up to which they are aligned: 20,000 on either side, 50 MB. In
a longer one with words in another order, only what stands before the first of these is set side by side."""

_ENDS = BARE_STOPS + "\u300d\u300f\uff09\u3011\u300b\u3009\uff0c\u3001\uff1b\uff1a"
_LEAST_ELSEWHERE = 20
"""Code points of what one side has more, from which it is looked for in the other passages."""
_MOST_OF = 0.8
"""Share of it that they hold."""

Range = tuple[int, int]


@frozen
class Moved:
    """The same words at two places of a passage."""

    a: Range
    b: Range


@frozen
class Row:
    """Stretches of both texts that begin side by side."""

    a: Range
    b: Range


@frozen
class Passage:
    """A shared passage, by its `number` in the order of a.

    `rows`: it, sentence by sentence; `moved`: parts of it that stand elsewhere in the passage of b.
    `is_moved`: it stands in another order among the passages of b; `number_in_b`: which one it is there.
    `before`: what only a, and only b, has before it. `elsewhere`: for each change, in their order, the
    numbers of the other passages that hold what only one side of this one has."""

    number: int
    alignment: Alignment
    rows: tuple[Row, ...]
    moved: tuple[Moved, ...]
    is_moved: bool
    number_in_b: int
    before: tuple[Range, Range]
    elsewhere: tuple[tuple[int, ...], ...] = ()


@frozen
class Comparison:
    """`passages`: in the order of a. `after`: what only a, and only b, has behind the last of them.

    `shared`: code points of a and of b that lie in passages.
    """

    passages: tuple[Passage, ...]
    after: tuple[Range, Range]
    shared: tuple[int, int]


def compare_texts(alignments: Sequence[Alignment], a: str, b: str) -> Comparison:
    """What two texts share and what only one of them has; `alignments`: from `a` to `b`.

    Every code point of either text lies in a passage, or before or after one.
    """
    ordered = sorted(alignments)
    by_b = sorted(range(len(ordered)), key=lambda number: (ordered[number].b, number))
    place_in_b = {number: place for place, number in enumerate(by_b)}
    stays = _longest_order([place_in_b[number] for number in range(len(ordered))])
    before_a = _gaps([(each.a.start, each.a.end) for each in ordered], len(a))
    gaps = _gaps([(ordered[number].b.start, ordered[number].b.end) for number in by_b], len(b))
    before_b = dict(zip([*by_b, len(ordered)], gaps, strict=True))
    passages = []
    for number, each in enumerate(ordered):
        rows, moved = arrange(each, a, b)
        around = before_a[number], before_b[number]
        place = place_in_b[number] + 1
        held = _held_elsewhere(number, ordered)
        passages.append(Passage(number + 1, each, rows, moved, number not in stays, place, around, held))
    shared = (
        _covered([(each.a.start, each.a.end) for each in ordered]),
        _covered([(each.b.start, each.b.end) for each in ordered]),
    )
    return Comparison(tuple(passages), (before_a[-1], before_b[len(ordered)]), shared)


def _held_elsewhere(number: int, ordered: Sequence[Alignment]) -> tuple[tuple[int, ...], ...]:
    """Of each change of that passage the numbers, from 1, of others that hold what only one side has."""
    return tuple(
        _holders(number, (each.a_start, each.a_end), [one.a for one in ordered])
        if not each.b_text
        else _holders(number, (each.b_start, each.b_end), [one.b for one in ordered])
        if not each.a_text
        else ()
        for each in ordered[number].changes
    )


def _holders(number: int, place: Range, spans: Sequence[Span]) -> tuple[int, ...]:
    start, end = place
    if end - start < _LEAST_ELSEWHERE:
        return ()
    held = {
        at + 1: (max(start, span.start), min(end, span.end))
        for at, span in enumerate(spans)
        if at != number and span.start < end and start < span.end
    }
    return tuple(held) if _covered(list(held.values())) >= _MOST_OF * (end - start) else ()


def arrange(alignment: Alignment, a: str, b: str) -> tuple[tuple[Row, ...], tuple[Moved, ...]]:
    """A passage as rows, and what was moved inside of it.

    A row begins where a sentence of a does, if the word that opens it stands in b too, in the same order, and
    with what was moved away or to here. A side of a row is empty where only the other text has something.
    """
    one, other, changes = alignment.a, alignment.b, alignment.changes
    words_a = _unchanged(a, (one.start, one.end), [(each.a_start, each.a_end) for each in changes])
    words_b = _unchanged(b, (other.start, other.end), [(each.b_start, each.b_end) for each in changes])
    blocks, moved = _pair(words_a, words_b)
    partner = {first + n: second + n for first, second, count in blocks for n in range(count)}
    starts = [word.start for word in words_a]
    rows: list[Row] = []
    at, at_b = one.start, other.start
    for begin, _end in find_sentences(a[one.start : one.end]):
        cut = one.start + begin
        place = bisect_left(starts, cut)
        if place not in partner or any(map(str.isalnum, a[cut : starts[place]])):
            continue
        cut_b = _over_marks(b, words_b[partner[place]].start)
        if cut >= at and cut_b >= at_b and (cut, cut_b) != (at, at_b):
            rows.append(Row((at, cut), (at_b, cut_b)))
            at, at_b = cut, cut_b
    known = [
        Moved((each.a_start, each.a_end), (each.b_start, each.b_end))
        for each in changes
        if each.judgement == MOVED and each.a_text and each.b_text
    ]
    every = sorted([*known, *moved], key=_by_place)
    rows.append(Row((at, one.end), (at_b, other.end)))
    return tuple(part for row in rows for part in _parted(row, every, a, b)), tuple(every)


def _by_place(moved: Moved) -> tuple[Range, Range]:
    return moved.a, moved.b


def _parted(row: Row, moved: Sequence[Moved], a: str, b: str) -> Iterator[Row]:
    """A row that ends, on one side only, with what was moved: this as a row of its own."""
    cut = _tail(row.a, [each.a for each in moved], a)
    cut_b = _tail(row.b, [each.b for each in moved], b)
    if cut is not None and cut_b is None:
        yield Row((row.a[0], cut), row.b)
        yield Row((cut, row.a[1]), (row.b[1], row.b[1]))
    elif cut_b is not None and cut is None:
        yield Row(row.a, (row.b[0], cut_b))
        yield Row((row.a[1], row.a[1]), (cut_b, row.b[1]))
    else:
        yield row


def _tail(row: Range, moved: Sequence[Range], text: str) -> int | None:
    """Where the last of what was moved begins, if no word stands behind it in the row, but some before it."""
    for start, end in moved:
        if row[0] < start < end <= row[1] and not any(map(str.isalnum, text[end : row[1]])):
            cut = _over_marks(text, start)
            return cut if any(map(str.isalnum, text[row[0] : cut])) else None
    return None


def _unchanged(text: str, span: Range, changed: Sequence[Range]) -> list[Token]:
    """The words of a passage that lie in none of its changes."""
    ranges = sorted(each for each in changed if each[0] < each[1])
    found, at = [], 0
    for word in _units(text[span[0] : span[1]]):
        start, end = word.start + span[0], word.end + span[0]
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        if at == len(ranges) or ranges[at][0] >= end:
            found.append(Token(start, end, word.text, word.folded))
    return found


def _units(text: str) -> Iterator[Token]:
    """Words; of scripts that are written without spaces, the signs."""
    for word in find_words(text):
        if max(word.text) < _FIRST_UNSPACED:
            yield word
            continue
        units = hash_words(word.text)
        for start, end in zip(units.starts.tolist(), units.ends.tolist(), strict=True):
            sign = word.text[start:end]
            yield Token(word.start + start, word.start + end, sign, fold_text(sign))


def _pair(a: Sequence[Token], b: Sequence[Token]) -> tuple[list[tuple[int, int, int]], tuple[Moved, ...]]:
    """(blocks of equal words in one order: place in a, place in b, how many; those that were moved)."""
    ours, theirs = [word.folded for word in a], [word.folded for word in b]
    if ours == theirs or len(a) * len(b) > _MOST_PAIRS:
        same = next((n for n, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
        return [(0, 0, min(len(a), len(b)) if same is None else same)], ()
    blocks = [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(ours, theirs)
        if code.tag == "equal" and code.src_end - code.src_start >= MOVED_WORDS
    ]
    free_a = _without(len(a), [(first, count) for first, _second, count in blocks])
    free_b = _without(len(b), [(second, count) for _first, second, count in blocks])
    moved = tuple(
        Moved(
            (a[first].start, a[first + count - 1].end),
            (b[second].start, b[second + count - 1].end),
        )
        for first, second, count in _find_moved(ours, theirs, free_a, free_b)
    )
    return blocks, moved


def _find_moved(
    a: Sequence[str], b: Sequence[str], free_a: Sequence[bool], free_b: Sequence[bool]
) -> Iterator[tuple[int, int, int]]:
    """(place in a, place in b, how many) of equal words in a row, free on both sides, by place in a."""
    free = list(free_b)
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(b) - MOVED_WORDS + 1):
        if all(free[place : place + MOVED_WORDS]):
            places.setdefault(tuple(b[place : place + MOVED_WORDS]), []).append(place)
    at = 0
    while at <= len(a) - MOVED_WORDS:
        count = 0
        for place in places.get(tuple(a[at : at + MOVED_WORDS]), ())[:_MOST_PLACES]:
            count = 0
            while at + count < len(a) and place + count < len(b) and a[at + count] == b[place + count]:
                if not (free_a[at + count] and free[place + count]):
                    break
                count += 1
            if count >= (MOVED_SIGNS if _is_sign(a[at]) else MOVED_WORDS):
                free[place : place + count] = [False] * count
                yield at, place, count
                break
            count = 0
        at += max(1, count)


def _is_sign(word: str) -> bool:
    return len(word) == 1 and word >= _FIRST_UNSPACED


def _without(size: int, blocks: Sequence[tuple[int, int]]) -> list[bool]:
    free = [True] * size
    for place, count in blocks:
        free[place : place + count] = [False] * count
    return free


def _over_marks(text: str, start: int) -> int:
    """Where the marks begin that stand right before a word, and are not of the sentence before."""
    while start > 0 and not text[start - 1].isalnum() and not text[start - 1].isspace():
        if text[start - 1] in _ENDS:
            break
        start -= 1
    return start


def _gaps(spans: Sequence[Range], length: int) -> list[Range]:
    """What lies before each of `spans`, which are in their order, and behind the last."""
    at, found = 0, []
    for start, end in spans:
        found.append((min(at, start), start))
        at = max(at, end)
    return [*found, (at, length)]


def _covered(spans: Sequence[Range]) -> int:
    at = total = 0
    for start, end in sorted(spans):
        total += max(0, end - max(at, start))
        at = max(at, end)
    return total


def _longest_order(values: Sequence[int]) -> frozenset[int]:
    """Places of the longest run of rising values, which need not be neighbours (Schensted 1961)."""
    tails: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(values):
        at = bisect_left([values[tail] for tail in tails], value)
        before.append(tails[at - 1] if at else None)
        tails[at : at + 1] = [place]
    kept: set[int] = set()
    place_back = tails[-1] if tails else None
    while place_back is not None:
        kept.add(place_back)
        place_back = before[place_back]
    return frozenset(kept)
