"""Archives: what is in them comes out, and what would unfold too far or is damaged is refused."""

import zipfile
import zlib
from io import BytesIO

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.documents.zip_safety import open_zip

READING = ReadingSettings()


def make_zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, raw in parts.items():
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return buffer.getvalue()


def read_all(raw: bytes, reading: ReadingSettings = READING) -> dict[str, bytes]:
    archive = open_zip(raw, reading)
    return {name: archive.read(name) for name in archive.names()}


def test_parts_come_out_as_they_went_in() -> None:
    parts = {"a/ü.txt": b"one", "b.txt": b"", "folder/": b"", "c.bin": bytes(range(256)) * 900}
    found = read_all(make_zip(parts))
    assert found == {name: raw for name, raw in parts.items() if name != "folder/"}
    assert list(found) == ["a/ü.txt", "b.txt", "c.bin"]


def test_an_entry_without_a_name_is_damage_or_read() -> None:
    raw = make_zip({"abc": b"text", "b.txt": b"more"}).replace(b"abc", b"\x00bc")
    archive = open_zip(raw, READING)
    assert list(archive.names()) == ["", "b.txt"]
    assert archive.read("b.txt") == b"more"
    try:
        assert archive.read("") == b"text"
    except Unreadable as error:
        assert error.code == Code.ZIP_DAMAGED


def test_a_seekable_file_is_taken_too() -> None:
    archive = open_zip(BytesIO(make_zip({"a": b"x" * 10})), READING)
    assert archive.read("a") == b"x" * 10
    assert archive.inflated_bytes == 10


def test_entries_are_counted_before_they_are_listed() -> None:
    raw = make_zip({str(number): b"" for number in range(12)})
    with pytest.raises(Unreadable, match=r"12 entries.*most_entries") as caught:
        open_zip(raw, evolve(READING, most_entries=11))
    assert caught.value.code == Code.ZIP_LIMIT
    assert len(open_zip(raw, evolve(READING, most_entries=12)).entries) == 12


def test_a_part_that_unfolds_too_far_is_refused_unread() -> None:
    archive = open_zip(make_zip({"bomb": b"\0" * 3_000_000}), READING)
    with pytest.raises(Unreadable, match="largest_inflation") as caught:
        archive.read("bomb")
    assert caught.value.code == Code.ZIP_LIMIT
    assert archive.inflated_bytes == 0


def test_all_parts_together_have_one_limit() -> None:
    reading = evolve(READING, largest_inflated_bytes=250)
    archive = open_zip(make_zip({"a": b"x" * 100, "b": b"y" * 100, "c": b"z" * 100}), reading)
    assert len(archive.read("a")) == len(archive.read("b")) == 100
    with pytest.raises(Unreadable, match="largest_inflated_bytes") as caught:
        archive.read("c")
    assert caught.value.code == Code.ZIP_LIMIT


@pytest.mark.parametrize("lie", [1, 50, 101, 60_000])
def test_a_declared_size_that_is_not_the_real_one_is_damage(lie: int) -> None:
    honest = make_zip({"a": b"x" * 100})
    raw = honest.replace((100).to_bytes(4, "little"), lie.to_bytes(4, "little"))
    with pytest.raises(Unreadable) as caught:
        read_all(raw)
    assert caught.value.code == Code.ZIP_DAMAGED


def test_an_encrypted_part_is_refused_without_a_prompt() -> None:
    raw = bytearray(make_zip({"a": b"x"}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="encrypted") as caught:
        read_all(bytes(raw))
    assert caught.value.code == Code.ENCRYPTED_OR_LEGACY


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_whose_steps_have_no_bound_is_refused(method: int) -> None:
    with pytest.raises(Unreadable, match="compressed by method") as caught:
        read_all(make_zip({"a": b"x" * 9}, method))
    assert caught.value.code == Code.FORMAT_NOT_READ


def test_an_old_office_file_is_named_as_such() -> None:
    with pytest.raises(Unreadable, match="OLE") as caught:
        open_zip(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), READING)
    assert caught.value.code == Code.ENCRYPTED_OR_LEGACY


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_found_or_does_not_matter(data: st.DataObject) -> None:
    parts = {"a.txt": b"some text " * 20, "b/c.xml": b"<a>more</a>" * 9}
    raw = bytearray(make_zip(parts))
    if data.draw(st.booleans()):
        raw = raw[: data.draw(st.integers(0, len(raw)))]
    for _ in range(data.draw(st.integers(1, 4))):
        if raw:
            raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_all(bytes(raw))
    except Unreadable:
        return
    checksums = {zlib.crc32(part) for part in parts.values()}
    assert all(zlib.crc32(part) in checksums or not part for part in found.values())
