"""What is looked at first, to save the longer look, never changes what is found."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers import oddities, repetition
from provenance.readers.decoding import _CONTROLS


@given(st.text() | st.text(alphabet="ab\t\n \x00\x01\x1a\x1f\x7f\x85éжω\u0301\u200b\u202e\ud800"))
def test_the_alphabet_asks_for_the_same_finders_as_every_character(text: str) -> None:
    every = "".join(sorted(set(text)))
    ours = oddities._read_alphabet(text)
    for signs, _ in oddities._BY_SIGN:
        assert bool(signs.search(ours)) == bool(signs.search(every))


def test_every_combining_mark_is_a_sign_of_a_flood() -> None:
    for code in range(0x300, 0x1E94B):
        if unicodedata.category(chr(code)) in ("Mn", "Me"):
            assert oddities._MARKS.match(chr(code))


@pytest.mark.parametrize("before", [0, 1, 63, 64, 65, 40_000, 65_535, 65_536, 65_537])
def test_a_long_word_is_found_wherever_it_begins(before: int) -> None:
    text = "ab " * (before // 3) + " " * (before % 3) + "x" * (oddities.LONGEST_WORD + 1)
    assert len(list(oddities._find_long_word(text))) == 1
    assert len(list(oddities._find_long_word(text + " yes"))) == 1
    assert not list(oddities._find_long_word(text[:-1]))


@given(st.text(alphabet="aZÀÞ×ÿŁΑ z"))
def test_capitals_are_counted(text: str) -> None:
    expected = sum("A" <= character <= "Z" or "\u00c0" <= character <= "\u00de" for character in text)
    assert repetition._count_capitals(text) == expected


@given(st.binary())
def test_control_bytes_are_those_that_no_text_has(raw: bytes) -> None:
    expected = sum((byte < 0x20 and byte not in b"\t\n\x0b\x0c\r\x1b") or byte == 0x7F for byte in raw)
    assert len(raw) - len(raw.translate(None, _CONTROLS)) == expected


@pytest.mark.parametrize("repeats", [999, 1_000, 1_001, 1_100])
@pytest.mark.parametrize("others", [0, 60_000, 64_000, 70_000, 80_000])
def test_repeated_passages_are_those_that_counting_them_all_finds(repeats: int, others: int) -> None:
    chance = random.Random(others)
    passage = [f"word{number}" for number in range(repetition.PASSAGE_WORDS)]
    words = passage * repeats + [f"other{chance.random()}" for _ in range(others)]
    size = repetition.PASSAGE_WORDS
    counts: dict[tuple[str, ...], int] = {}
    for start in range(len(words) - size + 1):
        key = (words[start], words[start + size - 1])
        counts[key] = counts.get(key, 0) + 1
    repeated = sum(count for count in counts.values() if count >= repetition.MOST_REPEATS)
    is_repeated = repeated >= 0.5 * (len(words) - size + 1)
    assert bool(list(repetition.find_repetition(" ".join(words)))) == is_repeated
    assert repetition._may_repeat(words) or not is_repeated
