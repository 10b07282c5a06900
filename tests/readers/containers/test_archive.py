"""ZIP archives: each file in them is a document."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis
from provenance.readers.containers.archive import split_zip
from provenance.readers.files import read_file
from provenance.readers.interface import Part

SETTINGS = ReadingSettings()


def _write(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return opened.getvalue()


def _split(raw: bytes, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_zip(io.BytesIO(raw), chosen))


def test_each_file_is_a_document_under_its_path() -> None:
    files = {
        "a.txt": b"one",
        "notes/": b"",
        "notes/b.html": b"<p>two</p>",
        "inner.zip": _write({"c.txt": b"3"}),
    }
    parts = _split(_write(files))
    assert [(part.member, part.name, part.raw) for part in parts] == [
        (name, name, raw) for name, raw in files.items() if name != "notes/"
    ]


def test_hidden_files_and_litter_are_no_documents() -> None:
    names = ["__MACOSX/._a.txt", ".DS_Store", "x/.git/config", "Thumbs.db", "x/desktop.ini", "a.txt"]
    assert [part.member for part in _split(_write(dict.fromkeys(names, b"x")))] == ["a.txt"]


def test_names_that_lead_elsewhere_stay_inside() -> None:
    names = ["../../etc/passwd", "/abs.txt", "C:\\x\\y.txt", "a/./b//c.txt", "a\nb\x1b.txt", ".."]
    members = [part.member for part in _split(_write(dict.fromkeys(names, b"x")))]
    assert members == ["etc/passwd", "abs.txt", "C:/x/y.txt", "a/b/c.txt", "a b\x1b.txt", "file"]


def test_names_without_the_flag_are_read_as_utf8_or_as_code_page_437() -> None:
    raw = _write({"cafX.txt": b"1", "cafYY.txt": b"2"})
    raw = raw.replace(b"cafX", b"caf\x82").replace(b"cafYY", b"caf\xc3\xa9")
    assert [part.member for part in _split(raw)] == ["café.txt", "café.txt (2)"]


def test_encrypted_files_are_refused_and_the_others_go_on() -> None:
    raw = bytearray(_write({"a.txt": b"secret", "b.txt": b"open"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        raw[raw.index(mark) + (6 if mark.endswith(b"\x04") else 8)] |= 1
    first, second = _split(bytes(raw))
    assert isinstance(first.failure, Unreadable) and first.failure.code == Code.ENCRYPTED_OR_LEGACY
    assert second.raw == b"open"


def test_a_bomb_is_refused_and_the_others_go_on() -> None:
    raw = _write({"a.txt": b"a" * 50_000_000, "b.txt": b"open"})
    first, second = _split(raw)
    assert isinstance(first.failure, Unreadable) and first.failure.code == Code.ZIP_LIMIT
    assert second.raw == b"open"


def test_damage_in_one_file_is_its_own() -> None:
    raw = _write({"a.txt": b"first text", "b.txt": b"open"}, zipfile.ZIP_STORED).replace(
        b"first text", b"FIRST text", 1
    )
    first, second = _split(raw)
    assert isinstance(first.failure, Unreadable) and first.failure.code == Code.ZIP_DAMAGED
    assert second.raw == b"open"


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\x03\x04" * 100, _write({"a.txt": b"x"})[:-20]])
def test_what_is_no_archive_is_damaged(raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        _split(raw)
    assert caught.value.code == Code.ZIP_DAMAGED


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damaged_archives_never_crash(data: st.DataObject) -> None:
    raw = bytearray(_write({"a.txt": b"one two three", "b/c.txt": b"x" * 200}))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        for part in _split(bytes(raw)):
            assert part.failure is None or isinstance(part.failure, Unreadable)
            assert ".." not in part.member.split("/") and not part.member.startswith("/")
    except Unreadable as problem:
        assert problem.code in (Code.ZIP_DAMAGED, Code.ZIP_LIMIT, Code.ENCRYPTED_OR_LEGACY)


def test_sidecars_in_an_archive_describe_the_files_beside_them() -> None:
    files = {
        "p/sources.csv": b"path,publisher,title\na.txt,The Daily,A title\n"
        b"../b.txt,The Post,\nm.mbox#2,,Third\n",
        "p/a.txt": b"one",
        "b.txt": b"two",
        "p/m.mbox": b"three",
        "b.txt.json": b'{"url": "https://example.org/b", "authors": ["Ann Lee"]}',
        "c.html.json": b'{"title": "no page beside it"}',
    }
    parts = {part.member: part for part in _split(_write(files))}
    assert list(parts) == list(files)
    said = {name: [(m.name, m.value, m.basis) for m in part.metadata] for name, part in parts.items()}
    assert said["p/a.txt"] == [("title", "A title", Basis.SET), ("publisher", "The Daily", Basis.SET)]
    assert said["b.txt"] == [
        ("publisher", "The Post", Basis.SET),
        ("author", "Ann Lee", Basis.METADATA),
        ("url", "https://example.org/b", Basis.METADATA),
    ]
    for name in ("p/sources.csv", "b.txt.json"):
        failure = parts[name].failure
        assert isinstance(failure, Skipped) and failure.code == Code.SIDECAR
    assert "cannot be described: p/m.mbox#2" in str(parts["p/sources.csv"].failure)
    assert parts["c.html.json"].raw == files["c.html.json"]


def test_a_sidecar_of_an_archive_that_cannot_be_read_is_refused() -> None:
    files = {"a.html": b"<p>x</p>", "a.html.json": b'{"title": "cut o', "sources.csv": b"path,title\n"}
    parts = _split(_write(files))
    codes = [part.failure.code for part in parts if isinstance(part.failure, Unreadable)]
    assert codes == [Code.DOCUMENT_DAMAGED, Code.CONTAINER_DAMAGED]
    assert not any(isinstance(part.failure, Skipped) for part in parts)


def test_a_sidecar_of_an_archive_leads_nowhere_else() -> None:
    files = {"sources.csv": b"path,title\n/etc/passwd,One\n../../x.txt,Two\n", "a.txt": b"x"}
    parts = _split(_write(files))
    assert isinstance(parts[0].failure, Unreadable) and parts[1].metadata == ()


def test_what_is_said_of_a_file_of_several_documents_holds_for_each(tmp_path: Path) -> None:
    box = b"".join(b"From a@b.org Tue May  4 10:20:30 2021\nSubject: S\n\nText.\n\n" for _ in range(2))
    files = {
        "sources.csv": b"path,publisher,title\nm.mbox,The List,All\nn.eml,The Desk,One\n",
        "m.mbox": box,
        "n.eml": b"From: a@example.org\nSubject: S\n\nText.\n",
    }
    path = tmp_path / "pile.zip"
    path.write_bytes(_write(files))
    found = {d.source.path: d.source for d in read_file(tmp_path, path, "pile.zip", SETTINGS)}
    set_ = {
        name: [(m.name, m.value) for m in source.metadata if m.basis is Basis.SET]
        for name, source in found.items()
    }
    assert set_["pile.zip#m.mbox#1"] == set_["pile.zip#m.mbox#2"] == [("publisher", "The List")]
    assert set_["pile.zip#n.eml"] == [("title", "One"), ("publisher", "The Desk")]
