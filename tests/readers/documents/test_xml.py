"""XML: pages, feeds and text formats are read; entities are refused; damage is read around."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.documents.xml import read_xml
from provenance.readers.interface import Reading
from tests.growth import steps


def read(xml: str, encoding: str = "utf-8") -> Reading:
    return read_xml(xml.encode(encoding), "s_1", ReadingSettings())


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Velmouth Gazette</title><link>https://example.org</link>
<description>News of the harbour</description>
<item><title>Wall gives way</title><link>https://example.org/1</link><guid>1</guid>
<pubDate>Sat, 04 May 2019 09:15:30 GMT</pubDate>
<description>&lt;p&gt;The &lt;b&gt;eastern&lt;/b&gt; wall fell &amp;amp; sank.&lt;/p&gt;
&lt;p&gt;So.&lt;/p&gt;</description>
</item><item><title>Ferry moves</title>
<content:encoded><![CDATA[<p>It sails<br/>west.</p><script>no()</script>]]></content:encoded></item>
</channel></rss>"""


def test_a_feed_is_the_text_of_its_entries() -> None:
    reading = read(RSS)
    assert reading.text.split("\n\n") == [
        *("Velmouth Gazette", "News of the harbour", "Wall gives way", "Sat, 04 May 2019 09:15:30 GMT"),
        *("The eastern wall fell & sank.", "So.", "Ferry moves", "It sails", "west."),
    ]
    assert [(m.name, m.value, m.field) for m in reading.metadata] == [
        ("title", "Velmouth Gazette", "feed title")
    ]
    assert reading.notices == ()


def test_atom_is_a_feed_too() -> None:
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>x</id><updated>2019</updated>'
    feed += '<entry><title>One</title><link href="https://example.org"/>'
    feed += "<summary>Text of one.</summary></entry></feed>"
    assert read(feed).text == "News\n\nOne\n\nText of one."


def test_parts_of_a_line_stay_in_it() -> None:
    tei = """<TEI><text><head>The wall</head><p><persName>Anna Müller</persName>, the <foo>master</foo>
    said <hi>so</hi>.</p><lg><l>First</l><l>Second</l></lg><zz><yy>One</yy><yy>Two</yy></zz>
    <zz><q1>Ann</q1> said it</zz></text></TEI>"""
    blocks = ["The wall", "Anna Müller, the master said so.", "First", "Second", "One", "Two", "Ann said it"]
    assert read(tei).text == "\n\n".join(blocks)


def test_news_formats_state_their_date() -> None:
    nitf = '<nitf><head><docdata><date.issue norm="20190504T091500Z"/></docdata></head><body><hedline>'
    nitf += "<hl1>Wall gives way</hl1></hedline><body.content><p>It <em>fell</em>.</p></body.content></body>"
    nitf += "</nitf>"
    reading = read(nitf)
    assert reading.text == "Wall gives way\n\nIt fell."
    stated = {(m.name, m.value) for m in reading.metadata if m.field}
    assert stated == {("title", "Wall gives way"), ("published", "2019-05-04T09:15:00+00:00")}


def test_a_page_is_read_as_a_page() -> None:
    xhtml = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x.org/x">'
    xhtml += '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Wall</title></head>'
    xhtml += "<body><h1>Wall gives way</h1><p>It fell&nbsp;down in the night, said Ann.</p></body></html>"
    reading = read(xhtml)
    assert "Wall gives way" in reading.text
    assert not reading.extractor.startswith("xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "iso-8859-5"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?><p>Стена гавани рухнула вечером в пятницу.</p>'
    assert read(declared, encoding).text == "Стена гавани рухнула вечером в пятницу."


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/x"> %b;]><a>text</a>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x"><a/>',
    ],
)
def test_entities_are_refused(xml: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(xml)
    assert caught.value.code == Code.XML_ENTITIES


def test_an_outer_document_type_is_not_loaded_and_does_not_matter() -> None:
    reading = read('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x"><a><p>Text &eacute; here.</p></a>')
    assert reading.text == "Text é here."


def test_inclusions_are_not_processed_and_a_list_of_links_shows_them() -> None:
    xml = '<xi:include href="file:///etc/hostname" parse="text"/>'
    xml = f'<r xmlns:xi="http://www.w3.org/2001/XInclude">{xml}</r>'
    assert read(xml).text == "file:///etc/hostname"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<a><p>One.</p><p>Two &nbsp; & three.</p><p>Four.</p></a>", "One.\n\nTwo"),
        ("<a><p>One.</p><p>Two", "One.\n\nTwo"),
        ("<a><p>One.</p></b><p>Two</p></a>", "One.\n\nTwo"),
    ],
)
def test_damage_is_read_around_with_a_warning(xml: str, text: str) -> None:
    reading = read(xml)
    assert reading.text.startswith(text)
    assert [notice.code for notice in reading.notices] == [Code.XML_DAMAGED]


def test_nothing_but_damage_is_refused_and_nothing_is_empty() -> None:
    with pytest.raises(Unreadable) as caught:
        read("<<<")
    assert caught.value.code == Code.XML_DAMAGED
    assert [notice.code for notice in read("  ").notices] == [Code.EMPTY]
    assert [notice.code for notice in read("<a/>").notices] == [Code.NO_TEXT]


@given(st.text(st.sampled_from("<>/ab&;!-[]'\" \n\x00é"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_refused_or_read(xml: str) -> None:
    try:
        reading = read("<a>" + xml)
    except Unreadable:
        return
    assert "\x00" not in reading.text


@pytest.mark.parametrize(
    "pieces",
    [("<a>", "x", "</a>"), ("<p>x</p>", "", ""), ("&lt;p x", "", ""), ("& ", "", ""), ("<b>", "y", "</b>")],
)
def test_steps_grow_with_the_length(pieces: tuple[str, str, str]) -> None:
    def work(count: int) -> int:
        xml = "<r>" + pieces[0] * count + pieces[1] + pieces[2] * count + "</r>"
        return steps(lambda: _read_or_refuse(xml))

    assert work(1_200) <= work(300) * 5


def _read_or_refuse(xml: str) -> None:
    try:
        read(xml)
    except Unreadable:
        return
