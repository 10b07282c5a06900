"""Sidecars: sources.csv and page.html.json describe the files beside them."""

import csv
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.notices import Code
from provenance.model.sources import Basis, ZoneBasis
from provenance.readers.interface import FileToRead
from provenance.readers.sidecars import LARGEST_OBJECT_BYTES, Sidecars, read_sidecars


def _write(folder: Path, name: str, content: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _read(folder: Path) -> Sidecars:
    found = sorted(path for path in folder.rglob("*") if not path.is_dir())
    return read_sidecars([FileToRead(folder, path, str(path.relative_to(folder))) for path in found])


def _rows(folder: Path, *rows: list[str], name: str = "sources.csv", delimiter: str = ",") -> None:
    with (folder / name).open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened, delimiter=delimiter).writerows(rows)


def test_a_row_says_what_a_person_knows_of_a_file(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "x")
    _rows(
        tmp_path,
        ["path", "url", "title", "author", "publisher", "published"],
        ["a.txt", "https://example.org/a", 'A "quoted", title', "Ann Lee; Bo Ray", "The Daily", "2018-03-15"],
    )
    sidecars = _read(tmp_path)
    assert sidecars.is_sidecar("sources.csv") and not sidecars.is_sidecar("a.txt")
    said = {(m.name, m.value): m for m in sidecars.statements("a.txt")}
    assert list(said) == [
        ("title", 'A "quoted", title'),
        ("author", "Ann Lee"),
        ("author", "Bo Ray"),
        ("publisher", "The Daily"),
        ("published", "2018-03-15"),
        ("url", "https://example.org/a"),
    ]
    published = said["published", "2018-03-15"]
    assert published.basis is Basis.SET and published.field == "sources.csv published"
    assert (published.earliest, published.latest) == ("2018-03-14T10:00:00Z", "2018-03-16T12:00:00Z")
    assert published.zone is ZoneBasis.NONE
    assert sidecars.notices("a.txt") == ()
    assert [n.code for n in sidecars.notices("sources.csv")] == [Code.SIDECAR]


def test_paths_are_relative_to_the_sidecars_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/a.txt", "deep/er/b.txt"):
        _write(tmp_path, name, "x")
    _rows(
        tmp_path / "deep",
        ["File", "Publisher"],
        ["a.txt", "One"],
        ["er\\b.txt", "Two"],
        ["../a.txt", "Three"],
    )
    sidecars = _read(tmp_path)
    said = {name: sidecars.statements(name)[0].value for name in ("deep/a.txt", "deep/er/b.txt", "a.txt")}
    assert said == {"deep/a.txt": "One", "deep/er/b.txt": "Two", "a.txt": "Three"}


def test_the_nearest_folders_word_goes_first(tmp_path: Path) -> None:
    _write(tmp_path, "deep/a.txt", "x")
    _rows(tmp_path, ["path", "publisher"], ["deep/a.txt", "Far"])
    _rows(tmp_path / "deep", ["path", "publisher"], ["a.txt", "Near"])
    assert [m.value for m in _read(tmp_path).statements("deep/a.txt")] == ["Near", "Far"]


def test_members_are_described_one_by_one_or_with_their_file(tmp_path: Path) -> None:
    _write(tmp_path, "mail.mbox", "x")
    _rows(
        tmp_path,
        ["path", "publisher", "title"],
        ["mail.mbox", "The List", "All of it"],
        ["mail.mbox#3", "", "The third"],
    )
    sidecars = _read(tmp_path)
    assert [(m.name, m.value) for m in sidecars.statements("mail.mbox#3")] == [
        ("title", "The third"),
        ("publisher", "The List"),
    ]
    assert [(m.name, m.value) for m in sidecars.statements("mail.mbox#4")] == [("publisher", "The List")]
    assert sidecars.digest("mail.mbox") != "" and sidecars.digest("other.txt") == ""


