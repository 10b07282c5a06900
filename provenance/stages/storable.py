"""Documents made fit for the database: nothing that a reader found may bring a run down."""

import re

from attrs import evolve

from provenance.model.notices import Code, Notice, print_notices
from provenance.model.sources import Basis, Furniture, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.readers.interface import Document

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def make_storable(document: Document) -> Document:
    """The same document, or one without what the database cannot keep.

    A text with NUL or halves of surrogate pairs is refused; in names and values they are replaced. Places
    outside of the text are left out, with a notice: they are a fault of a reader.
    """
    source, content = document.source, document.content
    if content is not None and _UNSTORABLE.search(content.text):
        notice = Notice(Code.READER_CRASHED, "the reader left NUL or halves of surrogate pairs in the text")
        bare = Source(source.id, source.path, State.REFUSED, notices=(notice,), problem=str(notice))
        return make_storable(Document(bare, None))
    metadata = tuple(_clean_metadatum(source, one) for one in source.metadata)
    furniture = tuple(_clean_furniture(one) for one in source.furniture if _is_inside(source, one.span))
    notices = tuple(Notice(one.code, _clean(one.text)) for one in source.notices)
    lost = (
        len(source.furniture)
        - len(furniture)
        + sum(
            before.span is not None and after.span is None
            for before, after in zip(source.metadata, metadata, strict=True)
        )
    )
    state, problem = source.state, _clean(source.problem) if source.problem else None
    if lost:
        notices += (Notice(Code.READER_CRASHED, f"{lost} places outside of the text were left out"),)
        state, problem = State.WARNED if state is State.READ else state, print_notices(notices)
    cleaned = evolve(
        source,
        path=_clean(source.path),
        state=state,
        problem=problem,
        metadata=metadata,
        furniture=furniture,
        notices=notices,
    )
    return Document(cleaned, content)


def with_statements(source: Source, said: tuple[Metadatum, ...]) -> Source:
    """The source with what sidecars say of it: a person's word first, other files' after its own.

    A person's word from within an archive, which the source has already, goes first too.
    """
    first = tuple(one for one in (*said, *source.metadata) if one.basis is Basis.SET)
    if not said and not first:
        return source
    own = tuple(one for one in source.metadata if one.basis is not Basis.SET)
    last = tuple(one for one in said if one.basis is not Basis.SET)
    language = next((one.value for one in first if one.name == "language"), source.language)
    return evolve(source, metadata=(*first, *own, *last), language=language)


def _clean(text: str) -> str:
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def _clean_metadatum(source: Source, one: Metadatum) -> Metadatum:
    return evolve(
        one,
        value=_clean(one.value),
        field=_clean(one.field) if one.field else one.field,
        span=one.span if one.span and _is_inside(source, one.span) else None,
    )


def _clean_furniture(one: Furniture) -> Furniture:
    return evolve(one, reason=_clean(one.reason))


def _is_inside(source: Source, span: Span) -> bool:
    return span.source_id == source.id and span.end <= len(source.text)
