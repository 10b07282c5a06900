"""Why there is no text: refused and skipped documents, and the reasons that any reader may have."""

from provenance.errors import Skipped, Unreadable
from provenance.model.keys import make_key
from provenance.model.notices import Code, Notice, print_notices
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Source, State
from provenance.readers.interface import Document


def refuse(path: str, reason: Unreadable) -> Document:
    """A document without text: skipped if the reason is a Skipped, else refused."""
    state = State.SKIPPED if isinstance(reason, Skipped) else State.REFUSED
    notices = (Notice(Code(reason.code), str(reason)),)
    source = Source(
        id=make_key("s", path, state.value),
        path=path,
        state=state,
        problem=print_notices(notices),
        notices=notices,
    )
    return Document(source, None)


def explain_failure(failure: BaseException, name: str, settings: ReadingSettings) -> Unreadable:
    """What a person is told of what a reader of the format `name` raised."""
    if isinstance(failure, Unreadable):
        return failure
    if isinstance(failure, MemoryError):
        return memory_limit(settings)
    kind = type(failure).__name__
    if isinstance(failure, RecursionError):
        return Unreadable(f"nested too deeply for the reader of {name} ({kind})", Code.DOCUMENT_DAMAGED)
    return Unreadable(f"the reader of {name} could make nothing of it ({kind})", Code.DOCUMENT_DAMAGED)


def memory_limit(settings: ReadingSettings) -> Unreadable:
    """The reason why a document that needs more memory is not read."""
    limit = f"{settings.memory_megabytes:,} MB"
    message = f"reading it takes more than {limit} (memory_megabytes in [reading])"
    return Unreadable(message, Code.MEMORY_LIMIT)


def check_size(size: int, settings: ReadingSettings) -> None:
    """Unreadable with TOO_LARGE beyond what one document may have."""
    if size > settings.largest_bytes:
        raise too_large(size, settings.largest_bytes, "largest_bytes")


def too_large(size: int, limit: int, setting: str) -> Unreadable:
    """The reason why so many bytes are not read; `setting`: the limit's name."""
    message = f"{size:,} bytes, at most {limit:,} are read ({setting} in [reading])"
    return Unreadable(message, Code.TOO_LARGE)
