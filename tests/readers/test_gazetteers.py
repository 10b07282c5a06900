"""Word lists: what the package brings, and what a user's folder changes."""

from pathlib import Path

import attrs
import pytest

from provenance.errors import ProvenanceError, UsageError
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.readers import gazetteers
from provenance.readers.gazetteers import (
    NUMBER_TABLES,
    PACKAGE_FOLDER,
    TEXT_TABLES,
    WORD_LISTS,
    load_knowledge,
    read_table,
)

TABLES = {*WORD_LISTS, *TEXT_TABLES, *NUMBER_TABLES, "roles", "event_verbs"}


def write(folder: Path, name: str, text: str) -> Path:
    (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return folder


def test_every_field_of_knowledge_has_a_table() -> None:
    assert {field.name for field in attrs.fields(Knowledge)} - {"digest"} == TABLES
    assert {path.stem for path in PACKAGE_FOLDER.glob("*.tsv")} == TABLES


def test_every_table_names_its_origin_and_licence() -> None:
    for path in PACKAGE_FOLDER.glob("*.tsv"):
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        assert head[1].startswith("# origin: "), path.name
        assert head[2].startswith("# licence: "), path.name
        assert path.name in (PACKAGE_FOLDER / "README.md").read_text(encoding="utf-8")


def test_keys_are_lower_case_without_typographic_apostrophes() -> None:
    knowledge = load_knowledge()
    for name in TABLES:
        for key in getattr(knowledge, name):
            assert key == key.lower().strip()
            assert "\u2019" not in key


def test_tables_know_what_they_should() -> None:
    knowledge = load_knowledge()
    assert knowledge.countries["kenya"] == "KE"
    assert knowledge.demonyms["norwegian"] == "NO"
    assert knowledge.roles["premier"].title == "prime minister"
    assert knowledge.roles["prime minister"].is_sole
    assert knowledge.say_verbs["warned"] == "warn"
    assert knowledge.months["sept."] == 9
    assert knowledge.weekdays["sunday"] == 6
    assert knowledge.number_words["twenty-one"] == 21
    assert knowledge.units["km"] == "kilometer"
    assert knowledge.hedges["no fewer than"] == "at_least"
    assert knowledge.states["at large"].split()[0] == knowledge.states["in custody"].split()[0]
    assert "us" not in knowledge.demonyms
    assert knowledge.event_verbs["detained"].event == knowledge.event_verbs["arrest"].event == "arrest"
    assert "n" in knowledge.event_verbs["stolen"].kinds
    rose, fell = knowledge.event_verbs["rose"], knowledge.event_verbs["fell"]
    assert (rose.theme, rose.side != fell.side) == (fell.theme, True)
    assert knowledge.event_verbs["arrived"].theme and not knowledge.event_verbs["visited"].theme


def test_the_package_stays_small() -> None:
    assert sum(path.stat().st_size for path in PACKAGE_FOLDER.iterdir() if path.is_file()) < 2_000_000


def test_knowledge_is_loaded_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_a_users_table_adds_replaces_and_removes(tmp_path: Path) -> None:
    write(tmp_path, "roles", "harbour pilot\tharbour pilot\t0\t0\npremier\tpremier\t1\t1\n")
    write(tmp_path, "organizations", "# mine\nMeridian Wire\n-google\n")
    knowledge = load_knowledge(tmp_path)
    assert "harbour pilot" in knowledge.roles
    assert knowledge.roles["premier"].title == "premier"
    assert "meridian wire" in knowledge.organizations
    assert not {"google", "-google"} & knowledge.organizations
    assert knowledge.digest != load_knowledge().digest


def test_digest_is_that_of_the_contents(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = load_knowledge(write(tmp_path / "a", "places", "atlantis\n"))
    two = load_knowledge(write(tmp_path / "b", "places", "atlantis\n"))
    assert one.digest == two.digest != load_knowledge().digest


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("countries", "ruritania\n", "line 1: 2 fields"),
        ("months", "brumaire\tsecond\n", "is a number"),
        ("roles", "doge\tdoge\tyes\t1\n", "0 or 1"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        load_knowledge(write(tmp_path, name, text))


def test_a_table_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "places.tsv").write_bytes(b"M\xfcnchen\n")
    with pytest.raises(UsageError, match="not UTF-8 at byte 1"):
        load_knowledge(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        load_knowledge(tmp_path / "none")


def test_comments_blank_lines_and_notes_are_left_out() -> None:
    rows = read_table("# note\n\nA\u2019isha\tx\tnote\r\nb\ty\n", "t", 2)
    assert rows == {"a'isha": ("x",), "b": ("y",)}


def test_kinds_of_hedges_are_those_of_claims() -> None:
    kinds = {"exact", "about", "at_least", "at_most", "more_than", "less_than"}
    assert set(load_knowledge().hedges.values()) == kinds
    assert EntityKind.PERSON == "person"


def test_a_missing_table_of_the_package_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in PACKAGE_FOLDER.glob("*.tsv"):
        if path.stem != "places":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(gazetteers, "PACKAGE_FOLDER", tmp_path)
    load_knowledge.cache_clear()
    with pytest.raises(ProvenanceError, match=r"places\.tsv"):
        load_knowledge()
    load_knowledge.cache_clear()
