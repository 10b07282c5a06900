"""Words of many windows aligned at once, and pairs of words compared at once, as slow ones do it."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.reuse.passages.align import KINDS, Rows, align_windows, align_words
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.likeness import Likeness, is_near
from provenance.reuse.passages.pieces import Block
from provenance.text.folding import fold_text

WORDS = ("harbour", "harbor", "hirbour", "warned", "warning", "two", "2017", "2018", "mills", "of", "Ärger")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join)
strange = st.text(st.sampled_from("abcdenrstuÄß19жёه"), min_size=1, max_size=12)


def joined(rows: Rows, owner: int) -> list[Block]:
    """The blocks of one window, those of one kind that follow each other as one."""
    found: list[Block] = []
    for number, kind, *ends in zip(*(column.tolist() for column in rows), strict=True):
        if number != owner:
            continue
        if found and found[-1].kind is KINDS[kind]:
            found[-1] = Block(KINDS[kind], found[-1].a, ends[1], found[-1].b, ends[3])
        else:
            found.append(Block(KINDS[kind], *ends))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_many_windows_are_aligned_as_each_by_itself(pairs: list[tuple[str, str]]) -> None:
    sides = {f"{number}{side}": text for number, pair in enumerate(pairs) for side, text in enumerate(pair)}
    corpus = make_corpus(sides)
    rows = dict(zip(corpus.ids, pairwise(corpus.first.tolist()), strict=True))
    windows = [(number, *rows[f"{number}0"], *rows[f"{number}1"]) for number in range(len(pairs))]
    found = align_windows(corpus, np.array(windows, np.int64).T, Likeness(corpus))
    for number, a, a_end, b, b_end in windows:
        blocks: list[Block] = []
        align_words(corpus, (a, a_end, b, b_end), Likeness(corpus), blocks)
        assert joined(found, number) == blocks


def test_no_windows_have_no_blocks() -> None:
    corpus = make_corpus({"a": "one two"})
    found = align_windows(corpus, np.zeros((5, 0), np.int64), Likeness(corpus))
    assert [len(column) for column in found] == [0] * 6


@settings(max_examples=60, deadline=None)
@given(st.lists(strange, min_size=1, max_size=8), st.lists(strange, min_size=1, max_size=8))
def test_letters_that_one_word_lacks_dismiss_no_reading(ones: list[str], others: list[str]) -> None:
    corpus = make_corpus({"a": " ".join(ones), "b": " ".join(others)})
    rows, across = (each.ravel() for each in np.meshgrid(np.arange(len(corpus)), np.arange(len(corpus))))
    folded = [fold_text(corpus.word(row)) for row in range(len(corpus))]
    expected = [is_near(folded[a], folded[b]) for a, b in zip(rows.tolist(), across.tolist(), strict=True)]
    assert Likeness(corpus).are_near(rows, across).tolist() == expected
