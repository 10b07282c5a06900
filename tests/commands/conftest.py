"""A finished database of a small pile, and a way to ask it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.pile import call, run_pile, write_pile


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pile and its finished database. Tests only read it."""
    folder = tmp_path_factory.mktemp("case")
    write_pile(folder)
    done = run_pile(folder)
    assert done.exit_code == 0, done.output + str(done.exception)
    return folder


@pytest.fixture
def ask(made: Path) -> Callable[..., Result]:
    """Call a command on the finished database."""
    return lambda *arguments: call("--db", str(made / "p.db"), *arguments)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """An empty working folder."""
    before = os.getcwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)
