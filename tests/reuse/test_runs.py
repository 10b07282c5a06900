"""Runs of equal words on the diagonals of chains, those that are kept, and what goes on beyond them."""

from itertools import groupby, pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.reuse.passages.align import align_words
from provenance.reuse.passages.anchors import choose_anchors
from provenance.reuse.passages.chains import Chains, chain_seeds
from provenance.reuse.passages.corpus import Corpus, make_corpus
from provenance.reuse.passages.edges import Edges, follow, may_go_on, share_pairs
from provenance.reuse.passages.extend import extend_chains
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.pieces import Block, BlockKind
from provenance.reuse.passages.runs import Runs, find_runs, find_windows
from provenance.reuse.passages.seeds import find_seeds
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS

WORDS = st.sampled_from("harbour ferry winter valley pilot owner the of water street".split())


@st.composite
def copies(draw: st.DrawFn) -> dict[str, str]:
    """Two texts of few words, of which the second takes parts of the first and changes single words."""
    one = draw(st.lists(WORDS, min_size=20, max_size=120))
    other = draw(st.lists(WORDS, max_size=15)) + list(one)
    for place in draw(st.lists(st.integers(0, len(other) - 1), max_size=12)):
        other[place] = draw(st.sampled_from(["winters", "ferries", "else", "nothing"]))
    cut = draw(st.integers(0, len(other)))
    return {"a": " ".join(one), "b": " ".join(other[:cut] + draw(st.lists(WORDS, max_size=9)) + other[cut:])}


def chained(texts: dict[str, str]) -> tuple[Corpus, Chains]:
    corpus = make_corpus(texts)
    return corpus, chain_seeds(corpus, find_seeds(corpus, SETTINGS), SETTINGS)


@settings(deadline=None, max_examples=80)
@given(copies())
def test_runs_are_equal_words_and_as_long_as_can_be(texts: dict[str, str]) -> None:
    corpus, chains = chained(texts)
    if not len(chains):
        return
    windows = find_windows(corpus, chains, SETTINGS)
    runs = find_runs(corpus, chains, windows)
    rows = list(zip(runs.chain.tolist(), runs.a.tolist(), runs.b.tolist(), runs.size.tolist(), strict=True))
    assert len(set(rows)) == len(rows)
    for chain, a, b, size in rows:
        assert windows.a[chain] <= a and a + size <= windows.a_end[chain]
        assert windows.b[chain] <= b and b + size <= windows.b_end[chain]
        assert corpus.words[a : a + size].tolist() == corpus.words[b : b + size].tolist()
    for chain, members in groupby(sorted((c, b - a, a, size) for c, a, b, size in rows), key=lambda x: x[:2]):
        for (_, _, a, size), (_, _, following, _) in pairwise(members):
            assert a + size < following, chain


@settings(deadline=None, max_examples=80)
@given(copies())
def test_every_seed_that_is_a_run_lies_in_one(texts: dict[str, str]) -> None:
    corpus, chains = chained(texts)
    if not len(chains):
        return
    runs = find_runs(corpus, chains, find_windows(corpus, chains, SETTINGS))
    covered = {
        (chain, a + step, b + step)
        for chain, a, b, size in zip(
            runs.chain.tolist(), runs.a.tolist(), runs.b.tolist(), runs.size.tolist(), strict=True
        )
        for step in range(size)
    }
    bounds = chains.first.tolist()
    for chain, (begin, end) in enumerate(pairwise(bounds)):
        for seed in range(begin, end):
            a, b = int(chains.seeds.a[seed]), int(chains.seeds.b[seed])
            size = int(chains.seeds.a_end[seed]) - a
            words = corpus.words[a : a + size].tolist(), corpus.words[b : b + size].tolist()
            if words[0] == words[1] and corpus.document[a] != corpus.document[b]:
                assert {(chain, a + step, b + step) for step in range(size)} <= covered


@settings(deadline=None, max_examples=80)
@given(copies())
def test_runs_that_are_kept_neither_overlap_nor_cross(texts: dict[str, str]) -> None:
    corpus, chains = chained(texts)
    if not len(chains):
        return
    runs = find_runs(corpus, chains, find_windows(corpus, chains, SETTINGS))
    kept = choose_anchors(runs, len(chains), SETTINGS)
    rows = zip(kept.chain.tolist(), kept.a.tolist(), kept.b.tolist(), kept.size.tolist(), strict=True)
    for one, other in pairwise(rows):
        assert one[0] <= other[0]
        if one[0] == other[0]:
            assert one[1] + one[3] <= other[1] and one[2] + one[3] <= other[2]


def test_of_two_runs_that_cross_the_longer_one_is_kept() -> None:
    column = [np.array(each) for each in ([0, 0], [0, 1], [0, 15], [115, 100], [12, 10])]
    kept = choose_anchors(Runs(*column), 1, SETTINGS)
    assert (kept.a.tolist(), kept.b.tolist(), kept.size.tolist()) == ([0], [115], [12])


