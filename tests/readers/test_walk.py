"""Which files are found, in which order, and under which names."""

import os
from pathlib import Path

import pytest

from provenance.errors import NothingToRead
from provenance.readers import find_files


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return folder


def stored(*paths: Path) -> list[str]:
    return [name for _, _, name in find_files(paths)]


def test_files_come_in_the_order_of_their_stored_paths(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a.txt", "C.md")
    assert stored(tmp_path) == ["C.md", "a.txt", "a/z.txt", "b.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".gitkeep", ".git/config.txt", "sub/.hidden.txt")
    assert stored(tmp_path) == ["a.txt"]


def test_our_own_database_is_no_source(tmp_path: Path) -> None:
    folder = fill(tmp_path, "a.txt", "db/p.db", "db/p.db.lock", "db/p.db-journal", "db/other.db")
    assert [name for *_, name in find_files([folder], folder / "db" / "p.db")] == ["a.txt", "db/other.db"]
    assert [name for *_, name in find_files([folder])][1:] == [
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
    fill(tmp_path, ".hidden")
    with pytest.raises(NothingToRead, match="holds no files"):
        find_files([tmp_path])


def test_a_linked_folder_is_listed_and_not_walked(tmp_path: Path) -> None:
    fill(tmp_path, "inside/a.txt")
    (tmp_path / "inside/loop").symlink_to(tmp_path)
    assert stored(tmp_path / "inside") == ["a.txt", "loop"]


def test_the_order_does_not_depend_on_the_order_of_the_paths(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.txt", "two/b.txt")
    assert stored(tmp_path / "two", tmp_path / "one") == stored(tmp_path / "one", tmp_path / "two")
