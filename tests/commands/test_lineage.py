"""Families of texts as trees in the terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from provenance.commands._lineage import LOST_NAME, _family
from tests.commands.pile import call, run_pile

Ask = Callable[..., Result]
STORY = (
    "The old lift on the hill was closed on Monday after engineers found that both of its ropes were worn. "
    "Mayor Irene Marlow called that a misfortune and promised that a new lift will run before winter comes. "
    "Shopkeepers fear that nobody climbs two hundred stairs for a loaf of bread or a pair of shoes. "
)


def link(parent: str, child: str, reason: str = "why") -> dict[str, object]:
    """A row of the view."""
    return {"family": "s-1", "parent": parent, "child": child, "confidence": 0.9, "reason": reason}


def test_a_text_stands_further_in_than_that_from_which_it_derives() -> None:
    paths = {"s-1": "one.txt", "s-2": "two.txt", "s-3": "three.txt"}
    lines = list(_family([link("s-1", "s-2", 'text a says "text b"'), link("s-2", "s-3")], paths))
    assert lines == [
        "Family of 3 texts",
        "one.txt",
        "    two.txt  confidence 0.90",
        '      one.txt says "text b"',
        "        three.txt  confidence 0.90",
        "          why",
    ]


def test_a_lost_text_is_called_so_and_a_text_of_two_is_drawn_out_once() -> None:
    rows = [
        link("x-9", "s-1"),
        link("x-9", "s-2"),
        link("s-1", "s-3"),
        link("s-2", "s-3"),
        link("s-3", "s-4"),
    ]
    lines = list(_family(rows, {}))
    assert lines[:2] == ["Family of 4 texts", LOST_NAME]
    assert sum("s-4" in line for line in lines) == 1 and sum("(drawn above)" in line for line in lines) == 1


def test_a_circle_ends() -> None:
    assert len(list(_family([link("s-1", "s-2"), link("s-2", "s-1")], {}))) < 9


def test_a_pile_without_known_directions_says_so(ask: Ask) -> None:
    done = ask("reuse", "--lineage")
    assert done.exit_code == 0
    known = "Family of" in done.stdout or "Of these texts" in done.stdout
    assert known or "of no text is it known from which other it derives" in done.stderr
    assert json.loads(ask("reuse", "--lineage", "--json").stdout) is not None


def test_what_both_have_from_a_third_is_a_kind_to_ask_for(ask: Ask) -> None:
    rows = json.loads(ask("reuse", "--kind", "common-source", "--json").stdout)
    assert all(row["direction"] == "common-source" for row in rows)
    assert ask("reuse", "--lineage", "--kind", "edited").exit_code == 2


@pytest.fixture
def families(tmp_path: Path) -> Path:
    """A database of two texts that credit each other, one with a hostile name, and two that tell nothing."""
    raw = tmp_path / "raw"
    raw.mkdir()
    frames = [f"{word} " * 30 for word in ("north", "south", "eastern", "west")]
    changed = STORY.replace("worn", "torn").replace("fear", "believe")
    (raw / "one.txt").write_text(f"The lift\n\nThe Hill Post\n5 March 2019\n\n{frames[0]}\n\n{STORY}\n")
    (raw / "two\x1b[31m.txt").write_text(f"{frames[1]}\n\n{changed}\n\n8 April 2019\n")
    other = " ".join(reversed(STORY.split()))
    (raw / "three.txt").write_text(f"{frames[2]}\n\n{other}\n")
    (raw / "four.txt").write_text(f"{frames[3]}\n\n{other.replace('worn', 'torn')}\n")
    done = call(
        "--db", str(tmp_path / "p.db"), "run", str(raw), "--reports", str(tmp_path / "r"), "--model", "none"
    )
    assert done.exit_code == 0, done.output
    return tmp_path / "p.db"


def test_texts_of_which_nothing_is_known_are_listed_and_no_name_moves_the_cursor(families: Path) -> None:
    done = call("--db", str(families), "reuse", "--lineage")
    assert done.exit_code == 0 and "\x1b" not in done.stdout
    rows = json.loads(call("--db", str(families), "reuse", "--lineage", "--json").stdout)
    if rows:
        assert "four.txt, three.txt" in done.stdout
    else:
        assert "of no text" in done.stderr


def test_texts_of_a_family_of_which_nothing_is_known_are_named_with_it() -> None:
    paths = {"s-1": "one.txt", "s-2": "two.txt", "s-3": "three.txt", "s-4": "four.txt"}
    lines = list(_family([link("s-1", "s-2")], paths, ["s-4", "s-3"]))
    assert lines[0] == "Family of 4 texts"
    assert " ".join(lines[-2:]).replace("    ", "").endswith("share passages with them: four.txt, three.txt")


def test_the_rows_name_both_texts_by_their_paths(tmp_path: Path) -> None:
    texts = {
        "wire.txt": f"Lift shut\n\nPublisher: Hill Wire\nPublished: 2019-03-04\n\n{STORY}\n",
        "echo.txt": f"No lift\n\nPublisher: Echo\nPublished: 2019-03-09\n\n{STORY}\n\nSource: Hill Wire\n",
    }
    for name, text in texts.items():
        (tmp_path / "raw").mkdir(exist_ok=True)
        (tmp_path / "raw" / name).write_text(text, "utf-8")
    assert run_pile(tmp_path).exit_code == 0
    shown = call("--db", str(tmp_path / "p.db"), "reuse", "--lineage", "--json").stdout
    (row,) = json.loads(shown)
    assert "wire.txt" in row["reason"] and "echo.txt" in row["reason"]
    assert "text a" not in row["reason"] and "text b" not in row["reason"]
