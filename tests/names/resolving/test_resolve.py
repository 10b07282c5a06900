"""Who is who: what is joined, what never is, and why."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.names import EntityKind, Mention, NameTable
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.canonical import choose_canonical
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(texts: Mapping[str, str], alignments: Sequence[Alignment] = ()) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, alignments, KNOWLEDGE, NameSettings())


def groups(texts: Mapping[str, str], alignments: Sequence[Alignment] = ()) -> list[list[str]]:
    """The spellings of every entity, those with one left out."""
    entities = table_of(texts, alignments).entities
    return sorted([v.text for v in entity.variants] for entity in entities if len(entity.variants) > 1)


def of_kind(texts: Mapping[str, str], kind: str) -> list[tuple[str, int]]:
    """(canonical name, how many mentions) of every entity of a kind."""
    return sorted(
        (entity.name, sum(len(variant.mentions) for variant in entity.variants))
        for entity in table_of(texts).entities
        if entity.kind == kind
    )


def test_spellings_of_one_name_are_one() -> None:
    texts = {"a": "Sergei Lavrentyev spoke.", "b": "Sergey Lavrentiev spoke."}
    assert groups(texts) == [["Sergei Lavrentyev", "Sergey Lavrentiev"]]


def test_a_name_in_capitals_is_told_to_be_its_canonical_spelling() -> None:
    table = table_of({"a": "SERGEI LAVRENTYEV spoke.", "b": "Sergei Lavrentyev spoke."})
    (entity,) = table.entities
    assert [v.reason for v in entity.variants] == [
        "equal but for case and punctuation: Sergei Lavrentyev",
        "the canonical name",
    ]


def test_a_stated_alias_joins_what_is_spelled_quite_differently() -> None:
    texts = {
        "a": "The Northern Defence Forces (NDF) operating in Chad, also known as Jaysh al-Shamal, fled.",
        "b": "Jaysh al-Shamal denied it.",
    }
    assert ["Jaysh al-Shamal", "NDF", "Northern Defence Forces"] in groups(texts)


def test_an_acronym_means_elsewhere_what_one_text_says() -> None:
    texts = {
        "a": "The Maritime Safety Authority (MSA) spoke.",
        "b": "The MSA refused. A spokesman for the M.S.A. left.",
    }
    assert groups(texts) == [["M.S.A.", "MSA", "Maritime Safety Authority"]]


def test_an_acronym_with_two_meanings_stays_with_its_text() -> None:
    texts = {
        "a": "The Maritime Safety Authority (MSA) spoke. The MSA left.",
        "b": "The Mine Survey Agency (MSA) spoke. The MSA left.",
        "c": "The MSA spoke.",
    }
    found = groups(texts)
    assert found == [["MSA", "Maritime Safety Authority"], ["MSA", "Mine Survey Agency"]]


def test_an_acronym_that_no_text_explains_finds_the_only_name_it_spells() -> None:
    texts = {"a": "Kenya's Independent Boundaries Commission met. The IBC will decide."}
    assert groups(texts) == [["IBC", "Independent Boundaries Commission"]]


def test_a_surname_belongs_to_the_only_full_name_of_its_text() -> None:
    texts = {
        "a": "Anna Lindqvist spoke. Then Lindqvist left.",
        "b": "Sven Lindqvist spoke. Then Lindqvist stayed.",
    }
    assert of_kind(texts, "person") == [("Anna Lindqvist", 2), ("Sven Lindqvist", 2)]


def test_a_surname_with_two_owners_stays_alone_and_is_listed() -> None:
    texts = {"a": "Anna Lindqvist and Sven Lindqvist came. Then Lindqvist left."}
    table = table_of(texts)
    assert of_kind(texts, "person") == [("Anna Lindqvist", 1), ("Lindqvist", 1), ("Sven Lindqvist", 1)]
    assert {(p.a, p.b, p.verdict.value) for p in table.pairs} >= {("Lindqvist", "Sven Lindqvist", "unsure")}


def test_a_surname_spelled_otherwise_belongs_too() -> None:
    texts = {"a": "Karim al-Husseini spoke. Then Mr Hussaini left."}
    assert of_kind(texts, "person") == [("Karim al-Husseini", 2)]


def test_a_surname_of_another_text_is_linked_where_only_one_can_be_meant() -> None:
    tied = {"a": "Anna Lindqvist and Chidi Okeke spoke.", "b": "Chidi Okeke spoke. Ms Lindqvist left."}
    assert of_kind(tied, "person") == [("Anna Lindqvist", 2), ("Chidi Okeke", 2)]
    untied = {"a": "Anna Lindqvist spoke.", "b": "Ms Lindqvist left."}
    assert of_kind(untied, "person") == [("Anna Lindqvist", 1), ("Lindqvist", 1)]
    assert [(pair.a, pair.b) for pair in table_of(untied).pairs] == [("Anna Lindqvist", "Lindqvist")]


def test_different_given_names_never_meet_whatever_lies_between() -> None:
    texts = {"a": "John Okello spoke.", "b": "J. Okello spoke.", "c": "James Okello spoke."}
    for entity in table_of(texts).entities:
        spellings = {variant.text for variant in entity.variants}
        assert not spellings >= {"John Okello", "James Okello"}


def test_two_people_named_side_by_side_are_two() -> None:
    texts = {"a": "The winners were Mohammed Hosni and Mohamed Hosny. Mohamed Hosny cheered."}
    assert groups(texts) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 3rd Brigade met the 5th Brigade. Brigade 7 and Brigade 9 fled.",
        "The Afghan Taliban spoke. The Pakistani Taliban did not.",
        "North Korea spoke. South Korea did not.",
        "England lost. Britain left. Scotland won.",
        "The Interior Ministry spoke. The Defence Ministry did not.",
        "The Bank of England rose. The Bank of Ireland fell.",
    ],
)
def test_look_alikes_stay_apart(text: str) -> None:
    assert groups({"a": text}) == []


def test_names_of_one_country_are_one() -> None:
    texts = {"a": "The U.S. left. The United States came. America stayed."}
    assert groups(texts) == [["America", "U.S.", "United States"]]


def test_a_name_that_replaces_another_in_a_copy_is_the_same_one() -> None:
    texts = {"a": "Reporters asked Yusuf Karzhan twice.", "b": "Reporters asked Yousef Qarjan twice."}
    change = Change(ChangeKind.NAME, 16, 28, "Yusuf Karzhan"[:12], 16, 28, "Yousef Qarja")
    alignment = Alignment(Span("a", 0, 36), Span("b", 0, 36), ReuseKind.EDITED, 0.8, (change,))
    joined = groups(texts, [alignment])
    assert joined in ([["Yousef Qarjan", "Yusuf Karzhan"]], [])
    if not joined:
        table = table_of(texts, [alignment])
        assert [(p.a, p.b) for p in table.pairs] == [("Yousef Qarjan", "Yusuf Karzhan")]


def test_another_person_in_the_same_place_of_a_copy_stays_another() -> None:
    texts = {"a": "Reporters asked Anna Lindqvist twice.", "b": "Reporters asked Peter Odhiambo twice."}
    change = Change(ChangeKind.NAME, 16, 30, "Anna Lindqvist", 16, 30, "Peter Odhiambo")
    alignment = Alignment(Span("a", 0, 37), Span("b", 0, 37), ReuseKind.EDITED, 0.8, (change,))
    assert groups(texts, [alignment]) == []


def test_every_variant_says_why() -> None:
    table = table_of({"a": "The Maritime Safety Authority (MSA) spoke. Anna Lindqvist left. Lindqvist won."})
    for entity in table.entities:
        assert [v.text for v in entity.variants if v.reason == "the canonical name"] == [entity.name]
        assert all(v.reason and 0 <= v.score <= 1 for v in entity.variants)


def test_the_canonical_name_is_full_mixed_case_and_in_most_sources() -> None:
    a, b = Span("a", 0, 1), Span("b", 0, 1)
    person, body = EntityKind.PERSON, EntityKind.ORGANIZATION
    assert choose_canonical(person, [("Okello", (a, b)), ("John Okello", (a,))], KNOWLEDGE) == "John Okello"
    assert (
        choose_canonical(person, [("JOHN OKELLO", (a, b)), ("John Okello", (a,))], KNOWLEDGE) == "John Okello"
    )
    assert (
        choose_canonical(body, [("MSA", (a, b)), ("Mine Survey Agency", (a,))], KNOWLEDGE)
        == "Mine Survey Agency"
    )
    assert (
        choose_canonical(person, [("Jon Okello", (a, b)), ("John Okello", (a,))], KNOWLEDGE) == "Jon Okello"
    )
    assert choose_canonical(person, [("Jon Okello", (a,)), ("John Okello", (a,))], KNOWLEDGE) == "John Okello"
    assert choose_canonical(person, [("Okello", (a,))], KNOWLEDGE) == "Okello"


def test_a_mere_kind_of_body_is_no_canonical_name() -> None:
    a, b = Span("a", 0, 1), Span("b", 0, 1)
    spellings = [("Federation", (a, b)), ("SMF", (b,)), ("Salt Miners' Federation", (a,))]
    assert choose_canonical(EntityKind.ORGANIZATION, spellings, KNOWLEDGE) == "Salt Miners' Federation"


NAMES = ["Anna Lindqvist", "Sven Lindqvist", "Lindqvist", "A. Lindqvist", "Ana Lindkvist", "LINDQVIST"]
BODIES = ["Mine Survey Agency", "MSA", "M.S.A.", "Maritime Safety Authority", "Safety Authority"]
PLACES = ["US", "United States", "Kyiv", "Kiev"]


@st.composite
def piles(draw: st.DrawFn) -> tuple[dict[str, str], list[Mention]]:
    texts, mentions = {}, []
    for source_id in "abc"[: draw(st.integers(1, 3))]:
        text = ""
        for name in draw(st.lists(st.sampled_from(NAMES + BODIES + PLACES), max_size=8)):
            kind = "person" if name in NAMES else "organization" if name in BODIES else "place"
            span = Span(source_id, len(text), len(text) + len(name))
            mentions.append(Mention(span, name, EntityKind(kind)))
            text += name + draw(st.sampled_from([". ", " and ", " (", ") ", ", also known as ", " spoke. "]))
        texts[source_id] = text
    return texts, mentions


@settings(max_examples=60, deadline=None)
@given(piles(), st.randoms(use_true_random=False))
def test_every_mention_has_one_entity_whatever_the_order(
    pile: tuple[dict[str, str], list[Mention]], chance: Random
) -> None:
    texts, mentions = pile
    table = resolve(texts, mentions, find_aliases(texts, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    spans = [span for entity in table.entities for variant in entity.variants for span in variant.mentions]
    assert sorted(spans) == sorted(mention.span for mention in mentions)
    assert len({entity.key for entity in table.entities}) == len(table.entities)
    for entity in table.entities:
        assert len({variant.kind for variant in entity.variants}) <= 1
        assert not {"Anna Lindqvist", "Sven Lindqvist"} <= {variant.text for variant in entity.variants}
        for variant in entity.variants:
            assert all(span.quote(texts[span.source_id]) == variant.text for span in variant.mentions)
    chance.shuffle(mentions)
    shuffled = dict(reversed(texts.items()))
    again = resolve(
        shuffled, mentions, find_aliases(shuffled, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings()
    )
    assert again == table


def test_an_ending_that_makes_another_surname_joins_nothing() -> None:
    texts = {"a": "Omar al-Jabir spoke.", "b": "Omar al-Jabiri spoke.", "c": "Omar al-Jabeeri spoke."}
    assert groups(texts) == [["Omar al-Jabeeri", "Omar al-Jabiri"]]
    (pair,) = table_of(texts).pairs  # one row for two entities, whatever their spellings
    assert pair.verdict == "unsure"


def test_a_union_with_and_without_apostrophe_and_its_letters_are_one() -> None:
    texts = {
        "a": "The Glass Blowers' Union (GBU) went on strike.",
        "b": "The Glass Blowers Union went on strike. The G.B.U. is small.",
        "c": "The Glass Blowers\u2019 Union went home.",
    }
    (entity,) = table_of(texts).entities
    assert {v.text for v in entity.variants} == {
        "Glass Blowers' Union",
        "Glass Blowers Union",
        "Glass Blowers\u2019 Union",
        "GBU",
        "G.B.U.",
    }


def test_a_place_in_capitals_is_the_place() -> None:
    texts = {"a": "TELMAR - Two trains collided.", "b": "Two trains collided in Telmar."}
    assert of_kind(texts, "place") == [("Telmar", 2)]


@pytest.mark.parametrize(("full", "short"), [("Leila Benamar", "Ben Amar"), ("Ruth Holm-Dahl", "Holm Dahl")])
def test_a_surname_written_in_two_words_is_that_of_the_full_name(full: str, short: str) -> None:
    texts = {"a": f"The mayor, {full}, resigned. Then Mrs. {short} left."}
    (entity,) = table_of(texts).entities
    assert {v.text for v in entity.variants} == {full, short}
