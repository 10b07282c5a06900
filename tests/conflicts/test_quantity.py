"""Figures for one thing in one event."""

import pytest
from attrs import evolve

from provenance.model.claims import Hedge
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.reuse import ChangeKind, Direction
from tests.conflicts.pools import BODY, PLACE, align, findings, make_source, pool, quantity

NAMES = {
    "Harbour Works": ("works", BODY),
    "Union of Dockers": ("union", BODY),
    "Porto Alto": ("porto", PLACE),
    "Minas": ("minas", PLACE),
}


def two(
    first: str,
    second: str,
    one: tuple[str, float, str],
    other: tuple[str, float, str],
    published: tuple[str | None, str | None] = ("2020-03-01", "2020-03-01"),
    hedge: Hedge = Hedge.EXACT,
    unit: str | None = None,
) -> list[Conflict]:
    a = make_source("a", first, NAMES, "Gazette", published[0])
    b = make_source("b", second, NAMES, "Herald", published[1])
    claims = [quantity(a, *one, unit=unit), quantity(b, *other, unit=unit, hedge=hedge)]
    return findings(pool(a, b, claims=claims), ConflictKind.QUANTITY)


BLAST = "A blast at Harbour Works in Porto Alto killed {} people, the Union of Dockers said."


def blast(
    second: float,
    published: tuple[str | None, str | None] = ("2020-03-01", "2020-03-01"),
    hedge: Hedge = Hedge.EXACT,
) -> list[Conflict]:
    written = f"{second:g} people"
    return two(
        BLAST.format(12),
        BLAST.format(f"{second:g}"),
        ("12 people", 12, "people"),
        (written, second, "people"),
        published,
        hedge,
    )


def test_two_tolls_of_one_day_differ() -> None:
    (found,) = blast(17)
    assert found.conflict_class is ConflictClass.SOURCES_DIFFER
    assert [s.value for s in found.sides] == ["12 people", "17 people"]
    assert [(s.independent_min, s.independent_max) for s in found.sides] == [(1, 1), (1, 1)]


def test_a_later_higher_toll_is_no_conflict_and_a_later_lower_one_is_a_stale_figure() -> None:
    assert blast(17, ("2020-03-01", "2020-03-03")) == []
    assert blast(17, ("2020-03-03", "2020-03-01")) == []  # told as a stale figure


def test_a_toll_that_a_text_itself_calls_risen_is_a_timeline() -> None:
    second = BLAST.format(17).replace(", the", "; the toll has risen, the")
    days = ("2020-03-01", "2020-03-03")
    assert two(BLAST.format(12), second, ("12 people", 12, "people"), ("17 people", 17, "people"), days) == []


def test_the_only_tolls_of_two_leads_are_one_question_in_whatever_words() -> None:
    first = "Harbour Works in Porto Alto shut its gate. Nine people died at night, the Union of Dockers said."
    second = "A dozen died when a boiler burst in Porto Alto, a nurse told Harbour Works."
    nine, dozen = ("Nine people", 9, "people"), ("A dozen", 12, "")
    (found,) = two(first, second, nine, dozen)
    assert [s.value for s in found.sides] == ["Nine people", "A dozen"]
    assert two(first, second, nine, dozen, ("2020-03-01", "2020-04-01")) == []


def test_all_answers_to_one_question_stand_in_one_finding_and_about_is_wide() -> None:
    days = {"a": 12, "b": 17, "c": 20, "d": 40}
    sources = [make_source(p, BLAST.format(n), NAMES, p, "2020-03-01") for p, n in days.items()]
    claims = [
        quantity(s, f"{n} people", n, "people", hedge=Hedge.ABOUT if n == 20 else Hedge.EXACT)
        for s, n in zip(sources, days.values(), strict=True)
    ]
    copies = [align(sources[0], sources[3], ChangeKind.NUMBER, direction=Direction.A_TO_B)]
    (found,) = findings(pool(*sources, claims=claims, alignments=copies), ConflictKind.QUANTITY)
    assert [s.value for s in found.sides] == ["12 people", "17 people", "20 people", "40 people"]
    assert [s.independent_max for s in found.sides] == [1, 1, 1, 0]
    assert "“40 people” stands only where a copied passage was altered." in found.why
    assert blast(17, hedge=Hedge.ABOUT) != []
    about = [quantity(s, f"{n} people", n, "people") for s, n in zip(sources[1:3], (17, 20), strict=True)]
    about[1] = evolve(about[1], hedge=Hedge.ABOUT)
    assert findings(pool(*sources[1:3], claims=about), ConflictKind.QUANTITY) == []


