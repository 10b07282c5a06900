"""Single names as another language borrows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.sounds.borrowed import borrowed_similarity

ONE = [
    ("leonhard", "leonard"),
    ("lentz", "lenz"),
    ("yanka", "janka"),
    ("aurelianus", "aurelian"),
    ("rostand", "rostan"),
    ("krawczuk", "kravchuk"),
    ("sandoz", "sando"),
    ("kalnins", "kalnin"),
    ("thorwald", "torvald"),
    ("ritschl", "richl"),
]
TWO = [("orlov", "petrenko"), ("milan", "dylan"), ("bruno", "brenda")]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_letters_that_are_seldom_heard_make_no_other_name(a: str, b: str) -> None:
    assert borrowed_similarity(a, b) >= 0.84


@pytest.mark.parametrize(("a", "b"), TWO)
def test_other_names_stay_others(a: str, b: str) -> None:
    assert borrowed_similarity(a, b) < 0.84


@given(
    st.text("abcdehijkstuwxyz", min_size=1, max_size=9), st.text("abcdehijkstuwxyz", min_size=1, max_size=9)
)
def test_it_is_symmetric_and_a_share(a: str, b: str) -> None:
    assert borrowed_similarity(a, b) == borrowed_similarity(b, a)
    assert 0 <= borrowed_similarity(a, b) <= 1
