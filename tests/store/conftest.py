"""A fresh database, and a small pile of hand-made values in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from provenance.model.sources import Content, Source
from provenance.store.connection import open_database
from tests.store.pile import Pile, fill, make_pile, new_source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "db" / "provenance.db"


@pytest.fixture
def fresh_db(path: Path) -> Iterator[Database]:
    db = open_database(path)
    yield db
    db.close()


@pytest.fixture
def pile() -> Pile:
    return make_pile()


@pytest.fixture
def filled(fresh_db: Database, pile: Pile) -> Database:
    fill(fresh_db, pile)
    return fresh_db


@pytest.fixture
def make_source() -> Callable[..., tuple[Source, Content]]:
    return new_source
