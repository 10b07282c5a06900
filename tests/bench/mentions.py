"""Speed of find_mentions without a model: `make bench`, or from the project's folder

    python -m tests.bench.mentions [--sizes 20000,200000,2000000,4000000,8000000] [--dense] [--hostile]

Printed are the CPU seconds to load the word lists, those of the first call in a process (regular expressions
are compiled, caches are empty), and by size of an invented news text the million characters a CPU second, at
the best of two tries and at the first one, when none of its rarer words was met before, and
the growth: the time divided by that of the size before, to the power that makes it the ratio of a doubling.
The goal is a million characters a second; how many there are is printed and no fault, since a busy machine
halves it. A growth over 2.2 a doubling is measured once more, the shorter text and the longer one after it,
and is a fault if it is confirmed; both are printed. `--dense`: news in which more than one word in five has a
capital, and minutes, which are lists of names and little else. `--hostile`: texts that no newspaper prints:
one line, capitals in a row, equal lines, no blanks.

Python looks for cycles of objects here as rarely as it does under the command line; with its own settings,
which a program that calls the package has, a text of two million characters takes about a fifth longer.

The text is made of the sentences of the planted families and of a grammar, every name drawn anew from the
package's lists or invented, so that caches see as many different names as in a pile of news. Equal seeds,
equal text.
"""

import argparse
import gc
import math
import random
import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import frozen
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

import family_prose
import prose

from provenance.__main__ import OBJECTS_A_SWEEP
from provenance.model.knowledge import Knowledge
from provenance.names import find_mentions
from provenance.readers.gazetteers import load_knowledge

_SEED = 11
_MOST_GROWTH = 2.2
_TRIES = 2
_SIZES = (20_000, 200_000, 2_000_000, 4_000_000, 8_000_000)
_HOSTILE_SIZES = (500_000, 1_000_000, 2_000_000)
_BLANK = re.compile(r"\{(\w+)\}")
_LINE = "President Amara Okonkwo met Lars Nyqvist in Port Harcourt, the Ministry of Works said.\n"
_BODIES = "Council,Ministry,Port Authority,Union,Commission,Bank,Institute,Party,Police,Museum".split(",")
_DENSE = (
    "{0}, who heads the {body}, told reporters in {place} {day} that the {word} would go on, and {1} agreed.",
    "According to {0}, the lawyer of {surname}, nothing was decided when the {body} met in {other} {day}.",
    "“We have seen no {word} in {place} yet,” said Mr {surname}, a former member of the {body} of {other}.",
    "The {body} and the Mayor of {place}, {1}, signed a paper on the {word} {day}, {surname} wrote.",
    "{2} left {place} for {other} {day}; the {word} was then sold to {0} for a sum that nobody would name.",
)
_MINUTES = (
    "{0}, {1} and Dr {2} were present for the {body}.",
    "{body} — {0} ({place})",
    "{place} 2–1 {other} ({surname} 12, {1} 70)",
    "Mr {surname} moved, seconded by {1}, that the report of the {body} be adopted.",
)
_DAYS = "on Monday,on Tuesday,on Friday,last week,on Sunday evening".split(",")


class NewsWriter:
    """Writes news of any length; the same seed, the same news."""

    def __init__(self, knowledge: Knowledge, seed: int = _SEED) -> None:
        self._chance = random.Random(seed)
        self._prose = prose.Writer(self._chance)
        self._frames = [sentence for topic in family_prose.TUNED for sentence in topic[1:]]
        self._lists = {
            "given": sorted(knowledge.given_names),
            "surname": sorted(knowledge.surnames),
            "place": sorted(knowledge.places),
        }

    def write(self, length: int) -> str:
        """`length` characters in paragraphs of two to six sentences."""
        return self._write(length, self._sentence)

    def write_dense(self, length: int) -> str:
        """The same where more than one word in five has a capital, as in dense reports."""
        return self._write(length, self._dense_sentence)

    def write_minutes(self, length: int) -> str:
        """Lists of who was there, who scored and who moved what."""
        return self._write(length, lambda people: self._fill(self._chance.choice(_MINUTES), people))

    def _write(self, length: int, make: Callable[[list[str]], str]) -> str:
        paragraphs: list[str] = []
        size = 0
        while size < length:
            people = [f"{self._name('given')} {self._name('surname')}" for _ in range(3)]
            paragraph = " ".join(make(people) for _ in range(self._chance.randint(2, 6)))
            paragraphs.append(paragraph)
            size += len(paragraph) + 2
        return "\n\n".join(paragraphs)[:length]

    def _dense_sentence(self, people: list[str]) -> str:
        if self._chance.random() < 0.75:
            return self._prose.sentence()
        return self._fill(self._chance.choice(_DENSE), people)

    def _fill(self, frame: str, people: list[str]) -> str:
        surnames = [person.partition(" ")[2] for person in people]
        return frame.format(
            *people,
            body=self._value("O"),
            place=self._name("place"),
            other=self._name("place"),
            surname=self._chance.choice(surnames),
            day=self._value("day"),
            word=self._prose.word(),
        )

    def _sentence(self, people: list[str]) -> str:
        if self._chance.random() < 0.4:
            return self._prose.sentence()
        values = {"F": people[0].partition(" ")[0], "S": people[0].partition(" ")[2]}
        values |= {"G": people[1].partition(" ")[0], "T": people[1].partition(" ")[2]}
        frame = self._chance.choice(self._frames)
        return _BLANK.sub(lambda found: values.get(found[1]) or self._value(found[1]), frame)

    def _value(self, blank: str) -> str:
        if blank in "PQR":
            return self._name("place")
        if blank == "O":
            return f"{self._name('place')} {self._chance.choice(_BODIES)}"
        if blank == "day":
            return self._chance.choice(_DAYS)
        if blank == "Y":
            return str(self._chance.randint(1890, 2023))
        return self._prose.word() if blank in "xyA" else str(self._chance.randint(2, 28))

    def _name(self, kind: str) -> str:
        if self._chance.random() < 0.3:
            return "".join(self._chance.sample(prose._SYLLABLES, 2)).title()
        return self._chance.choice(self._lists[kind]).title()


