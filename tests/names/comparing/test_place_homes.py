"""Where a place says that it lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.names import Verdict
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.place_homes import are_one_home, codes_of, place_alternatives, split_home
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def judge(a: str, b: str) -> Verdict:
    return compare_names(a, b, "place", KNOWLEDGE).verdict


@pytest.mark.parametrize(
    ("name", "own", "codes"),
    [
        ("Paris, Texas", "Paris", "US-TX"),
        ("Paris (Texas)", "Paris", "US-TX"),
        ("Austin TX", "Austin", "US-TX"),
        ("Concord, N.H.", "Concord", "US-NH"),
        ("Lagos, Nigeria", "Lagos", "NG"),
        ("Macon, Georgia", "Macon", "GE US-GA"),
        ("Macon, Georgia, USA", "Macon", "US-GA"),
        ("Leeds, England", "Leeds", "GB-ENG"),
        ("Mumbai (Bombay)", "Mumbai (Bombay)", ""),
        ("Rock, in the river", "Rock, in the river", ""),
        ("Nowhere, ", "Nowhere, ", ""),
    ],
)
def test_a_comma_a_bracket_or_letters_say_where(name: str, own: str, codes: str) -> None:
    found, home = split_home(name, KNOWLEDGE)
    assert (found, " ".join(sorted(home.codes))) == (own, codes)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Paris, Texas", "Paris, France"),
        ("Tripoli, Libya", "Tripoli, Lebanon"),
        ("Moscow, Idaho", "Moscow, Russia"),
        ("Georgia", "Macon, Georgia"),
        ("Paris (Texas)", "Texas"),
        ("New York, United States", "United States"),
        ("Perth, Scotland", "Perth, Western Australia"),
    ],
)
def test_places_that_lie_elsewhere_differ(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Atlanta, Georgia", "Atlanta"),
        ("Nairobi, Kenya", "Nairobi"),
        ("Paris, France", "Paris"),
        ("Cambridge, Mass.", "Cambridge, Massachusetts"),
        ("Leeds, UK", "Leeds, England"),
        ("Washington, D.C.", "Washington DC"),
        ("Korea, Republic of", "South Korea"),
    ],
)
def test_a_place_and_its_name_with_its_state_are_one(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.SAME


@pytest.mark.parametrize(("a", "b"), [("Paris, Texas", "Paris"), ("Portland, Maine", "Portland")])
def test_one_of_several_of_a_name_is_left_open(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.UNSURE


def test_a_part_lies_in_its_state() -> None:
    assert are_one_home(frozenset({"US-TX"}), frozenset({"US"}))
    assert not are_one_home(frozenset({"US-TX"}), frozenset({"US-TN", "GB"}))
    assert codes_of("the state of Kerala", KNOWLEDGE) == {"IN-KL"}


def test_other_names_stand_in_brackets_and_behind_slashes() -> None:
    assert place_alternatives("Mumbai (Bombay)", KNOWLEDGE) == ("Mumbai", "Bombay")
    assert place_alternatives("Biel / Bienne", KNOWLEDGE) == ("Biel", "Bienne")
    assert place_alternatives("Paris (Texas)", KNOWLEDGE) == ("Paris (Texas)",)


@given(st.text(max_size=40))
def test_any_text_has_a_name_left(name: str) -> None:
    own, home = split_home(name, KNOWLEDGE)
    assert own or not home.codes
    assert place_alternatives(name, KNOWLEDGE)
