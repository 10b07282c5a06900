"""names: entities with their spellings, places and publishers; spellings to unify; rules of the user."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from provenance.commands._names import draw_inconsistent
from provenance.commands._terminal import visible
from tests.commands.pile import call

Ask = Callable[..., Result]

NOTICE = (
    "Mine stays shut\n\nBy Lindiwe Dube\nTuesday, 6 March 2018\n\n"
    "The Karoo Chrome Company (KCC) closed its shaft on Monday, its director Thandiwe Mokoena said. "
    "“Nobody goes down,” Mokoena told reporters. Thandiwe Mokwena had promised repairs in January.\n"
)
LETTER = (
    "Wednesday, 7 March 2018\n\nDirector Thandiwe Mokoena wrote to the families. "
    "Peter Lungu and Petra Lungu met Mokoena at the gate of the Karoo Chrome Company.\n"
)
RULES = (
    '[[same]]\nnames = ["Thandiwe Mokoena", "Thandiwe Mokwena"]\nnote = "one woman"\n'
    '[[different]]\nnames = ["KCC", "Karoo Chrome Company"]\n'
    '[[same]]\nnames = ["Nobody Known", "Somebody Else"]\n'
)


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished workspace with rules on names."""
    folder = tmp_path_factory.mktemp("mine")
    (folder / "raw").mkdir()
    (folder / "raw" / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "raw" / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "names.toml").write_text(RULES)
    return folder


