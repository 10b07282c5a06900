"""Chains, pieces and their joining."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.chains import Chains, chain_seeds
from provenance.reuse.passages.corpus import Corpus, make_corpus
from provenance.reuse.passages.ends import passage_ends
from provenance.reuse.passages.extend import extend_chains
from provenance.reuse.passages.likeness import is_near
from provenance.reuse.passages.merge import FEW, merge_pieces, relink
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.scoring import gap_cost, gap_costs, local_pieces, make_piece
from provenance.reuse.passages.seeds import find_seeds
from provenance.reuse.passages.worth import dense_parts, is_worth_reporting
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS

NUMBERS = " ".join(str(7919 * i) for i in range(60))
EQUAL, NEAR, GAP = BlockKind.EQUAL, BlockKind.NEAR, BlockKind.GAP


def chain(**texts: str) -> tuple[Corpus, Chains]:
    corpus = make_corpus(texts)
    return corpus, chain_seeds(corpus, find_seeds(corpus, SETTINGS), SETTINGS)


def pieces(**texts: str) -> tuple[Corpus, list[Piece]]:
    corpus, chains = chain(**texts)
    return corpus, merge_pieces(corpus, extend_chains(corpus, chains, SETTINGS), SETTINGS)


def test_each_copied_passage_is_one_chain() -> None:
    _, chains = chain(a=f"{FERRY} {MILL} {BAKER}", b=f"{BAKER} {NUMBERS} {FERRY}")
    assert len(chains) == 2


def test_a_single_weak_seed_makes_no_chain() -> None:
    _, chains = chain(a="yellow submarines surface", b="yellow submarines surface")
    assert len(chains) == 0


def test_a_gap_costs_more_the_more_of_it_is_rewritten() -> None:
    costs = [gap_cost(n, n, SETTINGS) / n for n in (2, 3, 5, 9)]
    assert costs[1] < costs[2] < costs[3]
    assert gap_cost(0, 4, SETTINGS) < gap_cost(4, 4, SETTINGS)
    assert gap_cost(0, 4, SETTINGS) == gap_cost(4, 0, SETTINGS)


def test_costs_of_many_gaps_are_those_of_each() -> None:
    sizes = [(one, other) for one in range(8) for other in range(8)]
    many = gap_costs(*np.array(sizes).T, SETTINGS).tolist()
    assert many == [gap_cost(one, other, SETTINGS) for one, other in sizes]


def test_stretches_end_where_gaps_outweigh_equal_words() -> None:
    blocks = [
        Block(EQUAL, 0, 1, 0, 1),
        Block(GAP, 1, 2, 1, 2),
        Block(EQUAL, 2, 20, 2, 20),
        Block(GAP, 20, 60, 20, 60),
        Block(EQUAL, 60, 75, 60, 75),
        Block(GAP, 75, 76, 75, 76),
        Block(EQUAL, 76, 77, 76, 77),
    ]
    found = local_pieces(blocks, SETTINGS, 6.0)
    assert [(piece.a, piece.a_end) for piece in found] == [(2, 20), (60, 75)]


def test_a_long_alignment_is_cut_at_seeds_and_whole_again() -> None:
    text = " ".join(f"{FERRY} number {i} {MILL} and {i * 7}." for i in range(20))
    corpus, found = pieces(a=text, b=text.replace("breakwater", "pier"))
    longest = max(found, key=lambda piece: piece.score)
    assert (longest.a, longest.a_end) == (0, corpus.first[1])
    assert longest.equal == corpus.first[1] - 20


def test_pieces_in_another_order_are_joined() -> None:
    _, found = pieces(a=f"{FERRY} {MILL} {BAKER}", b=f"{MILL} {BAKER} {FERRY}")
    assert len(found) == 1
    assert [block.kind for block in found[0].blocks].count(GAP) == 0


def test_far_pieces_stay_apart() -> None:
    corpus, found = pieces(a=f"{FERRY} {NUMBERS} {MILL}", b=f"{FERRY} {BAKER} {BAKER} {MILL}")
    assert sum(corpus.document[piece.a] != corpus.document[piece.b] for piece in found) == 2


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(6, 30)), min_size=1, max_size=25)
)
def test_no_piece_inside_a_better_one_is_left_and_none_else_is_lost(
    places: list[tuple[int, int, int]],
) -> None:
    corpus = make_corpus({"a": "word " * 100, "b": "word " * 100})
    moved = evolve(SETTINGS, nucleus_score=1000.0)  # nothing is joined
    found = [make_piece([Block(EQUAL, a, a + n, 100 + b, 100 + b + n)], float(n)) for a, b, n in places]
    best = sorted(set(found), key=lambda piece: (-piece.score, piece.a, piece.a_end, piece.b, piece.b_end))
    expected = [
        piece
        for number, piece in enumerate(best)
        if not any(
            other.a <= piece.a <= piece.a_end <= other.a_end
            and other.b <= piece.b <= piece.b_end <= other.b_end
            for other in best[:number]
        )
    ]
    merged = merge_pieces(corpus, found, moved)
    assert merged == sorted(expected, key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))


def test_pieces_join_over_others_that_lie_between_them() -> None:
    corpus = make_corpus({"a": "word " * 400, "b": "word " * 400})
    spans = [(0, 20), (50, 80), (25, 45)]
    found = [make_piece([Block(EQUAL, a, end, 400 + a, 400 + end)], 20.0) for a, end in spans]
    far = make_piece([Block(EQUAL, 300, 320, 700, 720)], 20.0)
    merged = merge_pieces(corpus, [far, *found], SETTINGS)
    assert [(piece.a, piece.a_end) for piece in merged] == [(0, 80), (300, 320)]


def test_relinked_blocks_leave_no_word_out() -> None:
    blocks = [Block(EQUAL, 0, 5, 10, 15), Block(EQUAL, 6, 9, 0, 3), Block(EQUAL, 9, 12, 4, 7)]
    linked = relink(blocks)
    assert sum(block.a_end - block.a for block in linked) == 12
    assert sum(block.b_end - block.b for block in linked) == 15


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("warning", "warned", True),
        ("mansouri", "mansuri", True),
        ("government", "govcrnmcnt", True),
        ("ship", "shop", True),
        ("cat", "car", False),
        ("2017", "2018", False),
        ("minister", "hospital", False),
    ],
)
def test_readings_of_one_word(one: str, other: str, expected: bool) -> None:
    assert is_near(one, other) is expected


def test_names_count_half_but_not_in_a_line_of_its_own() -> None:
    title = "Chairman Of The Board Of North Harbour Ferries And Tugs Limited Resigns"
    inside = make_corpus({"a": f"then the {title} again", "b": f"so the {title} now"})
    alone = make_corpus({"a": f"{title}\nMore", "b": f"{title}\nLess"})
    for corpus, row, expected in ((inside, 2, False), (alone, 0, True)):
        size = len(title.split())
        other = int(corpus.first[1]) + row
        block = Block(EQUAL, row, row + size, other, other + size)
        assert is_worth_reporting(corpus, make_piece([block], float(size)), SETTINGS) is expected


def test_a_passage_with_too_little_in_common_is_not_reported() -> None:
    corpus = make_corpus({"a": f"{FERRY} {MILL}", "b": f"{FERRY} {BAKER}"})
    other = int(corpus.first[1])
    blocks = [Block(EQUAL, 0, 15, other, other + 15), Block(GAP, 15, 40, other + 15, other + 40)]
    assert not is_worth_reporting(corpus, make_piece(blocks, 15.0), ReuseSettings())


def test_what_is_dense_of_a_thin_piece_is_kept() -> None:
    runs = [Block(EQUAL, at, at + 12, 500 + 3 * at, 512 + 3 * at) for at in (0, 13, 26)]
    gaps = [Block(GAP, at + 12, at + 13, 512 + 3 * at, 500 + 3 * at + 39) for at in (0, 13)]
    parts = dense_parts(make_piece([runs[0], gaps[0], runs[1], gaps[1], runs[2]], 12.0), SETTINGS)
    assert [(part.blocks, part.score) for part in parts] == [((run,), 12) for run in runs]
    whole = make_piece([runs[0]], 12.0)
    assert dense_parts(whole, SETTINGS) == [whole]


def test_marks_that_belong_to_the_outer_words_are_taken_along() -> None:
    corpus = make_corpus({"a": 'He said: "We will stay." Then left', "b": "We will stay, they wrote"})
    first = int(corpus.first[1])
    is_a_first = corpus.ids[0] == "a"
    rows = (2, first) if is_a_first else (0, first + 2)
    piece = make_piece([Block(EQUAL, rows[0], rows[0] + 3, rows[1], rows[1] + 3)], 3.0)
    spans = passage_ends(corpus, piece)
    quotes = {span.source_id: span.quote(corpus.texts[corpus.ids.index(span.source_id)]) for span in spans}
    assert quotes == {"a": '"We will stay."', "b": "We will stay"}


PLACES = st.tuples(st.integers(0, 30), st.integers(1, 20), st.integers(40, 70), st.integers(1, 20))


@given(st.lists(PLACES, max_size=3 * FEW))
def test_pieces_inside_of_better_ones_are_dropped_however_many_there_are(
    places: list[tuple[int, ...]],
) -> None:
    corpus = make_corpus({"a": " ".join(map(str, range(900, 999)))})
    pieces = [
        Piece(a, a + one, b, b + two, float(one + two), one, 0, (Block(EQUAL, a, a + one, b, b + one),))
        for a, one, b, two in places
    ]
    strict = evolve(SETTINGS, nucleus_score=1000.0)  # nothing is joined
    kept = {(p.a, p.a_end, p.b, p.b_end) for p in merge_pieces(corpus, pieces, strict)}
    every = {(p.a, p.a_end, p.b, p.b_end) for p in pieces}
    expected = {
        (a, a_end, b, b_end)
        for a, a_end, b, b_end in every
        if not any(
            other != (a, a_end, b, b_end)
            and other[0] <= a
            and a_end <= other[1]
            and other[2] <= b
            and b_end <= other[3]
            for other in every
        )
    }
    assert kept == expected
