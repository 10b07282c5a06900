"""Passages that sources share: which, what was changed in them, and which way the text travelled."""

from importlib import import_module
from typing import TYPE_CHECKING

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

_HOMES = {
    "Found": "find",
    "describe_repetitions": "passages.repetitions",
    "find_alignments": "find",
    "find_groups": "descent.cluster",
    "find_passages": "find",
    "find_repetitions": "passages.repetitions",
    "find_versions": "states.versions",
    "judge_directions": "descent.direction",
    "judge_families": "descent.direction",
    "mark_versions": "states.versions",
}


def __getattr__(name: str) -> object:
    """What is asked for is loaded at first use: finding passages needs nothing that judges them."""
    if name not in _HOMES:
        message = f"module 'provenance.reuse' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"provenance.reuse.{_HOMES[name]}"), name)
