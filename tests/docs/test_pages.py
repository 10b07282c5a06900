"""The pages on conflicts and on rules are those that the program's tables give."""

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.model.conflicts import ConflictKind
from provenance.readers.gazetteers import TABLES, load_knowledge
from provenance.readers.tables import read_user_tables

sys.path.insert(0, str(Path(__file__).parent))
import pages  # a script beside this file, which is no package


@pytest.mark.parametrize(
    ("name", "page"), [("conflicts.md", pages.conflicts_page), ("rules.md", pages.rules_page)]
)
def test_the_page_is_what_the_tables_give(name: str, page: Callable[[], str]) -> None:
    written = (pages.DOCS / name).read_text(encoding="utf-8")
    assert written == page(), "write it anew: make docs"


def test_every_kind_and_every_table_has_its_section() -> None:
    for kind in ConflictKind:
        assert f"\n### {kind.value}\n" in pages.conflicts_page()
    for name in TABLES:
        assert pages.rules_page().count(f"\n### {name}\n") == 1


def test_every_example_can_be_pasted() -> None:
    for example in re.findall(r"```toml\n(.*?)```", pages.rules_page(), re.DOTALL):
        tables = read_user_tables(tomllib.loads(example)["tables"], "docs/rules.md", example)
        assert load_knowledge(None, tables)