HOSTILE: dict[str, Callable[[NewsWriter, int], str]] = {
    "one line": lambda writer, length: writer.write(length).replace("\n", " "),
    "one line without stops": lambda writer, length: re.sub(r"[\n.?!]", " ", writer.write(length)),
    "capitals in a row": lambda writer, length: writer.write(length).title().replace(".", ""),
    "other capitals in a row": lambda _, length: " ".join([f"Nam{n:x}" for n in range(length // 9)]),
    "equal lines": lambda _, length: _LINE * (length // len(_LINE)),
    "no blanks": lambda _, length: "Aa" * (length // 2),
    "hyphens": lambda _, length: "A-b-" * (length // 4),
    "possessives": lambda _, length: "Kwame’s " * (length // 8),
    "brackets": lambda _, length: "Nile Relief Fund (NRF) " * (length // 23),
    "stops": lambda _, length: "A. " * (length // 3),
}


def main() -> int:
    """Print the tables; 1 if something is a fault."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, _SIZES)))
    parser.add_argument("--dense", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    gc.set_threshold(OBJECTS_A_SWEEP, 20, 50)
    start = time.process_time()
    knowledge = load_knowledge()
    print(f"word lists loaded in {time.process_time() - start:.3f} CPU s")
    writer = NewsWriter(knowledge)
    first, _ = _seconds(writer.write(2000), knowledge, tries=1)
    print(f"first call, on 2,000 characters: {first:.4f} CPU s")
    sizes = [int(size) for size in options.sizes.split(",")]
    rows = _grow("news", writer.write, sizes, knowledge)
    if options.dense:
        rows += _grow("dense news", writer.write_dense, sizes, knowledge)
        rows += _grow("minutes", writer.write_minutes, sizes, knowledge)
    if options.hostile:
        for name, make in HOSTILE.items():
            rows += _grow(name, partial(make, writer), _HOSTILE_SIZES, knowledge)
    print(
        tabulate(
            [row.cells() for row in rows],
            headers=["text", "characters", "CPU s", "MB a CPU s", "the first time", "growth a doubling"],
        )
    )
    return int(any(row.is_fault for row in rows))


@frozen
class Row:
    """Of one text. `first`: seconds of the first try. `growth`: a doubling's, as first measured and, where
    that was too much, once more."""

    name: str
    length: int
    seconds: float
    first: float
    growth: tuple[float, ...]

    @property
    def is_fault(self) -> bool:
        """Too much growth, and confirmed."""
        return bool(self.growth) and min(self.growth) > _MOST_GROWTH

    def cells(self) -> tuple[str, ...]:
        """Of the printed table."""
        growth = ", then ".join(f"{ratio:.2f}" for ratio in self.growth) or "-"
        speeds = [f"{self.length / 1e6 / seconds:.2f}" for seconds in (self.seconds, self.first)]
        return self.name, f"{self.length:,}", f"{self.seconds:.3f}", *speeds, growth


def _grow(
    name: str, make: Callable[[int], str], sizes: list[int] | tuple[int, ...], knowledge: Knowledge
) -> list[Row]:
    rows: list[Row] = []
    before = ""
    for size in sizes:
        text = make(size)
        seconds, first = _seconds(text, knowledge, tries=_TRIES)
        growth: tuple[float, ...] = ()
        if before:
            doublings = math.log2(len(text) / len(before))
            growth = ((seconds / rows[-1].seconds) ** (1 / doublings),)
            if growth[0] > _MOST_GROWTH:
                shorter, _ = _seconds(before, knowledge, tries=_TRIES)
                seconds = min(seconds, _seconds(text, knowledge, tries=_TRIES)[0])
                growth = growth[0], (seconds / shorter) ** (1 / doublings)
        rows.append(Row(name, len(text), seconds, first, growth))
        before = text
    return rows


def _seconds(text: str, knowledge: Knowledge, tries: int) -> tuple[float, float]:
    """The least CPU time of so many calls, and that of the first one."""
    taken = []
    for _ in range(tries):
        start = time.process_time()
        find_mentions({"a": text}, knowledge)
        taken.append(time.process_time() - start)
    return min(taken), taken[0]


if __name__ == "__main__":
    sys.exit(main())
