"""First inputs of the fuzzers, and words that they put together: all of our own making."""

import codecs

_PROSE = (
    "HARBOUR TOWN, 3 March 2018 (Example Wire) — The ferry “Möwe” left the quay at noon, said Ann Lee.\n\n"
    "At least 1,200 people, two thirds of them children, waited until 31 June 2019; £5.2m was lost.\n"
)
_PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry | Example</title>"
    '<meta property="article:published_time" content="2018-03-03T10:00:00+01:00">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee"}}</script>'
    "</head><body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Ferry lost</h1>"
    "<p class=byline>By Ann Lee</p><time datetime=2018-03-03>3 March 2018</time>"
    "<p>The ferry left the quay at noon and did not come back, the harbour master said.</p>"
    "<table><tr><td>1<td>2</table><p hidden>no</p><!-- c --><aside>Read more</aside></article></body></html>"
)
_MAIL = (
    "From: =?utf-8?q?Ann_L=C3=A9?= <ann@example.org>\r\nTo: bob@example.org\r\nSubject: Ferry\r\n"
    "Date: Sat, 3 Mar 2018 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry=20left.\r\n> quoted\r\n--b\r\n"
    "Content-Type: text/html\r\n\r\n<p>The ferry left.</p>\r\n--b--\r\n"
)
_DATES = (
    "Sat, 03 Mar 2018 10:00:00 GMT", "2018-03-03T10:00:00.123+05:30", "03/04/2018 10:00 a.m. EST",
    "Last modified: 3rd of March, 2018", "the first week of May 2019", "between 3 and 5 May", "1. März 2018",
    "Tuesday, August 31, 2021", "late last year", "D:20180303041500-05'00'", "20180303041500Z", "May 2018",
    "31 June 2019", "in the 1990s", "December 31, 9999", "January 1, 0001", "three days ago", "12:61 pm",
)  # fmt: skip
_NUMBERS = (
    "1,200", "two thousand five hundred and one", "at least half a million", "1.2m", "$5-6 billion", "3½",
    "9" * 400, "1" + ",000" * 50, "one in three", "dozens of", "between 12 and 15", "minus 4.5 per cent",
)  # fmt: skip
_TABLE = 'title,text,date\n"Ferry","The ferry ""left"", they said\nat noon",2018-03-03\n,,\n'
_LINES = '{"text": "The ferry left.", "date": "2018-03-03"}\n{"text": 1}\n[1]\nnot json\n'
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    "WARC-Date: 2018-03-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    "Content-Length: 75\r\n\r\n"
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>The ferry left.</p></html>\r\n\r\n\r\n"
)
_ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "gb18030", "shift_jis")

SEEDS: dict[str, tuple[bytes, ...]] = {
    "decode": tuple((_PROSE + "Привет, мир").encode(encoding, "replace") for encoding in _ENCODINGS),
    "utf8": (_PROSE.encode(), codecs.BOM_UTF8 + _PROSE.encode()),
    "html": (_PAGE.encode(), b"<p>x", _PAGE.encode("utf-16")),
    "dates": (*(text.encode() for text in _DATES), _PROSE.encode()),
    "numbers": (*(text.encode() for text in _NUMBERS), _PROSE.encode()),
    "mail": (_MAIL.encode(), b"Subject: x\n\ny"),
    "plain": (_PROSE.encode(), ("Ferry lost\nBy Ann Lee\n3 March 2018\n\n" + _PROSE).encode()),
    "tables": tuple(
        bytes([n]) + t.encode() for n in range(4) for t in (_TABLE, _LINES, _WARC, "[" + _LINES[:45] + "]")
    ),
}

_COMMON = (
    "\u202e",
    "\u200b",
    "\u0301",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\ufffd",
    "\x1b",
    "\r\n",
    "’",
    "—",
    "İ",
    "ﷺ",
)
WORDS: dict[str, tuple[str, ...]] = {
    "decode": (*_COMMON, "charset=utf-7", "<!DOCTYPE html>", "From ", "%PDF-", "{\\rtf"),
    "utf8": _COMMON,
    "html": tuple(
        "<p> </p> <div> <!-- --> <![CDATA[ ]]> <script> </script> <table> <td> <a href= <meta <h1> <title> "
        "<time datetime= <style> <svg> <math> <template> &amp; &#x110000; &#0; &nbsp; itemprop= <article> "
        'property=og:title article:published_time application/ld+json {"@graph":[ "datePublished": hidden '
        "display:none <noscript> <iframe srcdoc= <base href= <plaintext> <select> <br> <pre>".split()
    ),
    "dates": (*_COMMON, *(word for text in _DATES for word in text.split()), "UTC", "PST", "noon", "/", "٣"),
    "numbers": (
        *_COMMON,
        *(word for text in _NUMBERS for word in text.split()),
        "million",
        "dozen",
        "²",
        "Ⅻ",
    ),
    "mail": (
        "=?utf-8?b?",
        "?=",
        "boundary=",
        "--b",
        "multipart/mixed",
        "message/rfc822",
        "base64",
        "charset=",
        "> ",
    ),
    "plain": (*_COMMON, "By ", "Published: ", "Last modified", "Photo:", "©", "Read more", "Related", "\n\n"),
    "tables": (
        '"',
        '""',
        ",",
        ";",
        "\t",
        "\n",
        "{",
        "}",
        "[",
        "]",
        "\\u0000",
        "\\ud800",
        "text",
        "WARC/1.0",
        "1e999",
    ),
}
"""Words for libFuzzer's dictionary."""

FOUND: tuple[tuple[str, bytes], ...] = (
    ("html", b"<html><body><p>The ferry<script>x</script>\x01 left</p></body></html>"),
    ("html", b"<html><body><p>The ferry<style>x</style>&#2; left&#x1F</p></body></html>"),
)
"""What the fuzzers found, made shorter: by target. Control characters behind a script made lxml raise."""
