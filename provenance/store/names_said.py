"""What people said of names and what became of it; spellings to unify; evidence for joinings ↔ rows."""

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from provenance.model.name_rules import SPOKEN_AGAINST, RuleOutcome
from provenance.model.names import NameTable, RuleContradiction
from provenance.model.spans import Span
from provenance.model.spellings import Spelling
from provenance.store.rows import SpanBook, TableRows, Value, read


def said_rows(outcomes: Sequence[RuleOutcome], spellings: Sequence[Spelling]) -> list[TableRows]:
    """Prepared rows of rules with what became of them, and of spellings to unify."""
    return [
        TableRows(
            "name_rule",
            ("position", "place", "relation", "a", "b", "kind", "note", "effect"),
            tuple(
                (
                    position,
                    one.where,
                    one.relation,
                    one.a,
                    one.b,
                    one.kind or None,
                    one.note,
                    one.effect.value,
                )
                for position, one in enumerate(outcomes, 1)
            ),
        ),
        TableRows(
            "name_spelling",
            ("source", "variant"),
            tuple((one.source, one.variant) for one in spellings),
        ),
    ]


def link_rows(table: NameTable, spans: SpanBook, texts: Mapping[str, str]) -> list[TableRows]:
    """Prepared rows of the evidence, of descriptions and of contradictions. `texts`: source → its text.

    Equal evidence at several places is one link with all of them, of the highest score.
    """

    def place(span: Span) -> int:
        return spans.add(span, span.quote(texts[span.source_id]))

    links: dict[str, tuple[Value, ...]] = {}
    places: dict[tuple[str, Span], int] = {}
    for link in sorted(table.links):
        links[link.key] = (
            *(link.key, link.entity, link.a, link.b, link.kind.value, link.basis.value),
            *(min(1.0, max(0.0, float(link.score))), link.reason, int(link.is_joined)),
        )
        for span in link.spans:
            places[link.key, span] = place(span)
    return [
        TableRows(
            "name_link",
            ("key", "entity", "a", "b", "kind", "basis", "score", "reason", "is_joined"),
            tuple(links.values()),
        ),
        TableRows(
            "name_link_place", ("link", "span"), tuple((key, number) for (key, _), number in places.items())
        ),
        TableRows(
            "name_description",
            ("span", "entity", "antecedent"),
            tuple((place(one.span), one.entity, place(one.antecedent)) for one in table.descriptions),
        ),
        TableRows(
            "name_contradiction",
            ("position", "rule", "evidence", "place"),
            tuple(
                (position, one.rule, one.evidence, one.where)
                for position, one in enumerate(table.contradictions, 1)
            ),
        ),
    ]


def count_rules(db: Database) -> list[tuple[str, int]]:
    """(what became of it, how many rules), those that were followed first. A row for each pair of names; of
    those followed are told apart those that something speaks against.
    """
    query = f"""SELECT became, count(*) FROM (
            SELECT effect, CASE WHEN effect = 'followed' AND contradiction IS NOT NULL
                THEN '{SPOKEN_AGAINST}' ELSE effect END AS became FROM name_rules)
        GROUP BY became ORDER BY CASE min(effect) WHEN 'followed' THEN 1 WHEN 'not followed' THEN 2
            WHEN 'contradicted' THEN 3 WHEN 'suggested' THEN 4 ELSE 5 END, became"""
    return [(str(effect), int(count)) for effect, count in read(db, query)]


def load_contradictions(db: Database) -> list[RuleContradiction]:
    """What speaks against rules of people, in the order of its finding."""
    query = "SELECT rule, evidence, place FROM name_contradiction ORDER BY position"
    return [RuleContradiction(*row) for row in read(db, query)]
