"""The table of words, what a text says over and over, and cores of equal words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.spans import Span
from provenance.reuse.passages.cores import AFTER_WORDS, BEFORE_WORDS, best_cores
from provenance.reuse.passages.corpus import make_corpus, number_words
from provenance.reuse.passages.repetitions import GRAM_WORDS, MOST_PLACES, row_blocks
from tests.reuse.cases import BAKER, FERRY, MILL

TEXTS = st.lists(
    st.lists(st.sampled_from(["ash", "ashes", "elm", "rowan", "rowans"]), max_size=30).map(" ".join),
    max_size=3,
)


@given(st.lists(st.integers(0, 5), max_size=40), st.sampled_from([1, 2**30, 2**61]))
def test_words_are_numbered_as_they_first_come(values: list[int], scale: int) -> None:
    expected = {value: number for number, value in enumerate(dict.fromkeys(values))}
    numbers = number_words(np.array([value * scale for value in values], np.uint64))
    assert numbers.tolist() == [expected[value] for value in values]


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 20))
def test_groups_of_texts_hold_each_text_once(counts: list[int], words: int) -> None:
    first = np.cumsum([0, *counts])
    groups = list(row_blocks(first, words))
    assert [text for begin, end in groups for text in range(begin, end)] == list(range(len(counts)))
    assert all(first[end] - first[begin] <= words or end == begin + 1 for begin, end in groups)


def test_what_is_masked_parts_the_words_around_it() -> None:
    text = f"{FERRY} {MILL}"
    blank = Span("a", len(FERRY) - 40, len(FERRY) - 20)
    corpus = make_corpus({"a": text, "b": BAKER}, {"a": (blank,)})
    document = corpus.ids.index("a")
    rows = slice(int(corpus.first[document]), int(corpus.first[document + 1]))
    assert corpus.stretch[rows].tolist() == [int(s > blank.start) for s in corpus.starts[rows].tolist()]


def test_a_refrain_is_a_formula_from_its_first_place_on() -> None:
    numbers = " ".join(f"{n} the lamps along the quay were lit" for n in range(MOST_PLACES + 5))
    corpus = make_corpus({"a": f"{FERRY} {numbers}", "b": MILL})
    formula = {corpus.word(row) for row in np.flatnonzero(corpus.is_formula).tolist()}
    assert {word for word in formula if not word.isdigit()} == set(
        "the lamps along the quay were lit".split()
    )
    assert corpus.is_formula.sum() > corpus.is_repeated.sum() > 0
    assert corpus.is_formula[corpus.is_repeated].all()


def slow_core(one: list[str], other: list[str], a: int, b: int) -> float:
    """Best sum over a stretch of the diagonal within the window: 1 if equal, .6 of one stem, else -1."""
    best = score = 0.0
    for step in range(-BEFORE_WORDS, AFTER_WORDS):
        x, y = a + step, b + step
        if not (0 <= x < len(one) and 0 <= y < len(other)):
            score = 0.0
            continue
        is_equal, is_near = one[x] == other[y], one[x][:6] == other[y][:6]
        score = max(0.0, score + (1 if is_equal else 0.6 if is_near else -1))
        best = max(best, score)
    return best


@given(TEXTS.filter(lambda texts: len(set(texts)) > 1))
def test_cores_are_those_of_the_slow_reference(texts: list[str]) -> None:
    corpus = make_corpus({str(number): text for number, text in enumerate(texts)})
    words = [text.split() for text in corpus.texts]
    places = [
        (d, x, e, y)
        for d in range(len(words))
        for e in range(d + 1, len(words))
        for x in range(0, len(words[d]), 5)
        for y in range(0, len(words[e]), 7)
    ]
    a = np.array([int(corpus.first[d]) + x for d, x, _, _ in places], np.int64)
    b = np.array([int(corpus.first[e]) + y for _, _, e, y in places], np.int64)
    expected = [slow_core(words[d], words[e], x, y) for d, x, e, y in places]
    assert np.allclose(best_cores(corpus, a, b), expected)


@given(st.lists(st.sampled_from(["lamp", "quay", "7", "2nd", "19"]), max_size=9), st.integers(17, 24))
def test_forms_are_the_runs_that_a_slow_reader_counts(words: list[str], times: int) -> None:
    text = " ".join(("mole", *words) * times) + " " + " ".join(words)
    corpus = make_corpus({"a": text})
    shapes = ["0" if word[0].isdigit() else word for word in text.split()]
    runs = [tuple(shapes[at : at + GRAM_WORDS]) for at in range(len(shapes) - GRAM_WORDS + 1)]
    expected = np.zeros(len(shapes), bool)
    for at, run in enumerate(runs):
        expected[at : at + GRAM_WORDS] |= runs.count(run) > MOST_PLACES
    assert corpus.is_formula.tolist() == expected.tolist()
