"""Several processes at one work: equal results, none left behind, and a clear word when one is lost."""

import importlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from attrs import evolve

import provenance
from provenance.api import Case
from provenance.model.settings import ReuseSettings
from provenance.reuse import spread
from provenance.reuse.paraphrases import blocks
from provenance.stages import spread_worker
from provenance.stages.spreading import LEAST_BLOCKS, WorkerLost, Workers
from tests.stages.conftest import RULES_ONLY, Run

HERE = Path(__file__).parent
MANY = list(range(10 * LEAST_BLOCKS))


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(HERE))
    yield importlib.import_module("strange_steps")
    assert children() == []


def children() -> list[int]:
    """Processes that this one has started and that are still there, dead or alive."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.append(int(place.parent.name))
    return found


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_blocks_whoever_made_them(steps: ModuleType, count: int) -> None:
    with Workers(count) as workers:
        found = list(workers(steps.where, 7, MANY))
        assert len(children()) == count - 1
        assert [value for value, _ in found] == [7 * block for block in MANY]
        assert {process for _, process in found} <= {os.getpid(), *children()}
        assert [value for value, _ in workers(steps.where, 5, MANY)] == [5 * block for block in MANY]


def test_few_blocks_start_no_process(steps: ModuleType) -> None:
    with Workers(2) as workers:
        found = list(workers(steps.where, 7, MANY[: LEAST_BLOCKS - 1]))
        assert {process for _, process in found} == {os.getpid()}
        assert children() == []


def test_what_a_process_writes_into_a_shared_array_is_its_own(steps: ModuleType) -> None:
    shared = np.zeros(len(MANY), np.int64)
    with Workers(2) as workers:
        assert list(workers(steps.write, shared, MANY)) == [1] * len(MANY)
    assert shared.sum() < len(MANY)


def test_an_error_in_a_step_is_raised_here_as_what_it_is(steps: ModuleType) -> None:
    with pytest.raises(ZeroDivisionError), Workers(2) as workers:
        list(workers(steps.fail, MANY[-2], MANY))


def test_a_process_that_is_killed_is_told(steps: ModuleType) -> None:
    with (
        pytest.raises(WorkerLost, match=r"killed by signal 9.*jobs = 1 under \[reuse\]"),
        Workers(2) as workers,
    ):
        list(workers(steps.die, os.getpid(), MANY))


def test_blocks_of_a_process_that_leaves_are_done_here(steps: ModuleType) -> None:
    with Workers(2) as workers:
        assert list(workers(steps.leave, os.getpid(), MANY)) == MANY


def test_where_no_process_can_be_started_all_is_done_here(
    steps: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread_worker.sys, "executable", "/nowhere/python")
    with Workers(2) as workers:
        assert {process for _, process in workers(steps.where, 7, MANY)} == {os.getpid()}


SCRIPT = """
import os, sys
from provenance.stages.spreading import Workers
import strange_steps
with Workers(2) as workers:
    list(workers(strange_steps.last, os.getpid(), range(100_000)))
"""


def is_gone(pid: int) -> bool:
    """Within three seconds."""
    for _ in range(300):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_the_one_that_started_it(how: signal.Signals) -> None:
    script = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])},
    )
    assert script.stdout is not None
    process = int(script.stdout.readline())
    script.send_signal(how)
    _out, problem = script.communicate(timeout=20)
    assert is_gone(process)
    assert ("KeyboardInterrupt" in problem) == (how is signal.SIGINT)


# comparing texts

SENTENCES = (
    "The harbour of {0} closed on {1} March when a crane fell across the northern quay and sank a barge.",
    "Its owner told the council of {0} that {1} workers had asked for a new cable in the autumn before.",
    "Nobody was hurt, though a watchman who slept in the barge swam ashore with his dog and {1} eggs.",
    "The insurers have sent an engineer from {0} who will look at the bolts of all {1} cranes of the port.",
)
TOWNS = "Arvik Belden Corvo Dunmore Elsham Farona Gellert Hadley Ilmen Jorvik Kelso Lunden".split()


def pile() -> dict[str, str]:
    """Texts of which each has the story of the one before it, somewhat changed, and one of its own."""
    stories = [
        " ".join(each.format(town, 3 * n + k + 2) for k, each in enumerate(SENTENCES))
        for n, town in enumerate(TOWNS)
    ]
    edited = [story.replace("council", "board").replace(" dog", " two dogs") for story in stories]
    return {town: f"{stories[n]}\n\n{edited[n - 1]}" for n, town in enumerate(TOWNS)}


@pytest.mark.parametrize("tier", ["verbatim", "paraphrase"])
def test_passages_are_the_same_whatever_the_number_of_processes_and_blocks(
    tier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = provenance.find_reuse(pile(), tier=tier)
    assert len(alone) >= len(TOWNS) - 1
    for name in ("CHAIN_WORDS", "PIECE_WORDS"):
        monkeypatch.setattr(spread, name, 1)
    monkeypatch.setattr(blocks, "BLOCK_SEEDS", 1)
    assert provenance.find_reuse(pile(), tier=tier) == alone
    before = os.times().children_user
    assert provenance.find_reuse(pile(), tier=tier, jobs=2) == alone
    assert os.times().children_user > before
    assert children() == []


def test_processes_serve_a_caller_with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHAIN_WORDS", "PIECE_WORDS"):
        monkeypatch.setattr(spread, name, 1)
    found = []
    thread = threading.Thread(target=lambda: found.append(provenance.find_reuse(pile(), jobs=2)))
    thread.start()
    thread.join()
    assert found == [provenance.find_reuse(pile())]


def test_a_small_pile_starts_no_process() -> None:
    before = os.times().children_user
    provenance.find_reuse(pile(), jobs=0)
    assert os.times().children_user == before


def test_a_script_without_a_guard_is_run_once(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import provenance\n"
        "from provenance.reuse import spread\n"
        "spread.CHAIN_WORDS = spread.PIECE_WORDS = 1\n"
        f"print(len(provenance.find_reuse({pile()!r}, jobs=2)))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(provenance.find_reuse(pile())))]


def test_how_many_processes_compare_changes_no_result_and_computes_nothing_anew(
    case: Case, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for town, text in pile().items():
        (folder / f"{town}.txt").write_text(text)
    run(folder)
    assert len(case.reuse()) > 0
    assert run(folder, settings=evolve(RULES_ONLY, reuse=ReuseSettings(jobs=1))).is_unchanged
