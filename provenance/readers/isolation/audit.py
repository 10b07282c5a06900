"""Refuses what no reader needs from inside the interpreter, on every system: sockets, programs, writing."""

import os
import sys

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_FAMILIES = frozenset(
    "socket ssl subprocess pty ctypes ftplib http imaplib nntplib poplib smtplib telnetlib urllib webbrowser "
    "shutil tempfile sqlite3 msvcrt winreg ensurepip syslog".split()
)
"""First part of the names of events that are refused as a whole."""

_EVENTS = frozenset(
    "os.system os.exec os.fork os.forkpty os.posix_spawn os.spawn os.startfile os.kill os.killpg "
    "os.startfile/2 os.remove os.rename os.rmdir os.mkdir os.link os.symlink os.truncate os.chmod "
    "os.chown os.utime os.chflags os.setxattr os.removexattr os.chdir os.lockf os.add_dll_directory "
    "signal.pthread_kill resource.prlimit sys.addaudithook sys.settrace sys.setprofile".split()
)


def forbid() -> None:
    """From now on the events above raise PermissionError in this interpreter. It cannot be undone.

    Pure Python that was led astray by a file is held by this; code that was injected into a library written
    in C is not: for that there is the filter of system calls (seccomp.py).
    """
    sys.addaudithook(_judge)


def _judge(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        if _is_writing(arguments):
            message = "a reading process writes no file"
            raise PermissionError(message)
    elif event in _EVENTS or event.partition(".")[0] in _FAMILIES:
        message = f"not allowed in a reading process: {event}"
        raise PermissionError(message)


def _is_writing(arguments: tuple[object, ...]) -> bool:
    """The arguments of the event: path, mode of open() or None, flags of the system call."""
    mode, flags = arguments[1], arguments[2]
    if isinstance(flags, int) and flags & _WRITING:
        return True
    return isinstance(mode, str) and any(letter in mode for letter in "wax+")
