"""Which pieces are reported: those whose common wording is more than the event itself dictates.

Two reports of one event share its names, titles and numbers without either having seen the other. So these
count half and stock phrases nothing, unless the passage is a line of its own on both sides, as a headline is.
"""

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.formulas import count_formula_words
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.scoring import block_score, local_pieces
from provenance.text.folding import fold_text
from provenance.text.lengths import share_of_words

CERTAIN_SCORE = 30.0
"""From this score on wording is not looked at: no name or figure is that long."""

LEAST_PART = 2.0
"""Score of a part of a passage that is looked at by itself, at least."""
UNIT_CHARACTERS = 3.5
"""Code points a unit, spaces included, beyond which words stand apart in most of a passage."""

_SENTENCE_ENDS = ".!?\u2026:;\"'\u201c\u201d\u2018\u2019\u00ab\u00bb([\n\r\u2022*|"


def dense_parts(piece: Piece, settings: ReuseSettings) -> list[Piece]:
    """The parts of `piece` that have the least share of common words, cut at its widest gaps; itself if it
    has it. So no run of words is lost because it stands in a row with others far from it."""
    if _is_dense(piece, settings):
        return [piece]
    parts, found = [piece], []
    while parts:
        part = parts.pop()
        costs = [-block_score(block, settings) for block in part.blocks if block.kind is BlockKind.GAP]
        if _is_dense(part, settings) or not costs:
            found.append(part)
            continue
        rows: list[list[Block]] = [[]]
        for block in part.blocks:
            if block.kind is BlockKind.GAP and -block_score(block, settings) >= max(costs) / 2:
                rows.append([])
            else:
                rows[-1].append(block)
        # moved words have gaps beside each other, and a word or two beyond a gap cost more than they are
        parts += [best for each in rows[::-1] for best in local_pieces(each, settings, LEAST_PART)]
    return found


def is_worth_reporting(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> bool:
    """Does the piece reach the least share and the least score of common wording?"""
    if not _is_dense(piece, settings) or piece.score < settings.least_score:
        return False
    score = piece.score * _share_of_words(corpus, piece)
    if score < settings.least_score:
        return False
    if score >= CERTAIN_SCORE:
        return True
    if is_line(corpus, piece.a, piece.a_end) and is_line(corpus, piece.b, piece.b_end):
        return True
    return score - common_words(corpus, piece, settings) >= settings.least_score


def _share_of_words(corpus: Corpus, piece: Piece) -> float:
    """How many words a unit of the piece is: less than one where words do not stand apart."""
    start, end = int(corpus.starts[piece.a]), int(corpus.ends[piece.a_end - 1])
    units = piece.a_end - piece.a
    if end - start > UNIT_CHARACTERS * units:  # most often
        return 1.0
    return share_of_words(corpus.texts[int(corpus.document[piece.a])][start:end], units)


def _is_dense(piece: Piece, settings: ReuseSettings) -> bool:
    words = piece.a_end - piece.a + piece.b_end - piece.b
    return 2 * (piece.equal + piece.near) >= settings.least_share * words


def common_words(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> float:
    """How much of the score is wording that any report of the event has: its names and numbers, in part, and
    stock phrases."""
    rows = shared_rows(piece)
    formulas = count_formula_words(" ".join(folded_words(corpus, rows)))
    return (1 - settings.fact_word) * sum(are_facts(corpus, rows)) + formulas


def folded_words(corpus: Corpus, rows: list[int]) -> list[str]:
    """The words of these rows of one text, folded."""
    if not rows:
        return []
    text = corpus.texts[int(corpus.document[rows[0]])]
    words = zip(corpus.starts[rows].tolist(), corpus.ends[rows].tolist(), strict=True)
    return [_folded(text[start:end]) for start, end in words]


def shared_rows(piece: Piece) -> list[int]:
    """Rows of a whose words the other side has too, gaps left out."""
    shared = [block for block in piece.blocks if block.kind is not BlockKind.GAP]
    return [row for block in shared for row in range(block.a, block.a_end)]


def are_facts(corpus: Corpus, rows: list[int]) -> list[bool]:
    """Which words of these rows of one text are a number, a letter of an abbreviation (p.m.), or have a
    capital inside a sentence."""
    if not rows:
        return []
    text = corpus.texts[int(corpus.document[rows[0]])]
    words = zip(corpus.starts[rows].tolist(), corpus.ends[rows].tolist(), strict=True)
    return [_is_fact(text, start, end) for start, end in words]


def _is_fact(text: str, start: int, end: int) -> bool:
    if text[start].isdigit() or (end - start == 1 and text[end : end + 1] == "."):
        return True
    if not text[start].isupper():
        return False
    before = text[max(0, start - 4) : start].rstrip(" \t")
    return before != "" and before[-1] not in _SENTENCE_ENDS


def _folded(word: str) -> str:
    return word.lower() if word.isascii() and word.isalnum() else fold_text(word)


def is_line(corpus: Corpus, row: int, end_row: int) -> bool:
    """Are these words all that stands between two line breaks?"""
    document = int(corpus.document[row])
    text = corpus.texts[document]
    is_first = (
        row == corpus.first[document] or "\n" in text[int(corpus.ends[row - 1]) : int(corpus.starts[row])]
    )
    if not is_first:
        return False
    is_last = end_row == corpus.first[document + 1]
    return is_last or "\n" in text[int(corpus.ends[end_row - 1]) : int(corpus.starts[end_row])]
