"""The paraphrase tier: passages whose words were shuffled, replaced, summed up or translated one by one."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.settings import ReuseSettings
from provenance.reuse.paraphrases.blocks import Common, ParaphraseBlock, paraphrase_blocks
from provenance.reuse.paraphrases.evidence import LEAST_EVIDENCE, best_regions, evidence, snap
from provenance.reuse.paraphrases.joining import hull, join_neighbours
from provenance.reuse.paraphrases.regions import Region, Sides, find_regions, move_ends, window
from provenance.reuse.paraphrases.seeds import UnitSeeds, find_unit_seeds
from provenance.reuse.paraphrases.summaries import find_summaries
from provenance.reuse.paraphrases.terms import make_terms
from provenance.reuse.paraphrases.wording import Wording, find_wording
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.reuse.spread import Spread, in_turn
from provenance.text.shingles import Indices

PIECE_SHARE = 0.9
"""Share of a region that near-verbatim pieces cover on both sides, from which they stand for it, 0..1."""
LEAST_WORDS, LEAST_TERMS = 0.42, 0.52
"""Share of words, those of grammar too, that both sides must have where nothing is near-verbatim, as printed
or but for their endings, 0..1: it tells a subject or a list of terms in common from a text in common."""
SURE_EVIDENCE = 50.0
"""Evidence of a region whose wording leaves no doubt, at least."""
PRINTED_WORDS = 10
"""Words as printed on both sides and in no quotation, at least, beside which less wording is enough."""
LEAST_ROWS = 16
"""Words of a region without anything near-verbatim, at least, on either side."""
EDITED_SHARE = 0.97
"""Share of equal words of a near-verbatim piece, up to which it is looked for its going on in other words."""
STRETCH_WORDS = 40
"""Words on either side of such a piece in which that is looked for, at first."""
STRETCH_EVIDENCE = 3.0
"""Evidence there, at least: one word that says something, name or not."""
LEAST_BESIDE = 12.0
"""Evidence that a region has beyond its near-verbatim pieces, at least: one or two rare words."""


def add_paraphrases(
    corpus: Corpus,
    pieces: Sequence[Piece],
    settings: ReuseSettings,
    knowledge: Knowledge | None = None,
    spread: Spread = in_turn,
) -> list[Piece]:
    """`pieces` of the near-verbatim tier and the passages that weaker evidence shows, in order.

    A piece is either there as it was, or one of the `exact` ones of a larger passage.
    """
    terms = make_terms(corpus, knowledge or Knowledge())
    seeds = find_unit_seeds(corpus, terms)
    exact = [piece for piece in pieces if corpus.document[piece.a] != corpus.document[piece.b]]
    blocks = paraphrase_blocks(corpus, terms, seeds, exact)
    found: list[Piece] = []
    for block, passages in zip(blocks, spread(_find_passages, Common(corpus, terms), blocks), strict=True):
        for passage, numbers in passages:
            found.append(evolve(passage, exact=tuple(block.exact[number] for number in numbers)))
    taken = {id(piece) for passage in found for piece in passage.exact}
    kept = [piece for piece in pieces if id(piece) not in taken]
    return sorted([*kept, *found], key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))


def _find_passages(common: Common, block: ParaphraseBlock) -> list[tuple[Piece, list[int]]]:
    """The passages of some texts with others, each without the near-verbatim pieces in it, and the places of
    these among those of the block."""
    corpus, terms, exact = common.corpus, common.terms, block.exact
    sides, seeds = Sides(corpus, terms, exact), block.seeds
    regions = _find_reworded(sides, seeds)
    summaries = find_summaries(sides, seeds, [*regions, *exact])
    summaries = [evolve(each, exact=sides.exact_in(each)) for each in summaries]
    summaries = [each for each in summaries if find_wording(sides, each).is_enough]
    regions = _without(sides, regions, summaries)
    joined = [each for each in _joined([*regions, *summaries]) if _is_more(sides, each)]
    held = {id(piece) for each in joined for piece in each.exact}
    alone = [_stretched(sides, each) for each in exact if id(each) not in held]
    found = [
        _passage(sides, each) for each in join_neighbours(sides, [*joined, *alone]) if not _is_piece(each)
    ]
    place = {id(piece): number for number, piece in enumerate(exact)}
    return [(evolve(each, exact=()), [place[id(piece)] for piece in each.exact]) for each in found]


def _without(sides: Sides, regions: Sequence[Region], others: Sequence[Region]) -> list[Region]:
    """The regions that none of the others overlaps on both sides."""
    document = sides.corpus.document
    of_pair: dict[tuple[int, int], list[Region]] = defaultdict(list)
    for other in others:
        of_pair[int(document[other.a]), int(document[other.b])].append(other)
    return [
        each
        for each in regions
        if not any(each.overlaps(x) for x in of_pair.get((int(document[each.a]), int(document[each.b])), ()))
    ]


def _find_reworded(sides: Sides, seeds: UnitSeeds) -> list[Region]:
    """Regions that are more than two reports of one event have in common; where the two texts have another
    passage in common, or a part of this one as printed, less is enough."""
    likely = best_regions(sides, find_regions(sides, seeds), SURE_EVIDENCE)
    judged = [(each, find_wording(sides, each)) for each in likely if _is_dense(sides, each)]
    found = {each for each, wording in judged if _is_reworded(sides, each, wording)}
    document = sides.corpus.document
    pairs = {(int(document[each.a]), int(document[each.b])) for each in found if not each.exact}
    return [
        each
        for each, wording in judged
        if each in found or ((int(document[each.a]), int(document[each.b])) in pairs and wording.is_likely)
    ]


def _is_reworded(sides: Sides, region: Region, wording: Wording) -> bool:
    if evidence(sides, region) < LEAST_EVIDENCE:
        return wording.is_sure
    return wording.is_enough or (wording.is_likely and any(_is_printed(sides, each) for each in region.exact))


def _is_printed(sides: Sides, piece: Piece) -> bool:
    """Has the piece words enough that are no quotation?"""
    a, b = np.arange(piece.a, piece.a_end), np.arange(piece.b, piece.b_end)
    return min(int((~sides.is_quoted(rows)).sum()) for rows in (a, b)) >= PRINTED_WORDS


def _is_dense(sides: Sides, region: Region) -> bool:
    """Are enough of all words common, as printed or but for their endings?"""
    if region.exact:
        return True
    if min(region.a_end - region.a, region.b_end - region.b) < LEAST_ROWS:
        return False
    a, b = slice(region.a, region.a_end), slice(region.b, region.b_end)
    words = region.a_end - region.a + region.b_end - region.b
    return any(
        2 * _count_common(values[a], values[b]) >= least * words
        for values, least in ((sides.corpus.words, LEAST_WORDS), (sides.terms.term, LEAST_TERMS))
    )


def _joined(regions: list[Region]) -> list[Region]:
    """Regions with all of their near-verbatim pieces in them; those that share one are one region."""
    joined: list[Region] = []
    holder: dict[int, int] = {}
    for region in sorted(regions, key=lambda each: (each.a, each.b)):
        known = sorted({holder[id(piece)] for piece in region.exact if id(piece) in holder})
        place = known[0] if known else len(joined)
        if known:
            new = [piece for piece in region.exact if id(piece) not in holder]
            joined[place] = hull(evolve(joined[place], exact=(*joined[place].exact, *new)), region)
        else:
            joined.append(region)
        holder |= {id(piece): place for piece in region.exact}
    return [_with_pieces(region) for region in joined]


def _with_pieces(region: Region) -> Region:
    for piece in region.exact:
        region = hull(region, piece)
    return region


def _stretched(sides: Sides, piece: Piece) -> Region:
    """The piece as a region; an edited one with what it goes on with in other words."""
    region = Region(piece.a, piece.a_end, piece.b, piece.b_end, (piece,))
    if 2 * piece.equal > EDITED_SHARE * (piece.a_end - piece.a + piece.b_end - piece.b):
        return region
    a, b = (
        window(sides, rows, STRETCH_WORDS)
        for rows in (slice(piece.a, piece.a_end), slice(piece.b, piece.b_end))
    )
    moved = hull(region, move_ends(sides, Region(a.start, a.stop, b.start, b.stop)))
    if len(sides.exact_in(moved)) > 1 or evidence(sides, moved, (piece,)) < STRETCH_EVIDENCE:
        return region
    return moved


def _is_piece(region: Region) -> bool:
    """Is it one near-verbatim piece and nothing beside?"""
    if len(region.exact) != 1:
        return False
    piece = region.exact[0]
    return (piece.a, piece.a_end, piece.b, piece.b_end) == (region.a, region.a_end, region.b, region.b_end)


def _is_more(sides: Sides, region: Region) -> bool:
    """Is it more than its near-verbatim pieces, and is nothing masked inside of it?"""
    stretch = sides.corpus.stretch
    is_whole = bool(
        stretch[region.a] == stretch[region.a_end - 1] and stretch[region.b] == stretch[region.b_end - 1]
    )
    if not is_whole or not region.exact:
        return is_whole
    a, b = region.a_end - region.a, region.b_end - region.b
    covered_a = sum(piece.a_end - piece.a for piece in region.exact)
    covered_b = sum(piece.b_end - piece.b for piece in region.exact)
    if len(region.exact) == 1 and min(covered_a / a, covered_b / b) >= PIECE_SHARE:
        return False
    return len(region.exact) > 1 or evidence(sides, region, region.exact) >= LEAST_BESIDE


def _passage(sides: Sides, region: Region) -> Piece:
    """The region as a passage, from sentence to sentence where most of these belong to it."""
    a, a_end = snap(sides.terms, region.a, region.a_end)
    b, b_end = snap(sides.terms, region.b, region.b_end)
    words = sides.corpus.words
    equal = _count_common(words[a:a_end], words[b:b_end])
    return Piece(
        a=a,
        a_end=a_end,
        b=b,
        b_end=b_end,
        score=evidence(sides, region),
        equal=equal,
        near=0,
        blocks=(),
        is_paraphrase=True,
        exact=tuple(sorted(region.exact, key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))),
    )


def _count_common(one: Indices, other: Indices) -> int:
    """Words that both sides have, in whatever order, each as often as both have it."""
    values, times = np.unique(one, return_counts=True)
    others, their_times = np.unique(other, return_counts=True)
    _, mine, theirs = np.intersect1d(values, others, assume_unique=True, return_indices=True)
    return int(np.minimum(times[mine], their_times[theirs]).sum())
