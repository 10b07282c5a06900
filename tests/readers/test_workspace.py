"""The folder of a case, and its settings."""

from pathlib import Path

import pytest

from provenance.errors import CannotWrite, UsageError
from provenance.model.name_rules import NameRules
from provenance.model.settings import Settings
from provenance.readers.name_rules import load_name_rules
from provenance.readers.workspace import Workspace, load_workspace, make_workspace, settings_template


def write(folder: Path, text: str) -> Path:
    (folder / "provenance.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    assert load_workspace(tmp_path) == Workspace()


def test_what_init_writes_changes_nothing(tmp_path: Path) -> None:
    assert load_workspace(write(tmp_path, settings_template())).settings == Settings()


def test_every_line_of_the_template_can_be_taken_over(tmp_path: Path) -> None:
    text = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in settings_template().splitlines()
    )
    assert load_workspace(write(tmp_path, text)).settings == Settings()


def test_settings_are_read(tmp_path: Path) -> None:
    text = '[run]\nraw = "in"\nmodel = "none"\n[names]\nsame = 0.9\n[conflicts]\nevent_window_days = 9\n'
    workspace = load_workspace(write(tmp_path, text))
    assert workspace.raw == str(tmp_path / "in")
    assert (workspace.settings.names.model, workspace.settings.names.same) == ("none", 0.9)
    assert workspace.settings.conflicts.event_window_days == 9


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[names]\nsaem = 0.9\n", r"provenance\.toml: no such key saem in \[names\]"),
        ("[nams]\n", r"no such section \[nams\]"),
        ("[names]\nsame = 'much'\n", "same in .names. is a number"),
        ("[names]\nsame = 1.5\n", "names"),
        ("[run]\nraw = 3\n", "a text in quotes"),
        ("[run]\ncolour = 'red'\n", "no such key colour"),
        ("[run]\ntier = 'all'\n", "run"),
        ("names = 3\n", "is a section"),
        ("[names", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load_workspace(write(tmp_path, text))


def test_a_workspace_is_made_once_and_kept(tmp_path: Path) -> None:
    assert len(make_workspace(tmp_path / "case")) == 6
    assert load_name_rules(tmp_path / "case") == NameRules()
    write(tmp_path / "case", "[names]\nsame = 0.9\n")
    assert make_workspace(tmp_path / "case") == []
    assert load_workspace(tmp_path / "case").settings.names.same == 0.9


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("a file")
    with pytest.raises(CannotWrite, match="cannot make a workspace"):
        make_workspace(tmp_path / "case")


def test_a_name_cannot_be_the_same_below_the_score_of_others(tmp_path: Path) -> None:
    (tmp_path / "provenance.toml").write_text("[names]\nsame = 0.3\n")
    with pytest.raises(UsageError, match=r"\[names\]: same = 0.3 is less than different = 0.4"):
        load_workspace(tmp_path)
