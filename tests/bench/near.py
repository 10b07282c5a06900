"""Near-duplicate documents: precision, recall, CPU and growth. `near.py`, or `near.py FOLDER` of a corpus.

Without a folder the pile is invented: a tenth of its documents have a second version, lightly edited, with a
paragraph left out. A folder holds docs.jsonl (id, text) and gold.jsonl (a, b, type: neardup), as
reuse_corpus.py writes them. CPU seconds of this process, in alternation. If the program datasketch can be
imported, its MinHashLSH is measured on the same texts: runs of three words, the same threshold, 128
permutations, its own default hash function, and words made by str.split.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import corpus

from provenance.fingerprint import find_contained, find_near_duplicates
from provenance.fingerprint.shingle_sets import shingle_sets
from provenance.model.settings import FingerprintSettings

SETTINGS = FingerprintSettings()
Pairs = set[tuple[str, str]]
Finder = Callable[[Mapping[str, str]], Pairs]


def invent(documents: int, seed: int = 1) -> tuple[dict[str, str], Pairs]:
    """Texts by name, and the pairs that are versions of one text."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        corpus.make_pile(Path(folder), documents, seed)
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))}
    words = sorted({word for text in list(texts.values())[:50] for word in text.split()})
    pairs = set()
    for name in list(texts)[::10]:
        paragraphs = texts[name].split("\n\n")
        del paragraphs[chance.randrange(len(paragraphs))]
        edited = [" ".join(_edited(chance, each.split(), words)) for each in paragraphs]
        texts[f"{name}b"] = "\n\n".join(edited)
        pairs.add((name, f"{name}b"))
    return texts, pairs


def _edited(chance: random.Random, words: list[str], others: list[str]) -> list[str]:
    share = chance.choice((0.0, 0.02, 0.05, 0.1))
    return [chance.choice(others) if chance.random() < share else word for word in words]


def load(folder: Path) -> tuple[dict[str, str], Pairs]:
    """Texts and near-duplicate pairs of a corpus."""
    rows = map(json.loads, (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines())
    texts = {row["id"]: row["text"] for row in rows}
    gold = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    pairs = {(row["a"], row["b"]) for row in gold if row["type"] == "neardup"}
    return texts, {(min(pair), max(pair)) for pair in pairs}


def ours(texts: Mapping[str, str]) -> Pairs:
    """Pairs that the package finds."""
    return {(each.a, each.b) for each in find_near_duplicates(texts, SETTINGS)}


def with_containment(texts: Mapping[str, str]) -> Pairs:
    """The same, and texts that stand in others looked for as well."""
    sets = shingle_sets(texts, SETTINGS.shingle_words)
    find_contained(sets)
    return {(each.a, each.b) for each in find_near_duplicates(sets, SETTINGS)}


def peer(texts: Mapping[str, str]) -> Pairs:
    """Pairs that MinHashLSH of datasketch finds, verified by its estimate."""
    made = import_module("datasketch")
    size = SETTINGS.shingle_words
    index = made.MinHashLSH(threshold=SETTINGS.near_duplicate, num_perm=SETTINGS.signature_size)
    signatures = {}
    for name, text in texts.items():
        words = text.lower().split()
        shingles = {" ".join(words[i : i + size]).encode() for i in range(len(words) - size + 1)}
        signatures[name] = made.MinHash(num_perm=SETTINGS.signature_size)
        signatures[name].update_batch(shingles)
        index.insert(name, signatures[name])
    found = ((min(a, b), max(a, b)) for a in signatures for b in index.query(signatures[a]) if a != b)
    least = SETTINGS.near_duplicate
    return {(a, b) for a, b in set(found) if signatures[a].jaccard(signatures[b]) >= least}


def measure(find: Finder, texts: Mapping[str, str]) -> tuple[Pairs, float]:
    """What is found, and CPU seconds."""
    started = time.process_time()
    found = find(texts)
    return found, time.process_time() - started


def compare(texts: Mapping[str, str], pairs: Pairs, rounds: int) -> None:
    """Print precision, recall and the least CPU seconds of each finder, run by turns."""
    finders: dict[str, Finder] = {"ours": ours, "ours, containment too": with_containment}
    if find_spec("datasketch"):
        finders["datasketch"] = peer
    seconds: dict[str, list[float]] = {name: [] for name in finders}
    found: dict[str, Pairs] = {}
    for _ in range(rounds):
        for name, find in finders.items():
            found[name], cpu = measure(find, texts)
            seconds[name].append(cpu)
    print(f"{len(texts)} documents, {sum(map(len, texts.values())):,} characters, {len(pairs)} pairs")
    print(f"{'system':24} precision  recall   CPU s")
    for name, held in found.items():
        right = len(held & pairs)
        precision, recall = right / max(1, len(held)), right / max(1, len(pairs))
        print(f"{name:24} {precision:9.3f} {recall:7.3f} {min(seconds[name]):7.3f}")


def grow(documents: int) -> None:
    """Print CPU seconds of doubled piles, and of as many equal documents."""
    print("documents  CPU s  growth   equal documents  CPU s  growth")
    before = [0.0, 0.0]
    for count in (documents, 2 * documents, 4 * documents, 8 * documents):
        texts, _ = invent(count)
        text = next(iter(texts.values()))
        cpu = [
            measure(with_containment, pile)[1] for pile in (texts, {f"{i:07}": text for i in range(count)})
        ]
        rates = [f"{now / then:6.2f}" if then else "     -" for now, then in zip(cpu, before, strict=True)]
        print(f"{len(texts):9} {cpu[0]:6.2f}  {rates[0]}  {count:16} {cpu[1]:6.2f}  {rates[1]}")
        before = cpu


def main() -> None:
    """Print what the module's docstring says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    compare(*(load(options.folder) if options.folder else invent(options.documents)), options.rounds)
    if not options.folder:
        grow(options.documents)


if __name__ == "__main__":
    main()
