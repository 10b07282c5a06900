"""Where something happened."""

import pytest

from provenance.model.claims import ClaimKind


def places(claims_of, text):
    return [(c.predicate, c.value, c.wording) for c in claims_of(text, ClaimKind.LOCATION)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{P Ada Obi} was arrested in {L Jos} on Friday.", ("in", "Jos", "arrested")),
        ("The {L Lagos} ferry sank off {L Badagry}.", ("off", "Badagry", "sank")),
        ("She was seized from her home.", ("from", "her home", "seized")),
        (
            "The wagons derailed to the east of the {L Danube} bridge.",
            ("east of", "the Danube bridge", "derailed"),
        ),
        ("He was born in {L Sichuan} province.", ("in", "Sichuan province", "born")),
        ("The mask was unearthed at the bottom of a well.", ("at", "the bottom of a well", "unearthed")),
    ],
)
def test_a_place_with_what_happened_there(claims_of, text, found):
    assert found in places(claims_of, text)


def test_datelines_days_and_numbers_are_no_places(claims_of):
    assert places(claims_of, "JOS, Nov. 20 (AP) — Ada Obi resigned in March after 20 years.") == []
    assert places(claims_of, "He was arrested on Monday at nine in the evening.") == []


def test_a_sentence_that_tells_no_happening_gives_none(claims_of):
    assert places(claims_of, "The houses in {L Jos} are blue.") == []


def test_long_and_broken_texts_are_read(claims_of):
    assert places(claims_of, "") == []
    assert places(claims_of, "in " * 5000 + "x" * 5000) == []
