"""Word documents: everything on the page is read, also what python-docx passes over; damage has a code."""

import zipfile
from datetime import datetime
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import FurnitureKind
from provenance.readers.documents.docx import count_docx, read_docx
from provenance.readers.interface import Reading

READING = ReadingSettings()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = st.text(st.characters(categories=("L", "N", "P"), exclude_characters="|"), min_size=1, max_size=12)


def read(raw: bytes) -> Reading:
    return read_docx(raw, "s_1", READING)


def save(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_docx(
    body: str, namespace: str = W, parts: dict[str, str | bytes] | None = None, links: str = ""
) -> bytes:
    """A document of hand-written parts. `links`: relationships of the main part."""
    root = f'xmlns:w="{namespace}" xmlns:r="{OFFICE}"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    written: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/document.xml": f"<w:document {root} {mc}><w:body>{body}</w:body></w:document>",
        **(parts or {}),
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in written.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def test_a_document_of_python_docx_is_read_with_its_properties() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Ferry timetable"
    document.core_properties.author = "Ines Okonjo"
    document.core_properties.created = datetime(2019, 5, 4, 9, 15)
    document.add_heading("Ferry timetable", 1)
    document.add_paragraph("The ferry sails at seven.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Monday", "07:00"
    document.sections[0].header.paragraphs[0].text = "Velmouth Ferries"
    reading = read(save(document))
    assert (
        reading.text == "Velmouth Ferries\n\nFerry timetable\n\nThe ferry sails at seven.\n\nMonday | 07:00"
    )
    assert reading.notices == ()
    fields = {metadatum.field: metadatum.value for metadatum in reading.metadata if metadatum.field}
    assert fields["docx core title"] == "Ferry timetable"
    assert fields["docx core creator"] == "Ines Okonjo"
    assert fields["docx core created"] == "2019-05-04T09:15:00+00:00"
    assert [furniture.reason for furniture in reading.furniture] == ["header of the pages"]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_what_python_docx_wrote_is_what_is_read(paragraphs: list[str]) -> None:
    document = python_docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    assert read(save(document)).text.split("\n\n") == paragraphs


def test_inserted_text_is_in_and_deleted_text_is_out() -> None:
    deleted = "<w:del><w:r><w:delText>three</w:delText></w:r></w:del>"
    body = f"<w:p>{run('one ')}<w:ins>{run('two ')}</w:ins>{deleted}"
    body += f"<w:moveFrom>{run('four')}</w:moveFrom><w:moveTo>{run('five')}</w:moveTo></w:p>"
    assert read(make_docx(body)).text == "one two five"


def test_content_controls_links_and_breaks_are_text() -> None:
    held = f"<w:sdtContent>{paragraph('held')}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr>{held}</w:sdt>"
    breaks = "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>"
    link = f"<w:p><w:hyperlink>{run('a link')}</w:hyperlink>{breaks}</w:p>"
    assert read(make_docx(control + link)).text == "held\n\na link\tx\ny"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    raw = make_docx(
        f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>{run('outside')}</w:p>"
    )
    assert read(raw).text == "outside\n\nin the box"
    assert count_docx(raw) == len("outsideinthebox")


def test_hidden_text_and_codes_of_fields_are_left_out() -> None:
    hidden = run("secret", "<w:rPr><w:vanish/></w:rPr>") + run(
        "shown", "<w:rPr><w:vanish w:val='0'/></w:rPr>"
    )
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert read(make_docx(f"<w:p>{hidden}{field}</w:p>")).text == "shown"


def test_tables_are_lines_and_layout_tables_are_paragraphs() -> None:
    def cell(*blocks: str) -> str:
        return f"<w:tc>{''.join(blocks)}</w:tc>"

    nested = f"<w:tbl><w:tr>{cell(paragraph('a'))}{cell(paragraph('b'))}</w:tr></w:tbl>"
    rows = f"<w:tr>{cell(paragraph('x'))}{cell(nested)}</w:tr>"
    rows += f"<w:tr>{cell(paragraph('one'), paragraph('two'))}{cell(paragraph('three'))}</w:tr>"
    assert read(make_docx(f"<w:tbl>{rows}</w:tbl>")).text == "x | a | b\n\none\n\ntwo\n\nthree"


def test_a_letterhead_is_text_and_comments_are_furniture() -> None:
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for name, kind in (("first", "header"), ("other", "header"), ("comments", "comments"))
    )
    parts = {
        f"word/{name}.xml": f'<w:hdr xmlns:w="{W}"><w:comment>{paragraph(text)}</w:comment></w:hdr>'
        for name, text in (("first", "Letterhead"), ("other", "Running head"), ("comments", "Is this so?"))
    }
    section = '<w:sectPr><w:headerReference w:type="first" r:id="first"/>'
    section += '<w:headerReference w:type="default" r:id="other"/></w:sectPr>'
    reading = read(make_docx(paragraph("The body.") + section, W, parts, links))
    assert reading.text == "Letterhead\n\nRunning head\n\nThe body.\n\nIs this so?"
    assert [piece.kind for piece in reading.furniture] == [FurnitureKind.REPEATED, FurnitureKind.COMMENTS]


def test_a_strict_document_and_a_missing_picture_do_not_matter() -> None:
    links = f'<Relationship Id="rId9" Type="{OFFICE}/image" Target="media/NULL"/>'
    assert read(make_docx(paragraph("strict"), STRICT, links=links)).text == "strict"


def test_an_embedded_document_is_a_loss() -> None:
    reading = read(make_docx(paragraph("Text.") + "<w:altChunk/>"))
    assert [notice.code for notice in reading.notices] == [Code.TEXT_LOST]


def test_a_document_without_text_says_so() -> None:
    assert [notice.code for notice in read(make_docx("<w:p/>")).notices] == [Code.NO_TEXT]
    assert [notice.code for notice in read(b" \n").notices] == [Code.EMPTY]


DECLARED = "<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"PK\x03\x04 cut", Code.ZIP_DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), Code.ENCRYPTED_OR_LEGACY),
        (make_docx("", parts={"word/document.xml": DECLARED}), Code.XML_ENTITIES),
        (make_docx("", parts={"word/document.xml": DECLARED.encode("utf-16")}), Code.XML_ENTITIES),
        (make_docx("x", parts={"word/_rels/document.xml.rels": DECLARED}), Code.XML_ENTITIES),
        (make_docx("", parts={"word/document.xml": ""}), Code.DOCUMENT_DAMAGED),
        (make_docx("", parts={"_rels/.rels": "<R/>", "word/document.xml": "no"}), Code.DOCUMENT_DAMAGED),
    ],
)
def test_what_cannot_be_read_has_its_code(raw: bytes, code: Code) -> None:
    with pytest.raises(Unreadable) as caught:
        read(raw)
    assert caught.value.code == code


