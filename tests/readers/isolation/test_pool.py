"""Reading in processes of their own: order, limits, breakdowns, and that nothing is left behind."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Source, State
from provenance.readers import find_files, read_files
from provenance.readers.interface import Document, FileEnd, Format

HERE = Path(__file__).parent
ONE = ReadingSettings(jobs=1)


@pytest.fixture(autouse=True)
def strange_formats(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(HERE))
    yield
    assert children() == []


def formats() -> tuple[Format, ...]:
    import strange_readers

    return tuple(strange_readers.FORMATS)


def children() -> list[int]:
    """Processes that this one has started and that are still there, dead or alive."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.append(int(place.parent.name))
    return found


def read(folder: Path, settings: ReadingSettings = ONE, **texts: str) -> list[Source]:
    """The sources of files named as the keywords, _ for the dot before the suffix."""
    for name, text in texts.items():
        (folder / ".".join(name.rsplit("_", 1))).write_text(text)
    items = list(read_files(find_files([folder]), settings, formats=formats()))
    return [item.source for item in items if isinstance(item, Document)]


def only_code(source: Source) -> Code:
    assert source.state is State.REFUSED and source.text == ""
    return source.notices[0].code


def test_documents_and_ends_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    for number in range(90):
        (tmp_path / f"{number:03}.strange").write_text(f"burn {0.01 if number % 7 else 0.1}")
    files = find_files([tmp_path])
    items = list(read_files(files, ReadingSettings(jobs=2), formats=formats()))
    ends = [item for item in items if isinstance(item, FileEnd)]
    assert [end.file for end in ends] == files and {end.count for end in ends} == {1}
    assert [type(item) for item in items] == [Document, FileEnd] * 90


def test_no_files_need_no_process() -> None:
    assert list(read_files([], ONE)) == []


def test_the_end_of_a_file_tells_its_digest_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.strange").write_text("burn 0.2")
    (tmp_path / "b.strange").mkdir()
    (tmp_path / "b.strange" / "c.txt").symlink_to("nowhere")
    first, second = [
        item
        for item in read_files(find_files([tmp_path]), ONE, formats=formats())
        if isinstance(item, FileEnd)
    ]
    assert first.digest == hashlib.sha256(b"burn 0.2").hexdigest() and 0.2 <= first.cpu_seconds < 5
    assert second.digest is None and second.count == 1


def test_a_reader_that_never_ends_is_stopped_by_processor_time(tmp_path: Path) -> None:
    sources = read(tmp_path, evolve(ONE, cpu_seconds=1), a_strange="loop", b_strange="say on")
    assert only_code(sources[0]) is Code.CPU_LIMIT and "cpu_seconds in [reading]" in str(sources[0].problem)
    assert sources[1].text == "on"


def test_processor_time_below_the_limit_is_granted_to_each_document_anew(tmp_path: Path) -> None:
    sources = read(tmp_path, evolve(ONE, cpu_seconds=1), **{f"{n}_strange": "burn 0.7" for n in "abc"})
    assert [source.text for source in sources] == ["burnt"] * 3


def test_a_reader_that_waits_is_stopped_by_the_clock(tmp_path: Path) -> None:
    settings = evolve(ONE, wall_seconds=2)
    sources = read(tmp_path, settings, a_strange="sleep 60", b_strange="say on", c_strange="sleep 1")
    assert only_code(sources[0]) is Code.WALL_LIMIT and "wall_seconds in [reading]" in str(sources[0].problem)
    assert [source.text for source in sources[1:]] == ["on", "awake"]


def test_a_caller_that_takes_its_time_costs_no_document_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.strange").write_text("say on")
    (tmp_path / "b.strange").write_text("sleep 1.5")
    found = []
    for item in read_files(find_files([tmp_path]), evolve(ONE, wall_seconds=2), formats=formats()):
        time.sleep(0.7)
        found.append(item)
    assert [item.source.state for item in found if isinstance(item, Document)] == [State.READ] * 2


