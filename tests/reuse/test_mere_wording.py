"""What is told as wording by the classes of words alone, against the rules that look at everything."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.reuse import ChangeKind
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse.edits.differences import Sides, Unit, make_sides
from provenance.reuse.edits.languages import make_language
from provenance.reuse.edits.mere_wording import is_mere_wording
from provenance.reuse.edits.units import judge_told
from provenance.reuse.edits.wording import TOLD, make_wording
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece

WORDING = make_wording(load_knowledge())
WORDS = (
    "the a of in to on at as than for from about over no not may will if when that said told according added"
    " boat grey slowly water least most more fewer 40 1906 twelve million per cent km miles second half"
    " The In Smith Aarhus Ministry Health minister prime deputy president former Mr Monday May April who"
    " alleged only under some council state general union harbour ferries three dozen weeks later once"
).split()
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)
few_words = st.lists(st.sampled_from(WORDS), max_size=4)


def sides_of(before: list[str], one: list[str], other: list[str], after: list[str]) -> tuple[Sides, Unit]:
    """Two texts that differ in the middle, and the rows where they do."""
    lead, tail = ["The", "old", "ferry", *before], [*after, "of", "the", "mill"]
    corpus = make_corpus({"a": " ".join([*lead, *one, *tail]), "b": " ".join([*lead, *other, *tail])})
    rows = dict(zip(corpus.ids, corpus.first.tolist(), strict=False))
    sizes = [(BlockKind.EQUAL, len(lead), len(lead)), (BlockKind.GAP, len(one), len(other))]
    sizes.append((BlockKind.EQUAL, len(tail), len(tail)))
    a_ends = [*accumulate((a for _, a, _ in sizes), initial=rows["a"])]
    b_ends = [*accumulate((b for _, _, b in sizes), initial=rows["b"])]
    blocks = tuple(
        Block(kind, a_ends[n], a_ends[n + 1], b_ends[n], b_ends[n + 1])
        for n, (kind, _, _) in enumerate(sizes)
    )
    piece = Piece(rows["a"], a_ends[-1], rows["b"], b_ends[-1], 20.0, len(lead) + len(tail), 0, blocks)
    place = len(lead)
    return make_sides(corpus, piece), Unit(place, place + len(one), place, place + len(other))


@given(words, few_words, few_words, few_words)
def test_what_is_mere_wording_by_its_classes_is_so_by_all_rules(
    before: list[str], one: list[str], other: list[str], after: list[str]
) -> None:
    if [word.lower() for word in one] == [word.lower() for word in other]:
        return
    sides, unit = sides_of(before, one, other, after)
    language = make_language(sides.text, 0, WORDING)
    both = one, other
    if is_mere_wording(sides, unit, both, language):
        assert judge_told(sides, unit, sides.place(unit), both, language).kind is ChangeKind.WORDING


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("boat", "vessel", "of"),
        ("slowly", "", "of"),
        ("in", "on", "water"),
        ("The", "a", "boat"),
        ("as", "while", "boats"),
    ],
)
def test_most_words_are_settled_by_their_classes(one: str, other: str, after: str) -> None:
    sides, unit = sides_of(["grey"], one.split(), other.split(), [after])
    language = make_language(sides.text, 0, WORDING)
    assert is_mere_wording(sides, unit, (one.split(), other.split()), language)


@pytest.mark.parametrize(
    ("before", "one", "other", "after"),
    [
        ("at", "least", "most", "40"),
        ("boats", "may", "will", "sail"),
        ("boats", "", "not", "sail"),
        ("boats", "residents", "officials", "said"),
        ("according to", "residents", "officials", "there"),
        ("the", "Smith", "Okafor", "boat"),
        ("some", "12", "boats", "sail"),
        ("the foreign", "", "prime", "minister"),
    ],
)
def test_words_that_may_be_more_are_left_to_the_rules(before: str, one: str, other: str, after: str) -> None:
    sides, unit = sides_of(before.split(), one.split(), other.split(), [after])
    language = make_language(sides.text, 0, WORDING)
    assert not is_mere_wording(sides, unit, (one.split(), other.split()), language)


def test_a_word_without_a_class_is_not_told() -> None:
    assert not WORDING.classify("vessel") & TOLD
    assert WORDING.classify("not") & TOLD
