"""Claims ↔ rows."""

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from provenance.model.claims import Claim, ClaimKind, Hedge, Modality, Polarity, Voice
from provenance.model.spans import Span
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_PLAIN = tuple(
    "subject predicate value subject_entity value_entity number unit valid_from valid_to speaker "
    "speaker_entity scope wording valid_basis condition addressee occasion".split()
)
_COLUMNS = (
    *("key", "kind", "source", "span", "field", "quote"),
    *_PLAIN,
    *("voice", "hedge", "polarity", "modality", "is_inferred", "context"),
)


def claim_rows(claims: Sequence[Claim], entities: AbstractSet[str]) -> list[TableRows]:
    """Prepared rows of the claims stage; `entities`: the keys that can be referred to."""
    spans = SpanBook("claims")
    rows = tuple(_row(claim, spans, entities) for claim in unique(claims, lambda claim: claim.key))
    return [spans.rows(), TableRows("claim", _COLUMNS, rows)]


def load_claims(db: Database) -> list[Claim]:
    """All claims, by source, place and key."""
    spans = spans_by_id(db, "claims")
    plain_columns = ", ".join(f"c.{name}" for name in _PLAIN)
    query = f"""SELECT c.kind, c.source, c.span, coalesce(span.quote, c.quote), {plain_columns},
        c.voice, c.hedge, c.polarity, c.modality, c.is_inferred, c.context, c.field
        FROM claim AS c LEFT JOIN span ON span.id = c.span
        ORDER BY c.source, span.start, span."end", c.key"""
    return [_claim(row, spans) for row in read(db, query)]


def _claim(row: tuple[Any, ...], spans: Mapping[int, Span]) -> Claim:
    kind, source, span, quote, *plain, voice, hedge, polarity, modality, is_inferred, context, field = row
    return Claim(
        ClaimKind(kind),
        source,
        None if span is None else spans[span],
        quote,
        **dict(zip(_PLAIN, plain, strict=True)),
        voice=Voice(voice),
        hedge=Hedge(hedge),
        polarity=Polarity(polarity),
        modality=Modality(modality),
        is_inferred=bool(is_inferred),
        context=tuple(json.loads(context)),
        field=field,
    )


def _row(claim: Claim, spans: SpanBook, entities: AbstractSet[str]) -> tuple[Value, ...]:
    def known(entity: str | None) -> str | None:
        return entity if entity in entities else None

    span = spans.add(claim.span, claim.quote) if claim.span else None
    return (
        claim.key,
        claim.kind.value,
        claim.source_id,
        span,
        None if claim.span else claim.field,
        None if claim.span else claim.quote,
        claim.subject,
        claim.predicate,
        claim.value,
        known(claim.subject_entity),
        known(claim.value_entity),
        None if claim.number is None else float(claim.number),
        claim.unit,
        claim.valid_from,
        claim.valid_to,
        claim.speaker,
        known(claim.speaker_entity),
        *(claim.scope, claim.wording, claim.valid_basis, claim.condition, claim.addressee, claim.occasion),
        *(claim.voice.value, claim.hedge.value, claim.polarity.value, claim.modality.value),
        int(claim.is_inferred),
        _written(claim.context),
    )


@lru_cache(maxsize=256)
def _written(context: tuple[str, ...]) -> str:
    """As stored; the claims of a sentence have one context."""
    return json.dumps(context, ensure_ascii=False)
