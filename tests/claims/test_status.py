"""States of people and things, and since when they hold."""

from collections.abc import Callable

import pytest

from provenance.model.claims import Claim, ClaimKind, Polarity

Reader = Callable[..., list[Claim]]


def states(claims_of: Reader, marked: str, theme: str) -> list[Claim]:
    """Status claims of one theme, of a text of 10 May 2024, a Friday."""
    return [c for c in claims_of(marked, ClaimKind.STATUS, "2024-05-10") if c.predicate == theme]


@pytest.mark.parametrize(
    ("marked", "theme", "state"),
    [
        ("{P Ann Lee} is behind bars.", "custody", "held"),
        ("{P Ann Lee}, then on bail, gave him the keys.", "custody", "free"),
        ("{P Ann Lee} was released on Monday.", "custody", "free"),
        ("The court let {P Ann Lee} go on Monday.", "custody", "free"),
        ("{P Ann Lee} has not left her cell since.", "custody", "held"),
        ("Among those freed was {P Ann Lee}.", "custody", "free"),
        ("A jury found {P Ann Lee} guilty of theft.", "verdict", "guilty"),
        ("{P Ann Lee} left the room, cleared on all counts.", "verdict", "cleared"),
        ("{P Ann Lee} was found dead on Monday.", "life", "dead"),
        ("{P Ann Lee}'s widow opened the fair on Monday.", "life", "dead"),
        ("{P Ann Lee} pleaded not guilty.", "plea", "not_guilty"),
    ],
)
def test_who_is_in_what_state(claims_of: Reader, marked: str, theme: str, state: str) -> None:
    found = states(claims_of, marked, theme)
    assert {(c.subject_entity, c.value, c.polarity) for c in found} == {("Ann Lee", state, Polarity.AFFIRMED)}


@pytest.mark.parametrize(
    "marked",
    [
        "They met behind closed doors.",
        "{P Ann Lee} is feared dead.",
        "{P Ann Lee} may be released on bail.",
        "{P Ann Lee} faces twelve years in prison.",
        "The open letter was read.",
    ],
)
def test_what_tells_no_state(claims_of: Reader, marked: str) -> None:
    assert claims_of(marked, ClaimKind.STATUS, "2024-05-10") == []


def test_what_lasts_is_told_with_its_start(claims_of: Reader) -> None:
    (claim,) = states(claims_of, "{P Ann Lee} has been in jail without a break since March 2023.", "custody")[
        :1
    ]
    assert (claim.valid_basis, claim.valid_from, claim.valid_to) == ("lasting", "2023-03-31", "2024-05-10")
    (claim,) = states(claims_of, "{P Ann Lee} is still at large.", "custody")
    assert (claim.valid_basis, claim.valid_from, claim.valid_to) == ("lasting", None, "2024-05-10")


def test_a_denied_state_is_no_state(claims_of: Reader) -> None:
    (claim,) = states(claims_of, "{P Ann Lee} is not at large.", "custody")
    assert claim.polarity is Polarity.DENIED
