"""Statements: who did what to whom in every clause."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims import find_claims
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.knowledge import Knowledge
from tests.claims.conftest import annotate

Reader = Callable[..., list[Claim]]


def told(claims_of: Reader, marked: str, event: str, published: str | None = "2024-05-10") -> Claim:
    """The one statement of that class of event."""
    (claim,) = [c for c in claims_of(marked, ClaimKind.STATEMENT, published) if c.predicate == event]
    return claim


@pytest.mark.parametrize(
    ("marked", "event", "doer", "affected"),
    [
        ("Police arrested {P Ann Lee} on Friday.", "arrest", "Police", "Ann Lee"),
        ("{P Ann Lee} was arrested by police on Friday.", "arrest", "police", "Ann Lee"),
        ("The arrest of {P Ann Lee} surprised nobody.", "arrest", "", "Ann Lee"),
        ("{P Ann Lee}'s resignation was not expected.", "resign", "Ann Lee", ""),
        ("{P Ann Lee}, whose firm built the tower, was detained.", "arrest", "", "Ann Lee"),
        ("{P Ann Lee} came home and sold the farm.", "sell", "Ann Lee", "the farm"),
        ("{P Ann Lee} agreed to sell the farm.", "sell", "Ann Lee", "the farm"),
        ("The man who robbed the bank was arrested.", "arrest", "", "The man"),
        ("A plan to reopen the mine was rejected.", "reject", "", "A plan"),
        ("On Monday the minister visited {L Kabwe}.", "visit", "the minister", "Kabwe"),
        ("The board turned down the offer.", "reject", "The board", "the offer"),
        ("Only then may the tanker enter the port.", "enter", "the tanker", "the port"),
    ],
)
def test_doer_and_object_are_told_whatever_the_voice(
    claims_of: Reader, marked: str, event: str, doer: str, affected: str
) -> None:
    claim = told(claims_of, marked, event)
    assert (claim.subject, claim.value) == (doer, affected)


@pytest.mark.parametrize(
    "marked",
    [
        "The council did not approve the plan.",
        "The council has never approved the plan.",
        "No council approved the plan.",
        "None of the councils approved the plan.",
        "The council refused to approve the plan.",
        "The council has yet to approve the plan.",
        "Neither the mayor nor the council approved the plan.",
        "The council approved no plan.",
        "The mayor left without approving the plan.",
    ],
)
def test_denials_are_told_as_such(claims_of: Reader, marked: str) -> None:
    assert told(claims_of, marked, "approve").polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("The council approved the plan.", Modality.ASSERTED),
        ("The council will approve the plan.", Modality.PLANNED),
        ("The council is expected to approve the plan.", Modality.PLANNED),
        ("The council wants to approve the plan.", Modality.PLANNED),
        ("The council may approve the plan.", Modality.POSSIBLE),
        ("The council reportedly approved the plan.", Modality.POSSIBLE),
        ("The council must approve the plan.", Modality.REQUIRED),
        ("The mayor will go if the council approves the plan.", Modality.POSSIBLE),
    ],
)
def test_plans_and_guesses_are_no_facts(claims_of: Reader, marked: str, modality: Modality) -> None:
    claim = told(claims_of, marked, "approve")
    assert (claim.modality, claim.polarity) == (modality, Polarity.AFFIRMED)


@pytest.mark.parametrize(
    ("marked", "condition"),
    [
        ("The mill will close if the price falls.", "if the price falls"),
        ("Unless the price rises, the mill will close.", "Unless the price rises"),
        ("The mill will close in May provided that the bank agrees.", "provided that the bank agrees"),
        ("Should the price fall, the mill will close.", "Should the price fall"),
        ("The mill will close, subject to a vote.", "subject to a vote"),
        ("They asked if the mill will close.", ""),
        ("The mill will close.", ""),
    ],
)
def test_the_condition_is_told_as_printed(claims_of: Reader, marked: str, condition: str) -> None:
    assert told(claims_of, marked, "close").condition == condition


def test_he_is_the_last_person_who_did_something(claims_of: Reader) -> None:
    marked = "{P Ann Lee} met {P Bo Ek} in {L Oslo}. She resigned a day later."
    assert told(claims_of, marked, "resign").subject_entity == "Ann Lee"


def test_a_title_stands_for_its_only_holder(claims_of: Reader) -> None:
    marked = "The mine was safe, said Minister {P Ann Lee}. On Monday the minister visited {L Kabwe}."
    assert told(claims_of, marked, "visit").subject_entity == "Ann Lee"


def test_dates_are_those_of_the_clause(claims_of: Reader) -> None:
    claim = told(claims_of, "{P Ann Lee}, who left in 2019, was arrested on 3 May 2024.", "arrest")
    assert (claim.valid_from, claim.valid_basis) == ("2024-05-03", "stated")
    claim = told(claims_of, "Exports fell from January 2023 to March 2023.", "fall")
    assert (claim.valid_from, claim.valid_to) == ("2023-01-01", "2023-03-31")


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(knowledge: Knowledge, text: str) -> None:
    for claim in find_claims(annotate(text, "2024-05-10"), knowledge):
        assert claim.span is None or claim.span.quote(text) == claim.quote or "{" in text


WORDS = (
    "the man who was not arrested by police on Monday if and , will he release her to a none of that".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_order_of_words_breaks_the_reading(knowledge: Knowledge, chosen: list[str]) -> None:
    text = " ".join(chosen)
    for claim in find_claims(annotate(text, "2024-05-10"), knowledge):
        assert claim.span is None or claim.span.quote(text) == claim.quote
