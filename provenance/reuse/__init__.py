"""Passages that sources share: which, what was changed in them, and which way the text travelled."""

from provenance.reuse.cluster import find_groups
from provenance.reuse.direction import judge_directions, judge_families
from provenance.reuse.find import Found, find_alignments, find_passages
from provenance.reuse.repetitions import describe_repetitions, find_repetitions
from provenance.reuse.versions import find_versions, mark_versions

__all__ = [
    "Found",
    "describe_repetitions",
    "find_alignments",
    "find_groups",
    "find_passages",
    "find_repetitions",
    "find_versions",
    "judge_directions",
    "judge_families",
    "mark_versions",
]
