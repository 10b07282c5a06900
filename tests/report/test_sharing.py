"""Who shares with whom."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.report.places import make_directory
from provenance.report.sharing import MATRIX_SOURCES, make_sharing


def test_matrix_counts_each_text_by_its_own_length(data: ReportData) -> None:
    sharing = make_sharing(data.alignments[:1], make_directory(data))
    assert [card.label for card in sharing.cards] == ["S2", "S3"]
    (none, there), (back, nothing) = sharing.cells
    assert (none, nothing) == (None, None)
    assert there is not None
    assert back is not None
    assert (there.characters, there.percent, there.depth) == (317, "52%", 4)
    assert (back.characters, back.percent) == (294, "59%")


def test_passage_within_one_text_is_no_sharing(data: ReportData) -> None:
    first = data.alignments[0]
    alone = evolve(first, b=evolve(first.a, start=first.a.start + 1), changes=())
    assert make_sharing([alone], make_directory(data)).cards == ()


def test_little_is_not_nothing(data: ReportData) -> None:
    first = data.alignments[0]
    short = evolve(first, a=evolve(first.a, end=first.a.start + 2), changes=())
    (_, there), _ = make_sharing([short], make_directory(data)).cells
    assert there is not None
    assert (there.percent, there.depth) == ("under 1%", 0)


def test_many_sources_are_ranked(data: ReportData) -> None:
    first = data.alignments[0]
    sources = tuple(
        evolve(data.sources[n % 2], id=f"s-{n:03}", path=f"{n:03}") for n in range(MATRIX_SOURCES + 2)
    )
    pairs = [
        evolve(first, a=evolve(first.a, source_id=f"s-{n:03}"), b=evolve(first.b, source_id=f"s-{n + 1:03}"))
        for n in range(0, MATRIX_SOURCES + 2, 2)
    ]
    sharing = make_sharing(pairs, make_directory(evolve(data, sources=sources)))
    assert sharing.cells == ()
    assert [share.characters for share in sharing.ranked] == [317] * 16 + [294] * 16
