"""Copies of a state of a page that was changed later."""

from collections.abc import Sequence

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.reuse import SAME_TEXT, ChangeKind, Direction, PageVersion, ReuseKind
from provenance.model.spans import Span
from tests.conflicts.pools import align, findings, make_source, pool, quantity

OLD = (
    "The choir of Sandvik sang for 320 guests in the old brewery on Friday, and the collection for the organ "
    "brought 2,450 crowns, the treasurer told the parish. The next concert is planned for the autumn."
)
NEW = OLD.replace("2,450", "4,250")


def found(versions: Sequence[tuple[str, str, str]], **texts: str) -> list[Conflict]:
    """`versions`: (earlier, later, reason)."""
    made = {name: make_source(f"{name}.html", text, publisher=name[:3]) for name, text in texts.items()}
    states = tuple(
        PageVersion(made[a].source.id, made[b].source.id, made[a].source.id, reason != SAME_TEXT, reason)
        for a, b, reason in versions
    )
    of_page = {frozenset((a, b)) for a, b, _ in versions}
    names = sorted(made)
    shared = []
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            alignment = align(made[one], made[other], ChangeKind.NUMBER, Direction.UNKNOWN)
            is_page = {one, other} in of_page
            shared.append(evolve(alignment, kind=ReuseKind.VERSION) if is_page else alignment)
    return findings(evolve(pool(*made.values(), alignments=shared), versions=states))


def places(conflict: Conflict) -> list[list[str]]:
    return [[evidence.source_id for evidence in side.evidence] for side in conflict.sides]


def test_a_copy_of_an_earlier_state_changed_nothing_and_is_named_with_it() -> None:
    conflicts = found([("page1", "page2", "one address")], page1=OLD, page2=NEW, echo=OLD)
    assert [each.kind for each in conflicts] == [ConflictKind.PAGE_VERSION]
    assert [len(side) for side in places(conflicts[0])] == [2, 1]
    assert "Other texts that read as the earlier state does: echo.html." in conflicts[0].why
    assert [(s.independent_min, s.independent_max) for s in conflicts[0].sides] == [(0, 0), (1, 1)]


def test_a_copy_that_reads_as_no_state_was_changed() -> None:
    own = OLD.replace("2,450", "5,240")
    conflicts = found([("page1", "page2", "one address")], page1=OLD, page2=NEW, echo=own)
    assert {each.kind for each in conflicts} == {ConflictKind.PAGE_VERSION, ConflictKind.EDITED_COPY}
    (edited,) = (each for each in conflicts if each.kind is ConflictKind.EDITED_COPY)
    assert len(edited.sides) == 3


def test_a_copy_that_reads_as_one_state_here_and_as_none_there_was_changed_there() -> None:
    conflicts = found(
        [("page1", "page2", "one address")], page1=OLD, page2=NEW, echo=OLD.replace("320", "230")
    )
    (edited,) = (each for each in conflicts if each.kind is ConflictKind.EDITED_COPY)
    assert {side.value for side in edited.sides} == {"320 guests", "230 guests"}


def test_words_that_a_page_added_later_are_no_words_left_out_of_a_copy() -> None:
    grown = OLD.replace("the treasurer told", "less the cost of the hall, the treasurer told")
    conflicts = found([("page1", "page2", "one address")], page1=OLD, page2=grown, echo=OLD)
    assert ConflictKind.EDITED_COPY not in {each.kind for each in conflicts}


def test_copies_of_two_states_of_two_pages_changed_nothing() -> None:
    versions = [("page1", "page2", "one address"), ("sheet1", "sheet2", "one address")]
    conflicts = found(versions, page1=OLD, page2=NEW, sheet1=OLD, sheet2=NEW)
    assert ConflictKind.EDITED_COPY not in {each.kind for each in conflicts}


def test_a_copy_is_shown_where_it_reads_as_the_page_did_and_not_where_the_word_stands_as_well() -> None:
    tail = (
        "\n\nIn spring three boats were painted, and three men of the crew went home to their farms for good."
    )
    older = (
        "The herring boats of Vik came home with full holds on Monday. The harbour light was out for three "
        "years before the war, the pilot said, and the council was told of it by letter." + tail
    )
    newer = older.replace("three years", "nine years")
    loose = older.replace(" The harbour", "\n\n\n\nThe harbour").replace("on Monday", "on  Monday")
    conflicts = found([("page1", "page2", "one address")], page1=older, page2=newer, echo=loose)
    (version,) = (each for each in conflicts if each.kind is ConflictKind.PAGE_VERSION)
    for side in version.sides:
        assert all(side.value.split()[0] in evidence.quote for evidence in side.evidence)
        assert all("light was out" in evidence.quote for evidence in side.evidence)
    assert places(version)[0] == ["page1.html", "echo.html"]


def test_a_headline_that_repeats_a_copied_figure_is_no_source_of_its_own() -> None:
    titled = f"320 guests heard the choir, and 2,450 crowns came in\n\n{OLD}"
    names = ("page1", "page2", "echo")
    texts = dict(zip(names, (OLD, NEW, titled), strict=True))
    made = {name: make_source(f"{name}.html", text, publisher=name) for name, text in texts.items()}
    one, two, echo = (made[name] for name in names)
    shared = [
        evolve(align(one, two, ChangeKind.NUMBER), kind=ReuseKind.VERSION),
        align(one, echo, ChangeKind.NUMBER, within=(OLD, OLD)),
        align(two, echo, ChangeKind.NUMBER, within=(NEW, OLD)),
    ]
    version = PageVersion(one.source.id, two.source.id, one.source.id, True, "one address")
    claims = [
        quantity(two, "4,250 crowns", 4250, "crowns"),
        quantity(echo, "2,450 crowns", 2450, "crowns"),
        evolve(
            quantity(echo, "2,450 crowns", 2450, "crowns"),
            span=Span("echo.html", titled.rindex("2,450"), titled.rindex("2,450") + len("2,450 crowns")),
        ),
    ]
    built = evolve(pool(one, two, echo, claims=claims, alignments=shared), versions=(version,))
    assert {each.kind for each in findings(built)} == {ConflictKind.PAGE_VERSION}
