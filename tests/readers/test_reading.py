"""One document's bytes → a source: what is noticed on the way."""

import pytest

from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Furniture, FurnitureKind, Source, State
from provenance.model.spans import Span
from provenance.readers.interface import Reader, Reading
from provenance.readers.pages.census import count_html
from provenance.readers.pages.html import read_html
from provenance.readers.reading import Task, read_document

TEXTS = {
    "gb2312": "港口办公室说风暴之后码头上有四百一十二艘船。",
    "gbk": "港口辦公室說風暴之後碼頭上有四百一十二艘船。",
    "gb18030": "港口办公室说风暴之后码头上有四百一十二艘船。",
    "big5": "港口辦公室說風暴之後碼頭上有四百一十二艘船。",
    "euc_jp": "港の事務所によると嵐の後に岸には船が並んだ。",
    "shift_jis": "港の事務所によると嵐の後に岸には船が並んだ。",
    "euc_kr": "항구 사무소는 폭풍이 지나간 뒤 부두의 배를 세었다.",
    "cp1251": "Портовое управление сосчитало лодки у причала после бури.",
    "utf-16": "The harbour office counted the boats on the quay.",
}


def read(raw: bytes, reader: Reader = read_html) -> Source:
    task = Task("a.html", raw, reader, "HTML", "text/html", count_html)
    return read_document(task, ReadingSettings()).source


@pytest.mark.parametrize("encoding", TEXTS)
def test_text_of_every_encoding_is_counted_in_its_characters(encoding: str) -> None:
    charset = "" if encoding == "utf-16" else f"<meta charset={encoding}>"
    paragraphs = "".join(f"<p>{TEXTS[encoding]}</p>" for _ in range(12))
    source = read(f"<html><head>{charset}</head><body>{paragraphs}</body></html>".encode(encoding))
    assert TEXTS[encoding] in source.text
    assert source.state is State.READ, source.problem


def test_text_that_a_reader_leaves_out_is_noticed_in_every_encoding() -> None:
    def lose(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
        return Reading(raw.decode("gbk")[:40], "gbk", "none")

    source = read(("<p>" + TEXTS["gbk"] * 9 + "</p>").encode("gbk"), lose)
    assert [notice.code for notice in source.notices] == [Code.TEXT_LOST]


def test_a_text_of_nothing_but_furniture_is_noticed_whatever_its_reader_is() -> None:
    def mark(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
        text = raw.decode()
        part = Furniture(Span(source_id, 0, len(text)), FurnitureKind.NAVIGATION, "so it looks")
        return Reading(text, "utf-8", "none", furniture=(part,))

    source = read(b"Home | World | Sport", mark)
    assert source.state is State.WARNED
    assert [notice.code for notice in source.notices] == [Code.NO_ARTICLE_TEXT]
