"""The paraphrase tier."""

from provenance.model.reuse import ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.reuse import find_alignments
from provenance.reuse.boxes import add_boxes
from provenance.reuse.corpus import make_corpus
from provenance.reuse.extend import make_piece
from provenance.reuse.loose import content_rows, find_loose_seeds
from provenance.reuse.pieces import Block, BlockKind, Piece
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL

LOOSE = ReuseSettings(tier="paraphrase")
SHUFFLED = (
    "The pilot watched from the end of the breakwater as the old ferry, whose owner he had warned twice, "
    "left the harbour before noon with too many passengers for its papers."
)


def box(a: int, a_end: int, b: int, b_end: int) -> Piece:
    return make_piece([Block(BlockKind.GAP, a, a_end, b, b_end)], 1.0)


def test_another_order_of_words_is_a_paraphrase() -> None:
    one, other = f"{MILL} {FERRY} {BAKER}", SHUFFLED
    (found,) = find_alignments({"a": one, "b": other}, LOOSE, KNOWLEDGE)
    assert found.kind is ReuseKind.PARAPHRASE
    assert found.a.overlap(found.a) and one.index(FERRY) <= found.a.start + 20
    for change in found.changes:
        assert one[change.a_start : change.a_end] == change.a_text
        assert other[change.b_start : change.b_end] == change.b_text


def test_verbatim_copies_keep_their_kind_and_their_ends() -> None:
    texts = {"a": f"{MILL} {FERRY}", "b": f"{FERRY} {BAKER}"}
    strict = find_alignments(texts, ReuseSettings(), KNOWLEDGE)
    assert find_alignments(texts, LOOSE, KNOWLEDGE) == strict


def test_order_does_not_count_in_loose_seeds() -> None:
    corpus = make_corpus({"a": "yellow submarines surface", "b": "surface yellow submarines"})
    assert len(find_loose_seeds(corpus, LOOSE)) > 0


def test_words_of_a_quarter_of_many_texts_carry_no_evidence() -> None:
    corpus = make_corpus(
        {f"s{i:02}": f"common word{i} rare" if i == 7 else f"common word{i}" for i in range(50)}
    )
    kept = {corpus.word(row) for row in content_rows(corpus, LOOSE).tolist()}
    assert kept == {f"word{i}" for i in range(50)} | {"rare"}


def test_an_exact_piece_stays_and_a_box_gives_way_to_its_like() -> None:
    piece, wide, like, apart = (
        box(10, 30, 110, 130),
        box(0, 60, 100, 160),
        box(12, 31, 112, 131),
        box(70, 90, 0, 9),
    )
    assert add_boxes([piece], [wide]) == [wide, piece]
    assert add_boxes([piece], [like]) == [piece]
    assert add_boxes([piece], [apart]) == [piece, apart]


def test_nothing_in_nothing() -> None:
    assert find_alignments({}, LOOSE, KNOWLEDGE) == []
    assert find_alignments({"a": "", "b": "one"}, LOOSE, KNOWLEDGE) == []
