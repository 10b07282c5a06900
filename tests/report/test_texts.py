"""Full texts: whole, then those with findings, then excerpts; every place anchored."""

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.model.spans import Span
from provenance.report.places import make_directory
from provenance.report.texts import TEXT_BUDGET_CHARS, Marked, choose_ranges, make_texts, merged

pairs = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1])), max_size=6
)


def lengthened(data: ReportData, sizes: dict[str, int]) -> ReportData:
    """The same sources with longer texts."""
    sources = tuple(evolve(s, text=s.text.ljust(sizes.get(s.id, 0))) for s in data.sources)
    return evolve(data, sources=sources)


def test_small_texts_are_shown_whole(data: ReportData) -> None:
    shown, note = choose_ranges(make_directory(data), ())
    assert (sorted(shown), note) == (["s-a", "s-b", "s-c", "s-d", "s-e"], "")


def test_texts_without_a_finding_go_first(data: ReportData) -> None:
    long = lengthened(data, {"s-d": TEXT_BUDGET_CHARS + 1})
    shown, note = choose_ranges(make_directory(long), [Span("s-a", 5, 9)])
    assert sorted(shown) == ["s-a"]
    assert "only those with a finding" in note


def test_then_excerpts_are_shown(data: ReportData) -> None:
    long = lengthened(data, {"s-a": TEXT_BUDGET_CHARS + 1})
    shown, note = choose_ranges(make_directory(long), [Span("s-a", 5_000, 5_010)])
    assert shown == {"s-a": ((4_000, 7_000),)}
    assert "only excerpts" in note


def test_what_fits_no_more_is_counted(data: ReportData) -> None:
    size = TEXT_BUDGET_CHARS * 2
    long = lengthened(data, {"s-a": size, "s-b": size})
    spans = [
        Span(key, at, at + 1) for key in ("s-a", "s-b") for at in range(0, TEXT_BUDGET_CHARS - 5_000, 900)
    ]
    shown, note = choose_ranges(make_directory(long), spans)
    assert len(shown) == 1
    assert note.endswith("and none of 1 further texts.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evidence=pairs, shared=pairs)
def test_stretches_give_the_text_back_and_anchor_each_place(
    evidence: list[tuple[int, int]], shared: list[tuple[int, int]], data: ReportData
) -> None:
    directory = make_directory(data)
    card = directory.by_id["s-a"]
    marks = Marked(
        tuple((Span("s-a", *pair), number, f"k-{number}") for number, pair in enumerate(evidence)),
        tuple(Span("s-a", *pair) for pair in shared),
    )
    text = make_texts(directory, {"s-a": ((0, len(card.source.text)),)}, {"s-a": marks})[0]
    stretches = text.parts[0][1]
    assert "".join(stretch.text for stretch in stretches) == card.source.text
    anchors = [stretch.anchor for stretch in stretches if stretch.anchor]
    assert sorted(anchors) == sorted({f"t2-{start}" for start, _ in evidence + shared})
    at = 0
    for stretch in stretches:
        assert stretch.is_evidence == any(start <= at < end for start, end in evidence)
        assert stretch.is_shared == any(start <= at < end for start, end in shared)
        at += len(stretch.text)


@given(found=pairs)
def test_merged_ranges_cover_the_same_places(found: list[tuple[int, int]]) -> None:
    joined = merged(found)
    assert {at for pair in joined for at in range(*pair)} == {at for pair in found for at in range(*pair)}
    assert list(joined) == sorted(joined)
