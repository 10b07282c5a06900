"""What happens to the resolving of names, step by step, when the documents of a pile double:

    python tests/bench/resolver_growth.py [--documents 1000,2000,4000,8000]

The pile is invented: each document names some eighteen persons, bodies and places, most of them from a stock
that grows with the pile, some more often than others, in one to four spellings, by surnames alone and by
acronyms, with roles and forms of address around them. A doubling that costs over 2.3 times the CPU is a
fault. Each pile is measured in a process of its own. Equal arguments give equal piles.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from attrs import frozen
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[2]))

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.resolving import resolve as room
from provenance.readers.gazetteers import load_knowledge
from tests.names.clustering.spellings import invented_name, respell

_SEED = 11
_MOST_CPU = 2.3
_STEPS = (
    "find_longer find_contexts find_vague find_states make_nodes find_apart with_states find_offices "
    "find_spoken lay_rules Clusters spelling_links disguise_links substitution_links split_initialed "
    "settle_initialed alias_links office_links acronym_links ShortForms longer_links same_single_links "
    "_entities find_contradictions name_pairs name_links find_descriptions"
).split()
"""Functions and classes of the resolver that are timed."""
_METHODS = (("Clusters", "join"), ("ShortForms", "links"))
_HEADS = "Ministry of {}|{} University|{} Bank|{} Party|{} Steel Company|Institute of {}|{} Foundation".split(
    "|"
)
_TOPICS = "Health Finance Transport Culture Energy Justice Defence Fisheries Education Trade Mining".split()
_PLACES = "Lagos Lima Oslo Osaka Riga Quito Turin Kigali Perth Leeds Baku Tunis Dakar Cebu Graz".split()
_BEFORE = ("", "", "", "Mr ", "Ms ", "Minister ", "President ", "the engineer ")
_BEHIND = " said so.| met |, who spoke first, and | was there. He left.| and | told |. In the town of ".split(
    "|"
)
_A_DOCUMENT = 18
_NEW_PERSONS, _NEW_BODIES = 2.5, 0.8
"""Persons and bodies of the stock, for each document."""


@frozen
class _Pile:
    texts: dict[str, str]
    mentions: list[Mention]


def make_pile(documents: int, knowledge: Knowledge) -> _Pile:
    """So many documents with their mentions."""
    rng = random.Random(_SEED)
    persons = _persons(int(documents * _NEW_PERSONS), rng, knowledge)
    bodies = _bodies(int(documents * _NEW_BODIES), rng)
    texts, mentions = {}, []
    for number in range(documents):
        source = f"text-{number:06}"
        parts: list[str] = []
        length = 0
        for name, kind in _named(persons, bodies, rng):
            before, behind = rng.choice(_BEFORE), rng.choice(_BEHIND)
            start = length + len(before)
            mentions.append(Mention(Span(source, start, start + len(name)), name, kind))
            parts += [before, name, behind]
            length += len(before) + len(name) + len(behind)
        texts[source] = "".join(parts)
    return _Pile(texts, mentions)


def _persons(count: int, rng: random.Random, knowledge: Knowledge) -> list[list[str]]:
    """Of each the spellings, the usual one first."""
    given, last = sorted(knowledge.given_names), sorted(knowledge.surnames)
    found = []
    for _ in range(count):
        first = rng.choice(given).title() if rng.random() < 0.7 else invented_name(rng)
        family = rng.choice(last).title() if rng.random() < 0.5 else invented_name(rng)
        name = f"{first} {family}"
        others = [respell(name, rng, 0.15) for _ in range(rng.choice((0, 0, 1, 3)))]
        initial = [f"{first[0]}. {family}"] if rng.random() < 0.1 else []
        found.append([name, *others, *initial])
    return found


def _bodies(count: int, rng: random.Random) -> list[list[str]]:
    """Of each its names; of some an acronym besides."""
    found = []
    for _ in range(count):
        own = invented_name(rng) if rng.random() < 0.7 else rng.choice(_TOPICS)
        name = f"{rng.choice(_PLACES)} {rng.choice(_HEADS).format(own)}"
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        found.append([name, letters] if rng.random() < 0.3 and len(letters) > 2 else [name])
    return found


def _named(
    persons: Sequence[list[str]], bodies: Sequence[list[str]], rng: random.Random
) -> list[tuple[str, EntityKind]]:
    """What one document names: a few several times, in full and by the surname."""
    ours = [persons[_often(len(persons), rng)] for _ in range(5)]
    theirs = [bodies[_often(len(bodies), rng)] for _ in range(3)]
    named = []
    for _ in range(_A_DOCUMENT):
        which = rng.random()
        if which < 0.6:
            name = _chosen(rng.choice(ours), rng)
            is_short = rng.random() < 0.4
            named.append((name.split()[-1] if is_short else name, EntityKind.PERSON))
        elif which < 0.85:
            named.append((_chosen(rng.choice(theirs), rng), EntityKind.ORGANIZATION))
        else:
            named.append((rng.choice(_PLACES), EntityKind.PLACE))
    return named


def _often(count: int, rng: random.Random) -> int:
    """Places at the beginning come more often than others, by no more than their share of the pile."""
    return min(int(rng.random() ** 2 * count), count - 1)


def _chosen(spellings: Sequence[str], rng: random.Random) -> str:
    return spellings[0] if rng.random() < 0.6 else rng.choice(spellings)


def measure(documents: int) -> dict[str, float]:
    """CPU seconds of the whole and of each step; how many mentions, entities and links there are."""
    knowledge = load_knowledge()
    pile = make_pile(documents, knowledge)
    spent: dict[str, float] = {}
    _time_steps(room, spent)
    began = time.process_time()
    table = room.resolve(pile.texts, pile.mentions, (), (), knowledge, NameSettings())
    whole = time.process_time() - began
    return {
        "mentions": len(pile.mentions),
        "entities": len(table.entities),
        "links": len(table.links),
        "CPU": whole,
        **spent,
    }


def _time_steps(module: ModuleType, spent: dict[str, float]) -> None:
    """From now on what the steps take is added up."""
    for owner, method in _METHODS:
        kept = getattr(module, owner)
        setattr(kept, method, _timed(f"{owner}.{method}", getattr(kept, method), spent))
    for step in _STEPS:
        setattr(module, step, _timed(step, getattr(module, step), spent))


def _timed(step: str, work: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    def done(*given: object, **named: object) -> object:
        began = time.process_time()
        result = work(*given, **named)
        spent[step] = spent.get(step, 0.0) + time.process_time() - began
        return result

    return done


def _measured(documents: int) -> dict[str, float]:
    """In a process of its own, whose caches are empty."""
    command = [sys.executable, __file__, "--task", str(documents)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Prints the steps that take longest, each with its ratios; 1 if a doubling costs too much."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", default="1000,2000,4000,8000")
    parser.add_argument("--task", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        print(json.dumps(measure(given.task)))
        return 0
    sizes = [int(size) for size in given.documents.split(",")]
    found = [_measured(size) for size in sizes]
    steps = sorted(found[-1], key=lambda step: (step[0].islower(), -found[-1][step]))
    rows = [
        [step, *(one.get(step, 0.0) for one in found), *(_ratio(step, *two) for two in pairwise(found))]
        for step in steps
    ]
    headers = ["", *map(str, sizes), *(f"{a} to {b}" for a, b in pairwise(sizes))]
    print(tabulate(rows, headers=headers, floatfmt=".2f"))
    is_fault = any(_ratio("CPU", *two) > _MOST_CPU for two in pairwise(found))
    print("FAULT" if is_fault else "no fault")
    return int(is_fault)


def _ratio(step: str, before: dict[str, float], after: dict[str, float]) -> float:
    return after.get(step, 0.0) / max(before.get(step, 0.0), 1e-9)


if __name__ == "__main__":
    sys.exit(main())
