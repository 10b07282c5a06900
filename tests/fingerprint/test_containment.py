"""Texts that stand whole in others."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.fingerprint import find_contained
from provenance.fingerprint.containment import LEAST_CONTAINMENT, LEAST_SHINGLES
from provenance.fingerprint.shingle_sets import ShingleSets, count_common, shingle_sets
from provenance.model.fingerprints import ContainedText


def prose(start: int, end: int) -> str:
    return " ".join(f"word{i}" for i in range(start, end))


def find(texts: dict[str, str]) -> list[ContainedText]:
    return find_contained(shingle_sets(texts, 3))


def slow_pairs(sets: ShingleSets) -> set[tuple[str, str]]:
    """All texts against all, equal sets but the first left out."""
    unlike = {sets.of(row).tobytes(): row for row in reversed(range(len(sets.names)))}
    rows = sorted((len(sets.of(row)), row) for row in unlike.values())
    return {
        (sets.names[inner], sets.names[outer])
        for place, (size, inner) in enumerate(rows)
        for _, outer in rows[place + 1 :]
        if size >= LEAST_SHINGLES and count_common(sets.of(inner), sets.of(outer)) >= LEAST_CONTAINMENT * size
    }


def test_a_release_inside_a_long_article_is_found_although_they_hardly_resemble() -> None:
    (found,) = find({"article": prose(0, 3000), "release": prose(700, 800), "other": prose(5000, 5100)})
    assert (found.inner, found.outer, found.containment) == ("release", "article", 1.0)
    assert found.resemblance < 0.05


def test_a_release_with_a_few_words_changed_is_found_and_half_of_one_is_not() -> None:
    edited = prose(700, 740) + " another " + prose(741, 770) + " word " + prose(771, 800)
    half = prose(700, 750) + " " + prose(9000, 9050)
    found = find({"article": prose(0, 3000), "edited": edited, "half": half})
    assert [(each.inner, each.outer) for each in found] == [("edited", "article")]


def test_a_headline_is_too_little() -> None:
    assert find({"article": prose(0, 300), "headline": prose(10, 20)}) == []


def test_of_equal_texts_one_stands_for_all() -> None:
    found = find({"a": prose(0, 60), "b": prose(0, 60), "long": prose(0, 400)})
    assert [(each.inner, each.outer) for each in found] == [("a", "long")]


def test_a_text_in_many_others_is_listed_for_each_and_many_like_texts_are_not_squared() -> None:
    many = {f"article{i:02}": f"{prose(1000 * i, 1000 * i + 200)} {prose(0, 60)}" for i in range(1, 40)}
    assert len(find({**many, "release": prose(0, 60)})) == 39
    growing = {f"state{i:03}": prose(0, 100 + i) for i in range(200)}
    found = find(growing)
    assert len(found) < 1000
    assert {each.inner for each in found} == set(growing) - {"state199"}


def test_nothing_is_found_in_nothing() -> None:
    assert find({}) == []
    assert find({"a": "", "b": prose(0, 50)}) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(25, 120)), min_size=2, max_size=8))
def test_the_pairs_are_those_that_all_against_all_give(places: list[tuple[int, int]]) -> None:
    texts = {str(i): prose(start, start + length) for i, (start, length) in enumerate(places)}
    sets = shingle_sets(texts, 3)
    found = {(each.inner, each.outer) for each in find_contained(sets)}
    assert found <= slow_pairs(sets)
    sure = {
        (a, b)
        for a, b in slow_pairs(sets)
        if count_common(sets.of(sets.names.index(a)), sets.of(sets.names.index(b)))
        == len(sets.of(sets.names.index(a)))
    }
    assert sure <= found
