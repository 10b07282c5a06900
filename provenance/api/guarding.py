"""What keeps the errors of a damaged database from looking like bugs of ours."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlite_utils import Database

from provenance.errors import Damaged
from provenance.store.failures import translated
from provenance.store.verifying import READING_ERRORS, verify


class Opened(Protocol):
    """Whatever holds a database and knows its file."""

    path: Path
    db: Database


Held = TypeVar("Held", bound=Opened)
P = ParamSpec("P")
T = TypeVar("T")


def guarded(method: Callable[Concatenate[Held, P], T]) -> Callable[Concatenate[Held, P], T]:
    """Errors of the database as ours; and if reading fails in other ways, whether damage is the cause."""

    @functools.wraps(method)
    def guarded_method(case: Held, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with translated(case.path):
                return method(case, *args, **kwargs)
        except READING_ERRORS as error:
            problems = verify(case.db)
            if not problems:
                raise
            message = (
                f"{case.path}: the database is damaged ({problems[0]}); restore a copy or run into a new one"
            )
            raise Damaged(message) from error

    return guarded_method
