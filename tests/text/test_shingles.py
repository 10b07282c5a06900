"""Words as numbers, and n-grams of them."""

from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.shingles import (
    constants,
    distinct,
    hash_texts,
    hash_words,
    may_repeat,
    mix,
    order_by,
    order_hashes,
    shingle_hashes,
    winnow,
)
from provenance.text.tokens import find_words

TEXTS = st.text(st.sampled_from("ab'’-. \nçé東京ابش\u00ad\u0301\u200f0 9"), max_size=60)


def words_of(text: str) -> list[str]:
    words = hash_words(text)
    return [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]


def test_hyphens_part_words_and_apostrophes_do_not() -> None:
    assert words_of("Asa’ib Ahl al-Haq, 3.5") == ["Asa’ib", "Ahl", "al", "Haq", "3", "5"]


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    assert words_of("expres-\nsion, semi-\nArab") == ["expres-\nsion", "semi", "Arab"]
    assert hash_words("expres-\n  sion").hashes == hash_words("expression").hashes


def test_case_marks_soft_hyphens_and_ligatures_make_no_difference() -> None:
    one, other = hash_words("The office of Asa'ib, café"), hash_words("THE oﬃce o\u00adf Asaib cafe\u0301")
    assert one.hashes.tolist() == other.hashes.tolist()
    assert one.letters.tolist() == other.letters.tolist() == [3, 6, 2, 5, 4]


def test_scripts_without_spaces_are_read_by_character() -> None:
    assert words_of("東京 abc ไทย") == ["東", "京", "abc", "ไ", "ท", "ย"]


def test_words_of_scripts_with_vowel_signs_are_whole() -> None:
    for text in (
        "भारत की राजधानी दिल्ली",
        "தமிழ்நாடு அரசு",
        "বাংলাদেশের রাজধানী",
        "കേരളം ഇന്ന്",
        "ਪੰਜਾਬ ਦਾ",
        "ශ්‍රී ලංකාව",
    ):
        assert words_of(text) == text.split()


def test_a_vowel_sign_makes_another_word_and_a_diacritic_does_not() -> None:
    assert len(set(hash_words("दिन दान दीन दन").hashes.tolist())) == 4
    for one, other in (
        ("المعلم", "المُعَلِّمُ"),
        ("كتاب", "كتـــاب"),
        ("Президент", "Президе\u0301нт"),
        ("עברית", "עִבְרִית"),
    ):
        assert hash_words(one).hashes.tolist() == hash_words(other).hashes.tolist()


def test_marks_belong_to_the_letter_before_them() -> None:
    assert words_of("cafe\u0301 noir") == ["cafe\u0301", "noir"]
    assert words_of("la\u0308") == ["la\u0308"]
    assert words_of("ง่าย") == ["ง่", "า", "ย"]
    assert words_of("boys' cats") == ["boys", "cats"]


def test_a_joiner_without_width_stands_inside_a_word() -> None:
    assert words_of("می\u200cخواهم رفت") == ["می\u200cخواهم", "رفت"]


def test_each_han_kana_thai_or_khmer_letter_is_a_word_and_hangul_is_not() -> None:
    assert words_of("東京都は") == list("東京都は")
    assert len(words_of("ភាសាខ្មែរ")) == 5
    assert words_of("서울시장은 오늘") == ["서울시장은", "오늘"]


def test_inflections_share_a_stem() -> None:
    words = hash_words("warnings warning threatened threaten")
    assert words.stems[0] == words.stems[1]
    assert words.stems[2] == words.stems[3]
    assert len(set(words.hashes.tolist())) == 4


def test_no_word_in_an_empty_text_or_in_marks_alone() -> None:
    for text in ("", "\0", "?!…", "'’"):
        assert len(hash_words(text)) == 0


@given(TEXTS)
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    words = hash_words(text)
    assert (words.starts < words.ends).all()
    assert (words.starts[1:] >= words.ends[:-1]).all()
    assert len(words) == 0 or words.ends[-1] <= len(text)


