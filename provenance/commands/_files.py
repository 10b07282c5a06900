"""Folders that a command is going to write into."""

import os
import tempfile
from pathlib import Path

from provenance.errors import CannotWrite


def check_writable(folder: Path) -> None:
    """Make the folder if need be, and try a file in it; CannotWrite says what is in the way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileExistsError as error:
        message = f"cannot write to the folder {folder}: a file has that name; choose another one"
        raise CannotWrite(message) from error
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        message = f"cannot write to the folder {folder}: {reason}; choose another one or make room there"
        raise CannotWrite(message) from error
