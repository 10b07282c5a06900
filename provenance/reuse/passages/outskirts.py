"""Passages with the few words beyond their outermost shared ones that one side replaced, added or left out.

A passage is found by its equal words, so it would end before "on Monday" where the copy has "on Friday", and
what was changed there would be told nowhere. Where the sentence is shared but for these words, they are its.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from operator import eq

from attrs import evolve, frozen

from provenance.reuse.passages.align import align_words
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.fringes import STOP
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.openings import Openings
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.worth import is_line

Pair = tuple[int, int]

LEAST_SHARED = 5
"""Words of the sentence that both sides have in the passage, at least."""
MOST_REPLACED = 6
"""Words that stand for each other after it, on a side at most, and no more than half of those shared."""
MOST_REPLACED_BEFORE = 4
"""The same before it, where it is said more often who told it."""
MOST_ADDED = 10
"""Words that only one side has there, at most, and no more than those shared."""
LEAST_LINE = 3
"""Words of a line beside the passage that differs from the other text's in its figures alone, at least."""
NEAREST = MOST_ADDED // 2
"""Words of two such lines next to the passage, one of which at least is the same."""
INSIDE = frozenset(", \u00a0\u060c\u3001\uff0c")
"""Marks inside of a sentence. A dash, a colon or a bracket sets off a dateline or a number, a quotation mark
who said it: these are no part of what was copied."""
_ENDED = re.compile(
    "[\"'\u201d\u2019\u00bb)\\]\u300d]{0,3}(?:[!?\u3002\uff01\uff1f\u0964\u061f\u06d4]|\\.(?!\\.))"
)
"""A mark that ends a sentence; three points break it off."""
_SET_OFF = re.compile(r"[-\u2010-\u2015:)\]] ")
"""Behind it the sentence begins: a dateline, an hour or a number stands before."""
_LINE_END = re.compile(r"[^\S\n]*\n")
_FIGURE = re.compile(r"\d")
QUOTES = frozenset('"\u201e\u201c\u201d\u00ab\u00bb\u300c\u300d\u300e\u300f')


def take_in_outskirts(
    corpus: Corpus,
    pieces: Sequence[Piece],
    openings: Openings,
    grammar: Set[str],
    others: Sequence[Piece] = (),
) -> list[Piece]:
    """The pieces in their order, each with what is left of the sentences in which it begins and ends, if that
    is little beside what both sides have of them and no other piece of these texts has it; such a piece
    begins or ends with a gap. Where it begins and ends with whole sentences, with a line beside them of which
    the figures were changed, as in a list. `grammar`: words that have a capital only where a sentence begins.
    `others`: more pieces, which keep what they have."""
    taken: dict[Pair, list[Piece]] = defaultdict(list)
    for piece in (*pieces, *others):
        taken[_texts(corpus, piece)].append(piece)
    outskirts = _Outskirts(corpus, openings, Likeness(corpus), grammar)
    return [outskirts.take_in(piece, taken[_texts(corpus, piece)]) for piece in pieces]


