"""What does not agree with itself is found; the dump tells results and nothing else."""

import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from provenance.errors import Damaged, ProvenanceError
from provenance.store.connection import open_database
from provenance.store.dump import dump, stage_digest, stage_lines
from provenance.store.verifying import verify


def test_sound_database_has_no_problems(filled: Database) -> None:
    assert verify(filled) == []


@pytest.mark.parametrize(
    ("attack", "found"),
    [
        ("UPDATE content SET raw = CAST('x' AS BLOB)", "do not have the SHA-256"),
        ("UPDATE content SET text_sha256 = hex(zeroblob(32))", "its text was changed"),
        ("UPDATE block SET text = replace(text, 'twelve', 'eleven')", "its text was changed"),
        ("UPDATE span SET quote = 'twelvf' WHERE quote = 'twelve'", "does not stand there"),
        ("UPDATE sentence SET text = 'Ten' || substr(text, 4)", "sentence"),
        ("DELETE FROM claim WHERE number = 10", "stage claims"),
        ("UPDATE conflict SET consequence = 'low'", "stage conflicts"),
        ("UPDATE variant SET score = 0.1", "stage names"),
        ("UPDATE change SET kind = 'wording'", "stage reuse"),
        ("UPDATE source SET path = 'z.txt'", "stage ingest"),
        ("UPDATE content SET encoding = 'latin-1'", "should not have this key"),
        ("UPDATE notice SET text = 'sound'", "stage ingest"),
        ("UPDATE metadatum SET zone = 'stated'", "stage ingest"),
        ("UPDATE furniture_span SET kind = 'teaser' WHERE stage = 'ingest'", "stage ingest"),
        ("UPDATE furniture_span SET reason = 'x' WHERE stage = 'fingerprint'", "stage fingerprint"),
        ("UPDATE furniture_span SET stage = 'fingerprint'", "another stage's span"),
        ("DELETE FROM place WHERE place = 'c.txt'", "it has no source"),
        ("DELETE FROM file WHERE place = 'c.txt'", "refers to"),
        ("UPDATE stage_coverage SET done = 99 WHERE stage = 'claims'", "stage claims"),
        ("DELETE FROM source WHERE path = 'a.txt'", "refers to"),
        ("DROP TRIGGER span_is_true", "schema: span_is_true is missing"),
        ("CREATE TABLE extra (x)", "extra does not belong here"),
        ("DROP VIEW conflicts", "conflicts is missing"),
        ("PRAGMA user_version = 7", "user_version is 7"),
    ],
)
def test_whatever_is_changed_by_hand_is_found(filled: Database, path: Path, attack: str, found: str) -> None:
    filled.close()
    hand = sqlite3.connect(path, isolation_level=None)
    hand.execute("DROP TRIGGER span_is_kept") if attack.startswith("UPDATE span") else None
    hand.execute("DROP TRIGGER content_is_kept") if attack.startswith("UPDATE content") else None
    hand.execute("DROP TRIGGER block_is_kept") if attack.startswith("UPDATE block") else None
    hand.execute("PRAGMA ignore_check_constraints = ON")
    hand.execute(attack)
    hand.close()
    connection = sqlite3.connect(path)
    problems = verify(Database(connection, execute_plugins=False))
    connection.close()
    assert any(found in problem for problem in problems), problems


def test_no_flipped_bit_is_missed_and_none_brings_it_down(
    filled: Database, path: Path, tmp_path: Path
) -> None:
    said = list(dump(filled))
    filled.close()
    sound, flipped = path.read_bytes(), tmp_path / "flipped.db"
    chance = random.Random(20161007)
    for _ in range(150):
        bit = chance.randrange(len(sound) * 8)
        content = bytearray(sound)
        content[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(content)
        assert _is_noticed_or_harmless(flipped, said), f"bit {bit}"


def _is_noticed_or_harmless(file: Path, said: list[str]) -> bool:
    try:
        db = open_database(file, create=False, busy_seconds=0.1)
    except ProvenanceError:
        return True
    try:
        problems = verify(db)
        return bool(problems) or list(dump(db)) == said
    finally:
        db.close()


def test_dump_is_sorted_and_tells_no_time_and_no_row_id(filled: Database, pile: Any) -> None:
    lines = list(dump(filled))
    assert lines == list(dump(filled))
    assert len([line for line in lines if '"table": "claim"' in line]) == 2
    assert not any('"id": 1' in line or "started_at" in line for line in lines)
    assert any("twelve" in line for line in lines)


def test_digest_of_a_stage_is_that_of_its_lines(filled: Database) -> None:
    before = stage_digest(filled, "claims")
    filled.conn.execute("DELETE FROM claim")
    assert stage_digest(filled, "claims") != before
    assert len(list(stage_lines(filled, "claims"))) == 1


def test_broken_file_is_damage_in_words(filled: Database, path: Path, tmp_path: Path) -> None:
    filled.close()
    broken = tmp_path / "broken.db"
    shutil.copy(path, broken)
    with broken.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(Damaged, match=r"broken\.db"):
        open_database(broken)
