"""How the paraphrase tier judges stories of one event, and texts that were written from another:

    python tests/bench/everyday.py [FOLDER…] [--half tuned|held-out]

Every pair of stories in `same_events.json` was written by two hands from the same facts, and none is a copy:
what is reported there is false. Every pair in `rewritten.json` is a paraphrase: shuffled words, a heavy edit,
a summary, a translation word by word ("@name": of the first of these stories). They are put into piles of
other text, 20 and 400 documents of each FOLDER with a docs.jsonl, else invented ones. All texts are our own.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parent))

import reuse_corpus

import provenance
from provenance.model.reuse import Alignment, ReuseKind

HERE = Path(__file__).parent
HALVES = ("tuned", "held-out")
SIZES = (20, 400)
MARK = "case:"

Pairs = Mapping[str, tuple[str, str]]


def load_pairs(name: str, half: str) -> dict[str, tuple[str, str]]:
    """The pairs of texts of one half of a file, by their names."""
    pairs = json.loads((HERE / name).read_text(encoding="utf-8"))[half]
    if name == "same_events.json":
        return {key: (one, other) for key, (one, other) in pairs.items()}
    stories = load_pairs("same_events.json", half)
    return {
        key: (stories[one[1:]][0] if one.startswith("@") else one, other)
        for key, (one, other) in pairs.items()
    }


def piles(folders: list[Path]) -> Iterator[tuple[str, dict[str, str]]]:
    """Named piles of other text: none, and so many documents of each folder."""
    yield "none", {}
    for folder in folders:
        lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
        names = sorted(texts)
        for size in SIZES:
            step = max(1, len(names) // size)
            yield f"{folder.name}, {size}", {name: texts[name] for name in names[::step][:size]}


def find(pairs: Pairs, pile: Mapping[str, str]) -> list[Alignment]:
    """What the paraphrase tier reports of these texts in a pile; what everybody quotes is no copy."""
    texts = dict(pile)
    for name, (one, other) in pairs.items():
        texts |= {f"{MARK}{name}:0": one, f"{MARK}{name}:1": other}
    found = provenance.find_reuse(texts, tier="paraphrase")
    return [
        each
        for each in found
        if each.kind is not ReuseKind.QUOTATION and MARK in (each.a.source_id[:5], each.b.source_id[:5])
    ]


def count_false(pairs: Pairs, pile: Mapping[str, str]) -> int:
    """Pairs of texts with something reported, though nobody copied."""
    return len({(each.a.source_id, each.b.source_id) for each in find(pairs, pile)})


def count_found(pairs: Pairs, pile: Mapping[str, str]) -> int:
    """Paraphrases of which something is reported."""
    found = find(pairs, pile)
    return len({each.a.source_id[:-1] for each in found if each.a.source_id[:-1] == each.b.source_id[:-1]})


def main() -> None:
    """A table of false alarms and of what is found, by half and pile."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--half", choices=HALVES)
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        if not options.folders:
            options.folders = [Path(scratch) / "invented"]
            options.folders[0].mkdir()
            reuse_corpus.write_corpus(options.folders[0], reuse_corpus.make_corpus(1, max(SIZES)))
        for half in [options.half] if options.half else HALVES:
            same, rewritten = load_pairs("same_events.json", half), load_pairs("rewritten.json", half)
            for name, pile in piles(options.folders):
                false, found = count_false(same, pile), count_found(rewritten, pile)
                rows.append((half, name, false, len(same), found, len(rewritten)))
    print(tabulate(rows, ("half", "pile", "false", "of", "found", "of"), tablefmt="github"))


if __name__ == "__main__":
    main()
