"""Trades that hardly go together leave two spellings to people."""

import pytest

from provenance.model.names import NameTable, Verdict
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.trades import trades_at
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def table_of(*texts: str) -> NameTable:
    pile = {f"s{place}": text for place, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    return resolve(pile, mentions, find_aliases(pile, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())


def are_one(table: NameTable, a: str, b: str) -> bool:
    return any({a, b} <= {variant.text for variant in entity.variants} for entity in table.entities)


def trades(text: str, name: str) -> dict[str, str]:
    start = text.index(name)
    return trades_at(text, Span("a", start, start + len(name)))


def test_trades_stand_before_and_behind_a_name() -> None:
    name = "Ines Brandt"
    assert trades("The poet Ines Brandt read.", name) == {"letters": "poet"}
    assert trades("Ines Brandt, a banker from Ulm, read.", name) == {"business": "banker"}
    assert trades("Ines Brandt was a nurse.", name) == {"medicine": "nurse"}
    assert trades("Tennis star Ines Brandt won.", name) == {"sport": "tennis star"}
    assert trades("The actress-turned-politician Ines Brandt won.", name) == {
        "office": "politician",
        "stage": "actress",
    }
    assert trades("Ines Brandt, poet and banker, won.", name) == {"business": "banker", "letters": "poet"}


def test_trades_of_others_are_not_hers() -> None:
    name = "Ines Brandt"
    assert trades("After she met the poet, Ines Brandt read.", name) == {}
    assert trades("The poet's friend Ines Brandt read.", name) == {}
    assert trades("Ines Brandt, poet Olga Reuter and a nurse read.", name) == {}
    assert trades("Ines Brandt was not a banker.", name) == {}


@pytest.mark.parametrize(
    ("one", "other", "a", "b"),
    [
        ("The banker Salem al-Qadi left.", "The poet Salim al-Qadi read.", "Salem al-Qadi", "Salim al-Qadi"),
        (
            "Tennis star Peter Haller won in Ulm.",
            "The actor Peter B. Haller spoke in Bonn.",
            "Peter Haller",
            "Peter B. Haller",
        ),
    ],
)
def test_two_trades_are_for_people_to_judge(one: str, other: str, a: str, b: str) -> None:
    table = table_of(one, other)
    assert not are_one(table, a, b)
    (pair,) = [pair for pair in table.pairs if {pair.a, pair.b} == {a, b}]
    assert pair.verdict is Verdict.UNSURE
    assert "two trades" in pair.reason


def test_one_trade_near_ones_and_none_leave_spellings_joined() -> None:
    ours = "The banker Salem al-Qadi left."
    for other in ("The banker {}  left.", "The minister {} left.", "On Monday {} left for Ulm."):
        assert are_one(table_of(ours, other.format("Salim al-Qadi")), "Salem al-Qadi", "Salim al-Qadi")


def test_a_surname_spelled_otherwise_is_joined_whatever_the_trade() -> None:
    table = table_of("The banker Hadi al-Ameri left.", "The poet Hadi al-Amiri read.")
    assert are_one(table, "Hadi al-Ameri", "Hadi al-Amiri")


def test_a_text_that_calls_them_one_outweighs_trades() -> None:
    table = table_of(
        "The banker Salem al-Qadi (also known as Salim al-Qadi) left.", "The poet Salim al-Qadi read."
    )
    assert are_one(table, "Salem al-Qadi", "Salim al-Qadi")
