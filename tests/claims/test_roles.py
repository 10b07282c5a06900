"""Who holds which role."""

import pytest

from provenance.model.claims import ClaimKind, Voice


def roles(claims_of, marked):
    return [(c.subject, c.predicate, c.value, c.quote) for c in claims_of(marked, ClaimKind.ROLE)]


@pytest.mark.parametrize(
    ("marked", "subject", "predicate", "value", "quote"),
    [
        (
            "{P Maria Kvist}, head of the {O Maritime Safety Authority}, resigned.",
            "Maria Kvist",
            "head",
            "Maritime Safety Authority",
            "Maria Kvist, head of the Maritime Safety Authority",
        ),
        (
            "{P Ann Lee}, the secretary-general of the powerful {O Dock Workers Union}, spoke.",
            "Ann Lee",
            "secretary-general",
            "Dock Workers Union",
            "Ann Lee, the secretary-general of the powerful Dock Workers Union",
        ),
        ("Kenyan President {P Ruto} flew home.", "Ruto", "president", "Kenyan", "Kenyan President Ruto"),
        (
            "{O NASA} spokesman {P Joe Bell} declined.",
            "Joe Bell",
            "spokesman",
            "NASA",
            "NASA spokesman Joe Bell",
        ),
        (
            "{L Peru}'s Prime Minister {P Ana Ruiz} resigned.",
            "Ana Ruiz",
            "prime minister",
            "Peru",
            "Peru's Prime Minister Ana Ruiz",
        ),
        (
            "{P Paul Roe} is director of the {O Harbour Trust}.",
            "Paul Roe",
            "director",
            "Harbour Trust",
            "Paul Roe is director of the Harbour Trust",
        ),
        (
            "{P Lena Ost}, who heads the {O Port Authority}, urged calm.",
            "Lena Ost",
            "head",
            "Port Authority",
            "Lena Ost, who heads the Port Authority",
        ),
        (
            "{P Ivan Petrov}, who recently founded the {O Green Path Party}, ran.",
            "Ivan Petrov",
            "founder",
            "Green Path Party",
            "Ivan Petrov, who recently founded the Green Path Party",
        ),
        (
            "{P Jo March}, the {O Alcott Institute} chairwoman, said no.",
            "Jo March",
            "chairman",
            "Alcott Institute",
            "Jo March, the Alcott Institute chairwoman",
        ),
        (
            "{P Tom Ray}, 51, a senior politician from the {O Harbour Party}, lost.",
            "Tom Ray",
            "politician",
            "Harbour Party",
            "Tom Ray, 51, a senior politician from the Harbour Party",
        ),
        (
            "{P Jacob Berg}, head of equity research at {O Sydbank}, agreed.",
            "Jacob Berg",
            "head",
            "Sydbank",
            "Jacob Berg, head of equity research at Sydbank",
        ),
        (
            "{L Peru}'s defence ministry spokesman, Major-General {P Ivan Roe}, denied it.",
            "Ivan Roe",
            "spokesman",
            "Peru",
            "Peru's defence ministry spokesman, Major-General Ivan Roe",
        ),
        (
            "{P Mia Lind}, a spokeswoman for Nordvind, declined.",
            "Mia Lind",
            "spokesman",
            "Nordvind",
            "Mia Lind, a spokeswoman for Nordvind",
        ),
        ("Gov. {P Bill Clements} promised help.", "Bill Clements", "governor", "", "Gov. Bill Clements"),
        (
            "A former {L U.S.} secretary of state, {P John Kerry}, came.",
            "John Kerry",
            "former secretary of state",
            "U.S.",
            "U.S. secretary of state, John Kerry",
        ),
    ],
)
def test_a_role_is_read_with_holder_body_and_shortest_span(
    claims_of, marked, subject, predicate, value, quote
):
    assert (subject, predicate, value, quote) in roles(claims_of, marked)


def test_two_roles_of_one_person_are_two_claims(claims_of):
    marked = "{P Sam Hill}, head of the {O Iron Works} and leader of the {O Steel Alliance}, spoke."
    found = [(predicate, value) for _, predicate, value, _ in roles(claims_of, marked)]
    assert found == [("head", "Iron Works"), ("leader", "Steel Alliance")]


