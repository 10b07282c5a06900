"""Bodies that stand in no word list: what firms, papers, clubs and offices are called, and what they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names import find_mentions
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def marked(*texts: str) -> list[tuple[str, str]]:
    pile = {str(n): text for n, text in enumerate(texts)}
    return [(m.text, m.kind.value) for m in find_mentions(pile, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("It was sold to Dorvala Engineering Consultants in May.", "Dorvala Engineering Consultants"),
        ("A guard of Tolvan Contractors Ltd was hurt.", "Tolvan Contractors Ltd"),
        ("They sued Tolvan Grain Co., Ltd. and won.", "Tolvan Grain Co., Ltd."),
        ("He left Korvala Zrt. in March.", "Korvala Zrt."),
        ("The boat of Salt og Tang hf. was sold.", "Salt og Tang hf."),
        ("Work was stopped by Korvala Pietra a.s. on Monday.", "Korvala Pietra a.s."),
        ("It is insured with Korvala Seguros.", "Korvala Seguros"),
        ("Estaleiro Tolvan built the hull.", "Estaleiro Tolvan"),
        ("A copy went to Norsk Tolvan.", "Norsk Tolvan"),
        ("He writes for Tolvanbladet Nord.", "Tolvanbladet Nord"),
        ("The Korvala Mine Rescue Station sent two teams.", "Korvala Mine Rescue Station"),
        ("Tolvan Road and Rail LLC won the tender.", "Tolvan Road and Rail LLC"),
        ("Roofs and Walls, a campaign group, wants it pulled down.", "Roofs and Walls"),
        ("State-owned Dorvalco wants a second pier.", "Dorvalco"),
        ("Shares of Korvala Pietra fell.", "Korvala Pietra"),
        ("It was paid by the builder, Dorvala Tirna.", "Dorvala Tirna"),
        ("Reports in El Clavel del Tolvan were false.", "El Clavel del Tolvan"),
        ("On Saturday Korvala Vale beat Tirnock 3-1 at home.", "Tirnock"),
    ],
)
def test_bodies_by_their_words_and_their_deeds(text: str, organization: str) -> None:
    assert (organization, "organization") in marked(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Management Board of Tolvan Zrt. met today.", ["Tolvan Zrt."]),
        ("He left the Korvala Dam for the TVNK.", ["Korvala Dam", "TVNK"]),
        ("He works for Tolvan Foods Ltd. The firm is old.", ["Tolvan Foods Ltd"]),
        ("We shall be there at Christmas, the Almighty willing.", []),
        ("Press Release\n\nNothing was said.", []),
        ("North Korea\u2019s radio was silent.", ["North Korea"]),
    ],
)
def test_a_name_ends_where_another_begins(text: str, names: list[str]) -> None:
    assert [name for name, _ in marked(text)] == names


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("PT Dorvala Tirna Tbk has a yard. Dorvala Tirna is closed.", "Dorvala Tirna"),
        ("Minera Dorvala Tirna S.A. ships ore. Dorvala Tirna denied it.", "Dorvala Tirna"),
        ("The Central Council for Grain (Tirnop) opened a case. Tirnop will decide.", "Tirnop"),
        ("Dorvala Mountain Exports PLC set the price. Dorvala Mountain offers less.", "Dorvala Mountain"),
    ],
)
def test_the_short_form_of_a_firm_leaves_out_what_all_firms_are_called(text: str, short: str) -> None:
    assert marked(text).count((short, "organization")) >= 1


def test_a_firm_called_after_a_place_is_the_firm_where_it_acts() -> None:
    firm = "Biscay Hydro Works Ltd built it. The bill was paid by the builder, Biscay, in May."
    assert ("Biscay", "organization") in marked(firm)
    assert ("Biscay", "place") in marked("Biscay Hydro Works Ltd built it. They sailed in Biscay.")


def test_a_mine_and_a_full_name_tell_what_their_first_word_is_alone() -> None:
    assert ("Dorvala", "place") in marked("The Dorvala Mine burned. He had seen Dorvala twice.")
    text = "Zelka Dorvalan has come. The law helps, Zelka adds."
    assert ("Zelka", "person") in marked(text)


def test_where_and_when_a_letter_was_written() -> None:
    assert marked("Dorvala Tirna, 24 March\n\nSirs, we are many.")[0] == ("Dorvala Tirna", "place")
    assert marked("Ann Lee | Dorvala | 3 May\n\nIt rained.")[1] == ("Dorvala", "place")


def test_an_initial_that_is_the_pronoun_begins_no_sentence_of_its_own() -> None:
    text = "Heard were J. Tolvan, manager; I. Dorvala, deputy; and the crew."
    assert ("I. Dorvala", "person") in marked(text)


@given(st.text(st.sampled_from("AaIi .,;|()&\u00d6\u0130-/13\n"), max_size=80))
def test_whatever_the_text_mentions_are_what_stands_there(text: str) -> None:
    for mention in find_mentions({"a": text}, KNOWLEDGE):
        assert text[mention.span.start : mention.span.end] == mention.text
