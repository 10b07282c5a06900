"""The names stage judges names that were changed inside copies."""

import json
from pathlib import Path

from provenance.api.case import Case
from provenance.model.reuse import ANOTHER_NAME, ANOTHER_SPELLING, ChangeKind
from provenance.store.reuse import load_alignments
from tests.stages.conftest import Run, write

STORY = (
    "The quarry above Lower Brenna was closed on Tuesday after a wall of slate came down on the road. "
    "{name}, who owns the pit, said the road would be cleared within a week. The parish council had asked "
    "for a fence along the edge since the winter before, and nobody had built one. Two carts were buried."
)


def judgements(case: Case) -> dict[str, str]:
    """Printed name of the later reading → judgement, as the view shows it."""
    changes = [change for row in case.rows("reused_passages") for change in json.loads(str(row["changes"]))]
    return {
        name: change["judgement"]
        for change in changes
        if change["kind"] == "name"
        for name in (change["a_text"], change["b_text"])
    }


def test_the_view_shows_the_judgement_once_names_are_known(case: Case, run: Run, tmp_path: Path) -> None:
    same = {"a.txt": STORY.format(name="Sergei Volkonsky"), "b.txt": STORY.format(name="Sergey Volkonsky")}
    run(write(tmp_path / "same", same))
    assert judgements(case) == dict.fromkeys(("Sergei Volkonsky", "Sergey Volkonsky"), ANOTHER_SPELLING)
    raw = load_alignments(case.db, are_names_judged=False)
    told = load_alignments(case.db)
    assert {c.judgement for each in raw for c in each.changes if c.kind is ChangeKind.NAME} == {""}
    assert {c.judgement for each in told for c in each.changes if c.kind is ChangeKind.NAME} == {
        ANOTHER_SPELLING
    }


def test_two_people_are_another_name(case: Case, run: Run, tmp_path: Path) -> None:
    other = {"a.txt": STORY.format(name="Odile Keswick"), "b.txt": STORY.format(name="Radmila Saarela")}
    run(write(tmp_path / "other", other))
    assert set(judgements(case).values()) == {ANOTHER_NAME}
