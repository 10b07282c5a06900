"""Quality and cost of finding reuse on an invented corpus: `make bench`, or

    python tests/bench/reuse.py [FOLDER…] [--seed 1] [--documents 400] [--tier verbatim]

FOLDER: a corpus of docs.jsonl, gold.jsonl and meta.json, instead of an invented one. Each is searched in a
process of its own: CPU seconds of the search alone, peak memory of the whole process.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parent))

import plagdet
import reuse_corpus

_SEARCH = """
import json, resource, sys, time
import provenance
documents = {row["id"]: row["text"] for row in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
began = time.process_time()
found = provenance.find_reuse(documents, tier=sys.argv[2])
cpu = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
spans = [(x.a.source_id, x.a.start, x.a.end, x.b.source_id, x.b.start, x.b.end) for x in found]
json.dump({"spans": spans, "cpu": cpu, "mib": peak / 1024}, sys.stdout)
"""


def measure(folder: Path, tier: str) -> tuple[plagdet.Scores, float, float]:
    """Scores, CPU seconds, MiB."""
    command = [sys.executable, "-c", _SEARCH, str(folder / "docs.jsonl"), tier]
    done = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    scores = plagdet.score(plagdet.load_gold(folder), [tuple(span) for span in done["spans"]])
    return scores, done["cpu"], done["mib"]


def main() -> None:
    """A table of scores and cost, and one of recall by kind of edit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--tier", choices=("verbatim", "paraphrase"), default="verbatim")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        corpora = {str(folder): folder for folder in options.folders}
        if not corpora:
            made = reuse_corpus.make_corpus(options.seed, options.documents)
            reuse_corpus.write_corpus(Path(scratch), made)
            corpora = {f"invented, seed {options.seed}": Path(scratch)}
        results = {name: measure(folder, options.tier) for name, folder in corpora.items()}
    head = ("corpus", "plagdet", "precision", "recall", "granularity", "character F1", "CPU s", "MiB")
    rows = [
        (name, s.plagdet, s.precision, s.recall, s.granularity, s.character_f1, cpu, mib)
        for name, (s, cpu, mib) in results.items()
    ]
    print(tabulate(rows, head, floatfmt=".3f"), end="\n\n")
    kinds = sorted({kind for s, _, _ in results.values() for kind in s.by_kind})
    by_kind = [(kind, *(s.by_kind.get(kind) for s, _, _ in results.values())) for kind in kinds]
    print(tabulate(by_kind, ("recall of", *results), floatfmt=".3f"))


if __name__ == "__main__":
    main()
