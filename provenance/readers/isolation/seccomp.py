"""A filter of system calls for a reading process: no socket, no program, no process, no change to a file."""

import ctypes
import os
import platform
import struct
import sys

from provenance.readers.isolation.syscalls import ABSENT, FORBIDDEN, JUDGED

_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Name → place in the tables of numbers, and AUDIT_ARCH_ of linux/audit.h."""
_X32_BIT = 0x40000000
"""Set in the numbers of a second interface of x86_64, which is refused as a whole."""

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 1, 22, 38, 2
_CLONE_THREAD = 0x10000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_TERMINAL_INPUT = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX: they put words into the mouth of whoever sits at the terminal."""

_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
"""Instructions of classic BPF: load a word of the call's data, jump if, return."""
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_EPERM, _ENOSYS = 1, 38

Instruction = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def end_with_parent(parent: int) -> bool:
    """Asks Linux to kill this process when the thread that started it ends; is `parent` still there?

    Where it has ended already, this process should end by itself.
    """
    if not sys.platform.startswith("linux"):
        return os.getppid() == parent
    kill = 9
    _call_prctl(_PR_SET_PDEATHSIG, kill, 0)
    return os.getppid() == parent


def install_filter() -> str | None:
    """Installs the filter for this process for good; the architecture's name, None if the system has none.

    Refused calls fail with EPERM, as if rights were missing, so that a library can give up in good order.
    A filter sees numbers, not names: which file is opened for reading, it cannot judge.
    """
    machine = platform.machine()
    if not sys.platform.startswith("linux") or machine not in _ARCHITECTURES or sys.maxsize < 1 << 32:
        return None
    code = b"".join(struct.pack("<HBBI", *line) for line in make_filter(machine, os.getpid()))
    program = _Program(len(code) // 8, code)
    try:
        _call_prctl(_PR_SET_NO_NEW_PRIVS, 1, 0)
        _call_prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program))
    except OSError:
        return None
    return machine


def make_filter(machine: str, pid: int) -> list[Instruction]:
    """The program for an architecture and a process: (code, jump if true, jump if false, value)."""
    place, architecture = _ARCHITECTURES[machine]
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, 0, 1, _X32_BIT),
        (_RETURN, 0, 0, _REFUSE | _ENOSYS),
    ]
    for numbers, error in ((FORBIDDEN, _EPERM), (ABSENT, _ENOSYS)):
        for pair in numbers.values():
            if (number := pair[place]) is not None:
                program += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE | error)]
    for name, pair in JUDGED.items():
        number = pair[place]
        if number is not None:
            judgement = _judge(name, pid)
            program += [(_EQUAL, 0, len(judgement), number), *judgement]
    return [*program, (_RETURN, 0, 0, _ALLOW)]


def _judge(name: str, pid: int) -> list[Instruction]:
    """What follows once the call is known to be `name`."""
    allow, refuse = (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE | _EPERM)
    if name in ("open", "openat"):
        return [_argument(1 if name == "open" else 2), (_ANY_BIT, 1, 0, _WRITING), allow, refuse]
    if name == "clone":
        return [_argument(0), (_ANY_BIT, 0, 1, _CLONE_THREAD), allow, refuse]
    if name in ("kill", "tgkill"):
        return [_argument(0), (_EQUAL, 0, 1, pid), allow, refuse]
    if name == "prlimit64":
        return [_argument(0), (_EQUAL, 1, 0, 0), (_EQUAL, 0, 1, pid), allow, refuse]
    if name == "prctl":
        return [_argument(0), (_EQUAL, 1, 0, _PR_SET_PDEATHSIG), allow, refuse]
    first, second = _TERMINAL_INPUT
    return [_argument(1), (_EQUAL, 2, 0, first), (_EQUAL, 1, 0, second), allow, refuse]


def _argument(number: int) -> Instruction:
    """Loads the lower half of an argument: both architectures are little-endian."""
    return (_LOAD, 0, 0, _ARGUMENTS_AT + 8 * number)


def _call_prctl(what: int, value: int, pointer: int) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong)
    if library.prctl(what, value, pointer, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
