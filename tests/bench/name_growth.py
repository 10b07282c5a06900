"""What happens to the clustering of names when their number doubles, and in the crowds that squared it:

    python tests/bench/name_growth.py [--names TABLE.csv] [--sizes 5000,10000,20000,40000] [--crowd 10000]
                                      [--checked 2000000]

Doubling: invented persons, of given names and surnames (the first and last words of the persons in a table
with the columns kind and name, else the package's word lists), each spelt in one to four ways. A doubling
that costs over 2.3 times the CPU is a fault.
Crowds: spellings of one name of two and of four words, spellings of an organization's name, and persons who
share a surname. Printed are the CPU, the pairs that were compared a name, vetoes included (over 60 is a
fault), the clusters, the share of all pairs that stand in one cluster (recall, where all names are one), and
how many of the pairs inside clusters conflict (any is a fault): of all, or of so many drawn from a seed if
they are more.
Each line is measured in a process of its own. Equal arguments give equal names.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[2]))

from provenance.names.clustering.cluster import cluster_and_count
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge
from tests.names.clustering.spellings import bearers_of, respell, spellings_of

_SEED = 7
_MOST_CPU, _MOST_PAIRS = 2.3, 60
_CROWDS = {
    "spellings of two words": ("Ghassan al-Khouzai", "person"),
    "spellings of four words": ("Muhammad Abdulrahman Ghassan al-Khouzai", "person"),
    "spellings of a body": ("Shoumali Galankhi Mining Company", "organization"),
    "one surname": ("al-Khouzai", "person"),
}


def recombined(table: str, count: int) -> list[tuple[str, str]]:
    """So many names of invented persons, as many pairs of given name and surname as that takes."""
    given, last = _words(table)
    rng = random.Random(_SEED)
    found: dict[str, None] = {}
    while len(found) < count:
        name = f"{rng.choice(given)} {rng.choice(last)}"
        found.setdefault(name)
        for _ in range(rng.choice((0, 0, 1, 3))):
            found.setdefault(respell(name, rng, 0.15))
    return [(name, "person") for name in list(found)[:count]]


def _words(table: str) -> tuple[list[str], list[str]]:
    """Given names and surnames, in order."""
    if not table:
        knowledge = load_knowledge()
        return sorted(map(str.title, knowledge.given_names)), sorted(map(str.title, knowledge.surnames))
    with open(table, encoding="utf-8", newline="") as lines:
        names = [row["name"].split() for row in csv.DictReader(lines) if row["kind"] == "person"]
    longer = [words for words in names if len(words) > 1]
    return sorted({words[0] for words in longer}), sorted({words[-1] for words in longer})


def crowd(what: str, count: int) -> list[tuple[str, str]]:
    """So many names that share what the crowd is named for."""
    name, kind = _CROWDS[what]
    names = bearers_of(name, count) if what == "one surname" else spellings_of(name, count)
    return [(one, kind) for one in names]


def measure(names: Sequence[tuple[str, str]], checked: int) -> dict[str, float]:
    """CPU seconds, compared pairs a name, clusters, recall, pairs inside clusters and their conflicts."""
    knowledge = load_knowledge()
    began = time.process_time()
    found, compared = cluster_and_count(names, knowledge)
    cpu = time.process_time() - began
    members: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for name, number in zip(names, found, strict=True):
        members[number].append(name)
    inside = sum(len(group) * (len(group) - 1) // 2 for group in members.values())
    conflicts = sum(
        compare_names(a, b, kind, knowledge).verdict == "different"
        for (a, kind), (b, _) in _inside(list(members.values()), inside, checked)
    )
    return {
        "cpu": cpu,
        "compared": compared / len(names),
        "clusters": len(members),
        "largest": max(map(len, members.values())),
        "recall": inside / max(1, len(names) * (len(names) - 1) // 2),
        "checked": min(inside, checked),
        "conflicts": conflicts,
    }


def _inside(
    groups: Sequence[Sequence[tuple[str, str]]], inside: int, checked: int
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """All pairs inside the groups, or so many drawn from them."""
    if inside <= checked:
        for group in groups:
            yield from combinations(group, 2)
        return
    rng = random.Random(_SEED)
    large = [group for group in groups if len(group) > 1]
    weights = [len(group) * (len(group) - 1) for group in large]
    for group in rng.choices(large, weights, k=checked):
        a, b = rng.sample(range(len(group)), 2)
        yield group[a], group[b]


def _measured(task: str, count: int, table: str, checked: int) -> dict[str, float]:
    """In a process of its own, whose caches are empty."""
    command = [sys.executable, __file__, "--task", task, "--crowd", str(count), "--checked", str(checked)]
    done = subprocess.run([*command, "--names", table], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Prints both tables; 1 if there is a fault."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", default="")
    parser.add_argument("--sizes", default="5000,10000,20000,40000")
    parser.add_argument("--crowd", type=int, default=10_000)
    parser.add_argument("--checked", type=int, default=2_000_000)
    parser.add_argument("--task", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        names = (
            crowd(given.task, given.crowd) if given.task in _CROWDS else recombined(given.names, given.crowd)
        )
        print(json.dumps(measure(names, given.checked)))
        return 0
    rows = []
    for size in filter(None, given.sizes.split(",")):
        rows.append((f"{size} names", _measured("recombined", int(size), given.names, given.checked)))
    ratios = [after["cpu"] / before["cpu"] for (_, before), (_, after) in pairwise(rows)]
    for what in _CROWDS if given.crowd else ():
        for count in (given.crowd // 2, given.crowd):
            rows.append((f"{count} {what}", _measured(what, count, "", given.checked)))
    print(tabulate([{"": what, **row} for what, row in rows], headers="keys", floatfmt=".3g"))
    print("CPU a doubling:", ", ".join(f"{ratio:.2f}" for ratio in ratios))
    conflicts = sum(row["conflicts"] for _, row in rows)
    most = max(row["compared"] for _, row in rows)
    is_fault = max(ratios, default=0.0) > _MOST_CPU or most > _MOST_PAIRS or conflicts > 0
    print("FAULT" if is_fault else "no fault")
    return int(is_fault)


if __name__ == "__main__":
    sys.exit(main())
