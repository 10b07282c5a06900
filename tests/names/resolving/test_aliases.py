"""Aliases that a text states."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.names import EntityKind
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.comparing.acronyms import is_acronym, spells_name
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def aliases(text: str) -> list[tuple[str, str, str]]:
    texts = {"a": text}
    found = find_aliases(texts, find_mentions(texts, KNOWLEDGE), KNOWLEDGE)
    return [(a.name.quote(text), a.alias.quote(text), a.form.value) for a in found]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "The Maritime Safety Authority (MSA) spoke.",
            [("Maritime Safety Authority", "MSA", "abbreviation")],
        ),
        (
            "The MSA [Maritime Safety Authority] spoke.",
            [("MSA", "Maritime Safety Authority", "abbreviation")],
        ),
        (
            "The Office for Budget Responsibility (\u201cOBR\u201d) spoke.",
            [("Office for Budget Responsibility", "OBR", "abbreviation")],
        ),
        (
            "The Workers\u2019 Party of Ruritania (\u201cWPR / RWP\u201d) lost.",
            [
                ("Workers\u2019 Party of Ruritania", "WPR", "abbreviation"),
                ("Workers\u2019 Party of Ruritania", "RWP", "bracket"),
            ],
        ),
        (
            "The Kenya Revenue Agency, also known as the Zephyr Bureau, spoke.",
            [("Kenya Revenue Agency", "Zephyr Bureau", "known as")],
        ),
        (
            "The Northern Defence Forces (NDF) operating in Chad, also known as Jaysh al-Shamal, fled.",
            [
                ("Northern Defence Forces", "NDF", "abbreviation"),
                ("Northern Defence Forces", "Jaysh al-Shamal", "known as"),
            ],
        ),
        (
            "Robert T. Haller \u2014 Bob Haller to his voters \u2014 spoke.",
            [("Robert T. Haller", "Bob Haller", "known as")],
        ),
        (
            "Robert Haller (Bob Haller to his friends and colleagues) spoke.",
            [("Robert Haller", "Bob Haller", "known as")],
        ),
        (
            "Harakat al-Bahr fighters, as the Sea Front Party is known in Arabic, lost.",
            [("Sea Front Party", "Harakat al-Bahr", "known as")],
        ),
        ("Edmund Vale, Olga Reuter to his left, spoke.", []),
        ("Edmund Vale \u2014 Olga Reuter to his voters \u2014 spoke.", []),
        (
            "Michael Owuor, better known as Peter Otieno, sang.",
            [("Michael Owuor", "Peter Otieno", "known as")],
        ),
        (
            "The Northern Brigade, also known as the Northern Brigade, left.",
            [("Northern Brigade", "Northern Brigade", "known as")],
        ),
        (
            "The Harbour Trust (formerly the Docks Board) closed.",
            [("Harbour Trust", "Docks Board", "bracket")],
        ),
    ],
)
def test_stated_aliases(text: str, stated: list[tuple[str, str, str]]) -> None:
    assert aliases(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "PARIS (AP) \u2014 Nothing happened.",
        "LONDON (Reuters) - Nothing happened.",
        "Hadi Okello spoke. (Photo by Ana Ruiz / AFP)",
        "The Bank of England (1694) is old.",
        "They live in Bavaria (Germany) now.",
        "Sven Lindqvist (Liverpool) scored.",
        "Sven Lindqvist (Pedro Nunes 75) scored.",
        "Sven Lindqvist is known to Pedro Nunes.",
        "Ana Ruiz left. He is also known as Pedro Nunes.",
        "",
    ],
)
def test_what_only_stands_in_brackets_is_no_alias(text: str) -> None:
    assert aliases(text) == []


def test_the_span_covers_both_names_and_the_bracket() -> None:
    text = "The Maritime Safety Authority (MSA) spoke."
    texts = {"a": text}
    (alias,) = find_aliases(texts, find_mentions(texts, KNOWLEDGE), KNOWLEDGE)
    assert alias.span.quote(text) == "Maritime Safety Authority (MSA)"


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("FAO", "Food and Agriculture Organization"),
        ("F.A.O.", "Food and Agriculture Organization"),
        ("MoD", "Ministry of Defence"),
        ("ANC", "African National Congress"),
        ("JN", "Jabhat al-Nusra"),
        ("PKI", "Partai Komunis Indonesia"),
        ("UNHCR", "United Nations High Commissioner for Refugees"),
    ],
)
def test_letters_that_spell_a_name(acronym: str, name: str) -> None:
    assert is_acronym(acronym)
    assert spells_name(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [("FXO", "Ford and Opel"), ("Mod", "Ministry of Defence"), ("BBC", "Barclays"), ("UN", "UN")],
)
def test_letters_that_do_not(acronym: str, name: str) -> None:
    assert not spells_name(acronym, name)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Sven Lindqvist",
                "Bank of Chad",
                "(",
                ")",
                "[",
                "]",
                " / ",
                ", also known as ",
                "PMX",
                " ",
                "\n",
                "or ",
            ]
        )
        | st.text(max_size=4),
        max_size=30,
    ).map("".join)
)
def test_any_text_is_safe_and_spans_are_true(text: str) -> None:
    texts = {"a": text}
    mentions = find_mentions(texts, KNOWLEDGE)
    spans = {mention.span for mention in mentions}
    for alias in find_aliases(texts, mentions, KNOWLEDGE):
        assert {alias.name, alias.alias} <= spans
        assert alias.span.covers(alias.name)
        assert alias.span.covers(alias.alias)
        assert alias.span.end <= len(text)


def test_a_body_that_a_text_names_in_two_tongues_is_one() -> None:
    texts = {
        "a": "The Sea Front Party won. Harakat al-Bahr, as the Sea Front Party is known in Arabic, lost men.",
        "b": "Men of Harakat al-Bahr left Ulm.",
    }
    mentions = find_mentions(texts, KNOWLEDGE)
    table = resolve(texts, mentions, find_aliases(texts, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    (entity,) = [one for one in table.entities if one.kind is EntityKind.ORGANIZATION]
    assert {variant.text for variant in entity.variants} == {"Harakat al-Bahr", "Sea Front Party"}
