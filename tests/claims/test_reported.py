"""Reported speech without quotation marks."""

import pytest

from provenance.model.claims import ClaimKind, Polarity, Voice


def retold(claims_of, marked):
    found = claims_of(marked, ClaimKind.ATTRIBUTION)
    return [(c.speaker, c.value) for c in found if c.voice is Voice.REPORTED]


@pytest.mark.parametrize(
    "marked",
    [
        "{P Ann Lee} said that the bridge would be closed for a year.",
        "{P Ann Lee} said the bridge would be closed for a year.",
        "The bridge would be closed for a year, said {P Ann Lee}.",
        "The bridge would be closed for a year, {P Ann Lee} told reporters.",
        "The bridge would be closed for a year, said the acting mayor, Dr {P Ann Lee}.",
        "The bridge would be closed for a year, according to {P Ann Lee}.",
        "According to {P Ann Lee}, the bridge would be closed for a year.",
        "{P Ann Lee} told the {O Daily Herald} on Monday that the bridge would be closed for a year.",
    ],
)
def test_the_retold_clause_is_found_with_its_speaker(claims_of, marked):
    (found,) = [r for r in retold(claims_of, marked)]
    assert found[0] == "Ann Lee"
    assert found[1].lower() == "the bridge would be closed for a year"


@pytest.mark.parametrize(
    "marked",
    [
        "{P Ann Lee} said on that night of the vote, and for days they argued.",
        "{P Ann Lee}, who leads the party, and said nothing.",
        "The bridge was closed, officials said.",
    ],
)
def test_what_is_no_retold_clause_of_a_named_speaker_gives_none(claims_of, marked):
    assert retold(claims_of, marked) == []


def test_what_is_denied_is_marked(claims_of):
    (claim,) = claims_of("{P Ann Lee} denied that the bridge was ever closed.", ClaimKind.ATTRIBUTION)
    assert claim.polarity is Polarity.DENIED


def test_the_holder_of_an_office_is_known_by_it(claims_of):
    marked = (
        "{P Ann Lee}, the prime minister of {L Peru}, met {P Bob Fox}. {P Bob Fox} smiled. "
        "The bridge would be closed for a year, the prime minister said."
    )
    assert ("Ann Lee", "The bridge would be closed for a year") in retold(claims_of, marked)
