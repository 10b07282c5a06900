"""What a newcomer sees."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance._version import VERSION
from provenance.commands import COMMANDS, provenance

HEAVY = (
    "numpy",
    "sqlite_utils",
    "sqlite3",
    "tabulate",
    "trafilatura",
    "lxml",
    "spacy",
    "jinja2",
    "rapidfuzz",
)


def help_of(*arguments: str) -> str:
    done = CliRunner().invoke(provenance, [*arguments, "--help"], prog_name="provenance")
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_ends_with_an_example(name: str) -> None:
    last = " ".join(help_of(name).strip().split("\n\n")[-1].split())
    assert last.startswith("Example: provenance ") and name in last


def test_help_lists_every_command_and_ends_with_an_example() -> None:
    text = help_of()
    assert all(f"  {name} " in text for name in COMMANDS)
    assert text.strip().splitlines()[-1].strip().startswith("Example: provenance ")


def test_every_command_module_is_in_the_table() -> None:
    folder = Path(provenance.main.__code__.co_filename).parent
    modules = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert modules == set(COMMANDS)


def test_alone_it_says_what_to_do_next() -> None:
    done = CliRunner().invoke(provenance, [])
    assert done.exit_code == 0 and "provenance run FOLDER" in done.output


def test_version_is_printed() -> None:
    assert CliRunner().invoke(provenance, ["--version"]).output == f"provenance {VERSION}\n"


@pytest.mark.parametrize("arguments", [["--help"], [], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys; sys.argv = ['provenance', *{arguments!r}]\n"
        "from provenance.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
