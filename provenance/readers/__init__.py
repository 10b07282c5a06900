"""Bytes → sources: which files there are, and what text and metadata they hold."""

from provenance.readers.isolation.pool import read_files
from provenance.readers.walk import find_files

__all__ = ["find_files", "read_files"]
