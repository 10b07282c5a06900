"""Web archives: as warcio and wget write them, and damaged ones."""

import functools
import gzip
import io
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import ZoneBasis
from provenance.readers.containers.warc import split_warc
from provenance.readers.interface import Part, Reading
from provenance.readers.pages.html import read_html

SETTINGS = ReadingSettings()
_FIXED = {
    "WARC-Date": "2019-05-04T10:20:30Z",
    "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
}
ASKED = b"GET /a HTTP/1.1\r\nHost: example.org\r\nUser-Agent: a test\r\n\r\n"
SENTENCE = "The mayor said on Tuesday that the bridge, closed since the storm, would be open again by spring."
PAGE = (
    f"<html><head><title>Bridge</title></head><body><article><h1>Bridge open by spring</h1><p>{SENTENCE}</p>"
    f"<p>Café “Müller” was flooded. {SENTENCE}</p></article></body></html>"
)


def _write(*captures: dict[str, object], packed: bool = True) -> bytes:
    opened = io.BytesIO()
    writer = WARCWriter(opened, gzip=packed)
    info = writer.create_warcinfo_record("test.warc", {"software": "a test"})
    info.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:00000000-0000-0000-0000-000000000000>")
    info.rec_headers.replace_header("WARC-Date", "2019-05-04T10:20:30Z")
    writer.write_record(info)
    info.raw_stream.close()
    for capture in captures:
        headers = [
            ("Content-Type", capture.get("type", "text/html; charset=utf-8")),
            *capture.get("headers", []),
        ]  # type: ignore[misc]
        http = StatusAndHeaders(f"{capture.get('status', '200 OK')}", headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            capture.get("url", "https://example.org/a"),
            capture.get("kind", "response"),
            payload=io.BytesIO(capture.get("body", PAGE.encode())),  # type: ignore[arg-type]
            http_headers=http if capture.get("kind", "response") == "response" else None,
            warc_content_type=capture.get("warc_type", "application/http; msgtype=response"),
            warc_headers_dict={**_FIXED, **capture.get("warc", {})},  # type: ignore[dict-item]
        )
        writer.write_record(record)
        record.raw_stream.close()
    return opened.getvalue()


def _split(raw: bytes, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_warc(io.BytesIO(raw), chosen))


def _read(part: Part) -> Reading:
    return (part.read or read_html)(part.raw, "s-1", SETTINGS)


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_has_its_address_and_the_time_of_its_capture(packed: bool) -> None:
    headers = [("Last-Modified", "Fri, 03 May 2019 08:00:00 GMT")]
    part, others = _split(_write({"headers": headers}, packed=packed))
    assert part.member == "2" and part.raw == PAGE.encode() and part.name == "2.html"
    said = {m.name: m for m in part.metadata}
    assert said["url"].value == "https://example.org/a" and said["url"].field == "WARC-Target-URI"
    assert said["captured_at"].earliest == "2019-05-04T10:20:30Z"
    assert said["modified"].earliest == "2019-05-03T08:00:00Z"
    assert {said[name].zone for name in ("captured_at", "modified")} == {ZoneBasis.UTC_BY_FORMAT}
    assert SENTENCE in _read(part).text
    assert isinstance(others.failure, Skipped) and "1 warcinfo records" in str(others.failure)


def test_a_page_made_at_its_capture_was_not_modified_then() -> None:
    part = _split(_write({"headers": [("Last-Modified", "Sat, 04 May 2019 10:20:31 GMT")]}))[0]
    assert "modified" not in {m.name for m in part.metadata}


def test_what_http_put_around_a_page_is_undone() -> None:
    packed = gzip.compress(PAGE.encode(), mtime=0)
    chunked = (
        b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (packed[:50], packed[50:])) + b"0\r\n\r\n"
    )
    encoded = [("Content-Encoding", "x-gzip")]
    parts = _split(
        _write(
            {"body": packed, "headers": encoded},
            {"body": chunked, "headers": [*encoded, ("Transfer-Encoding", "Chunked")]},
            {"body": b"\x8b\x00\x80\xff\xfe", "headers": [("Content-Encoding", "br")]},
            {"body": PAGE.encode(), "headers": [("Content-Encoding", "br")]},
        )
    )
    assert [part.raw for part in parts[:2]] == [PAGE.encode()] * 2
    assert "compressed as br" in str(parts[2].failure) and parts[3].raw == PAGE.encode()


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "utf-8", "nonsense"])
def test_the_servers_charset_goes_before_the_pages(declared: str) -> None:
    body = PAGE.replace("<title>", '<meta charset="koi8-r"><title>')
    used = "cp1252" if declared in ("windows-1252", "iso-8859-1") else "utf-8"
    part = _split(_write({"body": body.encode(used), "type": f'text/html; Charset="{declared}"'}))[0]
    reading = _read(part)
    assert "Café “Müller”" in reading.text
    assert Code.ENCODING_GUESSED not in {notice.code for notice in reading.notices}


def test_what_is_no_document_is_counted_and_not_listed() -> None:
    pictures = [{"type": "image/png", "body": b"\x89PNG"}] * 200
    raw = _write(
        {},
        *pictures,
        {"status": "301 Moved"},
        {"status": "404 Not Found"},
        {
            "kind": "request",
            "warc_type": "application/http; msgtype=request",
            "body": b"GET / HTTP/1.0\r\n\r\n",
        },
        {"type": "application/javascript", "body": b"x=1"},
        {"type": "text/plain", "body": b"User-agent: *", "url": "https://example.org/robots.txt"},
    )
    parts = _split(raw)
    assert [part.member for part in parts] == ["2", "others"]
    assert str(parts[1].failure) == (
        "records that are no documents, 206 in all: 200 image files, 1 answers with status 404, "
        "1 application files, 1 files for programs, 1 redirects, 1 request records, 1 warcinfo records"
    )


