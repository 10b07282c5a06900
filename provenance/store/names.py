"""Mentions, variants, entities, pairs and stated aliases ↔ rows."""

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from provenance.model.annotations import ResolvedMention
from provenance.model.names import (
    AliasForm,
    Entity,
    EntityKind,
    Mention,
    NamePair,
    NameTable,
    NameVariant,
    StatedAlias,
    Verdict,
)
from provenance.model.reuse import Change
from provenance.model.spans import Span
from provenance.store.names_said import link_rows
from provenance.store.reuse import changes_json
from provenance.store.rows import SpanBook, TableRows, read, spans_by_id, unique


def name_rows(
    mentions: Sequence[Mention],
    table: NameTable,
    texts: Mapping[str, str],
    judged: Mapping[str, Sequence[Change]] | None = None,
) -> list[TableRows]:
    """Prepared rows of the names stage. A mention of no variant stays one, without an entity.

    `judged`: key of an alignment → its changes, names judged.
    """
    spans = SpanBook("names")
    variants = unique([v for entity in table.entities for v in entity.variants], lambda v: v.key)
    variant_of = {span: variant.key for variant in variants for span in variant.mentions}
    kinds = {span: variant.kind for variant in variants for span in variant.mentions}
    found = unique(mentions, lambda mention: mention.span)
    aliases = unique(table.aliases, lambda alias: (alias.name, alias.alias))

    def place(span: Span) -> int:
        return spans.add(span, span.quote(texts[span.source_id]))

    mention_rows = tuple(
        (spans.add(m.span, m.text), kinds.get(m.span, m.kind).value, variant_of.get(m.span)) for m in found
    )
    alias_rows = tuple((place(a.span), place(a.name), place(a.alias), a.form.value) for a in aliases)
    evidence = link_rows(table, spans, texts)
    return [
        spans.rows(),
        TableRows(
            "entity", ("key", "name", "kind"), tuple((e.key, e.name, e.kind.value) for e in table.entities)
        ),
        TableRows(
            "variant",
            ("key", "entity", "kind", "text", "score", "reason"),
            tuple((v.key, v.entity, v.kind.value, v.text, float(v.score), v.reason) for v in variants),
        ),
        TableRows("mention", ("span", "kind", "variant"), mention_rows),
        TableRows(
            "name_pair",
            ("key", "a", "b", "kind", "score", "verdict", "reason"),
            tuple(
                (p.key, p.a, p.b, p.kind.value, float(p.score), p.verdict.value, p.reason)
                for p in unique(table.pairs, lambda pair: pair.key)
            ),
        ),
        TableRows("alias", ("span", "name_span", "alias_span", "form"), alias_rows),
        *evidence,
        TableRows(
            "judged_changes",
            ("alignment", "changes"),
            tuple((key, changes_json(changes)) for key, changes in sorted((judged or {}).items())),
        ),
    ]


def load_entities(db: Database) -> list[Entity]:
    """All entities with their variants, by key; variants by text."""
    places: dict[str, list[Span]] = {}
    query = """SELECT mention.variant, span.source, span.start, span."end" FROM mention
        JOIN span ON span.id = mention.span WHERE mention.variant IS NOT NULL ORDER BY 2, 3, 4"""
    for variant, source, start, end in read(db, query):
        places.setdefault(variant, []).append(Span(source, start, end))
    variants: dict[str, list[NameVariant]] = {}
    query = "SELECT key, entity, kind, text, score, reason FROM variant ORDER BY entity, text, key"
    for key, entity, kind, text, score, reason in read(db, query):
        one = NameVariant(entity, EntityKind(kind), text, tuple(places.get(key, ())), score, reason)
        variants.setdefault(entity, []).append(one)
    return [
        Entity(key, name, EntityKind(kind), tuple(variants.get(key, ())))
        for key, name, kind in read(db, "SELECT key, name, kind FROM entity ORDER BY key")
    ]


def load_pairs(db: Database) -> list[NamePair]:
    """All pairs that were not joined, by key."""
    query = "SELECT a, b, kind, score, verdict, reason FROM name_pair ORDER BY key"
    return [
        NamePair(a, b, EntityKind(kind), score, Verdict(verdict), reason)
        for a, b, kind, score, verdict, reason in read(db, query)
    ]


def load_resolved_mentions(db: Database) -> list[ResolvedMention]:
    """Mentions that stand for an entity, in the order of spans."""
    query = """SELECT span.source, span.start, span."end", span.quote, mention.kind, entity.key, entity.name
        FROM mention JOIN span ON span.id = mention.span
        JOIN variant ON variant.key = mention.variant JOIN entity ON entity.key = variant.entity
        ORDER BY 1, 2, 3"""
    return [
        ResolvedMention(Span(source, start, end), quote, EntityKind(kind), entity, name)
        for source, start, end, quote, kind, entity, name in read(db, query)
    ]


def load_aliases(db: Database) -> list[StatedAlias]:
    """Aliases that texts state, in the order of spans."""
    spans = spans_by_id(db, "names")
    query = "SELECT span, name_span, alias_span, form FROM alias"
    return sorted(
        StatedAlias(spans[span], spans[name], spans[alias], AliasForm(form))
        for span, name, alias, form in read(db, query)
    )
