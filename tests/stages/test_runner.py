"""What rests on something changed is computed anew, nothing else is, and a broken run is made good."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from provenance.api.case import Case
from provenance.errors import Locked, UsageError
from provenance.model.settings import Settings
from provenance.stages import STAGES
from provenance.stages.saving import dependents
from provenance.store.connection import open_database
from provenance.store.locking import run_lock

Run = Callable[..., Any]
Rebuild = Callable[..., list[str]]

RUN = """
import sys
from pathlib import Path
import provenance
from provenance.model.settings import NameSettings, Settings
with provenance.open(sys.argv[1]) as case:
    case.run([sys.argv[2]], settings=Settings(names=NameSettings(model="none")), reports=sys.argv[3])
    print(*case.dump(), sep="\\n")
"""


def recomputed(result: Any) -> list[str]:
    return [stage.name for stage in result.stages if stage.is_recomputed]


def test_second_run_recomputes_nothing_and_says_so(
    case: Case, run: Run, folder: Path, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    first = run(folder, reports=tmp_path / "reports")
    assert recomputed(first) == [stage.name for stage in STAGES]
    before = list(case.dump())
    second = run(folder, reports=tmp_path / "reports", on_stage=lambda *words: said.append(words))
    assert second.is_unchanged
    assert [words for _stage, words in said if words.startswith("unchanged")]
    assert list(case.dump()) == before
    assert (second.findings, second.top, second.worst) == (first.findings, first.top, first.worst)


def test_workspace_copied_after_a_run_is_as_after_a_run_of_its_own(
    analysed: Path, case: Case, run: Run, rebuilt: Rebuild
) -> None:
    assert case.is_sealed()
    assert list(case.dump()) == rebuilt(analysed)
    assert run(analysed).is_unchanged


def test_only_stages_that_rest_on_a_setting_are_computed_anew(analysed: Path, case: Case, run: Run) -> None:
    settings = Settings(names=evolve(Settings().names, model="none", same=0.9))
    names = recomputed(run(analysed, settings=settings))
    assert names[0] == "names"
    assert set(names) <= {"names", *dependents("names")}


def test_until_ends_after_that_stage_and_later_results_that_still_hold_stay(
    case: Case, run: Run, folder: Path
) -> None:
    assert recomputed(run(folder, until="reuse")) == ["ingest", "fingerprint", "reuse"]
    assert {row["done"] for row in case.coverage() if row["stage"] == "claims"} == {0}
    run(folder)
    claims = case.claims()
    run(folder, until="reuse")
    assert case.claims() == claims


def test_stage_that_there_is_not_is_named_before_anything_is_done(case: Case, run: Run, folder: Path) -> None:
    with pytest.raises(UsageError, match="no such stage: everything"):
        run(folder, until="everything")
    assert case.sources() == []


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES])
def test_run_broken_off_at_any_stage_is_made_good_by_the_next(
    case: Case, run: Run, folder: Path, rebuilt: Rebuild, tmp_path: Path, stage: str
) -> None:
    def stop(name: str, _message: str) -> None:
        if name == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(folder, on_stage=stop, reports=tmp_path / "reports")
    assert case.verify() == []
    assert not case.is_sealed()
    run(folder)
    assert case.is_sealed()
    assert list(case.dump()) == rebuilt(folder)


def test_results_that_no_longer_hold_go_with_what_they_rested_on(
    analysed: Path, case: Case, run: Run
) -> None:
    (analysed / "wire.txt").unlink()
    run(analysed, until="ingest")
    assert case.conflicts() == []
    assert {row["reason"] for row in case.coverage() if row["stage"] == "conflicts"} == {
        "this stage has not run yet"
    }
    assert case.verify() == []


def test_second_run_at_once_is_told_of_the_first(case: Case, run: Run, folder: Path) -> None:
    with run_lock(case.path), pytest.raises(Locked):
        run(folder)


def test_dependents_are_all_that_rest_on_a_stage() -> None:
    assert dependents("claims") == ["conflicts", "report"]
    assert dependents("ingest") == [stage.name for stage in STAGES[1:]]


def test_order_of_files_and_hash_seed_change_no_byte(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "backwards"
    for file in sorted((file for file in folder.rglob("*") if file.is_file()), reverse=True):
        target = other / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    started = []
    for seed, where in (("1", folder), ("2", other)):
        reports = tmp_path / f"reports{seed}"
        command = [sys.executable, "-c", RUN, str(tmp_path / f"{seed}.db"), str(where), str(reports)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        started.append((subprocess.Popen(command, env=environment, stdout=subprocess.PIPE), reports))
    outputs = []
    for process, reports in started:  # both at once
        with process:
            told, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        outputs.append((told, {file.name: file.read_bytes() for file in sorted(reports.iterdir())}))
    assert outputs[0][0]
    assert outputs[0] == outputs[1]


def test_killed_run_leaves_a_sound_database_that_the_next_run_completes(
    folder: Path, tmp_path: Path, rebuilt: Rebuild
) -> None:
    database = tmp_path / "killed.db"
    command = [sys.executable, "-c", RUN, str(database), str(folder), str(tmp_path / "reports")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as killed:
        while not database.exists() and killed.poll() is None:
            time.sleep(0.01)
        time.sleep(0.3)
        killed.send_signal(signal.SIGKILL)
    with Case(database, open_database(database)) as case:
        assert case.verify() == []
        case.run([folder], settings=Settings(names=evolve(Settings().names, model="none")))
        assert list(case.dump()) == rebuilt(folder)
        assert case.is_sealed()