def test_both_bodies_of_a_leader_are_claims(claims_of):
    marked = "{P Sam Hill}, who leads both the {O Iron Works} and the {O Steel Alliance}, spoke."
    assert [value for _, _, value, _ in roles(claims_of, marked)] == ["Iron Works", "Steel Alliance"]


def test_a_list_of_roles_with_different_bodies(claims_of):
    marked = "{P Ade Bola}, who is a Nigerian MP as well as a senior adviser in the {O Delta Forum}, left."
    found = {(predicate, value) for _, predicate, value, _ in roles(claims_of, marked)}
    assert found == {("member of parliament", "Nigerian"), ("adviser", "Delta Forum")}


def test_fellow_and_director_share_their_body(claims_of):
    marked = "By {P Eva Stone} | Fellow and Director of {O Arctic Watch Project}"
    assert {(p, v) for _, p, v, _ in roles(claims_of, marked)} == {
        ("fellow", "Arctic Watch Project"),
        ("director", "Arctic Watch Project"),
    }


def test_a_role_named_before_its_holder_is_linked(claims_of):
    marked = (
        "The spokesman of the {O Rail Union} called the plan illegal.\n\n"
        "{O Rail Union} spokesman {P Tom Gray} said more would follow."
    )
    first = claims_of(marked, ClaimKind.ROLE)[0]
    assert first.subject == "Tom Gray"
    assert first.is_inferred
    assert first.quote == "The spokesman of the Rail Union"


def test_the_new_coalition_is_the_alliance_named_before(claims_of):
    marked = "Several groups formed the {O Dawn Alliance}. {P Eli Shaw} is head of the new coalition."
    (role,) = claims_of(marked, ClaimKind.ROLE)
    assert role.value == "the new coalition"
    assert role.value_entity == "Dawn Alliance"
    assert role.is_inferred


def test_titles_in_a_list_go_to_the_name_after_them(claims_of):
    marked = "Among them were Egyptian President {P Sisi}, Kuwaiti Prime Minister {P Sabah} and {P Ann Lee}."
    assert [(s, p) for s, p, _, _ in roles(claims_of, marked)] == [
        ("Sisi", "president"),
        ("Sabah", "prime minister"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "{P Ann Lee}, a spokesman said, was not hurt.",
        "{P Ann Lee}, daughter of the president of {O Acme}, won.",
        "{P Ann Lee} and the head of {O Acme} met.",
        "The president's car hit {P Ann Lee}.",
        "{P Ann Lee} met leaders of {O Acme}.",
        "{P Ann Lee} is chief epidemiologist.",
        "{P Ann Lee}'s car hit the president of {O Acme}.",
    ],
)
def test_no_role_is_read_where_none_is_said(claims_of, marked):
    assert [r for r in roles(claims_of, marked) if r[0] == "Ann Lee"] == []


def test_a_role_inside_a_quotation_has_the_speakers_voice(claims_of):
    marked = (
        'The mayor met {P Jane Roe}. "I met {P Bob Fox}, head of {O Acme Ltd}, twice," {P Jane Roe} said.'
    )
    role = next(c for c in claims_of(marked, ClaimKind.ROLE) if c.subject == "Bob Fox")
    assert role.voice is Voice.QUOTED
    assert role.speaker == "Jane Roe"


@pytest.mark.parametrize(
    ("marked", "predicate", "value"),
    [
        ("{P Ada Brandt}, the captain of the Grey Heron, was asleep.", "captain", "Grey Heron"),
        ("{P Ada Brandt}, first mate of the trawler Grey Heron, was asleep.", "first officer", "Grey Heron"),
        ("{P Ada Brandt}, captain of the cargo ship Grey Heron, was asleep.", "captain", "Grey Heron"),
        ("{P Ada Brandt} has commanded the Grey Heron for years.", "commander", "Grey Heron"),
        ("{P Ada Brandt} is the harbour master.", "harbour master", ""),
    ],
)
def test_a_ship_that_nobody_marked_as_a_name_is_what_its_captain_commands(
    claims_of, marked, predicate, value
):
    (role,) = roles(claims_of, marked)
    assert role[:3] == ("Ada Brandt", predicate, value)


def test_a_person_after_of_is_no_body(claims_of):
    assert ("Ada Brandt", "leader", "Tom Fry") not in [
        r[:3] for r in roles(claims_of, "{P Ada Brandt}, the leader of the army {P Tom Fry}, left.")
    ]
