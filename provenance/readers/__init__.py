"""Bytes → sources: which files there are, and what text and metadata they hold."""

from typing import TYPE_CHECKING

from provenance._lazy import load_lazily

if TYPE_CHECKING:
    from provenance.readers.isolation.pool import read_files
    from provenance.readers.walk import find_files

__all__ = ["find_files", "read_files"]

# The word lists are here too, and need no reading processes.
__getattr__ = load_lazily(
    __name__,
    {"find_files": "provenance.readers.walk", "read_files": "provenance.readers.isolation.pool"},
)
