"""Files that are no documents and are told without a reader: sidecars, rules on names, our own tables."""

import os
import stat
from collections.abc import Collection, Sequence
from pathlib import Path

from attrs import frozen
from sqlite_utils import Database

from provenance.model.keys import digest, make_key
from provenance.model.notices import Code, Notice, print_notices
from provenance.model.sources import Metadatum, Source, State
from provenance.readers.interface import FileToRead
from provenance.readers.name_rules.loading import is_rules_file
from provenance.readers.sidecars import Sidecars, read_sidecars
from provenance.stages.collect import TITLE
from provenance.store.views import VIEWS, view_columns

_OWN = Notice(
    Code.OWN_REPORT, "a report that provenance wrote: no document to compare with those it is about"
)
_RULES = Notice(Code.SIDECAR, "what is known of names: no document")
_HEAD_BYTES = 1_000
_JSON_HEAD = f'{{\n "title": "{TITLE}",\n "version": "'.encode()
"""How our reports in JSON begin; those in HTML and Markdown say it themselves, and their reader sees it."""


@frozen(eq=False)
class Aside:
    """What is known of the files of a run before any is read."""

    sidecars: Sidecars
    own: Collection[str]
    rules: Collection[str] = ()

    def is_aside(self, stored: str) -> bool:
        """Is the file no document?"""
        return stored in self.own or stored in self.rules or self.sidecars.is_sidecar(stored)

    def statements(self, stored: str) -> tuple[Metadatum, ...]:
        """What sidecars say of a file or of a member of one."""
        return self.sidecars.statements(stored)

    def digest(self, stored: str) -> str:
        """Of all that is said of a file and its members; of why it is no document; "" if nothing."""
        if self.is_aside(stored):
            return digest(["aside", *((notice.code.value, notice.text) for notice in self._notices(stored))])
        return self.sidecars.digest(stored)

    def source(self, stored: str) -> Source:
        """The source that stands for a file that is no document; refused is a sidecar that cannot be read."""
        notices = self._notices(stored)
        state = State.SKIPPED
        if self.sidecars.is_damaged(stored):
            state = State.REFUSED
            notices = (*notices[1:], notices[0])  # the reason goes before what the file is
        key = make_key("s", stored, state.value)
        return Source(key, stored, state, problem=print_notices(notices), notices=notices)

    def _notices(self, stored: str) -> tuple[Notice, ...]:
        if stored in self.own:
            return (_OWN,)
        return (_RULES,) if stored in self.rules else self.sidecars.notices(stored)


def find_aside(db: Database, files: Sequence[FileToRead]) -> Aside:
    """Which of the files are no documents, and what they say of the others. Never raises for one of them."""
    heads = [",".join(view_columns(db, view)).encode() + end for view in VIEWS for end in (b"\r\n", b"\n")]
    own = frozenset(file.stored for file in files if _is_own(file.path, (*heads, _JSON_HEAD)))
    rules = frozenset(
        file.stored
        for file in files
        if file.path.name.startswith("names.") and is_rules_file(file.path.name, _read_head(file.path))
    )
    others = [file for file in files if file.stored not in own and file.stored not in rules]
    return Aside(read_sidecars(others), own, rules)


def _is_own(file: Path, heads: tuple[bytes, ...]) -> bool:
    return file.suffix.casefold() in (".csv", ".json") and _read_head(file).startswith(heads)


def _read_head(file: Path) -> bytes:
    """The first bytes of a regular file; b"" of anything else."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return b""
        with open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as opened:
            return opened.read(_HEAD_BYTES)
    except OSError:
        return b""
