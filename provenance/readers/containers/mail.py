"""A mail in a file of its own: the message is the document at the file's path, attachments lie in it."""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.model.settings import ReadingSettings
from provenance.readers.documents.mail import read_mail
from provenance.readers.documents.mail_parts import open_mail
from provenance.readers.interface import Part
from provenance.readers.refusals import check_size

_ATTACHING = (b"attachment", b"name=", b"name*", b"message/rfc822", b"application/")
"""What a mail with attachments has somewhere, in any case: others are not taken apart twice."""
MEDIA_TYPE = "message/rfc822"


def split_mail(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """The message itself, whose member is "", then its attachments under their names.

    Unreadable if the whole is larger than one document may be: it is taken apart in memory.
    """
    opened.seek(0, 2)
    check_size(opened.tell(), settings)
    opened.seek(0)
    raw = opened.read()
    yield Part("", raw, "", MEDIA_TYPE, read_mail)
    yield from list_attachments(raw, "")


def list_attachments(raw: bytes, prefix: str, *, is_in_mailbox: bool = False) -> Iterator[Part]:
    """The attachments of a mail as documents, each under a name of its own; a saved page has none."""
    folded = raw.lower()
    if not any(sign in folded for sign in _ATTACHING):
        return
    taken: set[str] = set()
    letter = open_mail(raw, is_in_mailbox=is_in_mailbox)
    for attachment in () if letter.is_saved_page else letter.attachments:
        name, count = attachment.name, 1
        while name in taken:
            count += 1
            name = f"{count}-{attachment.name}"
        taken.add(name)
        yield Part(f"{prefix}{name}", attachment.raw, attachment.name)