def test_a_part_that_is_not_well_formed_is_read_around_the_damage() -> None:
    broken = f'<w:document xmlns:w="{W}"><w:body>{paragraph("before")}<w:p><w:r>&&<w:t>after</w:t></w:body>'
    reading = read(make_docx("", parts={"word/document.xml": broken}))
    assert reading.text.startswith("before")
    assert [notice.code for notice in reading.notices] == [Code.XML_DAMAGED]


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_damage_is_refused_or_read_and_never_another_exception(data: st.DataObject) -> None:
    raw = bytearray(make_docx(paragraph("Some words that stand here.") * 3))
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(raw[: data.draw(st.integers(1, len(raw)))]) if data.draw(st.booleans()) else bytes(raw)
    assert count_docx(cut) >= 0
    try:
        reading = read(cut)
    except Unreadable:
        return
    assert "\x00" not in reading.text


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_xml_in_a_sound_archive_is_refused_or_read(data: st.DataObject) -> None:
    xml = f'<w:document xmlns:w="{W}"><w:body>{paragraph("Some words.") * 2}</w:body></w:document>'
    place = data.draw(st.integers(0, len(xml)))
    xml = xml[:place] + data.draw(st.text(max_size=3)) + xml[data.draw(st.integers(place, len(xml))) :]
    try:
        reading = read(make_docx("", parts={"word/document.xml": xml}))
    except Unreadable:
        return
    assert reading.text or reading.notices


def titles(reading: Reading) -> list[tuple[str, str | None]]:
    return [(found.value, found.field) for found in reading.metadata if found.name == "title"]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_short_heading_is_the_title_whatever_the_properties_say(level: int) -> None:
    document = python_docx.Document()
    document.core_properties.title = "Template of the office"
    document.add_paragraph("12 March 2024")
    document.add_heading("Report heading", level)
    document.add_paragraph("The ferry sails at seven, as the harbour master said on Tuesday.")
    reading = read(save(document))
    assert titles(reading) == [("Report heading", None), ("Template of the office", "docx core title")]
    assert [found.name for found in reading.metadata if "core created" in (found.field or "")] == ["created"]


def test_a_heading_far_below_is_no_title() -> None:
    document = python_docx.Document()
    for number in range(8):
        document.add_paragraph(f"The ferry number {number} sails at seven, as the harbour master said.")
    document.add_heading("Appendix", 1)
    assert ("Appendix", None) not in titles(read(save(document)))


def test_a_style_made_from_a_heading_is_one() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Kopf"><w:name w:val="Kopf"/><w:basedOn w:val="berschrift1"/></w:style>'
    )
    head = f"<w:p><w:pPr><w:pStyle w:val='Kopf'/></w:pPr>{run('Wall gone')}</w:p>"
    link = f'<Relationship Id="r7" Type="{OFFICE}/styles" Target="styles.xml"/>'
    parts = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'}
    body = head + paragraph("The ferry sails at seven, as the harbour master said.")
    assert titles(read(make_docx(body, parts=parts, links=link))) == [("Wall gone", None)]