@frozen(eq=False)
class _Outskirts:
    """What the steps share. Rows come in pairs: one of a, one of b."""

    corpus: Corpus
    openings: Openings
    likeness: Likeness
    grammar: Set[str]

    def take_in(self, piece: Piece, around: Sequence[Piece]) -> Piece:
        """`piece` as far as its sentences reach. `around`: all pieces of its texts."""
        first, last = piece.blocks[0], max(piece.blocks, key=lambda block: block.b_end)
        if first.b != piece.b or piece.blocks[-1] is not last:
            return piece  # with moved sentences at an end there is none that both sides have
        is_one_text = self.corpus.document[piece.a] == self.corpus.document[piece.b]
        begins = self._begins(piece)
        if (
            begins
            and self._is_unbroken(begins, (piece.a, piece.b))
            and not (is_one_text and begins[1] < piece.a_end)
        ):
            if _is_free(around, (begins[0], piece.a), (begins[1], piece.b)):
                blocks = self._aligned(begins[0], piece.a, begins[1], piece.b)
                piece = _made_of(piece, [*blocks, *piece.blocks])
        ends = self._ends(piece)
        if (
            ends
            and self._is_unbroken((piece.a_end - 1, piece.b_end - 1), (ends[0] - 1, ends[1] - 1))
            and not (is_one_text and ends[0] > piece.b)
        ):
            if _is_free(around, (piece.a_end, ends[0]), (piece.b_end, ends[1])):
                blocks = self._aligned(piece.a_end, ends[0], piece.b_end, ends[1])
                piece = _made_of(piece, [*piece.blocks, *blocks])
        return piece

    def _is_unbroken(self, rows: Pair, others: Pair) -> bool:
        """Is nothing masked between these rows of either text?"""
        stretch = self.corpus.stretch
        return all(stretch[row] == stretch[other] for row, other in zip(rows, others, strict=True))

    def _begins(self, piece: Piece) -> Pair | None:
        """Where the sentences begin in which the piece begins, if it lacks little of both."""
        rows, begins, ends = (piece.a, piece.b), [], []
        if self.openings.opens(piece.a) and self.openings.opens(piece.b):
            return self._line_before(piece)
        for row in rows:
            begin = row if self.openings.opens(row) else self.openings.start(row)
            end = self.openings.end(row)
            if begin is None or end is None:
                return None
            begins.append(begin)
            ends.append(end)
        rest = rows[0] - begins[0], rows[1] - begins[1]
        shared = min(ends[0] - rows[0], ends[1] - rows[1], piece.a_end - piece.a, piece.b_end - piece.b)
        is_part = _is_little(rest, shared, MOST_REPLACED_BEFORE) and self._go_on(rows, rest, 1)
        is_whole = is_part and all(map(self._is_one_sentence, begins, rows))
        is_whole = is_whole and all(map(self._begins_one, begins))
        anew = (self._begins_anew(row) for row, words in zip(rows, rest, strict=True) if words)
        is_whole = is_whole and not any(anew)
        is_item = not is_whole and self._are_one(begins, ends) and self._are_items(begins, ends, 1)
        return (begins[0], begins[1]) if is_whole or is_item else None

    def _ends(self, piece: Piece) -> Pair | None:
        """One past where the sentences end in which the piece ends, if it lacks little of both."""
        rows, begins, ends = (piece.a_end, piece.b_end), [], []
        if self.openings.closes(piece.a_end) and self.openings.closes(piece.b_end):
            return self._line_after(piece)
        for row in rows:
            end = row if self.openings.closes(row) else self.openings.end(row)
            begin = self.openings.start(row)
            if begin is None or end is None:
                return None
            begins.append(begin)
            ends.append(end)
        rest = ends[0] - rows[0], ends[1] - rows[1]
        shared = min(rows[0] - begins[0], rows[1] - begins[1], piece.a_end - piece.a, piece.b_end - piece.b)
        is_part = _is_little(rest, shared, MOST_REPLACED) and self._go_on(rows, rest, -1)
        lasts = [(row - 1, end - 1) for row, end in zip(rows, ends, strict=True)]
        is_whole = is_part and all(self._is_one_sentence(*each) for each in lasts)
        is_whole = is_whole and self._end_both(ends, is_replaced=min(rest) > 0)
        is_item = not is_whole and self._are_one(begins, ends) and self._are_items(begins, ends, -1)
        return (ends[0], ends[1]) if is_whole or is_item else None

    def _line_before(self, piece: Piece) -> Pair | None:
        """Where the lines before the piece begin, if they differ in figures alone."""
        first = self.corpus.first
        if piece.a == first[self.corpus.document[piece.a]] or piece.b == first[self.corpus.document[piece.b]]:
            return None
        if not self._share_some(piece.a - NEAREST, piece.b - NEAREST):
            return None
        a, b = self.openings.start(piece.a), self.openings.start(piece.b)
        if a is None or b is None or not self._are_one((a, b), (piece.a, piece.b)):
            return None
        is_one = self._stand_in_one_line((piece.a, piece.b)) and self._end_both((piece.a, piece.b))
        return (a, b) if is_one or self._are_items((a, b), (piece.a, piece.b), 1) else None

    def _line_after(self, piece: Piece) -> Pair | None:
        """One past where the lines after the piece end, if they differ in figures alone."""
        first = self.corpus.first
        a, b = piece.a_end, piece.b_end
        if a == first[self.corpus.document[piece.a] + 1] or b == first[self.corpus.document[piece.b] + 1]:
            return None
        if not self._share_some(a, b):
            return None
        a_end, b_end = self.openings.end(a), self.openings.end(b)
        if a_end is None or b_end is None or not self._are_one((a, b), (a_end, b_end)):
            return None
        is_one = self._stand_in_one_line((a, b)) and self._end_both((a_end, b_end))
        return (a_end, b_end) if is_one or self._are_items((a, b), (a_end, b_end), -1) else None

    def _stand_in_one_line(self, rows: Pair) -> bool:
        """Does no line end right before the words of these rows?"""
        return not any("\n" in self._text(row, row) for row in rows)

    def _are_items(self, begins: Sequence[int], ends: Sequence[int], step: int) -> bool:
        """Are these words short lines, as in a list, and those beside them in the passage too?"""
        found = [*zip(begins, ends, strict=True)]
        if step > 0:
            following = [self.openings.end(row) if row < len(self.corpus) else None for row in ends]
            found += [(row, end) for row, end in zip(ends, following, strict=True) if end is not None]
        else:
            before = [self.openings.start(row) for row in begins]
            found += [(begin, row) for begin, row in zip(before, begins, strict=True) if begin is not None]
        return len(found) == 2 * len(begins) and all(self._is_item(*each) for each in found)

    def _is_item(self, row: int, end_row: int) -> bool:
        return end_row - row <= MOST_ADDED and is_line(self.corpus, row, end_row)

    def _share_some(self, a: int, b: int) -> bool:
        """Is one of the words from these rows on the same on both sides? Else the lines there are not."""
        words = self.corpus.words
        one, other = (words[max(0, row) : max(0, row) + NEAREST].tolist() for row in (a, b))
        return any(map(eq, one, other)) or min(a, b) < 0

    def _are_one(self, begins: Sequence[int], ends: Sequence[int]) -> bool:
        """Are these equal words, as many of them, but for some that have figures on both sides?"""
        words = self.corpus.words
        (a, b), (a_end, b_end) = begins, ends
        if a_end - a != b_end - b or not LEAST_LINE <= a_end - a <= MOST_ADDED:
            return False
        differing = [n for n in range(a_end - a) if words[a + n] != words[b + n]]
        is_figure = all(_FIGURE.search(self.corpus.word(row + n)) for n in differing for row in (a, b))
        return is_figure and 2 * len(differing) < a_end - a

    def _go_on(self, rows: Pair, rest: Pair, step: int) -> bool:
        """Does the passage go on in the rest, and is what it follows, or stands before, no quotation?"""
        gaps = [self._text(row, row) for row, words in zip(rows, rest, strict=True) if words]
        inside = INSIDE if step > 0 else INSIDE | {"("}
        if not all(map(inside.issuperset, gaps)):
            return False
        beside = [self._text(*sorted((row, row + step * LEAST_SHARED))) for row in rows]
        if step > 0 and any(map(_SET_OFF.search, beside)):
            return False
        return not any(map(QUOTES.intersection, beside))

    def _text(self, row: int, end_row: int) -> str:
        """The words of these rows and what stands before and after them."""
        document = int(self.corpus.document[row])
        first, last = int(self.corpus.first[document]), int(self.corpus.first[document + 1])
        text = self.corpus.texts[document]
        end = int(self.corpus.starts[end_row]) if end_row < last else len(text)
        return text[int(self.corpus.ends[row - 1]) if row > first else 0 : end]

    def _is_one_sentence(self, row: int, last: int) -> bool:
        """Do these words stand in one stretch of text, with no mark between them that ends sentences?"""
        text = self.corpus.texts[int(self.corpus.document[row])]
        is_one = self.corpus.stretch[row] == self.corpus.stretch[last]
        return bool(is_one) and not STOP.search(
            text, int(self.corpus.ends[row]), int(self.corpus.starts[last])
        )

    def _begins_one(self, row: int) -> bool:
        """Could a sentence begin with that word?"""
        return not self.corpus.word(row)[0].islower()

    def _begins_anew(self, row: int) -> bool:
        """Does a sentence begin with that word, whatever stands before it, as behind the hour or a count?"""
        word = self.corpus.word(row)
        return word[0].isupper() and word.lower() in self.grammar

    def _end_both(self, end_rows: Sequence[int], *, is_replaced: bool = False) -> bool:
        """Does a sentence end before both rows, or a line in which words were replaced? A text may break off
        anywhere, and what one of them lacks there it need not have left out."""
        texts = [self.corpus.texts[int(self.corpus.document[row - 1])] for row in end_rows]
        ends = [int(self.corpus.ends[row - 1]) for row in end_rows]
        if all(map(_ENDED.match, texts, ends)):
            return True
        return is_replaced and all(map(_LINE_END.match, texts, ends))

    def _aligned(self, a: int, a_end: int, b: int, b_end: int) -> list[Block]:
        blocks: list[Block] = []
        align_words(self.corpus, (a, a_end, b, b_end), self.likeness, blocks)
        return blocks