@given(st.lists(st.from_regex("[abcdé]{1,4}(?:’[abé]{1,4})?", fullmatch=True), max_size=12))
def test_plain_words_are_those_of_the_slow_tokens(parts: list[str]) -> None:
    text = " ".join(parts)
    words = hash_words(text)
    folded = [token.folded for token in find_words(text)]
    assert words.letters.tolist() == [len(each) for each in folded]
    by_hash = dict(zip(words.hashes.tolist(), folded, strict=True))
    assert [by_hash[h] for h in words.hashes.tolist()] == folded


@given(st.lists(st.sampled_from("abc"), max_size=20), st.integers(1, 4))
def test_shingles_are_equal_where_the_words_are(parts: list[str], size: int) -> None:
    hashes = hash_words(" ".join(parts)).hashes
    shingles = shingle_hashes(hashes, tuple(range(size))).tolist()
    expected = [tuple(parts[i : i + size]) for i in range(len(parts) - size + 1)]
    assert len(shingles) == len(expected)
    assert len(set(shingles)) == len(set(expected))


def test_order_counts_in_a_shingle() -> None:
    assert shingle_hashes(hash_words("a b").hashes, (0, 1)) != shingle_hashes(
        hash_words("b a").hashes, (0, 1)
    )


def slow_winnow(hashes: list[int], window: int) -> list[int]:
    kept = set()
    for begin in range(max(1, len(hashes) - window + 1)):
        part = hashes[begin : begin + window]
        if part:
            kept.add(max(begin + i for i, value in enumerate(part) if value == min(part)))
    return sorted(kept)


@given(st.lists(st.integers(0, 9), max_size=40), st.integers(1, 6))
def test_winnowing_keeps_what_the_slow_reference_keeps(values: list[int], window: int) -> None:
    assert winnow(np.array(values, np.uint64), window).tolist() == slow_winnow(values, window)


@given(st.lists(st.lists(st.integers(0, 9), max_size=9), max_size=6), st.integers(1, 6))
def test_no_window_reaches_from_one_text_into_the_next(texts: list[list[int]], window: int) -> None:
    bounds = np.cumsum([0, *map(len, texts)])
    expected = [
        begin + place
        for begin, text in zip(bounds.tolist(), texts, strict=False)
        for place in slow_winnow(text, window)
    ]
    assert winnow(np.array(list(chain.from_iterable(texts)), np.uint64), window, bounds).tolist() == expected


COLUMN = st.sampled_from([1, 9, 1000, 2**31, 2**61])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=30), COLUMN, COLUMN)
def test_rows_are_ordered_like_tuples(rows: list[tuple[int, int]], wide: int, wider: int) -> None:
    one, other = (
        np.array(column, np.int64).reshape(-1) for column in ([r[0] for r in rows], [r[1] for r in rows])
    )
    expected = sorted(range(len(rows)), key=lambda row: rows[row])
    assert order_by(one * wide, other * wider).tolist() == expected


@given(st.lists(st.integers(0, 4), max_size=30), st.sampled_from([1, 2**60]))
def test_equal_hashes_stand_side_by_side_in_their_own_order(values: list[int], scale: int) -> None:
    hashes = np.array([value * scale for value in values], np.uint64)
    assert order_hashes(hashes).tolist() == sorted(range(len(values)), key=lambda row: (values[row], row))


@given(st.lists(st.integers(0, 50), max_size=30))
def test_all_that_occurs_twice_is_among_what_may_repeat(values: list[int]) -> None:
    rows = may_repeat(mix(np.array(values, np.uint64))).tolist()
    assert rows == sorted(rows)
    assert {row for row, value in enumerate(values) if values.count(value) > 1} <= set(rows)


@given(st.lists(st.integers(-9, 9), max_size=40))
def test_distinct_values_stand_once_and_in_order(values: list[int]) -> None:
    assert distinct(np.array(values, np.int64)).tolist() == sorted(set(values))


def test_constants_and_mixing_never_change() -> None:
    assert constants(2, 1).tolist() == [10451216379200822465, 13757245211066428519]
    assert mix(np.array([1], np.uint64)).tolist() == [6238072747940578789]


def test_a_text_of_signs_that_are_several_words_each_is_read() -> None:
    text = "\u337f" * 100
    words = hash_words(text)
    assert len(words) == 400
    assert words.starts.tolist() == [place // 4 for place in range(400)]
    assert (words.ends - words.starts == 1).all()
    assert hash_texts(["", text, "\u337f"])[1].tolist() == [0, 0, 400, 404]
