"""Keys made of content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.keys import KEY_HEX, digest, make_key

plain = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8)


def test_a_key_starts_with_the_letter_of_its_kind() -> None:
    key = make_key("k", "role", "Ras Tamour Port Authority", "director")
    assert key.startswith("k-")
    assert len(key) == 2 + KEY_HEX


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind of key: 'x'"):
        make_key("x", "anything")


def test_lists_do_not_run_together() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])


def test_a_value_without_a_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="not set"):
        digest([{1, 2}])


@given(st.lists(plain))
def test_the_same_parts_give_the_same_digest(parts: list[object]) -> None:
    assert digest(parts) == digest(list(parts))
