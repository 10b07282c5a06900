"""Tables: each row is a document."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.delimited import choose_delimiter, read_records, split_cells
from provenance.readers.containers.lines import read_lines
from provenance.readers.containers.table import split_csv
from provenance.readers.interface import Part, Reading

SETTINGS = ReadingSettings()
LONG = (
    "The mayor said on Tuesday that the bridge, closed since the storm, would be open again by the spring. "
)


def _split(raw: bytes, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_csv(io.BytesIO(raw), chosen))


def _read(part: Part) -> Reading:
    assert part.read is not None
    return part.read(part.raw, "s-1", SETTINGS)


def _write(*rows: list[str], encoding: str = "utf-8", **dialect: str) -> bytes:
    opened = io.StringIO(newline="")
    csv.writer(opened, **dialect).writerows(rows)  # type: ignore[arg-type]
    return opened.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_row_is_a_document_with_its_bytes(delimiter: str, encoding: str) -> None:
    rows = [
        ["title", "date", "text", "source"],
        ["A “title”; yes", "2019-05-04", f"{LONG}\r\nIt “was”, so; he\tsaid | twice\n", "The Daily"],
        ["Plain", "04/13/2019", 'He said "no".', "Other Post"],
    ]
    raw = _write(*rows, encoding=encoding, delimiter=delimiter)
    parts = _split(raw)
    assert [part.member for part in parts] == ["1", "2"]
    assert [_read(part).text for part in parts] == [rows[1][2], rows[2][2]]
    assert raw.endswith(parts[0].raw + parts[1].raw)
    said = [(m.name, m.value, m.field) for m in parts[0].metadata]
    assert ("title", "A “title”; yes", "column title") in said
    assert ("published", "2019-05-04", "column date") in said
    assert ("publisher", "The Daily", "column source") in said


def test_the_longest_texts_make_the_text_column() -> None:
    raw = _write(["a", "b", "c"], ["1", LONG * 2, "x" * 500], ["2", LONG, "y" * 500])
    assert [_read(part).text for part in _split(raw)] == [LONG * 2, LONG]


def test_the_text_column_can_be_named() -> None:
    raw = _write(["text", "lead", "n"], [LONG, "short", "1"])
    assert _read(_split(raw, ReadingSettings(text_column="Lead"))[0]).text == "short"
    with pytest.raises(Unreadable, match=r"no column other .*there is text in it") as caught:
        _split(raw, ReadingSettings(text_column="other"))
    assert not isinstance(caught.value, Skipped)


def test_one_day_above_twelve_tells_the_order_of_its_column() -> None:
    rows = [["text", "date", "updated"], [LONG, "03/04/2019 10:00", "03/04/2019"], [LONG, "13/04/2019", "x"]]
    said = {m.name: m for m in _split(_write(*rows))[0].metadata}
    assert said["published"].value == "2019-04-03T10:00"
    assert (said["modified"].earliest, said["modified"].latest) == (
        "2019-03-03T10:00:00Z",
        "2019-04-04T12:00:00Z",
    )


def test_a_table_without_names_is_all_rows() -> None:
    raw = _write(["1", LONG, "2019-01-01"], ["2", LONG * 2, "2019-01-02"])
    assert [_read(part).text for part in _split(raw)] == [LONG, LONG * 2]


def test_a_table_of_short_cells_has_no_documents() -> None:
    with pytest.raises(Skipped, match="no column of text; name it with text_column") as caught:
        _split(_write(["town", "people"], ["Aby", "12,000"], ["Bude", "9,222"]))
    assert caught.value.code == Code.NO_TEXT


def test_a_list_of_addresses_is_refused() -> None:
    with pytest.raises(Unreadable, match="list of web addresses") as caught:
        _split(_write(["id", "url"], *[[f"{n}", f"https://example.org/{n}"] for n in range(30)]))
    assert caught.value.code == Code.URL_LIST


def test_damage_stays_in_its_row() -> None:
    good = f'Good,"{LONG}"\n'
    raw = f'title,text\n{good}Bad,"never closed\n{good}Few\n{good}Many,a,b,c\n{good}'.encode()
    parts = _split(raw)
    assert [str(part.failure).split(":")[0] if part.failure else "" for part in parts] == [
        *("", "line 3", "", "line 5", "", "", "")
    ]
    assert [_read(parts[n]).text for n in (0, 5)] == [LONG, "a,b,c"]
    assert [notice.code for notice in _read(parts[5]).notices] == [Code.ROW_DAMAGED]
    assert all(part.raw == good.encode() for n, part in enumerate(parts) if not part.failure and n != 5)


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    raw = f'title,text\na,"open\nb,{LONG.replace(",", "")}\nc,{LONG.replace(",", "")}\n'.encode()
    assert [part.failure is None for part in _split(raw)] == [False, True, True]


def test_a_row_in_another_encoding_is_noticed() -> None:
    rows = [
        b"title,text\r\n",
        "a,Café in the öld tøwn\r\n".encode(),
        "b,Café “again” here\r\n".encode("cp1252"),
    ]
    parts = _split(b"".join(rows))
    assert _read(parts[0]).notices == ()
    assert _read(parts[1]).text == "Café “again” here"
    assert [notice.code for notice in _read(parts[1]).notices] == [Code.ENCODING_GUESSED]


def test_cells_of_markup_are_read_as_pages() -> None:
    page = f"<div><p>{LONG}</p><p>{LONG * 2}</p></div>"
    text = _read(_split(_write(["id", "html"], ["1", page]))[0]).text
    assert "<p>" not in text and LONG.strip() in text
    plain = "<3 this <text> is not markup"
    assert _read(_split(_write(["id", "text"], ["1", plain]))[0]).text == plain


def test_huge_rows_are_refused_and_the_others_go_on() -> None:
    raw = _write(["id", "text"], ["1", "x y " * 1000], ["2", LONG])
    parts = _split(raw, ReadingSettings(largest_bytes=1000))
    assert [part.failure is None for part in parts] == [False, True]


def test_empty_cells_are_empty_documents() -> None:
    parts = _split(_write(["id", "text"], ["1", ""], ["2", LONG]))
    assert len(parts) == 2 and parts[0].failure is None


@pytest.mark.parametrize("cell", ["a\x00b", "\ufeffa", "=1+1", "%PDF-1.4 is how it begins", "PK\x03\x04"])
def test_odd_cells_are_read_or_refused_by_themselves(cell: str) -> None:
    for part in _split(_write(["id", "text"], ["1", cell], ["2", LONG])):
        try:
            assert "\x00" not in _read(part).text
        except Unreadable as problem:
            assert problem.code in list(Code)


_cells = st.text(alphabet=st.sampled_from("ab \",;\t|'\n\ré—"), max_size=12)


@given(
    rows=st.lists(st.lists(_cells, min_size=2, max_size=4), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
)
@settings(max_examples=150, deadline=None)
def test_records_are_those_of_the_csv_module(rows: list[list[str]], delimiter: str) -> None:
    raw = _write(*rows, delimiter=delimiter)
    if b"\n" not in raw.replace(b"\r\n", b""):
        records = list(read_records(read_lines(io.BytesIO(raw), 10_000), "utf-8", delimiter, None, 10_000))
        expected = [
            tuple(row) for row in csv.reader(io.StringIO(raw.decode(), newline=""), delimiter=delimiter)
        ]
        assert [r.cells for r in records] == [row for row in expected if any(cell.strip() for cell in row)]


@given(raw=st.binary(max_size=400) | st.text('a,";\n\r\t\x00é', max_size=200).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_damaged_tables_never_crash(raw: bytes) -> None:
    whole = b"id,text\n1,first\n" + raw
    try:
        parts = _split(whole)
    except Unreadable as problem:
        assert problem.code in list(Code)
        return
    assert [part.member for part in parts] == [str(n) for n in range(1, len(parts) + 1)]
    for part in parts:
        assert part.raw in whole


@given(st.text('a,"', max_size=30), st.sampled_from(",;"))
def test_cells_are_those_of_the_csv_module(text: str, delimiter: str) -> None:
    expected = next(csv.reader([text], delimiter=delimiter), [""]) or [""]
    assert list(split_cells(text, delimiter)) == expected


def test_the_delimiter_is_that_of_the_header() -> None:
    assert choose_delimiter("path;title;note\na, b, c;d, e;f\n") == ";"
    assert choose_delimiter("one column\nwith, some, commas\n") == ","
    assert choose_delimiter("") == ","


def test_lines_are_found_whatever_the_chunks() -> None:
    raw = ("é\n" * 60_000 + "x" * 600_000 + "\nend").encode("utf-16-le")
    lines = list(read_lines(io.BytesIO(raw), 1_000, "\n".encode("utf-16-le")))
    assert len(lines) == 60_002 and lines[-1].raw.decode("utf-16-le") == "end"
    assert [line.number for line in lines if line.is_cut] == [60_001]


@pytest.mark.parametrize("line", ['a,"b\n', 'a","b","\n', '"\n', '"""\n', ',",",\n'])
def test_reading_lines_again_does_not_outgrow_the_table(line: str) -> None:
    def taken(count: int) -> int:
        steps = 0

        def counted() -> object:
            nonlocal steps
            for raw in read_lines(io.BytesIO(line.encode() * count), 10_000):
                steps += 1
                yield raw

        for record in read_records(counted(), "utf-8", ",", 2, 10**9):  # type: ignore[arg-type]
            steps += len(record.raw)
        return steps

    assert taken(2000) <= 2.5 * taken(1000)
