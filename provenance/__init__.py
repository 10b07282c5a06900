"""Tell where the statements in a pile of documents come from, and where they disagree."""

from importlib import import_module
from typing import TYPE_CHECKING

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

_HOMES = {
    "Alignment": "provenance.model.reuse",
    "Conflict": "provenance.model.conflicts",
    "Mention": "provenance.model.names",
    "NameComparison": "provenance.model.names",
    "Span": "provenance.model.spans",
}


def __getattr__(name: str) -> object:
    """Public names are loaded at first use, so that `import provenance` stays light."""
    if name not in __all__:
        message = f"module 'provenance' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES.get(name, "provenance.api")), name)


def __dir__() -> list[str]:
    """What can be asked for, loaded or not."""
    return sorted(__all__)