def test_memory_is_limited_and_the_next_file_is_read(tmp_path: Path) -> None:
    settings = evolve(ONE, memory_megabytes=256)
    sources = read(tmp_path, settings, a_strange="eat-all", b_strange="say on", c_strange="eat 200")
    assert only_code(sources[0]) is Code.MEMORY_LIMIT
    assert "takes more than 256 MB (memory_megabytes in [reading])" in str(sources[0].problem)
    assert [source.text for source in sources[1:]] == ["on", "ate 200"]


def test_a_process_that_has_grown_makes_way_for_a_fresh_one_between_two_documents(tmp_path: Path) -> None:
    settings = evolve(ONE, memory_megabytes=256)
    sources = read(tmp_path, settings, a_box="pid\nhold 150\npid\npid\n", b_strange="pid")
    first, held, second, third, last = [source.text for source in sources]
    assert held == "held 150" and first != second and second == third == last
    assert {source.state for source in sources} == {State.READ}


def test_a_text_may_have_just_so_many_characters(tmp_path: Path) -> None:
    settings = evolve(ONE, largest_text_characters=1000)
    below, above = read(tmp_path, settings, a_strange="long 1000", b_strange="long 1001")
    assert (below.state, len(below.text)) == (State.READ, 1000)
    assert only_code(above) is Code.OUTPUT_LIMIT and "largest_text_characters" in str(above.problem)


def test_a_breakdown_is_named_and_the_next_file_is_read(tmp_path: Path) -> None:
    crash, end, sound = read(tmp_path, a_strange="crash", b_strange="end 0", c_strange="say on")
    assert only_code(crash) is Code.READER_CRASHED and "SIGABRT" in str(crash.problem)
    assert only_code(end) is Code.READER_CRASHED and "status 0" in str(end.problem)
    assert sound.text == "on"


def test_whatever_a_reader_raises_is_a_refused_document(tmp_path: Path) -> None:
    actions = ("fail", "recurse", "leave", "unknown", "say on")
    *broken, sound = read(tmp_path, **{f"{n}_strange": action for n, action in enumerate(actions)})
    assert {only_code(source) for source in broken} == {Code.DOCUMENT_DAMAGED} and sound.text == "on"
    names = ("AttributeError", "RecursionError", "SystemExit", "KeyError")
    assert all(name in str(source.problem) for name, source in zip(names, broken, strict=True))


def test_a_container_goes_on_after_each_document_that_breaks_down(tmp_path: Path) -> None:
    sources = read(tmp_path, a_box="say 1\ncrash\nsay 3\nend 1\nfail\nsay 6\n", b_strange="say on")
    assert [source.path for source in sources] == [*(f"a.box#{n}" for n in range(1, 7)), "b.strange"]
    assert [source.text for source in sources] == ["1", "", "3", "", "", "6", "on"]
    assert [source.notices[0].code.value for source in sources if source.notices] == [
        "reader-crashed",
        "reader-crashed",
        "document-damaged",
    ]


def test_a_container_of_breakdowns_is_given_up_after_five(tmp_path: Path) -> None:
    sources = read(tmp_path, a_box="say 1\n" + "crash\n" * 9 + "say 11\n", b_strange="say on")
    assert [source.path for source in sources[-2:]] == ["a.box", "b.strange"]
    assert len(sources) == 8 and "after 6 documents: 5 of its documents broke" in str(sources[6].problem)


def test_a_container_that_breaks_down_between_documents_keeps_the_first_ones(tmp_path: Path) -> None:
    sources = read(tmp_path, a_box="say 1\nsay 2\n!crash\nsay 4\n", b_strange="say on")
    assert [source.path for source in sources] == ["a.box#1", "a.box#2", "a.box", "b.strange"]
    assert "after 2 documents: its reading process broke down (SIGABRT)" in str(sources[2].problem)


