"""One file becomes one source, whatever it is."""

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.model.keys import make_key
from provenance.model.sources import Source, State
from provenance.readers import read_path
from provenance.readers.files import LARGEST_BYTES

TEXT = "The harbour was quiet on Tuesday.\r\nNobody saw the ship leave.\n"


def read(folder: Path, name: str, raw: bytes) -> Source:
    (folder / name).write_bytes(raw)
    return read_path(folder, folder / name)[0]


def test_the_stored_text_of_utf8_is_the_file_with_its_line_breaks(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", TEXT.encode()).text == TEXT


def test_keys_are_made_of_path_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    source, content = read_path(tmp_path, tmp_path / "a.txt")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert content is not None
    assert (content.id, content.raw, source.content_id) == (digest, TEXT.encode(), digest)
    assert source.id == make_key("s", "a.txt", digest)


def test_two_equal_files_are_two_sources_of_one_content(tmp_path: Path) -> None:
    a, b = read(tmp_path, "a.txt", b"same text"), read(tmp_path, "b.txt", b"same text")
    assert a.id != b.id and a.content_id == b.content_id


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    source = read(tmp_path, "a.txt", b"")
    assert (source.state, source.problem) == (State.REFUSED, "the file is empty")


def test_a_file_of_white_space_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", " \n\t\u200b\u00a0\n".encode()).state is State.REFUSED


@pytest.mark.parametrize(
    "raw",
    [
        b"\x7fELF\x02\x01\x01" + bytes(60),
        b"%PDF-1.7\n1 0 obj\n",
        bytes(range(256)) * 40,
        bytes(4000),
        b"SQLite format 3\x00" + b"abc" * 100,
    ],
)
def test_a_binary_file_named_txt_is_refused(tmp_path: Path, raw: bytes) -> None:
    source = read(tmp_path, "a.txt", raw)
    assert source.state is State.REFUSED and "text" in (source.problem or "")


def test_an_unknown_format_is_skipped_and_the_known_ones_are_named(tmp_path: Path) -> None:
    source = read(tmp_path, "a.docx", b"PK")
    assert source.state is State.SKIPPED and ".txt" in (source.problem or "")


def test_suffixes_are_known_in_capitals_too(tmp_path: Path) -> None:
    assert read(tmp_path, "A.TXT", b"some words").state is State.READ


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("report.html", b'<!doctype html><meta name="generator" content="provenance 0.1.0"><p>Points.</p>'),
        ("report.md", b'# Report\n\n[//]: # (name="generator" content="provenance")\n\nPoints.\n'),
    ],
)
def test_a_report_of_our_own_is_no_document(tmp_path: Path, name: str, raw: bytes) -> None:
    source = read(tmp_path, name, raw)
    assert source.state is State.SKIPPED and "report that provenance wrote" in (source.problem or "")


def test_a_page_that_speaks_of_us_is_a_document(tmp_path: Path) -> None:
    raw = b'<!doctype html><meta name="generator" content="WordPress"><p>We used provenance on it.</p>'
    assert read(tmp_path, "page.html", raw).state is State.READ


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    source, content = read_path(tmp_path, tmp_path / "pipe.txt")
    assert source.state is State.REFUSED and content is None


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.txt")
        assert read_path(tmp_path, tmp_path / "s.txt")[0].state is State.REFUSED


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "secret.txt")
    source, content = read_path(tmp_path / "in", tmp_path / "in/link.txt")
    assert source.state is State.SKIPPED and content is None
    assert "outside the folder" in (source.problem or "")


def test_a_file_that_has_gone_is_refused_with_the_reason(tmp_path: Path) -> None:
    source, _ = read_path(tmp_path, tmp_path / "gone.txt")
    assert (source.state, source.problem) == (State.REFUSED, "cannot be read: no such file or directory")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with open(tmp_path / "big.txt", "wb") as made:
        made.truncate(LARGEST_BYTES + 1)
    source, _ = read_path(tmp_path, tmp_path / "big.txt")
    assert source.state is State.REFUSED and "too large" in (source.problem or "")


def test_a_file_without_permission_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.txt").chmod(0)
    if os.geteuid() != 0:
        source, _ = read_path(tmp_path, tmp_path / "a.txt")
        assert source.problem == "cannot be read: permission denied"
        return
    # root reads everything: another process gives its rights away first
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and not folder.stat().st_mode & 0o001 and "pytest" in str(folder):
            folder.chmod(0o755)
    script = (
        "import os; from pathlib import Path; from provenance.readers import read_path; os.setuid(65534); "
        f"print(read_path(Path({str(tmp_path)!r}), Path({str(tmp_path / 'a.txt')!r}))[0].problem)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"cannot become another user here: {done.stderr[-200:]}")
    assert done.stdout.strip() == "cannot be read: permission denied"


def test_no_content_of_any_kind_raises(tmp_path: Path) -> None:
    samples = [
        "",
        "a",
        "\ufeff",
        "a\x00b" * 9,
        "😀" * 99,
        "שלום עולם " * 30,
        "a" * 100_000,
        "\n" * 999,
        "<p" * 999,
    ]
    for number, sample in enumerate(samples):
        for suffix in ("txt", "md", "html"):
            source = read(tmp_path, f"{number}.{suffix}", sample.encode())
            for metadatum in source.metadata:
                assert metadatum.span is None or metadatum.span.end <= len(source.text)
