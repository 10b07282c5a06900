"""Opening with care: links, pipes, long paths, and files that change while they are read."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import State
from provenance.readers.files import read_file
from provenance.readers.interface import Document
from provenance.readers.opening import Watched, explain_refusal, open_regular

SETTINGS = ReadingSettings()
RACE_SECONDS = 0.8


def read(root: Path, name: str) -> Document:
    (document,) = read_file(root, root / name, name, SETTINGS)
    return document


def code(root: Path, name: str) -> tuple[State, Code]:
    source = read(root, name).source
    return source.state, source.notices[0].code


def test_what_is_no_regular_file_is_skipped_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        assert code(tmp_path, "socket.txt") == (State.SKIPPED, Code.NOT_REGULAR_FILE)
    assert code(tmp_path, "pipe.txt") == (State.SKIPPED, Code.NOT_REGULAR_FILE)
    assert code(Path("/dev"), "zero") == (State.SKIPPED, Code.NOT_REGULAR_FILE)


def test_links_are_skipped_each_under_its_code(tmp_path: Path) -> None:
    root = tmp_path / "in"
    (root / "sub").mkdir(parents=True)
    (root / "a.txt").write_text("text")
    (tmp_path / "secret.txt").write_text("secret")
    for name, target in {
        "out.txt": "../secret.txt",
        "root": "/",
        "in.txt": "a.txt",
        "gone.txt": "nowhere.txt",
        "loop.txt": "loop.txt",
        "sub/again": "..",
        "gone-outside.txt": "/nowhere/at/all",
    }.items():
        (root / name).symlink_to(target)
    assert {name: code(root, name) for name in ("out.txt", "root", "in.txt", "gone.txt", "loop.txt")} == {
        "out.txt": (State.SKIPPED, Code.SYMLINK_OUTSIDE),
        "root": (State.SKIPPED, Code.SYMLINK_OUTSIDE),
        "in.txt": (State.SKIPPED, Code.SYMLINK),
        "gone.txt": (State.SKIPPED, Code.SYMLINK_DANGLING),
        "loop.txt": (State.SKIPPED, Code.SYMLINK_LOOP),
    }
    assert code(root, "sub/again") == (State.SKIPPED, Code.SYMLINK_LOOP)
    assert code(root, "gone-outside.txt") == (State.SKIPPED, Code.SYMLINK_DANGLING)


def test_a_folder_in_the_path_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/sub").symlink_to(tmp_path / "elsewhere")
    assert code(tmp_path / "in", "sub/a.txt") == (State.SKIPPED, Code.SYMLINK_OUTSIDE)


def test_the_folder_that_was_named_may_be_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_text("text")
    (tmp_path / "named").symlink_to("real")
    assert read(tmp_path / "named", "a.txt").source.text == "text"


def test_what_has_gone_is_refused_as_vanished(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for name in ("gone.txt", "gone/a.txt", "file/a.txt"):
        assert code(tmp_path, name) == (State.REFUSED, Code.VANISHED)


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text("secret")
    with pytest.raises(Unreadable, match="does not lie"), open_regular(tmp_path / "in", tmp_path / "a.txt"):
        pass
    assert code(tmp_path / "in", "../a.txt") == (State.REFUSED, Code.CANNOT_READ)


def test_a_hidden_folder_is_skipped_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert code(tmp_path, ".git") == (State.SKIPPED, Code.HIDDEN)


def test_a_folder_that_could_not_be_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    assert code(tmp_path, "locked") == (State.REFUSED, Code.CANNOT_READ)


@contextmanager
def racing(act: Callable[[], None]) -> Iterator[None]:
    """Does `act` over and over beside the block."""
    is_over = threading.Event()

    def run() -> None:
        while not is_over.is_set():
            with suppress(FileNotFoundError):
                act()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def take(root: Path, name: str) -> tuple[str | None, str]:
    """(None, text) or (code, "") of a file's bytes, as read_file comes by them."""
    try:
        with open_regular(root, root / name) as opened:
            return None, Watched(opened).read_all().decode()
    except Unreadable as reason:
        return str(reason.code), ""
    except OSError as error:
        return str(explain_refusal(error).code), ""


