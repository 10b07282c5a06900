"""Claims ↔ rows."""

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sqlite_utils import Database

from provenance.model.claims import Claim, ClaimKind, Hedge, Voice
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_PLAIN = tuple(
    "subject predicate value subject_entity value_entity number unit valid_from valid_to speaker "
    "speaker_entity".split()
)
_COLUMNS = (
    *("key", "kind", "source", "span", "field", "quote"),
    *_PLAIN,
    *("voice", "hedge", "is_inferred", "scope", "context"),
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
        c.voice, c.hedge, c.is_inferred, c.scope, c.context, c.field
        FROM claim AS c LEFT JOIN span ON span.id = c.span
        ORDER BY c.source, span.start, span."end", c.key"""
    return [
        Claim(
            ClaimKind(kind),
            source,
            None if span is None else spans[span],
            quote,
            **dict(zip(_PLAIN, plain, strict=True)),
            voice=Voice(voice),
            hedge=Hedge(hedge),
            is_inferred=bool(is_inferred),
            scope=scope,
            context=tuple(json.loads(context)),
            field=field,
        )
        for kind, source, span, quote, *plain, voice, hedge, is_inferred, scope, context, field in read(
            db, query
        )
    ]


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
        claim.voice.value,
        claim.hedge.value,
        int(claim.is_inferred),
        claim.scope,
        json.dumps(claim.context, ensure_ascii=False),
    )
