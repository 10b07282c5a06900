"""What happened when."""

import pytest
from attrs import evolve

from provenance.claims import find_claims
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import ClaimKind
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span


def days(claims_of, text, published=None):
    return [
        (c.value, c.valid_from, c.valid_to, c.is_inferred)
        for c in claims_of(text, ClaimKind.EVENT_DATE, published)
    ]


def test_a_year_comes_from_the_time_of_writing(claims_of):
    assert days(claims_of, "The vote slated for May 12 will be close.", "2018-02-21") == [
        ("May 12", "2018-05-12", "2018-05-12", True)
    ]


def test_a_full_date_is_not_inferred(claims_of):
    assert days(claims_of, "It sank on 14 November 2019.") == [
        ("14 November 2019", "2019-11-14", "2019-11-14", False)
    ]


def test_a_relative_date_needs_the_time_of_writing(claims_of):
    assert days(claims_of, "He resigned last month.") == [("last month", None, None, False)]
    assert days(claims_of, "He resigned last month.", "2020-01-15") == [
        ("last month", "2019-12-01", "2019-12-31", True)
    ]


def test_a_year_comes_from_a_full_date_in_the_sentence_first(claims_of):
    text = "She spoke on May 7, 2018, ahead of the vote to be held on May 12."
    assert days(claims_of, text, "2021-09-01")[1] == ("May 12", "2018-05-12", "2018-05-12", True)


def test_the_first_of_two_joined_months_has_the_year_of_the_second(claims_of):
    text = "Many were dismissed in March and December 2020."
    assert days(claims_of, text, "2021-03-04")[0] == ("March", "2020-03-01", "2020-03-31", True)


def test_an_impossible_date_is_kept_without_days(claims_of):
    assert days(claims_of, "It closed on 31 February 2018.") == [("31 February 2018", None, None, False)]


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("It sat between 7 May and 3 June 1912.", "7 May and 3 June 1912", "1912-05-07", "1912-06-03"),
        ("It sat between May 7 and June 3, 1912.", "May 7 and June 3, 1912", "1912-05-07", "1912-06-03"),
        ("It sat between 30 Dec and 2 Jan 1913.", "30 Dec and 2 Jan 1913", "1912-12-30", "1913-01-02"),
        ("It sat between 30 Dec 1912 and 2 Jan in all.", "30 Dec 1912 and 2 Jan", "1912-12-30", "1913-01-02"),
        ("It sat between May and July 1912.", "May and July 1912", "1912-05-01", "1912-07-31"),
        ("It sat between 1912 and 1914.", "1912 and 1914", "1912-01-01", "1914-12-31"),
    ],
)  # fmt: skip
def test_two_dates_after_between_are_one_range(claims_of, text, printed, first, last):
    assert days(claims_of, text, "1915-01-01") == [(printed, first, last, False)]


def test_two_days_that_are_only_listed_stay_two(claims_of):
    found = days(claims_of, "It sat on 7 May 1912 and 3 June 1912, and between 1 July 1912 and the winter.")
    assert [printed for printed, *_ in found] == ["7 May 1912", "3 June 1912", "1 July 1912"]


def test_every_friday_is_no_day_in_particular(claims_of):
    assert days(claims_of, "The siren is tested every Friday.", "1999-05-05") == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("They must apply before the end of October 2001.", "before"),
        ("They must apply by the end of October 2001.", "by"),
        ("It has stood empty since the beginning of October 2001.", "since"),
        ("It opened at the end of October 2001.", "on"),
    ],
)
def test_what_stands_before_the_end_of_a_month_is_its_predicate(claims_of, text, predicate):
    (claim,) = claims_of(text, ClaimKind.EVENT_DATE)
    assert claim.predicate == predicate


def test_a_deadline_says_by(claims_of):
    (claim,) = claims_of("All troops should go by December 31, 2021.", ClaimKind.EVENT_DATE)
    assert claim.predicate == "by"


def test_the_subject_tells_what_is_dated(claims_of):
    (claim,) = claims_of("{O Northern Lines} closed its yard on May 3, 2011.", ClaimKind.EVENT_DATE)
    assert claim.subject == "Northern Lines closed its yard"
    assert claim.subject_entity == "Northern Lines"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "The mill sold 7,500 sacks of flour, after 12,250 sacks in 1911.",
            "7,500 sacks of flour after 12,250 sacks",
        ),
        (
            "The owner of the yard, {O Lindqvist Works} [Lindqvist Group], has built trams since 1931.",
            "yard Lindqvist Works has built trams",
        ),
        (
            "On the hill {O Free Masons Guild} runs a hall with lamps since 1931.",
            "Free Masons Guild runs a hall with lamps",
        ),
    ],
)
def test_a_subject_cuts_no_number_and_no_name_and_skips_brackets(claims_of, text, subject):
    (claim,) = claims_of(text, ClaimKind.EVENT_DATE)
    assert claim.subject == subject


def test_an_adjective_year_is_no_event(claims_of):
    assert days(claims_of, "The 2018 election was close.") == []


def test_the_publication_date_in_the_page_is_a_claim_of_its_own(knowledge):
    text = "By Jo March\nFeb 21, 2018\n\nThe dam held."
    stated = Metadatum("published", "2018-02-21", Basis.STATED, Span("s", 12, 24))
    source = Source("s", "s.txt", State.READ, text=text, language="en", metadata=(stated,))
    annotated = AnnotatedSource(source, furniture=(Span("s", 0, 24),))
    found = find_claims(annotated, knowledge)
    told = (ClaimKind.ATTRIBUTION, ClaimKind.STATEMENT)
    assert [(c.kind, c.subject, c.quote) for c in found if c.kind not in told] == [
        (ClaimKind.EVENT_DATE, "published", "Feb 21, 2018"),
        (ClaimKind.METADATA, "s.txt", "Feb 21, 2018"),
    ]
    other = evolve(annotated, source=evolve(source, language="ar"))
    assert {c.kind for c in find_claims(other, knowledge)} == {ClaimKind.METADATA}
