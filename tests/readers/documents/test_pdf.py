"""PDF: each damage, limit and lock by its code, nothing on standard error, the properties with their zone."""

import logging
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import ZoneBasis
from provenance.readers.documents.pdf import read_pdf
from provenance.readers.interface import Reading

FIXTURES = Path(__file__).parent / "fixtures"
MINUTES = (FIXTURES / "minutes_fpdf2.pdf").read_bytes()


def read(raw: bytes) -> Reading:
    return read_pdf(raw, "s_1", ReadingSettings())


def make_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A file of the given objects, numbered from 1; the first is the catalogue."""
    raw = b"%PDF-1.4\n"
    places = []
    for number, inner in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return raw + head + table + end % (len(objects) + 1, trailer, len(raw))


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(contents: int) -> bytes:
    resources = b"/Resources << /Font << /F1 5 0 R >> >>"
    return b"<< /Type /Page /Parent 2 0 R %s /MediaBox [0 0 300 300] /Contents %d 0 R >>" % (
        resources,
        contents,
    )


def stream(text: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(text), entries, text)


def say(words: bytes) -> bytes:
    return stream(b"BT /F1 12 Tf 20 200 Td (%s) Tj ET" % words)


def one_page(contents: bytes, count: bytes = b"1", trailer: bytes = b"") -> bytes:
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count %s >>" % count
    return make_pdf(CATALOGUE, pages, page(4), contents, FONT, trailer=trailer)


def two_pages(first: bytes, second: bytes) -> bytes:
    pages = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    return make_pdf(CATALOGUE, pages, page(4), first, FONT, page(7), second)


def codes(reading: Reading) -> list[Code]:
    return [notice.code for notice in reading.notices]


def test_a_sound_file_is_read_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    reading = read(one_page(say(b"The ferry sails at seven.")))
    assert (reading.text, reading.notices) == ("The ferry sails at seven.", ())
    assert caplog.records == []


def test_repairs_are_noticed_and_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    raw = one_page(say(b"Text."))
    place = raw.rindex(b"xref\n0")
    looped = raw.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % place)
    reading = read(looped)
    assert (reading.text, codes(reading)) == ("Text.", [Code.PDF_DAMAGED])
    assert capsys.readouterr() == ("", "")
    assert logging.getLogger("pypdf").handlers == []


def test_a_wrong_count_of_pages_is_a_warning() -> None:
    reading = read(one_page(say(b"Text."), count=b"2147483647"))
    assert (reading.text, codes(reading)) == ("Text.", [Code.PDF_DAMAGED])
    assert "2,147,483,647" in reading.notices[0].text


BOMB = zlib.compress(bytes(80_000_000), 9)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.4\nhello", Code.PDF_DAMAGED),
        (MINUTES[: len(MINUTES) // 3], Code.PDF_DAMAGED),
        (make_pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), Code.PDF_DAMAGED),
        (make_pdf(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"), Code.PDF_DAMAGED),
        (make_pdf(CATALOGUE, b"2 0 R"), Code.PDF_DAMAGED),
        (make_pdf(CATALOGUE, b"[" * 50_000), Code.PDF_DAMAGED),
        (one_page(stream(BOMB, b"/Filter /FlateDecode")), Code.PDF_LIMIT),
        ((FIXTURES / "locked_rc4.pdf").read_bytes(), Code.PDF_ENCRYPTED),
    ],
)
def test_what_cannot_be_read_has_its_code(raw: bytes, code: Code) -> None:
    with pytest.raises(Unreadable) as caught:
        read(raw)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["locked_rc4_empty.pdf", "locked_aes_empty.pdf"])
def test_a_file_that_locks_only_changes_is_read(name: str) -> None:
    reading = read((FIXTURES / name).read_bytes())
    assert "Captain Margarethe Solheim" in reading.text
    assert reading.notices == ()


def test_one_bad_page_does_not_hide_the_others() -> None:
    reading = read(two_pages(stream(BOMB, b"/Filter /FlateDecode"), say(b"The second page.")))
    assert (reading.text, codes(reading)) == ("The second page.", [Code.PDF_LIMIT])
    assert "1 of 2 pages could not be read (page 1)" in reading.notices[0].text


def test_pages_without_text_are_counted() -> None:
    empty = read(two_pages(stream(b""), stream(b"")))
    assert (empty.text, codes(empty)) == ("", [Code.NO_TEXT])
    assert codes(read(two_pages(say(b"Text."), stream(b"")))) == [], "a blank page is no loss"


def test_a_page_that_is_a_picture_is_a_loss() -> None:
    writer = PdfWriter(clone_from=BytesIO(two_pages(say(b"Text."), stream(b""))))
    picture = DecodedStreamObject()
    picture.set_data(b"\0")
    picture.update({NameObject("/Subtype"): NameObject("/Image")})
    resources = writer.pages[1]["/Resources"].get_object().clone(writer)
    resources[NameObject("/XObject")] = type(resources)({NameObject("/Im0"): writer._add_object(picture)})
    writer.pages[1][NameObject("/Resources")] = resources
    buffer = BytesIO()
    writer.write(buffer)
    reading = read(buffer.getvalue())
    assert codes(reading) == [Code.TEXT_LOST]
    assert "1 of 2 pages (page 2) hold a picture" in reading.notices[0].text


def with_information(**entries: str) -> Reading:
    writer = PdfWriter(clone_from=BytesIO(one_page(say(b"Text."))))
    writer.metadata = None
    writer.add_metadata({f"/{name}": value for name, value in entries.items()})
    buffer = BytesIO()
    writer.write(buffer)
    return read(buffer.getvalue())


def stated(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(m.name, m.value, m.field) for m in reading.metadata if m.field]


@pytest.mark.parametrize(
    ("date", "value", "zone"),
    [
        ("D:20190504091530+02'00'", "2019-05-04T09:15:30+02:00", ZoneBasis.STATED),
        ("D:20190504091530-0700", "2019-05-04T09:15:30-07:00", ZoneBasis.STATED),
        ("D:20190504091530Z", "2019-05-04T09:15:30+00:00", ZoneBasis.STATED),
        ("D:20190504091530", "2019-05-04T09:15:30", ZoneBasis.NONE),
        ("D:20190504", "2019-05-04", ZoneBasis.NONE),
    ],
)
def test_dates_keep_their_zone(date: str, value: str, zone: ZoneBasis) -> None:
    reading = with_information(CreationDate=date, ModDate=date)
    assert stated(reading) == [("created", value, "PDF /CreationDate")]
    assert reading.metadata[-1].zone == zone


@pytest.mark.parametrize(
    "title", ["Microsoft Word - press release.doc", "untitled", "Document1", "scan.tif.pdf", "--"]
)
def test_what_a_program_filled_in_is_no_title(title: str) -> None:
    assert stated(with_information(Title=title, Author="Administrator")) == []


def test_xmp_adds_what_the_information_does_not_say() -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmp:ModifyDate="2019-06-01T10:00:00+01:00" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li>Tides</rdf:li></rdf:Alt>'
        "</dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>Ann Lee</rdf:li><rdf:li>Bo Ek</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    writer = PdfWriter(clone_from=BytesIO(one_page(say(b"Text."))))
    writer.metadata = None
    writer.add_metadata({"/Title": "Tides"})
    holder = DecodedStreamObject()
    holder.set_data(packet.encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(holder)
    buffer = BytesIO()
    writer.write(buffer)
    assert stated(read(buffer.getvalue())) == [
        ("title", "Tides", "PDF /Title"),
        ("author", "Ann Lee", "PDF XMP dc:creator"),
        ("author", "Bo Ek", "PDF XMP dc:creator"),
        ("modified", "2019-06-01T10:00:00+01:00", "PDF XMP xmp:ModifyDate"),
    ]


@pytest.mark.parametrize(
    "name", ["harbour_libreoffice", "harbour_chromium", "minutes_fpdf2", "minutes_reportlab"]
)
def test_no_word_of_the_extractor_is_lost(name: str) -> None:
    path = FIXTURES / f"{name}.pdf"
    bare = "\n".join(found.extract_text() for found in PdfReader(path).pages)
    seen = read(path.read_bytes()).text.translate(str.maketrans("¹²", "12"))
    assert sorted(seen.split()) == sorted(bare.replace("\uf095", "•").split())


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damage_is_refused_or_read_and_never_another_exception(data: st.DataObject) -> None:
    raw = bytearray(one_page(say(b"Some words that stand here."), trailer=b"/Info 5 0 R"))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(raw[: data.draw(st.integers(1, len(raw)))]) if data.draw(st.booleans()) else bytes(raw)
    try:
        reading = read(cut)
    except Unreadable as refused:
        assert refused.code in (Code.PDF_DAMAGED, Code.PDF_LIMIT, Code.PDF_ENCRYPTED)
        return
    assert reading.text or reading.notices


def test_words_that_stand_as_they_are_seen_are_told() -> None:
    letters = "".join(f"<{code:02X}> <{ord(c):04X}>\n" for code, c in enumerate("قويةمدنر", 65)).encode()
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 8 beginbfchar\n" + letters + b"endbfchar"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    for words, count in ((b"EFCGD ABCD", 1), (b"DGCFE DCBA", 0)):
        raw = make_pdf(CATALOGUE, pages, page(4), say(words), font, stream(cmap))
        notices = read(raw).notices
        assert len(notices) == count, read(raw).text
        assert all(n.code is Code.TEXT_LOST and "order in which they are seen" in n.text for n in notices)


def test_text_that_is_not_seen_is_furniture() -> None:
    drawn = b"BT /F1 12 Tf 20 200 Td (Seen by all.) Tj 1 g 0 -20 Td (White on white.) Tj ET"
    reading = read(one_page(stream(drawn)))
    assert reading.text == "Seen by all.\n\nWhite on white."
    [hidden] = reading.furniture
    assert reading.text[hidden.span.start : hidden.span.end] == "White on white."
