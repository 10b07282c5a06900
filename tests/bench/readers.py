"""MB of a format a second of CPU, ours and the bare library that does the same job, by turns in one run.

Every row is one job on the same bytes: the text, its metadata and, for pages, what is article and what not.
Taking turns keeps what else the machine does out of the ratio. Usage: python tests/bench/readers.py [ROW…]
"""

import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import charset_normalizer
import pypdf
import trafilatura
from attrs import frozen
from tabulate import tabulate

from provenance.model.settings import ReadingSettings
from provenance.readers.documents.pdf import read_pdf
from provenance.readers.documents.plain import read_plain
from provenance.readers.pages.html import read_html

PAGES = Path(__file__).parents[1] / "layouts" / "pages"
DOCUMENTS = Path(__file__).parents[1] / "readers" / "documents" / "fixtures"
_ROUNDS = 5
_SETTINGS = ReadingSettings()


@frozen
class Row:
    """One job. `documents`: what both read; `ours`, `library`: read one document."""

    name: str
    documents: Sequence[bytes]
    ours: Callable[[bytes], object]
    library: Callable[[bytes], object]


def make_rows() -> list[Row]:
    """The jobs that are measured."""
    pages = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
    bigger = [_enlarge(page) for page in pages[:6]]
    texts = [_make_text(size) for size in (2_000, 20_000, 200_000)]
    files = [path for path in sorted(DOCUMENTS.glob("*.pdf")) if not path.stem.startswith("locked")]
    return [
        Row("html, pages of layouts", pages, _read_html, _extract),
        Row("html, pages ten times as long", bigger, _read_html, _extract),
        Row("txt, against bytes.decode", texts, _read_plain, bytes.decode),
        Row("txt, against charset_normalizer", texts, _read_plain, _normalize),
        Row("pdf, files of four programs", [path.read_bytes() for path in files], _read_pdf, _extract_pdf),
        Row("pdf, thirty times as long", [_repeat_pages(path) for path in files], _read_pdf, _extract_pdf),
    ]


def measure(row: Row, rounds: int = _ROUNDS) -> tuple[float, float]:
    """(ours, library): MB a second of CPU, the best of several turns of each."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for place, read in enumerate((row.ours, row.library)):
            begin = time.process_time()
            for document in row.documents:
                read(document)
            best[place] = min(best[place], time.process_time() - begin)
    size = sum(map(len, row.documents)) / 1e6
    return size / best[0], size / best[1]


def _read_html(raw: bytes) -> object:
    return read_html(raw, "s", _SETTINGS)


def _extract(raw: bytes) -> object:
    return trafilatura.bare_extraction(raw, with_metadata=True)


def _read_plain(raw: bytes) -> object:
    return read_plain(raw, "s", _SETTINGS)


def _normalize(raw: bytes) -> object:
    return str(charset_normalizer.from_bytes(raw).best())


def _read_pdf(raw: bytes) -> object:
    return read_pdf(raw, "s", _SETTINGS)


def _extract_pdf(raw: bytes) -> object:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(raw)).pages]


def _repeat_pages(path: Path) -> bytes:
    """A file with the pages of `path` over and over, as one of a hundred pages has them."""
    writer, buffer = pypdf.PdfWriter(), BytesIO()
    for _ in range(30):
        writer.append(path)
    writer.write(buffer)
    return buffer.getvalue()


def _enlarge(page: bytes) -> bytes:
    """The page with ten times its own paragraphs, each told apart by a number."""
    begin, end = page.find(b"<p"), page.rfind(b"</p>") + 4
    if begin < 0 or end <= begin:
        return page
    body = page[begin:end]
    return page[:begin] + b"".join(body.replace(b"the ", b"the %d " % n) for n in range(10)) + page[end:]


def _make_text(size: int) -> bytes:
    sentence = "The harbour master of Skerry Point counted {} boats, “none of them late”, on 3 March 2018. "
    lines = ("".join(sentence.format(n) for n in range(k, k + 4)) for k in range(size))
    text = "Boats counted\n\nBy Ann Lee\n\n"
    while len(text) < size:
        text += next(lines) + "\n\n"
    return text.encode()


def main(names: Sequence[str]) -> None:
    """Measure and print the rows whose names begin with one of `names`; all if there are none."""
    table = []
    for row in make_rows():
        if not names or any(row.name.startswith(name) for name in names):
            ours, library = measure(row)
            size = sum(map(len, row.documents)) / 1e6
            table.append((row.name, f"{size:.2f}", f"{ours:.2f}", f"{library:.2f}", f"{ours / library:.2f}"))
    print(tabulate(table, headers=("job", "MB", "ours MB/CPU s", "library MB/CPU s", "ratio")))


if __name__ == "__main__":
    main(sys.argv[1:])