def race(folder: Path, act: Callable[[], None], name: str = "a.txt") -> list[tuple[str | None, str]]:
    """What reading a file many times gives while `act` goes on."""
    with racing(act):
        end = time.monotonic() + RACE_SECONDS
        found = []
        while len(found) <= 5 or (time.monotonic() < end and len(found) < 500):  # at least six, however busy
            found.append(take(folder, name))
    assert len(found) > 5
    return found


def test_a_file_that_grows_or_shrinks_is_read_whole_or_refused(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    whole = "".join(f"Line {number} stands here. " for number in range(20_000))
    half = whole[: len(whole) // 2]
    place.write_text(whole)

    def shrink_and_grow() -> None:
        with open(place, "r+") as opened:
            opened.truncate(len(half))
            opened.seek(len(half))
            opened.write(whole[len(half) :])

    found = race(tmp_path, shrink_and_grow)
    assert {reason for reason, _ in found} <= {None, "changed-during-read"}
    assert all(whole.startswith(text) and len(text) >= len(half) for reason, text in found if not reason)


def test_a_file_that_is_overwritten_in_place_is_one_version_or_refused(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    versions = [f"Version {letter}. " * 60_000 for letter in "AB"]
    place.write_text(versions[0])
    turns = iter(range(10**9))

    def overwrite() -> None:
        with open(place, "r+", buffering=1 << 22) as opened:
            opened.write(versions[next(turns) % 2])

    for reason, text in race(tmp_path, overwrite):
        assert reason == "changed-during-read" or text in versions


def test_a_file_that_is_replaced_is_one_version(tmp_path: Path) -> None:
    place, other = tmp_path / "a.txt", tmp_path / "b.txt"
    versions = [f"Version {letter}. " * 3_000 for letter in "AB"]
    place.write_text(versions[0])
    turns = iter(range(10**9))

    def replace() -> None:
        other.write_text(versions[next(turns) % 2])
        other.rename(place)

    assert {reason for reason, text in race(tmp_path, replace) if text not in versions} == set()


def test_a_file_that_comes_and_goes_is_read_or_vanished(tmp_path: Path) -> None:
    place, other = tmp_path / "a.txt", tmp_path / "b.txt"
    other.write_text("text")

    def come_and_go() -> None:
        os.link(other, place)
        place.unlink()

    assert set(race(tmp_path, come_and_go)) <= {(None, "text"), ("vanished", "")}


def test_a_file_that_is_swapped_for_a_link_is_never_followed(tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    place, file, link = root / "a.txt", root / "file", root / "link"

    def swap() -> None:
        link.symlink_to(tmp_path / "secret.txt")
        link.rename(place)
        file.write_text("text")
        file.rename(place)

    swap()
    found = set(race(root, swap))
    assert found <= {(None, "text"), ("symlink-outside", ""), ("symlink", "")} and "secret" not in str(found)


def test_a_folder_that_is_swapped_for_a_link_is_never_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "in", tmp_path / "out"
    (root / "real").mkdir(parents=True)
    outside.mkdir()
    (root / "real/a.txt").write_text("text")
    (outside / "a.txt").write_text("secret")

    def swap() -> None:
        (root / "real").rename(root / "sub")
        (root / "sub").rename(root / "real")
        (root / "sub").symlink_to(outside)
        (root / "sub").unlink()

    found = race(root, swap, "sub/a.txt")
    assert "secret" not in str(found)
    assert {reason for reason, _ in found} <= {
        None,
        "vanished",
        "symlink-outside",
        "symlink",
        "symlink-dangling",
    }


def test_paths_of_any_length_are_opened(tmp_path: Path) -> None:
    names = ["d" * 200] * 30
    here = os.open(tmp_path, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    with open(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w") as made:
        made.write("text")
    os.close(here)
    deep = Path(*names, "a.txt")
    assert read(tmp_path, str(deep)).source.text == "text"
    root = tmp_path / Path(*names)
    with open_regular(root, root / "a.txt") as opened:
        assert opened.read() == b"text"


def test_skipped_is_raised_for_a_pipe_when_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    with pytest.raises(Skipped, match="pipe"), open_regular(tmp_path, tmp_path / "p"):
        pass
