r"""Rich Text: code pages, \u characters, notes, tables and groups of any depth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from striprtf import striprtf

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import FurnitureKind
from provenance.readers.documents.rtf import count_rtf, read_rtf
from provenance.readers.interface import Reading
from tests.growth import steps


def read(raw: bytes) -> Reading:
    return read_rtf(raw, "s_1", ReadingSettings())


def text_of(body: bytes) -> str:
    return read(rb"{\rtf1\ansi\ansicpg1252 " + body + b"}").text


FONTS = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}"
FONTS += rb"{\f2\fcharset178 Arial;}{\f3\fcharset128 Mincho;}}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"caf\'e9 \'93quoted\'94", "café “quoted”"),
        (FONTS + rb"\f1\'cc\'ee\'f1\'ea\'e2\'e0\f0  caf\'e9", "Москва café"),
        (FONTS + rb"\f2\'c8\'db\'cf\'c7\'cf", "بغداد"),
        (FONTS + rb"\f3\'93\'fa\'96\'7b", "日本"),
        (rb"\u1041\'3f\u1072? \uc0\u8364 x", "Ба €x"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\u55357?", "\ufffd"),
        (rb"\uc2\u233\'c3\'a9t\'e9", "été"),
        (rb"{\uc3\u8364abc}\u8364abc", "€€bc"),
        (rb"one\par\par two\line three\tab four", "one\n\ntwo\nthree\tfour"),
        (rb"a\~b\_c\-d\{\}\\", "a\u00a0b\u2011c\u00add{}\\"),
        (b"a\r\nb\nc", "abc"),
        (rb"{\*\unknown hidden}{\v hidden}{\deleted gone}seen\v  no\v0  yes", "seen yes"),
        (rb'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}', "a link"),
        (rb"{\pict\bin5 }}{{{}shown", "shown"),
        (rb"{\pict 89504e47}{\stylesheet{\s1 heading;}}{\info{\title T}}text", "text"),
        (rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt boxed\par}}{\shprslt again}}after", "boxed\n\nafter"),
        (rb"\trowd\intbl a\cell b\cell\row\intbl c\cell d\cell\row\pard after", "a | b\nc | d\n\nafter"),
    ],
)
def test_what_stands_on_the_page(body: bytes, expected: str) -> None:
    assert text_of(body) == expected


def test_the_code_page_of_the_document_holds_where_no_font_has_one() -> None:
    assert read(rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 \'cc\'ee}").text == "Мо"
    assert read(rb"{\rtf1\mac caf\'8e}").text == "café"


def test_notes_follow_and_headers_and_comments_are_furniture() -> None:
    body = rb"{\header Head}{\headerf Letterhead}{\footer Page 1}{\footer Page 1}"
    body += rb"Said{\super{\*\footnote Below.}}{\*\annotation Is it?} so."
    reading = read(rb"{\rtf1 " + body + b"}")
    assert reading.text == "Head\n\nLetterhead\n\nSaid so.\n\nBelow.\n\nPage 1\n\nIs it?"
    marked = [(reading.text[f.span.start : f.span.end], f.kind) for f in reading.furniture]
    assert marked == [
        ("Head", FurnitureKind.REPEATED),
        ("Page 1", FurnitureKind.REPEATED),
        ("Is it?", FurnitureKind.COMMENTS),
    ]


def test_properties_are_read() -> None:
    info = rb"{\info{\title Tide {\b tables} \u233?}{\author Ines}{\operator X}"
    reading = read(
        rb"{\rtf1" + info + rb"{\creatim\yr2019\mo5\dy4\hr9\min5}{\revtim\yr2019\mo6\dy1}{\title other}}text}"
    )
    stated = [(m.name, m.value, m.field) for m in reading.metadata]
    assert stated == [
        ("title", "Tide tables é", r"rtf \title"),
        ("author", "Ines", r"rtf \author"),
        ("created", "2019-05-04T09:05", r"rtf \creatim"),
        ("modified", "2019-06-01", r"rtf \revtim"),
    ]


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    reading = read(rb"{\rtf1 one\par {\b two")
    assert reading.text == "one\n\ntwo"
    assert [notice.code for notice in reading.notices] == [Code.DOCUMENT_DAMAGED]


def test_text_after_the_end_is_a_loss() -> None:
    reading = read(rb"{\rtf1 one}" + b"}\x00\n" * 99)
    assert (reading.text, reading.notices) == ("one", ())
    reading = read(rb"{\rtf1 one}}" + rb"\par and more" * 20)
    assert [notice.code for notice in reading.notices] == [Code.TEXT_LOST]


def test_characters_that_are_not_in_the_code_page_are_a_warning() -> None:
    assert [notice.code for notice in read(rb"{\rtf1 a\'81b}").notices] == [Code.DECODE_REPLACED]


def test_what_is_no_rich_text_is_refused_and_an_empty_file_is_empty() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b"plain")
    assert caught.value.code == Code.DOCUMENT_DAMAGED
    assert [notice.code for notice in read(b"").notices] == [Code.EMPTY]


def test_the_other_reader_of_rich_text_finds_the_same_words() -> None:
    head = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}"
    raw = head + rb"\f0 One caf\'e9 and \u8364? two.\par Three\tab four.\par}"
    assert read(raw).text.split() == striprtf.rtf_to_text(raw.decode("latin-1")).split()


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_after_the_start_are_read(raw: bytes) -> None:
    reading = read(rb"{\rtf1 " + raw)
    assert "\x00" not in reading.text
    reading.text.encode("utf-8")
    assert count_rtf(rb"{\rtf1 " + raw) >= 0


PIECES = (
    *(rb"{", rb"}", rb"\par ", rb"\u-10179?", rb"\'e9", rb"\bin3 ", rb"{\*\x ", rb"{\footnote "),
    *(rb"\cell ", b"a", b"\\"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_order_of_control_words_is_read(pieces: list[bytes]) -> None:
    reading = read(rb"{\rtf1 " + b"".join(pieces))
    assert "\x00" not in reading.text
    known = (Code.DOCUMENT_DAMAGED, Code.NO_TEXT, Code.TEXT_LOST, Code.DECODE_REPLACED)
    assert all(notice.code in known for notice in reading.notices)


@pytest.mark.parametrize(
    "piece",
    [
        *(b"{", b"{}", rb"\par ", rb"{\field{\*\fldinst{HYPERLINK ", rb"\'e4", b"\\", rb"\u-10179?"),
        *(rb"\intbl a\cell\row ", rb"{\b a}", rb"{\footnote a}", rb"{\header a\par b}"),
    ],
)
def test_steps_grow_with_the_length(piece: bytes) -> None:
    small, large = (steps(lambda n=count: read(rb"{\rtf1 " + piece * n)) for count in (300, 1_200))
    assert large <= small * 5
