"""A word of the sentence before or after is no part of a copy, however equal it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from tests.reuse.cases import BAKER, FERRY, MILL

JAPANESE = "川の水が古い堤防を越え、柳川村の低い通りが水につかり、住民は丘の上の学校に避難した。"
HINDI = "आधी रात के बाद नदी का पानी पुराने बाँध के ऊपर से बह निकला और सरसपुर कस्बे की निचली गलियाँ डूब गईं।"


def shared(a: str, b: str) -> tuple[str, str]:
    """What the one passage quotes of both."""
    (found,) = provenance.find_reuse({"a": a, "b": b})
    return found.a.quote(a), found.b.quote(b)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (("The choir was singing. ", "A phone had been ringing. "), (" Nobody came.", " Somebody ran.")),
        (("She was late, he said. ", "It was cold, they said. "), (" The dog slept.", " The rain fell.")),
        (("It cost what it cost.\n\n", "Nobody knew the cost\n\n"), ("\n\nIn May it", "\n\nIn 1907 we")),
    ],
)
def test_a_word_of_the_sentences_around_is_left_out(before: tuple[str, str], behind: tuple[str, str]) -> None:
    a, b = (f"{head}{FERRY}{tail}" for head, tail in zip(before, behind, strict=True))
    assert shared(a, b) == (FERRY, FERRY)


def test_so_is_a_unit_of_scripts_with_other_full_stops() -> None:
    japanese = (f"今日は晴れた。{JAPANESE}市場は静か。", f"市場は混んでいた。{JAPANESE}雨。")
    assert shared(*japanese) == (JAPANESE, JAPANESE)
    hindi = (f"आज मौसम अच्छा है। {HINDI} लोग सो गए।", f"बाज़ार में भीड़ है। {HINDI} फिर वर्षा हुई।")
    assert shared(*hindi) == (HINDI, HINDI)


def test_a_whole_short_sentence_stays() -> None:
    a, b = f"Bells rang. Enough. {FERRY}", f"It is dark now. Enough. {FERRY}"
    assert shared(a, b)[0] == f"Enough. {FERRY}"


def test_a_word_of_the_same_sentence_stays() -> None:
    a, b = f"We saw how Dr. Moss wept. {FERRY}", f"She told me that Dr. Moss wept. {FERRY}"
    assert shared(a, b)[0] == f"Dr. Moss wept. {FERRY}"


def test_moved_sentences_stay_whole() -> None:
    a, b = f"{FERRY} {MILL}", f"{MILL} {FERRY}"
    assert shared(a, b) == (a, b)


words = st.lists(st.sampled_from("the a said cost boat. rain. was he in.".split()), max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(around=st.tuples(words, words, words, words), copied=st.sampled_from((FERRY, MILL, BAKER)))
def test_the_copy_itself_is_never_cut(around: tuple[str, str, str, str], copied: str) -> None:
    a, b = f"{around[0]}. {copied} {around[1]}", f"{around[2]}. {copied} {around[3]}"
    found = provenance.find_reuse({"a": a, "b": b})
    assert any(copied in each.a.quote(a) and copied in each.b.quote(b) for each in found)
