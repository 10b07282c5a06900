"""What holds for a comparison of any two texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge, Role
from provenance.names.comparing.compare import compare_names
from provenance.names.sounds.romanise import LONGEST_NAME

KNOWLEDGE = Knowledge(
    given_names=frozenset({"karim", "karam", "hadi"}),
    honorifics=frozenset({"dr.", "sheikh"}),
    roles={"prime minister": Role("prime minister", is_sole=True, is_leader=True)},
    organization_words=frozenset({"brigade", "army"}),
    legal_forms=frozenset({"a.g.", "ltd"}),
    organization_translations={"kata'ib": "brigades", "hizb": "party of"},
    countries={"iraq": "IQ", "ivory coast": "CI"},
    demonyms={"iraqi": "IQ"},
    number_words={"second": 2.0},
)
WORDS = st.sampled_from(
    "Hadi al-Amiri bin Abd al Aziz Abu Dr. Sheikh Jr. IV W. ISIS Iraq Iraqi army Kata'ib Ltd 17th هادي "
    "Хрущёв 习近平 김정은 בנימין , / ( ) ' - García الله din".split()
)
NAMES = st.one_of(st.text(max_size=30), st.lists(WORDS, max_size=7).map(" ".join))
KINDS = st.sampled_from(["person", "organization", "place", "event", "other"])


@given(NAMES, NAMES, KINDS)
@settings(deadline=None)
def test_score_is_a_share_and_the_order_of_the_names_does_not_matter(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind, KNOWLEDGE)
    assert 0.0 <= found.score <= 1.0
    assert found == compare_names(b, a, kind, KNOWLEDGE)


@given(NAMES, KINDS)
@settings(deadline=None)
def test_a_name_is_the_same_as_itself(name: str, kind: str) -> None:
    found = compare_names(name, name, kind, KNOWLEDGE)
    assert found.score == 1.0
    assert found.verdict == "same"
    assert compare_names(name.upper(), name.upper(), kind, Knowledge()).score == 1.0


@given(st.lists(WORDS, min_size=1, max_size=40).map("".join), KINDS)
@settings(max_examples=30, deadline=None)
def test_names_without_spaces_do_no_harm(name: str, kind: str) -> None:
    assert 0.0 <= compare_names(name, name[::-1], kind, KNOWLEDGE).score <= 1.0


def test_names_longer_than_a_name_can_be_are_read_only_in_part() -> None:
    letters = "abcdefghi" * 120_000
    found = compare_names(letters, letters[::-1], "person", KNOWLEDGE)
    assert 0.0 <= found.score <= 1.0
    assert compare_names("a " * 500_000, "b " * 500_000, "organization", KNOWLEDGE).score < 1.0
    assert len(letters) > LONGEST_NAME


def test_nothing_but_signs_is_the_same_only_as_itself() -> None:
    assert compare_names("...", "...", "person", KNOWLEDGE).score == 1.0
    assert compare_names("...", "---", "person", KNOWLEDGE).score == 0.0
    assert compare_names("", "\x00", "organization", KNOWLEDGE).score == 0.0
