"""Reads pages whose encoding stands outside of them: in an HTTP header or in a mail's part."""

from attrs import evolve, frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.decoding import decode
from provenance.readers.documents.plain import read_plain
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html

_OF_DECLARATIONS = (Code.ENCODING_CONFLICT, Code.ENCODING_UNSUPPORTED)


@frozen
class WebReader:
    """`charset`: as declared from outside, which goes before what the page declares (HTML standard, 13.2.3).

    `is_page`: HTML, else plain text.
    """

    charset: str
    is_page: bool

    def __call__(self, raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
        """As the readers of pages and of plain text, but for the encoding."""
        read = read_html if self.is_page else read_plain
        try:
            decoded = decode(raw, self.charset)
        except Unreadable:
            return read(raw, source_id, settings)
        reading = read(decoded.text.encode("utf-8"), source_id, settings)
        own = tuple(notice for notice in reading.notices if not _is_of_page(notice))
        seen = {notice.code for notice in own}
        notices = (*(notice for notice in decoded.notices if notice.code not in seen), *own)
        return evolve(reading, encoding=decoded.encoding, notices=notices)


def _is_of_page(notice: Notice) -> bool:
    """Is it about the page's own declaration, which did not count?"""
    return notice.code in _OF_DECLARATIONS