def _is_free(around: Iterable[Piece], in_a: Pair, in_b: Pair) -> bool:
    """Has none of these pieces a word in these rows of either side?"""
    return not any(
        (piece.a < in_a[1] and in_a[0] < piece.a_end) or (piece.b < in_b[1] and in_b[0] < piece.b_end)
        for piece in around
    )


def _texts(corpus: Corpus, piece: Piece) -> Pair:
    return int(corpus.document[piece.a]), int(corpus.document[piece.b])


def _is_little(rest: Pair, shared: int, most_replaced: int) -> bool:
    """Is there a rest, and is it short beside the words that both have of the sentence?"""
    if max(rest) == 0 or shared < LEAST_SHARED:
        return False
    return max(rest) <= (min(MOST_ADDED, shared) if min(rest) == 0 else min(most_replaced, shared // 2))


def _made_of(piece: Piece, blocks: list[Block]) -> Piece:
    """The piece of these blocks, in their order, with the score that it had."""
    equal, near = (
        sum(block.a_end - block.a for block in blocks if block.kind is kind)
        for kind in (BlockKind.EQUAL, BlockKind.NEAR)
    )
    first, last = blocks[0], blocks[-1]
    return evolve(
        piece,
        a=first.a,
        b=first.b,
        a_end=last.a_end,
        b_end=last.b_end,
        equal=equal,
        near=near,
        blocks=tuple(blocks),
    )
