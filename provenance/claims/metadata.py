"""What is stated about the source itself: title, author, publisher, dates."""

from attrs import evolve

from provenance.claims.reading import Reading
from provenance.model.claims import Claim, ClaimKind
from provenance.model.sources import Basis, Metadatum

_LENGTH_OF_DAY = 10


def find_metadata(reading: Reading) -> list[Claim]:
    """One claim for each statement, in the source's own order; without span where none is printed.

    The claim's scope is the basis of the statement: stated, metadata, file, inferred, set.
    """
    return [_claim(reading, found) for found in reading.source.metadata]


def _claim(reading: Reading, found: Metadatum) -> Claim:
    span = found.span
    quote = found.value if span is None else span.quote(reading.text)
    return evolve(
        Claim(
            ClaimKind.METADATA, reading.source.id, span, quote, reading.source.path, found.name, found.value
        ),
        field=None if span is not None else (found.field or found.name),
        valid_from=_day(found.earliest),
        valid_to=_day(found.latest),
        is_inferred=found.basis is Basis.INFERRED,
        scope=found.basis.value,
    )


def _day(stamp: str | None) -> str | None:
    return stamp[:_LENGTH_OF_DAY] if stamp else None
