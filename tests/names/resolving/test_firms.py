"""Surnames that a firm bears too."""

import pytest

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.resolving.firms import with_firms
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
_FIRM = "Okello & Sons builds boats. "
_OWNER = "Grace Okello runs it. "


def kind(text: str, head: str = _FIRM + _OWNER) -> str:
    """What the first "Okello" of the text is taken for behind the head."""
    whole = head + text
    start = len(head) + text.index("Okello")
    mentions = [Mention(Span("a", start, start + 6), "Okello", EntityKind.PERSON)]
    if _FIRM in head:
        mentions.append(Mention(Span("a", 0, 13), "Okello & Sons", EntityKind.ORGANIZATION))
    if _OWNER in head:
        at = head.index("Grace")
        mentions.append(Mention(Span("a", at, at + 12), "Grace Okello", EntityKind.PERSON))
    return with_firms({"a": whole}, mentions, KNOWLEDGE)[0].kind.value


@pytest.mark.parametrize(
    "text",
    [
        "Okello has 14 boats.",
        "Okello lost 40 million shillings.",
        "Okello's shares fell.",
        "Shares in Okello fell.",
        "Okello said that it would close.",
        "He works for Okello.",
        "Okello, the oldest company of the lake, closed.",
        "The boat was built by Okello.",
        "Okello was founded in 1911.",
    ],
)
def test_what_firms_do_is_the_firm(text: str) -> None:
    assert kind(text) == "organization"


@pytest.mark.parametrize(
    "text",
    [
        "Okello wept.",
        "Mrs Okello owns 60 boats.",
        "Okello, 44, smiled.",
        "Okello said that he was sorry.",
        "Okello said no.",
    ],
)
def test_what_people_do_is_a_person(text: str) -> None:
    assert kind(text) == "person"


def test_a_text_without_a_bearer_means_the_firm() -> None:
    assert kind("Okello declined to comment.", _FIRM) == "organization"
    assert kind("Okello declined to comment.", _OWNER) == "person"


def test_a_foundation_is_no_firm_of_its_founder() -> None:
    head = "The Okello Foundation gave money. "
    text = head + "Okello has 14 boats."
    mentions = [
        Mention(Span("a", 4, 21), "Okello Foundation", EntityKind.ORGANIZATION),
        Mention(Span("a", len(head), len(head) + 6), "Okello", EntityKind.PERSON),
    ]
    assert with_firms({"a": text}, mentions, KNOWLEDGE)[1].kind is EntityKind.PERSON


def test_a_founder_who_speaks_in_his_paragraph_is_no_firm() -> None:
    text = "Okello & Sons builds boats.\n\nGrace Okello is 91. “We tested every one,” Okello said."
    start, at = text.index("Grace"), text.index("Okello said")
    mentions = [
        Mention(Span("a", 0, 13), "Okello & Sons", EntityKind.ORGANIZATION),
        Mention(Span("a", start, start + 12), "Grace Okello", EntityKind.PERSON),
        Mention(Span("a", at, at + 6), "Okello", EntityKind.ORGANIZATION),
    ]
    assert with_firms({"a": text}, mentions, KNOWLEDGE)[2].kind is EntityKind.PERSON


@pytest.mark.parametrize(("gap", "expected"), [(" ", "person"), ("\n\n", "organization")])
def test_a_surname_behind_its_bearer_in_one_paragraph_is_the_person(gap: str, expected: str) -> None:
    text = (
        f"{_FIRM}Amos Okello sews.{gap}It rains. Grace Okello paints.{gap}\u201cNo boats,\u201d Okello said."
    )
    start = text.rindex("Okello")
    mentions = [
        Mention(Span("a", start, start + 6), "Okello", EntityKind.PERSON),
        Mention(Span("a", 0, 13), "Okello & Sons", EntityKind.ORGANIZATION),
    ]
    for name in ("Amos Okello", "Grace Okello"):
        at = text.index(name)
        mentions.append(Mention(Span("a", at, at + len(name)), name, EntityKind.PERSON))
    assert with_firms({"a": text}, mentions, KNOWLEDGE)[0].kind.value == expected


def test_a_body_that_used_to_say_something_is_the_bearer_of_its_text() -> None:
    text = "Grace Okello sold fish.\n\nThen she rented a shed. Okello used to say that fish are patient."
    start = text.rindex("Okello")
    mentions = [
        Mention(Span("a", 0, 12), "Grace Okello", EntityKind.PERSON),
        Mention(Span("a", start, start + 6), "Okello", EntityKind.ORGANIZATION),
    ]
    assert [m.kind for m in with_firms({"a": text}, mentions, KNOWLEDGE)] == [EntityKind.PERSON] * 2


def test_the_sentence_behind_what_somebody_said_goes_on_about_him() -> None:
    text = "Mr Baraka said that Okello had shipped the boats. He could not say when."
    assert kind(text, _FIRM) == "organization"
    assert kind("Okello had shipped the boats. He could not say when.", _FIRM) == "person"


def test_a_surname_with_particles_is_its_firm_where_nobody_bears_it() -> None:
    text = "Ter Horst & Zoon deals in clocks. We asked what ter Horst gave for it."
    start = text.rindex("ter Horst")
    mentions = [
        Mention(Span("a", 0, 16), "Ter Horst & Zoon", EntityKind.ORGANIZATION),
        Mention(Span("a", start, start + 9), "ter Horst", EntityKind.PERSON),
    ]
    assert with_firms({"a": text}, mentions, KNOWLEDGE)[1].kind is EntityKind.ORGANIZATION