def test_a_page_of_numbers_is_a_table_and_costs_little() -> None:
    text = "Harbour Works killed " + ", ".join(f"{n} people" for n in range(2, 40)) + "."
    a = make_source("a", text, NAMES)
    claims = [quantity(a, f"{n} people", n, "people") for n in range(2, 40)]
    assert findings(pool(a, claims=claims), ConflictKind.QUANTITY) == []


def test_hedges_and_rounding_are_no_conflict() -> None:
    assert blast(10, hedge=Hedge.AT_LEAST) == []
    assert blast(11, hedge=Hedge.MORE_THAN) == []
    assert len(blast(17, hedge=Hedge.AT_LEAST)) == 1
    fee = "Harbour Works paid the Union of Dockers {} for the old yard in Porto Alto."
    assert (
        two(
            fee.format("$2,483"), fee.format("$2,500"), ("$2,483", 2483, ""), ("$2,500", 2500, ""), unit="USD"
        )
        == []
    )


def test_without_dates_of_the_texts_a_toll_is_uncertain() -> None:
    a = make_source("a", BLAST.format(12), NAMES)
    b = make_source("b", BLAST.format(17), NAMES)
    shared = [quantity(a, "12 people", 12, "people"), quantity(b, "17 people", 17, "people")]
    (found,) = findings(pool(a, b, claims=shared), ConflictKind.QUANTITY)
    assert "which text is later is not known" in found.why
    assert found.severity is not Level.HIGH


@pytest.mark.parametrize(
    "second",
    [
        "A blast at Harbour Works in Minas killed 17 people, the Union of Dockers said.",
        "In 2011 a blast at Harbour Works killed 17 people, as the Union of Dockers recalls in 2012.",
        "A blast at Harbour Works in Porto Alto injured 17 people, the Union of Dockers said.",
    ],
)
def test_another_place_time_or_act_is_another_count(second: str) -> None:
    first = BLAST.format(12).replace("killed", "in 2020 killed")
    assert two(first, second, ("12 people", 12, "people"), ("17 people", 17, "people")) == []


def test_another_kind_of_people_is_another_count() -> None:
    second = BLAST.format(17).replace("people", "firefighters")
    assert (
        two(BLAST.format(12), second, ("12 people", 12, "people"), ("17 firefighters", 17, "firefighters"))
        == []
    )


def test_part_of_a_whole_is_no_rival() -> None:
    a = make_source("a", "The yard has 350 workers, 250 of them welders.", NAMES)
    claims = [
        quantity(a, "350 workers", 350, "workers"),
        quantity(a, "250 of them welders", 250, "workers", scope="of them"),
    ]
    assert findings(pool(a, claims=claims), ConflictKind.QUANTITY) == []


def test_one_text_that_differs_with_itself() -> None:
    text = "The blast at Harbour Works killed 12 people on Monday. Gas. The blast killed 14 people on Monday."
    a = make_source("a", text, NAMES)
    claims = [quantity(a, "12 people", 12, "people"), quantity(a, "14 people", 14, "people")]
    (found,) = findings(pool(a, claims=claims), ConflictKind.QUANTITY)
    assert found.conflict_class is ConflictClass.INSIDE_ONE_TEXT
    assert found.consequence is Level.HIGH


def test_figures_whose_owner_is_not_told_are_silent() -> None:
    first = "Judge Rowe of Harbour Works and the Union of Dockers gave them four and three years."
    second = "Harbour Works and the Union of Dockers: one judge gave four years to each."
    assert two(first, second, ("three years", 3, "years"), ("four years", 4, "years"), unit="year") == []


