"""Single things: show, compare, search, sql, schema, dump, verify, doctor, report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from provenance.commands.show import find_article

Ask = Callable[..., Result]


def test_a_source_is_shown_by_its_path_with_its_text(ask: Ask) -> None:
    done = ask("show", "wire.txt", "--text")
    assert done.exit_code == 0 and "title: Dam bursts above Varna Creek" in done.stdout
    assert "the siren stayed silent" in done.stdout


def test_a_path_may_have_the_folder_that_was_read_before_it(ask: Ask) -> None:
    assert "path: local/morning.md" in ask("show", "./case/local/morning.md").stdout
    assert "{+21+}" in ask("compare", "/home/me/case/wire.txt", "case/local/morning.md").stdout
    assert ask("show", "case/nosuch.md").exit_code == 2


def test_a_name_is_headed_by_the_key_that_was_asked_for(ask: Ask) -> None:
    row = json.loads(ask("names", "--json").stdout)[0]
    assert ask("show", row["entity"]).stdout.startswith(f"entity {row['entity']}\n")
    assert ask("show", row["key"]).stdout.startswith(f"name variant {row['key']}\n")


def test_compare_refuses_one_source_twice(ask: Ask) -> None:
    done = ask("compare", "wire.txt", "wire.txt")
    assert done.exit_code == 2 and "one source" in done.stderr


def test_a_passage_is_shown_with_both_places_in_context(ask: Ask) -> None:
    key = json.loads(ask("reuse", "--json").stdout)[0]["key"]
    done = ask("show", key[:8])
    assert done.exit_code == 0 and done.stdout.count("▶") == 2
    assert "wire.txt:" in done.stdout and "local/morning.md:" in done.stdout


def test_a_key_of_every_kind_can_be_shown(ask: Ask) -> None:
    for name in ("sources", "reuse", "names", "claims", "conflicts"):
        rows = json.loads(ask(name, "--json").stdout)
        for row in rows[:2]:
            done = ask("show", row["key"])
            assert done.exit_code == 0 and row["key"] in done.stdout


def test_show_as_json_holds_the_rows(ask: Ask) -> None:
    shown = json.loads(ask("show", "wire.txt", "--json").stdout)
    assert shown["kind"] == "source" and shown["rows"][0]["path"] == "wire.txt"


def test_an_unknown_key_ends_with_status_2(ask: Ask) -> None:
    done = ask("show", "k-0000000000000000")
    assert done.exit_code == 2 and "Error: " in done.stderr and done.stdout == ""


def test_compare_marks_what_was_changed_on_both_sides(ask: Ask) -> None:
    done = ask("compare", "wire.txt", "local/morning.md")
    assert done.exit_code == 0
    assert "[-12-]" in done.stdout and "{+21+}" in done.stdout
    turned = ask("compare", "local/morning.md", "wire.txt").stdout
    assert "[-21-]" in turned and "{+12+}" in turned


def test_compare_says_when_nothing_is_shared(ask: Ask) -> None:
    assert "They share no passage." in ask("compare", "wire.txt", "arabic.txt").stdout


def test_compare_takes_sources_only(ask: Ask) -> None:
    key = json.loads(ask("reuse", "--json").stdout)[0]["key"]
    done = ask("compare", key, "wire.txt")
    assert done.exit_code == 2 and "two sources" in done.stderr


def test_search_finds_words_without_accents_and_quotes(ask: Ask) -> None:
    rows = json.loads(ask("search", "SIREN silent", "--json").stdout)
    assert {row["path"] for row in rows} == {"wire.txt", "local/morning.md"}
    assert ask("search", "nowhere to be found").exit_code == 0


@pytest.mark.parametrize("words", ['"', "AND", "a OR", "*", "(", "NEAR(", "-", ":", "'; DROP TABLE x"])
def test_no_search_words_are_a_syntax_error(ask: Ask, words: str) -> None:
    assert ask("search", "--", words).exit_code in (0, 2)


def test_sql_reads_with_parameters(ask: Ask) -> None:
    query = "SELECT path, 'x' AS a, 'y' AS a FROM sources WHERE path = :path"
    done = ask("sql", query, "-p", "path", "wire.txt", "--format", "csv")
    assert done.stdout == "path,a,a_2\nwire.txt,x,y\n"


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM content",
        "DROP TABLE content",
        "PRAGMA user_version = 9",
        "ATTACH 'x.db' AS x",
        "SELEC 1",
        "no_such_question",
    ],
)
def test_a_query_that_writes_or_fails_is_refused(ask: Ask, query: str, made: Path) -> None:
    before = (made / "p.db").read_bytes()
    done = ask("sql", query)
    assert done.exit_code == 2 and "Error: " in done.stderr
    assert (made / "p.db").read_bytes() == before


def test_saved_questions_are_listed_and_asked_by_name(ask: Ask) -> None:
    names = [row["name"] for row in json.loads(ask("sql", "--json").stdout)]
    assert "who_copied_whom" in names and ask("sql", "who_copied_whom").exit_code == 0


def test_schema_is_sql(ask: Ask) -> None:
    import sqlite3

    script = ask("schema").stdout
    with sqlite3.connect(":memory:") as fresh:
        fresh.executescript(script)
    fresh.close()


def test_a_schema_needs_no_database(ask: Ask, tmp_path: Path) -> None:
    assert ask("--db", str(tmp_path / "no.db"), "schema").stdout == ask("schema").stdout
    assert not list(tmp_path.iterdir())


def test_two_dumps_are_equal(ask: Ask) -> None:
    assert ask("dump").stdout == ask("dump").stdout != ""


def test_verify_finds_a_sound_database_sound(ask: Ask) -> None:
    done = ask("verify")
    assert done.exit_code == 0 and "sound" in done.stdout


def test_doctor_works_with_and_without_a_database(ask: Ask, tmp_path: Path) -> None:
    assert ask("doctor").exit_code == 0
    done = ask("--db", str(tmp_path / "no.db"), "doctor")
    assert done.exit_code == 0 and "not there yet" in done.stdout and not (tmp_path / "no.db").exists()


def test_report_writes_what_it_names(ask: Ask, tmp_path: Path) -> None:
    done = ask("report", "--format", "html", "-o", str(tmp_path / "out"))
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0 and paths and all(path.is_file() for path in paths)


def test_a_report_folder_that_is_a_file_is_said(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    done = ask("report", "-o", str(tmp_path / "out"))
    assert done.exit_code == 2 and "cannot write to the folder" in done.stderr


def test_a_source_is_shown_with_all_that_is_stated_of_it(ask: Ask) -> None:
    shown = ask("show", "wire.txt").stdout
    assert "  stated:\n" in shown
    (dated,) = [line for line in shown.splitlines() if line.startswith("    published: 2018-03-05")]
    assert "(stated; at " in dated and "zone none, 2018-03-04T" in dated
    told = json.loads(ask("show", "wire.txt", "--json").stdout)
    assert told["kind"] == "source" and {row["name"] for row in told["source_metadata"]} >= {
        "title",
        "author",
    }


def test_a_source_is_shown_with_its_problems(ask: Ask) -> None:
    assert "  problems:\n    format-not-read: " in ask("show", "photo.jpg").stdout


def test_search_says_in_which_part_of_a_page_the_words_stand(ask: Ask) -> None:
    assert {row["part"] for row in json.loads(ask("search", "siren", "--json").stdout)} == {"article"}


def test_doctor_tells_what_holds_a_hostile_file_and_what_reads_it(ask: Ask) -> None:
    told = ask("doctor").stdout
    assert "reading processes  " in told and "pypdf" in told and "memory" in told


def test_a_text_is_shown_from_where_its_article_begins() -> None:
    text = "Home\n\nSport\n\nThe ship sank.\n\nMore"
    menu = [{"start": 0, "end": 4}, {"start": 6, "end": 11}, {"start": 29, "end": 33}]
    assert text[find_article(text, menu) :].startswith("The ship")
    assert find_article(text, []) == find_article(text, [{"start": 0, "end": len(text)}]) == 0
