"""Steps over blocks that do what no good one does."""

import os
import signal
import time

import numpy as np
from numpy.typing import NDArray


def where(shared: int, block: int) -> tuple[int, int]:
    """(a value, the process that made it)."""
    time.sleep(0.002)
    return shared * block, os.getpid()


def write(shared: NDArray[np.int64], block: int) -> int:
    """Writes into what is shared, as a look-up table is used."""
    shared[block] += 1
    print("a word on standard output")
    return int(shared[block])


def fail(shared: int, block: int) -> int:
    """Fails on one block, wherever it is done."""
    time.sleep(0.002)
    return block // (block - shared)


def die(shared: int, block: int) -> int:
    """Kills the process that does it, unless it is this one."""
    time.sleep(0.002)
    if os.getpid() != shared:
        os.kill(os.getpid(), signal.SIGKILL)
    return block


def leave(shared: int, block: int) -> int:
    """Ends the process that does it, unless it is this one."""
    if os.getpid() != shared:
        os._exit(3)
    return block


def last(shared: int, block: int) -> int:
    """Tells its number and takes its time, unless it is this one."""
    if os.getpid() == shared:
        time.sleep(0.01)
        return block
    print(os.getpid(), file=open(f"/proc/{shared}/fd/1", "w"), flush=True)
    while True:
        block += 1
