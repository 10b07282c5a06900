"""The workspace's sources under a path become equal to it, and the others are left alone."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from provenance.api.case import Case
from provenance.errors import NothingToRead
from provenance.model.settings import Settings
from provenance.stages import STAGES
from provenance.store.connection import open_database

Run = Callable[..., Any]
Rebuild = Callable[..., list[str]]


def paths(case: Case) -> list[object]:
    return [row["path"] for row in case.sources()]


def test_every_file_becomes_a_source_under_its_relative_path(case: Case, run: Run, folder: Path) -> None:
    run(folder, until="ingest")
    assert paths(case) == ["gull.txt", "letters/note.txt", "wire.txt"]
    assert case.text("gull.txt") == (folder / "gull.txt").read_bytes().decode()


def test_new_changed_and_vanished_files_are_noticed(
    analysed: Path, case: Case, run: Run, rebuilt: Rebuild
) -> None:
    (analysed / "gull.txt").write_text("Ten people were killed, Mayor Zoe Quirke said.\n")
    (analysed / "wire.txt").unlink()
    (analysed / "new.txt").write_text("Ten people were hurt, Mayor Zoe Quirk said.\n")
    assert not run(analysed).is_unchanged
    assert paths(case) == ["gull.txt", "letters/note.txt", "new.txt"]
    assert list(case.dump()) == rebuilt(analysed)
    assert case.verify() == []


def test_database_inside_the_folder_is_no_source(folder: Path) -> None:
    rules_only = evolve(Settings(), names=evolve(Settings().names, model="none"))
    before = {file.name for file in folder.rglob("*") if file.is_file()}
    with Case(folder / "p.db", open_database(folder / "p.db")) as case:
        for _ in range(2):
            case.run([folder], until="ingest", settings=rules_only)
            assert {Path(str(path)).name for path in paths(case)} == before


def test_renamed_file_is_another_source(analysed: Path, case: Case, run: Run, rebuilt: Rebuild) -> None:
    (analysed / "gull.txt").rename(analysed / "tern.txt")
    run(analysed)
    assert paths(case) == ["letters/note.txt", "tern.txt", "wire.txt"]
    assert list(case.dump()) == rebuilt(analysed)


def test_touched_file_is_unchanged(analysed: Path, run: Run) -> None:
    os.utime(analysed / "gull.txt", (1, 1))
    assert run(analysed, until="ingest").is_unchanged


def test_other_paths_are_left_alone(
    case: Case, run: Run, folder: Path, tmp_path: Path, rebuilt: Rebuild
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("A letter about something else.\n")
    run(folder, until="ingest")
    run(other, until="ingest")
    (folder / "wire.txt").unlink()
    run(folder)
    assert paths(case) == ["gull.txt", "letters/note.txt", "x.txt"]
    assert list(case.dump()) == rebuilt(folder, other)


def test_folder_whose_name_begins_alike_is_another(
    case: Case, run: Run, folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "raw2")
    run(tmp_path / "raw2", until="ingest")
    (folder / "wire.txt").unlink()
    run(folder, until="ingest")
    assert len(paths(case)) == 5


def test_same_file_in_two_folders_is_two_sources(
    analysed: Path, case: Case, run: Run, tmp_path: Path
) -> None:
    shutil.copytree(analysed, tmp_path / "raw2")
    run(tmp_path / "raw2", until="ingest")
    assert len(paths(case)) == len(set(paths(case))) == 6
    assert run(tmp_path / "raw2", until="ingest").is_unchanged
    assert run(analysed, until="ingest").is_unchanged


def test_single_file_can_be_run_alone(case: Case, run: Run, folder: Path) -> None:
    run(folder / "letters" / "note.txt", until="ingest")
    assert paths(case) == ["note.txt"]
    run(folder, until="ingest")
    assert paths(case) == ["gull.txt", "letters/note.txt", "wire.txt"]


def test_missing_path_and_empty_folder_change_nothing(analysed: Path, case: Case, run: Run) -> None:
    before = list(case.dump())
    shutil.rmtree(analysed)
    with pytest.raises(NothingToRead):
        run(analysed)
    analysed.mkdir()
    with pytest.raises(NothingToRead):
        run(analysed)
    assert list(case.dump()) == before
    assert case.is_sealed()


def test_file_that_cannot_be_read_is_a_source_with_its_reason(case: Case, run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    result = run(folder, until="ingest")
    assert {problem.path for problem in result.problems} >= {"binary.txt"}
    assert dict(result.states)["read"] >= 3
    assert run(folder, until="ingest").is_unchanged
    (folder / "binary.txt").write_text("Now it is a text that can be read.\n")
    assert not run(folder, until="ingest").is_unchanged
    assert "binary.txt" not in {row["path"] for row in case.sources() if row["state"] == "refused"}


def test_workspace_can_be_moved_as_a_whole(case: Case, run: Run, folder: Path, tmp_path: Path) -> None:
    run(folder, until="ingest")
    case.close()
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for part in ("raw", "db"):
        (tmp_path / part).rename(moved / part)
    with Case(moved / "db" / "x.db", open_database(moved / "db" / "x.db")) as again:
        assert again.run([moved / "raw"], until="ingest").is_unchanged


def test_other_version_of_the_stage_reads_everything_anew(
    case: Case, run: Run, folder: Path, tmp_path: Path, rebuilt: Rebuild
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("A letter about something else.\n")
    run(folder, other)
    case.db.conn.execute("UPDATE stage_state SET version = 'old' WHERE stage = 'ingest'")
    result = run(folder)
    assert result.stages[0].is_recomputed
    assert len(paths(case)) == 4
    assert list(case.dump()) == rebuilt(folder, other)
    assert case.verify() == []


def test_path_names_that_are_no_text_are_kept_apart(case: Case, run: Run, folder: Path) -> None:
    strange = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(strange, "wb") as file:
        file.write(b"A text with a strange name.\n")
    run(folder, until="ingest")
    assert "caf\\xe9.txt" in paths(case)
    assert run(folder, until="ingest").is_unchanged


def test_stages_know_what_they_read() -> None:
    names = [stage.name for stage in STAGES]
    for stage in STAGES:
        assert all(names.index(one) < names.index(stage.name) for one in stage.reads)
    assert evolve(STAGES[0], version=99).full_version != STAGES[0].full_version
