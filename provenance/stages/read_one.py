"""Single files → the documents in them, read like any others and not stored."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

from attrs import evolve

from provenance.errors import Unreadable, UsageError
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Source
from provenance.readers import find_files, read_files
from provenance.readers.interface import Document, FileEnd, FileToRead
from provenance.stages.storable import make_storable


def read_one(path: Path, settings: ReadingSettings) -> Source:
    """The one document in a file of any format that is read; errors as of `read_each`."""
    return read_each([path], settings)[0]


def read_each(paths: Sequence[Path], settings: ReadingSettings) -> list[Source]:
    """The one document in each of the files, in their order.

    NothingToRead if there is no such file; UsageError for a folder, or a file of several documents;
    Unreadable with the reason if one cannot be read or holds no text.
    """
    files = [_as_file(path) for path in paths]
    found: list[list[Source]] = [[]]
    reading = read_files(files, evolve(settings, jobs=1))
    with closing(cast(Generator[Document | FileEnd, None, None], reading)):
        for each in reading:
            if isinstance(each, FileEnd):
                found.append([])
                continue
            path = paths[len(found) - 1]
            found[-1].append(make_storable(each).source)
            if len(found[-1]) > 1:
                message = (
                    f"{path}: this file holds several documents; `provenance run` reads them all, "
                    "or save the one that is meant by itself"
                )
                raise UsageError(message)
    return [_readable(path, sources) for path, sources in zip(paths, found, strict=False)]


def _as_file(path: Path) -> FileToRead:
    if path.is_dir():
        message = f"{path}: this is a folder; name one file"
        raise UsageError(message)
    (file,) = find_files([path])
    return file


def _readable(path: Path, sources: Sequence[Source]) -> Source:
    if not sources or not sources[0].is_readable or not sources[0].text.strip():
        why = (sources[0].problem if sources else None) or "it holds no text"
        message = f"{path}: {why}"
        raise Unreadable(message)
    return sources[0]
