"""Every error that a user can act on, each with its exit status."""


class ProvenanceError(Exception):
    """Base of all: the message says what, where and what to do next; `exit_status` is the command's."""

    exit_status = 2


class UsageError(ProvenanceError):
    """The command was called with something it cannot take."""


class NoSuchDatabase(ProvenanceError):
    """There is no file where the database was said to be."""


class NotOurDatabase(ProvenanceError):
    """The file is not an SQLite database, or one of another program or of a newer version."""


class NoSuchKey(ProvenanceError):
    """Nothing in the database has this key, or more than one thing starts with it."""


class NothingToRead(ProvenanceError):
    """No such path, or a folder without any file."""


class CannotWrite(ProvenanceError):
    """A folder or file that we have to write refuses."""


class NotIndexed(ProvenanceError):
    """The database has no postings to look a text up in, or those of another version."""


class QueryRefused(ProvenanceError):
    """A query that writes, fails, runs too long, or is not known by that name."""


class UnknownModel(ProvenanceError):
    """The language model that was asked for is not installed."""


class Unreadable(ProvenanceError):
    """One source cannot be read: the others go on, and the command ends with this status.

    `code`: why, as in model/notices.py.
    """

    exit_status = 3

    def __init__(self, message: str, code: str = "cannot-read") -> None:
        super().__init__(message)
        self.code = code


class Skipped(Unreadable):
    """One file is no source: it is named with the reason, and the command's status is not touched."""

    exit_status = 0


class Damaged(ProvenanceError):
    """What is stored does not agree with itself, or with its hashes."""

    exit_status = 4


class Locked(ProvenanceError):
    """Another run holds the database."""

    exit_status = 5
