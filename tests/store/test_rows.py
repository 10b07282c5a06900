"""Every kind of value comes back from its rows as it went in."""

import json
from typing import Any

from sqlite_utils import Database

from provenance.store.claims import claim_rows, load_claims
from provenance.store.conflicts import load_conflicts
from provenance.store.names import load_aliases, load_entities, load_pairs, load_resolved_mentions
from provenance.store.reuse import load_alignments, load_groups, load_lineage, load_near_duplicates
from provenance.store.rows import STAGE_TABLES, SpanBook, clear_stage, spans_by_id, unique


def test_reuse_comes_back_as_it_went_in(filled: Database, pile: Any) -> None:
    assert tuple(load_alignments(filled)) == pile.alignments
    assert tuple(load_near_duplicates(filled)) == pile.near
    assert tuple(load_groups(filled)) == pile.groups
    assert tuple(load_lineage(filled)) == pile.lineage


def test_names_come_back_as_they_went_in(filled: Database, pile: Any) -> None:
    assert tuple(load_entities(filled)) == pile.names.entities
    assert tuple(load_pairs(filled)) == pile.names.pairs
    assert tuple(load_aliases(filled)) == pile.names.aliases
    found = load_resolved_mentions(filled)
    assert {mention.text for mention in found} == {"Zoë Quirke", "Zoe Quirk"}
    assert {mention.name for mention in found} == {"Zoë Quirke"}


def test_claims_come_back_as_they_went_in(filled: Database, pile: Any) -> None:
    assert sorted(load_claims(filled)) == sorted(pile.claims)


def test_conflicts_come_back_as_they_went_in(filled: Database, pile: Any) -> None:
    assert tuple(load_conflicts(filled)) == pile.conflicts


def test_fingerprints_keep_all_64_bits(filled: Database, pile: Any) -> None:
    for one in pile.fingerprints:
        query = "SELECT signature, passages FROM fingerprint WHERE source = ?"
        signature, passages = filled.conn.execute(query, [one.source_id]).fetchone()
        assert [int.from_bytes(signature[i : i + 8], "big") for i in (0, 8)] == list(one.signature)
        assert int.from_bytes(passages[:8], "big") == one.passages[0][0]


def test_changes_in_the_view_are_json_with_the_promised_keys(filled: Database, pile: Any) -> None:
    ((changes,),) = filled.conn.execute("SELECT changes FROM reused_passages").fetchall()
    (change,) = json.loads(changes)
    assert list(change) == ["kind", "a_start", "a_end", "a_text", "b_start", "b_end", "b_text", "judgement"]
    assert change["kind"] == "number"


def test_entity_that_is_not_stored_is_not_referred_to(pile: Any) -> None:
    rows = claim_rows(pile.claims, set())[1]
    at = rows.columns.index("subject_entity")
    assert {row[at] for row in rows.rows} == {None}


def test_clearing_a_stage_leaves_the_others(filled: Database) -> None:
    for stage in reversed([name for name in STAGE_TABLES if name != "ingest"]):
        clear_stage(filled, stage)
        assert spans_by_id(filled, stage) == {}
    assert filled.table("source").count == 3
    assert len(spans_by_id(filled, "ingest")) == 2


def test_span_has_one_id_however_often_it_is_asked_for(pile: Any) -> None:
    book = SpanBook("claims")
    span = pile.mentions[0].span
    assert book.add(span, "x") == book.add(span, "x")
    assert len(book.rows().rows) == 1


def test_unique_keeps_the_first_of_each_key() -> None:
    assert unique(["ab", "c", "aa"], lambda word: word[0]) == ["ab", "c"]
