"""Folded code points of many texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.code_points import read_blocks
from provenance.text.shingles import HashedWords, hash_texts, hash_words

PARTS = st.lists(
    st.sampled_from(
        [
            "ash ",
            "ﬃx",
            "-\n",
            "e\u0301",
            "’",
            "東京",
            "पानी",
            "\0",
            "\ud800",
            ". ",
            "\r\n",
            "9",
            "\u00ad",
            "x" * 70,
        ]
    ),
    max_size=12,
).map("".join)


def rows(words: HashedWords) -> list[tuple[int, ...]]:
    columns = (words.starts, words.ends, words.hashes, words.stems, words.letters)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@given(st.lists(PARTS, max_size=6))
def test_texts_side_by_side_have_the_words_of_each_alone(texts: list[str]) -> None:
    words, first = hash_texts(texts)
    alone = [rows(hash_words(text)) for text in texts]
    assert [rows(words)[first[i] : first[i + 1]] for i in range(len(texts))] == alone
    assert first[-1] == len(words)


@given(st.lists(PARTS, max_size=6), st.integers(1, 40))
def test_blocks_of_any_size_hold_all_texts_and_cut_no_word(texts: list[str], size: int) -> None:
    parts = [part for block in read_blocks(texts, size) for part in block.parts]
    for number, text in enumerate(texts):
        held = [part for part in parts if part.text == number]
        assert "".join(part.characters for part in held) == text
        found = [
            (part.start + s, part.start + e)
            for part in held
            for s, e, *_ in rows(hash_words(part.characters))
        ]
        assert found == [(s, e) for s, e, *_ in rows(hash_words(text))]


def test_a_word_of_any_length_is_hashed_by_all_its_letters() -> None:
    long = "ab" * 5000
    hashes = hash_words(f"{long} {long}c {long[:-1]}c").hashes.tolist()
    assert len(set(hashes)) == 3
    assert np.array_equal(hash_words(long).hashes, hash_words(f"x {long}").hashes[1:])
