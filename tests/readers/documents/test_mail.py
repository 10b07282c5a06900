"""Mails as the standard library and mail programs write them, and damaged ones."""

import base64
from email.message import EmailMessage
from email.policy import SMTP
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, ZoneBasis
from provenance.readers.documents.mail import read_mail
from provenance.readers.documents.mail_headers import read_header
from provenance.readers.documents.mail_parts import open_mail
from provenance.readers.interface import Reading
from provenance.text.masking import mask

SETTINGS = ReadingSettings()
SENTENCE = "The mayor said on Tuesday that the bridge, closed since the storm, would be open again by spring."
PAGE = (
    f"<html><body><h1>Bridge open</h1><p>{SENTENCE}</p><p>Café “Müller” was flooded. {SENTENCE}</p>"
    "</body></html>"
)


def _mail(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    given_headers = {
        "From": "Änn Lee <ann@example.org>",
        "To": "Bo Ray <bo@example.com>, list@example.com",
        "Date": "Tue, 04 May 2021 10:20:30 -0700",
        "Subject": "The bridge – and the störm",
        "Message-ID": "<1@example.org>",
    }
    for name, value in (
        given_headers | {key.replace("_", "-"): value for key, value in headers.items()}
    ).items():
        mail[name] = value
    return mail


def _read(mail: EmailMessage | bytes) -> Reading:
    return read_mail(mail if isinstance(mail, bytes) else mail.as_bytes(policy=SMTP), "s-1", SETTINGS)


def test_headers_stand_above_the_text_and_are_stated() -> None:
    mail = _mail(In_Reply_To="<0@example.org>", List_Id="The News List <news.example.org>")
    mail.set_content(f"{SENTENCE}\nÄnn\n")
    reading = _read(mail)
    head, _, body = reading.text.partition("\n\n")
    assert head.split("\n") == [
        "From: Änn Lee <ann@example.org>",
        "To: Bo Ray <bo@example.com>, list@example.com",
        "Date: Tue, 04 May 2021 10:20:30 -0700",
        "Subject: The bridge – and the störm",
    ]
    assert body.replace("\r", "") == f"{SENTENCE}\nÄnn\n"
    said = {m.name: m for m in reading.metadata}
    for name, value in (("title", "The bridge – and the störm"), ("author", "Änn Lee")):
        assert said[name].value == value and said[name].basis is Basis.STATED
        assert reading.text[said[name].span.start : said[name].span.end] == value  # type: ignore[union-attr]
    assert said["published"].earliest == "2021-05-04T17:20:30Z" and said["published"].zone is ZoneBasis.STATED
    assert said["publisher"].value == "The News List" and said["publisher"].field == "mail header List-Id"
    assert said["message_id"].value == "<1@example.org>" and said["in_reply_to"].value == "<0@example.org>"
    assert reading.encoding == "utf-8" and reading.extractor == "mail, plain" and reading.notices == ()


def test_the_plain_text_goes_before_the_page() -> None:
    mail = _mail()
    mail.set_content(SENTENCE)
    mail.add_alternative(PAGE, subtype="html")
    assert _read(mail).extractor == "mail, plain"


def test_a_page_goes_before_a_plain_text_that_says_little() -> None:
    mail = _mail()
    mail.set_content("Open this in a browser.")
    mail.add_alternative(PAGE, subtype="html")
    reading = _read(mail)
    assert SENTENCE in reading.text and "Café “Müller”" in reading.text and "in a browser" not in reading.text
    assert next(m.value for m in reading.metadata if m.name == "title") == "The bridge – and the störm"


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_a_page_in_its_parts_encoding(charset: str, transfer: str) -> None:
    body = PAGE.replace("“", '"').replace("”", '"')
    mail = _mail()
    mail.set_content(body.encode(charset), "text", "html", cte=transfer)
    mail.set_param("charset", charset)
    assert 'Café "Müller"' in _read(mail.as_bytes()).text


def test_a_charset_that_does_not_fit_is_noticed() -> None:
    head = b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n"
    raw = head + b"Caf\xe9 na\xefve d\xe9j\xe0 vu, said the mayor.\n"
    reading = _read(raw)
    assert "Café naïve déjà vu" in reading.text
    assert [notice.code for notice in reading.notices] == [Code.ENCODING_GUESSED]


def test_attachments_are_found_and_pictures_are_none() -> None:
    mail = _mail()
    mail.set_content(SENTENCE)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../../repört.pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    inner = _mail(Subject="The older mail")
    inner.set_content("older")
    mail.add_attachment(inner)
    assert _read(mail).notices == ()
    attachments = open_mail(mail.as_bytes()).attachments
    assert attachments[0].raw == b"%PDF-1.4" and b"The older mail" in attachments[1].raw


def test_quoted_replies_stay_and_signatures_are_furniture() -> None:
    mail = _mail()
    mail.set_content(
        f"I agree.\n\nOn Monday, Bo wrote:\n> {SENTENCE}\n\n-- \nAnn Lee\nExample Ltd, +44 20 1234\n"
    )
    reading = _read(mail)
    masked = mask(reading.text, [one.span for one in reading.furniture])
    assert SENTENCE in masked and "I agree" in masked and "The bridge" in masked
    assert "Example Ltd" not in masked and "bo@example.com" not in masked and len(masked) == len(reading.text)


def test_a_mailing_lists_footer_is_furniture() -> None:
    mail = _mail()
    footer = f"{'_' * 47}\nNews mailing list\nNews@example.org\nhttps://example.org/listinfo/news\n"
    mail.set_content(f"{SENTENCE}\n{footer}")
    reading = _read(mail)
    masked = mask(reading.text, [one.span for one in reading.furniture])
    assert SENTENCE in masked and "listinfo" not in masked


def test_flowed_lines_are_one_line_again() -> None:
    raw = (
        b"Subject: x\nContent-Type: text/plain; format=flowed\n\nThe mayor \nsaid so.\n"
        b"> quoted \n> too\n From here\n-- \nAnn\n"
    )
    assert _read(raw).text == "Subject: x\n\nThe mayor said so.\n> quoted too\nFrom here\n-- \nAnn\n"


def test_damaged_transfer_encodings_are_noticed() -> None:
    whole = base64.b64encode(SENTENCE.encode() * 3)
    raw = b"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + whole[:-5]
    reading = _read(raw)
    assert SENTENCE in reading.text and Code.DOCUMENT_DAMAGED in {notice.code for notice in reading.notices}


def test_a_mail_without_text_says_so() -> None:
    reading = _read(b"Subject: nothing\nFrom: a@example.org\n\n")
    assert reading.text == "From: a@example.org\nSubject: nothing\n"
    assert [notice.code for notice in reading.notices] == [Code.NO_TEXT]


def test_encrypted_mails_say_so() -> None:
    head = b'Subject: x\nContent-Type: multipart/encrypted; boundary="b"\n\n'
    raw = head + b"--b\nContent-Type: text/plain\n\nx\n--b--\n"
    assert Code.ENCRYPTED_OR_LEGACY in {notice.code for notice in _read(raw).notices}


def test_parts_nested_without_end_are_noticed() -> None:
    raw = b"Subject: x\n"
    for depth in range(3000):
        raw += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth)
    reading = _read(raw + b"Content-Type: text/plain\n\ndeep text\n")
    assert Code.NESTING_LIMIT in {notice.code for notice in reading.notices}


