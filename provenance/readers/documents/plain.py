"""Plain text and Markdown: the stored text is the decoded file, line breaks included."""

from provenance.model.settings import ReadingSettings
from provenance.readers.decoding import decode
from provenance.readers.interface import Reading
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.visible import find_visible


def read_plain(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The decoded file, with what its visible lines say of it. Unreadable if it is empty or no text."""
    decoded = decode(raw)
    metadata = find_visible(decoded.text, source_id, reading_knowledge())
    return Reading(decoded.text, decoded.encoding, "plain", tuple(metadata), decoded.notices)