def test_votes_while_they_are_counted_are_no_conflict() -> None:
    text = "The Union of Dockers had {} percent of the votes at Harbour Works."
    found = two(
        text.format(46), text.format(51), ("46 percent", 46, ""), ("51 percent", 51, ""),
        ("2020-03-01", "2020-03-03"), unit="percent",
    )  # fmt: skip
    assert found == []


def test_a_changed_figure_in_a_copy_is_one_finding_only() -> None:
    text = (
        "Harbour Works will pay {} euros to each member of the Union of Dockers who was at the yard that day."
    )
    a, b = (make_source(p, text.format(n), NAMES, p, "2020-03-01") for p, n in (("a", 250), ("b", 520)))
    claims = [quantity(a, "250 euros", 250, "", "EUR"), quantity(b, "520 euros", 520, "", "EUR")]
    found = findings(pool(a, b, claims=claims, alignments=[align(a, b, ChangeKind.NUMBER)]))
    assert [c.kind for c in found] == [ConflictKind.EDITED_COPY]


def test_a_copys_figure_is_told_once_and_the_third_text_differs_with_the_first() -> None:
    days = {"a": 12, "b": 21, "c": 15}
    sources = [make_source(p, BLAST.format(n), NAMES, p, "2020-03-01") for p, n in days.items()]
    claims = [quantity(s, f"{n} people", n, "people") for s, n in zip(sources, days.values(), strict=True)]
    copies = [align(sources[0], sources[1], ChangeKind.NUMBER, direction=Direction.A_TO_B)]
    (found,) = findings(pool(*sources, claims=claims, alignments=copies), ConflictKind.QUANTITY)
    assert found.title == "12 or 15 people killed?"
    assert [s.independent_max for s in found.sides] == [1, 0, 1]
    assert found.severity is Level.MEDIUM
    assert "“12 people” and “15 people” cannot both hold" in found.why


def test_titles_say_what_is_counted_once() -> None:
    (found,) = blast(17)
    assert found.title == "12 or 17 people killed?"
    days = {"a": 12, "b": 17, "c": 30}
    sources = [make_source(p, BLAST.format(n), NAMES, p, "2020-03-01") for p, n in days.items()]
    claims = [quantity(s, f"{n} people", n, "people") for s, n in zip(sources, days.values(), strict=True)]
    (three,) = findings(pool(*sources, claims=claims), ConflictKind.QUANTITY)
    assert three.title == "How many were killed: 12, 17 or 30 people?"
    assert "a, b" not in three.why
    assert three.why.count("1 text, 1 independent origin") == 3


def test_a_title_says_a_noun_of_two_words_once() -> None:
    fee = "Harbour Works gave the Union of Dockers of Porto Alto {} for the chapel by the old yard."
    (found,) = two(
        fee.format("6 brass bells"), fee.format("9 brass bells"), ("6 brass bells", 6, "bells"),
        ("9 brass bells", 9, "bells"),
    )  # fmt: skip
    assert found.title == "6 or 9 brass bells?"


def test_figures_that_one_sentence_gives_as_those_of_several_belong_to_their_sides() -> None:
    a = make_source("a", "Harbour Works in Porto Alto said 12 people died.", NAMES, "Gazette", "2020-03-01")
    later = (
        "The number of people killed in Porto Alto at Harbour Works has been put at 12 by the owner and 17 "
        "by the Union of Dockers."
    )
    b = make_source("b", later, NAMES, "Herald", "2020-03-20")
    c = make_source("c", BLAST.format(17), NAMES, "Courier", "2020-03-03")
    claims = [quantity(a, "12 people", 12, "people"), quantity(c, "17 people", 17, "people")]
    claims += [evolve(quantity(b, n, int(n), "people"), predicate="killed") for n in ("12", "17")]
    (found,) = findings(pool(a, b, c, claims=claims), ConflictKind.QUANTITY)
    assert [[e.source_id for e in s.evidence] for s in found.sides] == [["a", "b"], ["b", "c"]]
    assert "side by side" in found.why
    assert found.severity is Level.MEDIUM
