"""Which files speak of names, and what keeps one from being read."""

import os
import tomllib
from pathlib import Path

import pytest

from provenance.errors import UsageError
from provenance.model.name_rules import NameRules
from provenance.readers.name_rules import load_name_rules, names_template
from provenance.readers.name_rules.loading import LARGEST_BYTES

PAIR = '[[same]]\nnames = ["A One", "B Two"]\n'


def test_a_folder_without_such_files_says_nothing(tmp_path: Path) -> None:
    assert load_name_rules(tmp_path) == NameRules()


def test_all_files_of_a_folder_speak_together(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(PAIR)
    (tmp_path / "names.csv").write_bytes(b"\xef\xbb\xbfrelation,a,b\r\ndifferent,X,Y\r\n")
    (tmp_path / "names.ftm.jsonl").write_text('{"schema": "Person", "properties": {"name": "N"}}\n')
    said = load_name_rules(tmp_path)
    assert [rule.where for rule in said.rules] == ["names.toml line 1", "names.csv line 2"]
    assert [form.name for form in said.canonical] == ["N"]


def test_a_file_may_be_named_by_itself(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(PAIR)
    assert load_name_rules(tmp_path / "mine.toml").rules[0].where == "mine.toml line 1"


def test_another_line_is_another_digest(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(PAIR)
    before = load_name_rules(tmp_path).digest
    assert load_name_rules(tmp_path).digest == before
    (tmp_path / "names.toml").write_text("\n" + PAIR)
    assert before != load_name_rules(tmp_path).digest != NameRules().digest


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# a\n\xff\n", "names.toml, line 2: not UTF-8"),
        (b"# a\n#\x00\n", "names.toml, line 2: a NUL byte"),
        (b"#" * (LARGEST_BYTES + 1), "is larger than 5,000,000 bytes"),
    ],
    ids=["latin", "nul", "large"],
)
def test_a_file_that_is_no_text_of_ours_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "names.toml").write_bytes(content)
    with pytest.raises(UsageError, match=reason):
        load_name_rules(tmp_path)


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.csv").mkdir()
    with pytest.raises(UsageError, match=r"names\.csv is a folder"):
        load_name_rules(tmp_path)


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.toml").symlink_to(tmp_path / "gone.toml")
    with pytest.raises(UsageError, match=r"cannot read .*names\.toml: no such file"):
        load_name_rules(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "names.toml")
    with pytest.raises(UsageError, match="no regular file"):
        load_name_rules(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_the_right_to_read_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(PAIR)
    (tmp_path / "names.toml").chmod(0)
    with pytest.raises(UsageError, match="permission denied"):
        load_name_rules(tmp_path)


@pytest.mark.parametrize("place", ["gone", "gone.toml", "gone.txt"])
def test_a_place_that_there_is_not_is_named(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError, match="gone"):
        load_name_rules(tmp_path / place)


def test_the_template_says_nothing_until_an_example_is_taken(tmp_path: Path) -> None:
    assert tomllib.loads(names_template()) == {}
    taken = "\n".join(line.removeprefix("# ") for line in names_template().splitlines()[5:])
    (tmp_path / "names.toml").write_text(taken, encoding="utf-8")
    said = load_name_rules(tmp_path)
    assert len(said.rules) == 2 and said.canonical[0].aliases[0] == "WHO"


@pytest.mark.parametrize(
    ("fence", "name"), [("toml", "names.toml"), ("csv", "names.csv"), ("json", "names.ftm.json")]
)
def test_the_examples_in_the_documentation_are_read(tmp_path: Path, fence: str, name: str) -> None:
    page = (Path(__file__).parents[3] / "docs" / "names.md").read_text(encoding="utf-8")
    (tmp_path / name).write_text(page.split(f"```{fence}\n")[1].split("```")[0], encoding="utf-8")
    said = load_name_rules(tmp_path)
    assert said.canonical and (said.rules or said.suggested)
