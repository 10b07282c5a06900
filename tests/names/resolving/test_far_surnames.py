"""Surnames whose text names nobody in full, names of ships and firms, fathers' names, brothers."""

import pytest

from provenance.model.names import NameTable
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(*texts: str) -> NameTable:
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    aliases = find_aliases(pile, mentions, KNOWLEDGE)
    return resolve(pile, mentions, aliases, [], KNOWLEDGE, NameSettings())


def are_one(table: NameTable, a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Has one entity mentions of both: (source, spelling)?"""
    for entity in table.entities:
        held = {(span.source_id, variant.text) for variant in entity.variants for span in variant.mentions}
        if {a, b} <= held:
            return True
    return False


@pytest.mark.parametrize(
    ("texts", "short", "full"),
    [
        (["Ann Lee, a teacher in Leeds, won the lottery.", "Lee beat Chen 6-4 in Seoul."], "Lee", "Ann Lee"),
        (
            ["Gordon Brown, 12, of Hull lost his dog.", "Dr Brown treated the wounded in Aden."],
            "Brown",
            "Gordon Brown",
        ),
        (
            ["Raila Odinga and his brother Oburu Odinga spoke in Kisumu.", "Mr Odinga left on Tuesday."],
            "Odinga",
            "Oburu Odinga",
        ),
    ],
)
def test_a_surname_in_another_text_is_left_to_people(texts: list[str], short: str, full: str) -> None:
    table = table_of(*texts)
    assert not are_one(table, ("0", full), ("1", short))
    assert any({pair.a, pair.b} == {short, full} for pair in table.pairs)


def test_a_rare_surname_in_a_text_that_names_another_one_too_is_joined() -> None:
    table = table_of("Tomasz Wieczorek met Ines Falcao.", "Wieczorek left. Ines Falcao stayed.")
    assert are_one(table, ("0", "Tomasz Wieczorek"), ("1", "Wieczorek"))


def test_a_common_surname_without_its_office_is_not_joined() -> None:
    table = table_of("Finance minister Ngozi Diallo spoke in Conakry.", "Guinea rose. Diallo left.")
    assert not are_one(table, ("0", "Ngozi Diallo"), ("1", "Diallo"))


def test_a_brother_is_a_man_too() -> None:
    text = "Raila Odinga and his brother Oburu Odinga spoke in Kisumu. Mr Odinga wept."
    table = table_of(text)
    assert not are_one(table, ("0", "Oburu Odinga"), ("0", "Odinga"))


@pytest.mark.parametrize(
    "texts",
    [
        ["The tanker Trygve Halvorsen ran aground.", "Trygve Halvorsen, the shipowner, wept."],
        ["The crew of the Trygve Halvorsen was saved.", "Trygve Halvorsen, the shipowner, wept."],
    ],
)
def test_a_ship_is_not_the_person_whose_name_it_bears(texts: list[str]) -> None:
    assert not are_one(table_of(*texts), ("0", "Trygve Halvorsen"), ("1", "Trygve Halvorsen"))


def test_a_ship_called_by_one_word_is_no_bearer_of_the_surname() -> None:
    text = "The frigate HMS Nelson sailed. The Nelson has a crew of 200. Judd Nelson, an actor, was aboard."
    assert not are_one(table_of(text), ("0", "Nelson"), ("0", "Judd Nelson"))


def test_a_firm_is_not_its_founder() -> None:
    text = (
        "Halvorsen Shipping AS sold two tankers. Its founder, Trygve Halvorsen, needed cash. Halvorsen has "
        "14 ships and 200 employees."
    )
    assert not are_one(table_of(text), ("0", "Halvorsen"), ("0", "Trygve Halvorsen"))


def test_nobody_is_called_by_his_fathers_name() -> None:
    text = (
        "The ruler, Sheikh Mohammed bin Rashid, spoke on Monday. His son, Sheikh Hamdan bin Mohammed, was "
        "there. Sheikh Mohammed left after an hour."
    )
    assert not are_one(table_of(text), ("0", "Mohammed"), ("0", "Hamdan bin Mohammed"))


def test_a_surname_in_another_spelling_of_another_text_is_left_to_people_or_joined() -> None:
    table = table_of("Volodymyr Zelenskyy said so on Monday.", "President Zelensky said so on Tuesday.")
    assert are_one(table, ("0", "Volodymyr Zelenskyy"), ("1", "Zelensky")) or any(
        {pair.a, pair.b} == {"Volodymyr Zelenskyy", "Zelensky"} for pair in table.pairs
    )
