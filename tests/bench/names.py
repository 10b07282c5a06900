"""CPU a pair of names, cold: `python -m tests.bench.names [PAIRS.csv] [--yardstick FILE.py]`.

Every round is a fresh process that compares each pair once, ours and the yardstick's by turns; medians are
printed. PAIRS.csv has the columns kind (person, org, place), a and b; without it the pairs are invented from
the word lists. FILE.py has a function `score(a, b, kind)`; `prepare(name, kind)`, if it has that too, is
timed apart. --python: the interpreter that has what FILE.py needs. Last come pairs that were made to cost.
"""

import argparse
import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from provenance.readers.gazetteers import load_knowledge

ONCE = Path(__file__).with_name("names_once.py")
Pair = tuple[str, str, str]
Costs = dict[str, float]
RESPELLED = (
    ("ei", "ey"),
    ("ou", "u"),
    ("ph", "f"),
    ("ck", "k"),
    ("y", "i"),
    ("z", "s"),
    ("ee", "i"),
    ("sh", "ch"),
)
"""Letters that other spellings of a name have."""


def invent(count: int, seed: int = 1) -> list[Pair]:
    """Pairs (kind, a, b): a third other spellings of one name, a third that share a word, a third strangers.

    One in five is of an organization.
    """
    chance = random.Random(seed)
    knowledge = load_knowledge()
    given, family, places, bodies = (
        sorted(word for word in words if " " not in word)
        for words in (
            knowledge.given_names,
            knowledge.surnames,
            knowledge.places,
            knowledge.organization_words,
        )
    )

    def person() -> list[str]:
        names = [chance.choice(given), chance.choice(family)]
        return [names[0], chance.choice(given), names[1]] if chance.random() < 0.3 else names

    def body() -> list[str]:
        return [chance.choice(places), chance.choice(family), chance.choice(bodies)]

    pairs = []
    for place in range(count):
        kind, make = ("org", body) if place % 5 == 4 else ("person", person)
        words = make()
        other = (_respelled(chance, words), [*make()[:-1], words[-1]], make())[place % 3]
        pairs.append((kind, " ".join(words).title(), " ".join(other).title()))
    return pairs


def _respelled(chance: random.Random, words: Sequence[str]) -> list[str]:
    """With other letters for the same sounds, a word left out, an initial or another order."""
    text = " ".join(words)
    for old, new in RESPELLED:
        if chance.random() < 0.5:
            text = text.replace(old, new)
    changed = text.split()
    way = chance.randrange(6)
    if way == 0 and len(changed) > 2:
        del changed[1]
    elif way == 1:
        changed[0] = changed[0][0]
    elif way == 2:
        changed = [*changed[1:], changed[0]]
    return changed


def hostile() -> list[Pair]:
    """Names as long as any that are read: one letter, many short words, words that could all be joined."""
    letters = "abdehiklmnorstu"
    texts = (
        "a" * 10_000,
        "al " * 4_000,
        " ".join(letters[i % 15] + letters[i * 7 % 15] for i in range(3_000)),
        "".join(letters[i * i % 15] for i in range(9_000)),
        "\u0645\u062d\u0645\u062f " * 2_000,
        "\u0301" * 5_000 + "e",
        "a / b " * 1_500,
        "(" * 5_000,
    )
    return [(kind, a, b[1:]) for kind in ("person", "org") for a in texts for b in texts]


def measure(pairs: Path, *more: str, python: str = sys.executable) -> Costs:
    """Of a fresh process: see names_once.py."""
    command = [python, str(ONCE), str(pairs), *more]
    costs: Costs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return costs


def show(name: str, rounds: Sequence[Costs]) -> float:
    """Print the medians; the microseconds a pair without loading."""
    count = rounds[0]["pairs"]
    load, prepare, compare = (
        statistics.median(costs[what] for costs in rounds) for what in ("load", "prepare", "compare")
    )
    a_pair = 1e6 * compare / count
    both, whole = a_pair + 1e6 * prepare / count, 1e6 * (load + prepare + compare) / count
    print(f"{name:22} {1e3 * load:7.0f} {a_pair:11.1f} {both:15.1f} {whole:12.1f}")
    return a_pair


def write(path: Path, pairs: Sequence[Pair]) -> Path:
    """The file of these pairs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("kind", "a", "b"))
        writer.writerows(pairs)
    return path


def main() -> None:
    """Print what the module's docstring says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", nargs="?", type=Path)
    parser.add_argument("--yardstick", type=Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pairs = options.pairs or write(Path(scratch) / "pairs.csv", invent(10_000))
        odd = write(Path(scratch) / "hostile.csv", hostile())
        ours, theirs = [], []
        for _ in range(options.rounds):
            ours.append(measure(pairs))
            if options.yardstick:
                theirs.append(measure(pairs, str(options.yardstick), python=options.python))
        print(f"{ours[0]['pairs']:.0f} pairs, each once; medians of {options.rounds} fresh processes, CPU")
        print(f"{'':22} load ms   us a pair  with preparing  and loading")
        cost = show("provenance", ours)
        if theirs:
            print(f"{'times the yardstick':22} {cost / show(options.yardstick.name, theirs):.2f}")
        show("pairs made to cost", [measure(odd)])


if __name__ == "__main__":
    main()
