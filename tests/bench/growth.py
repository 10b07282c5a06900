"""What happens to time when a repetitive text doubles: `make bench`. A ratio over 2.5 is a fault.

CPU seconds, the least of three; patterns that go back over a text cost here what no count of steps shows.
"""

import time
from collections.abc import Callable

from provenance.claims import find_claims
from provenance.model.annotations import AnnotatedSource
from provenance.model.settings import ReuseSettings
from provenance.model.sources import Source, State
from provenance.names import find_mentions
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.text.dates import find_dates
from provenance.text.numbers import find_numbers
from provenance.text.sentences import find_sentences

PIECES = (
    "A ", "a, ", "A. ", "of the ", "“", "“a” ", "'s ", "1 ", "1,1", "1990s ", "$5 ", "12 people ", "May ",
    "31 June 2019 ", "Al-", "Bin ", "X (Y) ", ", also known as ", ", the head of ", "said ", "\n", " ",
    "\x00", "🙂",
)  # fmt: skip
LENGTH = 20_000


def main() -> None:
    """A line a function: the worst piece, its seconds at 2n, and the ratio."""
    knowledge = load_knowledge()
    works: dict[str, Callable[[str], object]] = {
        "find_sentences": find_sentences,
        "find_numbers": lambda text: find_numbers(text, knowledge),
        "find_dates": lambda text: find_dates(text, knowledge),
        "find_mentions": lambda text: find_mentions({"s": text}, knowledge),
        "find_claims": lambda text: find_claims(
            AnnotatedSource(Source("s", "s.txt", State.READ, text=text)), knowledge
        ),
        "find_alignments": lambda text: find_alignments(
            {"a": text, "b": text[:-1]}, ReuseSettings(), knowledge
        ),
    }
    print(f"{'function':16} {'worst text':22} {'s at 2n':>8} {'t(2n)/t(n)':>10}")
    for name, work in works.items():
        worst = max((_ratio(work, piece), piece) for piece in PIECES)
        (ratio, seconds), piece = worst
        print(f"{name:16} {piece!r:22} {seconds:8.3f} {ratio:10.2f}")


def _ratio(work: Callable[[str], object], piece: str) -> tuple[float, float]:
    short, long = (piece * (n // len(piece)) for n in (LENGTH, 2 * LENGTH))
    work(short)
    one = min(_seconds(work, short) for _ in range(3))
    two = min(_seconds(work, long) for _ in range(3))
    return (two / max(one, 0.002), two)  # under two milliseconds nothing grows that could be measured


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
