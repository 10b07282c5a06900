"""One text written by the real programs in every format: all of it is read, once, and nothing else."""

import re
from pathlib import Path

import pytest

from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, ZoneBasis
from provenance.readers.documents.docx import count_docx, read_docx
from provenance.readers.documents.odt import count_odt, read_odt
from provenance.readers.documents.pdf import read_pdf
from provenance.readers.documents.rtf import count_rtf, read_rtf
from provenance.readers.interface import Reading

FIXTURES = Path(__file__).parent / "fixtures"
TITLE = "Harbour wall gives way at Velmouth"
PARAGRAPHS = (
    "VELMOUTH – The eastern wall of the harbour gave way shortly after the evening tide on Friday, and the "
    "engineers who had inspected it in March said that the lower courses had probably been hollow for years.",
    "“We heard a long, low sound,” said Anna Müller-Žižka, the harbour master. Her colleagues Олена "
    "Ковальчук and Γιώργος Παππάς had closed the north quay at 18:40.",
    "No one was hurt, the board said, and the ferry to the islands will sail from the west pier until the "
    "wall has been rebuilt, which may take until the autumn of next year.",
)
ELSEWHERE = (
    "The town council asked for a second opinion from the port of Ostrava Bay, whose own wall was rebuilt "
    "after the storm of 1987.",
    "انهار الجدار الشرقي للميناء مساء الجمعة.",
    "What the sea took",
    "eleven metres of the wall",
    "the Marigold",
    "Item | Estimate\nWall | £2.4 million\nBoats | £85,000",
    "The board meets again on 20 May.",
    "The inspection of 12 March covered the upper courses only.",
    "Minutes of the council, volume 14.",
)
READERS = {"docx": read_docx, "odt": read_odt, "rtf": read_rtf}
CENSUSES = {"docx": count_docx, "odt": count_odt, "rtf": count_rtf}


def read(name: str) -> Reading:
    suffix = name.rpartition(".")[2]
    reader = {**READERS, "pdf": read_pdf}[suffix]
    return reader((FIXTURES / name).read_bytes(), "s_1", ReadingSettings())


def check_spans(reading: Reading) -> None:
    spans = [metadatum.span for metadatum in reading.metadata if metadatum.span]
    assert spans
    for metadatum in reading.metadata:
        if metadatum.span and metadatum.name in ("title", "author"):
            assert reading.text[metadatum.span.start : metadatum.span.end] == metadatum.value
    ends = [0]
    for furniture in reading.furniture:
        assert ends[-1] <= furniture.span.start < furniture.span.end <= len(reading.text)
        ends.append(furniture.span.end)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_a_word_processors_file_is_read_whole(suffix: str) -> None:
    reading = read(f"harbour.{suffix}")
    assert reading.notices == ()
    blocks = reading.text.split("\n\n")
    for paragraph in (TITLE, "By Ines Okonjo", "4 May 2019", *PARAGRAPHS, *ELSEWHERE):
        assert blocks.count(paragraph) == 1, paragraph
    assert "certainly" not in reading.text, "deleted text is not text"
    assert len(blocks) == len(PARAGRAPHS) + len(ELSEWHERE) + 3 + 1 + 2  # one more of the list, two edges
    check_spans(reading)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_headers_and_footers_stand_once_and_marked(suffix: str) -> None:
    reading = read(f"harbour.{suffix}")
    marked = [reading.text[furniture.span.start : furniture.span.end] for furniture in reading.furniture]
    assert marked[0] == "Velmouth Harbour Board – Inquiry papers"
    assert re.fullmatch(r"Page \d", marked[1])
    assert len(marked) == 2


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_properties_are_statements_with_their_field(suffix: str) -> None:
    reading = read(f"harbour.{suffix}")
    stated = {
        (metadatum.name, metadatum.value[:16])
        for metadatum in reading.metadata
        if metadatum.basis is Basis.METADATA and (metadatum.field or "").startswith(suffix)
    }
    assert stated == {
        ("title", TITLE[:16]),
        ("author", "Ines Okonjo"),
        ("created", "2019-05-04T09:15"),
        ("modified", "2019-05-06T17:40"),
    }
    assert next(metadatum.value for metadatum in reading.metadata if metadatum.name == "title") == TITLE
    zones = {metadatum.zone for metadatum in reading.metadata if (metadatum.field or "").startswith(suffix)}
    assert zones == {None, ZoneBasis.STATED if suffix == "docx" else ZoneBasis.NONE}


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_the_census_agrees_with_what_was_read(suffix: str) -> None:
    raw = (FIXTURES / f"harbour.{suffix}").read_bytes()
    found = sum(map(str.isalnum, read(f"harbour.{suffix}").text))
    assert found * 0.8 <= CENSUSES[suffix](raw) <= found * 1.2


@pytest.mark.parametrize("name", ["harbour_libreoffice.pdf", "harbour_chromium.pdf"])
def test_a_pdf_has_whole_paragraphs(name: str) -> None:
    reading = read(name)
    assert reading.notices == ()
    text = reading.text.replace("March¹", "March").replace("certainly probably", "probably")
    for paragraph in (TITLE, "By Ines Okonjo", "4 May 2019", *PARAGRAPHS):
        assert paragraph in re.split(r"\n+", text), paragraph
    title = next(metadatum for metadatum in reading.metadata if metadatum.name == "title")
    assert (title.value, title.basis) == (TITLE, Basis.STATED)
    assert any(metadatum.field == "PDF /Title" for metadatum in reading.metadata)
    check_spans(reading)


def test_a_pdfs_running_lines_are_marked_on_each_page() -> None:
    reading = read("harbour_libreoffice.pdf")
    marked = [reading.text[furniture.span.start : furniture.span.end] for furniture in reading.furniture]
    head = "Velmouth Harbour Board – Inquiry papers"
    assert marked == [head, "Page 1", head, "Page 2"]


@pytest.mark.parametrize("name", ["minutes_reportlab.pdf", "minutes_fpdf2.pdf"])
def test_paragraphs_go_on_over_the_page_break(name: str) -> None:
    reading = read(name)
    assert reading.notices == ()
    for day in range(1, 16):
        paragraph = (
            f"The surveyor told the board that on day {day} the gauge at the Old Customs House had read "
            f"{day}.25 metres, that Captain Margarethe Solheim had asked for the lock to be closed, and that "
            f"the Ministry of Works would answer within {day} days, as the well-known agreement of Ostrava "
            "Bay requires."
        )
        halves = paragraph.split(" Margarethe ")
        assert paragraph in reading.text or all(half in reading.text for half in halves)
    title = next(metadatum for metadatum in reading.metadata if metadatum.name == "title")
    assert title.value == "Minutes of the Velmouth Harbour Board"
    marked = {reading.text[furniture.span.start : furniture.span.end] for furniture in reading.furniture}
    assert "Velmouth Harbour Board" in marked
    assert {re.sub(r"\d", "", line) for line in marked} <= {"Velmouth Harbour Board", "", "-  -"}


def test_the_zone_of_a_pdfs_date_is_kept() -> None:
    created = next(m for m in read("minutes_fpdf2.pdf").metadata if m.field == "PDF /CreationDate")
    assert (created.value, created.zone) == ("2019-05-07T08:30:00+02:00", ZoneBasis.STATED)
    assert created.earliest == "2019-05-07T06:30:00Z"
