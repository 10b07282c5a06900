"""The paraphrase tier adds to what the verbatim tier finds; it gives nothing of it up."""

import json
from pathlib import Path
from typing import Any

import pytest

import provenance
from provenance.model.settings import NameSettings, ReuseSettings, Settings

RAW = Path(__file__).parents[2] / "raw"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[dict[str, Any]]]]:
    results = {}
    for tier in ("verbatim", "paraphrase"):
        settings = Settings(names=NameSettings(model="none"), reuse=ReuseSettings(tier=tier))
        with provenance.open(tmp_path_factory.mktemp(tier) / "p.db") as case:
            case.run([RAW], settings=settings)
            results[tier] = {view: case.rows(view) for view in ("reused_passages", "conflicts")}
    return results


def spans(row: dict[str, Any]) -> tuple[tuple[str, int, int], ...]:
    """Both places of a shared passage, in one order."""
    return tuple(sorted((row[f"{side}_path"], row[f"{side}_start"], row[f"{side}_end"]) for side in "ab"))


def holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Does `inner` lie in `outer` on both sides?"""
    sides = zip(spans(outer), spans(inner), strict=True)
    return all(o[0] == i[0] and o[1] <= i[1] and i[2] <= o[2] for o, i in sides)


def test_every_exact_passage_stays_alone_or_in_a_larger_one(
    found: dict[str, dict[str, list[dict[str, Any]]]],
) -> None:
    exact, loose = (found[tier]["reused_passages"] for tier in found)
    for row in exact:
        assert any(holds(other, row) for other in loose), row["key"]
    kinds = {row["key"]: row["kind"] for row in exact}
    for row in loose:
        if row["key"] in kinds:
            assert row["kind"] == kinds[row["key"]]
        elif not any(holds(row, other) for other in exact):
            assert row["kind"] == "paraphrase"


def test_the_changes_of_an_exact_passage_stay(found: dict[str, dict[str, list[dict[str, Any]]]]) -> None:
    exact, loose = (
        {
            (row["a"], row["b"], change["kind"], change["a_text"], change["b_text"])
            for row in found[tier]["reused_passages"]
            for change in json.loads(row["changes"])
        }
        for tier in found
    )
    assert exact <= loose


def test_no_changed_copy_rests_on_a_paraphrase(found: dict[str, dict[str, list[dict[str, Any]]]]) -> None:
    exact, loose = (
        {row["key"] for row in found[tier]["conflicts"] if row["kind"] == "edited_copy"} for tier in found
    )
    assert exact == loose
