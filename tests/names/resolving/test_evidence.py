"""Evidence beyond spelling: kinship, address, offices, lists, passages; and that all of it is told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.names import EntityKind, LinkBasis, Mention, NameTable
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(texts: Mapping[str, str], alignments: Sequence[Alignment] = ()) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, alignments, KNOWLEDGE, NameSettings())


def counts(text: str | Mapping[str, str], alignments: Sequence[Alignment] = ()) -> dict[str, int]:
    """Canonical names of persons and how many mentions each has; those with equal names are added up."""
    texts = {"a": text} if isinstance(text, str) else text
    found: dict[str, int] = defaultdict(int)
    for entity in table_of(texts, alignments).entities:
        if entity.kind is EntityKind.PERSON:
            found[entity.name] += sum(len(variant.mentions) for variant in entity.variants)
    return dict(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # the nearest full name before
            "Anna Lindqvist spoke. Lindqvist left early. Her cousin was late. The room was full. It rained. "
            "Sven Lindqvist sang. Then Lindqvist slept.",
            {"Anna Lindqvist": 2, "Sven Lindqvist": 2},
        ),
        (  # the form of address and the pronoun
            "Anna Lindqvist said she would speak. It rained all day in the town, and the roads were closed. "
            "Sven Lindqvist said he would not.\n\nLater Mrs Lindqvist left. Mr Lindqvist stayed.",
            {"Anna Lindqvist": 2, "Sven Lindqvist": 2},
        ),
        (  # nothing decides
            "Anna Lindqvist and Sven Lindqvist came. Then Lindqvist left.",
            {"Anna Lindqvist": 1, "Lindqvist": 1, "Sven Lindqvist": 1},
        ),
        (  # a brother's and a sister's surname
            "Igor Savelyev came with Daria Savelyeva. Savelyeva sang. Savelyev slept.",
            {"Igor Savelyev": 2, "Daria Savelyeva": 2},
        ),
        (  # the surname stands first
            "Kang Min-jun spoke. Bruce Kang sang.\n\nKang Min-jun won.",
            {"Kang Min-jun": 2, "Bruce Kang": 1},
        ),
        ("David Owen Tudor spoke. Owen Tudor left. Tudor won.", {"David Owen Tudor": 3}),
    ],
)
def test_short_forms_find_their_full_name(text: str, found: dict[str, int]) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mohammed Hosni met Mohamed Hosny in Oslo.",
        "Mohammed Hosni said that he knew well what Mohamed Hosny would do.",
        "Mr Mohammed Hosni spoke. In Oslo, Mrs Mohamed Hosny spoke.",
    ],
)
def test_people_that_a_text_tells_apart_are_two(text: str) -> None:
    assert len(counts(text)) == 2


def test_a_name_beside_its_own_other_spelling_in_brackets_is_one() -> None:
    assert len(counts("Mohammed Hosni (also known as Mohamed Hosny) spoke.")) == 1


def test_an_initial_that_two_names_have_belongs_to_neither_but_in_their_own_texts() -> None:
    texts = {"a": "John Okello spoke.", "b": "James Okello spoke.", "c": "J. Okello spoke."}
    assert counts(texts) == {"John Okello": 1, "James Okello": 1, "J. Okello": 1}
    texts["b"] += " J. Okello left."
    assert counts(texts)["John Okello"] == 1
    texts = {"a": "John Okello spoke.", "c": "J. Okello spoke."}
    assert counts(texts) == {"John Okello": 2}


def test_a_surname_in_a_shared_passage_is_the_same_ones() -> None:
    shared = "Then Lindqvist went home and the meeting was over."
    texts = {
        "a": f"Anna Lindqvist spoke. {shared}",
        "b": shared,
        "c": "Sven Lindqvist sang.",
    }
    start = texts["a"].index("Then")
    alignment = Alignment(
        Span("a", start, len(texts["a"])), Span("b", 0, len(shared)), ReuseKind.VERBATIM, 1.0
    )
    assert counts(texts, [alignment]) == {"Anna Lindqvist": 3, "Sven Lindqvist": 1}
    links = table_of(texts, [alignment]).links
    (link,) = [one for one in links if one.basis is LinkBasis.SUBSTITUTION]
    assert [span.quote(texts[span.source_id]) for span in link.spans] == ["Lindqvist", "Lindqvist"]


def test_a_court_of_two_states_is_two_courts() -> None:
    texts = {
        "a": "The Supreme Court of Kenya met. The Supreme Court said no.",
        "b": "The Supreme Court of Malawi met. The Supreme Court said yes.",
    }
    found = sorted(
        (entity.name, sum(len(v.mentions) for v in entity.variants))
        for entity in table_of(texts).entities
        if entity.kind is EntityKind.ORGANIZATION
    )
    assert found == [("Supreme Court of Kenya", 2), ("Supreme Court of Malawi", 2)]


def test_one_name_of_bodies_of_two_states_is_two_names() -> None:
    texts = {"a": "The Iraqi Foreign Ministry spoke.", "b": "Iran's Foreign Ministry spoke."}
    mentions = [
        Mention(
            Span(source, text.index("Foreign"), text.index(" spoke")),
            "Foreign Ministry",
            EntityKind.ORGANIZATION,
        )
        for source, text in texts.items()
    ]
    table = resolve(texts, mentions, [], [], KNOWLEDGE, NameSettings())
    assert [entity.name for entity in table.entities] == ["Foreign Ministry", "Foreign Ministry"]
    assert len({entity.key for entity in table.entities}) == 2


def test_a_refusal_says_which_two_names_conflict() -> None:
    texts = {
        "a": "Hassan Okello spoke.",
        "b": "Hussein Okello spoke.",
        "c": "Anna Lindqvist met Ana Lindkvist.",
    }
    table = table_of(texts)
    refused = {(one.a, one.b): one for one in table.links if not one.is_joined}
    assert "given name" in refused["Hassan Okello", "Hussein Okello"].reason
    assert ("Hussein Okello", "Hassan Okello") in refused
    listed = refused["Anna Lindqvist", "Ana Lindkvist"]
    assert listed.basis is LinkBasis.LISTED
    assert "Anna Lindqvist met Ana Lindkvist" in {span.quote(texts["c"]) for span in listed.spans}


def test_a_stated_alias_shows_where_it_is_stated() -> None:
    texts = {"a": "The Maritime Safety Authority (MSA) spoke."}
    (link,) = [one for one in table_of(texts).links if one.basis is LinkBasis.STATED]
    assert [span.quote(texts["a"]) for span in link.spans] == ["Maritime Safety Authority (MSA)"]
    assert link.is_joined


NAMES = ["Anna Lindqvist", "Sven Lindqvist", "Lindqvist", "A. Lindqvist", "Ana Lindkvist", "Berit Lind"]
BODIES = ["Mine Survey Agency", "MSA", "Maritime Safety Authority", "Supreme Court", "Supreme Court of Chad"]


@st.composite
def piles(draw: st.DrawFn) -> tuple[dict[str, str], list[Mention]]:
    texts, mentions = {}, []
    for source_id in "abc"[: draw(st.integers(1, 3))]:
        text = ""
        for name in draw(st.lists(st.sampled_from(NAMES + BODIES), max_size=8)):
            text += draw(st.sampled_from(["", "Mr ", "Mrs ", "the ", "his wife "]))
            span = Span(source_id, len(text), len(text) + len(name))
            kind = EntityKind.PERSON if name in NAMES else EntityKind.ORGANIZATION
            mentions.append(Mention(span, name, kind))
            text += name + draw(
                st.sampled_from([". ", " and ", " met ", ") ", ", formerly ", "\n\n", " he "])
            )
        texts[source_id] = text
    return texts, mentions


@settings(max_examples=60, deadline=None)
@given(piles())
def test_every_variant_hangs_on_its_entity_by_evidence(pile: tuple[dict[str, str], list[Mention]]) -> None:
    texts, mentions = pile
    table = resolve(texts, mentions, find_aliases(texts, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    entities = {entity.key: entity for entity in table.entities}
    near: dict[str, list[set[str]]] = defaultdict(list)
    for link in table.links:
        assert link.a in {v.text for v in entities[link.entity].variants}
        assert all(span.source_id in texts for span in link.spans)
        assert link.reason
        if link.is_joined:
            near[link.entity].append({link.a, link.b})
    for key, entity in entities.items():
        reached = {entity.variants[0].text}
        for _ in entity.variants:
            reached |= {text for pair in near[key] if pair & reached for text in pair}
        assert reached == {v.text for v in entity.variants}
    joined = {(v.text, e.key) for e in table.entities for v in e.variants}
    for pair in table.pairs:
        assert pair.a != pair.b
        assert {pair.a, pair.b} <= {text for text, _ in joined}
