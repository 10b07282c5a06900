"""Plain text and Markdown: the stored text is the decoded file, line breaks included."""

from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.decoding import decode
from provenance.readers.interface import Reading
from provenance.readers.oddities import is_blank
from provenance.readers.statements.furniture import find_furniture
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.visible import find_visible
from provenance.text.masking import mask


def read_plain(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The decoded file, with what its visible lines say of it; lines of page furniture say nothing.

    Of an empty text, or one of white space only, a notice says so. Unreadable if it is no text.
    """
    decoded = decode(raw)
    text, encoding = decoded.text, decoded.encoding
    if is_blank(text):
        empty = Notice(Code.EMPTY, "white space only" if text else "the file is empty")
        return Reading(text, encoding, "plain", notices=(empty, *decoded.notices))
    furniture = tuple(find_furniture(text, source_id))
    article = mask(text, [part.span for part in furniture]) if furniture else text
    metadata = tuple(find_visible(article, source_id, reading_knowledge(), text))
    return Reading(text, encoding, "plain", metadata, decoded.notices, furniture)
