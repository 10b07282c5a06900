"""mail: text and metadata."""

from provenance.errors import Skipped
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.interface import Reading


def read_mail(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """Not read yet."""
    message = "format not read yet (mail)"
    raise Skipped(message, Code.FORMAT_NOT_READ)
