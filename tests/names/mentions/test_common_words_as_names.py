"""Names that are words besides, teams, listed subjects, towns of origin; and what only looks like names."""

import pytest

from provenance.api.mentions import find_mentions


def found(text: str) -> set[tuple[str, str]]:
    """(words, kind) of every mention, by rules alone."""
    return {(text[m.span.start : m.span.end], m.kind.value) for m in find_mentions(text, model="none")}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Police held Faith Kiplagat on Monday.", "Faith Kiplagat", "person"),
        ("Her lawyer, Grace Flood, left.", "Grace Flood", "person"),
        ("Now coach Will Hardy praised him.", "Will Hardy", "person"),
        ("We saw Karen Larsen there.", "Karen Larsen", "person"),
        ("Then Dean Jones left.", "Dean Jones", "person"),
        ("Here is Ann Berg. She is survived by Rose and Mark.", "Mark", "person"),
        ('The vicar Dorothy "Dot" Parkinson is here.', 'Dorothy "Dot" Parkinson', "person"),
        ("It was written by Yu. A. Kuznetsov of the branch.", "Yu. A. Kuznetsov", "person"),
        ("Okafor, Ngozi; Haddad, Karim.", "Haddad, Karim", "person"),
        ("Critics from Human Rights Watch met. Human Rights Watch's Anna Berg left.", "Anna Berg", "person"),
        ("The Food, Drug and Transport Authority met.", "Food, Drug and Transport Authority", "organization"),
        ("It sued Baker & Stern LLP.", "Baker & Stern LLP", "organization"),
        ("The 10th U.S. Circuit Court met.", "10th U.S. Circuit Court", "organization"),
        ("He served in 12 Mechanised Brigade.", "12 Mechanised Brigade", "organization"),
        ("The army's General Staff said so.", "General Staff", "organization"),
        ("Aberdeen drew 0-0 with Motherwell.", "Aberdeen", "organization"),
        ("Mali 3 Togo 1", "Togo", "organization"),
        ("The Communist Party of Nepal (Marxist) won.", "Communist Party of Nepal (Marxist)", "organization"),
        ("The rebels took Svatove on Monday.", "Svatove", "place"),
        ("We met Bishop Matteo Brambilla of Cremona.", "Cremona", "place"),
        ("They left for Trinidad and Tobago.", "Trinidad and Tobago", "place"),
        ("WICHITA, Kan. (AP) \u2014 A judge spoke.", "Kan.", "place"),
        ("They spoke of the Congress of Vienna.", "Congress of Vienna", "event"),
        ("Typhoon Rosing came. Rosing weakened later.", "Rosing", "event"),
    ],
)
def test_names_of_many_makes_are_found(text: str, name: str, kind: str) -> None:
    assert (name, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mark my words. Rose bushes grow here. Winter was cold.",
        "Police Probe Death Of Student\n\nMore soon.",
        "The Bill passed on Monday.",
        "TENNIS \u2014 the second round was played.",
        "The tanker Trygve Halvorsen sank.",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert not found(text)


def test_a_surname_that_is_a_word_stands_for_its_bearer() -> None:
    text = "Amy Winter and Dale Rivers survived. Rivers wept. Winter did not."
    assert {("Rivers", "person"), ("Winter", "person")} <= found(text)
