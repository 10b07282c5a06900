"""Other programs for text reuse beside ours on the same texts: `make peers`, or

    python tests/bench/peers/run.py [--corpus "what it is=FOLDER"]… [--rounds 3] [--passim CHECKOUT]
        [--without PROGRAM]… [-o FILE]

Each runs as a process of its own, by turns with ours, so that what else the machine does touches both alike;
the least CPU time of all turns counts. Without --corpus, our own invented one is made. What cannot be
installed stands in the table with the reason.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

import install
import plagdet
import reuse_corpus

HERE = Path(__file__).parent
_TABLE = HERE.parents[2] / "docs" / "peers.md"
_INVENTED = "an invented corpus of 440 documents (`tests/bench/reuse_corpus.py`, seed 1)"
_LONG = 2_700
"""Seconds after which a program is given up."""


@frozen
class System:
    """`program`: its package, "" for ours; `script`: what runs it, in `systems`; `rounds`: at most so many
    turns (0: as many as asked)."""

    name: str
    program: str
    script: str
    arguments: tuple[str, ...] = ()
    rounds: int = 0

    @property
    def python(self) -> str:
        """The environment that it runs in."""
        return str(install.PYTHON) if self.program else sys.executable


OURS = System("provenance, near-verbatim tier", "", "ours.py", ("verbatim",))
PASSAGES = (
    System("provenance, paraphrase tier", "", "ours.py", ("paraphrase",)),
    System("passim, pairwise", "passim", "passim_pairwise.py", rounds=1),
    System("copydetect, joined by us", "copydetect", "copydetect_joined.py"),
)
OUR_DOCUMENTS = System("provenance, near duplicates", "", "ours_documents.py")
DOCUMENTS = (
    System("datasketch, MinHashLSH", "datasketch", "datasketch_lsh.py"),
    System("rensa, RMinHashLSH", "rensa", "rensa_lsh.py"),
    System("gaoya, MinHashStringIndex", "gaoya", "gaoya_index.py"),
)


@frozen
class Measured:
    """Of a system: what it found, least CPU seconds of whole processes, KiB; and ours beside it.

    `problem`: why there is none of this, "" otherwise.
    """

    system: System
    found: list[dict] = field(factory=list)
    cpu: float = 0.0
    peak_kib: int = 0
    ours_cpu: float = 0.0
    problem: str = ""

    @property
    def cost(self) -> tuple[str, str, str]:
        """CPU seconds, times ours, MiB."""
        times = f"{self.cpu / self.ours_cpu:.1f}" if self.ours_cpu else "1"
        return f"{self.cpu:.2f}", times, f"{self.peak_kib / 1024:,.0f}"


def run_once(system: System, documents: Path) -> tuple[list[dict], float, int]:
    """(rows found, CPU seconds, KiB); RuntimeError with the end of its messages where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out, figures = Path(folder) / "found.jsonl", Path(folder) / "figures.json"
        command = [
            sys.executable, str(HERE / "measure.py"), str(figures),
            system.python, str(HERE / "systems" / system.script), str(documents), str(out), *system.arguments,
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LONG, cwd=folder)
        if done.returncode:
            message = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise RuntimeError(message)
        cost = json.loads(figures.read_text())
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        return rows, cost["cpu"], cost["peak_kib"]


def by_turns(
    ours: System, systems: Sequence[System], documents: Path, rounds: int, missing: dict[str, str]
) -> Iterator[Measured]:
    """Ours, then each of the others, run by turns with ours."""
    found, cpu, peak = run_once(ours, documents)
    results = []
    for system in systems:
        if system.program in missing:
            results.append(Measured(system, problem=missing[system.program]))
            continue
        turns = []
        beside = []
        try:
            for _ in range(min(rounds, system.rounds or rounds)):
                beside.append(run_once(ours, documents)[1])
                turns.append(run_once(system, documents))
            beside.append(run_once(ours, documents)[1])
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            results.append(Measured(system, problem=str(error)))
            continue
        cpu = min(cpu, *beside)
        least = min(seconds for _, seconds, _ in turns)
        most = max(memory for _, _, memory in turns)
        results.append(Measured(system, turns[0][0], least, most, min(beside)))
    yield Measured(ours, found, cpu, peak)
    yield from results


