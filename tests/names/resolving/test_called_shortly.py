"""Short names that a pile explains: by whom they can mean, by letters, by what a firm is."""

import pytest

from provenance.model.names import EntityKind
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.body_words import called_so
from provenance.names.resolving.nodes import Node
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def entities(*texts: str) -> list[set[str]]:
    """The spellings of each entity, every one with the number of its text: 0 Reis."""
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    aliases = find_aliases(pile, mentions, KNOWLEDGE)
    table = resolve(pile, mentions, aliases, [], KNOWLEDGE, NameSettings())
    return [
        {f"{span.source_id} {variant.text}" for variant in entity.variants for span in variant.mentions}
        for entity in table.entities
    ]


def are_one(a: str, b: str, *texts: str) -> bool:
    return any({a, b} <= spellings for spellings in entities(*texts))


def bodies(*names: str) -> list[Node]:
    return [Node(EntityKind.ORGANIZATION, name, "") for name in names]


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("moreno", ["Banco Moreno, S.A.", "Moreno Seguros do Norte"], ["Banco Moreno, S.A."]),
        ("tamm", ["Tamm Group", "Tamm Lines", "Tamm Ferry"], ["Tamm Group"]),
        ("tamm", ["Tamm Lines", "Tamm Ferry"], ["Tamm Lines", "Tamm Ferry"]),
        ("tamm", ["Tamm Group", "Port of Tamm"], ["Tamm Group", "Port of Tamm"]),
        ("moreno", ["Liga Moreno", "Moreno Seguros"], ["Liga Moreno", "Moreno Seguros"]),
        ("moreno", [], []),
    ],
)
def test_a_word_alone_is_the_firm_of_that_name_or_the_group(
    word: str, names: list[str], expected: list[str]
) -> None:
    assert [body.text for body in called_so(bodies(*names), word, KNOWLEDGE)] == expected


def test_well_known_letters_are_one_in_capitals_and_as_a_word() -> None:
    assert are_one("0 UNESCO", "1 Unesco", "A mission of UNESCO came.", "A mission of Unesco left.")


def test_letters_with_and_are_the_firm_of_their_text() -> None:
    text = "Paintings were sold at Rask & Madsen in Copenhagen. The director of R&M resigned."
    assert are_one("0 R&M", "0 Rask & Madsen", text)


def test_a_headline_in_capitals_names_nobody_else() -> None:
    text = (
        "INGRID LINDQVIST DIES\n\nIngrid Lindqvist, the painter, has died in Oslo.\n\nLindqvist was born in "
        "Bergen. She sold fish.\n\nShe leaves a daughter, Maja Lindqvist."
    )
    assert are_one("0 Lindqvist", "0 Ingrid Lindqvist", text)


def test_kin_set_off_by_a_comma_are_not_meant_by_the_surname() -> None:
    rest = "She counts sheep. It rained. The road was bad. Nobody came. The hay was wet."
    text = (
        f"Ingrid Lindqvist farms in Voss. Her elder brother, Nils Lindqvist, sings. {rest} Lindqvist waited."
    )
    assert are_one("0 Lindqvist", "0 Ingrid Lindqvist", text)


def test_a_given_name_alone_is_one_in_its_text_only() -> None:
    text = "Mrs Maria knows. The tram was late. Maria will come in May."
    assert sum("0 Maria" in spellings for spellings in entities(text)) == 1
    assert not are_one("0 Maria", "1 Maria", "Maria sings.", "Maria paints.")


def test_how_others_write_a_name_is_its_other_spelling() -> None:
    text = "Yusuf Bekele works in Lyon, where colleagues write his name Youssouf Békélé. He bakes."
    assert are_one("0 Yusuf Bekele", "0 Youssouf Békélé", text)


def test_letters_that_one_text_explains_in_a_foreign_tongue_are_the_same_elsewhere() -> None:
    texts = ("It went to the Bureau d\u2019achat du riz (BAR) in May.", "The director of BAR resigned.")
    assert are_one("0 BAR", "1 BAR", *texts)


def test_texts_of_any_spelling_of_a_person_tie_a_bare_surname_to_her() -> None:
    profile = "Oskar Wendel keeps bees in Gera. The judge, Strnadov\u00e1, likes him. Oskar Wendel smiled."
    feature = "Oskar Wendel met Milena Strnadov\u00e1 in May. Oskar Wendel wept."
    wire = "The judge, Milena Strnadova, resigned in Brno on Friday."
    assert are_one("0 Strnadov\u00e1", "1 Milena Strnadov\u00e1", profile, feature, wire)
    assert are_one("0 Strnadov\u00e1", "2 Milena Strnadova", profile, feature, wire)