@pytest.fixture
def here(mine: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Commands inside that workspace, which has run."""
    monkeypatch.chdir(mine)
    if not (mine / "db").exists():
        done = call("run", "--model", "none")
        assert done.exit_code == 0, done.output
        (mine / "first.txt").write_text(done.stdout + done.stderr)
    yield call


def test_an_entity_is_shown_with_spellings_places_and_publishers(here: Ask) -> None:
    told = here("names", "--about", "Mokoena").stdout
    assert "Thandiwe Mokoena · person · 5 mentions in 2 sources" in told
    assert "by publisher not stated 5" in told and "notice.txt 1" in told


def test_other_formats_have_the_rows_of_the_view(here: Ask) -> None:
    rows = json.loads(here("names", "--json").stdout)
    assert list(rows[0])[:5] == ["key", "entity", "name", "kind", "variant"]
    assert json.loads(here("names", "--kind", "event", "--json").stdout) == []


def test_spellings_inside_one_document_are_listed_with_places(here: Ask) -> None:
    rows = json.loads(here("names", "--inconsistent", "--json").stdout)
    assert [(row["path"], row["spelling"]) for row in rows if row["mentions"]] == [
        ("notice.txt", "Mokoena"),
        ("notice.txt", "Thandiwe Mokoena"),
        ("notice.txt", "Thandiwe Mokwena"),
    ]
    start, end = rows[2]["places"][0]
    assert NOTICE[start:end] == "Thandiwe Mokwena"
    assert "Thandiwe Mokwena · 1 × · at " in here("names", "--inconsistent").stdout


def test_an_empty_list_says_so(here: Ask) -> None:
    done = here("names", "--inconsistent", "--about", "Lungu")
    assert done.exit_code == 0 and "several spellings inside one document with these filters" in done.stderr


def test_rules_are_listed_with_what_became_of_them(here: Ask) -> None:
    rows = json.loads(here("names", "--rules", "--json").stdout)
    assert [(row["place"], row["effect"]) for row in rows] == [
        ("names.toml line 1", "followed"),
        ("names.toml line 6", "no such name"),
        ("names.toml line 4", "followed"),
    ]
    told = here("names", "--rules").stdout
    assert "“one woman”" in told and "Spoken against:" in told
    assert "followed although texts speak against it" in told


def test_a_run_tells_of_rules_and_of_what_speaks_against_them(here: Ask, mine: Path) -> None:
    told = (mine / "first.txt").read_text()
    assert "Rules on names: 1 followed, 1 followed although texts speak against it, 1 no such name." in told
    assert "1 rule on names is spoken against" in told and "(names.toml line 4): a text says so" in told


def test_pairs_and_places_are_lists_of_their_own(here: Ask) -> None:
    pairs = json.loads(here("names", "--pairs", "--json").stdout)
    assert {"KCC", "Karoo Chrome Company"} in [{row["a"], row["b"]} for row in pairs]
    assert "KCC / Karoo Chrome Company · organization · different" in here("names", "--pairs").stdout
    assert "letter.txt" in here("names", "--places", "--format", "csv").stdout


def test_only_one_list_is_given_at_a_time(here: Ask) -> None:
    done = here("names", "--pairs", "--rules")
    assert done.exit_code == 2 and "give one of" in done.stderr


def test_a_changed_file_of_names_is_seen_and_no_change_is_none(here: Ask, mine: Path) -> None:
    def recomputed() -> list[str]:
        lines = call("run", "--model", "none").stdout.splitlines()
        return [line.split()[0] for line in lines if line.endswith("recomputed")]

    assert recomputed() == []
    (mine / "names.toml").write_text(RULES.replace("one woman", "one person"))
    assert "names" in recomputed() and "reuse" not in recomputed()
    (mine / "names.toml").write_text(RULES)
    assert "names" in recomputed()


def test_a_wrong_file_of_names_stops_before_anything_is_made(elsewhere: Path) -> None:
    (elsewhere / "raw").mkdir()
    (elsewhere / "raw" / "a.txt").write_text(NOTICE)
    (elsewhere / "names.toml").write_text("[[same]]\nnames = 4\n")
    done = call("run")
    assert done.exit_code == 2 and "names.toml, line 1: names is a list" in done.stderr
    assert sorted(path.name for path in elsewhere.iterdir()) == ["names.toml", "raw"]


def test_files_of_names_are_no_documents(elsewhere: Path) -> None:
    (elsewhere / "a.txt").write_text(NOTICE)
    (elsewhere / "names.csv").write_text("relation,a,b\nsame,Thandiwe Mokoena,Thandiwe Mokwena\n")
    (elsewhere / "names.ftm.json").write_text(
        '{"schema": "Person", "properties": {"name": "Nobody Known"}}\n'
    )
    assert call("run", ".", "--model", "none").exit_code == 0
    states = {row["path"]: row["state"] for row in json.loads(call("sources", "--json").stdout)}
    assert states["names.csv"] == states["names.ftm.json"] == "skipped" and states["a.txt"] == "read"


def test_a_table_of_other_names_is_a_document(elsewhere: Path) -> None:
    (elsewhere / "raw").mkdir()
    (elsewhere / "raw" / "names.csv").write_text(f'title,text\nMine,"{NOTICE}"\n')
    assert call("run", "--model", "none").exit_code == 0
    assert [row["state"] for row in json.loads(call("sources", "--json").stdout)] == ["read"]


def test_the_file_of_names_can_stand_elsewhere(elsewhere: Path) -> None:
    (elsewhere / "raw").mkdir()
    (elsewhere / "raw" / "a.txt").write_text(NOTICE)
    (elsewhere / "mine.csv").write_text("relation,a,b\nsame,Thandiwe Mokoena,Thandiwe Mokwena\n")
    (elsewhere / "provenance.toml").write_text('[run]\nnames = "mine.csv"\n')
    assert "Rules on names: 1 followed." in call("run", "--model", "none").stdout


@pytest.mark.parametrize("columns", ["40", "60", "100"])
def test_no_line_is_wider_than_the_terminal(here: Ask, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in (("names",), ("names", "--inconsistent"), ("names", "--rules"), ("names", "--pairs")):
        lines = here(*command).stdout.splitlines()[2:]
        assert lines and max(map(len, lines)) <= int(columns)


def test_names_that_would_move_the_cursor_are_shown_as_escapes() -> None:
    row = {"source": "s", "path": "\x1b[2J.txt", "entity": "e", "name": "大阪\u202eX", "kind": "person"}
    row |= {"spelling": "\x07", "mentions": "1", "places": "[[0, 1]]"}
    told = draw_inconsistent(None, [row])  # type: ignore[arg-type]  # the case is not asked
    assert told.replace("\n", "") == visible(told.replace("\n", ""))
