"""Documents as they are read → the database, in batches: each a short transaction, none of them large."""

import time

from attrs import Factory, define, field
from sqlite_utils import Database

from provenance.model.keys import make_key
from provenance.model.notices import Code, Notice, print_notices
from provenance.model.sources import Source, State
from provenance.readers.interface import Document, FileEnd, FileToRead
from provenance.stages.aside import Aside
from provenance.stages.places import Places
from provenance.stages.saving import dependents
from provenance.stages.stage import Job, Stage
from provenance.stages.storable import make_storable, with_statements
from provenance.store.arrivals import (
    Arrival,
    StoredFile,
    find_bare_sources,
    find_file,
    prepare_arrivals,
    store_arrivals,
)
from provenance.store.connection import transaction
from provenance.store.rows import clear_stage, forget_stage

BATCH_BYTES = 8_000_000
"""Bytes and text of a batch, about: what memory a run needs follows from it, not from the pile."""
BATCH_DOCUMENTS = 500
BATCH_SECONDS = 5.0
"""Age of a batch at which it is stored all the same: what an interrupted run loses at most."""
_DOCUMENT_BYTES = 2_000
"""What a document weighs beside its bytes and text: names, metadata, rows."""
_WORTH_ANOTHER_TRY = frozenset(
    (
        *(Code.WALL_LIMIT, Code.READER_CRASHED, Code.PERMISSION, Code.CANNOT_READ),
        *(Code.CHANGED_DURING_READ, Code.VANISHED),
    )
)
"""Why a file's only document was refused, but may be read by the next run, its bytes being the same."""


@define
class _OpenFile:
    """A file while it is read.

    `documents`: not stored yet, of `count`; `codes`: of those refused. `is_cut`: some are stored already.
    """

    file: FileToRead
    place: str
    documents: list[Document] = Factory(list)
    states: set[State] = Factory(set)
    codes: set[Code] = Factory(set)
    count: int = 0
    size: int = 0
    is_cut: bool = False

    @property
    def is_large(self) -> bool:
        """Have its documents to be stored before it ends?"""
        return self.size >= BATCH_BYTES or len(self.documents) >= BATCH_DOCUMENTS


@define
class Storing:
    """Takes what read_files yields and stores it. `gone`: places that the first transaction empties.

    `has_begun`: was anything changed? Then the stage's old state and all that rests on it are gone too, so
    that a run that breaks off leaves nothing that looks finished.
    """

    job: Job
    stage: Stage
    reading: str
    places: Places
    aside: Aside
    gone: list[str]
    has_begun: bool = field(default=False, init=False)
    _open: _OpenFile | None = field(default=None, init=False)
    _files: list[StoredFile] = field(factory=list, init=False)
    _arrivals: list[Arrival] = field(factory=list, init=False)
    _size: int = field(default=0, init=False)
    _since: float = field(factory=time.monotonic, init=False)

    def add(self, file: FileToRead, document: Document) -> None:
        """The next document of `file`."""
        opened = self._opened(file)
        said = self.aside.statements(document.source.path)
        fit = make_storable(Document(with_statements(document.source, said), document.content))
        opened.documents.append(fit)
        opened.states.add(fit.source.state)
        opened.count += 1
        if fit.source.state is State.REFUSED:
            opened.codes.update(notice.code for notice in fit.source.notices)
        opened.size += _DOCUMENT_BYTES
        if fit.content is not None:
            opened.size += len(fit.content.raw) + len(fit.content.text)
        if opened.is_large:
            self._move(opened, is_whole=False, sha256=None)
            opened.is_cut = True
            self.flush()

    def end(self, end: FileEnd) -> set[State]:
        """No more documents of that file follow; the states of those that it had."""
        opened = self._opened(end.file)
        if not opened.states:
            self.add(end.file, Document(_empty(end.file.stored), None))
        is_worth_another = opened.count == 1 and bool(opened.codes & _WORTH_ANOTHER_TRY)
        sha256 = None if is_worth_another else end.digest
        if not self._is_as_before(opened, sha256):
            self._move(opened, is_whole=True, sha256=sha256)
        self._open = None
        is_old = time.monotonic() - self._since > BATCH_SECONDS
        if self._size >= BATCH_BYTES or len(self._arrivals) >= BATCH_DOCUMENTS or is_old:
            self.flush()
        return opened.states

    def flush(self) -> None:
        """Store what has gathered, in one transaction."""
        if self._files or self.gone:
            rows = prepare_arrivals(self.job.db, self._arrivals, self.gone)
            with transaction(self.job.db) as db:
                self._begin(db)
                store_arrivals(db, self.gone, self._files, rows)
        self._files, self._arrivals, self.gone = [], [], []
        self._size, self._since = 0, time.monotonic()

    def _begin(self, db: Database) -> None:
        if not self.has_begun:
            for name in reversed(dependents(self.stage.name)):
                clear_stage(db, name)
            forget_stage(db, self.stage.name)
        self.has_begun = True

    def _opened(self, file: FileToRead) -> _OpenFile:
        if self._open is None:
            self._open = _OpenFile(file, self.places.of(file.path))
        return self._open

    def _move(self, opened: _OpenFile, *, is_whole: bool, sha256: str | None) -> None:
        """Into the batch. What stood at the place before goes, but for what this reading stored there."""
        if not opened.is_cut and find_file(self.job.db, opened.place) is not None:
            self.gone.append(opened.place)
        said = self.aside.digest(opened.file.stored)
        stored = StoredFile(opened.place, opened.file.stored, sha256, said, self.reading, is_whole)
        self._files.append(stored)
        self._arrivals += [Arrival(opened.place, one.source, one.content) for one in opened.documents]
        self._size += opened.size
        opened.documents, opened.size = [], 0

    def _is_as_before(self, opened: _OpenFile, sha256: str | None) -> bool:
        """Was it refused or skipped before just as it is now? Then nothing is stored."""
        if opened.is_cut or any(document.content for document in opened.documents):
            return False
        said = self.aside.digest(opened.file.stored)
        now = StoredFile(opened.place, opened.file.stored, sha256, said, self.reading, is_whole=True)
        if find_file(self.job.db, opened.place) != now:
            return False
        found = sorted((one.source.id, one.source.problem) for one in opened.documents)
        return find_bare_sources(self.job.db, opened.place) == found


def _empty(stored: str) -> Source:
    """What stands for a file in which no document was found."""
    notices = (Notice(Code.EMPTY, "there is no document in this file"),)
    key = make_key("s", stored, State.SKIPPED.value)
    return Source(key, stored, State.SKIPPED, problem=print_notices(notices), notices=notices)
