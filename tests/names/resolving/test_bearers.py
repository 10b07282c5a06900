"""Several people of one surname, and bodies of one word: whom a short name means."""

import pytest

from provenance.model.names import NameTable
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(**texts: str) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, [], KNOWLEDGE, NameSettings())


def meant(text: str, before: str) -> str:
    """The entity whose mention stands right before the words."""
    place = text.index(before)
    return next(
        entity.name
        for entity in table_of(a=text).entities
        for variant in entity.variants
        for span in variant.mentions
        if span.end == place
    )


def one(table: NameTable, a: str, b: str) -> bool:
    """Are two spellings one entity's?"""
    entities = [{variant.text for variant in entity.variants} for entity in table.entities]
    return any({a, b} <= spellings for spellings in entities)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Henrik Solberg, the skipper, spoke. “It sank,” Solberg said.\n\nAnna Solberg saw it.",
            " said.",
            "Henrik Solberg",
        ),
        (
            "Henrik Solberg spoke. Nobody had come.\n\nHis daughter Anna Solberg saw it.\n\nRain fell. "
            "It was late. Solberg left.",
            " left.",
            "Henrik Solberg",
        ),
        (
            "Cho Min-jae resigned. His younger brother, Cho Min-ho, stays.\n\nA day later younger Cho left.",
            " left.",
            "Cho Min-ho",
        ),
        (
            "Pedro Arruda Jr. and Pedro Arruda met. Rain fell.\n\nYoung Arruda spoke.",
            " spoke.",
            "Pedro Arruda Jr.",
        ),
        (
            "Szabó Zoltán, the president, came. “We help,” said Mr Szabó now. Éva Szabó runs the fund.",
            " now.",
            "Szabó Zoltán",
        ),
        (
            "Judge Peter Wekesa sat. Grace Wekesa, who leads the union, spoke. Judge Wekesa gave them a day.",
            " gave",
            "Peter Wekesa",
        ),
    ],
)
def test_a_surname_of_several_means_whom_the_text_says(text: str, words: str, name: str) -> None:
    assert meant(text, words) == name


def test_a_surname_beside_a_couple_is_nobodys() -> None:
    text = "Then Carl and Astrid Nyberg bought the boat. Nyberg was at sea."
    assert meant(text, " was at") == "Nyberg"


def test_a_form_of_address_tells_which_of_a_couple_is_meant() -> None:
    text = "Then Carl and Mrs. Astrid Nyberg bought it. She paid.\n\nMrs. Nyberg was at sea. Mr. Nyberg wept."
    assert meant(text, " wept") != "Astrid Nyberg"


def test_father_and_son_are_left_to_people() -> None:
    table = table_of(a="Otto Brandvik spoke.", b="Otto Brandvik Jr. spoke.")
    assert not one(table, "Otto Brandvik", "Otto Brandvik Jr.")
    (pair,) = table.pairs
    assert (pair.verdict, pair.reason) == ("unsure", "only one names the generation: junior")


def test_a_name_that_may_be_short_for_two_is_left_to_people() -> None:
    table = table_of(
        a="Raúl Iriarte Soto spoke.", b="Raúl Iriarte Vega spoke.", c="Raúl Iriarte spoke. Iriarte left."
    )
    assert not one(table, "Raúl Iriarte", "Raúl Iriarte Soto")
    assert not one(table, "Raúl Iriarte", "Raúl Iriarte Vega")
    assert one(table, "Raúl Iriarte", "Iriarte")


def test_a_name_that_is_short_for_one_of_its_text_is_that_one() -> None:
    table = table_of(a="Raúl Iriarte Soto spoke. Later Raúl Iriarte left.", b="Raúl Iriarte Vega spoke.")
    assert one(table, "Raúl Iriarte", "Raúl Iriarte Soto")
    assert not one(table, "Raúl Iriarte", "Raúl Iriarte Vega")


def test_a_given_name_with_a_fathers_name_goes_with_any_surname() -> None:
    table = table_of(
        a="Fyodor Stepanovich Saburov spoke. Fyodor Stepanovich left.", b="Fyodor Saburov spoke in the Duma."
    )
    assert one(table, "Fyodor Saburov", "Fyodor Stepanovich Saburov")


def test_unions_of_two_kinds_are_left_to_people() -> None:
    table = table_of(a="The Independent Weavers' Union struck.", b="The Free Weavers' Union struck.")
    assert not one(table, "Independent Weavers' Union", "Free Weavers' Union")


def test_a_bodys_word_is_not_its_staffs_union() -> None:
    table = table_of(
        a="The Tamarind Workers' Union met. Tamarind Cement Ltd was silent. Tamarind shares fell."
    )
    assert not one(table, "Tamarind", "Tamarind Workers' Union")


def test_a_body_without_what_it_is_is_the_only_one_of_the_pile() -> None:
    texts = {"a": "Lotus Merchant Bank failed.", "b": "The loan of Lotus Merchant was lost."}
    assert one(table_of(**texts), "Lotus Merchant", "Lotus Merchant Bank")
    more = {**texts, "c": "Lotus Merchant Company rose."}
    assert not one(table_of(**more), "Lotus Merchant", "Lotus Merchant Bank")


def test_a_word_in_capitals_is_the_one_of_its_text() -> None:
    text = "TAMARI AND NORDEX TO MERGE\n\nTamari Cement Ltd said so. Tamari will move."
    assert one(table_of(a=text), "TAMARI", "Tamari")


def test_a_body_of_a_town_is_the_one_beside_whom_one_person_stands() -> None:
    texts = {
        "a": "Rosa Carvalhais, who leads the Harbour Police of Vilarinho, spoke.",
        "b": "Rosa Carvalhais, now the chief of the Harbour Police, spoke.",
    }
    assert one(table_of(**texts), "Harbour Police", "Harbour Police of Vilarinho")
    other = {**texts, "b": "Dora Menezes, the chief of the Harbour Police, spoke."}
    assert not one(table_of(**other), "Harbour Police", "Harbour Police of Vilarinho")


def test_an_offshoot_that_is_named_after_a_body_is_another() -> None:
    text = (
        "SANTIAGO - The miners' strike at the biggest pit was over on Monday, the police said. "
        "Sierra Alta S.A. paid. Sierra Alta Energía, which it sold in May, did not pay anybody."
    )
    assert not one(table_of(a=text), "Sierra Alta S.A.", "Sierra Alta Energía")


def test_somebodys_kin_who_is_named_later_is_another() -> None:
    text = "Mayor Edgar Whitlow spoke. His wife had left. The mayor's cousin, Dr. Edgar P. Whitlow, slept."
    assert not one(table_of(a=text), "Edgar Whitlow", "Edgar P. Whitlow")


def test_a_double_surname_means_whom_its_text_names_before() -> None:
    text = (
        "Iván Larraín Prieto left. “It is over,” said Larraín Prieto again. "
        "His brother Saúl Larraín Prieto stays."
    )
    assert meant(text, " again") == "Iván Larraín Prieto"
