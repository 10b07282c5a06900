"""States of one page, from saved files to findings."""

import html
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from attrs import frozen

from provenance.api.case import Case
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.report import ReportData
from provenance.model.reuse import PageVersion, ReuseKind
from tests.stages.conftest import Run, write

STORY = (
    "Three warehouses on the Brenna canal burned through the night, and 12 people were killed, the fire "
    "brigade said on Thursday.",
    "The fire broke out shortly after eleven in a store of varnish and paint that belongs to Holm Chandlery, "
    "a firm of the town, and spread along the roofs before the first engine came.",
    "Chief Officer Marit Sande said the crews had to fetch water from the lock as two hydrants gave none.",
    "The mayor will open an inquiry if the council agrees, and the store did not have a licence for varnish.",
    "Neighbours were taken to the school in Lower Brenna, where the parish handed out blankets and soup.",
)
OTHER = (
    "The choir of the cathedral school sings in the market hall on Saturday for the first time in years.",
    "Its conductor, Ola Brekke, promises songs of the coast, a new setting of an old psalm and no speeches.",
    "Tickets cost eighty crowns at the door, and children under twelve who bring a lantern are let in free.",
)
ADDRESS = "https://www.brennapost.example.org/2021/03/canal-fire.html"


def page(
    paragraphs: tuple[str, ...] = STORY,
    address: str | None = ADDRESS,
    title: str = "Warehouses burn on the Brenna canal",
    modified: str | None = None,
    publisher: str = "Brenna Post",
    canonical: str | None = None,
) -> str:
    """A page as a browser saves it: the address in a comment, the rest in its markup."""
    saved = f"<!-- saved from url=({len(address):04}){address} -->\n" if address else ""
    head = [
        f"<title>{title} | {publisher}</title>",
        f'<meta property="og:site_name" content="{publisher}">',
        '<meta property="article:published_time" content="2021-03-11T06:00:00Z">',
    ]
    if modified:
        head.append(f'<meta property="article:modified_time" content="{modified}">')
    if canonical:
        head.append(f'<link rel="canonical" href="{canonical}">')
    body = "".join(f"<p>{html.escape(each, quote=False)}</p>" for each in paragraphs)
    return (
        f'<!DOCTYPE html>\n{saved}<html lang="en"><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def changed(*pairs: tuple[str, str]) -> tuple[str, ...]:
    """STORY with words replaced."""
    text = "\n".join(STORY)
    for old, new in pairs:
        text = text.replace(old, new)
    return tuple(text.split("\n"))


@frozen
class Found:
    """`pairs`: paths of neighbouring states, and whether they are in order. `kinds`: of shared passages."""

    pairs: list[tuple[str, str, bool]]
    versions: tuple[PageVersion, ...]
    changes: list[Conflict]
    kinds: set[ReuseKind]
    data: ReportData


Look = Callable[[Mapping[str, str]], Found]


@pytest.fixture
def look(case: Case, run: Run, tmp_path: Path) -> Look:
    """Run over pages, by path."""

    def looked(pages: Mapping[str, str]) -> Found:
        run(write(tmp_path / "raw", dict(pages)))
        data = case.report_data()
        paths = {source.id: source.path for source in data.sources}
        pairs = sorted((paths[each.earlier], paths[each.later], each.is_ordered) for each in data.versions)
        changes = [each for each in data.conflicts if each.kind is ConflictKind.PAGE_VERSION]
        return Found(pairs, data.versions, changes, {each.kind for each in data.alignments}, data)

    return looked


MORNING, NOON, NIGHT = "2021-03-11T06:30:00Z", "2021-03-11T12:00:00Z", "2021-03-11T21:00:00Z"
CORRECTION = (
    "Correction: An earlier version of this article said that two hydrants gave no water. It was three."
)


def test_a_silent_change_is_a_finding_and_no_copy(look: Look) -> None:
    after = page(changed(("did not have a licence", "had a licence")), modified=NOON)
    found = look({"one.html": page(modified=MORNING), "two.html": after})
    assert found.pairs == [("one.html", "two.html", True)]
    assert found.kinds == {ReuseKind.VERSION}
    assert found.versions[0].notice is None
    (change,) = found.changes
    assert (change.severity, change.predicate) == (Level.HIGH, "negation")
    assert change.title.endswith("in a later one, silently")
    assert [(side.independent_min, side.independent_max) for side in change.sides] == [(0, 0), (1, 1)]
    assert not [each for each in found.data.conflicts if each.kind is ConflictKind.EDITED_COPY]
    assert sum(group.counts for group in found.data.groups) == 1


def test_a_change_that_a_notice_names_is_announced_and_weighs_less(look: Look) -> None:
    after = page(
        (*changed(("two hydrants", "three hydrants"), ("12 people", "9 people")), CORRECTION), modified=NOON
    )
    found = look({"one.html": page(modified=MORNING), "two.html": after})
    texts = {source.id: source.text for source in found.data.sources}
    notice = found.versions[0].notice
    assert notice is not None
    assert notice.quote(texts[notice.source_id]) == CORRECTION
    named, unnamed = sorted(found.changes, key=lambda each: "hydrants" not in each.title)
    assert named.title.endswith("“three hydrants” in a later one, announced")
    assert named.consequence is Level.MEDIUM
    assert CORRECTION in [each.quote for each in named.sides[1].evidence]
    assert unnamed.title.endswith("“9 people” in a later one, not named in its notice")
    assert unnamed.consequence is Level.HIGH


def test_a_notice_among_the_furniture_counts(look: Look) -> None:
    after = page(changed(("two hydrants", "three hydrants")), modified=NOON)
    footer = f"</article><footer><p>{CORRECTION}</p></footer>"
    found = look({"one.html": page(modified=MORNING), "two.html": after.replace("</article>", footer)})
    assert [each.title.rsplit(", ", 1)[1] for each in found.changes] == ["announced"]


def test_a_rising_toll_is_a_timeline(look: Look) -> None:
    pages = {
        "c.html": page(modified=MORNING),
        "b.html": page(changed(("12 people", "15 people")), modified=NOON),
        "a.html": page(changed(("12 people", "17 people")), modified=NIGHT),
    }
    found = look(pages)
    assert found.pairs == [("b.html", "a.html", True), ("c.html", "b.html", True)]
    assert {each.severity for each in found.changes} == {Level.LOW}
    assert len(found.changes) == 2
    assert all(each.title.endswith("a count that rose") for each in found.changes)
    assert not [each for each in found.data.conflicts if each.kind is ConflictKind.QUANTITY]


def test_rewording_and_additions_are_one_low_finding(look: Look) -> None:
    paragraphs = (
        *changed(("belongs to Holm Chandlery", "belonged to Holm Chandlery"))[:4],
        "The owner, Ivar Holm, who lives abroad, wrote to the paper that nobody was in the flat above it.",
    )
    found = look({"one.html": page(modified=MORNING), "two.html": page(paragraphs, modified=NOON)})
    (change,) = found.changes
    assert change.severity is Level.LOW
    assert change.title == (
        "A later state of a page: 1 sentence left out, 1 sentence added and 1 place reworded, silently"
    )


def test_another_publisher_with_the_same_text_is_no_state_of_the_page(look: Look) -> None:
    copy = page(
        changed(("12 people", "15 people")),
        address="https://echo.example.net/wire/77",
        publisher="Harbour Echo",
        canonical=ADDRESS,
        modified=NOON,
    )
    found = look({"one.html": page(modified=MORNING), "two.html": copy})
    assert found.pairs == []
    assert ReuseKind.VERSION not in found.kinds
    assert [each.kind for each in found.data.conflicts] == [ConflictKind.EDITED_COPY]


def test_two_stories_that_took_turns_at_one_address_are_no_states_of_a_page(look: Look) -> None:
    found = look(
        {
            "one.html": page(modified=MORNING),
            "two.html": page(OTHER, title="Choir sings in the hall", modified=NOON),
        }
    )
    assert (found.pairs, found.changes) == ([], [])


def test_variants_of_an_address_are_one_page(look: Look) -> None:
    host = "brennapost.example.org/2021/03/canal-fire"
    addresses = [
        f"http://{host}/?utm_source=mail&fbclid=1",
        f"https://m.{host}.html#comments",
        f"https://www.{host}/amp/",
        f"https://www.{host}.html?print=1",
        f"https://web.archive.org/web/20210311120000/http://www.{host}.html",
    ]
    pages = {
        f"{number}.html": page(
            changed(("12 people", f"{number + 7} people")),
            address,
            modified=f"2021-03-{12 + number}T06:00:00Z",
        )
        for number, address in enumerate(addresses)
    }
    found = look(pages)
    assert found.pairs == [(f"{n}.html", f"{n + 1}.html", True) for n in range(4)]
    assert len({each.page for each in found.versions}) == 1


def test_a_page_saved_twice_is_one_source(look: Look) -> None:
    found = look({"one.html": page(), "again/one.html": page()})
    (version,) = found.versions
    assert "the same text, saved twice" in version.reason
    assert not version.is_ordered
    assert found.kinds == {ReuseKind.VERSION}
    assert found.changes == []
    rows = [source.id for source in found.data.sources]
    assert version.page in rows


def test_without_times_the_order_is_not_known_and_either_state_may_speak_for_the_page(look: Look) -> None:
    found = look(
        {
            "one.html": page(address=None),
            "two.html": page(changed(("12 people", "9 people")), address=None),
        }
    )
    assert [pair[2] for pair in found.pairs] == [False]
    (change,) = found.changes
    assert change.title.endswith("in two states of one page")
    assert {(side.independent_min, side.independent_max) for side in change.sides} == {(0, 1)}


def test_a_copy_of_an_earlier_state_is_named_with_it_and_changed_nothing(look: Look) -> None:
    copy = page(
        address="https://echo.example.net/wire/77", publisher="Harbour Echo", title="Canal fire kills 17"
    )
    found = look(
        {
            "one.html": page(modified=MORNING),
            "two.html": page(changed(("12 people", "9 people")), modified=NOON),
            "echo.html": copy,
        }
    )
    assert found.pairs == [("one.html", "two.html", True)]
    assert sum(group.counts for group in found.data.groups) <= 2
    assert ConflictKind.EDITED_COPY not in {each.kind for each in found.data.conflicts}
    (change,) = (each for each in found.changes if "12 people" in each.title)
    path = {source.id: source.path for source in found.data.sources}
    assert [sorted({path[each.source_id] for each in side.evidence}) for side in change.sides] == [
        ["echo.html", "one.html"],
        ["two.html"],
    ]


def test_a_copy_that_reads_as_no_state_was_changed(look: Look) -> None:
    copy = page(
        changed(("12 people", "21 people")),
        address="https://echo.example.net/wire/77",
        publisher="Harbour Echo",
        title="Canal fire kills 17",
    )
    found = look(
        {
            "one.html": page(modified=MORNING),
            "two.html": page(changed(("12 people", "9 people")), modified=NOON),
            "echo.html": copy,
        }
    )
    copies = [each for each in found.data.conflicts if each.kind is ConflictKind.EDITED_COPY]
    values = {side.value for one in copies for side in one.sides}
    assert {"12 people", "9 people", "21 people"} <= values


def test_versions_are_in_the_view_of_sources(look: Look, case: Case) -> None:
    look({"one.html": page(modified=MORNING), "two.html": page(STORY[:4], modified=NOON)})
    keys = {row["path"]: row["key"] for row in case.rows("sources")}
    versions = {row["path"]: row["version_of"] for row in case.rows("sources")}
    assert versions == {"one.html": None, "two.html": keys["one.html"]}


def test_a_state_that_comes_later_gives_what_a_rebuild_gives(
    case: Case, run: Run, tmp_path: Path, rebuilt: Callable[..., list[str]]
) -> None:
    folder = write(
        tmp_path / "raw", {"two.html": page(STORY[:4], modified=NOON), "part.txt": "\n".join(STORY[1:3])}
    )
    run(folder)
    write(folder, {"one.html": page(modified=MORNING)})
    run(folder)
    assert len(case.report_data().versions) == 1
    assert case.rows("contained_texts") != []
    assert list(case.dump()) == rebuilt(folder)
