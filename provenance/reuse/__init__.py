"""Passages that sources share: which, what was changed in them, and which way the text travelled."""

from typing import TYPE_CHECKING

from provenance._lazy import load_lazily

if TYPE_CHECKING:
    from provenance.reuse.descent.cluster import find_groups
    from provenance.reuse.descent.direction import judge_directions, judge_families
    from provenance.reuse.find import Found, find_alignments, find_passages
    from provenance.reuse.passages.repetitions import describe_repetitions, find_repetitions
    from provenance.reuse.states.versions import find_versions, mark_versions

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

# Finding passages needs nothing that judges them.
__getattr__ = load_lazily(
    __name__,
    {
        "Found": "provenance.reuse.find",
        "describe_repetitions": "provenance.reuse.passages.repetitions",
        "find_alignments": "provenance.reuse.find",
        "find_groups": "provenance.reuse.descent.cluster",
        "find_passages": "provenance.reuse.find",
        "find_repetitions": "provenance.reuse.passages.repetitions",
        "find_versions": "provenance.reuse.states.versions",
        "judge_directions": "provenance.reuse.descent.direction",
        "judge_families": "provenance.reuse.descent.direction",
        "mark_versions": "provenance.reuse.states.versions",
    },
)
