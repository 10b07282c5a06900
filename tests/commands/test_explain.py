"""explain: every reason and figure, in words and as JSON, for every kind of key."""

import json
import math
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.commands.pile import call
from tests.commands.test_names import here, mine

Ask = Callable[..., Result]

__all__ = ["here", "mine"]


def explain(here: Ask, *keys: str) -> dict[str, Any]:
    done = here("explain", *keys, "--json")
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_name_is_explained_with_its_spellings(here: Ask) -> None:
    told = here("explain", "Thandiwe Mokoena").stdout
    assert "how it is written" in told and "the fullest" in told
    assert "[rule]" in told and "names.toml line 1" in told and "▶" in told
    assert "take out names.toml line 1" in told


def test_a_spelling_and_an_entity_are_found_by_key_and_by_name(here: Ask) -> None:
    row = next(
        row for row in json.loads(here("names", "--json").stdout) if row["variant"] == "Thandiwe Mokwena"
    )
    assert explain(here, row["key"])["kind"] == "name variant"
    assert explain(here, row["entity"][:8])["key"] == row["entity"]
    assert explain(here, "thandiwe mokwena")["key"] == row["entity"]


def test_weights_sum_to_the_log_odds_of_the_score(here: Ask) -> None:
    told = explain(here, "Peter Lungu", "Petra Lungu")
    (compared,) = [one for one in told["chapters"] if one["heading"] == "compared"]
    (ground,) = compared["grounds"]
    total = math.fsum(part["weight"] for part in ground["parts"])
    assert ground["score"] == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-3)


def test_a_refused_pair_is_explained_with_its_rule_and_places(here: Ask) -> None:
    told = here("explain", "KCC", "Karoo Chrome Company").stdout
    assert "different, not joined" in told and "names.toml line 4" in told
    assert "notice.txt:" in told and "take out names.toml line 4" in told


def test_lines_to_paste_are_what_names_toml_takes(here: Ask, tmp_path: Path) -> None:
    told = explain(here, "Peter Lungu", "Petra Lungu")
    lines = "\n".join(remedy["lines"] for remedy in told["remedies"])
    assert tomllib.loads(lines)["same"] == [{"names": ["Peter Lungu", "Petra Lungu"], "kind": "person"}]


def test_every_key_of_every_list_is_explained(ask: Ask) -> None:
    views = ("sources", "reused_passages", "name_variants", "name_pairs", "name_links", "claims", "conflicts")
    for view in (*views, "near_duplicates"):
        for row in json.loads(ask("sql", f"SELECT key FROM {view} LIMIT 3", "--format", "json").stdout):
            done = ask("explain", row["key"])
            assert done.exit_code == 0 and row["key"] in done.stdout, done.output
            assert json.loads(ask("explain", row["key"], "--json").stdout)["chapters"]


@pytest.mark.parametrize("key", ["k-0000000000000000", "nobody at all", "", "\x1b[2J", "e-"])
def test_what_there_is_not_ends_with_status_2(ask: Ask, key: str) -> None:
    done = ask("explain", "--", key)
    assert done.exit_code == 2 and "Error: " in done.stderr and "\x1b" not in done.stderr


def test_two_things_that_are_no_names_are_refused(ask: Ask) -> None:
    key = json.loads(ask("claims", "--json").stdout)[0]["key"]
    assert "two names are compared" in ask("explain", key, "Marta Ilieva").stderr
    assert ask("explain", "Marta", "?!").exit_code == 2


def test_names_that_stand_in_no_text_are_compared_too(ask: Ask) -> None:
    done = ask("explain", "宮崎 駿", "Hayao \x1b[31mMiyazaki")
    assert (
        done.exit_code == 0 and "not both stand in the texts" in done.stdout and "\x1b[31" not in done.stdout
    )


def test_several_of_one_name_are_told_apart_by_their_keys(elsewhere: Path) -> None:
    (elsewhere / "raw").mkdir()
    (elsewhere / "raw" / "a.txt").write_text("On Monday Ana Souza met Rui Lima. Souza left early.\n")
    (elsewhere / "raw" / "b.txt").write_text("On Monday Eva Souza met Paulo Reis. Souza left early.\n")
    assert call("run", "--model", "none").exit_code == 0
    done = call("explain", "Souza")
    assert done.exit_code == 0 and "Souza: 2 are called so" in done.stdout
    assert "Ana Souza: person, 2 mentions in 1 source" in done.stdout and "b.txt:" in done.stdout


def test_no_line_is_wider_than_sixty_columns(here: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = here("explain", "Thandiwe Mokoena").stdout.split("to change it")[0].splitlines()
    assert max(map(len, lines)) <= 60


@pytest.fixture
def liga(elsewhere: Path) -> Path:
    """A workspace in which a body is also taken for a person, and has a name that people chose."""
    (elsewhere / "raw").mkdir()
    (elsewhere / "raw" / "a.txt").write_text(
        "The Harbour Workers Union (HWU) met on Monday. The Harbour Workers Union voted. Ana Souza spoke.\n"
    )
    (elsewhere / "raw" / "b.txt").write_text(
        "On Monday Anna Souza met Rui Lima in the hall. Ana Souza left.\n"
    )
    (elsewhere / "names.toml").write_text(
        '[[name]]\ncanonical = "Hafenarbeiterbund"\naliases = ["the Harbour Workers Union"]\n'
    )
    assert call("run", "--model", "none").exit_code == 0
    return elsewhere


def test_a_name_that_people_chose_is_found_and_said_to_be_theirs(liga: Path) -> None:
    told = call("explain", "Hafenarbeiterbund").stdout
    assert "you set this name (names.toml line 1); it stands so in no text" in told
    assert "change names.toml line 1" in told


def test_names_of_two_kinds_are_said_to_be(liga: Path) -> None:
    told = explain(call, "Harbour Workers Union", "Rui Lima")
    assert "of two kinds" in str(told["title"]) and "an organization" in str(told["title"])
    (remedy,) = told["remedies"]
    assert remedy["lines"] == '[[same]]\nnames = ["Harbour Workers Union", "Rui Lima"]'
    with (liga / "names.toml").open("a") as file:
        file.write("\n" + remedy["lines"] + "\n")
    assert call("run", "--model", "none").exit_code == 0
    rows = json.loads(call("names", "--json").stdout)
    entities = {row["entity"] for row in rows if row["variant"] in ("Harbour Workers Union", "Rui Lima")}
    assert len(entities) == 1
    effects = {row["effect"] for row in json.loads(call("names", "--rules", "--json").stdout)}
    assert effects == {"followed"}


@pytest.mark.parametrize("other", ["Rui Lima", "RUI LIMA"])
def test_no_line_is_offered_for_one_name_with_itself(liga: Path, other: str) -> None:
    assert explain(call, "Rui Lima", other)["remedies"] == []


def test_lines_that_contradict_one_another_are_listed_as_such(liga: Path) -> None:
    (liga / "names.toml").write_text(
        '[[same]]\nnames = ["Ana Souza", "Rui Lima"]\n[[different]]\nnames = ["Ana Souza", "Rui Lima"]\n'
    )
    assert call("run", "--model", "none").exit_code == 0
    rows = json.loads(call("names", "--rules", "--json").stdout)
    assert [row["effect"] for row in rows] == ["contradicted", "contradicted"]
    assert all("another rule" in row["contradiction"] for row in rows)
