"""explain of a conflict: claims, rule, ranges, event, independence, remedies."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.commands.pile import call
from tests.commands.test_tables import write_storm


@pytest.fixture
def told(elsewhere: Path) -> dict[str, Any]:
    write_storm(elsewhere)
    assert call("run", "--model", "none").exit_code == 0
    (key, *_) = {row["key"] for row in json.loads(call("conflicts", "--kind", "quantity", "--json").stdout)}
    found: dict[str, Any] = json.loads(call("explain", key, "--json").stdout)
    assert "one event" in call("explain", key).stdout
    return found


def chapter(told: dict[str, Any], heading: str) -> str:
    return "\n".join(
        json.dumps(one, ensure_ascii=False) for one in told["chapters"] if one["heading"] == heading
    )


def test_a_conflict_is_explained_from_the_claims_to_what_would_end_it(told: dict[str, Any]) -> None:
    assert told["kind"] == "conflict"
    assert "printed “46” → 46" in chapter(told, "read as") and "claim c-" in chapter(told, "read as")
    assert "46 and 40 do not meet, hedges and rounding included" in chapter(told, "why both cannot hold")
    assert "both name" in chapter(told, "one event")
    assert "2018-03-06" in chapter(told, "sources behind each side")
    assert "Hedges and rounding are counted" in chapter(told, "rule")
    assert "a later dated text" in chapter(told, "what would make it go away")


def test_what_it_says_to_paste_makes_it_go_away(told: dict[str, Any]) -> None:
    (remedy,) = (one for one in told["remedies"] if "easily" in one["lines"])
    assert remedy["file"] == "provenance.toml"
    lines = remedy["lines"].replace("about", "at_least")
    assert tomllib.loads(lines)["tables"]["hedges"] == {"easily": "at_least"}
    Path("provenance.toml").write_text(lines, encoding="utf-8")
    assert "No conflicts were found" in call("run", "--model", "none").stdout
