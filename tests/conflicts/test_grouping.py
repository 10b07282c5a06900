"""Findings that are one disagreement are one finding."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts.grouping import group_findings
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side
from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, make_source, place, pool

NAMES = {"Ada Obi": ("obi", PERSON), "Port Council": ("council", BODY)}
A = make_source(
    "a",
    "Ada Obi told the Port Council that 14 sailors drowned on Monday off Cape Low.",
    NAMES,
    "Gazette",
    "2020-05-01",
)
B = make_source(
    "b",
    "Ada Obi told the Port Council that 24 sailors drowned on Friday off Cape Low.",
    NAMES,
    "Herald",
    "2020-05-01",
)
C = make_source(
    "c",
    "The Port Council heard from Ada Obi that 24 sailors drowned off Cape Low.",
    NAMES,
    "Tribune",
    "2020-05-01",
)
PILE = Pile(pool(A, B, C), KNOWLEDGE, ConflictSettings())


def conflict(
    kind: ConflictKind,
    *sides: tuple[str, tuple[AnnotatedSource, str]],
    subject: str = "sailors",
    what: ConflictClass = ConflictClass.SOURCES_DIFFER,
    consequence: Level = Level.MEDIUM,
) -> Conflict:
    """`sides`: value and the quote that shows it."""
    made = tuple(make_side(PILE, value, [place(source, quote)]) for value, (source, quote) in sides)
    scope = Scope.BETWEEN if len(sides) > 1 else Scope.WITHIN
    return Conflict(
        *(kind, what, consequence, Level.MEDIUM, scope, f"{kind.value}?", "Because."),
        *(subject, "drowned", ""),
        made,
    )


def grouped(*found: Conflict) -> list[Conflict]:
    return group_findings(PILE, found)


TOLL = conflict(ConflictKind.QUANTITY, ("14", (A, "14")), ("24", (B, "24")), consequence=Level.HIGH)
OPPOSED = conflict(
    ConflictKind.OPPOSED,
    ("14 died", (A, "14 sailors drowned on Monday")),
    ("24 died", (B, "24 sailors drowned on Friday")),
)
DAY = conflict(ConflictKind.EVENT_DATE, ("on Monday", (A, "on Monday")), ("on Friday", (B, "on Friday")))
CHANGED = conflict(
    ConflictKind.EDITED_COPY,
    ("14 sailors", (A, "that 14 sailors drowned on Monday")),
    ("24 sailors", (B, "that 24 sailors drowned on Friday")),
    what=ConflictClass.CHANGED_IN_REUSE,
)


def test_the_more_specific_kind_stands_for_both_and_keeps_its_key() -> None:
    (one,) = grouped(OPPOSED, TOLL)
    assert one.key == TOLL.key
    assert one.kind is ConflictKind.QUANTITY
    assert "opposed statements (opposed?)" in one.why
    assert one.why.startswith("Because.")


def test_what_changed_in_a_copy_stands_before_all() -> None:
    (one,) = grouped(TOLL, CHANGED)
    assert one.key == CHANGED.key
    assert one.consequence is CHANGED.consequence
    assert "a difference of figures (quantity?)" in one.why


def test_two_facts_of_one_sentence_stay_two() -> None:
    assert grouped(TOLL, DAY) == [TOLL, DAY]
    assert {each.kind for each in grouped(CHANGED, DAY)} == {
        ConflictKind.EDITED_COPY,
        ConflictKind.EVENT_DATE,
    }


def test_a_wide_finding_joins_one_of_two_and_does_not_make_them_one() -> None:
    found = grouped(OPPOSED, DAY, TOLL)
    assert [each.kind for each in found] == [ConflictKind.QUANTITY, ConflictKind.EVENT_DATE]


def test_findings_of_one_kind_that_tell_the_same_value_are_one_with_more_places() -> None:
    other = conflict(ConflictKind.QUANTITY, ("14", (A, "14")), ("24", (C, "24")), subject="men")
    (one,) = grouped(TOLL, other)
    assert [(side.value, [e.source_id for e in side.evidence]) for side in one.sides] == [
        ("14", ["a"]),
        ("24", ["b", "c"]),
    ]
    assert (one.sides[1].independent_min, one.sides[1].independent_max) == (2, 2)
    assert "same disagreement" not in one.why


def test_the_same_values_of_one_subject_from_other_texts_of_one_event_are_more_places() -> None:
    a, b, c, d = (make_source(n, A.text.replace("14", v), NAMES, n, "2020-05-01") for n, v in PAIRS)
    pile = Pile(pool(a, b, c, d), KNOWLEDGE, ConflictSettings())
    found = [
        evolve(
            TOLL,
            scope_key=one.source.id,
            sides=(make_side(pile, "14", [place(one, "14")]), make_side(pile, "24", [place(two, "24")])),
        )
        for one, two in ((a, b), (c, d))
    ]
    (joined,) = group_findings(pile, found)
    assert [[e.source_id for e in side.evidence] for side in joined.sides] == [["a", "c"], ["b", "d"]]


def test_another_value_about_the_same_subject_is_a_side_of_its_own() -> None:
    other = conflict(ConflictKind.QUANTITY, ("14", (A, "14")), ("Cape Low", (C, "Cape Low")))
    (one,) = grouped(TOLL, evolve(other, scope_key="other"))
    assert [side.value for side in one.sides] == ["14", "24", "Cape Low"]
    apart = evolve(other, subject="capes", predicate="lie")
    assert len(grouped(TOLL, apart)) == 2


def test_the_most_severe_gives_the_levels() -> None:
    weak = evolve(TOLL, consequence=Level.LOW)
    strong = evolve(OPPOSED, consequence=Level.HIGH, certainty=Level.HIGH)
    (one,) = grouped(weak, strong)
    assert (one.kind, one.severity) == (ConflictKind.QUANTITY, Level.HIGH)


def test_spellings_and_what_a_page_says_of_itself_are_never_joined() -> None:
    names = conflict(
        ConflictKind.NAME_VARIANT, ("14", (A, "14")), ("24", (B, "24")), what=ConflictClass.SPELLING
    )
    page = conflict(ConflictKind.METADATA, ("14", (A, "14")), ("24", (B, "24")), what=ConflictClass.PAGE_DATA)
    assert len(grouped(TOLL, names, page)) == 3


def test_a_place_is_shown_once() -> None:
    (one,) = grouped(TOLL, OPPOSED)
    assert [len(side.evidence) for side in one.sides] == [1, 1]


PAIRS = (("a", "14"), ("b", "24"), ("c", "14"), ("d", "24"))
FOUND = [TOLL, OPPOSED, DAY, CHANGED, conflict(ConflictKind.WEEKDAY_DATE, ("on Monday", (A, "on Monday")))]


@settings(deadline=None, max_examples=40)
@given(st.permutations(FOUND), st.integers(0, len(FOUND)))
def test_any_order_gives_the_same_and_keys_are_of_those_given(found: list[Conflict], many: int) -> None:
    kept = found[:many]
    one = grouped(*kept)
    assert one == grouped(*sorted(kept, key=lambda each: each.key))
    assert {each.key for each in one} <= {each.key for each in kept}
    assert len({each.key for each in one}) == len(one)
    assert grouped(*one) == one
