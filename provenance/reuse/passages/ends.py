"""Where a passage begins and ends in its text: at its outermost words, with the marks that belong to them."""

from provenance.model.spans import Span
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.text.lengths import DENSE_LETTERS, weigh_characters

OPENERS = "\"'\u201c\u2018\u201e\u201a\u00ab\u2039([{\u00bf\u00a1\u3008\u300a\u300c\u300e\u3010\uff08"
"""Marks that belong to the word after them."""
CLOSERS = (
    ".!?\u2026\"'\u201d\u2019\u201c\u00bb\u203a)]}\u3009\u300b\u300d\u300f\u3011\uff09"
    "\u3002\uff01\uff1f\uff0e\uff61\u061f\u06d4\u0589\u05c3\u0964\u0965\u0f0d\u104a\u104b\u1362\u1367\u17d4"
)
"""Marks that belong to the word before them: they end a sentence, a quotation or a bracket, in any script."""
MOST_MARKS = 4
"""Marks in a row that are taken along, at most."""


def passage_ends(corpus: Corpus, piece: Piece) -> tuple[Span, Span]:
    """The spans of both sides, a's first. Within one text they do not overlap."""
    a = _span(corpus, piece.a, piece.a_end, with_marks=True)
    b = _span(corpus, piece.b, piece.b_end, with_marks=True)
    if a.overlap(b):
        a = _span(corpus, piece.a, piece.a_end, with_marks=False)
        b = _span(corpus, piece.b, piece.b_end, with_marks=False)
    return a, b


def has_length(corpus: Corpus, piece: Piece, characters: int) -> bool:
    """Have both sides that many code points, the marks at their ends included? A sign that stands for a
    syllable or a word (Han, kana, Hangul) counts as more (`weigh_characters`)."""
    sides = (piece.a, piece.a_end), (piece.b, piece.b_end)
    words = min(corpus.ends[end_row - 1] - corpus.starts[row] for row, end_row in sides)
    if words >= characters:  # most often, and the ends need not be looked for
        return True
    texts = (corpus.texts[int(corpus.document[row])] for row, _ in sides)
    spans = passage_ends(corpus, piece)
    return all(_is_long(span.quote(text), characters) for span, text in zip(spans, texts, strict=True))


def _is_long(quote: str, characters: int) -> bool:
    if DENSE_LETTERS * len(quote) < characters or len(quote) >= characters:
        return len(quote) >= characters
    return weigh_characters(quote) >= characters


def _span(corpus: Corpus, row: int, end_row: int, *, with_marks: bool) -> Span:
    document = int(corpus.document[row])
    text = corpus.texts[document]
    start, end = int(corpus.starts[row]), int(corpus.ends[end_row - 1])
    if with_marks:
        least, most = start - MOST_MARKS, end + MOST_MARKS
        while start > max(0, least) and text[start - 1] in OPENERS:
            start -= 1
        while end < min(len(text), most) and text[end] in CLOSERS:
            end += 1
    return Span(corpus.ids[document], start, end)
