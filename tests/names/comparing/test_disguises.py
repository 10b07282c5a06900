"""Names with look-alike letters of another script: never joined, never passed over, always for people."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.model.names import EntityKind, NameTable
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import cluster_names, compare_names, find_aliases, find_mentions, resolve
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.comparing.compare import say_held
from provenance.names.comparing.disguises import may_be_disguised, say_disguise
from provenance.readers.gazetteers import load_knowledge
from provenance.text.scripts import find_strangers

KNOWLEDGE = load_knowledge()
REASON = "a letter of another script among Latin letters: о (CYRILLIC SMALL LETTER O)"


def table_of(texts: Mapping[str, str], *alignments: Alignment) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, alignments, KNOWLEDGE, NameSettings())


def variants(table: NameTable) -> list[list[str]]:
    return sorted([variant.text for variant in entity.variants] for entity in table.entities)


@pytest.mark.parametrize(
    ("plain", "disguised", "kind"),
    [
        ("Pedro Salgado", "Pedrо Salgado", "person"),
        ("Pedro Salgado", "Реdro Salgado", "person"),
        ("Hector Braun", "Неctor Braun", "person"),
        ("Hector Braun", "Hector Ᏼraun", "person"),
        ("Pedro Salgado", "Pedro Salgad0s", "person"),
        ("Pedro Salgado", "Pedr0 Salgаdo", "person"),
        ("Harbour Workers' Union", "Harbоur Workers' Union", "organization"),
        ("Port Authority of Leith", "Port Authority оf Leith", "organization"),
        ("Santander", "Sаntander", "place"),
        ("Сантандер", "Caнтандер", "place"),
    ],
)
def test_a_look_alike_is_unsure_both_ways_and_the_reason_comes_first(
    plain: str, disguised: str, kind: str
) -> None:
    found = compare_names(plain, disguised, kind, KNOWLEDGE)
    assert found.verdict == "unsure"
    assert found.reasons[0].text == say_disguise(plain, disguised) != ""
    assert found == compare_names(disguised, plain, kind, KNOWLEDGE)
    assert candidate_pairs([(plain, kind), (disguised, kind)], KNOWLEDGE) == [(0, 1)]
    assert cluster_names([(plain, kind), (disguised, kind)], KNOWLEDGE) == [0, 1]


def test_two_thresholds_at_one_place_join_no_look_alikes() -> None:
    chosen = NameSettings(same=0.5, different=0.5)
    assert compare_names("Pedro Salgado", "Pedrо Salgado", "person", KNOWLEDGE, chosen).verdict == "unsure"
    names = [("Pedro Salgado", "person"), ("Pedrо Salgado", "person")]
    assert cluster_names(names, KNOWLEDGE, chosen) == [0, 1]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Pedrо Salgado", "Pedrо Salgado", "same"),
        ("Pedrо Salgado", "PEDRО SALGADO", "same"),
        ("Pedrо Salgado", "Nora Whitlock", "different"),
        ("Nikita Khrushchev", "Никита Хрущёв", "same"),
        ("Nikita Khrushchev", "Нiкiта Хрущов", "same"),
        ("Ped\u200bro Sal\u00adgado\ufeff", "Pedro Salgado", "same"),
        ("Ped\u200bro Sal\u00adgado\ufeff", "Pedro Salgato", "same"),
        ("Sofía Peña", "Sofi\u0301a Pen\u0303a", "same"),
    ],
)
def test_what_is_no_look_alike_is_compared_as_ever(a: str, b: str, verdict: str) -> None:
    assert compare_names(a, b, "person", KNOWLEDGE).verdict == verdict
    assert say_held(a, b, "person", KNOWLEDGE) == ""


def test_a_look_alike_is_an_entity_of_its_own_and_the_pair_is_for_people() -> None:
    table = table_of({"a": "Pedro Salgado spoke.", "b": "Pedrо Salgado spoke.", "c": "Pedro Salgado left."})
    assert variants(table) == [["Pedro Salgado"], ["Pedrо Salgado"]]
    (pair,) = table.pairs
    assert (pair.a, pair.b) == ("Pedro Salgado", "Pedrо Salgado")
    assert (pair.verdict, pair.reason) == ("unsure", REASON)


def test_two_named_side_by_side_are_for_people_too() -> None:
    (pair,) = table_of({"a": "Pedro Salgado and Pedrо Salgado spoke to Nora Whitlock."}).pairs
    assert (pair.verdict, pair.reason) == ("unsure", REASON)


def test_no_statement_and_no_shared_passage_joins_look_alikes() -> None:
    stated = table_of({"a": "Pedro Salgado, also known as Pedrо Salgado, spoke."})
    assert variants(stated) == [["Pedro Salgado"], ["Pedrо Salgado"]]
    texts = {"a": "Then Pedro Salgado spoke.", "b": "Then Pedrо Salgado spoke."}
    change = Change(ChangeKind.NAME, 5, 18, "Pedro Salgado", 5, 18, "Pedrо Salgado")
    alignment = Alignment(Span("a", 0, 25), Span("b", 0, 25), ReuseKind.EDITED, 0.9, (change,))
    shared = table_of(texts, alignment)
    for table in (stated, shared):
        assert [(pair.verdict, pair.reason) for pair in table.pairs] == [("unsure", REASON)]


def test_a_single_name_in_disguise_is_held_against_the_full_names_that_it_ends() -> None:
    table = table_of({"a": "Pedro Salgado spoke. Later Mr Salgadо left."})
    assert variants(table) == [["Pedro Salgado"], ["Salgadо"]]
    assert [(pair.verdict, pair.reason) for pair in table.pairs] == [("unsure", REASON)]


def test_an_acronym_in_disguise_is_held_against_the_acronym() -> None:
    texts = {"a": "Officials of UNESCO met in Lagos.", "b": "Officials of UNESСO met in Lagos."}
    table = table_of(texts)
    assert ["UNESCO"] in variants(table)
    assert ["UNESCO", "UNESСO"] not in variants(table)
    pairs = [(pair.a, pair.b, pair.verdict) for pair in table.pairs]
    assert ("UNESCO", "UNESСO", "unsure") in pairs


def test_a_text_with_look_alikes_makes_no_short_form_of_other_texts_ambiguous() -> None:
    texts = {
        "a": "Finance Minister Pedro Salgado spoke. The Northern Defence Forces (NDF) agreed.",
        "b": "Finance Minister Salgado denied it. The NDF did not.",
    }
    disguised = texts | {
        "x": "Finance Minister Pedrо Salgado spoke. The Northern Defence Fоrces (NDF) agreed."
    }
    own = {tuple(names) for names in variants(table_of(texts))}
    assert ("Pedro Salgado", "Salgado") in own
    assert own <= {tuple(names) for names in variants(table_of(disguised))}


def test_a_short_form_beside_a_look_alike_alone_is_its_short_form() -> None:
    assert variants(table_of({"a": "Pedrо Salgado spoke. Salgado left."})) == [["Pedrо Salgado", "Salgado"]]


def test_invisible_signs_cut_no_name_and_the_mention_holds_them() -> None:
    text = "Pe\u200bdro\u200b Sal\u00adga\u2060do\ufeff of the Harbour Workers\u2019 Un\u00adion spoke."
    found = find_mentions({"a": text}, KNOWLEDGE)
    assert [(m.text, m.kind) for m in found] == [
        ("Pe\u200bdro\u200b Sal\u00adga\u2060do", EntityKind.PERSON),
        ("Harbour Workers\u2019 Un\u00adion", EntityKind.ORGANIZATION),
    ]
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    table = table_of({"a": text, "b": "Pedro Salgado spoke."})
    assert [names for names in variants(table) if len(names) > 1] == [
        ["Pedro Salgado", "Pe\u200bdro\u200b Sal\u00adga\u2060do"]
    ]


def test_letters_with_their_marks_behind_them_make_one_word() -> None:
    (found,) = find_mentions({"a": "Then Sofi\u0301a Pen\u0303a spoke."}, KNOWLEDGE)
    assert found.text == "Sofi\u0301a Pen\u0303a"


@pytest.mark.parametrize(
    ("name", "kind"), [("Baghdаd", "place"), ("Hаmburg", "place"), ("Mаria Lopez", "person")]
)
def test_a_look_alike_has_the_kind_of_what_it_looks_like(name: str, kind: str) -> None:
    assert [(m.text, m.kind) for m in find_mentions({"a": f"They met in {name} on Friday."}, KNOWLEDGE)] == [
        (name, kind)
    ]


LETTERS = st.sampled_from("abzÀÿĀɏабяЀԯاهيکسАο019 .-'0Ωא김")


@given(st.text() | st.text(LETTERS))
@example("Аbu")
@example("Am1ri")
def test_what_is_seen_at_a_glance_to_hide_nothing_hides_nothing(name: str) -> None:
    assert may_be_disguised(name) or not find_strangers(name)
