"""Shorter forms of a name are no spellings of it."""

import pytest

from provenance.conflicts.spellings import are_spellings


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mara Osei", "Mara B. Osei"),
        ("CB Mara Osei", "Mara Osei"),
        ("Lissar Corp.", "Lissar Corp"),
    ],
)
def test_a_shorter_form_is_no_spelling(one: str, two: str) -> None:
    assert not are_spellings(one, two)
    assert not are_spellings(two, one)


@pytest.mark.parametrize(("one", "two"), [("Mara Osei", "Mara Osey"), ("Ben Ali", "Benali")])
def test_other_letters_and_other_gaps_are_spellings(one: str, two: str) -> None:
    assert are_spellings(one, two)
