"""What belongs to what."""

import pytest

from provenance.model.claims import ClaimKind


def members(claims_of, marked):
    return [(c.subject, c.value_entity) for c in claims_of(marked, ClaimKind.MEMBERSHIP)]


@pytest.mark.parametrize(
    "marked",
    [
        "{O Northern Lines}, a subsidiary of the {O Baltic Group}, denied it.",
        "{O Northern Lines} (NL), a unit within the {O Baltic Group}, denied it.",
        "{O Northern Lines} is part of the {O Baltic Group}.",
        "{O Northern Lines}, which is part of the {O Baltic Group}, denied it.",
        "{O Northern Lines} joined the {O Baltic Group} in 2001.",
        "{O Northern Lines}, a Swedish-owned {O Baltic Group} unit, denied it.",
        "Several units within the {O Baltic Group} - such as {O Northern Lines} - closed.",
        "The {O Baltic Group}, including {O Northern Lines}, closed.",
        "The {O Baltic Group} grew. The largest units such as {O Northern Lines} closed.",
    ],
)
def test_a_membership_is_read(claims_of, marked):
    assert members(claims_of, marked) == [("Northern Lines", "Baltic Group")]


def test_every_member_of_a_list_gives_a_claim_with_the_lists_span(claims_of):
    marked = (
        "Members of the {O Dock Union} such as {O Local One}, {O Local Two} and the {O Crane Guild} struck."
    )
    found = claims_of(marked, ClaimKind.MEMBERSHIP)
    assert [c.subject for c in found] == ["Crane Guild", "Local One", "Local Two"]
    assert {c.quote for c in found} == {
        "Members of the Dock Union such as Local One, Local Two and the Crane Guild"
    }


def test_the_coalition_stands_for_the_alliance_named_before(claims_of):
    marked = (
        "They formed the {O Dawn Alliance}. He heads the coalition, which also includes smaller groups "
        "such as {O River League} and the {O Hill Party}."
    )
    assert members(claims_of, marked) == [("Hill Party", "Dawn Alliance"), ("River League", "Dawn Alliance")]


@pytest.mark.parametrize(
    "marked",
    [
        "{O Acme}, a critic of the {O Baltic Group}, closed.",
        "{O Acme} and the {O Baltic Group} closed.",
        "Companies such as {O Acme} and {O Bolt} closed.",
        "{P Ann Lee}, including {O Acme}, closed.",
    ],
)
def test_no_membership_is_read_where_none_is_said(claims_of, marked):
    assert members(claims_of, marked) == []
