"""Where sources, or places of one source, disagree: one file for each kind of conflict."""

from provenance.conflicts.find import find_conflicts, find_findings
from provenance.conflicts.passages import find_passage_conflicts

__all__ = ["find_conflicts", "find_findings", "find_passage_conflicts"]
