"""One file → the document in it, read like any other and not stored."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import cast

from attrs import evolve

from provenance.errors import Unreadable, UsageError
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Source
from provenance.readers import find_files, read_files
from provenance.readers.interface import Document, FileEnd
from provenance.stages.storable import make_storable


def read_one(path: Path, settings: ReadingSettings) -> Source:
    """The one document in a file of any format that is read.

    NothingToRead if there is no such file; Unreadable with the reason if it cannot be read or holds no text;
    UsageError for a folder, or a file of several documents.
    """
    if path.is_dir():
        message = f"{path}: this is a folder; name one file"
        raise UsageError(message)
    found: list[Source] = []
    settings = evolve(settings, jobs=1)
    reading = read_files(find_files([path]), settings)
    with closing(cast(Generator[Document | FileEnd, None, None], reading)):
        for each in reading:
            if isinstance(each, Document):
                found.append(make_storable(each).source)
            if len(found) > 1:
                message = (
                    f"{path}: this file holds several documents; `provenance run` reads them all, "
                    "or save the one that is meant by itself"
                )
                raise UsageError(message)
    if not found or not found[0].is_readable or not found[0].text.strip():
        why = (found[0].problem if found else None) or "it holds no text"
        message = f"{path}: {why}"
        raise Unreadable(message)
    return found[0]
