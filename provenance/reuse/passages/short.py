"""Short passages that are copies nevertheless: whole sentences, and parts of them beside a longer passage.

Nine words in a row are too few to tell a copy from two reports of one event, unless they make up a sentence
from its first word to its last, or the two texts share a passage anyway. Even then the words have to be more
than names, numbers and the stock of phrases that all reporters use.
"""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.openings import Openings
from provenance.reuse.passages.pieces import Block, BlockKind, Piece, between, meet, paired_rows
from provenance.reuse.passages.reach import grow_to_sentences
from provenance.reuse.passages.scoring import block_score, make_piece
from provenance.reuse.passages.worth import are_facts, common_words, folded_words, shared_rows

Pair = tuple[int, int]

CONTENT_LETTERS = 4
"""Letters from which a word can be specific."""
LEAST_CONTENT = 4
"""Content words that a short passage has, at least: no names, numbers or words of grammar."""
LEAST_SPECIFIC = 2
"""Those among them that are no frequent words of English, in a sentence that stands alone."""
EDITED_WORDS = 14
"""Equal words of an edited sentence that stands alone, at least."""
EDITED_PART = 10
"""Words in common, the edited parts of the sentence aside, from which it is looked at."""
MOST_TEXTS = 5
"""Texts that share a short sentence, at most: beyond, it is a formula of its house or trade."""
ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly", "er", "ers")
"""Endings without which a word is looked up among the frequent ones."""


@frozen(eq=False)
class Vocabulary:
    """Words that make a passage no more specific: `grammar`, and the `frequent` ones."""

    grammar: frozenset[str]
    frequent: frozenset[str]


def make_vocabulary(knowledge: Knowledge) -> Vocabulary:
    """The tables of `knowledge` that tell frequent words."""
    return Vocabulary(knowledge.function_words, knowledge.common_words | frozenset(knowledge.say_verbs))


def find_short_sentences(
    corpus: Corpus,
    pieces: Iterable[Piece],
    vocabulary: Vocabulary,
    openings: Openings,
    settings: ReuseSettings,
) -> list[Piece]:
    """Whole sentences, equal but for one change, of those `pieces` that are no passages otherwise."""
    found: list[Piece] = []
    texts: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for stretch in (each for piece in pieces for each in _stretches(piece, settings)):
        cut = _cut(openings, stretch, settings, whole=True)
        if cut is not None and _is_specific(corpus, cut, vocabulary, LEAST_SPECIFIC, settings):
            found.append(cut)
            texts[_wording(corpus, cut)] |= set(_pair(corpus, cut))
    return [each for each in found if len(texts[_wording(corpus, each)]) <= MOST_TEXTS]


def find_edited_sentences(
    corpus: Corpus,
    pieces: Iterable[Piece],
    vocabulary: Vocabulary,
    openings: Openings,
    settings: ReuseSettings,
) -> list[Piece]:
    """Whole sentences on both sides with so many words in common, in order, that one is an edit of the other,
    of those `pieces` that are no passages otherwise."""
    likely = [
        each
        for each in pieces
        if each.score >= settings.sentence_score and each.equal + each.near >= EDITED_PART
    ]
    grown = grow_to_sentences(corpus, likely, openings, settings)
    return [
        piece
        for piece in grown
        if piece.equal >= EDITED_WORDS
        and 2 * (piece.equal + piece.near)
        >= settings.least_share * (piece.a_end - piece.a + piece.b_end - piece.b)
        and openings.opens(piece.a)
        and openings.opens(piece.b)
        and openings.closes(piece.a_end)
        and openings.closes(piece.b_end)
        and _is_specific(corpus, piece, vocabulary, LEAST_SPECIFIC, settings)
    ]


def find_companions(
    corpus: Corpus,
    pieces: Iterable[Piece],
    pairs: frozenset[Pair],
    vocabulary: Vocabulary,
    openings: Openings,
    settings: ReuseSettings,
) -> list[Piece]:
    """Beginnings or ends of sentences in `pairs` of texts that share a longer passage."""
    beside = [piece for piece in pieces if _pair(corpus, piece) in pairs]
    stretches = (each for piece in beside for each in _stretches(piece, settings))
    cuts = [_cut(openings, each, settings, whole=False) for each in stretches]
    return [cut for cut in cuts if cut is not None and _is_specific(corpus, cut, vocabulary, 0, settings)]


