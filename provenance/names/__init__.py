"""Names: mentions in texts, comparison of names, and who is who over a pile."""

from provenance.names.cluster import cluster_names
from provenance.names.compare import compare_names
from provenance.names.mentions import find_mentions

__all__ = ["cluster_names", "compare_names", "find_mentions"]
