"""Files and their documents, in this process where the readers do not do it in processes of their own."""

import time
from collections.abc import Generator, Sequence

from provenance import readers
from provenance.model.settings import ReadingSettings
from provenance.readers.files import read_file
from provenance.readers.interface import Document, FileEnd, FileToRead
from provenance.stages.planning import sha256_of


def read_files(
    files: Sequence[FileToRead], settings: ReadingSettings
) -> Generator[Document | FileEnd, None, None]:
    """Documents, and the end of each file."""
    isolated = getattr(readers, "read_files", None)
    if isolated is not None:
        yield from isolated(files, settings)
        return
    for file in files:
        started = time.process_time()
        count = 0
        for document in read_file(file.root, file.path, file.stored, settings):
            count += 1
            yield document
        yield FileEnd(file, sha256_of(file.path), count, time.process_time() - started)