def test_the_digest_changes_with_what_is_said_and_with_nothing_else(tmp_path: Path) -> None:
    for name in ("a.txt", "b.mbox"):
        _write(tmp_path, name, "x")
    _rows(tmp_path, ["path", "title"], ["a.txt", "One title"], ["b.mbox#1", "Two"])
    before = _read(tmp_path)
    _rows(tmp_path, ["path", "title"], ["b.mbox#1", "Three"], ["a.txt", "One title"])
    after = _read(tmp_path)
    assert before.digest("a.txt") == after.digest("a.txt")
    assert before.digest("b.mbox") != after.digest("b.mbox")


def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "x")
    _rows(
        tmp_path,
        ["path", "published", "url", "colour"],
        ["a.txt", "03/04/2018", "see below", "red"],
        ["gone.txt", "2018-01-01", "", ""],
        ["", "2018-01-01", "", ""],
        ["a.txt", "2018-01-01", "", "", "more"],
    )
    notices = _read(tmp_path).notices("sources.csv")
    texts = [notice.text for notice in notices]
    assert "colour" in texts[0] and notices[0].code is Code.SIDECAR
    assert [text.split(":")[0] for text in texts[1:]] == ["line 2", "line 2", "line 3", "line 4", "line 5"]
    assert "two ways" in texts[1] and "no web address" in texts[2] and "gone.txt" in texts[3]


def test_a_formula_is_plain_text(tmp_path: Path) -> None:
    _write(tmp_path, "=1+1.txt", "x")
    _rows(tmp_path, ["path", "title"], ["=1+1.txt", "=HYPERLINK(1)"])
    assert [m.value for m in _read(tmp_path).statements("=1+1.txt")] == ["=HYPERLINK(1)"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_as_spreadsheets_write_them(tmp_path: Path, encoding: str, delimiter: str) -> None:
    _write(tmp_path, "a.txt", "x")
    text = (
        delimiter.join(["path", "title", "author"])
        + "\r\n"
        + delimiter.join(["a.txt", "Café–bar", "Zoë Lee"])
    )
    (tmp_path / "sources.csv").write_bytes(f"{text}\r\n".encode(encoding))
    assert [m.value for m in _read(tmp_path).statements("a.txt")] == ["Café–bar", "Zoë Lee"]


def test_a_table_without_paths_is_a_table_like_others(tmp_path: Path) -> None:
    _rows(tmp_path, ["title", "text"], ["a", "b"])
    assert not _read(tmp_path).is_sidecar("sources.csv")


def test_names_in_another_normal_form_are_found(tmp_path: Path) -> None:
    _write(tmp_path, "cafe\u0301.txt", "x")
    _rows(tmp_path, ["path", "title"], ["caf\u00e9.txt", "A title"])
    assert [m.value for m in _read(tmp_path).statements("cafe\u0301.txt")] == ["A title"]


@pytest.mark.parametrize("name", ["page.html.json", "page.html.meta.json"])
def test_an_object_named_after_a_page_describes_it(tmp_path: Path, name: str) -> None:
    _write(tmp_path, "page.html", "x")
    said = {
        "url": "https://example.org/p",
        "title": "T\u0000itle \ud800",
        "authors": [{"name": "Ann Lee"}, "Bo Ray"],
        "date_publish": "2018-03-15T10:00:00-07:00",
        "crawled_at": 1521108000,
        "meta": {"site_name": "The Daily"},
        "maintext": "a long text",
    }
    _write(tmp_path, name, json.dumps(said))
    sidecars = _read(tmp_path)
    assert sidecars.notices(name)[0].text == "describes page.html"
    found = {(m.name, m.value): m for m in sidecars.statements("page.html")}
    assert list(found) == [
        ("title", "T\ufffditle \ufffd"),
        ("author", "Ann Lee"),
        ("author", "Bo Ray"),
        ("publisher", "The Daily"),
        ("published", "2018-03-15T10:00:00-07:00"),
        ("url", "https://example.org/p"),
        ("captured_at", "2018-03-15T10:00:00Z"),
    ]
    dated = found["published", "2018-03-15T10:00:00-07:00"]
    assert dated.basis is Basis.METADATA and dated.field == f"{name} date_publish"
    assert dated.earliest == "2018-03-15T17:00:00Z" and dated.zone is ZoneBasis.STATED
    assert found["captured_at", "2018-03-15T10:00:00Z"].zone is ZoneBasis.UTC_BY_FORMAT


def test_other_json_is_no_sidecar(tmp_path: Path) -> None:
    _write(tmp_path, "page.html", "x")
    _write(tmp_path, "page.html.json", "[1, 2]")
    _write(tmp_path, "lone.html.json", '{"title": "no page beside it"}')
    _write(tmp_path, "page.html.info.json", '{"colour": "red"}')
    sidecars = _read(tmp_path)
    assert not any(map(sidecars.is_sidecar, ("page.html.json", "lone.html.json", "page.html.info.json")))


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"title": ' * 100_000,
        b'{"title": "cut',
        b"\x00\x01\x02\x03" * 100,
        b" " * (LARGEST_OBJECT_BYTES + 1),
        b'{"title": ' + b"9" * 10_000 + b"}",
        b'{"title": "\xff\xfe\xfa"',
    ],
)
def test_a_hostile_object_gives_a_notice(tmp_path: Path, content: bytes) -> None:
    _write(tmp_path, "page.html", "x")
    _write(tmp_path, "page.html.json", content)
    sidecars = _read(tmp_path)
    assert sidecars.statements("page.html") == ()
    assert len(sidecars.notices("page.html.json")) == 2
    assert sidecars.is_damaged("page.html.json")


