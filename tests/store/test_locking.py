"""One run at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from provenance.errors import CannotWrite, Locked
from provenance.store.locking import run_lock

HOLD = """
import sys, time
from pathlib import Path
from provenance.store.locking import run_lock
with run_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_run_is_told_of_the_first_and_death_lets_go(tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(database)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    with holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Locked, match="another run"), run_lock(database):
            pass
        holder.kill()
    with run_lock(database, wait_seconds=5):
        pass
    assert list(tmp_path.iterdir()) == []


def test_lock_can_be_taken_again_and_again(tmp_path: Path) -> None:
    for _ in range(3):
        with run_lock(tmp_path / "x.db"):
            assert (tmp_path / "x.db.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_same_process_cannot_hold_it_twice(tmp_path: Path) -> None:
    with run_lock(tmp_path / "x.db"), pytest.raises(Locked), run_lock(tmp_path / "x.db", 0.1):
        pass


def test_folder_that_refuses_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="nowhere"), run_lock(tmp_path / "nowhere" / "x.db"):
        pass
