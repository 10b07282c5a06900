"""Names: mentions in texts, comparison of names, and who is who over a pile."""

from provenance.names.aliases import find_aliases
from provenance.names.cluster import cluster_names
from provenance.names.compare import compare_names
from provenance.names.mentions import find_mentions
from provenance.names.resolve import resolve

__all__ = ["cluster_names", "compare_names", "find_aliases", "find_mentions", "resolve"]
