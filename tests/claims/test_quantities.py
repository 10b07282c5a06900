"""How many, how much, how long."""

import pytest

from provenance.claims import read_claims
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import ClaimKind, Hedge
from provenance.model.sources import Source, State


def annotated_source(text):
    return AnnotatedSource(Source("s", "s.txt", State.READ, text=text, language="en"))


def one(claims_of, marked, published=None):
    (claim,) = claims_of(marked, ClaimKind.QUANTITY, published)
    return claim


@pytest.mark.parametrize(
    ("text", "number", "unit", "predicate", "hedge", "quote"),
    [
        ("It killed at least 12 people.", 12, "person", "killed", Hedge.AT_LEAST, "at least 12 people"),
        ("12 people were killed in the blast.", 12, "person", "killed", Hedge.EXACT, "12 people"),
        ("The death toll rose to 14.", 14, "person", "killed", Hedge.EXACT, "14"),
        ("Eleven people were still missing.", 11, "person", "missing", Hedge.EXACT, "Eleven people"),
        ("Some 3,500 workers left.", 3500, "worker", "count", Hedge.ABOUT, "Some 3,500 workers"),
        ("It took about 40 percent of it.", 40, "percent", "share", Hedge.ABOUT, "about 40 percent"),
        ("It cost $1.2 million.", 1.2e6, "USD", "amount", Hedge.EXACT, "$1.2 million"),
        ("Some 27 men, including two boys, died.", 27, "man", "killed", Hedge.ABOUT, "Some 27 men"),
        ("The number of people killed by it rose to 22.", 22, "person", "killed", Hedge.EXACT, "22"),
        ("The quake claimed 500 lives.", 500, "life", "killed", Hedge.EXACT, "500 lives"),
        ("It announced 1,200 job cuts.", 1200, "cut", "count", Hedge.EXACT, "1,200 job cuts"),
        ("The bridge is 62 metres long.", 62, "meter", "long", Hedge.EXACT, "62 metres"),
        ("It lost 312 million euros.", 312e6, "EUR", "amount", Hedge.EXACT, "312 million euros"),
        ("It was sold in 16-ounce jars.", 16, "ounce", "count", Hedge.EXACT, "16-ounce"),
        ("A 28-page report was issued.", 28, "page", "count", Hedge.EXACT, "28-page"),
        ("He was tried for the deaths of four miners.", 4, "miner", "killed", Hedge.EXACT, "four miners"),
        ("The number of injured was put as 31 by doctors.", 31, "person", "injured", Hedge.EXACT, "31"),
        ("The flood left 5,000 homeless.", 5000, "person", "homeless", Hedge.EXACT, "5,000"),
        ("Twelve of our nurses were arrested.", 12, "nurse", "arrested", Hedge.EXACT, "Twelve of our nurses"),
        ("It lasted 12 hours.", 12, "hour", "count", Hedge.EXACT, "12 hours"),
        ("The emir twice told the visitors to go.", 2, "time", "times", Hedge.EXACT, "twice told"),
        ("Fewer than 9 families stayed.", 9, "family", "count", Hedge.LESS_THAN, "Fewer than 9 families"),
        ("Over two dozen ships sank.", 24, "ship", "count", Hedge.MORE_THAN, "Over two dozen ships"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_what_it_counts(claims_of, text, number, unit, predicate, hedge, quote):
    claim = one(claims_of, text)
    assert (claim.number, claim.unit, claim.predicate) == (number, unit, predicate)
    assert (claim.hedge, claim.quote) == (hedge, quote)


def test_of_them_is_a_part_of_the_number_before(claims_of):
    whole, part = claims_of("There are 3,500 foreign soldiers, 2,500 of them Americans.", ClaimKind.QUANTITY)
    assert part.scope == "of them"
    assert part.unit == whole.unit
    assert part.quote == "2,500 of them Americans"


def test_a_part_of_a_counted_whole(claims_of):
    part, whole = claims_of("Some 206 of the 230 passengers had been rescued.", ClaimKind.QUANTITY)
    assert (part.number, part.predicate, part.scope) == (206, "rescued", "of the 230 passengers")
    assert (whole.number, whole.predicate) == (230, "count")


def test_the_place_narrows_a_count(claims_of):
    first, second = claims_of(
        "Some 18,991 people died in {L Turkey} and 3,377 in {L Syria}.", ClaimKind.QUANTITY
    )
    assert (first.scope, second.scope) == ("in Turkey", "in Syria")
    assert (second.number, second.predicate, second.unit) == (3377, "killed", "person")


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 12 May 2019.",
        "In 2011 it closed.",
        "The 42-year-old ship sank.",
        "A 10-day-old boy was found.",
        "She called 555-123-4567 at 12:30 or 5 pm.",
        "Under Article 5 it is banned.",
        "{O Task Force 134} ran the camp.",
        "Flight 302 crashed.",
        "They won 7-2 and 3-1.",
        "The two sides met.",
        "No one saw it, and one of them left.",
        "He was aged 34.",
    ],
)
def test_numbers_that_count_nothing_give_no_claim(claims_of, text):
    assert claims_of(text, ClaimKind.QUANTITY) == []


def test_a_quantity_takes_the_time_of_its_clause(claims_of):
    claim = one(claims_of, "In 1994, a similar disaster killed 852 people.")
    assert (claim.valid_from, claim.valid_to) == ("1994-01-01", "1994-12-31")


def test_a_deadline_is_not_the_time_of_a_quantity(claims_of):
    claim = one(claims_of, "The plant, which makes 20,000 barrels, will not open before June 2020.")
    assert claim.valid_from is None


def test_parts_of_a_counted_whole_are_told_by_their_state(claims_of):
    text = "Of the 30 houses, 12 were flooded, seven were badly damaged and eleven were spared."
    whole, *parts = claims_of(text, ClaimKind.QUANTITY)
    assert (whole.number, whole.subject, whole.scope) == (30, "houses", "")
    assert [(c.number, c.subject, c.predicate, c.unit, c.scope) for c in parts] == [
        (12, "houses", "flooded", "house", "of them"),
        (7, "houses", "damaged", "house", "of them"),
        (11, "houses", "spared", "house", "of them"),
    ]
    assert sum(c.number for c in parts) == whole.number


def test_numbers_given_by_several_sources_count_the_same(claims_of):
    text = (
        "The number of injured pupils was given as 6 by the school, 9 by the clinic and about 12 by parents."
    )
    found = claims_of(text, ClaimKind.QUANTITY)
    assert [(c.number, c.predicate, c.hedge) for c in found] == [
        (6, "injured", Hedge.EXACT),
        (9, "injured", Hedge.EXACT),
        (12, "injured", Hedge.ABOUT),
    ]


def test_the_time_of_a_verdict_is_not_that_of_the_deaths(claims_of):
    tried = one(claims_of, "For the deaths of four miners he was sentenced on 3 May 1999.")
    assert (tried.predicate, tried.valid_from) == ("killed", None)


def test_a_row_of_numbers_counts_nothing(claims_of):
    assert claims_of("1 " * 300, ClaimKind.QUANTITY) == []


def test_numbers_of_a_sentence_are_read_up_to_the_fiftieth(knowledge):
    text = (
        "They counted "
        + ", ".join(f"{n} sheep and {n} cows" for n in range(20, 90))
        + ". Later 7 bulls came."
    )
    read = read_claims(annotated_source(text), knowledge)
    counted = [claim for claim in read.claims if claim.kind is ClaimKind.QUANTITY]
    assert read.crowded == 1
    assert counted[-1].number == 7
    assert len(counted) <= 51


def test_claims_of_one_sentence_share_their_context(claims_of):
    first, second = claims_of("It killed 12 people and injured 30 people.", ClaimKind.QUANTITY)
    assert first.context is second.context


def test_a_measure_between_number_and_noun_belongs_to_the_noun(claims_of):
    first, *_ = claims_of("Twenty 500-pound bombs fell.", ClaimKind.QUANTITY)
    assert (first.number, first.unit, first.quote) == (20, "bomb", "Twenty 500-pound bombs")


def test_the_time_of_a_figure_compared_with_is_not_that_of_the_other(claims_of):
    now, then = claims_of(
        "It caught 600 tonnes of herring, down from 900 tonnes in 1987.", ClaimKind.QUANTITY
    )
    assert (now.number, now.valid_from) == (600, None)
    assert (then.number, then.valid_from) == (900, "1987-01-01")


def test_last_year_is_not_what_an_amount_counts(claims_of):
    claim = one(claims_of, "It earned £2.2 billion last year.", "1999-03-03")
    assert (claim.quote, claim.valid_from) == ("£2.2 billion", "1998-01-01")


def test_parts_follow_a_whole_with_its_own_participle(claims_of):
    _, part, rest = claims_of(
        "Of the 900 guards deployed, 18 were hurt, three of them badly.", ClaimKind.QUANTITY
    )
    assert (part.number, part.predicate, part.scope) == (18, "injured", "of them")
    assert (rest.number, rest.scope) == (3, "of them")


def test_a_part_of_a_group_without_number_is_narrowed_by_it(claims_of):
    claim = one(claims_of, "Two of the injured miners drowned and one of the owners fled.")
    assert (claim.number, claim.predicate, claim.scope) == (2, "killed", "of the injured miners")


def test_some_of_the_dead_are_dead(claims_of):
    claim = one(claims_of, "Six of the dead lay in the engine room.")
    assert (claim.number, claim.predicate, claim.unit, claim.scope) == (6, "killed", "person", "of the dead")
