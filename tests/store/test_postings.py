"""Where winnowed shingles stand: every posting is true, and goes with its source."""

from collections.abc import Callable

import numpy as np
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.model.sources import Content, Source
from provenance.store.connection import transaction
from provenance.store.postings import (
    count_holders,
    find_holders,
    load_numbered,
    load_posting_index,
    posting_rows,
    short_hashes,
)
from provenance.store.rows import clear_stage, insert
from provenance.store.sources import load_part
from provenance.store.verifying import verify
from tests.store.pile import Pile, store

SETTINGS = FingerprintSettings()


@pytest.fixture
def posted(filled: Database, pile: Pile) -> Database:
    with transaction(filled):
        insert(
            filled, posting_rows(pile.fingerprints, [one.source_id for one in pile.fingerprints], SETTINGS)
        )
    return filled


def short(value: int) -> int:
    return int(short_hashes(np.array([value], np.uint64))[0])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**64 - 1))
def test_a_short_hash_takes_six_bytes_and_keeps_the_order(value: int) -> None:
    assert -(1 << 47) <= short(value) < 1 << 47
    assert short(value) <= short(min(value + (1 << 16), 2**64 - 1))


def test_holders_come_in_the_order_of_their_numbers(posted: Database, pile: Pile) -> None:
    ((full, start, _end),) = pile.fingerprints[0].passages
    assert find_holders(posted, short(full), 9) == [(1, start), (2, start)]
    assert find_holders(posted, short(full), 1) == [(1, start)]
    assert find_holders(posted, short(full) + 1, 9) == []
    assert count_holders(posted, short(full), 9) == 2
    assert load_numbered(posted, [2, 7]) == {2: pile.fingerprints[1].source_id}


def test_postings_of_one_text_are_those_of_its_fingerprint(posted: Database) -> None:
    assert verify(posted) == []


@pytest.mark.parametrize(
    "attack",
    [
        "DELETE FROM posting WHERE number = 1",
        "UPDATE posting SET start = start + 1 WHERE number = 2",
        "UPDATE posting SET hash = hash + 1 WHERE number = 2",
        "INSERT INTO posting (hash, number, start) VALUES (5, 1, 5)",
        "INSERT INTO posting (hash, number, start) VALUES (5, 9, 5)",
        "DELETE FROM posting_index",
    ],
)
def test_postings_that_are_not_those_of_the_fingerprints_are_found(posted: Database, attack: str) -> None:
    with transaction(posted):
        posted.conn.execute(attack)
    assert any(problem.startswith("postings") for problem in verify(posted))


def test_postings_go_with_their_source(posted: Database, pile: Pile) -> None:
    with transaction(posted):
        posted.conn.execute("DELETE FROM source WHERE key = ?", [pile.fingerprints[0].source_id])
    assert posted.conn.execute("SELECT number FROM posting").fetchall() == [(2,)]


def test_clearing_the_stage_leaves_none(posted: Database) -> None:
    with transaction(posted):
        clear_stage(posted, "fingerprint")
    assert load_posting_index(posted) is None
    assert posted.conn.execute("SELECT count(*) FROM posting").fetchone() == (0,)


def test_none_are_kept_beyond_the_setting(fresh_db: Database) -> None:
    found = [Fingerprint("s-1", "", "", (), ((1, 0, 4), (2, 5, 9)))]
    rows = posting_rows(found, ["s-1"], evolve(SETTINGS, postings=1))
    assert [part.table for part in rows] == ["posting_index"]
    with transaction(fresh_db):
        insert(fresh_db, rows)
    index = load_posting_index(fresh_db)
    assert index is not None and not index.is_kept and index.postings == 2


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 50), st.integers(51, 60)),
        unique_by=lambda p: p[1],
    )
)
def test_rows_are_sorted_and_complete(passages: list[tuple[int, int, int]]) -> None:
    found = [
        Fingerprint("s-2", "", "", (), tuple(passages)),
        Fingerprint("s-1", "", "", (), tuple(passages[:3])),
    ]
    (rows,) = [part for part in posting_rows(found, ["s-1", "s-2"], SETTINGS) if part.table == "posting"]
    wanted = [(short(h), 2, start) for h, start, _ in passages] + [
        (short(h), 1, start) for h, start, _ in passages[:3]
    ]
    assert list(rows.rows) == sorted(wanted) and len(rows.rows) == len(wanted)
    assert all(row in rows.rows for row in wanted)


def test_a_part_of_a_text_is_read_by_its_blocks(
    fresh_db: Database, make_source: Callable[..., tuple[Source, Content]]
) -> None:
    source, content = make_source("long.txt", "".join(chr(0x4E00 + n % 5000) for n in range(7000)))
    store(fresh_db, (source, content))
    for start, end in ((0, 10), (2040, 2060), (2048, 4096), (4095, 6999), (6990, 9000), (8000, 9000)):
        assert load_part(fresh_db, source.id, start, end) == source.text[start:end]
