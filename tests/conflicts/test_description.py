"""A body said to be made up in two ways."""

from provenance.model.conflicts import ConflictKind, Level
from tests.conflicts.pools import BODY, findings, make_source, pool

NAMES = {"Sea Pact": ("pact", BODY)}


def find(*texts: str) -> list[Level]:
    sources = [make_source(f"{i}", t, NAMES) for i, t in enumerate(texts)]
    return [c.severity for c in findings(pool(*sources), ConflictKind.DESCRIPTION)]


def test_two_compositions_can_all_hold_and_are_low() -> None:
    assert find(
        "Sea Pact, a coalition of fishing towns, met.", "Sea Pact is a coalition of oil firms and banks."
    ) == [Level.LOW]


def test_the_same_composition_or_another_noun_is_silent() -> None:
    assert (
        find(
            "Sea Pact, a coalition of fishing towns, met.", "Sea Pact is a coalition of small fishing towns."
        )
        == []
    )
    assert find("Sea Pact, a coalition of fishing towns, met.", "Sea Pact is a network of oil firms.") == []