def test_a_container_inside_a_container_goes_on_after_a_breakdown(tmp_path: Path) -> None:
    sources = read(tmp_path, a_box=">say 1|crash|say 3\nsay 4\n")
    assert [(source.path, source.text) for source in sources] == [
        ("a.box#1#1", "1"),
        ("a.box#1#2", ""),
        ("a.box#1#3", "3"),
        ("a.box#2", "4"),
    ]


def test_nothing_that_a_reader_prints_comes_out(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert [source.text for source in read(tmp_path, a_strange="shout")] == ["asked: "]
    assert capfd.readouterr() == ("", "")


def test_what_is_no_frame_is_a_breakdown(tmp_path: Path) -> None:
    broken, sound = read(tmp_path, a_strange="frames", b_strange="say on")
    assert only_code(broken) in (Code.OUTPUT_LIMIT, Code.READER_CRASHED) and sound.text == "on"


def test_a_process_reads_many_files_and_does_not_learn_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_PASSWORD", "secret")
    pids = {f"{letter}_strange": "pid" for letter in "cdefghijklmnop"}
    environment, threaded, *rest = read(tmp_path, a_strange="environment", b_strange="thread", **pids)
    assert "PATH" in environment.text and "SOME_PASSWORD" not in environment.text
    assert threaded.text == "threaded"
    assert len({source.text for source in rest}) == 1


def test_what_is_held_does_not_grow_with_what_a_slow_file_keeps_waiting(tmp_path: Path) -> None:
    (tmp_path / "a.strange").write_text("sleep 1")
    (tmp_path / "b.box").write_text(f"pad {'x' * 2_000_000}\n" * 120)
    for number in range(100):
        (tmp_path / f"c{number:03}.strange").write_text("say on")
    before = peak_megabytes()
    texts = [
        item.source.text
        for item in read_files(find_files([tmp_path]), ReadingSettings(jobs=2), formats=formats())
        if isinstance(item, Document)
    ]
    assert texts == ["awake"] + ["padded"] * 120 + ["on"] * 100
    assert peak_megabytes() - before < 120  # 240 million bytes have come by


def peak_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_an_abandoned_iterator_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_text("say 1\nsleep 60\n")
    items = read_files(find_files([tmp_path]), ONE, formats=formats())
    next(iter(items))
    assert len(children()) == 1
    del items
    assert children() == []


SCRIPT = """
import sys, os
from pathlib import Path
from provenance.readers import find_files, read_files
from provenance.model.settings import ReadingSettings
import strange_readers
files = find_files([Path(sys.argv[1])])
for item in read_files(files, ReadingSettings(jobs=1), formats=strange_readers.FORMATS):
    if hasattr(item, "source"):
        print(item.source.text, flush=True)
"""


def start(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """A script that reads `folder`, and its reading process's number, which is at work."""
    (folder / "a.box").write_text("pid\nsleep 60\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    script = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert script.stdout is not None
    return script, int(script.stdout.readline())


def is_gone(pid: int) -> bool:
    """Within three seconds."""
    for _ in range(300):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_its_parent(tmp_path: Path, how: signal.Signals) -> None:
    script, pid = start(tmp_path)
    script.send_signal(how)
    _out, problem = script.communicate(timeout=10)
    assert is_gone(pid)
    assert ("KeyboardInterrupt" in problem) == (how is signal.SIGINT)


def test_a_process_that_is_killed_from_outside_while_it_waits_costs_no_document(tmp_path: Path) -> None:
    for name in "abcdefghijkl":
        (tmp_path / f"{name}.strange").write_text("pid")
    found = []
    for item in read_files(find_files([tmp_path]), ONE, formats=formats()):
        if isinstance(item, Document):
            found.append(item.source.state)
            if len(found) == 3:
                time.sleep(0.5)  # until it has read what it was given and waits
                os.kill(int(item.source.text), signal.SIGKILL)
                time.sleep(0.1)
    assert found == [State.READ] * 12
