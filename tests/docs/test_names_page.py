"""The page on names says what the program has."""

import re
from pathlib import Path

import pytest

from provenance import api
from provenance.model.name_rules import RuleEffect
from provenance.model.names import LinkBasis
from provenance.model.settings import NameSettings
from provenance.store.views import view_columns

PAGE = (Path(__file__).parents[2] / "docs" / "names.md").read_text(encoding="utf-8")
VIEWS = "name_sources name_links name_rules name_contradictions inconsistent_names name_descriptions".split()


def test_the_thresholds_are_those_of_the_settings() -> None:
    settings = NameSettings()
    found = re.search(r"first on \((\S+)\), \*different\* under the second \((\S+)\)", PAGE)
    assert found and [float(one) for one in found.groups()] == [settings.same, settings.different]


@pytest.mark.parametrize("view", VIEWS)
def test_the_columns_of_views_are_those_of_the_schema(tmp_path: Path, view: str) -> None:
    columns = PAGE.split("Their columns, in order")[1]
    (row,) = re.findall(rf"^\| `{view}` \| (.*) \|$", columns, re.MULTILINE)
    with api.open(tmp_path / "empty.db") as case:
        known = view_columns(case.db, view)
    assert [name for name in re.findall(r"`(\w+)`", row.replace("(which holds `a`)", ""))] == known


def test_every_basis_and_every_effect_is_told() -> None:
    assert all(f"| {effect.value} |" in PAGE for effect in RuleEffect)
    assert all(re.search(rf"\| {one.value} \||\*{one.value}\*", PAGE) for one in LinkBasis)
