"""OpenDocument texts: everything on the page is read; damage has a code."""

import zipfile
from io import BytesIO

import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import FurnitureKind
from provenance.readers.documents.odt import count_odt, read_odt
from provenance.readers.interface import Reading

READING = ReadingSettings()
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def make_odt(body: str, **parts: str) -> bytes:
    content = f"<office:document-content {NAMESPACES}><office:body><office:text>{body}"
    content += "</office:text></office:body></office:document-content>"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"content.xml": content, **parts}.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def read(raw: bytes) -> Reading:
    return read_odt(raw, "s_1", READING)


def test_white_space_counts_as_the_format_says() -> None:
    body = (
        "<text:p>a\n   b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e<text:span>f</text:span></text:p>"
    )
    assert read(make_odt(body)).text == "a b   c\td\nef"


def test_notes_follow_the_text_and_comments_are_furniture() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Below.</text:p>"
    note += "</text:note-body></text:note>"
    remark = '<dc:creator xmlns:dc="d">Ann</dc:creator><text:p>Is it?</text:p>'
    remark = f"<office:annotation>{remark}</office:annotation>"
    reading = read(make_odt(f"<text:p>Said{note} so{remark}.</text:p><text:p>End.</text:p>"))
    assert reading.text == "Said so.\n\nEnd.\n\nBelow.\n\nIs it?"
    assert [piece.kind for piece in reading.furniture] == [FurnitureKind.COMMENTS]


def test_deleted_text_is_left_out_and_lists_and_sections_are_in() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
    gone += "</text:changed-region></text:tracked-changes>"
    body = "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    raw = make_odt(f"{gone}<text:section>{body}</text:section>")
    assert read(raw).text == "one"
    assert count_odt(raw) == 3


def test_a_hidden_section_is_left_out() -> None:
    body = "<text:section text:display='none'><text:p>hidden</text:p></text:section><text:p>seen</text:p>"
    assert read(make_odt(body)).text == "seen"


def test_a_table_is_lines() -> None:
    def row(*texts: str) -> str:
        cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
        return f"<table:table-row>{cells}</table:table-row>"

    head = f"<table:table-header-rows>{row('a', 'b')}</table:table-header-rows>"
    assert read(make_odt(f"<table:table>{head}{row('c', 'd')}</table:table>")).text == "a | b\nc | d"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"PK\x03\x04", Code.ZIP_DAMAGED),
        (make_odt("", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), Code.ENCRYPTED_OR_LEGACY),
        (make_odt("", **{"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), Code.XML_ENTITIES),
        (make_odt("", **{"content.xml": ""}), Code.DOCUMENT_DAMAGED),
    ],
)
def test_what_cannot_be_read_has_its_code(raw: bytes, code: Code) -> None:
    with pytest.raises(Unreadable) as caught:
        read(raw)
    assert caught.value.code == code


def test_a_document_of_odfdo_is_read() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Ferry timetable"))
    document.body.append(odfdo.Paragraph("The ferry sails at seven."))
    document.meta.title = "Ferry timetable"
    buffer = BytesIO()
    document.save(buffer)
    reading = read(buffer.getvalue())
    assert reading.text == "Ferry timetable\n\nThe ferry sails at seven."
    assert any(metadatum.field == "odt meta title" for metadatum in reading.metadata)


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_damage_is_refused_or_read_and_never_another_exception(data: st.DataObject) -> None:
    raw = bytearray(make_odt("<text:p>Some words that stand here.</text:p>" * 3, **{"meta.xml": "<a/>"}))
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(raw[: data.draw(st.integers(1, len(raw)))]) if data.draw(st.booleans()) else bytes(raw)
    assert count_odt(cut) >= 0
    try:
        read(cut)
    except Unreadable:
        return


@pytest.mark.parametrize(
    "head",
    [
        "<text:h text:outline-level='1'>Report heading</text:h>",
        "<text:p text:style-name='Title'>Report heading</text:p>",
    ],
)
def test_a_short_heading_is_the_title(head: str) -> None:
    body = (
        f"<text:p>12 March 2024</text:p>{head}<text:p>The ferry sails at seven, he said on Tuesday.</text:p>"
    )
    found = [metadatum for metadatum in read(make_odt(body)).metadata if metadatum.name == "title"]
    assert [(metadatum.value, metadatum.field) for metadatum in found] == [("Report heading", None)]


def test_a_style_made_from_that_of_titles_is_a_title() -> None:
    style = "<style:style xmlns:style='s' style:name='P1' style:parent-style-name='Title'/>"
    body = (
        "<text:p text:style-name='P1'>Wall gone</text:p><text:p>The ferry sails at seven, he said.</text:p>"
    )
    found = [
        metadatum.value for metadatum in read(make_odt(style + body)).metadata if metadatum.name == "title"
    ]
    assert found == ["Wall gone"]
