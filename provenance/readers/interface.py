"""What every reader of a file format offers."""

from collections.abc import Sequence
from typing import Protocol

from attrs import field, frozen

from provenance.model.sources import Metadatum


@frozen
class Reading:
    """What a reader made of a file's bytes. `encoding`, `extractor`: how the text came out of them.

    `warnings`: what a person should know, each a sentence without a full stop; () if all went well.
    """

    text: str
    encoding: str
    extractor: str
    metadata: tuple[Metadatum, ...] = ()
    warnings: tuple[str, ...] = field(default=())


class Reader(Protocol):
    """Bytes → text and metadata, for one family of formats."""

    def __call__(self, raw: bytes, source_id: str) -> Reading:
        """Text and metadata of `raw`, with spans that name `source_id`. Unreadable if it has no text."""
        ...


@frozen
class Format:
    """One row of the table of formats. `reader`: "module:function", imported when first needed."""

    name: str
    media_type: str
    suffixes: Sequence[str]
    reader: str
