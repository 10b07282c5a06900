"""Two sources side by side."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from provenance.commands._cells import text_width
from provenance.commands._side_by_side import Look, draw
from provenance.model.reuse import SENTENCE_ADDED, Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.stages.comparing import compare_texts
from tests.commands.pile import FILES, call, run_pile, write_pile

Ask = Callable[..., Result]
PAIR = ("compare", "wire.txt", "local/morning.md")


def test_changes_are_marked_and_listed_with_their_type(ask: Ask) -> None:
    shown = ask(*PAIR).stdout
    assert "[-12-]" in shown and "{+21+}" in shown and "number: “12” in A at " in shown


def test_from_the_other_side_everything_is_turned(ask: Ask) -> None:
    one, other = ask(*PAIR, "--json").stdout, ask("compare", "local/morning.md", "wire.txt", "--json").stdout
    (passage,), (turned,) = json.loads(one)["passages"], json.loads(other)["passages"]
    assert passage["key"] == turned["key"] and passage["a"] == turned["b"] and passage["b"] == turned["a"]
    swapped = {"a->b": "b->a", "b->a": "a->b"}
    assert turned["direction"] == swapped.get(passage["direction"], passage["direction"])
    assert [change["a"] for change in passage["changes"]] == [change["b"] for change in turned["changes"]]


def test_json_is_complete_and_true(ask: Ask) -> None:
    told = json.loads(ask(*PAIR, "--json").stdout)
    for name, path in (("a", "wire.txt"), ("b", "local/morning.md")):
        text = FILES[path]
        places = [passage[name] for passage in told["passages"]]
        places += [change[name] for passage in told["passages"] for change in passage["changes"]]
        places += told[f"only_{name}"]
        assert all(text[place["start"] : place["end"]] == place["text"] for place in places)
        own = sum(place["end"] - place["start"] for place in told[f"only_{name}"])
        assert own + told[name]["shared"] == told[name]["characters"] == len(text)


def test_what_only_one_has_is_folded_unless_all_is_wanted(ask: Ask) -> None:
    assert "… 1 line, " in ask(*PAIR).stdout and "schools of the valley" not in ask(*PAIR).stdout
    whole = " ".join(ask(*PAIR, "--all").stdout.split())
    assert "only in B:" in whole and "The schools of the valley stay closed until Friday" in whole


def test_only_changes_leaves_out_sentences_without_one(ask: Ask) -> None:
    shown = ask(*PAIR, "--only-changes").stdout
    assert "without a change …" in shown and "{+21+}" in shown
    assert "gave way shortly" not in shown and "only in B" not in shown
    assert "gave way shortly" in ask(*PAIR, "--only-changes", "--context", "1").stdout


@pytest.mark.parametrize("columns", [40, 59, 60, 83, 120, 200])
def test_no_line_is_wider_than_the_terminal(made: Path, columns: int) -> None:
    shown = call("--db", str(made / "p.db"), *PAIR, "--all", env={"COLUMNS": str(columns)}).stdout
    assert max(map(text_width, shown.splitlines()[3:])) <= columns
    assert (" │ " in shown) == (columns >= 60)


def test_there_is_no_colour_in_a_pipe(ask: Ask) -> None:
    assert "\x1b" not in ask(*PAIR).stdout


def test_what_was_changed_in_a_moved_paragraph_is_marked_inside_of_it(tmp_path: Path) -> None:
    moved = "The pilot refused to enter the fjord by night and anchored behind the {} island until dawn."
    others = [
        "Nineteen crates of dried cod were missing when the hold was opened before two witnesses.",
        "A clerk of the shipping office wrote down every mark that was burnt into the lids.",
        "The owner of the cargo has offered a reward, which nobody has come to claim so far.",
    ]
    (tmp_path / "a.txt").write_text("\n\n".join([moved.format("western"), *others]) + "\n")
    (tmp_path / "b.txt").write_text("\n\n".join([*others, moved.format("northern")]) + "\n")
    done = call(
        "compare", "--files", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), env={"COLUMNS": "200"}
    )
    shown = " ".join(done.stdout.replace("│", " ").split())
    assert "<1: The pilot refused" in shown and "the [-western-] island until dawn :1>" in shown
    assert "the {+northern+} island until dawn :1>" in shown and "[-The pilot" not in shown


def test_two_files_are_compared_without_a_database(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    files = str(raw / "wire.txt"), str(raw / "local" / "morning.md")
    done = call("--db", str(tmp_path / "no.db"), "compare", "--files", *files)
    assert done.exit_code == 0 and "{+21+}" in done.stdout and not (tmp_path / "no.db").exists()


def test_files_that_cannot_be_compared_are_said(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    wire = str(raw / "wire.txt")
    assert call("compare", "--files", wire, str(raw / "none.txt")).exit_code == 2
    assert call("compare", "--files", wire, str(raw)).exit_code == 2
    assert call("compare", "--files", wire, str(raw / "photo.jpg")).exit_code == 3


def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    bad = "A \x1b[31mred\x1b[0m herring and a \u202eturned\u202c word stand in an ordinary line of text "
    (tmp_path / "raw").mkdir()
    for name, number in (("\x1b[2Ja.txt", "seven"), ("b.txt", "nine")):
        (tmp_path / "raw" / name).write_text(
            f"{bad}{number} times over, as the harbour master told us.\n", "utf-8"
        )
    assert run_pile(tmp_path).exit_code == 0
    keys = [
        row["key"] for row in json.loads(call("--db", str(tmp_path / "p.db"), "sources", "--json").stdout)
    ]
    for options in ((), ("--all",), ("--json",)):
        shown = call("--db", str(tmp_path / "p.db"), "compare", *keys, *options).stdout
        assert shown and not {"\x1b", "\u202e", "\u202c"} & set(shown)


def test_texts_that_were_not_compared_are_not_said_to_share_nothing(tmp_path: Path) -> None:
    write_pile(tmp_path)
    database = str(tmp_path / "p.db")
    run_pile(tmp_path, "--until", "ingest")
    told = call("--db", database, "compare", "wire.txt", "local/morning.md")
    assert told.exit_code == 2
    assert "were not compared" in told.stderr


STAYS = (
    "The bakers of Quellin put up their prices on the first of the month, and the mayor called it a theft. "
    "Flour, they replied, had come by mule since the bridge went down, and mules do not eat promises."
)
GOES = (
    "A committee of nine was named to count the sacks in every cellar between the church and the tannery. "
    "It counted for a week, lost two of its lists in the rain, and reported that there were enough sacks."
)
ENDS = (
    "By the feast of the patron the price stood where it had stood before, and nobody could say who had won. "
    "The mayor planted a lime tree in front of the town hall, and the bakers sent him a loaf with salt in it."
)


def test_what_another_passage_holds_is_not_said_to_be_in_one_text_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{STAYS}\n\n{ENDS}\n\n{GOES}\n")
    (tmp_path / "b.txt").write_text(f"{STAYS}\n\n{GOES}\n\n{ENDS}\n")
    result = call("compare", "--files", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert result.exit_code == 0 and "only in" not in result.stdout and "sentence added" not in result.stdout


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_change_that_another_passage_holds_is_told_as_moved(is_turned: bool) -> None:
    a, b = f"{STAYS}\n{ENDS}\n{GOES}", f"{STAYS}\n{GOES}\n{ENDS}"
    begin, end = len(STAYS) + 1, len(STAYS) + 1 + len(GOES)
    there = len(STAYS) + len(ENDS) + 2
    added = Change(ChangeKind.WORDING, begin, begin, "", begin, end, b[begin:end], judgement=SENTENCE_ADDED)
    whole = Span("a", 0, there - 1), Span("b", 0, len(b))
    moved = Span("a", there, len(a)), Span("b", begin, end)
    found = [
        Alignment(*whole, ReuseKind.EDITED, 0.8, (added,)),
        Alignment(*moved, ReuseKind.VERBATIM, 1.0),
    ]
    texts = (b, a) if is_turned else (a, b)
    compared = compare_texts([each.turned() for each in found] if is_turned else found, *texts)
    lines = "\n".join(draw(compared, texts, Look()))
    here, other = "AB" if is_turned else "BA"
    number = next(each.number for each in compared.passages if each.alignment.grade == 1.0)
    assert f"<see {number}: A committee" in lines and "only in" not in lines
    assert f"moved: {here} has it here, {other} elsewhere (see {number})" in " ".join(lines.split())


def test_brackets_of_a_text_are_told_from_marks(tmp_path: Path) -> None:
    odd = "He wrote [-so-] for a word, {+so+} or <1: so :1> for another, and 5>3 for fun."
    text = f"{odd} {STAYS} It was 14 May."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(text.replace("14", "19"))
    shown = call("compare", "--files", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).stdout
    assert "the text itself has this bracket" in shown and "5>3" in shown
    for marked in ("\\[-so-\\]", "\\{+so+\\}", "\\<1: so :1\\>"):
        assert marked in shown
    assert "[-14" in shown and "{+19" in shown
    (tmp_path / "c.txt").write_text(STAYS)
    (tmp_path / "d.txt").write_text(STAYS + " And that was that.")
    assert "\\" not in call("compare", "--files", str(tmp_path / "c.txt"), str(tmp_path / "d.txt")).stdout
