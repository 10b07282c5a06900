"""Groups of sources that depend on each other, and who derives from whom."""

from provenance.model.fingerprints import NearDuplicate
from provenance.model.reuse import PageVersion, SourceGroup
from provenance.model.sources import Source
from provenance.reuse import find_alignments, find_groups, judge_directions
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS, source

EDITED = FERRY.replace("noon", "dusk")


def groups(*sources: Source, near: tuple[NearDuplicate, ...] = ()) -> dict[str, SourceGroup]:
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    rows, _ = find_groups(judge_directions(found, sources), sources, near)
    assert [row.source_id for row in rows] == sorted(row.source_id for row in rows)
    return {row.source_id: row for row in rows}


def test_a_copy_joins_and_the_earliest_counts() -> None:
    rows = groups(
        source("a", f"{MILL} {EDITED}", "2019-05-01", "North"),
        source("b", f"{BAKER} {FERRY}", "2019-04-01", "South"),
        source("c", BAKER[::-1], None, "West"),
    )
    assert {name: (row.group, row.counts) for name, row in rows.items()} == {
        "a": ("a", False),
        "b": ("a", True),
        "c": ("c", True),
    }
    assert "with b.txt: shared passages, " in rows["a"].reason
    assert rows["b"].reason.endswith("counted: the earliest dated")


def test_one_publisher_is_one_group() -> None:
    rows = groups(source("a", MILL, publisher="North"), source("b", BAKER, publisher="north"))
    assert [(row.group, row.counts) for row in rows.values()] == [("a", True), ("a", False)]


def test_near_duplicates_are_one_group() -> None:
    near = NearDuplicate("d-1", "a", "b", 0.5, 0.9, "a")
    rows = groups(source("a", MILL, publisher="N"), source("b", BAKER, publisher="S"), near=(near,))
    assert rows["b"].group == "a"


def test_unknown_publishers_do_not_count_beside_known_ones() -> None:
    rows = groups(source("a", MILL), source("b", BAKER, publisher="S"), source("c", FERRY))
    assert [(row.group, row.counts) for row in rows.values()] == [("a", False), ("b", True), ("c", False)]
    assert "publisher not stated" in rows["a"].reason
    nobody = groups(source("a", MILL), source("b", BAKER))
    assert [row.counts for row in nobody.values()] == [True, False]


def test_quotations_and_a_small_share_do_not_join() -> None:
    long = "\n".join(f"{word} {MILL[::-1]} {word}" for word in "one two three four five six seven".split())
    rows = groups(
        source("a", f"{long} {FERRY}", publisher="N"), source("b", f"{long[::-1]} {FERRY}", publisher="S")
    )
    assert rows["b"].group == "b"
    quoted = groups(
        source("a", f"{MILL} “{FERRY}”", publisher="N"), source("b", f"{BAKER} “{FERRY}”", publisher="S")
    )
    assert quoted["b"].group == "b"


def test_a_known_direction_gives_a_lineage() -> None:
    sources = [source("a", f"{MILL} {EDITED}", "2019-05-01"), source("b", f"{BAKER} {FERRY}", "2019-04-01")]
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    _, lineage = find_groups(judge_directions(found, sources), sources, [])
    assert [(row.family, row.parent, row.child, row.confidence) for row in lineage] == [("a", "b", "a", 0.95)]


def test_states_of_one_page_are_what_the_versions_say_and_no_more() -> None:
    sources = [source("a", f"{MILL} {EDITED}", None, "North"), source("b", f"{BAKER} {FERRY}", None, "South")]
    found = judge_directions(
        find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE), sources
    )
    alone, _ = find_groups(found, sources, [])
    assert "another state of one page" not in alone[0].reason
    version = PageVersion("b", "a", "b", True, "one address, x.example/y")
    rows, _ = find_groups(found, sources, [], [version])
    assert [row.reason.count("another state of one page: one address") for row in rows] == [1, 1]
    assert "shared passages" not in rows[0].reason


def test_no_sources_no_groups() -> None:
    assert find_groups([], [], []) == ([], [])
