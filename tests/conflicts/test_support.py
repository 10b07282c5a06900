"""Which sources of a side count, and why the others do not."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts.independence import Place, count_independent
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, say_support
from provenance.conflicts.support import find_support, support, support_of
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.reuse import Alignment, ChangeKind, Direction
from provenance.model.settings import ConflictSettings
from provenance.model.support import Counts
from tests.conflicts.pools import (
    BODY,
    KNOWLEDGE,
    PERSON,
    align,
    make_claim,
    make_source,
    place,
    pool,
    quantity,
)

NAMES = {"Ada Obi": ("obi", PERSON), "Port Council": ("council", BODY)}
VALUE = "twelve sailors"


def make(
    path: str, publisher: str | None, published: str | None = "2020-05-01", after: str = ""
) -> AnnotatedSource:
    text = f"{path} Ada Obi of the Port Council heard that {VALUE} drowned. {after}"
    return make_source(path, text, NAMES, publisher, published)


def told(
    *sources: AnnotatedSource, alignments: tuple[Alignment, ...] = (), claims: tuple[Claim, ...] = ()
) -> list[tuple[str, Counts, str, str]]:
    pile = Pile(pool(*sources, alignments=alignments, claims=claims), KNOWLEDGE, ConflictSettings())
    places = [Place(s.source.id, place(s, VALUE)) for s in sources]
    return [(one.source_id, one.counts, one.reason, one.other) for one in support_of(pile, places)]


def test_two_houses_count_both() -> None:
    assert told(make("a", "Gazette"), make("b", "Herald")) == [
        ("a", Counts.YES, "", ""),
        ("b", Counts.YES, "", ""),
    ]


def test_a_copy_does_not_count_and_says_of_which() -> None:
    a, b, c = make("a", "Gazette"), make("b", "Herald"), make("c", "Tribune")
    found = told(a, b, c, alignments=(align(a, b), align(b, c)))
    assert found == [
        ("a", Counts.YES, "", ""),
        ("b", Counts.NO, "a shared passage covers it", "a"),
        ("c", Counts.NO, "a shared passage covers it", "b"),
    ]


def test_an_unknown_publisher_may_count() -> None:
    found = told(make("a", "Gazette"), make("b", None))
    assert found[1] == ("b", Counts.PERHAPS, "the publisher is not stated", "a")


def test_an_altered_copy_does_not_count_for_what_it_changed() -> None:
    a = make("a", "Gazette")
    b = make_source("b", a.text.replace("twelve", "thirteen"), NAMES, "Herald", "2020-05-02")
    copied = align(a, b, ChangeKind.NUMBER, Direction.A_TO_B)
    pile = Pile(pool(a, b, alignments=(copied,)), KNOWLEDGE, ConflictSettings())
    (one,) = support(pile, make_side(pile, "thirteen", [place(b, "thirteen sailors")]))
    assert (one.counts, one.reason) == (Counts.NO, "an altered copy is no witness for what it changed")


def said_by(source: AnnotatedSource, speaker: str | None) -> Claim:
    claim = quantity(source, VALUE, 12, "sailors")
    return evolve(claim, speaker=speaker or "police", speaker_entity=speaker, voice=Voice.REPORTED)


def test_two_texts_that_have_it_from_one_person_are_one_origin() -> None:
    a, b = make("a", "Gazette"), make("b", "Herald")
    assert told(a, b, claims=(said_by(a, "obi"), said_by(b, "obi")))[1] == (
        "b",
        Counts.NO,
        "both have it from Obi",
        "a",
    )
    apart = told(a, b, claims=(said_by(a, "obi"), said_by(b, "council")))
    assert [counts for _, counts, _, _ in apart] == [Counts.YES, Counts.YES]
    nameless = told(a, b, claims=(said_by(a, None), said_by(b, None)))
    assert nameless[1] == ("b", Counts.PERHAPS, "both quote police", "a")


def test_two_texts_that_quote_the_same_words_whole_may_both_be_witnesses_of_them() -> None:
    a, b = make("a", "Gazette"), make("b", "Herald")
    words = tuple(
        make_claim(s, ClaimKind.ATTRIBUTION, VALUE, predicate="said", speaker="Ada Obi", speaker_entity="obi")
        for s in (a, b)
    )
    assert told(a, b, claims=words)[1] == ("b", Counts.PERHAPS, "both quote Ada Obi", "a")


def test_a_reason_names_who_counts_and_why_the_others_do_not() -> None:
    a, b, c = make("a.txt", "Gazette"), make("b.txt", "Herald"), make("c.txt", None)
    pile = Pile(pool(a, b, c, alignments=(align(a, b),)), KNOWLEDGE, ConflictSettings())
    side = make_side(pile, "twelve", [place(s, VALUE) for s in (a, b, c)])
    assert say_support(pile, [side]) == (
        "“twelve”: 3 texts, 1 to 2 independent origins; counted: a.txt; perhaps: c.txt (the publisher is not "
        "stated); not counted: b.txt (a shared passage covers it)."
    )


def test_support_is_told_of_sides_with_several_sources() -> None:
    a, b = make("a", "Gazette"), make("b", "Herald")
    pile = Pile(pool(a, b), KNOWLEDGE, ConflictSettings())
    sides = (
        make_side(pile, "twelve", [place(a, VALUE), place(b, VALUE)]),
        make_side(pile, "drowned", [place(b, "drowned")]),
    )
    levels = (Level.HIGH, Level.HIGH, Scope.BETWEEN)
    found = Conflict(
        ConflictKind.QUANTITY, ConflictClass.SOURCES_DIFFER, *levels, "?", "!", "sailors", "x", "", sides
    )
    (one,) = find_support(pile, [found])
    assert (one.conflict, one.side) == (found.key, 1)
    assert find_support(pile, [evolve(found, conflict_class=ConflictClass.SPELLING)]) == []


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([None, "Gazette", "Herald", "Tribune"]), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(list(Direction))), max_size=4),
)
def test_as_many_count_as_the_range_says(
    houses: list[str | None], copies: list[tuple[int, int, Direction]]
) -> None:
    sources = [make(str(number), house) for number, house in enumerate(houses)]
    shared = tuple(
        align(sources[one], sources[two], ChangeKind.NUMBER, direction)
        for one, two, direction in copies
        if one < two < len(sources)
    )
    pile = Pile(pool(*sources, alignments=shared), KNOWLEDGE, ConflictSettings())
    places = [Place(s.source.id, place(s, VALUE)) for s in sources]
    counted, found = count_independent(pile, places), support_of(pile, places)
    assert [one.source_id for one in found] == [s.source.id for s in sources]
    sure = sum(one.counts is Counts.YES for one in found)
    assert (counted.least, counted.most) == (sure, sure + sum(one.counts is Counts.PERHAPS for one in found))
    assert all(bool(one.reason) is not (one.counts is Counts.YES) for one in found)
