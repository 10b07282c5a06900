"""Winnowed passages: what two texts are guaranteed to share."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.fingerprint.winnowing import winnowed_passages
from provenance.model.settings import FingerprintSettings
from provenance.text.shingles import hash_words

SETTINGS = FingerprintSettings()
GUARANTEE = SETTINGS.winnow_words + SETTINGS.winnow_window - 1
WORDS = st.lists(st.sampled_from("ash birch cedar dogwood elm fir gorse hazel".split()), max_size=30)


def passages(text: str) -> tuple[tuple[int, int, int], ...]:
    return winnowed_passages(hash_words(text), SETTINGS)


@given(WORDS, WORDS, WORDS, WORDS)
def test_a_shared_run_of_the_guaranteed_length_is_found(
    before: list[str], after: list[str], before_other: list[str], after_other: list[str]
) -> None:
    run = [f"word{i}" for i in range(GUARANTEE)]
    one, other = " ".join(before + run + after), " ".join(before_other + run + after_other)
    in_run = {h for h, start, end in passages(one) if "word" in one[start:end]}
    assert in_run & {h for h, _, _ in passages(other)}


@given(WORDS)
def test_every_passage_is_a_shingle_of_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for _, start, end in passages(text):
        assert len(text[start:end].split()) == SETTINGS.winnow_words
        assert f" {text[start:end]} " in f" {text} "


def test_passages_come_in_the_order_of_the_text() -> None:
    found = passages(" ".join(f"w{i}" for i in range(100)))
    assert list(found) == sorted(found, key=lambda passage: passage[1])