def test_a_sidecar_that_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sources.csv")
    _write(tmp_path, "page.html", "x")
    (tmp_path / "page.html.json").symlink_to("/etc/hostname")
    sidecars = _read(tmp_path)
    assert [n.code for n in sidecars.notices("sources.csv")] == [Code.SIDECAR, Code.NOT_REGULAR_FILE]
    assert [n.code for n in sidecars.notices("page.html.json")] == [Code.SIDECAR, Code.SYMLINK]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text('path,"\n\r;\x00a=#é.tx', max_size=200).map(str.encode)
    )
)
def test_no_sidecar_raises(tmp_path: Path, content: bytes) -> None:
    _write(tmp_path, "a.txt", "x")
    _write(tmp_path, "sources.csv", b"path,title\n" + content)
    _write(tmp_path, "a.txt.json", content)
    sidecars = _read(tmp_path)
    for name in ("a.txt", "a.txt#1", "sources.csv", "a.txt.json"):
        assert sidecars.digest(name) == _read(tmp_path).digest(name)
        for metadatum in sidecars.statements(name):
            assert "\x00" not in metadatum.value and metadatum.value.strip() == metadatum.value != ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(
    ("content", "is_damaged"),
    [
        ("path,title\r\n", True),
        ("path,title\r\na.txt,A title\r\n", False),
        ("path,title\r\ngone.txt,A title\r\n", True),
        ("path,title\r\na.txt,A title\r\ngone.txt,Another\r\n", False),
        ('path,title\r\na.txt,A title\r\na.txt,"Cut of', True),
    ],
)
def test_a_table_that_cannot_be_read_to_its_end_is_damaged(
    tmp_path: Path, content: str, is_damaged: bool, encoding: str
) -> None:
    _write(tmp_path, "a.txt", "x")
    _write(tmp_path, "sources.csv", content.encode(encoding))
    sidecars = _read(tmp_path)
    assert sidecars.is_sidecar("sources.csv")
    assert sidecars.is_damaged("sources.csv") == is_damaged


def test_a_hint_and_remarks_before_the_header_are_no_rows(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "x")
    _write(tmp_path, "sources.csv", "sep=;\n# by hand\npath;title\na.txt;A, B\ngone.txt;C\n")
    sidecars = _read(tmp_path)
    assert [m.value for m in sidecars.statements("a.txt")] == ["A, B"]
    assert "line 5" in sidecars.notices("sources.csv")[1].text
