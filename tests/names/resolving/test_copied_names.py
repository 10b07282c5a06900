"""A name that a copy puts for another: another spelling is joined, another name is shown, never joined."""

from pathlib import Path

import pytest

import provenance
from provenance.model.settings import NameSettings, Settings

_PASSAGE = (
    "The committee said on Monday that {0} had been told of the leak at the bridge shortly before the lorry "
    "caught fire, and that two witnesses had heard a shot. The driver was taken to the hospital with burns "
    "to his hands and face, and nobody else was hurt. Men from {0} closed the road until noon, and traffic "
    "was sent round by the old quarry while the wreck was cleared away by a crane.\n"
)


def _read(folder: Path, *names: str) -> tuple[list[set[str]], set[str]]:
    """(the spellings of every entity, the kinds of conflict) of copies that name one after another."""
    raw = folder / "raw"
    raw.mkdir()
    for number, name in enumerate(names):
        (raw / f"{number}.txt").write_text(_PASSAGE.format(name), "utf-8")
    with provenance.open(folder / "p.db") as case:
        case.run([raw], settings=Settings(names=NameSettings(model="none")))
        entities: dict[str, set[str]] = {}
        for row in case.rows("mentions"):
            entities.setdefault(str(row["entity"]), set()).add(str(row["text"]))
        return list(entities.values()), {str(row["kind"]) for row in case.rows("conflicts")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Leeds Council", "Luton Council"),
        ("Oxford University", "Durham University"),
        ("Kano High Court", "Lagos High Court"),
        ("the Alpha Group", "the Beta Group"),
        ("the Green Party", "the Grey Party"),
        ("Riverside Hospital", "Lakeside Hospital"),
        ("Anna Lund", "Karin Lund"),
    ],
)
def test_another_name_in_a_copy_is_another_and_is_shown(tmp_path: Path, one: str, other: str) -> None:
    entities, kinds = _read(tmp_path, one, other)
    names = [name.removeprefix("the ") for name in (one, other)]
    assert all({name} in entities for name in names)
    assert "edited_copy" in kinds


def test_another_spelling_in_a_copy_is_joined(tmp_path: Path) -> None:
    entities, kinds = _read(tmp_path, "Hassan Khalil", "Hassan Khaleel")
    assert {"Hassan Khalil", "Hassan Khaleel"} in entities
    assert "edited_copy" not in kinds
