"""The way in for a language model that marks names."""

from typing import Protocol

from provenance.model.names import EntityKind


class Tagger(Protocol):
    """`name`, `version`: settings of the run, so that another model never changes results silently."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def tag(self, text: str) -> list[tuple[int, int, EntityKind]]:
        """Names in `text` as (start, end, kind), offsets in code points, by start, without overlap."""
        ...
