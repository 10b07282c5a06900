"""The scorer of found passages, on cases small enough to count by hand."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.plagdet import Detection, Gold, load_gold, score, score_pairs
from tests.bench.reuse_corpus import make_corpus, write_corpus

CASE: Detection = ("a", 100, 200, "b", 0, 100)
DOCUMENTS = {"a": "x" * 1000, "b": "y" * 1000, "c": "z" * 1000}


def gold(*cases: Detection, **more: object) -> Gold:
    return Gold(DOCUMENTS, [("verbatim", case) for case in cases], **{"listed": None, "ignore": {}} | more)


def test_the_case_itself_has_full_marks() -> None:
    found = score(gold(CASE), [CASE])
    assert (found.plagdet, found.precision, found.recall, found.granularity) == (1, 1, 1, 1)
    assert (found.character_f1, found.by_kind) == (1, {"verbatim": 1})


def test_nothing_found_scores_nothing() -> None:
    found = score(gold(CASE), [])
    assert (found.plagdet, found.precision, found.recall, found.granularity) == (0, 0, 0, 1)


def test_either_text_may_come_first() -> None:
    a, a0, a1, b, b0, b1 = CASE
    assert score(gold(CASE), [(b, b0, b1, a, a0, a1)]).plagdet == 1


def test_an_overlap_in_one_text_alone_counts_for_nothing() -> None:
    assert score(gold(CASE), [("a", 100, 200, "b", 500, 600)]).recall == 0


def test_two_halves_are_found_whole_at_a_granularity_of_two() -> None:
    found = score(gold(CASE), [("a", 100, 150, "b", 0, 50), ("a", 150, 200, "b", 50, 100)])
    assert (found.precision, found.recall, found.granularity) == (1, 1, 2)
    assert found.plagdet == pytest.approx(1 / math.log2(3))


def test_ends_that_bleed_cost_precision() -> None:
    found = score(gold(CASE), [("a", 50, 250, "b", 0, 100)])
    assert found.recall == 1
    assert found.precision == pytest.approx(200 / 300)


def test_means_are_over_cases_and_characters_are_counted_together() -> None:
    long = ("a", 300, 600, "c", 0, 300)
    found = score(gold(CASE, long), [long])
    assert found.recall == 0.5
    assert found.character_recall == 0.75


def test_repeated_text_counts_neither_way_unless_a_case_lies_there() -> None:
    ignore = {"a": [(500, 600)], "c": [(500, 600)]}
    notice = ("a", 500, 600, "c", 500, 600)
    assert score(gold(CASE, ignore=ignore), [CASE, notice]).detections == 1
    assert score(gold(CASE, notice, ignore=ignore), [CASE, notice]).detections == 2


def test_only_listed_pairs_are_scored() -> None:
    other = ("a", 0, 50, "c", 0, 50)
    listed = frozenset({("a", "b")})
    assert score(gold(CASE, listed=listed), [CASE, other]).precision == 1
    assert score(gold(CASE), [CASE, other]).precision == 0.5


ranges = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda r: (r[0], r[0] + r[1]))
places = st.tuples(ranges, ranges).map(lambda p: ("a", *p[0], "b", *p[1]))


@given(cases=st.lists(places, min_size=1, max_size=4), found=st.lists(places, max_size=4))
def test_scores_equal_those_counted_letter_by_letter(cases: list[Detection], found: list[Detection]) -> None:
    def letters(each: Detection) -> set[tuple[str, int]]:
        return {("a", at) for at in range(*each[1:3])} | {("b", at) for at in range(*each[4:6])}

    def covered(one: Detection, others: list[Detection]) -> tuple[float, int]:
        met = [o for o in others if {side for side, _ in letters(one) & letters(o)} == {"a", "b"}]
        held = set().union(*map(letters, met)) & letters(one)
        return len(held) / len(letters(one)), len(met)

    recalls = [covered(case, found) for case in cases]
    precisions = [covered(each, cases)[0] for each in found]
    counts = [count for _, count in recalls if count]
    scores = score(gold(*cases), found)
    assert scores.recall == pytest.approx(sum(share for share, _ in recalls) / len(recalls))
    assert scores.precision == pytest.approx(sum(precisions) / len(precisions) if precisions else 0)
    assert scores.granularity == pytest.approx(sum(counts) / len(counts) if counts else 1)


def test_pairs_of_documents() -> None:
    wanted = {frozenset("ab"), frozenset("cd")}
    assert score_pairs(wanted, {frozenset("ab"), frozenset("ef")}) == (0.5, 0.5, 0.5)
    assert score_pairs(wanted, set()) == (0, 0, 0)


def test_an_invented_corpus_is_the_same_each_time_and_its_gold_holds(tmp_path: Path) -> None:
    corpus = make_corpus(3, 40)
    assert corpus == make_corpus(3, 40)
    write_corpus(tmp_path, corpus)
    made = load_gold(tmp_path)
    assert made.documents == corpus.documents
    assert score(made, [case for _, case in made.cases]).plagdet == 1
    for kind, (a, a0, a1, b, b0, b1) in made.cases:
        one, other = made.documents[a][a0:a1], made.documents[b][b0:b1]
        assert one == one.strip()
        assert other == other.strip()
        assert (one == other) or kind != "verbatim"
    for name, ((start, end),) in made.ignore.items():
        assert made.documents[name][start:end].startswith("The Wenholm Record")
