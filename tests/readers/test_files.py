"""One file becomes its documents, whatever it is."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from attrs import evolve

from provenance.errors import Skipped, Unreadable
from provenance.model.keys import make_key
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.readers.files import Watch, read_file
from provenance.readers.interface import Document, Format, Part, Reading
from provenance.readers.sniffing import choose_format

TEXT = "The harbour was quiet on Tuesday.\r\nNobody saw the ship leave.\n"
SETTINGS = ReadingSettings()
BOX = Format("box", "application/x-box", (".box",), splitter=f"{__name__}:split_box")
LOST = Format("lost", "text/x-lost", (".lost",), f"{__name__}:read_some", census=f"{__name__}:count_bytes")


@pytest.fixture(autouse=True)
def own_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats name their readers by module: this one is found under its own name."""
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or _this_module())


def _this_module() -> object:
    import types

    module = types.ModuleType(__name__)
    module.__dict__.update(globals())
    return module


def split_box(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """A document a line; the line's first character says what it is."""
    del settings
    for number, line in enumerate(opened, 1):
        kind, rest, name = line[:1], line[1:].rstrip(b"\n"), str(number)
        if kind == b"!":
            message = "the box is torn"
            raise Unreadable(message, Code.CONTAINER_DAMAGED)
        if kind == b"?":
            yield Part(name, rest, "", failure=KeyError("x"))
        elif kind == b"-":
            yield Part(name, rest, "", failure=Skipped("not this one", Code.SIDECAR))
        elif kind == b">":
            yield Part(name, rest.replace(b"|", b"\n"), "inner.box")
        elif kind == b"n":
            notice = Notice(Code.ROW_DAMAGED, "a corner is missing")
            yield Part(name, rest, "1.txt", notices=(notice,))
        else:
            given = tuple(Metadatum(key, "box", Basis.METADATA) for key in ("title", "url", "captured_at"))
            yield Part(name, rest, "1.txt", metadata=given)


def read_some(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """So many letters as the file's first word says."""
    del source_id, settings
    return Reading("ab " * (int(raw.split()[0]) // 2), "utf-8", "some")


def count_bytes(raw: bytes) -> int:
    """1,000 whatever it is, or what the second word says."""
    return int([*raw.split(), b"1000"][1])


def choose(name: str, head: bytes) -> tuple[Format, tuple[Notice, ...]]:
    for format_ in (BOX, LOST):
        if name.endswith(tuple(format_.suffixes)):
            return format_, ()
    return choose_format(name, head)


def read_all(folder: Path, name: str, settings: ReadingSettings = SETTINGS, after: int = 0) -> list[Document]:
    return list(read_file(folder, folder / name, name, settings, after=after, choose=choose))


def read(folder: Path, name: str, raw: bytes, settings: ReadingSettings = SETTINGS) -> Source:
    (folder / name).write_bytes(raw)
    (document,) = read_all(folder, name, settings)
    return document.source


def codes(source: Source) -> list[Code]:
    return [notice.code for notice in source.notices]


def test_the_stored_text_of_utf8_is_the_file_with_its_line_breaks(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", TEXT.encode()).text == TEXT


def test_keys_are_made_of_path_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    ((source, content),) = [(found.source, found.content) for found in read_all(tmp_path, "a.txt")]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert content is not None
    assert (content.id, content.raw, source.content_id) == (digest, TEXT.encode(), digest)
    assert source.id == make_key("s", "a.txt", digest)


def test_two_equal_files_are_two_sources_of_one_content(tmp_path: Path) -> None:
    a, b = read(tmp_path, "a.txt", b"same text"), read(tmp_path, "b.txt", b"same text")
    assert a.id != b.id and a.content_id == b.content_id


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.html", "a.zip", "a.box", "a.eml"])
@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n"])
def test_a_file_without_anything_is_read_with_a_warning(tmp_path: Path, name: str, raw: bytes) -> None:
    if raw and name.endswith((".pdf", ".docx", ".zip", ".box")):
        return  # white space is another format than the name says, or a part of the box
    source = read(tmp_path, name, raw)
    assert (source.state, source.text) == (State.WARNED, "") and Code.EMPTY in codes(source)


def test_an_unknown_format_is_no_source(tmp_path: Path) -> None:
    assert read(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + bytes(50)).state is State.SKIPPED


def test_a_hidden_file_is_read_if_it_is_named_like_a_document(tmp_path: Path) -> None:
    assert read(tmp_path, ".a.txt", b"hidden text").text == "hidden text"
    source = read(tmp_path, ".env", b"PASSWORD=secret")
    assert (source.state, codes(source), source.text) == (State.SKIPPED, [Code.HIDDEN], "")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("report.html", b'<!doctype html><meta name="generator" content="provenance 0.1.0"><p>Points.</p>'),
        ("report.md", b'# Report\n\n[//]: # (name="generator" content="provenance")\n\nPoints.\n'),
    ],
)
def test_a_report_of_our_own_is_no_document(tmp_path: Path, name: str, raw: bytes) -> None:
    source = read(tmp_path, name, raw)
    assert (source.state, codes(source)) == (State.SKIPPED, [Code.OWN_REPORT])


def test_one_document_may_have_just_so_many_bytes(tmp_path: Path) -> None:
    settings = evolve(SETTINGS, largest_bytes=1000)
    assert read(tmp_path, "a.txt", b"word " * 200, settings).state is State.READ
    source = read(tmp_path, "a.txt", b"word " * 200 + b"x", settings)
    assert source.problem == "too-large: 1,001 bytes, at most 1,000 are read (largest_bytes in [reading])"


def test_a_file_of_holes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with open(tmp_path / "big.txt", "wb") as made:
        made.truncate(20_000_000_000)
    assert codes(read_all(tmp_path, "big.txt")[0].source) == [Code.TOO_LARGE]


def test_a_file_of_many_documents_may_be_larger_but_each_of_them_may_not(tmp_path: Path) -> None:
    settings = evolve(SETTINGS, largest_bytes=20, largest_file_bytes=100)
    (tmp_path / "a.box").write_bytes(
        b" short words in it\n" + b" " + b"w" * 21 + b"\n" + b" more of them\n" * 3
    )
    assert [found.source.state for found in read_all(tmp_path, "a.box", settings)] == [
        *(State.READ, State.REFUSED, State.READ, State.READ, State.READ)
    ]
    (tmp_path / "a.box").write_bytes(b" w\n" * 34)
    (document,) = read_all(tmp_path, "a.box", settings)
    assert document.source.problem == (
        "too-large: 102 bytes, at most 100 are read (largest_file_bytes in [reading])"
    )


def test_a_file_may_have_just_so_many_documents(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" first\n second\n third\n")
    three, two = (
        [found.source for found in read_all(tmp_path, "a.box", evolve(SETTINGS, most_documents=limit))]
        for limit in (3, 2)
    )
    assert [source.path for source in three] == ["a.box#1", "a.box#2", "a.box#3"]
    assert [source.path for source in two] == ["a.box#1", "a.box#2", "a.box"]
    assert codes(two[2]) == [Code.TOO_MANY_DOCUMENTS] and "most_documents in [reading]" in str(two[2].problem)


def test_containers_may_lie_just_so_deep(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b"> one|> two| three\n four\n")
    settings = evolve(SETTINGS, deepest_container=2)
    found = {document.source.path: document.source for document in read_all(tmp_path, "a.box", settings)}
    assert sorted(found) == ["a.box#1#1", "a.box#1#2", "a.box#1#3", "a.box#2"]
    assert codes(found["a.box#1#2"]) == [Code.NESTING_LIMIT]
    assert "deepest_container in [reading]" in str(found["a.box#1#2"].problem)
    deeper = [
        document.source for document in read_all(tmp_path, "a.box", evolve(settings, deepest_container=3))
    ]
    assert [(source.path, source.text) for source in deeper][1] == ("a.box#1#2#1", "two")


def test_a_part_that_fails_is_refused_or_skipped_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n?\n-\nn two\n")
    sources = [document.source for document in read_all(tmp_path, "a.box")]
    assert [source.state.value for source in sources] == ["read", "refused", "skipped", "warned"]
    assert [codes(source) for source in sources] == [
        *([], [Code.DOCUMENT_DAMAGED], [Code.SIDECAR], [Code.ROW_DAMAGED])
    ]


def test_a_container_that_breaks_keeps_what_came_before_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n two\n!\n four\n")
    *first, last = [document.source for document in read_all(tmp_path, "a.box")]
    assert [source.text for source in first] == ["one", "two"]
    assert last.path == "a.box" and last.problem == "container-damaged: after 2 documents: the box is torn"


def test_reading_goes_on_after_the_documents_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n> two| three\n?\n!\n")
    whole = read_all(tmp_path, "a.box")
    assert len(whole) == 5
    for after in range(6):
        assert read_all(tmp_path, "a.box", after=after) == whole[after:]


def test_what_the_container_says_comes_after_what_the_document_says_but_for_its_address(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.box").write_bytes(b" By Jane Doe\n")
    (document,) = read_all(tmp_path, "a.box")
    names = [metadatum.name for metadatum in document.source.metadata]
    assert names[:2] == ["url", "captured_at"] and names[-1] == "title"


def test_a_great_loss_of_text_is_a_warning_with_both_figures(tmp_path: Path) -> None:
    assert read(tmp_path, "a.lost", b"800").state is State.READ
    source = read(tmp_path, "a.lost", b"798")
    assert source.problem == "text-lost: 798 letters and digits were read of about 1,000 in the file"
    assert read(tmp_path, "a.lost", b"10 39").state is State.READ


def test_who_watches_hears_of_each_document_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n two\n")
    heard: list[str] = []
    watch = Watch(opened=lambda digest: heard.append(digest[:4]), begin=heard.append)
    for document in read_file(tmp_path, tmp_path / "a.box", "a.box", SETTINGS, choose=choose, watch=watch):
        heard.append(f"{document.source.path} is read")
    digest = hashlib.sha256(b" one\n two\n").hexdigest()
    assert heard == [digest[:4], "a.box#1", "a.box#1 is read", "a.box#2", "a.box#2 is read"]


def finish(folder: Path, name: str, between: Callable[[], None]) -> tuple[list[Document], str | None]:
    """Documents and digest of a file with which something happens after its first document."""
    documents = read_file(folder, folder / name, name, SETTINGS, choose=choose)
    found = [next(documents)]
    between()
    while True:
        try:
            found.append(next(documents))
        except StopIteration as stop:
            return found, stop.value


def test_the_digest_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n two\n")
    assert finish(tmp_path, "a.box", lambda: None)[1] == hashlib.sha256(b" one\n two\n").hexdigest()


def test_a_container_that_changes_while_it_is_read_is_said_to_and_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n two\n")
    found, digest = finish(tmp_path, "a.box", lambda: (tmp_path / "a.box").write_bytes(b" one\n two\n "))
    assert codes(found[-1].source) == [Code.CHANGED_DURING_READ] and digest is None


def test_a_container_that_breaks_and_changes_says_one_thing(tmp_path: Path) -> None:
    (tmp_path / "a.box").write_bytes(b" one\n!\n")
    found, digest = finish(tmp_path, "a.box", lambda: (tmp_path / "a.box").write_bytes(b" one\n!\n "))
    assert [document.source.path for document in found] == ["a.box#1", "a.box"] and digest is None


def test_a_container_that_changes_without_its_time_is_noticed_while_it_is_fresh(tmp_path: Path) -> None:
    place = tmp_path / "a.box"
    place.write_bytes(b" one\n two\n")
    before = place.stat()

    def change() -> None:
        place.write_bytes(b" one\n TWO\n")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    found, digest = finish(tmp_path, "a.box", change)
    assert codes(found[-1].source) == [Code.CHANGED_DURING_READ] and digest is None


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.txt").chmod(0)
    if os.geteuid() != 0:
        assert codes(read_all(tmp_path, "a.txt")[0].source) == [Code.PERMISSION]
        return
    # root reads everything: another process gives its rights away first
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and not folder.stat().st_mode & 0o001 and "pytest" in str(folder):
            folder.chmod(0o755)
    script = (
        "import os; from pathlib import Path; from provenance.readers.files import read_file; "
        "from provenance.model.settings import ReadingSettings; os.setuid(65534); "
        f"root = Path({str(tmp_path)!r}); "
        "print(*(d.source.problem for d in read_file(root, root / 'a.txt', 'a.txt', ReadingSettings())))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"cannot become another user here: {done.stderr[-200:]}")
    assert done.stdout.strip() == "permission: permission denied"


def test_no_content_of_any_kind_raises(tmp_path: Path) -> None:
    samples = [
        "",
        "a",
        "\ufeff",
        "a\x00b" * 9,
        "😀" * 99,
        "שלום עולם " * 30,
        "a" * 100_000,
        "\n" * 999,
        "<p" * 999,
    ]
    for number, sample in enumerate(samples):
        for suffix in ("txt", "md", "html"):
            source = read(tmp_path, f"{number}.{suffix}", sample.encode())
            for metadatum in source.metadata:
                assert metadatum.span is None or metadatum.span.end <= len(source.text)
