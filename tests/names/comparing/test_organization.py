"""Bodies that are named after another body."""

import pytest

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Royal Observatory", "Society of Friends of the Royal Observatory"),
        ("Bank of Moravia", "Board of the Bank of Moravia"),
        ("the Harbour Museum", "Council for the Harbour Museum"),
    ],
)
def test_a_body_of_another_body_is_not_that_body(whole: str, part: str) -> None:
    assert compare_names(whole, part, "organization", load_knowledge()).verdict != "same"


def test_a_word_that_only_says_what_it_is_makes_no_other_body() -> None:
    knowledge = load_knowledge()
    found = compare_names("Democratic Front", "Party of the Democratic Front", "organization", knowledge)
    assert found.verdict == "same"
