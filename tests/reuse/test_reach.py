"""Passages that go on to the ends of edited sentences and take moved sentences along."""

from tests.reuse.cases import BAKER, FERRY, MILL, find

SHORT = "Nobody answered the bell."
EDITED = "The council will meet again in the old school on the hill when the river has gone down."
REWORDED = "The council must meet twice in the old chapel on the slope when the river had gone down."


def test_a_short_sentence_moved_to_the_other_end_belongs_to_the_copy() -> None:
    one = f"{FERRY} {SHORT}"
    other = f"{SHORT} {FERRY}"
    found = find(a=f"{MILL} {one} {BAKER}", b=other)
    assert [x.b.quote(other) for x in found] == [other]
    assert [x.a.quote(f"{MILL} {one} {BAKER}") for x in found] == [one]


def test_a_short_sentence_moved_out_of_the_middle_belongs_to_the_copy() -> None:
    one = f"{FERRY} {SHORT} {MILL}"
    other = f"{FERRY} {MILL} {SHORT}"
    found = find(a=one, b=f"{other} {BAKER}")
    assert [(x.a.quote(one), x.b.quote(f"{other} {BAKER}")) for x in found] == [(one, other)]


def test_a_short_sentence_that_stands_elsewhere_on_the_other_side_does_not() -> None:
    other = f"{FERRY} {BAKER} {SHORT}"
    found = find(a=f"{SHORT} {FERRY}", b=other)
    assert [x.b.quote(other) for x in found] == [FERRY]


def test_an_edited_sentence_beside_a_copy_belongs_to_it() -> None:
    for one, other in (
        (f"{FERRY} {EDITED}", f"{FERRY} {REWORDED}"),
        (f"{EDITED} {FERRY}", f"{REWORDED} {FERRY}"),
    ):
        found = find(a=f"{one} {MILL}", b=f"{other} {BAKER}")
        assert [x.a.quote(f"{one} {MILL}") for x in found] == [one]
        assert [x.b.quote(f"{other} {BAKER}") for x in found] == [other]


def test_another_sentence_beside_a_copy_does_not() -> None:
    one, other = f"{FERRY} {EDITED}", f"{FERRY} Meanwhile nothing was said when another mill had been sold."
    assert [x.a.quote(one) for x in find(a=one, b=other)] == [FERRY]


def test_a_copy_goes_on_to_the_end_of_a_sentence_whose_rest_was_edited() -> None:
    begin = FERRY.removesuffix(".")
    one = f"{begin} while grey gulls kept circling above several empty barrels."
    other = f"{begin} while many white birds were circling above those empty barrels."
    found = find(a=f"{one} {MILL}", b=f"{other} {BAKER}")
    assert [x.a.quote(f"{one} {MILL}") for x in found] == [one]


def test_copies_of_one_passage_grow_beside_each_other() -> None:
    one = f"{FERRY} {EDITED}"
    other = f"{FERRY} {REWORDED} {MILL} {FERRY} {REWORDED}"
    found = [x for x in find(a=one, b=other) if x.a.source_id != x.b.source_id]
    assert [x.a.quote(one) for x in found] == [one, one]
    assert {x.b.quote(other) for x in found} == {f"{FERRY} {REWORDED}"}
