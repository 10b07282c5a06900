"""Children and fathers in names, given names alone, surnames with particles, ends of names of bodies."""

import pytest

from provenance.model.names import EntityKind, NameTable
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.lineage import begins_with_parent, given_heads, others_places
from provenance.names.resolving.nodes import is_short
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(*texts: str) -> NameTable:
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    aliases = find_aliases(pile, mentions, KNOWLEDGE)
    return resolve(pile, mentions, aliases, [], KNOWLEDGE, NameSettings())


def are_one(table: NameTable, a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Has one entity mentions of both: (source, spelling)?"""
    return any(
        {a, b} <= {(span.source_id, variant.text) for variant in entity.variants for span in variant.mentions}
        for entity in table.entities
    )


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("umm salim", {1}),
        ("abu tariq", {1}),
        ("khalid bin rashid maktoum", {2}),
        ("john smith", set()),
        ("bin", set()),
        ("", set()),
    ],
)
def test_a_childs_and_a_fathers_name_is_nobodys_own(name: str, places: set[int]) -> None:
    assert others_places(name.split(), KNOWLEDGE) == places


def test_what_stands_behind_bin_begins_no_surname() -> None:
    words = "omar bin salim harthi".split()
    assert [begins_with_parent(words, start) for start in range(4)] == [False, False, True, False]


def test_a_son_is_not_the_woman_who_is_called_after_him() -> None:
    table = table_of(
        "Umm Salim spoke first. Then Salim Harthi, a driver, wept. “My boy,” said Umm Salim. Salim left."
    )
    assert not are_one(table, ("0", "Umm Salim"), ("0", "Salim"))
    assert not are_one(table, ("0", "Umm Salim"), ("0", "Salim Harthi"))


def test_a_father_named_behind_bin_is_not_joined_with_the_son() -> None:
    table = table_of("Omar bin Salim al-Harthi met the press. His son is Salim al-Harthi.")
    assert not are_one(table, ("0", "Omar bin Salim al-Harthi"), ("0", "Salim al-Harthi"))


def test_a_given_name_means_who_begins_with_it_and_no_daughter() -> None:
    table = table_of("Ato Abebe Worku signed. His daughter Selam Abebe is a lawyer. Ato Abebe will not sit.")
    assert are_one(table, ("0", "Abebe Worku"), ("0", "Abebe"))
    assert not are_one(table, ("0", "Selam Abebe"), ("0", "Abebe"))


def test_a_surname_still_means_who_ends_with_it() -> None:
    table = table_of("Justice Clarence Thomas dissented. Thomas Miller wrote the brief. Justice Thomas left.")
    assert not are_one(table, ("0", "Thomas Miller"), ("0", "Thomas"))


def test_given_names_are_heads_while_all_are_given() -> None:
    assert list(given_heads("juan carlos varela ruiz".split(), KNOWLEDGE))[:1] == ["juan carlos"]
    assert list(given_heads("smith".split(), KNOWLEDGE)) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [("De Vries", True), ("van der Meer", True), ("Pieter de Vries", False), ("Ann Lee", False)],
)
def test_a_surname_with_its_particles_is_a_surname(name: str, short: bool) -> None:
    assert is_short(name, EntityKind.PERSON) is short


def test_a_body_is_called_by_the_end_of_its_name_where_its_letters_stand() -> None:
    table = table_of(
        "The National Harbour Council of Ghana (NHCG) met in Tema. The NHCG approved.",
        "The NHCG was late. Nothing more came from the Harbour Council on Monday.",
        "In Perth the Harbour Council rested.",
    )
    full = ("0", "National Harbour Council of Ghana")
    assert not are_one(table, full, ("2", "Harbour Council"))


def test_partners_of_a_firm_are_no_person() -> None:
    table = table_of(
        "She hired Okonkwo Feld & Marsh LLP. Later Okonkwo Feld withdrew.",
        "Judge Amara Feld sat. Mr. Feld left.",
    )
    assert not are_one(table, ("0", "Okonkwo Feld"), ("1", "Feld"))


def test_a_ministry_there_is_that_of_the_capital_before() -> None:
    table = table_of(
        "The Ministry of Health in Lima wrote to the Ministry of Health in Quito.",
        "The Ministry of Justice in Quito shut its doors, and the Ministry of Health there opened.",
    )
    (span,) = [
        span
        for entity in table.entities
        for variant in entity.variants
        for span in variant.mentions
        if span.source_id == "1" and variant.text == "Ministry of Health"
    ]
    held = [e for e in table.entities if any(span in v.mentions for v in e.variants)]
    places = {s.source_id for v in held[0].variants for s in v.mentions}
    assert places == {"0", "1"}
