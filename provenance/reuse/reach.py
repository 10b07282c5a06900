"""Passages that go on beyond a clause that one side left out.

Whoever shortens a text cuts at the joints: the end of a sentence goes, its beginning stays. Such a cut says
less against a copy than as many words changed in the middle of a sentence would.
"""

from collections.abc import Iterable

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.extend import align_words, block_score, make_piece
from provenance.reuse.likeness import Likeness
from provenance.reuse.openings import closes_sentence, opens_sentence, sentence_end, sentence_start
from provenance.reuse.pieces import Block, BlockKind, Piece, meet

MOST_WORDS = 60
"""Words of a neighbouring sentence that is looked at, at most."""
CUT_WORDS = 4
"""Words left out at a sentence's joint that count; all further ones cost nothing."""
LEAST_SCORE = 2.0
"""Score, in equal words, by which a shortened sentence extends a passage, at least: seven words, one of them
replaced, and a part left out."""


def reach_over_cuts(corpus: Corpus, pieces: Iterable[Piece], settings: ReuseSettings) -> list[Piece]:
    """The pieces, in their order; those that begin or end with a sentence on both sides take in the sentence
    beside it, if one side's is the other's with a part left out, and the piece beyond a cut."""
    likeness = Likeness(corpus)
    ordered = sorted(pieces, key=lambda piece: (*_texts(corpus, piece), piece.a, piece.b))
    joined: list[Piece] = []
    for piece in ordered:
        last = joined[-1] if joined else None
        is_one_pair = last is not None and _texts(corpus, last) == _texts(corpus, piece)
        whole = _join(corpus, last, piece, settings) if last is not None and is_one_pair else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(piece)
    grown = []
    for number, piece in enumerate(joined):
        others = [each for each in joined[max(0, number - 1) : number + 2] if each is not piece]
        grown.append(
            _forward(corpus, _back(corpus, piece, others, likeness, settings), others, likeness, settings)
        )
    return sorted(grown, key=lambda p: (p.a, p.b, p.a_end, p.b_end))


def _texts(corpus: Corpus, piece: Piece) -> tuple[int, int]:
    return int(corpus.document[piece.a]), int(corpus.document[piece.b])


def _join(corpus: Corpus, one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    """Both and the clause between them that one side lacks."""
    gap = Block(BlockKind.GAP, one.a_end, other.a, one.b_end, other.b)
    added = (other.a - one.a_end) + (other.b - one.b_end)
    is_one_sided = min(other.a - one.a_end, other.b - one.b_end) == 0 < added <= MOST_WORDS
    if not is_one_sided or not (_begins(corpus, other) or _ends(corpus, one)):
        return None
    if _texts(corpus, one)[0] == _texts(corpus, one)[1] and other.a_end > one.b:
        return None
    cost = _cut_cost(added, settings)
    return make_piece([*one.blocks, gap, *other.blocks], one.score + other.score - cost)


def _begins(corpus: Corpus, piece: Piece) -> bool:
    return opens_sentence(corpus, piece.a) and opens_sentence(corpus, piece.b)


def _ends(corpus: Corpus, piece: Piece) -> bool:
    return closes_sentence(corpus, piece.a_end) and closes_sentence(corpus, piece.b_end)


def _cut_cost(words: int, settings: ReuseSettings) -> float:
    return settings.gap_open + min(words, CUT_WORDS) * settings.added_word


def _back(
    corpus: Corpus, piece: Piece, others: list[Piece], likeness: Likeness, settings: ReuseSettings
) -> Piece:
    """`piece` with the sentence before it."""
    a_first, b_first = (int(corpus.first[each]) for each in _texts(corpus, piece))
    if piece.a == a_first or piece.b == b_first or not _begins(corpus, piece):
        return piece
    a, b = sentence_start(corpus, piece.a, MOST_WORDS), sentence_start(corpus, piece.b, MOST_WORDS)
    if a is None or b is None:
        return piece
    blocks = _shortened(corpus, (a, piece.a, b, piece.b), likeness, settings)
    while blocks and blocks[0].kind is BlockKind.GAP:
        blocks = blocks[1:]
    return _grown(corpus, piece, [*blocks, *piece.blocks], others) if blocks else piece


def _forward(
    corpus: Corpus, piece: Piece, others: list[Piece], likeness: Likeness, settings: ReuseSettings
) -> Piece:
    """`piece` with the sentence after it."""
    a_close, b_close = (int(corpus.first[each + 1]) for each in _texts(corpus, piece))
    if piece.a_end >= a_close or piece.b_end >= b_close or not _ends(corpus, piece):
        return piece
    a, b = sentence_end(corpus, piece.a_end, MOST_WORDS), sentence_end(corpus, piece.b_end, MOST_WORDS)
    if a is None or b is None:
        return piece
    blocks = _shortened(corpus, (piece.a_end, a, piece.b_end, b), likeness, settings)
    while blocks and blocks[-1].kind is BlockKind.GAP:
        blocks = blocks[:-1]
    return _grown(corpus, piece, [*piece.blocks, *blocks], others) if blocks else piece


def _grown(corpus: Corpus, piece: Piece, blocks: list[Block], others: list[Piece]) -> Piece:
    """A piece of `blocks`, unless it would meet another one or, within one text, itself."""
    grown = make_piece(blocks, piece.score)
    if _texts(corpus, piece)[0] == _texts(corpus, piece)[1] and grown.a_end > grown.b:
        return piece
    met = any(meet(grown, x) for x in others if _texts(corpus, x) == _texts(corpus, piece))
    return piece if met else grown


def _shortened(
    corpus: Corpus, window: tuple[int, int, int, int], likeness: Likeness, settings: ReuseSettings
) -> list[Block]:
    """Blocks of two sentences of which one is the other without a part at its beginning or end; else none."""
    blocks: list[Block] = []
    align_words(corpus, window, likeness, blocks)
    longest = max(
        (b for b in blocks if _is_added(b)), key=lambda b: b.a_end - b.a + b.b_end - b.b, default=None
    )
    if longest is None or longest not in (blocks[0], blocks[-1]):
        return []
    words = longest.a_end - longest.a + longest.b_end - longest.b
    others = [block_score(block, settings) for block in blocks if block is not longest]
    shared = sum(b.a_end - b.a for b in blocks if b.kind is not BlockKind.GAP)
    shorter = min(window[1] - window[0], window[3] - window[2])
    is_copy = sum(others) - _cut_cost(words, settings) >= LEAST_SCORE
    return blocks if is_copy and shared >= 0.75 * shorter else []


def _is_added(block: Block) -> bool:
    return block.kind is BlockKind.GAP and (block.a == block.a_end or block.b == block.b_end)
