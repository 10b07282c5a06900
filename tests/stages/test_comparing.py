"""Two texts set side by side."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.stages.comparing import MOVED_WORDS, compare_texts

ONE = "The keeper of the lighthouse counted nineteen wrecks along the reef before the winter came. "
TWO = "Her grandson wrote every name into a ledger that the parish still keeps in a locked drawer. "
THREE = "No captain has ever been able to read all of its pages without asking for a stronger lamp. "
OTHER = "Something else entirely stands in this place, and nobody copied it from anywhere. "


def shared(a: str, b: str) -> list[Alignment]:
    found = find_alignments({"a": a, "b": b}, ReuseSettings(), load_knowledge())
    return [each for each in found if each.a.source_id == "a" and each.b.source_id == "b"]


def aligned(a: tuple[int, int], b: tuple[int, int]) -> Alignment:
    return Alignment(Span("a", *a), Span("b", *b), ReuseKind.VERBATIM, 1.0)


def test_every_sentence_begins_beside_its_copy() -> None:
    a, b = ONE + TWO + THREE, ONE.replace("nineteen", "ninety") + TWO + THREE
    (passage,) = compare_texts(shared(a, b), a, b).passages
    assert [a[slice(*row.a)] for row in passage.rows] == [ONE, TWO, THREE.strip()]
    assert [b[slice(*row.b)][:9] for row in passage.rows] == ["The keepe", "Her grand", "No captai"]


def test_a_sentence_that_was_moved_inside_a_passage_is_told() -> None:
    a, b = ONE + TWO + THREE, ONE + THREE + TWO
    comparison = compare_texts([aligned((0, len(a)), (0, len(b)))], a, b)
    (moved,) = comparison.passages[0].moved
    assert a[slice(*moved.a)] == b[slice(*moved.b)] and a[slice(*moved.a)] in (TWO[:-2], THREE[:-2])


def test_what_was_moved_has_a_row_of_its_own() -> None:
    a, b = ONE + TWO + THREE, THREE.replace("pages", "leaves") + ONE + TWO
    (passage,) = compare_texts(shared(a, b), a, b).passages
    rows = [(a[slice(*row.a)].strip(), b[slice(*row.b)].strip()) for row in passage.rows]
    assert rows[0] == ("", THREE.replace("pages", "leaves").strip()) and rows[-1] == (THREE.strip(), "")
    assert rows[1:3] == [(ONE.strip(), ONE.strip()), (TWO.strip(), TWO.strip())]


def test_passages_in_another_order_are_told_as_moved() -> None:
    a, b = "x" * 100, "y" * 100
    passages = compare_texts(
        [aligned((0, 10), (60, 70)), aligned((20, 30), (5, 15)), aligned((40, 50), (20, 30))], a, b
    ).passages
    assert [(each.is_moved, each.number_in_b) for each in passages] == [(True, 3), (False, 1), (False, 2)]


def test_what_only_one_text_has_stands_before_or_after_a_passage() -> None:
    a, b = OTHER + ONE + TWO, ONE + TWO + THREE
    comparison = compare_texts(shared(a, b), a, b)
    (passage,) = comparison.passages
    assert a[slice(*passage.before[0])] == OTHER and b[slice(*comparison.after[1])].strip() == THREE.strip()


def test_texts_that_share_nothing_are_all_their_own() -> None:
    comparison = compare_texts([], "one", "other")
    assert comparison.passages == () and comparison.after == ((0, 3), (0, 5)) and comparison.shared == (0, 0)


def stretch(start: int, length: int) -> tuple[int, int]:
    return start, start + length


SPANS = st.builds(stretch, st.integers(0, 90), st.integers(1, 10))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(SPANS, SPANS), max_size=6))
def test_every_code_point_is_in_a_passage_or_beside_one(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    comparison = compare_texts([aligned(a, b) for a, b in pairs], "x" * 100, "y" * 100)
    for side in (0, 1):
        covered = {n for pair in pairs for n in range(*pair[side])}
        gaps = [*(each.before for each in comparison.passages), comparison.after]
        own = [n for gap in gaps for n in range(*gap[side])]
        assert len(own) == len(set(own)) and covered | set(own) == set(range(100))
        assert not covered & set(own) and comparison.shared[side] == len(covered)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations([ONE, TWO, THREE, OTHER]), st.integers(0, 60))
def test_rows_are_the_whole_passage_in_order(sentences: list[str], cut: int) -> None:
    a, b = ONE + TWO + THREE, "".join(sentences)[cut:]
    for passage in compare_texts(shared(a, b), a, b).passages:
        for ranges, span in (
            ([row.a for row in passage.rows], passage.alignment.a),
            ([row.b for row in passage.rows], passage.alignment.b),
        ):
            assert ranges[0][0] == span.start and ranges[-1][1] == span.end
            assert all(one[1] == other[0] for one, other in pairwise(ranges))
        for moved in passage.moved:
            assert passage.alignment.a.covers(Span("a", *moved.a))
            assert passage.alignment.b.covers(Span("b", *moved.b))
            assert len({*a[slice(*moved.a)].split()} & {*b[slice(*moved.b)].split()}) >= MOVED_WORDS


def test_sentences_of_a_script_without_spaces_stand_beside_their_copies() -> None:
    sentences = [
        "港务局周一宣布，北岸的旧灯塔将于五月重新开放。",
        "守塔人林国安说，塔内的楼梯已经修好，游客可以登上顶层。",
        "修缮工程历时两年，共花费三百万元，由本地居民捐助。",
        "他还说，冬季是否开放要等秋天再定。",
    ]
    a = "".join(sentences)
    b = a.replace("林国安", "林国按").replace("三百万", "五百万")
    (passage,) = compare_texts(shared(a, b), a, b).passages
    assert [a[slice(*row.a)] for row in passage.rows] == sentences
    assert all(b[slice(*row.b)].endswith("。") for row in passage.rows)


def test_a_few_signs_in_another_place_are_not_moved_text() -> None:
    a = "渡船的船长说：风太大，明天再走。旅客们在码头上等了一夜，没有人抱怨。"
    b = "旅客们在码头上等了一夜，没有人抱怨。渡船的船长说：风太大，明天再走。"
    (passage,) = compare_texts([aligned((0, len(a)), (0, len(b)))], a, b).passages
    assert len(passage.moved) == 1
    b = "明天再走的旅客们在码头上等了一夜，没有人抱怨渡船的船长。"
    (passage,) = compare_texts([aligned((0, len(a)), (0, len(b)))], a, b).passages
    assert passage.moved == ()


def test_equal_lines_by_the_thousand_are_compared_at_once() -> None:
    a = "灯塔守人灯塔" * 3000
    compared = compare_texts([aligned((0, len(a)), (0, len(a) - 6))], a, a[:-6])
    assert len(compared.passages) == 1
