"""Readers that do what no reader should: given to reading processes by tests as formats of their own."""

import mmap
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Metadatum
from provenance.readers.interface import Format, Part, Reading

HERE = "strange_readers"
FORMATS = (
    Format("strange", "application/x-strange", (".strange",), f"{HERE}:read_strange"),
    Format("strange box", "application/x-strange-box", (".box",), splitter=f"{HERE}:split_box"),
)


def read_strange(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """Does what the first word of `raw` says, with the rest as its argument."""
    del source_id, settings
    action, _, argument = raw.decode().strip().partition(" ")
    return Reading(_ACTIONS[action](argument), "utf-8", "strange")


def split_box(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """One document a line; a line that begins with ! is done by the splitter itself."""
    for number, line in enumerate(opened, 1):
        if line.startswith(b"!"):
            read_strange(line[1:], "", settings)
        elif line.startswith(b">"):
            yield Part(str(number), line[1:].replace(b"|", b"\n"), "inner.box")
        else:
            given = (Metadatum("url", "box", Basis.METADATA), Metadatum("title", "box", Basis.METADATA))
            yield Part(str(number), line, "", "text/x-line", read_strange, given)


def _refused(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except OSError as error:
        return type(error).__name__
    return "done"


def _loop(_argument: str) -> str:
    while True:
        pass


def _burn(argument: str) -> str:
    end = time.process_time() + float(argument)
    while time.process_time() < end:
        pass
    return "burnt"


def _sleep(argument: str) -> str:
    time.sleep(float(argument))
    return "awake"


def _eat(argument: str) -> str:
    held = mmap.mmap(-1, int(argument) << 20)
    held.close()
    return f"ate {argument}"


_HELD: list[bytes] = []


def _hold(argument: str) -> str:
    """Keeps so many megabytes for good."""
    _HELD.append(b"x" * (int(argument) << 20))
    return f"held {argument}"


def _eat_all(_argument: str) -> str:
    held = []
    while True:
        held.append(bytearray(50_000_000))


def _shout(_argument: str) -> str:
    print("shout")
    print("shout", file=sys.stderr)
    for descriptor in (0, 1, 2):
        os.write(descriptor, b"shout" * 100)
    return "asked: " + sys.stdin.read()


def _recurse(_argument: str) -> str:
    return _recurse(_argument)


def _fail(_argument: str) -> str:
    return None.nothing  # type: ignore[attr-defined]


def _leave(_argument: str) -> str:
    sys.exit(0)


def _end(argument: str) -> str:
    os._exit(int(argument))


def _crash(_argument: str) -> str:
    os.abort()


def _crash_once(argument: str) -> str:
    """Brings the process down if it has read less than so many seconds."""
    return _crash("") if time.process_time() < float(argument) else "fine"


def _write_frames(_argument: str) -> str:
    for descriptor in range(3, 20):
        _refused(lambda descriptor=descriptor: os.write(descriptor, b"\xff" * 64))
    return "written"


def _thread(_argument: str) -> str:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append("threaded"))
    thread.start()
    thread.join()
    return found[0]


def _attempt(argument: str) -> str:
    """Tries what is forbidden; where it leads says the argument."""
    name, _, place = argument.partition(" ")
    path = Path(place)
    attempts: dict[str, Callable[[], object]] = {
        "socket": socket.socket,
        "resolve": lambda: socket.getaddrinfo("localhost", 80),
        "run": lambda: subprocess.run(["true"], check=False),
        "system": lambda: os.system("true"),
        "exec": lambda: os.execv("/bin/true", ["true"]),
        "fork": os.fork,
        "write": lambda: path.write_text("x"),
        "append": lambda: open(path, "ab"),
        "remove": path.unlink,
        "rename": lambda: path.rename(place + "2"),
        "mkdir": path.mkdir,
        "chmod": lambda: path.chmod(0),
        "link": lambda: os.link(path, place + "2"),
        "touch": lambda: os.utime(path),
        "kill": lambda: os.kill(os.getppid(), 0),
        "write-in-c": lambda: etree.ElementTree(etree.Element("a")).write(place),
    }
    return _refused(attempts[name])


_ACTIONS: dict[str, Callable[[str], str]] = {
    "say": lambda argument: argument,
    "long": lambda argument: "a" * int(argument),
    "pad": lambda _argument: "padded",
    "pid": lambda _argument: str(os.getpid()),
    "environment": lambda _argument: " ".join(sorted(os.environ)),
    "loop": _loop,
    "burn": _burn,
    "sleep": _sleep,
    "eat": _eat,
    "eat-all": _eat_all,
    "hold": _hold,
    "shout": _shout,
    "recurse": _recurse,
    "fail": _fail,
    "leave": _leave,
    "end": _end,
    "crash": _crash,
    "crash-once": _crash_once,
    "frames": _write_frames,
    "thread": _thread,
    "try": _attempt,
}
