"""The paraphrase tier adds to what the verbatim tier finds; it gives nothing of it up."""

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


def test_every_exact_passage_stays_and_what_is_added_is_marked(
    found: dict[str, dict[str, list[dict[str, Any]]]],
) -> None:
    exact, loose = ({row["key"]: row["kind"] for row in found[t]["reused_passages"]} for t in found)
    assert exact.items() <= loose.items()
    assert {kind for key, kind in loose.items() if key not in exact} == {"paraphrase"}


def test_no_changed_copy_rests_on_a_paraphrase(found: dict[str, dict[str, list[dict[str, Any]]]]) -> None:
    exact, loose = (
        {row["key"] for row in found[tier]["conflicts"] if row["kind"] == "edited_copy"} for tier in found
    )
    assert exact == loose
