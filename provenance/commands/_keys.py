"""Finding things by what a person types: a key, its beginning, or a path."""

from pathlib import PurePosixPath

from provenance.api import Case
from provenance.errors import NoSuchKey

Found = tuple[str, list[dict[str, object]]]
"""What sort of thing it is, and its rows in the view of that sort."""


def find_thing(case: Case, key: str) -> Found:
    """What `key` names. Of a path as the shell completes it (raw/wire.txt), folders at its beginning may be
    those that stand above the folder that was read. NoSuchKey otherwise."""
    try:
        return case.find(key)
    except NoSuchKey:
        parts = PurePosixPath(key).parts
        for begin in range(1, len(parts)):
            try:
                kind, rows = case.find(str(PurePosixPath(*parts[begin:])))
            except NoSuchKey:
                continue
            if kind == "source":
                return kind, rows
        raise
