"""The bench of other programs: nothing escapes the measuring, and the tables say what was not measured."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.peers.run import OUR_DOCUMENTS, OURS, Measured, System, document_table, passage_tables
from tests.bench.plagdet import Gold

HERE = Path(__file__).parent
GOLD = Gold({"a": "x" * 99, "b": "y" * 99}, [("neardup", ("a", 0, 50, "b", 0, 50))], listed=None, ignore={})
ABSENT = System("another", "", "another.py")

# Starts a process that works on after its parent has ended.
ORPHAN = """
import subprocess, sys
work = "x = 0\\nfor n in range(3_000_000): x += n"
subprocess.Popen([sys.executable, "-c", work])
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted by Linux's /proc")
def test_a_process_that_outlives_its_parent_is_counted(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(HERE / "measure.py"), str(figures), sys.executable, "-c", ORPHAN]
    subprocess.run(command, check=True)
    alone = tmp_path / "alone.json"
    command = [sys.executable, str(HERE / "measure.py"), str(alone), sys.executable, "-c", "pass"]
    subprocess.run(command, check=True)
    orphan, nothing = json.loads(figures.read_text()), json.loads(alone.read_text())
    assert orphan["cpu"] > nothing["cpu"] > 0
    assert orphan["peak_kib"] > 1_000


def test_the_tables_give_scores_and_the_reason_where_there_are_none() -> None:
    row = {"a": "b", "a0": 0, "a1": 50, "b": "a", "b0": 0, "b1": 50}
    ours = Measured(OURS, [row], cpu=0.5, peak_kib=2048)
    slower = Measured(ABSENT, [], cpu=2.0, peak_kib=4096, ours_cpu=0.5)
    missing = Measured(ABSENT, problem="it needs Java, and there is none")
    table = passage_tables(GOLD, [ours, slower, missing])
    assert (
        "| provenance, near-verbatim tier | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 0.50 | 1 | 2 |" in table
    )
    assert "| another | 0.000 | 0.000 | 0.000 | 1.000 | 0.000 | 2.00 | 4.0 | 4 |" in table
    assert "| another | not measured: it needs Java, and there is none |" in table
    assert "| neardup | 1.000 | 0.000 |" in table


def test_near_duplicate_documents_are_scored_as_pairs() -> None:
    ours = Measured(OUR_DOCUMENTS, [{"a": "b", "b": "a"}], cpu=0.5, peak_kib=2048)
    assert "| 1.000 | 1.000 | 1.000 | 0.50 | 1 | 2 |" in document_table(GOLD, [ours])
    assert document_table(Gold({}, [], None, {}), [ours]) == ""
