"""The public Python functions, and a database with all that can be asked of it."""

from importlib import import_module
from typing import TYPE_CHECKING

from provenance.api.case import Case, open, schema
from provenance.stages.progress import FileProgress

if TYPE_CHECKING:
    from provenance.api.functions import (
        cluster_names,
        compare_names,
        compare_passages,
        find_mentions,
    )
    from provenance.api.reused import find_reuse

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


_HOMES = {"find_reuse": "provenance.api.reused"}


def __getattr__(name: str) -> object:
    """Functions on texts are loaded at first use: whoever only opens a database needs no numpy."""
    if name not in __all__:
        message = f"module 'provenance.api' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES.get(name, "provenance.api.functions")), name)
