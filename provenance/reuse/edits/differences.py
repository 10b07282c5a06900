"""Where the words and marks of a piece differ, as ranges, before anything is said of their kind."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from attrs import frozen

from provenance.model.reuse import ChangeKind
from provenance.reuse.edits.clauses import break_weight
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece

Range = tuple[int, int]
SLIDE_WORDS = 12
"""Words by which a dropped stretch is moved at most to where a sentence or clause begins."""


class Edit(NamedTuple):
    """a's [a, a_end) reads b's [b, b_end); offsets in the texts."""

    a: int
    a_end: int
    b: int
    b_end: int
    kind: ChangeKind
    judgement: str = ""


class Unit(NamedTuple):
    """Word rows [i, i_end) of a that read [j, j_end) of b, counted from the first row of the piece."""

    i: int
    i_end: int
    j: int
    j_end: int


@frozen(eq=False)
class Sides:
    """Both sides of a piece: texts, offsets of the words and their numbers, a's and b's.

    Offsets are views of the table: a look-up takes half of one in it. `row`, `other_row`: first rows in the
    corpus.
    """

    corpus: Corpus
    row: int
    other_row: int
    text: str
    other_text: str
    starts: Sequence[int]
    ends: Sequence[int]
    other_starts: Sequence[int]
    other_ends: Sequence[int]
    words: Sequence[int]
    other_words: Sequence[int]

    def place(self, unit: Unit) -> tuple[int, int, int, int]:
        """Offsets of these words; where there are none, the empty range behind the word before and the marks
        that both texts have there."""
        i, i_end, j, j_end = unit
        if i < i_end and j < j_end:
            return self.starts[i], self.ends[i_end - 1], self.other_starts[j], self.other_ends[j_end - 1]
        if i < i_end:
            place = self._gap(i, j, self.other_text, self.other_ends, self.other_starts)
            return self.starts[i], self.ends[i_end - 1], place, place
        place = self._gap(i, j, self.text, self.ends, self.starts)
        if j < j_end:
            return place, place, self.other_starts[j], self.other_ends[j_end - 1]
        return place, place, self.other_starts[j], self.other_starts[j]

    def _gap(self, i: int, j: int, text: str, ends: Sequence[int], starts: Sequence[int]) -> int:
        """Where the words stand that `text` lacks before row i of a, row j of b."""
        row = i if text is self.text and ends is self.ends else j
        if row == 0:
            return starts[0]
        place = ends[row - 1]
        if i == 0 or j == 0 or row == len(starts):
            return place
        one = self.text[self.ends[i - 1] : self.starts[i]]
        other = self.other_text[self.other_ends[j - 1] : self.other_starts[j]]
        if one != " " and one[:1] == other[:1]:
            common = 0
            while common < min(len(one), len(other)) and one[common] == other[common]:
                common += 1
            place += len(one[:common].rstrip())
        return place


def make_sides(corpus: Corpus, piece: Piece) -> Sides:
    """The two sides of a piece."""
    a, b = slice(piece.a, piece.a_end), slice(piece.b, piece.b_end)
    return Sides(
        corpus,
        piece.a,
        piece.b,
        corpus.texts[int(corpus.document[piece.a])],
        corpus.texts[int(corpus.document[piece.b])],
        corpus.starts[a].data,
        corpus.ends[a].data,
        corpus.starts[b].data,
        corpus.ends[b].data,
        corpus.words[a].data,
        corpus.words[b].data,
    )


def find_differences(sides: Sides, piece: Piece) -> tuple[list[Edit], list[list[Unit]]]:
    """(differences of marks and letters of equal words, stretches of other words): each stretch is what
    stands between two runs of equal words, as units that were aligned with each other."""
    marks: list[Edit] = []
    stretches: list[list[Unit]] = []
    first_a, first_b = sides.row, sides.other_row
    last_i = last_end = last_j = last_other_end = -1
    is_open = False
    text, other, starts, ends = sides.text, sides.other_text, sides.starts, sides.ends
    other_starts, other_ends = sides.other_starts, sides.other_ends
    for kind, a, a_end, b, b_end in _slid(sides, piece):
        i, i_end, j, j_end = a - first_a, a_end - first_a, b - first_b, b_end - first_b
        follows = last_end == i and last_other_end == j
        if follows and last_i < i < i_end and last_j < j < j_end:
            here, there = text[ends[i - 1] : starts[i]], other[other_ends[j - 1] : other_starts[j]]
            if here != there:
                marks += _marks(sides, ends[i - 1], starts[i], other_ends[j - 1], other_starts[j])
        if kind is BlockKind.EQUAL:
            one = text[starts[i] : ends[i_end - 1]]
            two = other[other_starts[j] : other_ends[j_end - 1]]
            if one != two and _flat(one) != _flat(two) and one.split() != two.split():
                _add_typography(sides, (i, i_end, j), marks)
            is_open = False
        else:
            if not (is_open and follows):
                stretches.append([])
            if kind is BlockKind.NEAR:
                stretches[-1] += [Unit(i + n, i + n + 1, j + n, j + n + 1) for n in range(i_end - i)]
            else:
                stretches[-1].append(Unit(i, i_end, j, j_end))
            is_open = True
        last_i, last_end, last_j, last_other_end = i, i_end, j, j_end
    return marks, stretches


def _flat(text: str) -> str:
    """Without line breaks, in which copies differ most often."""
    return text.replace("\n", " ")


def _slid(sides: Sides, piece: Piece) -> Sequence[Block]:
    """The blocks; words that only one side has are moved to where they are set off best among the places
    that say the same.

    "The dog barked. [The cat slept.] The..." may as well have lost "cat slept. The".
    """
    blocks: Sequence[Block] = piece.blocks
    slid: list[Block] = []
    for number in range(1, len(blocks) - 1):
        kind, i, i_end, j, j_end = piece.blocks[number]
        if kind is not BlockKind.GAP or (i < i_end) == (j < j_end):
            continue
        if not _is_between_equals(piece.blocks, number):
            continue
        before, own, after = blocks[number - 1 : number + 2]
        steps = _steps(sides, before, own, after)
        if steps:
            if not slid:
                blocks = slid = list(blocks)
            slid[number - 1] = before._replace(a_end=i + steps, b_end=j + steps)
            slid[number] = Block(kind, i + steps, i_end + steps, j + steps, j_end + steps)
            slid[number + 1] = after._replace(a=i_end + steps, b=j_end + steps)
    return blocks


def _is_between_equals(blocks: tuple[Block, ...], number: int) -> bool:
    before, own, after = blocks[number - 1 : number + 2]
    is_joined = (before.a_end, before.b_end, own.a_end, own.b_end) == (own.a, own.b, after.a, after.b)
    return is_joined and before.kind is after.kind is BlockKind.EQUAL


def _steps(sides: Sides, before: Block, own: Block, after: Block) -> int:
    """By how many words the lost ones are better said to stand further on; negative for further back."""
    is_a = own.b == own.b_end
    words, text = (sides.words, sides.text) if is_a else (sides.other_words, sides.other_text)
    starts, ends = (sides.starts, sides.ends) if is_a else (sides.other_starts, sides.other_ends)
    first, last = own.a - sides.row, own.a_end - sides.row
    if not is_a:
        first, last = own.b - sides.other_row, own.b_end - sides.other_row
    back, forth = before.a_end - before.a - 1, after.a_end - after.a - 1
    low = high = 0
    while -low < min(back, SLIDE_WORDS) and words[first + low - 1] == words[last + low - 1]:
        low -= 1
    while high < min(forth, SLIDE_WORDS) and words[first + high] == words[last + high]:
        high += 1
    if low == high:
        return 0
    return max(
        range(low, high + 1),
        key=lambda n: (break_weight(text, starts[first + n], ends[last + n - 1]), -abs(n), n),
    )


def _add_typography(sides: Sides, rows: tuple[int, int, int], marks: list[Edit]) -> None:
    """Differences of the equal words in rows [i, i_end) and those from j on, and of the marks between."""
    i, i_end, j = rows
    text, other, starts, ends = sides.text, sides.other_text, sides.starts, sides.ends
    other_starts, other_ends = sides.other_starts, sides.other_ends
    for x, y in zip(range(i, i_end), range(j, j + i_end - i), strict=True):
        if x > i and text[ends[x - 1] : starts[x]] != other[other_ends[y - 1] : other_starts[y]]:
            marks += _marks(sides, ends[x - 1], starts[x], other_ends[y - 1], other_starts[y])
        one, two = text[starts[x] : ends[x]], other[other_starts[y] : other_ends[y]]
        if one != two and look_different(one, two):
            marks.append(Edit(starts[x], ends[x], other_starts[y], other_ends[y], ChangeKind.TYPOGRAPHY))


def _marks(sides: Sides, a: int, a_end: int, b: int, b_end: int) -> Iterator[Edit]:
    """The difference of two runs of marks, without white space around it; none if only that differs."""
    a, a_end = trim(sides.text, a, a_end)
    b, b_end = trim(sides.other_text, b, b_end)
    one, two = sides.text[a:a_end], sides.other_text[b:b_end]
    if one != two and one.split() != two.split() and look_different(one, two):
        yield Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY)


_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]|\u00ad(?!\\s*\\n)"
)
"""Signs without a look of their own, and the mark of a hyphen that is not shown."""


def look_different(one: str, other: str) -> bool:
    """Do the texts differ in more than signs that are not seen, and the way in which a letter is encoded?"""
    if one.isascii() and other.isascii():
        return one != other
    plain = [" ".join(normalize("NFC", _UNSEEN.sub("", text)).split()) for text in (one, other)]
    return plain[0] != plain[1]


def trim(text: str, start: int, end: int) -> Range:
    """The range without white space at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
