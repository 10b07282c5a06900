"""Real output for README: cog runs these commands over the sample corpus and writes what they print."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from provenance.readers.formats import FORMATS
from provenance.readers.workspace import settings_template

_BIN = Path(sys.executable).parent
_SCRATCH = tempfile.TemporaryDirectory()
_FIRST_RUN = "provenance run --model none raw"
_NAMES = """\
[[same]]
names = ["Yousef al-Mansouri", "Yousef al-Mansour"]
note = "one man, says his office"

[[different]]
names = ["Sahil Consortium", "Hadi Group"]

[[name]]
canonical = "Free Dockworkers Union"
aliases = ["FDU"]
"""


def show(command: str, fence: str = "console", width: int = 100) -> None:
    """Print the command and its standard output as a fenced block; RuntimeError where it fails."""
    prompt = f"$ {command}\n\n" if fence == "console" else ""
    print(f"\n```{fence}\n{prompt}{_output_of(command, width)}\n```\n")


def names_file() -> None:
    """Print the names.toml of a second workspace over the sample corpus."""
    print(f"\n```toml\n{_NAMES}```\n")


def show_with_names(command: str, width: int = 100) -> None:
    """As `show`, in that workspace; of its run, what is told of names alone."""
    folder = Path(_SCRATCH.name) / "workspace"
    if not folder.exists():
        shutil.copytree("raw", folder / "raw")
        (folder / "names.toml").write_text(_NAMES, encoding="utf-8")
    told = _output_of(command, width, folder)
    if command.startswith("provenance run"):
        lines = told.splitlines()
        begin = next(number for number, line in enumerate(lines) if line.startswith("Rules on names"))
        told = "\n".join(["…", lines[begin], "…"])
    print(f"\n```console\n$ {command}\n\n{told}\n```\n")


def first_key(kind: str) -> str:
    """Key of the first conflict of that kind."""
    rows = json.loads(_output_of(f"provenance conflicts --kind {kind} --json", 100))
    return str(rows[0]["key"])


def formats() -> None:
    """Print the table of formats that are read."""
    rows = [
        (one.name, " ".join(one.suffixes), "several" if one.splitter and not one.reader else "one")
        for one in FORMATS
    ]
    lines = ["| format | suffixes | documents a file |", "|---|---|---|"]
    lines += [f"| {name} | {ends} | {count} |" for name, ends, count in rows]
    print("\n" + "\n".join(lines) + "\n")


def limits() -> None:
    """Print the section of the settings file that holds the limits of reading."""
    section = settings_template().split("[reading]\n", 1)[1].split("\n[", 1)[0]
    print(f"\n```toml\n[reading]\n{section.rstrip()}\n```\n")


def _output_of(command: str, width: int, folder: Path | None = None) -> str:
    database = (folder or Path(_SCRATCH.name)) / "db" / "provenance.db"
    database.parent.mkdir(exist_ok=True)
    search = f"{_BIN}{os.pathsep}{os.environ['PATH']}"
    fixed = {"COLUMNS": str(width), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PROVENANCE_DB": str(database)}
    elsewhere = f" --reports {_SCRATCH.name}/reports" if command == _FIRST_RUN else ""
    words = shlex.split(command + elsewhere)
    environment = dict(os.environ, PATH=search, **fixed)
    done = subprocess.run(words, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        message = f"{command}: {done.stderr}"
        raise RuntimeError(message)
    printed = done.stdout.replace(f"{_SCRATCH.name}/", "")
    return "\n".join(line.rstrip() for line in printed.rstrip().splitlines())
