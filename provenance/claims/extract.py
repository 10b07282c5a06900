"""All claims of one source."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve, frozen

from provenance.claims.aliases import find_alias_claims
from provenance.claims.attributions import find_attributions
from provenance.claims.control import find_control
from provenance.claims.event_dates import find_event_dates
from provenance.claims.kinship import find_kinship
from provenance.claims.locations import find_locations
from provenance.claims.memberships import find_memberships
from provenance.claims.metadata import find_metadata
from provenance.claims.quantities import find_quantities
from provenance.claims.reading import Reading, read
from provenance.claims.roles import find_roles
from provenance.claims.statement_clauses import read_clauses
from provenance.claims.statements import find_statements
from provenance.claims.status import find_statuses
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim, Voice
from provenance.model.knowledge import Knowledge
from provenance.model.settings import ClaimSettings

_DEFAULTS = ClaimSettings()


@frozen
class ClaimsRead:
    """`crowded`: sentences with so many numbers (a table, noise) that some were left out."""

    claims: tuple[Claim, ...]
    crowded: int


def find_claims(
    annotated: AnnotatedSource, knowledge: Knowledge, settings: ClaimSettings = _DEFAULTS
) -> list[Claim]:
    """What the source says, in order of place, metadata without place first: the claims of `read_claims`."""
    return list(read_claims(annotated, knowledge, settings).claims)


def read_claims(
    annotated: AnnotatedSource, knowledge: Knowledge, _settings: ClaimSettings = _DEFAULTS
) -> ClaimsRead:
    """All claims of the source in their order, and what was passed over.

    The rules are those of English; for a source in another stated language only its metadata is returned.
    A claim inside a quotation or reported speech carries its voice and speaker. Page furniture gives
    nothing but dates and metadata. Numbers after the 50th of a sentence are left out.
    """
    reading = read(annotated, knowledge)
    claims = find_metadata(reading)
    if annotated.source.language in (None, "en"):
        roles = find_roles(reading)
        attributions = find_attributions(reading, roles)
        clauses = read_clauses(reading, roles)
        statements = find_statements(reading, clauses)
        narrated = [
            *roles,
            *find_memberships(reading),
            *find_control(reading),
            *find_kinship(reading),
            *find_alias_claims(reading),
            *find_quantities(reading),
            *find_event_dates(reading),
            *find_locations(reading),
            *statements,
            *find_statuses(reading, clauses, statements),
        ]
        claims += attributions + _voiced(reading, narrated, attributions)
    return ClaimsRead(tuple(sorted(dict.fromkeys(claims), key=_place)), reading.crowded)


def _voiced(reading: Reading, claims: Sequence[Claim], attributions: Sequence[Claim]) -> list[Claim]:
    """Claims with the voice of the speech that they stand in; in quotation marks of nobody known: quoted."""
    said = [(speech.span, speech) for speech in attributions if speech.span]
    starts = [span.start for span, _ in said]
    voiced = []
    for claim in claims:
        span = claim.span
        at = bisect_right(starts, span.start) - 1 if span else -1
        if span and at >= 0 and said[at][0].covers(span):
            speech = said[at][1]
            voiced.append(
                evolve(
                    claim, voice=speech.voice, speaker=speech.speaker, speaker_entity=speech.speaker_entity
                )
            )
        elif span and reading.is_quoted(span.start) and reading.is_quoted(span.end - 1):
            voiced.append(evolve(claim, voice=Voice.QUOTED))
        else:
            voiced.append(claim)
    return voiced


def _place(claim: Claim) -> tuple[int, int, str, str, str, str]:
    start, end = (claim.span.start, claim.span.end) if claim.span else (-1, -1)
    return start, end, claim.kind.value, claim.subject, claim.predicate, claim.value
