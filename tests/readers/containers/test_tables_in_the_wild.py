"""Tables as people have them: hints, remarks, other languages, no names, cells too many, rows too long."""

import io
import json
import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import choose_text_column
from provenance.readers.containers.jsonl import split_json, split_jsonl
from provenance.readers.containers.preamble import read_preamble
from provenance.readers.containers.prose import is_prose
from provenance.readers.containers.table import split_csv
from provenance.readers.interface import Part, Reading

SETTINGS = ReadingSettings()
SAID = "The ferry left the harbour at dawn with nine people, the company said."
MORE = "Nobody was on the bridge when it fell, the police of the town told us."


def _split(raw: str, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_csv(io.BytesIO(raw.encode()), chosen))


def _read(part: Part) -> Reading:
    assert part.read is not None
    return part.read(part.raw, "s-1", SETTINGS)


def _texts(raw: str) -> list[str]:
    return [_read(part).text for part in _split(raw)]


@pytest.mark.parametrize(
    "raw",
    [
        f'sep=;\ntitle;text\nA;"{SAID}"\nB;"{MORE}"\n',
        f'"sep=,"\r\ntitle,text\r\nA,"{SAID}"\r\nB,"{MORE}"\r\n',
        f"sep=\t\ntitle\ttext\nA\t{SAID}\nB\t{MORE}\n",
        f'# exported 2024\n# by hand, in May\n\ntitle,text\nA,"{SAID}"\nB,"{MORE}"\n',
        f'sep=;\n# exported\ntitle;text\nA;"{SAID}"\nB;"{MORE}"\n',
        f'#id,text\n1,"{SAID}"\n2,"{MORE}"\n',
        f'Our export of May\ntitle,text\nA,"{SAID}"\nB,"{MORE}"\n',
        f'titre;date;contenu\nA;12.03.2024;"{SAID}"\nB;12.03.2024;"{MORE}"\n',
        f'Título;Contenido\nA;"{SAID}"\nB;"{MORE}"\n',
        f'标题,正文\nA,"{SAID}"\nB,"{MORE}"\n',
        f'id,when,aaa\n1,2024-03-12,"{SAID}"\n2,2024-03-12,"{MORE}"\n',
        f'1,Anna,"{SAID}"\n2,Bo,"{MORE}"\n',
        f"text\n{SAID}\n{MORE}\n",
        f"{SAID}\n{MORE}\n",
    ],
)
def test_the_texts_of_a_table_are_found(raw: str) -> None:
    assert _texts(raw) == [SAID, MORE]


def test_a_sentence_is_no_name_of_a_column() -> None:
    assert _texts(
        'Anna,"It rained all of Sunday there."\nBo,"The roof of the old school fell in at noon."\n'
    )[0].startswith("It rained")


@pytest.mark.parametrize(
    "raw",
    [
        "town,people\nAby,12\nBude,9\n",
        "name,remark\nA,Boats sank.\nB,None sank.\n",
        "name,street\nA,12 Long Lane St.\nB,7 St. Mary's Rd.\n",
        "id,label\n1,winter coats for men and women\n2,shoes for hiking in wet weather\n",
    ],
)
def test_a_table_of_labels_is_skipped(raw: str) -> None:
    with pytest.raises(Skipped) as caught:
        _split(raw)
    assert caught.value.code == Code.NO_TEXT


def test_a_table_with_prose_but_no_column_of_text_is_refused_with_the_way_out() -> None:
    rows = "".join(f"{number},label {number}\n" for number in range(100))
    with pytest.raises(Unreadable, match="text_column") as caught:
        _split(f'id,label\n{rows}101,"{SAID}"\n')
    assert not isinstance(caught.value, Skipped)


def test_text_in_scripts_without_spaces_is_prose() -> None:
    assert is_prose("港口办公室星期二说，暴风雨过后清点了四百一十二艘船。")
    assert not is_prose("港口办公室")
    assert (
        choose_text_column(["a", "b"], [["x", "港口办公室星期二说，暴风雨过后清点了四百一十二艘船。"]]) == 1
    )


@pytest.mark.parametrize("text_first", [False, True])
@pytest.mark.parametrize("other_rows", [0, 2])
def test_rows_too_long_are_refused_and_name_the_setting(text_first: bool, other_rows: int) -> None:
    long = "It rained. " * 1000
    rows = [["title", "text"], ["A", long]] + [["B", ""]] * other_rows
    raw = "".join(",".join(row[::-1] if text_first else row) + "\n" for row in rows)
    parts = _split(raw, ReadingSettings(largest_bytes=9000))
    assert isinstance(parts[0].failure, Unreadable)
    assert "largest_bytes in [reading]" in str(parts[0].failure)
    assert parts[0].failure.code == Code.TOO_LARGE
    assert len(parts) == 1 + other_rows


