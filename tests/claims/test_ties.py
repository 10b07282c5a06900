"""Belonging, control and kinship as claims."""

from collections.abc import Iterator

import pytest

from provenance.claims.belonging import find_belonging
from provenance.claims.control import find_control
from provenance.claims.kinship import find_kinship
from provenance.claims.reading import Reading, read
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import Polarity
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.sources import Source, State
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge

_KINDS = {
    "Chipo Banda": EntityKind.PERSON,
    "Rute Alves": EntityKind.PERSON,
    "Copper Guild": EntityKind.ORGANIZATION,
    "Zambezi Mining": EntityKind.ORGANIZATION,
    "Lumwana": EntityKind.PLACE,
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def reading_of(text: str, knowledge: Knowledge) -> Reading:
    def mentions() -> Iterator[ResolvedMention]:
        for name, kind in _KINDS.items():
            at = text.find(name)
            if at >= 0:
                yield ResolvedMention(Span("s", at, at + len(name)), name, kind, name.lower(), name)

    ordered = tuple(sorted(mentions(), key=lambda m: m.span))
    return read(AnnotatedSource(Source("s", "s.txt", State.READ, text=text), ordered), knowledge)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Chipo Banda has joined the Copper Guild.", Polarity.AFFIRMED),
        ("Chipo Banda has never belonged to the Copper Guild.", Polarity.DENIED),
        ("Chipo Banda, who sits on the board of the Copper Guild, left.", Polarity.AFFIRMED),
        ("Chipo Banda has left the Copper Guild.", Polarity.DENIED),
        ("The Copper Guild does not include Chipo Banda.", Polarity.DENIED),
        ("Chipo Banda never played in the Copper Guild.", Polarity.DENIED),
        ("Chipo Banda has deserted from the Copper Guild.", Polarity.DENIED),
        ("The judges expelled Chipo Banda from the Copper Guild.", Polarity.DENIED),
        ("The Copper Guild counts Chipo Banda among its members.", Polarity.AFFIRMED),
        ("Chipo Banda, head of the choir and never a member of the Copper Guild, sang.", Polarity.DENIED),
    ],
)
def test_belonging_is_affirmed_or_denied(text: str, polarity: Polarity, knowledge: Knowledge) -> None:
    reading = reading_of(text, knowledge)
    (found,) = find_belonging(reading, reading.sentences[0])
    assert found.member.text == "Chipo Banda"
    assert found.whole.name == "Copper Guild"
    assert found.polarity is polarity


def test_a_body_of_so_many_lists_all_its_members(knowledge: Knowledge) -> None:
    text = "A committee of two directors: Chipo Banda, who will chair it, and Rute Alves was set up."
    reading = reading_of(text, knowledge)
    found = list(find_belonging(reading, reading.sentences[0]))
    assert [b.member.text for b in found] == ["Chipo Banda", "Rute Alves"]
    assert all(b.is_closed and b.whole.noun == "committee" for b in found)


def test_it_is_two_parties_of_the_body_named_before(knowledge: Knowledge) -> None:
    text = "What is the alliance? It is two parties, Zambezi Mining and the Copper Guild."
    reading = reading_of(text, knowledge)
    found = list(find_belonging(reading, reading.sentences[1]))
    assert [b.member.text for b in found] == ["Zambezi Mining", "Copper Guild"]
    assert {b.whole.noun for b in found} == {"alliance"}


@pytest.mark.parametrize(
    ("text", "how", "share"),
    [
        ("Zambezi Mining owns Lumwana.", "own", ""),
        ("Zambezi Mining holds 40 percent of Lumwana.", "own", "40 percent"),
        ("Lumwana is run by Zambezi Mining.", "run", ""),
        ("Lumwana fell to the Copper Guild.", "hold", ""),
    ],
)
def test_control_tells_how_a_thing_is_held(text: str, how: str, share: str, knowledge: Knowledge) -> None:
    (claim,) = find_control(reading_of(text, knowledge))
    assert (claim.value, claim.predicate, claim.scope) == ("Lumwana", how, share)
    assert claim.span is not None and text[claim.span.start : claim.span.end] == claim.quote


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Chipo Banda, a cousin of Rute Alves, spoke.", "cousin"),
        ("Rute Alves thanked her younger sister Chipo Banda.", "sibling"),
        ("Rute Alves and her mother's brother, Chipo Banda, spoke.", "uncle"),
        ("Chipo Banda is married to Rute Alves.", "spouse"),
    ],
)
def test_kinship_says_what_one_is_to_the_other(text: str, kin: str, knowledge: Knowledge) -> None:
    (claim,) = find_kinship(reading_of(text, knowledge))
    assert (claim.subject, claim.predicate, claim.value) == ("Chipo Banda", kin, "Rute Alves")


@pytest.mark.parametrize(
    "text", ["", "\0", "of of of " * 3000, "Aa " * 5000, "his brother's " * 2000, "\U0001f600" * 99]
)
def test_hostile_texts_are_read(text: str, knowledge: Knowledge) -> None:
    reading = reading_of(text, knowledge)
    find_control(reading)
    find_kinship(reading)
    for sentence in reading.sentences:
        list(find_belonging(reading, sentence))
