"""What the fuzzers check holds for their first inputs, for any bytes, and for what they once found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import FOUND, SEEDS, WORDS
from tests.fuzz.targets import TARGETS, check_dates, check_decode, check_numbers, check_plain, check_utf8


@pytest.mark.parametrize(("target", "seed"), [(name, seed) for name in TARGETS for seed in SEEDS[name]])
def test_first_inputs_pass(target: str, seed: bytes) -> None:
    TARGETS[target](seed)


@pytest.mark.parametrize(("target", "raw"), FOUND)
def test_what_was_found_once_passes(target: str, raw: bytes) -> None:
    TARGETS[target](raw)


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_and_each_word_alone_pass(target: str) -> None:
    TARGETS[target](b"")
    for word in WORDS[target]:
        TARGETS[target](word.encode())


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    check_decode(raw)


@given(st.text(max_size=300))
def test_the_text_of_a_utf8_file_is_the_file(text: str) -> None:
    check_utf8(text.encode("utf-8", "ignore"))


@settings(max_examples=50)
@given(st.lists(st.sampled_from(WORDS["dates"] + WORDS["numbers"] + WORDS["plain"]), max_size=30))
def test_words_in_any_order_pass(words: list[str]) -> None:
    raw = " ".join(words).encode()
    check_dates(raw)
    check_numbers(raw)
    check_plain(raw)
