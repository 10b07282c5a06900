"""JSON lines and lists of objects: each object is a document."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import ZoneBasis
from provenance.readers.containers.jsonl import split_json, split_jsonl
from provenance.readers.interface import Part, Reading

SETTINGS = ReadingSettings()
LONG = (
    "The mayor said on Tuesday that the bridge, closed since the storm, would be open again by the spring. "
)


def _lines(*values: object, **options: bool) -> bytes:
    return b"".join(json.dumps(value, **options).encode() + b"\n" for value in values)  # type: ignore[arg-type]


def _split(raw: bytes, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_jsonl(io.BytesIO(raw), chosen))


def _read(part: Part) -> Reading:
    assert part.read is not None
    return part.read(part.raw, "s-1", SETTINGS)


def test_each_line_is_a_document_with_its_bytes() -> None:
    first = {
        "headline": "A title",
        "byline": ["Ann Lee", {"name": "Bo Ray"}],
        "maintext": LONG + "é",
        "date_publish": "2019-05-04 10:00:00",
        "publishedAt": "2019-05-04T10:00:00Z",
        "source": {"id": "daily", "name": "The Daily"},
        "url": "https://example.org/a",
        "created_utc": 1556964000,
    }
    raw = _lines(first, {"maintext": "b"}, ensure_ascii=False)
    parts = _split(raw)
    assert b"".join(part.raw for part in parts) == raw and [part.member for part in parts] == ["1", "2"]
    assert _read(parts[0]).text == LONG + "é"
    said = {(m.name, m.value): m for m in parts[0].metadata}
    assert {
        ("title", "A title"),
        ("author", "Ann Lee"),
        ("author", "Bo Ray"),
        ("publisher", "The Daily"),
    } <= set(said)
    assert said["published", "2019-05-04T10:00:00Z"].field == "column created_utc"
    assert said["published", "2019-05-04T10:00:00+00:00"].zone is ZoneBasis.STATED
    assert said["published", "2019-05-04T10:00:00"].zone is ZoneBasis.NONE


def test_damaged_lines_are_refused_by_number() -> None:
    good = json.dumps({"text": LONG}).encode()
    deep = b'{"text": ' + b"[" * 100_000
    digits = b'{"text": ' + b"9" * 10_000 + b"}"
    raw = b"\n".join([good, b'{"text": "cut', b"", good, b"[1]", deep, digits, b"\xff\xfe\xfa", good])
    parts = _split(raw)
    lines = [str(part.failure).split(":")[0] if part.failure else "" for part in parts]
    assert lines == ["", "line 2", "", "line 5", "line 6", "line 7", "line 8", ""]
    assert {part.failure.code for part in parts if isinstance(part.failure, Unreadable)} == {Code.ROW_DAMAGED}


def test_a_line_longer_than_allowed_is_refused() -> None:
    raw = _lines({"text": "x" * 5000}, {"text": LONG})
    parts = _split(raw, ReadingSettings(largest_bytes=1000))
    assert "largest_bytes" in str(parts[0].failure) and parts[1].failure is None


def test_escapes_that_are_no_text_are_shown() -> None:
    reading = _read(_split(b'{"text": "a\\u0000b\\ud83dc\\ud83d\\ude00"}\n')[0])
    assert reading.text == "a\ufffdb\ufffdc\U0001f600"
    assert [notice.code for notice in reading.notices] == [Code.NUL_BYTES, Code.DECODE_REPLACED]


def test_texts_in_objects_and_lists_are_found() -> None:
    rendered = {
        "title": {"rendered": "A title"},
        "content": {"rendered": f"<p>{LONG}</p>\n<p>{LONG * 2}</p>"},
    }
    part = _split(_lines(rendered))[0]
    assert ("title", "A title") in [(m.name, m.value) for m in part.metadata]
    assert LONG.strip() in _read(part).text and "<p>" not in _read(part).text
    assert _read(_split(_lines({"text": ["One.", "Two."]}))[0]).text == "One.\n\nTwo."
    assert _read(_split(_lines({"_source": {"body": LONG}}))[0]).text == LONG


def test_objects_of_other_keys_find_their_own_text() -> None:
    parts = _split(_lines({"text": LONG}, {"body": LONG * 2}))
    assert [_read(part).text for part in parts] == [LONG, LONG * 2]


def test_lines_without_a_text_are_no_documents() -> None:
    with pytest.raises(Skipped, match="no column of text"):
        _split(_lines({"id": 1, "n": "two"}, {"id": 2, "n": "three"}))


def test_the_text_column_can_be_named() -> None:
    chosen = ReadingSettings(text_column="lead")
    assert _read(_split(_lines({"text": LONG, "lead": "short"}), chosen)[0]).text == "short"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_lines_in_other_encodings(encoding: str) -> None:
    raw = "".join(f'{{"text": "é {LONG}{n}"}}\r\n' for n in range(3)).encode(encoding)
    assert [_read(part).text for part in _split(raw)] == [f"é {LONG}{n}" for n in range(3)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrap", [None, "articles", "response"])
def test_a_list_of_objects_is_split(indent: int | None, wrap: str | None) -> None:
    listed = [{"title": f"T{n}", "text": LONG + str(n)} for n in range(3)]
    value = {"status": "ok", wrap: {"docs": listed} if wrap == "response" else listed} if wrap else listed
    raw = json.dumps(value, indent=indent).encode()
    parts = list(split_json(io.BytesIO(raw), SETTINGS))
    assert [_read(part).text for part in parts] == [LONG + "0", LONG + "1", LONG + "2"]
    assert [json.loads(part.raw) for part in parts] == listed and all(part.raw in raw for part in parts)


def test_an_object_with_a_text_is_a_document_and_others_are_not() -> None:
    parts = list(split_json(io.BytesIO(json.dumps({"title": "T", "text": LONG * 2}).encode()), SETTINGS))
    assert [_read(part).text for part in parts] == [LONG * 2]
    for other in ("{}", '{"colour": "red"}', '"text"', "[1, 2]", "[]", '{"title": "x"}'):
        try:
            assert all(part.failure for part in split_json(io.BytesIO(other.encode()), SETTINGS))
        except Skipped as reason:
            assert reason.code in (Code.FORMAT_NOT_READ, Code.NO_TEXT)


def test_of_a_list_that_is_cut_off_the_objects_before_count() -> None:
    raw = json.dumps([{"text": LONG + str(n)} for n in range(100)]).encode()[:-20]
    found = []
    with pytest.raises(Unreadable, match="cut off"):
        found.extend(split_json(io.BytesIO(raw), SETTINGS))
    parts = split_json(io.BytesIO(raw), SETTINGS)
    assert next(parts).failure is None


def test_settings_of_programs_are_no_documents() -> None:
    package = {
        "name": "x",
        "author": "Ann Lee",
        "description": "A tool that does a thing or two",
        "version": "1",
    }
    with pytest.raises(Skipped, match="no document"):
        list(split_json(io.BytesIO(json.dumps(package, indent=2).encode()), SETTINGS))


def test_json_lines_under_another_name_are_read() -> None:
    parts = list(split_json(io.BytesIO(_lines({"text": LONG}, {"text": "b"})), SETTINGS))
    assert [_read(part).text for part in parts] == [LONG, "b"]


@given(st.binary(max_size=300) | st.text('{}[]",:\\u0d8text1 \n', max_size=200).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_damaged_json_never_crashes(raw: bytes) -> None:
    for split in (split_jsonl, split_json):
        for whole in (raw, b'{"text": "a"}\n' + raw, b'[{"text": "a"},' + raw):
            try:
                for part in split(io.BytesIO(whole), SETTINGS):
                    if part.failure is None:
                        _read(part)
            except Unreadable as problem:
                assert problem.code in list(Code)