def passage_tables(gold: plagdet.Gold, measured: Sequence[Measured]) -> str:
    """Scores and cost a system, and recall by kind of edit."""
    scores = {}
    for each in measured:
        if not each.problem:
            keys = ("a", "a0", "a1", "b", "b0", "b1")
            scores[each.system.name] = plagdet.score(
                gold, [tuple(row[k] for k in keys) for row in each.found]
            )
    head = (
        "program",
        "plagdet",
        "precision",
        "recall",
        "granularity",
        "character F1",
        "CPU s",
        "× ours",
        "MiB",
    )
    rows = []
    for each in measured:
        name = _named(each.system)
        if each.problem:
            rows.append((name, f"not measured: {each.problem}", *[""] * (len(head) - 2)))
            continue
        s = scores[each.system.name]
        shares = (s.plagdet, s.precision, s.recall, s.granularity, s.character_f1)
        rows.append((name, *(f"{share:.3f}" for share in shares), *each.cost))
    kinds = sorted({kind for s in scores.values() for kind in s.by_kind})
    by_kind = [(kind, *(f"{s.by_kind.get(kind, 0):.3f}" for s in scores.values())) for kind in kinds]
    return f"{_table(head, rows)}\n\nRecall by kind of edit:\n\n{_table(('edit', *scores), by_kind)}"


def document_table(gold: plagdet.Gold, measured: Sequence[Measured]) -> str:
    """Near-duplicate documents: the pairs of kind `neardup`."""
    wanted = {frozenset((each[0], each[3])) for kind, each in gold.cases if kind == "neardup"}
    if not wanted:
        return ""
    rows = []
    for each in measured:
        if each.problem:
            rows.append((_named(each.system), f"not measured: {each.problem}", "", "", "", "", ""))
            continue
        found = {frozenset((row["a"], row["b"])) for row in each.found}
        shares = plagdet.score_pairs(wanted, found)
        rows.append((_named(each.system), *(f"{share:.3f}" for share in shares), *each.cost))
    head = ("program", "precision", "recall", "F1", "CPU s", "× ours", "MiB")
    return f"Near-duplicate documents, {len(wanted)} pairs:\n\n{_table(head, rows)}"


def _named(system: System) -> str:
    number = install.version(system.program) if system.program else ""
    return f"{system.name} ({number})" if number else system.name


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def compare(name: str, folder: Path, rounds: int, missing: dict[str, str]) -> str:
    """The section of one corpus."""
    gold = plagdet.load_gold(folder)
    size = sum(map(len, gold.documents.values()))
    documents = folder / "docs.jsonl"
    passages = passage_tables(gold, list(by_turns(OURS, PASSAGES, documents, rounds, missing)))
    near = document_table(gold, list(by_turns(OUR_DOCUMENTS, DOCUMENTS, documents, rounds, missing)))
    head = (
        f"## {name[0].upper()}{name[1:]}\n\n{size / 1e6:.2f} million characters, {len(gold.cases)} passages."
    )
    return "\n\n".join(filter(None, (head, passages, near)))


def main() -> None:
    """Install, compare, write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", action="append", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passim", type=Path, help="a checkout of passim, where it cannot be fetched")
    parser.add_argument("--without", action="append", default=[], help="a program that is not run")
    parser.add_argument("-o", "--output", type=Path, default=_TABLE)
    options = parser.parse_args()
    missing = install.install(options.passim) | dict.fromkeys(options.without, "left out of this run")
    with tempfile.TemporaryDirectory() as scratch:
        corpora = [tuple(each.split("=", 1)) for each in options.corpus]
        if not corpora:
            reuse_corpus.write_corpus(Path(scratch), reuse_corpus.make_corpus(1))
            corpora = [(_INVENTED, scratch)]
        options.output.parent.mkdir(parents=True, exist_ok=True)
        parts = [_PREFACE]
        for name, folder in corpora:  # what is done is written: a program may take long, or too long
            parts.append(compare(name, Path(folder), options.rounds, missing))
            options.output.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="")
    print(options.output.read_text(encoding="utf-8"))


_PREFACE = """# Beside other programs

Written by `make peers` (`tests/bench/peers/run.py`), which installs the other programs into an
environment of their own; the package never needs them. Every program gets all documents and no list of
pairs. It runs as a process of its own, by turns with ours: CPU seconds are the least of its turns, of
whole processes with all that they start (a Python start and imports included, a Java start too), "× ours"
is against our runs between its turns, MiB is the highest sum of resident memory at one moment. The scores
are those of Potthast et al. (2010), in `tests/bench/plagdet.py`; text repeated on many documents counts
neither way.

What is not equal: our settings were tuned on other corpora of the same kinds of edits. passim runs as
shipped, its pairwise stage only, once, and pays for a Java machine, which weighs much on so small a
corpus; it searches for long passages in large archives. copydetect finds equal fingerprints, and the
passages were joined by us. The near-duplicate programs get shingles of three words, 128 permutations and
the same least resemblance, 0.3."""


if __name__ == "__main__":
    main()
