"""Mailboxes: as the standard library writes them, with quoting, measures and damage."""

import io
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.mbox import split_mbox
from provenance.readers.interface import Part, Reading
from provenance.readers.sniffing import choose_format

SETTINGS = ReadingSettings()
ENVELOPE = "From ann@example.org Tue May  4 10:20:30 2021\n"


def _split(raw: bytes | str, chosen: ReadingSettings = SETTINGS) -> list[Part]:
    return list(split_mbox(io.BytesIO(raw.encode() if isinstance(raw, str) else raw), chosen))


def _read(part: Part) -> Reading:
    assert part.read is not None
    return part.read(part.raw, "s-1", SETTINGS)


def _mail(number: int, body: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ann@example.org", f"Mail {number}"
    mail.set_content(body)
    return mail


def test_a_mailbox_of_the_standard_library_is_split_as_it_splits_it(tmp_path: Path) -> None:
    bodies = ["One.\n\nFrom the start it rained.\n", ">From here\nFrom there\n", "\n\n", "No end"]
    written = mailbox.mbox(tmp_path / "mail.mbox")
    for number, body in enumerate(bodies, 1):
        written.add(_mail(number, body))
    written.flush()
    parts = _split((tmp_path / "mail.mbox").read_bytes())
    assert [part.member for part in parts] == ["1", "2", "3", "4"]
    assert [part.raw for part in parts] == [written.get_bytes(key) for key in written.keys()]
    written.close()
    texts = [_read(part).text for part in parts]
    assert all(
        text.startswith(f"From: ann@example.org\nSubject: Mail {n}\n") for n, text in enumerate(texts, 1)
    )
    assert "\nFrom the start it rained." in texts[0] and "\nFrom there" in texts[1]
    assert {m.name for m in parts[0].metadata} == {"captured_at"}


def test_a_sentence_that_begins_with_from_begins_no_mail() -> None:
    raw = f"{ENVELOPE}Subject: a\n\nOne.\n\nFrom the start it rained.\n\n{ENVELOPE}Subject: b\n\nTwo.\n"
    assert [_read(part).text.partition("\n\n")[2] for part in _split(raw)] == [
        "One.\n\nFrom the start it rained.\n",
        "Two.\n",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_content_length_is_honoured_where_it_leads_to_a_mail(newline: str) -> None:
    body = f"x\n\n{ENVELOPE}forwarded\n".replace("\n", newline)
    right = f"{ENVELOPE}Content-Length: {len(body)}\n\n".replace("\n", newline) + body
    wrong = f"{ENVELOPE}Content-Length: 3\n\nsome text\n".replace("\n", newline)
    huge = f"{ENVELOPE}Content-Length: 99999999\n\nlast\n".replace("\n", newline)
    parts = _split(newline.join([right, wrong, huge]))
    assert [part.raw.decode().partition(newline * 2)[2] for part in parts] == [
        body,
        f"some text{newline}",
        f"last{newline}",
    ]


def test_senders_of_many_programs() -> None:
    lines = [
        "From - Tue May 04 10:20:30 2021",
        "From 123@xxx Tue May 04 10:20:30 +0000 2021",
        "From ann at example.org  Tue May  4 10:20:30 2021",
        'From "Ann Lee" Tue May  4 10:20 2021',
    ]
    raw = "\n".join(f"{line}\nSubject: a\n\ntext\n" for line in lines)
    assert len(_split(raw)) == 4


def test_mails_without_a_blank_line_between_them_are_parted() -> None:
    assert (
        len(_split(f"{ENVELOPE}Subject: a\n\none\n{ENVELOPE}Subject: b\n{ENVELOPE}Subject: c\n\nthree\n"))
        == 3
    )


def test_attachments_follow_their_mail(tmp_path: Path) -> None:
    mail = _mail(1, "See the reports.")
    for raw in (b"%PDF-1", b"%PDF-2"):
        mail.add_attachment(raw, maintype="application", subtype="pdf", filename="a/report#1.pdf")
    parts = _split(ENVELOPE.encode() + mail.as_bytes() + b"\n" + ENVELOPE.encode() + _mail(2, "x").as_bytes())
    assert [(part.member, part.name) for part in parts] == [
        ("1", "1.eml"),
        ("1/report_1.pdf", "report_1.pdf"),
        ("1/2-report_1.pdf", "report_1.pdf"),
        ("2", "2.eml"),
    ]
    assert _read(parts[0]).notices == () and parts[2].raw == b"%PDF-2"


def test_a_huge_mail_is_refused_and_the_others_go_on() -> None:
    raw = f"{ENVELOPE}Subject: a\n\n{'x' * 70 + chr(10)}" + "y\n" * 5000 + f"\n{ENVELOPE}Subject: b\n\ntext\n"
    first, second = _split(raw, ReadingSettings(largest_bytes=1000))
    assert "largest_bytes" in str(first.failure) and _read(second).text == "Subject: b\n\ntext\n"


def test_a_file_without_senders_is_one_mail() -> None:
    assert [_read(part).text for part in _split("Subject: a\n\ntext\n")] == ["Subject: a\n\ntext\n"]
    assert _split("") == [] and _split("\n\n") == []


_pieces = st.sampled_from(
    [
        ENVELOPE,
        "\n",
        "\r\n",
        "Subject: a\n",
        "Content-Length: 4\n",
        "text\n",
        "From x\n",
        ">From y\n",
        "Content-Type: ",
    ]
) | st.text(max_size=5)


@given(st.lists(_pieces, max_size=25), st.integers(1, 200))
@settings(max_examples=100, deadline=None)
def test_every_byte_but_the_senders_lines_is_in_one_mail(pieces: list[str], largest: int) -> None:
    raw = "".join(pieces).encode("utf-8", "replace")
    for chosen in (SETTINGS, ReadingSettings(largest_bytes=largest)):
        place = 0
        for part in _split(raw, chosen):
            place = raw.index(part.raw, place) + len(part.raw)
            assert len(part.raw) <= chosen.largest_bytes + 2
            if part.failure is None:
                try:
                    _read(part)
                except Unreadable:
                    pass


def test_reading_twice_as_much_takes_twice_the_lines() -> None:
    class Counted(io.BytesIO):
        lines = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines += 1
            return super().readline(-1 if size is None else size)

    def steps(raw: bytes) -> int:
        opened = Counted(raw)
        for _ in split_mbox(opened, SETTINGS):
            pass
        return opened.lines

    for text in (
        ENVELOPE,
        f"{ENVELOPE}\n",
        f"{ENVELOPE}Content-Length: 5\n\n",
        "From \n",
        "\n",
        "From a 1:1\n\n",
    ):
        assert steps(text.encode() * 1000) <= 2.5 * steps(text.encode() * 500)


def test_a_byte_order_mark_and_stray_lines_do_not_hide_the_messages() -> None:
    box = f"{ENVELOPE}Subject: one\n\nFirst.\n\n{ENVELOPE}Subject: two\n\nSecond.\n"
    expected = [part.raw for part in _split(box)]
    assert len(expected) == 2
    for start in ("\ufeff", "\ufeff\n", "\n\n"):
        parts = _split(start + box)
        assert [part.raw for part in parts] == expected
        assert parts[0].notices == ()
    parts = _split(f"stray words here\nand here\n{box}")
    assert [part.raw for part in parts] == expected
    assert [notice.code for notice in parts[0].notices] == [Code.CONTAINER_DAMAGED]
    assert "stray words here and here" in parts[0].notices[0].text
    assert parts[1].notices == ()


def test_the_name_of_a_mailbox_is_believed_behind_stray_lines() -> None:
    box = f"stray\n{ENVELOPE}Subject: one\n\nFirst.\n".encode()
    assert choose_format("a.mbox", box)[0].name == "mailbox"
    assert choose_format("a.mbox", b"\xef\xbb\xbf" + box[6:])[0].name == "mailbox"
    assert choose_format("a.mbox", b"From here on it is prose, as one sees.\n"[5:])[0].name == "plain text"
