"""Passages that sources share: which, what was changed in them, and which way the text travelled."""

from provenance.reuse.cluster import find_groups
from provenance.reuse.direction import judge_directions
from provenance.reuse.find import find_alignments

__all__ = ["find_alignments", "find_groups", "judge_directions"]
