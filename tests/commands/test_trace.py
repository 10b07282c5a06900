"""Where a text comes from."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from provenance.commands import provenance
from provenance.commands._cells import text_width
from tests.commands.pile import FILES, SHARED, call

Ask = Callable[..., Result]
PASTED = "I found this: " + SHARED.format(dead=33)


def test_a_pasted_text_is_found_with_the_earliest_source_first(ask: Ask) -> None:
    done = ask("trace", PASTED)
    assert done.exit_code == 0 and done.stdout.startswith("Found: ") and "in 2 sources of 3" in done.stdout
    assert done.stdout.index("wire.txt") < done.stdout.index("local/morning.md")
    assert "number: “12” in the source, “33” here" in done.stdout
    assert "Not found: 0–13 “I found this:”" in done.stdout


def test_the_rows_are_true_on_both_sides(ask: Ask) -> None:
    rows = json.loads(ask("trace", PASTED, "--json").stdout)
    assert {row["path"] for row in rows} == {"wire.txt", "local/morning.md"}
    for row in rows:
        assert PASTED[row["start"] : row["end"]] == row["text"]
        assert FILES[row["path"]][row["source_start"] : row["source_end"]] == row["quote"]
        (change,) = row["changes"]
        assert (change["kind"], change["b_text"]) == ("number", "33")


@pytest.mark.parametrize("format_", ["jsonl", "csv", "tsv", "markdown"])
def test_every_format_has_a_row_a_source(ask: Ask, format_: str) -> None:
    written = ask("trace", PASTED, "--format", format_).stdout
    if format_ == "csv":
        assert [row["path"] for row in csv.DictReader(io.StringIO(written))] == [
            "wire.txt",
            "local/morning.md",
        ]
    assert "wire.txt" in written and "further" in written


def test_standard_input_and_files_are_taken_too(ask: Ask, made: Path, tmp_path: Path) -> None:
    database = str(made / "p.db")
    piped = CliRunner().invoke(provenance, ["--db", database, "trace", "-"], input=PASTED.encode())
    assert piped.exit_code == 0 and piped.output == ask("trace", PASTED).stdout
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><nav>Home</nav><article><p>{PASTED}</p></article></body></html>")
    assert "number: “12” in the source, “33” here" in ask("trace", str(page)).stdout


def test_a_file_that_is_a_source_is_told_to_be_that_source(ask: Ask, tmp_path: Path) -> None:
    copy = tmp_path / "pasted.txt"
    copy.write_text(FILES["wire.txt"])
    shown = ask("trace", str(copy)).stdout
    assert shown.startswith("This is source wire.txt itself, word for word") and "earliest: dated" in shown
    assert "in 1 other source of 2" in shown and "Not found in another source: 0–" in shown
    first, other = json.loads(ask("trace", str(copy), "--json").stdout)
    assert (first["path"], first["whole"]) == ("wire.txt", 1)
    assert (other["path"], other["whole"], other["common"]) == ("local/morning.md", 0, 0)
    copy.write_text(FILES["arabic.txt"])
    assert "No other source was found to have a part of it." in ask("trace", str(copy)).stdout


def test_what_was_put_between_is_not_told_as_found(ask: Ask) -> None:
    first, second, rest = SHARED.format(dead=12).split(". ", 2)
    added = "A fisherman from the lower town says that he saw lamps move along the wall."
    shown = ask("trace", f"{first}. {added} {second}. {rest}").stdout
    assert f"Not found: {len(first) + 2}–" in shown and "(here 0–" not in shown.split("Not found")[1]
    (row, *_) = json.loads(ask("trace", f"{first}. {added} {second}. {rest}", "--json").stdout)
    ((start, end),) = row["gaps"]
    assert added[:-1] in f"{first}. {added} {second}. {rest}"[start:end]


def test_a_word_that_is_no_file_is_a_text(ask: Ask) -> None:
    done = ask("trace", "siren")
    assert done.exit_code == 0 and "no file is called siren: taken as a text" in done.stderr
    assert "Nothing of this text was found" in done.stdout


@pytest.mark.parametrize(
    "path",
    ["wire.txt", "wires.html", "local/morning", "/tmp/no such file.txt", "./notes", "C:\\a\\b.docx", "~/x"],
)
def test_a_path_that_leads_nowhere_is_an_error(ask: Ask, path: str) -> None:
    done = ask("trace", path)
    assert done.exit_code == 2 and "no file is called" in done.stderr and "--text" in done.stderr
    assert ("a source has this path" in " ".join(done.stderr.split())) == (path == "wire.txt")
    assert ask("trace", "--text", path).exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "He said so either/or in his text.",
        "https://example.org/a.html",
        "3.5",
        "港口城市的新灯塔于十月正式启用,总费用约为24/7万元,工期三年,由市政府和两家公司共同承担,开放时间另行通知",
    ],
)
def test_what_only_has_a_slash_or_a_stop_in_it_is_a_text(ask: Ask, text: str) -> None:
    assert ask("trace", text).exit_code == 0


def test_tags_and_codes_around_a_text_are_no_changes_of_it(ask: Ask) -> None:
    clean = json.loads(ask("trace", PASTED, "--json").stdout)
    words = PASTED.split(" ")
    coloured = " ".join([*words[:3], f"\x1b[1;31m{words[3]}\x1b[0m", *words[4:]])
    tagged = " ".join(["<p class='x'>" + words[0], *words[1:5], f"<b>{words[5]}</b>", *words[6:]]) + "</p>"
    for text, what in ((coloured, "codes of a terminal"), (tagged, "tags of HTML")):
        done = ask("trace", text, "--json")
        assert what in done.stderr
        found = json.loads(done.stdout)
        assert [(row["path"], row["changes"]) for row in found] == [
            (row["path"], row["changes"]) for row in clean
        ]
    assert "without its" not in ask("trace", "a < b and b > c, says <he> & nobody").stderr


def test_an_existing_file_is_a_text_if_that_is_said(ask: Ask, elsewhere: Path) -> None:
    (elsewhere / "siren").write_text(PASTED)
    assert "Found: " in ask("trace", "siren").stdout
    assert "Nothing of this text was found" in ask("trace", "--text", "siren").stdout


def test_nothing_found_is_no_error_and_says_what_would_have_been(ask: Ask) -> None:
    done = ask("trace", "a sentence that nobody wrote so far")
    assert done.exit_code == 0 and "in 3 sources (1 could not be looked into" in done.stdout
    assert "A run of 12 words and 65 characters" in " ".join(done.stdout.split())
    bare = ask("trace", "a sentence that nobody wrote so far", "--json")
    assert bare.stdout.strip() == "[]" and "Nothing of this text" in bare.stderr


@pytest.mark.parametrize("given", [[], [""], ["  "], ["…"], ["--limit", "0", "x"]])
def test_nothing_to_trace_is_wrong_use(ask: Ask, given: list[str]) -> None:
    assert ask("trace", *given).exit_code == 2


def test_input_that_cannot_be_traced_is_said(made: Path, ask: Ask, tmp_path: Path) -> None:
    def piped(raw: bytes) -> Result:
        return CliRunner().invoke(provenance, ["--db", str(made / "p.db"), "trace", "-"], input=raw)

    assert piped(b" \n").exit_code == 2 and piped(b"\xff\xfe\xfa").exit_code == 2
    assert ask("trace", str(tmp_path)).exit_code == 2
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(200)))
    assert ask("trace", str(tmp_path / "photo.jpg")).exit_code == 3


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    done = call("--db", str(tmp_path / "no.db"), "trace", PASTED)
    assert done.exit_code == 2 and "no such database" in done.stderr


@pytest.mark.parametrize("columns", [40, 80])
def test_lines_fit_the_terminal(made: Path, columns: int) -> None:
    shown = call("--db", str(made / "p.db"), "trace", PASTED, env={"COLUMNS": str(columns)}).stdout
    assert max(map(text_width, shown.splitlines())) <= columns


def test_hostile_text_is_shown_and_not_obeyed(ask: Ask) -> None:
    shown = ask("trace", "\x1b[31mI found\u202e this: " + SHARED.format(dead=33)).stdout
    assert "Found: " in shown and not {"\x1b", "\u202e"} & set(shown)


def test_the_first_passage_beside_a_whole_source_is_number_one(ask: Ask) -> None:
    shown = ask("trace", "--text", FILES["wire.txt"]).stdout
    assert shown.startswith("This is source wire.txt itself")
    assert "\n1. " in shown and "\n2. " not in shown


def test_a_long_word_that_is_no_file_is_not_repeated_whole(ask: Ask) -> None:
    told = ask("trace", "港口城市的新灯塔于十月正式启用总费用约为" * 40)
    assert "taken as a text" in told.stderr
    assert len(told.stderr) < 400
