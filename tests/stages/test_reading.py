"""Files are read once, in batches; a run that breaks off keeps what it stored and the next reads the rest."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from provenance.api.case import Case
from provenance.model.settings import ReadingSettings, Settings
from provenance.readers import find_files
from provenance.stages import storing
from provenance.stages.progress import FileProgress
from provenance.store.connection import open_database

Run = Callable[..., Any]
Rebuild = Callable[..., list[str]]

RULES_ONLY = evolve(Settings(), names=evolve(Settings().names, model="none"))
KILLED = """
import sys
import provenance
from provenance.model.settings import NameSettings, Settings
from provenance.stages import storing
storing.BATCH_DOCUMENTS = 10
settings = Settings(names=NameSettings(model="none"))
with provenance.open(sys.argv[1]) as case:
    case.run([sys.argv[2]], settings=settings, on_file=lambda file: print(file.path, flush=True))
"""


def numbered(folder: Path, count: int) -> Path:
    """A folder of texts that have nothing in common."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        words = " ".join(f"word{number}x{n}" for n in range(12))
        (folder / f"{number:04}.txt").write_text(f"Text {number}\n\nThe {words} came by.\n")
    return folder


def states(run: Run, *paths: Path, **options: object) -> dict[str, str]:
    """What a run up to ingest told of each file."""
    told: list[FileProgress] = []
    run(*paths, until="ingest", on_file=told.append, **options)
    assert [file.done for file in told] == list(range(1, len(told) + 1))
    assert {file.total for file in told} <= {len(told)}
    return {file.path: file.state for file in told}


def test_every_file_that_was_found_is_told_of_and_has_a_source(case: Case, run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "none.jsonl").touch()
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("gull.txt")
    with zipfile.ZipFile(folder / "empty.zip", "w"):
        pass
    told = states(run, folder)
    assert set(told) == {file.stored for file in find_files([folder])}
    assert (told["empty.txt"], told["photo.jpg"], told["noise.txt"]) == ("warned", "skipped", "refused")
    assert case.sql("SELECT count(*) FROM file WHERE place NOT IN (SELECT place FROM place)")[1] == [(0,)]
    assert {str(row["path"]).partition("#")[0] for row in case.sources()} == set(told)
    for row in case.sources():
        assert (row["problem"] is None) == (row["state"] == "read"), row
    assert {row["code"] for row in case.rows("source_problems", state="refused")} >= {"binary"}
    assert case.verify() == []


