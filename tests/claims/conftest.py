"""Texts with marked names, read for claims."""

import re
from collections.abc import Callable

import pytest

from provenance.claims import find_claims
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge

MARK = re.compile(r"\{([POL]) ([^}|]*)(?:\|([^}]*))?\}")
KINDS = {"P": EntityKind.PERSON, "O": EntityKind.ORGANIZATION, "L": EntityKind.PLACE}


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The tables that ship with the package."""
    return load_knowledge()


def annotate(marked: str, published: str | None = None, language: str | None = "en") -> AnnotatedSource:
    """{P Jane Doe} marks a person, {O …} an organisation, {L …} a place; {P Doe|Jane Doe} its entity."""
    text, mentions, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        span = Span("s", len(text), len(text) + len(found[2]))
        entity = found[3] or found[2]
        mentions.append(ResolvedMention(span, found[2], KINDS[found[1]], entity, entity))
        text += found[2]
        at = found.end()
    text += marked[at:]
    metadata = (Metadatum("published", published, Basis.METADATA),) if published else ()
    source = Source("s", "s.txt", State.READ, text=text, language=language, metadata=metadata)
    return AnnotatedSource(source, tuple(mentions))


@pytest.fixture
def claims_of(knowledge: Knowledge) -> Callable[..., list[Claim]]:
    """All claims of one kind of a marked text; every span is checked against its quote."""

    def read(marked: str, kind: ClaimKind, published: str | None = None) -> list[Claim]:
        annotated = annotate(marked, published)
        claims = find_claims(annotated, knowledge)
        for claim in claims:
            assert claim.span is None or claim.span.quote(annotated.text) == claim.quote
        return [claim for claim in claims if claim.kind is kind]

    return read