def apart(corpus: Corpus, pieces: Iterable[Piece], others: Iterable[Piece]) -> list[Piece]:
    """Those of `pieces` that share no word of either side with a piece of the same texts among `others`."""
    taken: dict[Pair, list[Piece]] = defaultdict(list)
    for each in others:
        taken[_pair(corpus, each)].append(each)
    return [piece for piece in pieces if not any(meet(piece, each) for each in taken[_pair(corpus, piece)])]


def _pair(corpus: Corpus, piece: Piece) -> Pair:
    return int(corpus.document[piece.a]), int(corpus.document[piece.b])


def _stretches(piece: Piece, settings: ReuseSettings) -> list[Piece]:
    """Parts of a piece in which no more than one word in a row was changed, if they are long enough."""
    runs: list[list[Block]] = [[]]
    for block in piece.blocks:
        is_joined = not runs[-1] or (runs[-1][-1].a_end, runs[-1][-1].b_end) == (block.a, block.b)
        is_wide = block.kind is BlockKind.GAP and max(block.a_end - block.a, block.b_end - block.b) > 1
        if is_wide or not is_joined:
            runs.append([])
        if not is_wide:
            runs[-1].append(block)
    parts = [make_piece(run, sum(block_score(block, settings) for block in run)) for run in runs if run]
    return [part for part in parts if part.score >= settings.sentence_score]


def _cut(openings: Openings, piece: Piece, settings: ReuseSettings, *, whole: bool) -> Piece | None:
    """`piece` from the first place where a sentence begins on both sides to the last where one ends; one of
    the two may be missing if it need not be `whole`. None if that is too little or too much changed."""
    rows = paired_rows(piece.blocks)
    if len(rows) < settings.sentence_words - 1:
        return None
    opening = next((n for n, (a, b) in enumerate(rows) if openings.opens(a) and openings.opens(b)), None)
    if whole and opening is None:
        return None
    closing = next(
        (
            n
            for n in range(len(rows), 0, -1)
            if openings.closes(rows[n - 1][0] + 1) and openings.closes(rows[n - 1][1] + 1)
        ),
        None,
    )
    if closing is None and (whole or opening is None):
        return None
    first, last = opening or 0, closing or len(rows)
    if not whole and last <= first:
        first, last = (first, len(rows)) if len(rows) - first >= last else (0, last)
    if last - first < settings.sentence_words - 1:
        return None
    blocks = between(piece.blocks, rows[first][0], rows[last - 1][0] + 1)
    cut = make_piece(blocks, sum(block_score(block, settings) for block in blocks))
    words = max(cut.a_end - cut.a, cut.b_end - cut.b)
    is_long = min(cut.a_end - cut.a, cut.b_end - cut.b) >= settings.sentence_words
    is_close = words - cut.equal <= 1 and cut.score >= settings.sentence_score
    return cut if is_long and is_close else None


def _is_specific(
    corpus: Corpus, piece: Piece, vocabulary: Vocabulary, least: int, settings: ReuseSettings
) -> bool:
    if piece.score - common_words(corpus, piece, settings) < settings.sentence_score:
        return False
    rows = shared_rows(piece)
    told = {
        word
        for word, is_fact in zip(folded_words(corpus, rows), are_facts(corpus, rows), strict=True)
        if not is_fact
    }
    content = {w for w in told if len(w) >= CONTENT_LETTERS and w not in vocabulary.grammar}
    specific = [word for word in content if not _is_frequent(word, vocabulary.frequent)]
    return len(content) >= LEAST_CONTENT and len(specific) >= least


def _is_frequent(word: str, frequent: frozenset[str]) -> bool:
    stems = (word.removesuffix(ending) for ending in ENDINGS)
    return any(
        stem in frequent or f"{stem}e" in frequent for stem in stems if len(stem) >= CONTENT_LETTERS - 1
    )


def _wording(corpus: Corpus, piece: Piece) -> tuple[int, ...]:
    return tuple(int(corpus.words[row]) for row in shared_rows(piece))