@settings(deadline=None, max_examples=80)
@given(copies())
def test_blocks_of_a_piece_leave_no_word_out_and_say_what_is_equal(texts: dict[str, str]) -> None:
    corpus, chains = chained(texts)
    for piece in extend_chains(corpus, chains, SETTINGS):
        blocks = piece.blocks
        assert (blocks[0].a, blocks[0].b) == (piece.a, piece.b)
        assert (blocks[-1].a_end, blocks[-1].b_end) == (piece.a_end, piece.b_end)
        assert BlockKind.GAP not in (blocks[0].kind, blocks[-1].kind)
        for one, other in pairwise(blocks):
            assert (one.a_end, one.b_end) == (other.a, other.b)
            assert one.kind is not other.kind
        for block in blocks:
            words = [
                corpus.words[block.a : block.a_end].tolist(),
                corpus.words[block.b : block.b_end].tolist(),
            ]
            assert (words[0] == words[1]) == (block.kind is BlockKind.EQUAL)


def test_the_windows_of_a_chain_within_one_text_do_not_overlap() -> None:
    corpus, chains = chained({"a": f"{FERRY} {FERRY} {MILL} {FERRY}"})
    windows = find_windows(corpus, chains, SETTINGS)
    assert len(chains) > 1
    assert (windows.a_end <= windows.b).all()


def beyond(one: str, other: str, step: int) -> tuple[Corpus, Edges]:
    """Both texts as they go on after an edge, or as they stood before one."""
    corpus = make_corpus({"a": one, "b": other})
    room = int(np.diff(corpus.first).min())
    rows = corpus.first[:-1] if step > 0 else corpus.first[1:] - 1
    only = [np.array([each]) for each in (0, rows[0], rows[1], room)]
    return corpus, Edges(*only, step)


def test_a_run_beyond_a_small_gap_tells_that_a_passage_goes_on() -> None:
    for step in (1, -1):
        words = "unlike left the harbour before noon".split()
        others = "other left the harbour before dusk".split()
        corpus, edges = beyond(" ".join(words[::step]), " ".join(others[::step]), step)
        assert may_go_on(corpus, edges, Likeness(corpus), SETTINGS).tolist() == [True]
        assert share_pairs(corpus, edges).tolist() == [True]


def test_words_misread_one_by_one_tell_it_too_and_single_words_in_common_do_not() -> None:
    corpus, edges = beyond("tbe passengcrs oud tbe harbonr", "the passengers and the harbour", 1)
    assert may_go_on(corpus, edges, Likeness(corpus), SETTINGS).tolist() == [True]
    corpus, edges = beyond("and many of those people went home", "who said it of course never stopped", 1)
    assert may_go_on(corpus, edges, Likeness(corpus), SETTINGS).tolist() == [False]
    assert share_pairs(corpus, edges).tolist() == [False]


def test_readings_right_beyond_an_edge_are_taken_along() -> None:
    corpus, edges = beyond("harbonr the whole day", "harbour the wrong name", 1)
    cells = follow(corpus, edges, Likeness(corpus))
    assert cells.is_equal.tolist() == [False, True]
    assert (cells.a - cells.a[0]).tolist() == [0, 1]


def test_near_words_are_the_same_one_by_one_and_in_bulk() -> None:
    corpus = make_corpus({"a": f"{FERRY} {MILL}", "b": f"{BAKER} warning tuming winters of 2017 harbor"})
    likeness = Likeness(corpus)
    rows, others = np.meshgrid(np.arange(0, len(corpus), 3), np.arange(len(corpus)))
    rows, others = rows.ravel(), others.ravel()
    one_by_one = [
        likeness.is_near(a, b, int(corpus.words[a]), int(corpus.words[b]))
        for a, b in zip(rows.tolist(), others.tolist(), strict=True)
    ]
    assert likeness.are_near(rows, others).tolist() == one_by_one


def test_words_are_aligned_with_the_fewest_changes() -> None:
    corpus = make_corpus({"a": "one two three four five six", "b": "one three flour five seven six"})
    blocks: list[Block] = []
    a, b = (corpus.ids.index(each) for each in "ab")
    first, close = corpus.first[:-1].tolist(), corpus.first[1:].tolist()
    align_words(corpus, (first[a], close[a], first[b], close[b]), Likeness(corpus), blocks)
    assert [(block.kind, block.a_end - block.a, block.b_end - block.b) for block in blocks] == [
        (BlockKind.EQUAL, 1, 1),
        (BlockKind.GAP, 1, 0),
        (BlockKind.EQUAL, 1, 1),
        (BlockKind.NEAR, 1, 1),
        (BlockKind.EQUAL, 1, 1),
        (BlockKind.GAP, 0, 1),
        (BlockKind.EQUAL, 1, 1),
    ]