def test_interrupted_run_goes_on_where_it_was(
    case: Case, run: Run, tmp_path: Path, rebuilt: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH_DOCUMENTS", 10)
    folder = numbered(tmp_path / "raw", 35)
    run(folder / "0000.txt")

    def stop(file: FileProgress) -> None:
        if file.done == 26:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(folder, on_file=stop)
    assert not case.is_sealed()
    assert case.verify() == []
    assert {row["reason"] for row in case.coverage()} == {"this stage has not run yet"}
    kept = {str(row["path"]) for row in case.sources()}
    assert len(kept) == 21
    told = states(run, folder)
    assert {path for path, state in told.items() if state == "unchanged"} == kept
    run(folder)
    assert list(case.dump()) == rebuilt(folder)


def test_killed_run_goes_on_where_it_was(run: Run, tmp_path: Path, rebuilt: Rebuild) -> None:
    folder, database = numbered(tmp_path / "raw", 45), tmp_path / "killed.db"
    command = [sys.executable, "-c", KILLED, str(database), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        for line in killed.stdout:
            if line.startswith("0033"):
                killed.send_signal(signal.SIGKILL)
                break
        killed.stdout.close()
    with Case(database, open_database(database)) as case:
        assert case.verify() == []
        kept = {str(row["path"]) for row in case.sources()}
        assert 30 <= len(kept) <= 45
        told: list[FileProgress] = []
        case.run([folder], settings=RULES_ONLY, on_file=told.append)
        assert {file.path for file in told if file.state == "unchanged"} == kept
        assert list(case.dump()) == rebuilt(folder)


def test_nothing_that_rests_on_a_vanished_source_is_shown_as_current(
    analysed: Path, case: Case, run: Run
) -> None:
    assert case.claims()
    (analysed / "gull.txt").unlink()
    (analysed / "new.txt").write_text("Ten people were hurt.\n")

    def stop(file: FileProgress) -> None:
        if file.state != "unchanged":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(analysed, on_file=stop)
    assert {row["path"] for row in case.sources()} >= {row["path"] for row in case.claims()}
    run(analysed, until="ingest")
    assert case.claims() == case.conflicts() == case.reuse() == []
    assert {row["done"] for row in case.coverage() if row["stage"] == "claims"} == {0}


def test_file_of_several_documents_is_known_as_a_whole(
    case: Case, run: Run, folder: Path, rebuilt: Rebuild
) -> None:
    def write(*texts: str) -> None:
        (folder / "pile.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))

    write("Ten people were hurt, the mayor said.", "Twelve people were hurt.")
    assert states(run, folder)["pile.jsonl"] == "read"
    assert states(run, folder)["pile.jsonl"] == "unchanged"
    assert [row["path"] for row in case.sources()][2:4] == ["pile.jsonl#1", "pile.jsonl#2"]
    for texts in (("Ten people.", "Two.", "Three."), ("Two.",), ("Two.", "Two.")):
        write(*texts)
        told = states(run, folder)
        assert [path for path, state in told.items() if state != "unchanged"] == ["pile.jsonl"]
        assert len(case.sources()) == 3 + len(texts)
    run(folder)
    assert list(case.dump()) == rebuilt(folder)
    assert case.verify() == []


def test_archive_with_another_member_is_read_anew(
    case: Case, run: Run, folder: Path, rebuilt: Rebuild
) -> None:
    for names in (("a.txt", "b.txt"), ("a.txt",), ("a.txt", "c.txt")):
        with zipfile.ZipFile(folder / "pile.zip", "w") as pile:
            for name in names:
                pile.writestr(name, f"The text of {name}, which is short.")
        run(folder, until="ingest")
        assert {str(row["path"]) for row in case.sources() if "#" in str(row["path"])} == {
            f"pile.zip#{name}" for name in names
        }
    (folder / "pile.zip").unlink()
    run(folder)
    assert len(case.sources()) == 3
    assert list(case.dump()) == rebuilt(folder)


def test_large_file_is_stored_in_parts_and_read_again_if_it_was_broken_off(
    case: Case, run: Run, tmp_path: Path, rebuilt: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH_DOCUMENTS", 4)
    folder = tmp_path / "raw"
    folder.mkdir()
    lines = [json.dumps({"text": f"Text {n} is about ship{n} and port{n}."}) for n in range(11)]
    (folder / "pile.jsonl").write_text("\n".join(lines))
    run(folder)
    whole = list(case.dump())
    for part in (
        "UPDATE file SET is_whole = 0, sha256 = NULL",
        "DELETE FROM place WHERE source IN (SELECT key FROM source WHERE path >= 'pile.jsonl#5')",
        "DELETE FROM source WHERE path >= 'pile.jsonl#5'",
        "DELETE FROM stage_state",
    ):
        case.db.conn.execute(part)
    assert states(run, folder) == {"pile.jsonl": "read"}
    run(folder)
    assert list(case.dump()) == whole == rebuilt(folder)


def test_sidecar_changes_what_it_describes_and_nothing_else(
    analysed: Path, case: Case, run: Run, rebuilt: Rebuild
) -> None:
    for publisher in ("The Daily Gull", "Harbour Wire"):
        (analysed / "sources.csv").write_text(f"path,publisher,published\ngull.txt,{publisher},2016-10-08\n")
        told = states(run, analysed)
        assert told == {
            "gull.txt": "read",
            "letters/note.txt": "unchanged",
            "sources.csv": "skipped",
            "wire.txt": "unchanged",
        }
        (gull,) = [row for row in case.sources() if row["path"] == "gull.txt"]
        assert (gull["publisher"], gull["published"], gull["published_basis"]) == (
            publisher,
            "2016-10-08",
            "set",
        )
        assert states(run, analysed)["gull.txt"] == "unchanged"
    run(analysed)
    assert list(case.dump()) == rebuilt(analysed)
    (analysed / "sources.csv").unlink()
    run(analysed)
    assert not [row for row in case.rows("source_metadata") if row["basis"] == "set"]
    assert list(case.dump()) == rebuilt(analysed)


def test_a_sidecar_that_cannot_be_read_is_refused_and_read_again_when_it_is_mended(
    analysed: Path, case: Case, run: Run
) -> None:
    sidecar = analysed / "sources.csv"
    for content, expected in (
        ("path,publisher\n", "refused"),
        ("path,publisher\ngull.txt,Gull\n", "skipped"),
    ):
        sidecar.write_text(content)
        assert states(run, analysed)["sources.csv"] == expected
    (analysed / "gull.txt.json").write_text('{"title": "cut o')
    assert states(run, analysed)["gull.txt.json"] == "refused"
    (told,) = [row for row in case.rows("source_problems") if row["code"] == "document-damaged"]
    assert told["path"] == "gull.txt.json"
    assert run(analysed, until="ingest").is_unchanged


def test_sidecar_in_the_other_folder_still_holds_when_all_is_read_anew(
    case: Case, run: Run, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("A letter about something else.\n")
    (other / "sources.csv").write_text("path,publisher\nx.txt,The Daily Gull\n")
    run(other, until="ingest")
    changed = evolve(RULES_ONLY, reading=ReadingSettings(largest_bytes=1_000_000))
    told = states(run, folder, settings=changed)
    assert told["x.txt"] == "read"
    assert [row["publisher"] for row in case.sources() if row["path"] == "x.txt"] == ["The Daily Gull"]


def test_how_fast_reading_is_changes_no_result_and_computes_nothing_anew(
    case: Case, run: Run, folder: Path, tmp_path: Path
) -> None:
    run(folder, reports=tmp_path / "reports")
    faster = evolve(RULES_ONLY, reading=ReadingSettings(jobs=2, wall_seconds=300))
    assert run(folder, reports=tmp_path / "reports", settings=faster).is_unchanged
    stricter = evolve(RULES_ONLY, reading=ReadingSettings(largest_bytes=100))
    assert not run(folder, until="ingest", settings=stricter).is_unchanged
    assert {row["code"] for row in case.rows("source_problems")} == {"too-large"}
    run(folder, until="ingest")
    assert case.rows("source_problems") == []


def test_what_is_refused_again_in_the_same_way_changes_nothing(run: Run, folder: Path) -> None:
    (folder / "link.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    run(folder, until="ingest")
    assert run(folder, until="ingest").is_unchanged
    (folder / "link.txt").unlink()
    (folder / "link.txt").symlink_to("gull.txt")
    assert not run(folder, until="ingest").is_unchanged


def test_reports_of_ours_are_no_documents_and_no_sidecars(case: Case, run: Run, folder: Path) -> None:
    run(folder, reports=folder / "reports")
    told = states(run, folder)
    ours = {path: state for path, state in told.items() if path.startswith("reports/")}
    assert {Path(path).name for path in ours} == {file.name for file in (folder / "reports").iterdir()}
    assert set(ours.values()) == {"skipped"}
    assert {row["code"] for row in case.rows("source_problems")} == {"own-report"}
