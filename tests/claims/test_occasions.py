"""To whom, where and when."""

import pytest

from provenance.claims.occasions import find_occasion
from provenance.model.claims import ClaimKind


@pytest.mark.parametrize(
    ("frame", "addressee", "occasion"),
    [
        ("Ann Lee told reporters in Oslo on Monday: ", "reporters", "in Oslo on Monday"),
        (", Ann Lee told the defence committee on 9 October.", "the defence committee", "on 9 October"),
        ("In an interview with Radio Five, Ann Lee said ", "Radio Five", "In an interview with Radio Five"),
        (", she said.", "", ""),
    ],
)
def test_the_sentence_tells_the_occasion(frame, addressee, occasion):
    found = find_occasion(frame)
    assert found.addressee == addressee
    assert found.occasion == occasion


def test_a_claim_carries_addressee_and_occasion(claims_of):
    (claim,) = claims_of(
        "“It held,” {P Ann Lee} told the court in {L Oslo} on Friday.", ClaimKind.ATTRIBUTION
    )
    assert (claim.addressee, claim.occasion) == ("the court", "in Oslo on Friday")


def test_long_frames_without_spaces_are_read_in_a_moment():
    assert find_occasion("x" * 500).addressee == ""
