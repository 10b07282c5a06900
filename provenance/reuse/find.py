"""Passages that texts share: seeds, chains, pieces, merged and judged."""

from collections.abc import Mapping
from itertools import pairwise

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.reuse.boxes import add_boxes, find_boxes
from provenance.reuse.chains import chain_seeds
from provenance.reuse.change_kinds import Wording, make_wording
from provenance.reuse.changes import find_changes
from provenance.reuse.corpus import Corpus, make_corpus
from provenance.reuse.ends import passage_ends
from provenance.reuse.extend import extend_chains
from provenance.reuse.kinds import judge_kinds
from provenance.reuse.loose import find_loose_seeds
from provenance.reuse.merge import flip, merge_pieces
from provenance.reuse.pieces import Piece
from provenance.reuse.seeds import find_seeds
from provenance.reuse.worth import is_worth_reporting


def find_alignments(
    texts: Mapping[str, str], settings: ReuseSettings, knowledge: Knowledge
) -> list[Alignment]:
    """Passages that two places of `texts` (source id to text) share, in the order of their spans.

    Any run of `run_words + run_window - 1` equal words is a seed; what is reported has a score of at
    least `least_score` and `least_characters` on both sides. Kinds and changes are set, the direction is
    unknown. The order in which the texts come makes no difference.
    """
    corpus = make_corpus(texts)
    chains = chain_seeds(corpus, find_seeds(corpus, settings), settings)
    pieces = merge_pieces(corpus, extend_chains(corpus, chains, settings), settings)
    worthy = [piece for piece in pieces if is_worth_reporting(corpus, piece, settings)]
    if settings.tier == "paraphrase":
        boxes = find_boxes(corpus, find_loose_seeds(corpus, settings), settings)
        worthy = add_boxes(worthy, boxes)
    wording = make_wording(knowledge)
    found = [_alignment(corpus, piece, wording) for piece in worthy]
    long_enough = [each for each in found if min(len(each.a), len(each.b)) >= settings.least_characters]
    return judge_kinds(sorted(long_enough), texts, settings)


def _alignment(corpus: Corpus, piece: Piece, wording: Wording) -> Alignment:
    a, b = passage_ends(corpus, piece)
    if b < a:
        piece = flip(piece)
        a, b = b, a
    words = piece.a_end - piece.a + piece.b_end - piece.b
    grade = min(1.0, round(2 * piece.equal / words, 4))
    changes = find_changes(corpus, piece, wording)
    is_in_order = all(one.b_end <= other.b for one, other in pairwise(piece.blocks))
    is_verbatim = grade == 1.0 and is_in_order and all(c.kind is ChangeKind.TYPOGRAPHY for c in changes)
    return Alignment(a, b, ReuseKind.VERBATIM if is_verbatim else ReuseKind.EDITED, grade, changes)