def test_a_page_that_a_browser_saved_as_a_mail_is_a_page() -> None:
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Bridge open\n"
        "Date: Tue, 4 May 2021 10:20:30 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\nContent-Location: https://example.org/a\n\n"
        f"{PAGE}\n--b\nContent-Type: text/css\nContent-Location: cid:1\n\nbody {{}}\n--b--\n"
    )
    reading = _read(raw.encode())
    said = {m.name: m.value for m in reversed(reading.metadata)}
    assert reading.text.startswith("Bridge open\n") and SENTENCE in reading.text and reading.notices == ()
    assert said["url"] == "https://example.org/a" and "author" not in said and "captured_at" in said


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=?utf-8?q?Caf=C3=A9?= =?utf-8?q?_bar?=", "Café bar"),
        ("=?nonsense?b?Q2Fmw6k=?=", "Café"),
        ("=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ("=?utf-8?q?a=00b=1B?=", "a\ufffdb"),
        (b"Caf\xc3\xa9".decode("ascii", "surrogateescape"), "Café"),
        (b"Caf\xe9".decode("ascii", "surrogateescape"), "Café"),
        ("a\r\n\tb", "a b"),
    ],
)
def test_headers_are_one_line_of_text(value: str, shown: str) -> None:
    assert read_header(value) == shown


