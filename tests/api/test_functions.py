"""What the functions on names take."""

from typing import Any

import pytest

import provenance
from provenance.errors import UsageError
from provenance.model.names import EntityKind


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="'persn'; there are person, organization, place, event, other"):
        provenance.compare_names("Ana Souza", "Ana Sousa", kind="persn")
    assert provenance.compare_names("Ana Souza", "Ana Sousa", kind=EntityKind.PERSON).score > 0


@pytest.mark.parametrize("wrong", [None, 7, b"Ana", ["Ana"]])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a name is a str, not"):
        provenance.compare_names("Ana Souza", wrong)
    with pytest.raises(TypeError, match="a kind is a str, not"):
        provenance.compare_names("Ana Souza", "Ana", kind=wrong)
