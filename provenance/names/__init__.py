"""Names: mentions in texts, comparison of names, and who is who over a pile."""

from typing import TYPE_CHECKING

from provenance._lazy import load_lazily

if TYPE_CHECKING:
    from provenance.names.clustering.cluster import cluster_names
    from provenance.names.comparing.compare import compare_names
    from provenance.names.mentions.finding import find_mentions
    from provenance.names.resolving.aliases import find_aliases
    from provenance.names.resolving.resolve import resolve

__all__ = ["cluster_names", "compare_names", "find_aliases", "find_mentions", "resolve"]

# Whoever compares two names needs no mentions.
__getattr__ = load_lazily(
    __name__,
    {
        "cluster_names": "provenance.names.clustering.cluster",
        "compare_names": "provenance.names.comparing.compare",
        "find_aliases": "provenance.names.resolving.aliases",
        "find_mentions": "provenance.names.mentions.finding",
        "resolve": "provenance.names.resolving.resolve",
    },
)
