"""The public Python face: what it promises, and that it stays light."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import provenance
from provenance.api import FileProgress
from provenance.api.case import Case
from provenance.errors import Damaged, NoSuchDatabase, NoSuchKey, NotOurDatabase, QueryRefused, UsageError
from provenance.model.settings import Settings

ROOT = Path(__file__).parents[2]
LONG = "The harbour board will publish a full report on the sinking of the ferry before the end of the year."
RULES_ONLY = evolve(Settings(), names=evolve(Settings().names, model="none"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Twelve people were killed, Mayor Zoe Quirke said on Friday. {LONG}\n")
    (folder / "b.txt").write_text(f"Mayor Zoe Quirk said something else. {LONG} Asa’ib was not there.\n")
    with provenance.open(tmp_path / "db" / "x.db") as opened:
        opened.run([folder], settings=RULES_ONLY)
        yield opened


def test_importing_loads_nothing_heavy() -> None:
    heavy = "numpy sqlite_utils trafilatura lxml rapidfuzz spacy jinja2 click attrs py3langid".split()
    code = f"import sys, provenance; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there_and_documented() -> None:
    assert dir(provenance) == sorted(provenance.__all__)
    for name in provenance.__all__:
        assert getattr(provenance, name).__doc__, name
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = provenance.nothing_of_the_kind
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = provenance.api.nothing_of_the_kind


def test_reuse_is_found_at_true_offsets() -> None:
    texts = {"a": f"One thing. {LONG}", "b": f"😀 Another. {LONG} The end."}
    (found,) = provenance.find_reuse(texts)
    assert found.a.quote(texts["a"]) == found.b.quote(texts["b"])
    assert found.grade == 1.0
    with pytest.raises(UsageError, match="no such tier: 'deep'"):
        provenance.find_reuse(texts, tier="deep")


def test_names_are_compared_and_clustered() -> None:
    compared = provenance.compare_names("Hadi al-Ameri", "Hadi al-Amiri", kind="person")
    assert compared.verdict == "same"
    assert 0 <= compared.score <= 1
    names = [("Hadi al-Ameri", "person"), ("Angela Merkel", "person"), ("Hadi al-Amiri", "person")]
    first, other, last = provenance.cluster_names(names)
    assert first == last != other


def test_mentions_have_true_spans() -> None:
    text = "Angela Merkel met John Smith in Berlin."
    found = provenance.find_mentions(text, model="none")
    assert "Angela Merkel" in {mention.text for mention in found}
    assert all(mention.span.quote(text) == mention.text for mention in found)
    with pytest.raises(provenance.ProvenanceError, match="no_such_model"):
        provenance.find_mentions(text, model="no_such_model")


def test_passages_that_cannot_both_hold_conflict() -> None:
    found = provenance.compare_passages("Twelve people were killed.", "Fourteen people were killed.")
    assert found
    assert {e.source_id for conflict in found for side in conflict.sides for e in side.evidence} == {"a", "b"}
    assert provenance.compare_passages("Twelve people were killed.", "Twelve people were killed.") == []
    assert provenance.compare_passages("", "") == []


@pytest.mark.parametrize("text", ["", " ", "😀", "a\0b", "مرحبا", "x" * 5000])
def test_no_text_brings_a_function_down(text: str) -> None:
    provenance.find_mentions(text, model="none")
    provenance.find_reuse({"a": text, "b": text})
    provenance.compare_passages(text, text)
    provenance.compare_names(text, text)


def test_lists_are_rows_of_the_views(case: Case) -> None:
    lists: list[Callable[[], list[dict[str, object]]]] = [
        *(case.sources, case.coverage, case.duplicates, case.reuse),
        *(case.mentions, case.names, case.claims, case.conflicts),
    ]
    for rows in lists:
        assert isinstance(rows(), list)
    assert [row["path"] for row in case.sources()] == ["a.txt", "b.txt"]
    assert case.rows("sources", limit=1) == case.sources()[:1]


def test_what_two_sources_share_is_told_from_the_first_ones_side(case: Case) -> None:
    (forth,) = case.alignments_between("a.txt", "b.txt")
    (back,) = case.alignments_between("b.txt", "a.txt")
    assert (forth.a, forth.b) == (back.b, back.a)
    assert LONG in forth.a.quote(case.text("a.txt"))
    assert LONG in forth.b.quote(case.text("b.txt"))
    assert case.alignments_between("a.txt", "a.txt") == []
    with pytest.raises(NoSuchKey):
        case.alignments_between("a.txt", "z.txt")


def test_things_are_found_by_key_and_path(case: Case) -> None:
    what, (row,) = case.find("a.txt")
    assert what == "source"
    assert case.find(str(row["key"])[:10]) == (what, [row])
    reused = str(case.reuse()[0]["key"])
    assert case.find(reused)[0] == "reused passage"
    with pytest.raises(NoSuchKey, match="not a source"):
        case.text(reused)


def test_search_and_sql_answer(case: Case) -> None:
    assert [row["path"] for row in case.search("Asaib")] == ["b.txt"]
    assert case.sql("SELECT count(*) AS n FROM sources") == (["n"], [(2,)])
    with pytest.raises(QueryRefused):
        case.sql("DELETE FROM source")
    for name, asked in case.questions().items():
        assert asked
        assert case.sql(name, {"name": "ferry"})[0]


def test_report_holds_what_the_database_holds(case: Case, tmp_path: Path) -> None:
    data = case.report_data()
    assert [source.path for source in data.sources] == ["a.txt", "b.txt"]
    assert len(data.alignments) == len(case.reuse())
    assert case.write_reports(tmp_path / "out", ["markdown"])[0].is_file()


def test_sound_database_verifies_and_says_so(case: Case) -> None:
    assert case.verify() == []
    assert case.is_sealed()
    assert list(case.dump())
    assert all(good for _what, _value, good in case.doctor())
    assert case.schema() + "\n" == (ROOT / "db" / "schema.sql").read_text(encoding="utf-8")


def test_word_that_no_table_may_hold_is_damage_and_no_bug(case: Case) -> None:
    case.db.conn.execute("PRAGMA ignore_check_constraints = ON")
    case.db.conn.execute("UPDATE alignment SET kind = 'verbatiM'")
    with pytest.raises(Damaged, match=r"x\.db.*damaged"):
        case.report_data()
    case.db.conn.execute("PRAGMA ignore_check_constraints = OFF")
    assert any("CHECK" in problem for problem in case.verify())


def test_clock_is_read_for_run_records_only(tmp_path: Path, case: Case) -> None:
    times = iter(datetime(2000 + n, 1, 1, tzinfo=UTC) for n in range(99))
    path = tmp_path / "clock.db"
    with provenance.open(path) as other:
        other.clock = lambda: next(times)
        other.run([tmp_path / "raw"], settings=RULES_ONLY)
        assert list(other.dump()) == list(case.dump())
        assert other.sql("SELECT started_at FROM run")[1] == [("2000-01-01T00:00:00+00:00",)]


def test_opening_what_is_not_there_or_not_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchDatabase):
        provenance.open(tmp_path / "no.db", create=False)
    (tmp_path / "x.txt").write_text("no database")
    with pytest.raises(NotOurDatabase):
        provenance.open(tmp_path / "x.txt")
    assert [file.name for file in tmp_path.iterdir()] == ["x.txt"]


def test_database_opened_for_reading_cannot_be_run_on(case: Case, tmp_path: Path) -> None:
    with provenance.open(case.path, read_only=True) as reader:
        assert len(reader.sources()) == 2
        with pytest.raises(provenance.ProvenanceError):
            reader.run([tmp_path / "raw"])


def test_seeds_run_to_the_end_and_every_quote_is_true(tmp_path: Path) -> None:
    seeds = ROOT / ".." / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the annotated articles are not here")
    with provenance.open(tmp_path / "x.db") as opened:
        opened.run([seeds], settings=RULES_ONLY)
        texts = {
            str(row["path"]): (seeds / str(row["path"])).read_bytes().decode() for row in opened.sources()
        }
        views: dict[str, Any] = {"mentions": "text", "claims": "quote", "conflicts": "quote"}
        for view, quote in views.items():
            rows = [row for row in opened.rows(view) if row["start"] is not None]
            assert rows
            assert all(texts[row["path"]][row["start"] : row["end"]] == row[quote] for row in rows)  # type: ignore[index,misc]
        assert opened.verify() == []


def test_printed_schema_is_the_written_one_byte_for_byte(case: Case) -> None:
    command = [sys.executable, "-m", "provenance", "--db", str(case.path), "schema"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == (ROOT / "db" / "schema.sql").read_bytes()


def test_all_that_is_known_of_one_source_is_told(case: Case, tmp_path: Path) -> None:
    (tmp_path / "raw" / "empty.txt").touch()
    told: list[FileProgress] = []
    case.run([tmp_path / "raw"], settings=RULES_ONLY, until="ingest", on_file=told.append)
    assert [(file.path, file.state) for file in told] == [
        ("a.txt", "unchanged"),
        ("b.txt", "unchanged"),
        ("empty.txt", "warned"),
    ]
    details = case.details("empty.txt")
    assert list(details) == ["source_metadata", "source_problems", "furniture"]
    assert [row["code"] for row in details["source_problems"]] == ["empty"]
    assert [row["path"] for row in case.rows("sources", state="warned")] == ["empty.txt"]
    with pytest.raises(NoSuchKey):
        case.details("nothing.txt")
