"""What is said of a symbolic link: where it leads, and that it is not followed."""

import errno
import os
import stat
from pathlib import Path

from provenance.model.notices import Code


def is_link(name: str, folder: int) -> bool:
    """Is `name` in the folder of that descriptor a symbolic link, as far as one can look?"""
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def describe_link(root: Path, path: Path) -> tuple[str, Code]:
    """A sentence on the link at `path` and its code. Only looks where it leads: nothing is opened."""
    try:
        what = "a symbolic link to " + os.fsencode(os.readlink(path)).decode("utf-8", "backslashreplace")
    except OSError:  # it was removed or replaced by a file meanwhile
        return "a symbolic link, not followed", Code.SYMLINK
    try:
        os.stat(path)
        return _describe_target(what, root, path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "a symbolic link that leads back to itself", Code.SYMLINK_LOOP
        if error.errno == errno.ENOENT and path.is_symlink():
            return f"{what}, which is not there", Code.SYMLINK_DANGLING
        return "a symbolic link, not followed", Code.SYMLINK


def _describe_target(what: str, root: Path, path: Path) -> tuple[str, Code]:
    leads_to, inside = os.path.realpath(path), os.path.realpath(root)
    if os.path.commonpath((leads_to, inside)) != inside:
        return f"{what}, outside the folder, not followed", Code.SYMLINK_OUTSIDE
    here = os.path.realpath(path.parent)
    if os.path.commonpath((leads_to, here)) == leads_to:
        return f"{what}, a folder that it lies in itself", Code.SYMLINK_LOOP
    return f"{what}, inside the folder, read there", Code.SYMLINK
