"""Lists: every format, every filter, and the coverage that a list must not hide."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

LISTS = ("sources", "duplicates", "reuse", "names", "claims", "conflicts")
Ask = Callable[..., Result]


@pytest.mark.parametrize("name", LISTS)
def test_a_table_opens_with_its_coverage(ask: Ask, name: str) -> None:
    done = ask(name)
    assert done.exit_code == 0 and done.stdout.startswith("Coverage in sources: ")
    assert "ar" in done.stdout.split("\n\n")[0]


@pytest.mark.parametrize("name", LISTS)
def test_machine_formats_hold_data_only_and_agree(ask: Ask, name: str) -> None:
    rows = json.loads(ask(name, "--json").stdout)
    lines = [json.loads(line) for line in ask(name, "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(ask(name, "--format", "csv").stdout)))
    assert rows == lines and len(rows) == len(table)
    for row, cells in zip(rows, table, strict=True):
        assert list(row) == list(cells)
        assert all(not isinstance(row[name], int) or str(row[name]) == cells[name] for name in row)


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_csv_still_names_its_columns(ask: Ask, name: str) -> None:
    header = ask(name, "--format", "csv").stdout.splitlines()[0]
    option = ["--about", "Nobody Anywhere"]
    assert ask(name, *option, "--format", "csv").stdout.strip() == header


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_table_says_so(ask: Ask, name: str) -> None:
    done = ask(name, "--about", "Nobody Anywhere")
    assert done.exit_code == 0 and "with these filters" in done.stderr


def test_an_empty_list_of_conflicts_is_called_no_agreement(ask: Ask) -> None:
    done = ask("conflicts", "--about", "Nobody Anywhere")
    assert "no conflicts were found with these filters; that is no agreement" in done.stderr


def test_json_keys_are_the_columns_of_the_view(ask: Ask) -> None:
    (row, *_) = json.loads(ask("reuse", "--json").stdout)
    assert list(row)[:4] == ["key", "kind", "similarity", "direction"] and "changes" in row


def test_sources_show_state_and_problem_of_what_was_not_read(ask: Ask) -> None:
    rows = {row["path"]: row for row in json.loads(ask("sources", "--json").stdout)}
    assert rows["photo.jpg"]["state"] == "skipped" and "format-not-read" in rows["photo.jpg"]["problem"]
    assert rows["wire.txt"]["author"] == "Tom Reed" and rows["wire.txt"]["published"] == "2018-03-05"
    assert rows["arabic.txt"]["language"] == "ar"


def test_filters_narrow(ask: Ask) -> None:
    rows = json.loads(ask("sources", "--between", "2018-03-06", "2018-03-07", "--json").stdout)
    assert [row["path"] for row in rows] == ["local/morning.md"]
    assert json.loads(ask("reuse", "--kind", "boilerplate", "--json").stdout) == []
    assert len(json.loads(ask("claims", "--limit", "1", "--json").stdout)) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("sources", "--between", "yesterday", "2018-03-07"),
        ("sources", "--between", "2018-03-07", "2018-03-06"),
        ("sources", "--format", "xml"),
        ("conflicts", "--severity", "dreadful"),
        ("conflicts", "--kind", "nosuch"),
        ("claims", "--kind", "conflict"),
        ("names", "--kind", "alien"),
        ("reuse", "--kind", "Edited "),
        ("claims", "--limit", "0"),
        ("claims", "--nosuch"),
        ("nosuch",),
    ],
)
def test_wrong_option_values_end_with_status_2(ask: Ask, arguments: tuple[str, ...]) -> None:
    done = ask(*arguments)
    assert done.exit_code == 2 and done.stdout == "" and "Error: " in done.stderr


def test_a_missing_database_is_named_and_not_made(tmp_path: Path, ask: Ask) -> None:
    done = ask("--db", str(tmp_path / "no.db"), "sources")
    assert done.exit_code == 2 and "no such database" in done.stderr
    assert not (tmp_path / "no.db").exists()


@pytest.mark.parametrize(
    "content", [b"not a database at all, only words\n" * 40, b"SQLite format 3\x00" + bytes(2000)]
)
def test_a_file_that_is_no_database_of_ours_is_refused(tmp_path: Path, ask: Ask, content: bytes) -> None:
    (tmp_path / "x.db").write_bytes(content)
    done = ask("--db", str(tmp_path / "x.db"), "sources")
    assert done.exit_code in (2, 4) and "Error: " in done.stderr
    assert (tmp_path / "x.db").read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, ask: Ask) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "x.db") as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()
    before = (tmp_path / "x.db").read_bytes()
    for command in (("sources",), ("run", str(tmp_path))):
        done = ask("--db", str(tmp_path / "x.db"), *command)
        assert done.exit_code == 2 and "Error: " in done.stderr
    assert (tmp_path / "x.db").read_bytes() == before


def test_sources_are_narrowed_by_state_and_code(ask: Ask) -> None:
    def paths(*options: str) -> list[str]:
        return [row["path"] for row in json.loads(ask("sources", *options, "--json").stdout)]

    assert paths("--state", "skipped") == paths("--code", "format-not-read") == ["photo.jpg"]
    assert paths("--state", "skipped", "--code", "empty") == []
    assert len(paths("--state", "read")) == 3


@pytest.mark.parametrize("option", [("--state", "lost"), ("--code", "no-such-code")])
def test_states_and_codes_that_there_are_not_are_refused(ask: Ask, option: tuple[str, str]) -> None:
    done = ask("sources", *option)
    assert done.exit_code == 2 and option[1] in done.stderr and "no_such" not in done.stdout