def test_an_unnamed_column_of_rows_too_long_is_not_called_empty() -> None:
    def collect(found: list[Part], parts: Iterator[Part]) -> None:
        for part in parts:
            found.append(part)

    raw = ("id,aaa\n1," + "It rained. " * 1000 + "\n2,b\n").encode()
    found: list[Part] = []
    with pytest.raises(Unreadable) as caught:
        collect(found, split_csv(io.BytesIO(raw), ReadingSettings(largest_bytes=9000)))
    assert not isinstance(caught.value, Skipped)
    assert [part.failure is None for part in found] == [False]


def test_lines_of_json_too_long_are_refused_and_name_the_setting() -> None:
    lines = [{"title": "A", "text": "It rained. " * 1000}, {"title": "B"}]
    raw = "\n".join(map(json.dumps, lines)).encode()
    parts = []
    with pytest.raises(Unreadable) as caught:
        for part in split_jsonl(io.BytesIO(raw), ReadingSettings(largest_bytes=9000)):
            parts.append(part)
    assert not isinstance(caught.value, Skipped)
    assert "largest_bytes in [reading]" in str(parts[0].failure)


@pytest.mark.parametrize(
    ("held", "is_document"),
    [
        ({"title": "A", "text": "It rained.", "date": "2024-02-30"}, True),
        ({"text": SAID}, True),
        ({"titre": "A", "contenu": "Il pleut."}, True),
        ({"name": "tool", "author": "A", "description": SAID}, False),
        ({"title": "A", "version": "1"}, False),
        ({"text": "OK"}, False),
    ],
)
def test_a_single_object_is_a_document_as_it_would_be_in_a_list(held: object, is_document: bool) -> None:
    opened = io.BytesIO(json.dumps(held).encode())
    if is_document:
        assert len(list(split_json(opened, SETTINGS))) == 1
    else:
        with pytest.raises(Skipped):
            list(split_json(opened, SETTINGS))


@pytest.mark.parametrize(
    ("row", "text", "told"),
    [
        (f'A,"{SAID}",extra,more', SAID, "extra"),
        (f"A,{SAID}", SAID, "commas"),
        (f"A,'{SAID}'", SAID, "'"),
        ('A,"He said \\"no, never\\" and left."', 'He said "no, never" and left.', '\\"'),
    ],
)
def test_rows_of_cells_too_many_are_read_with_a_notice(row: str, text: str, told: str) -> None:
    (part,) = _split(f"title,text\n{row}\n")
    reading = _read(part)
    assert reading.text == text
    assert [notice.code for notice in reading.notices] == [Code.ROW_DAMAGED]
    assert told in reading.notices[0].text
    assert ("title", "A") in [(m.name, m.value) for m in part.metadata]


def test_commas_of_a_text_before_other_columns_are_told_by_their_spaces() -> None:
    (part,) = _split(f"title,text,date\nA,{SAID},2024-05-01\n")
    assert _read(part).text == SAID
    assert ("published", "2024-05-01") in [(m.name, m.value) for m in part.metadata]
    (part,) = _split("title,text,date\nA,one,2024-05-01,x,y\n")
    assert _read(part).text == "one"


def test_a_table_of_one_column_has_a_text_on_each_line() -> None:
    parts = _split(f'text\n{SAID}\n"Quoted, with ""commas"", so"\nNone here\n')
    assert [_read(part).text for part in parts] == [SAID, 'Quoted, with "commas", so', "None here"]
    assert [len(_read(part).notices) for part in parts] == [1, 0, 0]


@given(st.text("#sep=;,|\t\n\r \"'ab\\.", max_size=60))
def test_any_beginning_has_a_preamble_no_longer_than_it(sample: str) -> None:
    preamble = read_preamble(sample)
    assert 0 <= preamble.size <= len(sample)
    assert sample[: preamble.size].count("\n" if "\n" in sample else "\r") <= max(preamble.line_count, 0)


@given(st.text("\"'\\,;ab. \n", max_size=120))
def test_any_rows_are_read_or_refused(raw: str) -> None:
    for part in _split(f"title,text\nA,first\n{raw}"):
        if part.failure is None:
            _read(part)


def _taken(call: Callable[[], object]) -> int:
    steps = 0

    def count(*_given: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        call()
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("cell", ["',", '\\\\",', "a. ,", '"a\\"b",'])
def test_the_work_on_odd_rows_grows_with_their_length(cell: str) -> None:
    small, large = (_taken(lambda n=n: _split(f"title,text\nA,{cell * n}\n")) for n in (500, 1000))
    assert large <= 2.5 * small
