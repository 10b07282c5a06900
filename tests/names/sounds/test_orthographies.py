"""Names as orthographies of other languages spell their sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.sounds.orthographies import usual_spellings

SPELT = [
    ("soetardjo", "sutarjo"),
    ("tjokrosoedirdjo", "cokrosudirjo"),
    ("jahya", "yahya"),
    ("afrax", "afrah"),
    ("cismaan", "ismaan"),
    ("demirci", "demirji"),
    ("rexhepi", "redzhepi"),
    ("budjman", "budman"),
    ("garadzic", "garadzhich"),
    ("csatari", "chatari"),
]
LEFT_ALONE = ["moeller", "jang", "xavi", "max", "carmen", "marco", "isaac", "hassan", "gordon", "lee"]


@pytest.mark.parametrize(("word", "usual"), SPELT)
def test_a_word_is_read_as_its_language_speaks_it(word: str, usual: str) -> None:
    assert usual in usual_spellings(word)


@pytest.mark.parametrize("word", LEFT_ALONE)
def test_what_would_be_another_name_is_left_alone(word: str) -> None:
    assert usual_spellings(word) == ()


@given(st.text("acdeghijlmnorstuxyz", max_size=60))
def test_no_word_is_its_own_other_spelling(word: str) -> None:
    assert word not in usual_spellings(word)
    assert "" not in usual_spellings(word)
