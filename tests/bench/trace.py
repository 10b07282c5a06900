"""How fast a pasted paragraph is traced: `trace.py --documents N`, in milliseconds of this process.

The pile is invented: words as frequent as in prose (Zipf 1949), so that what two pages share was copied. Of
it, paragraphs are pasted as they stand, with every ninth word changed, and of no page at all. Told too: what
the postings take of the database, how long they take to be written, and the first question to a database that
was just opened. On a busy machine the time of the processor, in brackets, tells more than the clock.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import provenance
from provenance.api import Case
from provenance.model.fingerprints import Fingerprint
from provenance.model.settings import FingerprintSettings
from provenance.store.connection import open_database, transaction
from provenance.store.postings import posting_rows
from provenance.store.rows import insert

QUESTIONS = 100
VOCABULARY = 30_000
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve zi ka lo mu na pe ri so tu va we yo".split()


class Writer:
    """Sentences of invented words; the same seed, the same sentences."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        words = (
            "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(VOCABULARY)
        )
        self.words = list(words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def paragraph(self) -> str:
        """About 110 words in five sentences."""
        return " ".join(self._sentence(self.chance.randint(14, 30)) for _ in range(5))

    def edited(self, text: str) -> str:
        """Every ninth word another one."""
        words = text.split(" ")
        words[4::9] = self.chance.choices(self.words, cum_weights=self.weights, k=len(words[4::9]))
        return " ".join(words)

    def _sentence(self, length: int) -> str:
        drawn = self.chance.choices(self.words, cum_weights=self.weights, k=length)
        return " ".join(drawn).capitalize() + "."


def make_pile(folder: Path, documents: int, writer: Writer) -> list[str]:
    """Pages of four paragraphs, every third with one of an earlier page; all paragraphs that are new."""
    new: list[str] = []
    for number in range(documents):
        page = [writer.paragraph() for _ in range(4)]
        new += page
        if number % 3 == 0:
            page[2] = writer.edited(writer.chance.choice(new))
        day = f"{1 + number % 28} March {1990 + number % 30}"
        (folder / f"{number:06}.txt").write_text("\n\n".join([f"Page {number}", day, *page]) + "\n")
    return new


def measure(case: Case, text: str) -> tuple[float, float]:
    """Milliseconds of a question: by the clock, and of the processor."""
    began, worked = time.perf_counter(), time.process_time()
    case.trace(text)
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)


def describe(times: Sequence[float]) -> str:
    """Median, 95 of 100, and the slowest."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:7.1f} {ordered[95 * len(ordered) // 100]:7.1f} {ordered[-1]:7.1f}"


def tell_postings(database: Path) -> Iterator[str]:
    """Their number and size, and the seconds of making and of writing them, in a database of their own."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        (count,) = connection.execute("SELECT count(*) FROM posting").fetchone()
        sources = [row[0] for row in connection.execute("SELECT source FROM posting_source ORDER BY number")]
        query = "SELECT sum(pgsize) FROM dbstat WHERE name = 'posting'"
        try:
            (size,) = connection.execute(query).fetchone()
            yield f"postings: {count:,}, {size / 1e6:.1f} MB of {database.stat().st_size / 1e6:.0f} MB"
        except sqlite3.OperationalError:
            yield f"postings: {count:,}"
    connection.close()
    yield _tell_filling(sources, count)


def _tell_filling(sources: Sequence[str], count: int) -> str:
    chance = random.Random(5)
    each = max(1, count // len(sources))
    made = [
        Fingerprint(
            source, "", "", (), tuple((chance.getrandbits(64), n * 9, n * 9 + 20) for n in range(each))
        )
        for source in sources
    ]
    with tempfile.TemporaryDirectory() as scratch:
        db = open_database(Path(scratch) / "p.db")
        began = time.process_time()
        rows = [
            part for part in posting_rows(made, sources, FingerprintSettings()) if part.table == "posting"
        ]
        made_in = time.process_time() - began
        began = time.process_time()
        with transaction(db):
            insert(db, rows)
        written_in = time.process_time() - began
        db.close()
    return f"filling: {made_in:.1f} s to sort, {written_in:.1f} s to write (CPU)"


def main() -> None:
    """Print what it costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    writer = Writer(1)
    with tempfile.TemporaryDirectory() as scratch:
        raw, database = Path(scratch) / "raw", Path(scratch) / "p.db"
        raw.mkdir()
        paragraphs = make_pile(raw, options.documents, writer)
        with provenance.open(database) as case:
            case.run([raw], until="fingerprint")
        for line in tell_postings(database):
            print(line)
        kinds: dict[str, Callable[[], str]] = {
            "copied": lambda: writer.chance.choice(paragraphs),
            "edited": lambda: writer.edited(writer.chance.choice(paragraphs)),
            "in none": writer.paragraph,
        }
        began = time.perf_counter()
        with provenance.open(database, create=False, read_only=True) as case:
            opened = 1000 * (time.perf_counter() - began)
            first = measure(case, paragraphs[7])
            print(f"opened in {opened:.0f} ms, first question {first[0]:.0f} ms ({first[1]:.0f} ms)")
            print("paragraph   median    95 % slowest   (processor)")
            for kind, make in kinds.items():
                clock, processor = zip(*(measure(case, make()) for _ in range(QUESTIONS)), strict=True)
                print(f"{kind:10} {describe(clock)}   ({describe(processor)})")


if __name__ == "__main__":
    main()
