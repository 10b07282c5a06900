"""The public Python functions, and a database with all that can be asked of it."""

from typing import TYPE_CHECKING

from provenance._lazy import load_lazily

if TYPE_CHECKING:
    from provenance.api.case import Case, open, schema
    from provenance.api.functions import cluster_names, compare_names
    from provenance.api.mentions import find_mentions
    from provenance.api.passages import compare_passages
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

# To open a database takes no numpy, to compare texts no database, to compare names neither.
__getattr__ = load_lazily(
    __name__,
    {
        "Case": "provenance.api.case",
        "FileProgress": "provenance.stages.progress",
        "cluster_names": "provenance.api.functions",
        "compare_names": "provenance.api.functions",
        "compare_passages": "provenance.api.passages",
        "find_mentions": "provenance.api.mentions",
        "find_reuse": "provenance.api.reused",
        "open": "provenance.api.case",
        "schema": "provenance.api.case",
    },
)