@pytest.mark.parametrize(
    "header",
    [
        *(
            "From: " + "(" * 5000,
            "From: <<<>>>,;:",
            'From: "',
            "From: =?utf-8?q?=00?= <@>",
            "Date: 99 Foo 0000",
        ),
        *("Content-Type: text/plain; charset*=x'y'%ff", "Content-Type: ;;;", "Content-Disposition: =?"),
        *(
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Type: multipart/mixed",
            "Subject: " + "=?a?q?" * 900,
        ),
    ],
)
def test_wild_headers_never_crash(header: str) -> None:
    reading = _read(f"{header}\nSubject: ok\n\n{SENTENCE}\n".encode())
    assert "\x00" not in reading.text


_headers = st.sampled_from(
    "From To Date Subject Content-Type Content-Transfer-Encoding Content-Disposition List-Id".split()
)
_values = st.sampled_from(
    [
        *("text/html", "multipart/mixed; boundary=b", "multipart/alternative; boundary=b", "base64", "8bit"),
        *("attachment; filename=a.pdf", "message/rfc822", "text/plain; format=flowed; delsp=yes"),
        *("quoted-printable", "=?utf-8?b?w6k=?="),
    ]
) | st.text(max_size=20)
_lines = st.lists(
    st.tuples(_headers, _values).map(": ".join)
    | st.sampled_from(["", "--b", "--b--", "> q ", "-- ", "w6k="]),
    max_size=20,
)


@given(_lines, st.binary(max_size=30))
@settings(max_examples=100, deadline=None)
def test_damaged_mails_never_crash(lines: list[str], tail: bytes) -> None:
    raw = "\n".join(lines).encode("utf-8", "replace") + tail
    try:
        reading = _read(raw)
    except Unreadable as problem:
        assert problem.code in list(Code)
        return
    assert "\x00" not in reading.text and reading.text.encode("utf-8").decode() == reading.text
    for metadatum in reading.metadata:
        if metadatum.span and metadatum.name in ("title", "author"):
            assert reading.text[metadatum.span.start : metadatum.span.end] == metadatum.value
    ends = [(one.span.start, one.span.end) for one in reading.furniture]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert all(0 <= start < end <= len(reading.text) for start, end in ends)


_SAID = "The ferry left the harbour at dawn with nine people, the company said."


@pytest.mark.parametrize("kind", ["mixed", "alternative", "related", "odd"])
@pytest.mark.parametrize("boundary", ['; boundary="zz"', ""])
def test_the_body_of_a_mail_without_its_boundary_is_its_text(kind: str, boundary: str) -> None:
    raw = f"From: a@example.org\nSubject: Odd\nContent-Type: multipart/{kind}{boundary}\n\n{_SAID}\n".encode()
    reading = read_mail(raw, "s-1", ReadingSettings())
    assert reading.text.endswith(f"\n{_SAID}\n")
    assert [notice.code for notice in reading.notices] == [Code.DOCUMENT_DAMAGED]


def test_a_page_without_its_boundary_is_read_as_a_page() -> None:
    page = f"<html><body><p>{_SAID}</p></body></html>"
    raw = f"From: a@example.org\nContent-Type: multipart/mixed; boundary=zz\n\n{page}\n".encode()
    text = read_mail(raw, "s-1", ReadingSettings()).text
    assert _SAID in text and "<p>" not in text


@pytest.mark.parametrize(
    ("before", "behind", "codes"),
    [
        ("This is a multi-part message in MIME format.", "", []),
        ("Dies ist eine mehrteilige Nachricht im MIME-Format.", "\n", []),
        (_SAID, "", [Code.TEXT_LOST]),
        ("", _SAID, [Code.TEXT_LOST]),
        (f"This is a MIME message. {_SAID * 9}", _SAID, [Code.TEXT_LOST] * 2),
    ],
)
def test_text_around_the_parts_is_told(before: str, behind: str, codes: list[Code]) -> None:
    part = "--zz\nContent-Type: text/plain\n\nShort.\n--zz--\n"
    head = "From: a@example.org\nContent-Type: multipart/mixed; boundary=zz\n\n"
    raw = f"{head}{before}\n{part}{behind}".encode()
    reading = read_mail(raw, "s-1", ReadingSettings())
    assert [notice.code for notice in reading.notices] == codes
    assert all(_SAID[:30] in notice.text for notice in reading.notices)
