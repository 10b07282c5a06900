"""What a person should know of how a file was read, each under a code that programs can rely on."""

from enum import StrEnum

from attrs import frozen


class Code(StrEnum):
    """Why a file was refused or skipped, or what was noticed while it was read. Never renamed."""

    # how the bytes became text
    ENCODING_GUESSED = "encoding-guessed"
    ENCODING_CONFLICT = "encoding-conflict"
    ENCODING_UNSUPPORTED = "encoding-unsupported"
    DECODE_REPLACED = "decode-replaced"
    MOJIBAKE = "mojibake-suspected"
    NUL_BYTES = "nul-bytes"
    BINARY = "binary"
    EMPTY = "empty"
    # what the text holds
    BIDI_CONTROL = "bidi-control"
    ZERO_WIDTH = "zero-width"
    MIXED_SCRIPT = "mixed-script"
    COMBINING_FLOOD = "combining-flood"
    CONTROL_CHARACTERS = "control-chars"
    INVISIBLE_TAGS = "invisible-tags"
    TOKEN_TOO_LONG = "token-too-long"
    REPEATED_PASSAGE = "repeated-passage"
    TOO_MANY_PASSAGES = "too-many-passages"
    TOO_MANY_VARIANTS = "too-many-variants"
    # what kind of file it is
    TYPE_MISMATCH = "type-mismatch"
    FORMAT_NOT_READ = "format-not-read"
    URL_LIST = "url-list"
    OWN_REPORT = "own-report"
    SIDECAR = "sidecar"
    PAGE_RESOURCE = "page-resource"
    HIDDEN = "hidden"
    # what a parser made of it
    NESTING_LIMIT = "nesting-limit"
    NO_ARTICLE_TEXT = "no-article-text"
    NO_TEXT = "no-text"
    TEXT_LOST = "text-lost"
    XML_ENTITIES = "xml-entities"
    XML_DAMAGED = "xml-damaged"
    PDF_DAMAGED = "pdf-damaged"
    PDF_ENCRYPTED = "pdf-encrypted"
    PDF_LIMIT = "pdf-limit"
    ZIP_DAMAGED = "zip-damaged"
    ZIP_LIMIT = "zip-limit"
    ENCRYPTED_OR_LEGACY = "encrypted-or-legacy"
    DOCUMENT_DAMAGED = "document-damaged"
    CONTAINER_DAMAGED = "container-damaged"
    ROW_DAMAGED = "row-damaged"
    # limits of reading: each is a setting, which the message names
    TOO_LARGE = "too-large"
    TOO_MANY_DOCUMENTS = "too-many-documents"
    CPU_LIMIT = "cpu-limit"
    WALL_LIMIT = "wall-limit"
    MEMORY_LIMIT = "memory-limit"
    OUTPUT_LIMIT = "output-limit"
    READER_CRASHED = "reader-crashed"
    # what the file system said
    NOT_REGULAR_FILE = "not-regular-file"
    PERMISSION = "permission"
    SYMLINK = "symlink"
    SYMLINK_OUTSIDE = "symlink-outside"
    SYMLINK_LOOP = "symlink-loop"
    SYMLINK_DANGLING = "symlink-dangling"
    CHANGED_DURING_READ = "changed-during-read"
    VANISHED = "vanished"
    CANNOT_READ = "cannot-read"


@frozen
class Notice:
    """`text`: a sentence without a full stop, with the place, figure or setting that it is about."""

    code: Code
    text: str

    def __str__(self) -> str:
        return f"{self.code.value}: {self.text}"


def print_notices(notices: tuple[Notice, ...]) -> str | None:
    """All of them in one line, as the column `problem` has them; None if there are none."""
    return "; ".join(map(str, notices)) or None
