"""What a reading process cannot do, tried in one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.model.settings import ReadingSettings
from provenance.readers import find_files, read_files
from provenance.readers.interface import Document
from provenance.readers.isolation.sandbox import describe_sandbox
from provenance.readers.isolation.seccomp import make_filter

HERE = Path(__file__).parent
WITHOUT_FILTER = not make_filter or os.uname().machine not in ("x86_64", "aarch64") or sys.platform != "linux"
ATTEMPTS = (
    "socket resolve run system exec fork write append remove rename mkdir chmod link touch kill write-in-c"
).split()


def test_a_reader_gets_no_socket_no_program_no_process_and_changes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    import strange_readers

    (tmp_path / "in").mkdir()
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    for attempt in ATTEMPTS:
        place = tmp_path / "new" if attempt in ("write", "mkdir", "write-in-c") else victim
        (tmp_path / "in" / f"{attempt}.strange").write_text(f"try {attempt} {place}")
    found = {
        item.source.path.partition(".")[0]: item.source.text or item.source.problem
        for item in read_files(
            find_files([tmp_path / "in"]), ReadingSettings(jobs=1), formats=strange_readers.FORMATS
        )
        if isinstance(item, Document)
    }
    assert found == dict.fromkeys(ATTEMPTS, "PermissionError")
    assert sorted(os.listdir(tmp_path)) == ["in", "victim"] and victim.read_text() == "untouched"


FILTERED = """
import os, signal, socket, subprocess, sys, threading, time, resource
from provenance.readers.isolation.seccomp import install_filter
assert install_filter()
victim = sys.argv[1]
def refused(attempt):
    try:
        attempt()
    except PermissionError:
        return True
    return False
attempts = dict(
    socket=lambda: socket.socket(), unix=lambda: socket.socket(socket.AF_UNIX),
    pair=lambda: socket.socketpair(),
    fork=lambda: os.fork(), spawn=lambda: os.posix_spawn("/bin/true", ["true"], {}),
    run=lambda: subprocess.run(["true"]), exec=lambda: os.execv("/bin/true", ["true"]),
    write=lambda: open(victim, "w"), update=lambda: open(victim, "r+"), append=lambda: open(victim, "a"),
    create=lambda: open(victim + "2", "x"), nothing=lambda: open("/dev/null", "w"),
    remove=lambda: os.remove(victim), rename=lambda: os.rename(victim, victim + "2"),
    link=lambda: os.link(victim, victim + "2"), symlink=lambda: os.symlink(victim, victim + "2"),
    mkdir=lambda: os.mkdir(victim + "2"), chmod=lambda: os.chmod(victim, 0),
    chown=lambda: os.chown(victim, 1, 1),
    touch=lambda: os.utime(victim), truncate=lambda: os.truncate(victim, 0),
    fifo=lambda: os.mkfifo(victim + "2"),
    attribute=lambda: os.setxattr(victim, "user.a", b"1"), memory=lambda: os.memfd_create("a"),
    kill=lambda: os.kill(os.getppid(), 0), group=lambda: os.kill(0, signal.SIGCONT),
    limits=lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU), identity=lambda: os.setuid(65534),
    root=lambda: os.chroot("/"), nice=lambda: os.setpriority(os.PRIO_PROCESS, 0, 5),
)
print([name for name, attempt in attempts.items() if not refused(attempt)])
found = []
thread = threading.Thread(target=lambda: found.append(open(victim).read()))
thread.start(); thread.join()
os.kill(os.getpid(), 0); resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); os.listdir("/"); time.sleep(0.001)
print(found)
"""


@pytest.mark.skipif(WITHOUT_FILTER, reason="no filter of system calls on this system")
def test_the_filter_alone_holds_what_the_interpreter_does_not_hear_of(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    command = [sys.executable, "-c", FILTERED, str(victim)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n['untouched']\n", "")
    assert victim.read_text() == "untouched" and os.listdir(tmp_path) == ["victim"]


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_is_a_program_that_the_kernel_takes(machine: str) -> None:
    program = make_filter(machine, 4711)
    assert len(program) < 4096  # BPF_MAXINSNS
    for place, (code, if_true, if_false, value) in enumerate(program):
        assert 0 <= value < 1 << 32 and max(if_true, if_false) < 256
        if code not in (0x20, 0x06):
            assert place + 1 + max(if_true, if_false) < len(program)
    assert program[-1] == (0x06, 0, 0, 0x7FFF0000)


def test_a_person_can_ask_what_holds_here() -> None:
    sentences = describe_sandbox(ReadingSettings(memory_megabytes=777))
    assert any("by the interpreter" in sentence for sentence in sentences)
    if not WITHOUT_FILTER:
        assert any("777 MB" in sentence for sentence in sentences)
        assert any("by Linux" in sentence for sentence in sentences)


HEAVY = "import sys; from provenance.readers import read_files; print([m for m in {!r} if m in sys.modules])"


def test_the_parent_does_not_load_the_parsers() -> None:
    heavy = (
        "numpy",
        "lxml",
        "pypdf",
        "docx",
        "trafilatura",
        "odfdo",
        "warcio",
        "charset_normalizer",
        "ctypes",
    )
    command = [sys.executable, "-c", HEAVY.format(heavy)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
