"""A folder of small documents, and a database to run on them."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from provenance.api.case import Case
from provenance.model.runs import RunResult
from provenance.model.settings import Settings
from provenance.store.connection import open_database

NOON = datetime(2016, 10, 7, 12, 0, tzinfo=UTC)

DOCUMENTS = {
    "gull.txt": "Ferry sinks off Port Ellery\n\nBy Ann Lee\nOctober 7, 2016\n\n"
    "The ferry Marigold sank off Port Ellery on Friday, October 7, 2016, and twelve people were killed, "
    "Mayor Zoe Quirke said. The Harbour Safety Board (HSB) will investigate the cause of the accident.\n",
    "wire.txt": "Ferry accident\n\nOctober 9, 2016\n\n"
    "The ferry Marigold sank off Port Ellery on Friday, October 7, 2016, and fourteen people were killed, "
    "Mayor Zoe Quirk said. The Harbour Safety Board will look into the cause of the accident.\n",
    "letters/note.txt": "Zoe Quirke is the mayor of Port Ellery. She was elected in 2014.\n",
}

RULES_ONLY = evolve(Settings(), names=evolve(Settings().names, model="none"))

Run = Callable[..., RunResult]


def write(folder: Path, documents: dict[str, str]) -> Path:
    for name, text in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "raw", DOCUMENTS)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database after a whole run on DOCUMENTS, in a workspace laid out as that of each test. Only read."""
    workspace = tmp_path_factory.mktemp("finished")
    database = workspace / "db" / "x.db"
    with Case(database, open_database(database), clock=lambda: NOON) as case:
        case.run([write(workspace / "raw", DOCUMENTS)], settings=RULES_ONLY)
    return database


@pytest.fixture
def analysed(tmp_path: Path, folder: Path, finished: Path) -> Path:
    """The folder after `run(folder)`: the database in the test's own workspace is a copy of that of another
    run, which a workspace that was moved as a whole is too. Goes in front of `case`."""
    copy = tmp_path / "db" / "x.db"
    assert not copy.exists()
    copy.parent.mkdir()
    shutil.copyfile(finished, copy)
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    path = tmp_path / "db" / "x.db"
    with Case(path, open_database(path), clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def run(case: Case) -> Run:
    """Run on paths with rules only; without a report unless asked for."""

    def run_on(*paths: Path, **options: object) -> RunResult:
        return case.run(paths, **{"settings": RULES_ONLY, **options})  # type: ignore[arg-type]

    return run_on


@pytest.fixture(scope="session")
def dumps() -> dict[tuple[object, ...], list[str]]:
    """Dumps of new databases by what lay in the folders: many tests end with the same ones."""
    return {}


@pytest.fixture
def rebuilt(tmp_path: Path, dumps: dict[tuple[object, ...], list[str]]) -> Callable[..., list[str]]:
    """The dump of a new database over the same paths."""

    def rebuild(*paths: Path) -> list[str]:
        held = tuple(
            (path.name, str(file.relative_to(path)), file.read_bytes())
            for path in paths
            for file in sorted(path.rglob("*"))
            if file.is_file()
        )
        if held not in dumps:
            fresh = tmp_path / "rebuilt" / f"{len(list(tmp_path.glob('rebuilt/*')))}.db"
            with Case(fresh, open_database(fresh), clock=lambda: NOON) as other:
                other.run(paths, settings=RULES_ONLY)
                dumps[held] = list(other.dump())
        return dumps[held]

    return rebuild