def test_documents_in_other_formats_are_named_after_their_type() -> None:
    parts = _split(
        _write(
            {"type": "application/pdf", "body": b"%PDF-1.4"},
            {
                "type": "application/octet-stream",
                "url": "https://example.org/a/report.docx?x=1",
                "body": b"PK",
            },
            {"type": "application/msword", "url": "https://example.org/old.doc", "body": b"\xd0\xcf"},
            {"kind": "conversion", "warc_type": "text/plain", "body": SENTENCE.encode()},
            {"kind": "resource", "warc_type": "text/html", "body": PAGE.encode(), "url": "file:///a.html"},
        )
    )
    assert [part.name for part in parts] == ["2.pdf", "3.docx", "4.doc", "5.txt", "6.html", "others"]


def test_a_page_larger_than_allowed_is_refused_by_itself() -> None:
    bomb = gzip.compress(b" " * 5_000_000)
    raw = _write({"body": bomb, "headers": [("Content-Encoding", "gzip")]}, {})
    parts = _split(raw, ReadingSettings(largest_bytes=1_000_000))
    assert "largest_bytes" in str(parts[0].failure) and parts[1].raw == PAGE.encode()


def test_one_gzip_stream_around_all_records_is_read_too() -> None:
    raw = gzip.compress(_write({}, {}, packed=False))
    assert [part.member for part in _split(raw)] == ["2", "3", "others"]


@pytest.mark.parametrize("packed", [True, False])
def test_of_a_file_that_is_cut_off_the_records_before_count(
    packed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = _write({}, {}, {}, packed=packed)[:-300]
    found = []
    try:
        for part in split_warc(io.BytesIO(raw), SETTINGS):
            found.append(part)
    except Unreadable as problem:
        assert problem.code == Code.CONTAINER_DAMAGED
    else:
        assert any(notice.code == Code.CONTAINER_DAMAGED for part in found for notice in part.notices)
    assert [part.member for part in found[:2]] == ["2", "3"]
    assert capsys.readouterr() == ("", "")


def test_a_damaged_record_costs_itself_only() -> None:
    raw = _write({}, {"headers": [("X-Mark", "here")]}, {}, packed=False)
    start = raw.index(b"HTTP/1.1", raw.index(b"HTTP/1.1") + 8)
    parts = _split(raw[:start] + b"\x00TTP:1.1" + raw[start + 8 :])
    assert [part.member for part in parts if part.raw == PAGE.encode()][-1] == "4"
    assert len(parts) == 4 or "3" not in {part.member for part in parts}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damaged_archives_never_crash(data: st.DataObject) -> None:
    raw = bytearray(_write({}, {"headers": [("Content-Encoding", "gzip")]}, packed=data.draw(st.booleans())))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        for part in split_warc(io.BytesIO(bytes(raw)), SETTINGS):
            assert part.member
    except Unreadable as problem:
        assert problem.code == Code.CONTAINER_DAMAGED


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_other_files_are_damaged_archives(raw: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08"):
        try:
            list(split_warc(io.BytesIO(start + raw), SETTINGS))
        except Unreadable as problem:
            assert problem.code == Code.CONTAINER_DAMAGED


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        PAGE.replace("<h1>", '<a href="b.html">b</a><img src="x.png"><h1>'), "utf-8"
    )
    (site / "b.html").write_text(PAGE.replace("Bridge", "Road"), "utf-8")
    (site / "x.png").write_bytes(b"\x89PNG\r\n")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_an_archive_that_wget_wrote_is_read(address: str, tmp_path: Path) -> None:
    command = [
        "wget",
        "-q",
        "--no-proxy",
        "-r",
        "-p",
        f"--warc-file={tmp_path / 'site'}",
        "-P",
        f"{tmp_path}",
        address,
    ]
    subprocess.run(command, check=False, timeout=20)
    parts = _split((tmp_path / "site.warc.gz").read_bytes())
    read = {
        next(m.value for m in part.metadata if m.name == "url"): part
        for part in parts
        if part.failure is None
    }
    assert {address, f"{address}b.html"} <= set(read)
    assert SENTENCE in _read(read[address]).text and "Road open" in _read(read[f"{address}b.html"]).text
    assert "1 image files" in str(parts[-1].failure)
    assert all(any(m.name == "captured_at" for m in part.metadata) for part in read.values())


@pytest.mark.parametrize("kind", ["response", "request"])
@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_cut_off_anywhere_is_damaged(kind: str, packed: bool) -> None:
    first = _write({}, packed=packed)
    body = ASKED if kind == "request" else PAGE.encode()
    whole = _write({}, {"kind": kind, "url": "https://example.org/b", "body": body}, packed=packed)
    assert whole.startswith(first)
    end = len(whole) if packed else len(whole) - len(b"\r\n\r\n")
    places = {*range(len(first) + 1, len(first) + 400, 7), *range(len(first) + 400, end, 61), end - 1}
    for place in sorted(place for place in places if place < end):
        parts: list[Part] = []
        with pytest.raises(Unreadable) as caught:
            for part in split_warc(io.BytesIO(whole[:place]), SETTINGS):
                parts.append(part)
        assert caught.value.code == Code.CONTAINER_DAMAGED, place
        assert parts[0].raw == PAGE.encode()
        assert not any("reque " in f"{part.failure}" for part in parts)


def test_a_whole_archive_is_not_called_damaged() -> None:
    whole = _write({}, {"kind": "request", "body": ASKED}, packed=False)
    for raw in (whole, whole.removesuffix(b"\r\n\r\n"), whole + b"\r\n"):
        assert len(list(split_warc(io.BytesIO(raw), SETTINGS))) == 2
