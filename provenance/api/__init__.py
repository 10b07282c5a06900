"""The public Python functions, and a database with all that can be asked of it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.api.case import Case, open, schema
    from provenance.api.functions import (
        cluster_names,
        compare_names,
        compare_passages,
        find_mentions,
    )
    from provenance.api.reused import find_reuse
    from provenance.stages.progress import FileProgress

__all__ = [
    "Case",
    "FileProgress",
    "cluster_names",
    "compare_names",
    "compare_passages",
    "find_mentions",
    "find_reuse",
    "open",
    "schema",
]

_HOMES = {
    "Case": "provenance.api.case",
    "FileProgress": "provenance.stages.progress",
    "find_reuse": "provenance.api.reused",
    "open": "provenance.api.case",
    "schema": "provenance.api.case",
}


def __getattr__(name: str) -> object:
    """Loaded at first use: to open a database takes no numpy, to compare texts no database."""
    if name not in __all__:
        message = f"module 'provenance.api' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES.get(name, "provenance.api.functions")), name)
