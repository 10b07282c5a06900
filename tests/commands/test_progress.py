"""What a person sees of a run while it goes on."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.commands._progress import clip_cells, describe_file, draw_bar
from provenance.model.sources import State
from provenance.stages.progress import FileProgress, gravest
from tests.commands.pile import call, write_pile


def test_every_file_is_named_with_state_and_time_when_asked_for(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    (raw / "two.jsonl").write_text('{"text": "One thing was said."}\n{"text": "Another was not."}\n')
    options = ("--db", str(tmp_path / "p.db"), "-v", "run", str(raw), "--model", "none", "--until", "ingest")
    first = [line.split() for line in call(*options).stderr.splitlines() if line.startswith("  ")]
    assert [(line[0], line[3]) for line in first] == [
        ("read", "arabic.txt"),
        ("read", "local/morning.md"),
        ("skipped", "photo.jpg"),
        ("read", "two.jsonl"),
        ("read", "wire.txt"),
    ]
    assert first[3][4:] == ["(2", "documents)"] and all(line[2] == "s" for line in first)
    again = [line.split()[0] for line in call(*options).stderr.splitlines() if line.startswith("  ")]
    assert again.count("unchanged") >= 4


def run_on_terminal(*arguments: str) -> str:
    """What a run writes to a terminal as its standard error."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "provenance", *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # Linux tells the end of a terminal so
                break
            if not part:
                break
            said += part
        running.wait()
    os.close(ours)
    return said.decode()


def test_a_terminal_gets_a_bar_that_is_wiped_away(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    (raw / "a\x1b[31mred\n.txt").write_text("A text with a name that would colour the terminal.\n")
    said = run_on_terminal(
        *("--db", str(tmp_path / "p.db"), "run", str(raw), "--model", "none", "--until", "ingest")
    )
    assert "ingest: [####################] 5/5 " in said and "\x1b" not in said
    line = ""
    for part in said.split("\r"):
        line = part if part.strip() else ""
    assert "ingest" not in line


def test_nothing_is_drawn_where_nobody_looks(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    done = call("--db", str(tmp_path / "p.db"), "run", str(raw), "--model", "none", "--until", "ingest")
    assert "\r" not in done.stderr and "#" not in done.stderr


@pytest.mark.parametrize(
    ("text", "width", "clipped"), [("abc", 2, "ab"), ("日本語", 5, "日本"), ("", 3, ""), ("é", 0, "")]
)
def test_text_is_clipped_by_the_cells_it_takes(text: str, width: int, clipped: str) -> None:
    assert clip_cells(text, width) == clipped


def test_bar_is_full_at_the_end_and_never_fuller() -> None:
    assert [draw_bar(done, 3).count("#") for done in range(4)] == [0, 6, 13, 20]
    assert draw_bar(0, 0).count("#") == 0


def test_file_of_several_documents_counts_as_its_gravest() -> None:
    assert gravest([State.READ, State.REFUSED]) is State.REFUSED
    assert gravest([State.SKIPPED, State.READ]) is State.READ
    assert gravest([]) is State.SKIPPED
    assert describe_file(FileProgress("a\nb", "read", 1, 0.5, 1, 1)).split() == [
        "read",
        "0.50",
        "s",
        "a",
        "b",
    ]
