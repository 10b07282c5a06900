"""Towns that play: the club, the town, and how the two are told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.resolving.teams import find_teams
from provenance.readers.gazetteers import load_knowledge
from tests.names.resolving.test_bearers import one, table_of

KNOWLEDGE = load_knowledge()
_GAME = "\nThe goalkeeper was beaten twice in the league match before half-time."


def kinds(text: str, *names: str, kind: EntityKind = EntityKind.PLACE) -> list[str]:
    """What the names, found as places, are taken for."""
    mentions = []
    end = 0
    for name in names:
        start = text.index(name, end)
        end = start + len(name)
        mentions.append(Mention(Span("a", start, end), name, kind))
    found = find_teams({"a": text}, mentions, KNOWLEDGE).mentions
    return [mention.kind.value[:3] for mention in sorted(found, key=lambda m: m.span.start)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ostrava beat Trnava 2-1.", ("Ostrava", "Trnava"), "org org"),
        ("Ostrava drew with Trnava in Trnava.", ("Ostrava", "Trnava", "Trnava"), "org org pla"),
        ("He joined Ostrava from Trnava, a town in the west.", ("Ostrava", "Trnava"), "org pla"),
        ("The Ostrava coach wept. The mayor of Ostrava did not.", ("Ostrava", "Ostrava"), "org pla"),
        ("Police in Ostrava held six.", ("Ostrava",), "pla"),
        ("Reis (Trnava) headed in.", ("Trnava",), "pla"),
        ("Results: Ostrava 3 Trnava 1; Ostrava v Trnava, postponed.", ("Ostrava", "Trnava"), "org org"),
        ("OSTRAVA STUN TRNAVA\n\nIt rained in Trnava.", ("OSTRAVA", "TRNAVA", "Trnava"), "org org pla"),
        ("She played 14 times for Ghana and lives in Ghana.", ("Ghana", "Ghana"), "org pla"),
        ("She flew to Ghana to rest.", ("Ghana",), "pla"),
    ],
)
def test_a_town_that_plays_is_the_club(text: str, names: tuple[str, ...], expected: str) -> None:
    assert kinds(text + _GAME, *names) == expected.split()


def test_what_stands_in_brackets_behind_a_player_is_the_club() -> None:
    text = "Ana Reis (Trnava) headed in." + _GAME
    mentions = [
        Mention(Span("a", 0, 8), "Ana Reis", EntityKind.PERSON),
        Mention(Span("a", 10, 16), "Trnava", EntityKind.PLACE),
    ]
    assert find_teams({"a": text}, mentions, KNOWLEDGE).mentions[1].kind is EntityKind.ORGANIZATION


def test_where_nobody_plays_a_town_is_a_town() -> None:
    assert kinds("Ostrava beat the drought. Ostrava signed a treaty.", "Ostrava", "Ostrava") == ["pla", "pla"]


def test_a_town_that_a_paper_is_called_after_is_a_town() -> None:
    text = "People left. The Mirovice Post said that Mirovice was dying."
    mentions = [
        Mention(Span("b", 5, 13), "Mirovice", EntityKind.PLACE),
        Mention(Span("a", 17, 30), "Mirovice Post", EntityKind.ORGANIZATION),
        Mention(Span("a", 41, 49), "Mirovice", EntityKind.ORGANIZATION),
    ]
    found = find_teams({"a": text, "b": "Near Mirovice it rained."}, mentions, KNOWLEDGE).mentions
    assert found[2].kind is EntityKind.PLACE


def test_a_club_and_its_town_are_two_and_the_club_is_one() -> None:
    texts = {
        "a": "FK Liberec lost again. Liberec were beaten 2-0 by Sparta, and Liberec sacked the coach."
        + _GAME,
        "b": "It snowed in Liberec. Trams in Liberec stopped.",
    }
    table = table_of(**texts)
    assert one(table, "FK Liberec", "Liberec")
    kinds_of = {
        entity.kind for entity in table.entities for variant in entity.variants if variant.text == "Liberec"
    }
    assert kinds_of == {EntityKind.ORGANIZATION, EntityKind.PLACE}


def test_a_town_with_two_clubs_leaves_its_name_alone() -> None:
    texts = {"a": "Liberec won 3-0.\nFK Liberec beat SK Liberec. Liberec lead the league." + _GAME}
    table = table_of(**texts)
    assert not one(table, "SK Liberec", "FK Liberec")
    assert not one(table, "Liberec", "SK Liberec")


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="Aab 3-1\n(), v", max_size=80))
def test_whatever_stands_there_only_kinds_change(text: str) -> None:
    places = [i for i, letter in enumerate(text) if letter == "A"]
    mentions = [Mention(Span("a", i, i + 1), "A", EntityKind.PLACE) for i in places]
    found = find_teams({"a": text + _GAME}, mentions, KNOWLEDGE).mentions
    assert [mention.span for mention in found] == [mention.span for mention in mentions]
