"""The product as a user runs it, over a folder, and what it says became of each file."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

CLASSES = {"read": "ok", "warned": "warn", "refused": "error", "skipped": "skip"}
"""States of sources, and what lists of hostile cases call them."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0001-\U000e007f]")
_REPOSITORY = Path(__file__).parents[2]


@frozen
class Outcome:
    """Of one file: `state` of its first source, all codes that its sources carry, and what they say."""

    state: str
    codes: frozenset[str]
    problem: str


@frozen
class Run:
    """`status` None: it did not end in time. `printed`: on both channels. `database`: what it wrote."""

    status: int | None
    printed: str
    database: Path

    @property
    def tracebacks(self) -> int:
        """How often the user was shown the product's insides."""
        return self.printed.count("Traceback (most recent call last)")

    @property
    def controls(self) -> list[str]:
        """Control characters, and those that turn the text, that reached the terminal."""
        return sorted({f"U+{ord(found):04X}" for found in _CONTROLS.findall(self.printed)})


def run_product(
    folder: Path, work: Path, *, seconds: float, before: Sequence[str] = (), options: Sequence[str] = ()
) -> Run:
    """`provenance run` over `folder`, its database and reports in `work`. `before`: what starts it."""
    work.mkdir(parents=True, exist_ok=True)
    database = work / "provenance.db"
    command = [
        *(*before, sys.executable, "-m", "provenance", "--db", str(database), *options),
        *("run", "--model", "none", "--reports", str(work / "reports"), "--", str(folder)),
    ]
    environment = {**os.environ, "PYTHONPATH": str(_REPOSITORY), "HOME": str(work)}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=seconds, check=False, cwd=work, env=environment
        )
    except subprocess.TimeoutExpired as late:
        printed = (late.stdout or b"") + (late.stderr or b"")
        return Run(None, printed.decode("utf-8", "replace"), database)
    return Run(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"), database)


def query(database: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a question to the database that a run wrote."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def outcomes(database: Path) -> dict[str, Outcome]:
    """What became of each file, by its path below the folder: members of a file count with it."""
    codes: dict[object, set[str]] = {}
    for source, code in query(database, "SELECT source, code FROM source_problems"):
        codes.setdefault(source, set()).add(str(code))
    found: dict[str, Outcome] = {}
    for key, path, state, problem in query(
        database, "SELECT key, path, state, coalesce(problem, '') FROM sources ORDER BY path"
    ):
        name = str(path)
        known = found.get(name)
        own = frozenset(codes.get(key, set()))
        if known is None:
            found[name] = Outcome(str(state), own, str(problem))
        else:
            found[name] = Outcome(known.state, known.codes | own, known.problem)
    return found


def stored_name(name: bytes) -> str:
    """A path as sources carry it."""
    return name.decode("utf-8", "backslashreplace")


def list_files(folder: Path) -> list[str]:
    """Everything in `folder` but its folders, as sources carry paths; what cannot be listed, as itself."""
    found = []
    pending = [os.fsencode(folder)]
    root = os.fsencode(folder) + b"/"
    while pending:
        place = pending.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    found.append(stored_name(entry.path.removeprefix(root)))
    return sorted(found)
