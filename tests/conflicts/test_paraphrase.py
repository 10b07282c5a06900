"""A retelling beside the words that it retells."""

import pytest
from attrs import evolve

from provenance.conflicts.matter import read_matter
from provenance.conflicts.shares import are_apart, find_share
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictKind, Scope
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, findings, make_claim, make_source, pool, said

NAMES = {"Lena Voss": ("voss", PERSON), "Rail Union": ("union", BODY)}


def retold(source, quote: str, predicate: str) -> Claim:
    claim = make_claim(source, ClaimKind.ATTRIBUTION, quote, predicate=predicate, speaker="Voss")
    return evolve(claim, speaker_entity="voss", voice=Voice.REPORTED)


def inside(told: str, words: str, predicate: str | None = None) -> list[Conflict]:
    """One text: the retelling, and right behind it the quotation."""
    text = f"Lena Voss {told}. “{words},” she told the Rail Union in the hall."
    a = make_source("a", text, NAMES)
    claims = [said(a, f"“{words},”", "voss")]
    if predicate:
        claims.append(retold(a, told.split(" that ", 1)[1], predicate))
    return findings(pool(a, claims=claims), ConflictKind.PARAPHRASE)


def between(told: str, words: str, predicate: str) -> list[Conflict]:
    """Two texts of one event: a retelling in one, the quotation in the other."""
    a = make_source("a", f"Lena Voss of the Rail Union said {told}.", NAMES, "Gazette", "2021-05-07")
    b = make_source("b", f"“{words},” said Lena Voss of the Rail Union.", NAMES, "Herald", "2021-05-07")
    claims = [retold(a, told, predicate), said(b, f"“{words},”", "voss")]
    return findings(pool(a, b, claims=claims), ConflictKind.PARAPHRASE)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("promised to close the old tunnel", "We are considering whether the old tunnel can be closed"),
        ("vowed to raise wages by May", "It is possible that wages will be raised"),
        ("urged the Dutch drivers to go back to work", "All drivers in the city need to go back to work"),
    ],
)
def test_a_retelling_that_says_more_is_found(told: str, words: str) -> None:
    (found,) = inside(told, words)
    assert found.scope is Scope.WITHIN
    assert "contradict" not in found.why


@pytest.mark.parametrize(
    ("told", "words", "predicate"),
    [
        ("admitted that the brakes had failed", "I heard rumours about the brakes", "admit"),
        ("claimed that the contract was forged", "I have serious questions about the contract", "claim"),
        ("said that she could not find the logs", "I did not look for the logs in the depot", "said"),
    ],
)
def test_so_is_one_behind_a_verb_with_that(told: str, words: str, predicate: str) -> None:
    assert inside(told, words, predicate)


@pytest.mark.parametrize(
    ("told", "words", "predicate"),
    [
        ("all the signals had been broken", "Two of the nine signals were broken", "said"),
        ("most of the trains were late", "About a tenth of the trains were late", "said"),
        (
            "the board knew of the cracks in the tunnel",
            "The board did not know of the cracks in the tunnel",
            "said",
        ),
        ("40 drivers had been hired in spring", "We have hired 30 drivers since the spring", "said"),
    ],
)
def test_shares_numbers_and_negations_are_compared_between_texts(
    told: str, words: str, predicate: str
) -> None:
    (found,) = between(told, words, predicate)
    assert found.scope is Scope.BETWEEN


@pytest.mark.parametrize(
    ("told", "words", "predicate"),
    [
        ("the board had perhaps been too hard", "The board may have been too hard", "said"),
        ("most of the tanks were empty", "Two of the three tanks were empty", "said"),
        (
            "every house in the street was uninhabitable",
            "Not a single house in the street is habitable",
            "said",
        ),
        ("drivers had been hired in spring", "We have hired 30 drivers since the spring", "said"),
        ("some 30 drivers had been hired", "We have hired 29 drivers since the spring", "said"),
        ("she had given the order to leave", "I did not give the order to leave", "deny"),
        ("the tunnel would be closed in May", "The tunnel will be closed in May", "said"),
    ],
)
def test_a_retelling_that_says_the_same_or_less_is_silent(told: str, words: str, predicate: str) -> None:
    assert between(told, words, predicate) == []


def test_plain_words_elsewhere_bear_a_firm_retelling_out() -> None:
    text = (
        "Lena Voss promised to close the old tunnel. “We are considering whether the old tunnel can be"
        " closed "
        "in May,” she said. “The old tunnel will be closed,” she told the Rail Union later."
    )
    a = make_source("a", text, NAMES)
    first = "“We are considering whether the old tunnel can be closed in May,”"
    claims = [said(a, first, "voss"), said(a, "“The old tunnel will be closed,”", "voss")]
    assert findings(pool(a, claims=claims), ConflictKind.PARAPHRASE) == []


def test_a_threat_that_threatens_nothing() -> None:
    def read(words: str) -> list[Conflict]:
        a = make_source(
            "a", f"The Rail Union issued new threats on Monday. “{words},” said Lena Voss.", NAMES
        )
        return findings(pool(a, claims=[said(a, f"“{words},”", "voss")]), ConflictKind.PARAPHRASE)

    assert read("The two boards should meet soon to agree on a timetable for the spring")
    assert read("We will block every line in the country until the board gives in to us") == []


def test_shares_are_read_as_ranges() -> None:
    def share(text: str) -> object:
        return find_share(text, KNOWLEDGE)

    fifth, most, all_of = (find_share(t, KNOWLEDGE) for t in ("a fifth of it", "most of it", "all of it"))
    assert fifth and most and all_of
    assert are_apart(fifth, most)
    assert not are_apart(most, all_of)
    assert share("some trains") is None
    assert share("half of the trains and all of the buses") is None


def test_double_negations_and_not_only_are_no_negations() -> None:
    assert not read_matter("It was not only the driver", KNOWLEDGE).is_negated
    assert not read_matter("Nobody failed to come", KNOWLEDGE).is_negated
    assert read_matter("They did not come", KNOWLEDGE).is_negated
