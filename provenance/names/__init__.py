"""Names: mentions in texts, comparison of names, and who is who over a pile."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.names.aliases import find_aliases
    from provenance.names.cluster import cluster_names
    from provenance.names.compare import compare_names
    from provenance.names.mentions import find_mentions
    from provenance.names.resolving import resolve

__all__ = ["cluster_names", "compare_names", "find_aliases", "find_mentions", "resolve"]

_HOMES = {
    "cluster_names": "cluster",
    "compare_names": "compare",
    "find_aliases": "aliases",
    "find_mentions": "mentions",
    "resolve": "resolving",
}


def __getattr__(name: str) -> object:
    """Loaded at first use: whoever compares two names needs no mentions."""
    if name not in _HOMES:
        message = f"module 'provenance.names' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"provenance.names.{_HOMES[name]}"), name)
