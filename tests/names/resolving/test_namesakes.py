"""Two people of one full name, and what else tells people apart or makes them one."""

import pytest

from provenance.model.names import NameTable
from tests.names.resolving.test_bearers import one, table_of


def entities_of(table: NameTable, name: str) -> list[set[tuple[str, int]]]:
    """The places of each entity that has the spelling."""
    return [
        {(span.source_id, span.start) for variant in entity.variants for span in variant.mentions}
        for entity in table.entities
        if any(variant.text == name for variant in entity.variants)
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tomas Novak, 24, won the race.", "Tomas Novak, 61, was buried on Friday."),
        ("Mr Robin Achterberg spoke first.", "Ms Robin Achterberg spoke last."),
        (
            "Tomas Novak travelled on a false passport.",
            "A policeman of the same name, Tomas Novak, made the arrest.",
        ),
        ("The minister, Tomas Novak, resigned.", "Tomas Novak, a namesake of the minister, drives a bus."),
        ("The minister, Tomas Novak, resigned.", "Tomas Novak, no relation to the minister, drives a bus."),
    ],
)
def test_two_of_one_name_are_two(a: str, b: str) -> None:
    assert len(entities_of(table_of(a=a, b=b), "Tomas Novak" if "Novak" in a else "Robin Achterberg")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Present: Tomas Novak (Slovak Bank); Tomas Novak (Tatra Insurance).",
        "Tomas Novak waited for the minister Tomas Novak.",
    ],
)
def test_two_of_one_name_in_one_sentence_are_two(text: str) -> None:
    assert len(entities_of(table_of(a=text), "Tomas Novak")) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tomas Novak, 24, won the race.", "Tomas Novak, 25, won again."),
        ("Tomas Novak, 24, won the race.", "Tomas Novak came home."),
        ("Tomas Novak, no relation to Jana Novak, spoke.", "Tomas Novak came home."),
    ],
)
def test_one_of_one_name_is_one(a: str, b: str) -> None:
    assert len(entities_of(table_of(a=a, b=b), "Tomas Novak")) == 1


def test_who_tells_nothing_goes_with_the_one_whose_texts_name_the_same() -> None:
    table = table_of(
        a="Tomas Novak, 24, won the race. Petra Malik was second.",
        b="Tomas Novak, 61, was buried in Trnava. Judge Adam Hruska wept.",
        c="Tomas Novak lost to Petra Malik.",
    )
    young, old = sorted(entities_of(table, "Tomas Novak"), key=len, reverse=True)
    assert {source for source, _ in young} == {"a", "c"}
    assert {source for source, _ in old} == {"b"}


def test_her_predecessor_is_not_herself() -> None:
    table = table_of(a="Katja Mlakar, the director, spoke. Her predecessor Mlakar was absent.")
    assert not one(table, "Katja Mlakar", "Mlakar")


def test_a_full_name_before_marriage_is_one_with_that_after() -> None:
    table = table_of(a="Nadia Zerrouki, born Nadia Boukhalfa, spoke.", b="Nadia Boukhalfa taught here.")
    assert one(table, "Nadia Zerrouki", "Nadia Boukhalfa")


def test_a_name_in_the_other_order_in_one_text_is_one() -> None:
    table = table_of(a="The director, Kovács Béla, left. Béla Kovács was 61.")
    assert one(table, "Kovács Béla", "Béla Kovács")


def test_a_father_with_the_names_turned_is_another() -> None:
    text = "Tewodros Alemayehu spoke. Alemayehu Tewodros, the minister's father, listened."
    assert not one(table_of(a=text), "Tewodros Alemayehu", "Alemayehu Tewodros")


def test_letters_with_two_meanings_in_one_text_are_two() -> None:
    text = (
        "The Front for Social Democracy (FSD) spoke. The Fund for Social Development (FSD) did not. "
        "The FSD left."
    )
    table = table_of(a=text)
    assert len(entities_of(table, "FSD")) == 2
    assert not one(table, "Front for Social Democracy", "Fund for Social Development")


def test_letters_of_a_firm_of_the_text_mean_the_firm() -> None:
    table = table_of(
        a="The National Dam Agency (NDA) will report. The NDA is slow.",
        b="He worked for NDA Consulting of Vienna. The NDA taught him much.",
    )
    assert len(entities_of(table, "NDA")) == 2


def test_a_common_surname_means_the_only_one_whose_texts_name_the_same_people() -> None:
    table = table_of(
        a="Emmanuel Mensah headed in. Luka Horvatic and Ante Petrinjak saw it.",
        b="Luka Horvatic left. Ante Petrinjak stayed. Then Mensah was called.",
        c="Joyce Mensah sold her farm.",
    )
    (entity,) = [one for one in entities_of(table, "Mensah")]
    assert ("a", 0) in entity


def test_a_ministry_may_be_cut_short() -> None:
    texts = {"a": "The Ministry of Trade and Industry spoke.", "b": "The Ministry of Trade was silent."}
    assert one(table_of(**texts), "Ministry of Trade", "Ministry of Trade and Industry")


def test_a_party_in_brackets_behind_its_candidate_is_the_one_of_the_pile() -> None:
    table = table_of(
        a="The New Savannah Party (NSP) won. The NSP wept.",
        b="Votes for Ada Reis (NSP) were counted twice.",
    )
    assert len(entities_of(table, "NSP")) == 1


def test_kin_of_one_full_name_is_another() -> None:
    text = "Rihards Ozols kept goal. So did his grandfather, Rihards Ozols, in 1961."
    assert len(entities_of(table_of(a=text), "Rihards Ozols")) == 2


def test_a_surname_after_kin_is_whom_the_sentence_is_about() -> None:
    text = "Dele Ajayi, a brother of Bukola Ajayi, spoke.\n\nAjayi was tired."
    table = table_of(a=text)
    assert not one(table, "Bukola Ajayi", "Ajayi")


def test_a_stated_nickname_joins_what_says_more_and_less() -> None:
    table = table_of(
        a="José Carlos Brandão, known as Zeca Brandão, sells machines.",
        b="J. C. Brandão owns the firm. José Carlos Brandão denied it.",
    )
    assert one(table, "José Carlos Brandão", "Zeca Brandão")
    assert one(table, "J. C. Brandão", "Zeca Brandão")


def test_parts_of_one_long_name_do_not_keep_it_apart() -> None:
    table = table_of(
        a="Luciana Prado Teixeira spoke.",
        b="Luciana Prado went to school here.",
        c="Luciana Teixeira sent cake.",
    )
    assert one(table, "Luciana Prado", "Luciana Prado Teixeira")
    assert one(table, "Luciana Teixeira", "Luciana Prado Teixeira")


def test_a_surname_long_before_its_texts_only_bearer_may_be_anothers() -> None:
    filler = (
        "It rained all night, and the river rose over the road, and nobody came to work until the morning. "
    )
    text = (
        f"{filler}What did Ozolnieks say? {filler}{filler}Nobody knows. Gerald Ozolnieks, a clerk, was away."
    )
    table = table_of(a=text, b="Anton Ozolnieks, the doctor, resigned.")
    assert not one(table, "Gerald Ozolnieks", "Ozolnieks")
