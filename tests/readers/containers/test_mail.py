"""A mail in a file of its own, with what is attached to it."""

from email.message import EmailMessage
from pathlib import Path

from provenance.model.settings import ReadingSettings
from provenance.model.sources import State
from provenance.readers.files import read_file


def _mail(subject: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ann Lee <ann@harbour.example>"
    mail["Date"] = "Mon, 05 Mar 2018 09:30:00 -0500"
    mail["Subject"] = subject
    mail.set_content(text)
    return mail


def _read(folder: Path, mail: EmailMessage, **limits: int) -> dict[str, tuple[State, str]]:
    (folder / "letter.eml").write_bytes(mail.as_bytes())
    documents = read_file(folder, folder / "letter.eml", "letter.eml", ReadingSettings(**limits))
    return {one.source.path: (one.source.state, one.source.text) for one in documents}


def test_the_message_has_the_files_path_and_attachments_lie_in_it(tmp_path: Path) -> None:
    mail = _mail("The figures", "Nine ships waited outside the harbour.")
    mail.add_attachment("Ten ships waited.", filename="notes.txt")
    inner = _mail("The older letter", "Eight ships waited.")
    inner.add_attachment("Seven ships waited.", filename="notes.txt")
    mail.add_attachment(inner)
    found = _read(tmp_path, mail)
    assert list(found) == [
        *("letter.eml", "letter.eml#notes.txt", "letter.eml#mail.eml", "letter.eml#mail.eml#notes.txt"),
    ]
    assert {state for state, _text in found.values()} == {State.READ}
    assert "Nine ships" in found["letter.eml"][1] and "Ten ships" not in found["letter.eml"][1]
    assert "Seven ships" in found["letter.eml#mail.eml#notes.txt"][1]


def test_an_attachment_that_is_no_document_is_listed(tmp_path: Path) -> None:
    mail = _mail("The model", "It is attached.")
    mail.add_attachment(b"PK\x03\x04 no archive", maintype="application", subtype="zip", filename="all.zip")
    found = _read(tmp_path, mail)
    assert [state for state, _text in found.values()] == [State.READ, State.REFUSED]


def test_letters_in_letters_end_at_the_deepest_container(tmp_path: Path) -> None:
    mail = _mail("0", "Level 0.")
    for level in range(1, 6):
        outer = _mail(f"{level}", f"Level {level}.")
        outer.add_attachment(mail)
        mail = outer
    found = _read(tmp_path, mail, deepest_container=2)
    assert [state for state, _text in found.values()] == [State.READ, State.READ, State.REFUSED]


def test_a_mail_larger_than_a_document_may_be_is_refused(tmp_path: Path) -> None:
    found = _read(tmp_path, _mail("Long", "word " * 2000), largest_bytes=5000)
    assert [state for state, _text in found.values()] == [State.REFUSED]
