"""Tell where the statements in a pile of documents come from, and where they disagree."""

from typing import TYPE_CHECKING

from provenance._lazy import load_lazily
from provenance._version import VERSION as __version__
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from provenance.api import (
        Case,
        cluster_names,
        compare_names,
        compare_passages,
        find_mentions,
        find_reuse,
        open,
    )
    from provenance.model.conflicts import Conflict
    from provenance.model.names import Mention, NameComparison
    from provenance.model.reuse import Alignment
    from provenance.model.spans import Span

__all__ = [
    "Alignment",
    "Case",
    "Conflict",
    "Mention",
    "NameComparison",
    "ProvenanceError",
    "Span",
    "__version__",
    "cluster_names",
    "compare_names",
    "compare_passages",
    "find_mentions",
    "find_reuse",
    "open",
]

# `import provenance` stays light.
__getattr__ = load_lazily(
    __name__,
    {
        "Alignment": "provenance.model.reuse",
        "Case": "provenance.api",
        "Conflict": "provenance.model.conflicts",
        "Mention": "provenance.model.names",
        "NameComparison": "provenance.model.names",
        "Span": "provenance.model.spans",
        "cluster_names": "provenance.api",
        "compare_names": "provenance.api",
        "compare_passages": "provenance.api",
        "find_mentions": "provenance.api",
        "find_reuse": "provenance.api",
        "open": "provenance.api",
    },
)


def __dir__() -> list[str]:
    """What can be asked for, loaded or not."""
    return sorted(__all__)
