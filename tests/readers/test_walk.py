"""Which files are found, in which order, and under which names."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.errors import NothingToRead
from provenance.model.settings import ReadingSettings
from provenance.readers import find_files
from provenance.readers.files import read_file


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return folder


def stored(*paths: Path) -> list[str]:
    return [file.stored for file in find_files(paths)]


def test_files_come_in_the_order_of_their_stored_paths(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a.txt", "C.md")
    assert stored(tmp_path) == ["C.md", "a.txt", "a/z.txt", "b.txt"]


def test_hidden_files_are_listed_hidden_folders_named_and_place_holders_left_out(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "a.txt",
        ".gitkeep",
        ".DS_Store",
        ".git/config.txt",
        ".notes",
        "sub/.hidden.txt",
        "sub/.keep",
    )
    assert stored(tmp_path) == [".git", ".notes", "a.txt", "sub/.hidden.txt"]


def test_a_hidden_folder_that_is_given_is_walked(tmp_path: Path) -> None:
    fill(tmp_path, ".notes/a.txt")
    assert stored(tmp_path / ".notes") == ["a.txt"]


def test_our_own_database_is_no_source(tmp_path: Path) -> None:
    folder = fill(tmp_path, "a.txt", "db/p.db", "db/p.db.lock", "db/p.db-journal", "db/other.db")
    without = find_files([folder], folder / "db" / "p.db")
    assert [file.stored for file in without] == ["a.txt", "db/other.db"]
    assert stored(folder)[1:] == [
        "db/other.db",
        "db/p.db",
        "db/p.db-journal",
        "db/p.db.lock",
    ]
    with pytest.raises(NothingToRead, match="holds no files"):
        find_files([fill(tmp_path / "new", "p.db")], tmp_path / "new" / "p.db")


def test_a_file_given_by_itself_is_stored_under_its_name(tmp_path: Path) -> None:
    fill(tmp_path, "deep/down/a.txt")
    assert stored(tmp_path / "deep/down/a.txt") == ["a.txt"]


def test_a_file_that_two_paths_reach_counts_once(tmp_path: Path) -> None:
    fill(tmp_path, "sub/a.txt")
    assert stored(tmp_path, tmp_path / "sub") == ["sub/a.txt"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.txt", "two/a.txt")
    assert stored(tmp_path / "one", tmp_path / "two") == ["a.txt", "two/a.txt"]


def test_bytes_that_are_no_utf8_are_shown_in_the_stored_path(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as made:
            made.write(b"text")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert stored(tmp_path) == ["caf\\xe9.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match=r"no such file or folder.*nowhere"):
        find_files([tmp_path / "nowhere"])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, ".gitkeep")
    with pytest.raises(NothingToRead, match="holds no files"):
        find_files([tmp_path])


def test_a_linked_folder_is_listed_and_not_walked(tmp_path: Path) -> None:
    fill(tmp_path, "inside/a.txt")
    (tmp_path / "inside/loop").symlink_to(tmp_path)
    assert stored(tmp_path / "inside") == ["a.txt", "loop"]


def test_the_order_does_not_depend_on_the_order_of_the_paths(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.txt", "two/b.txt")
    assert stored(tmp_path / "two", tmp_path / "one") == stored(tmp_path / "one", tmp_path / "two")


def test_a_folder_with_the_name_of_a_document_is_walked(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt/inner.txt")
    assert stored(tmp_path) == ["a.txt/inner.txt"]


def test_names_with_control_characters_are_names_like_others(tmp_path: Path) -> None:
    names = sorted(("a\nb.txt", "a\tb.txt", "a\x1b[31mb.txt", " a.txt ", "-rf.txt", "x" * 251 + ".txt"))
    fill(tmp_path, *names)
    assert stored(tmp_path) == names


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder with a file 1,200 folders down: deeper than functions that call themselves get."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_200):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    with open(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w") as made:
        made.write("text")
    os.close(here)
    yield tmp_path
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # shutil.rmtree calls itself


def test_folders_of_any_depth_are_walked(deep: Path) -> None:
    (file,) = find_files([deep])
    assert file.stored == "d/" * 1_200 + "a.txt"
    (document,) = read_file(file.root, file.path, file.stored, ReadingSettings())
    assert document.source.text == "text"


def test_files_below_a_root_that_is_a_link_can_be_read_under_any_stored_path(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.txt", "real/a.txt")
    (tmp_path / "two").symlink_to("real")
    for file in find_files([tmp_path / "one", tmp_path / "two"]):
        (document,) = read_file(file.root, file.path, file.stored, ReadingSettings())
        assert document.source.text == "text"


def test_a_folder_that_cannot_be_listed_is_listed_itself(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "locked/b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        expected = ["a.txt", "locked/b.txt"] if os.geteuid() == 0 else ["a.txt", "locked"]
        assert stored(tmp_path) == expected
    finally:
        (tmp_path / "locked").chmod(0o755)
