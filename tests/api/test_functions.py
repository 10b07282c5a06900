"""What the functions on names take."""

from typing import Any

import pytest

import provenance
from provenance.model.names import EntityKind


def test_a_kind_of_another_scheme_is_taken_as_other() -> None:
    other = provenance.compare_names("Souza", "Sousa", kind=EntityKind.OTHER)
    assert provenance.compare_names("Souza", "Sousa", kind="token") == other
    assert provenance.compare_names("Ana Souza", "Ana Sousa", kind=EntityKind.PERSON).score > 0


@pytest.mark.parametrize("wrong", [None, 7, b"Ana", ["Ana"]])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a name is a str, not"):
        provenance.compare_names("Ana Souza", wrong)
    with pytest.raises(TypeError, match="a kind is a str, not"):
        provenance.compare_names("Ana Souza", "Ana", kind=wrong)
