"""The product over a corpus of hostile files, each against what should become of it: `make hostile`.

    python tests/hostile/acceptance.py [GENERATOR] [--small] [--seeds FOLDER] [--strace] [--keep FOLDER]

GENERATOR: a script that writes files/ and manifest.jsonl into the folder that it is given (by default
../shared/tools/hostile/generate.py beside the repository). Prints what differs, and ends with status 1 if a
run crashed, hung, showed a traceback or left a file out; differing classes are for people to judge.
"""

import argparse
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.hostile.product import CLASSES, Outcome, Run, list_files, outcomes, query, run_product, stored_name

_SHARED = Path(__file__).parents[3] / "shared"
_SECONDS = 3_600
_ELSEWHERE = frozenset(("exact-duplicate",))
"""Codes that are no notice of reading: views of their own tell it."""
_COMPARED = {
    "claims": "SELECT path, kind, subject, predicate, value, number, unit, speaker, voice, hedge, start, end,"
    " quote FROM claims",
    "reuse": "SELECT a_path, b_path, kind, a_start, a_end, b_start, b_end, similarity, direction, changes"
    " FROM reused_passages",
    "near duplicates": "SELECT a_path, b_path, resemblance FROM near_duplicates",
}
_PATHS = {sql: 2 if "a_path" in sql else 1 for sql in _COMPARED.values()}
"""How many columns hold paths, the first ones."""
_FINDINGS = "SELECT key, kind, severity, title, path, start, end, quote FROM conflicts"
Row = tuple[object, ...]


def main() -> int:
    """The whole table."""
    given = _read_arguments()
    if not given.generator.exists():
        print(f"no generator at {given.generator}: give one")
        return 0
    with tempfile.TemporaryDirectory(dir=given.keep) as temporary:
        work = Path(temporary)
        is_good = _judge(given, work)
    return int(not is_good)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("generator", nargs="?", type=Path, default=_SHARED / "tools/hostile/generate.py")
    parser.add_argument("--small", action="store_true", help="without the big files")
    parser.add_argument("--seeds", type=Path, default=_SHARED / "seeds")
    parser.add_argument("--strace", action="store_true", help="also list sockets and programs of the run")
    parser.add_argument("--keep", type=Path, default=None, help="folder for the temporary one")
    return parser.parse_args()


def _judge(given: argparse.Namespace, work: Path) -> bool:
    options = ["--special"] if given.small else ["--big", "--special"]
    subprocess.run([sys.executable, given.generator, work / "corpus", *options], check=True)
    files, manifest = work / "corpus/files", work / "corpus/manifest.jsonl"
    seeds = _place_seeds(given.seeds, files, work / "seeds")
    before = _without_rights()
    trace = work / "run/trace"
    if given.strace:
        before = [*_strace(trace), *before]
    start = time.monotonic()
    run = run_product(files, work / "run", seconds=_SECONDS, before=before)
    print(
        f"status {run.status}, {time.monotonic() - start:.0f} s, as {'nobody' if before else 'root or user'}"
    )
    if run.status is None or not run.database.exists():
        print(run.printed[-5_000:])
        return False
    found = outcomes(run.database)
    _print_table(manifest, found)
    missing = _find_missing(files, found)
    print(f"\ntracebacks {run.tracebacks}, files left out {len(missing)}: {missing[:20]}")
    print(f"control characters printed: {run.controls}")
    _print_end(run)
    if seeds:
        alone = run_product(work / "seeds", work / "alone", seconds=_SECONDS, before=_without_rights())
        _compare_seeds(run, alone, seeds)
    if given.strace:
        _print_trace(trace)
    return run.status == 3 and not run.tracebacks and not missing and not run.controls


def _place_seeds(seeds: Path, files: Path, alone: Path) -> list[str]:
    """Copies beside the hostile files, and in a folder of their own, under the same names."""
    names = sorted(path.name for path in seeds.glob("*.txt")) if seeds.exists() else []
    alone.mkdir()
    for name in names:
        shutil.copy(seeds / name, files / name)
        shutil.copy(seeds / name, alone / name)
    return names


def _without_rights() -> list[str]:
    """How to run without root's right to read everything; [] if we have none to give up."""
    if os.getuid() or not shutil.which("setpriv"):
        return []
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]


def _strace(trace: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-e", "trace=network,execve,execveat", "-o", str(trace)]


def _print_table(manifest: Path, found: dict[str, Outcome]) -> None:
    counts: Counter[str] = Counter()
    print(f"{'case':20} {'expected':28} {'got':40} verdict")
    for line in manifest.read_text().splitlines():
        case = json.loads(line)
        if case["path"] is None:
            continue
        path = stored_name(base64.b64decode(case["path_b64"]))
        outcome = _find(path, found)
        got, codes = (CLASSES[outcome.state], outcome.codes) if outcome else ("none", frozenset())
        is_coded = case["code"] in codes | _ELSEWHERE | {""}
        verdict = "as expected" if got == case["expect"] and is_coded else "DIFFERS"
        counts[verdict] += 1
        if verdict != "as expected":
            expected = f"{case['expect']} {case['code']}"
            print(f"{case['id']:20} {expected:28} {got + ' ' + ' '.join(sorted(codes)):40} {verdict}")
            print(f"{'':20} {outcome.problem[:150] if outcome else ''}")
    print("\n" + ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())))


def _find(path: str, found: dict[str, Outcome]) -> Outcome | None:
    """Of the path itself, of a member of it, or of the folder above that could not be listed."""
    if path in found:
        return found[path]
    member = next((name for name in found if name.startswith(f"{path}#")), None)
    if member is not None:
        return found[member]
    folder = path.rpartition("/")[0]
    while folder and folder not in found:
        folder = folder.rpartition("/")[0]
    return found.get(folder)


def _find_missing(files: Path, found: dict[str, Outcome]) -> list[str]:
    return [path for path in list_files(files) if _find(path, found) is None]


def _print_end(run: Run) -> None:
    size = run.database.stat().st_size / 1e6
    print("\n".join(run.printed.splitlines()[-12:]), f"\ndatabase {size:.0f} MB")


def _compare_seeds(mixed: Run, alone: Run, seeds: Sequence[str]) -> None:
    """Rows that only name seeds, in both runs."""
    print(f"\n{len(seeds)} seeds among the files against the seeds alone (status {alone.status})")
    for name, sql in _COMPARED.items():
        first, second = (_rows(run.database, sql, seeds) for run in (alone, mixed))
        _print_difference(name, first, second - first, first - second)
    first, second = (_findings(run.database, seeds) for run in (alone, mixed))
    lost = {row for row in first if row not in second}
    own = {row for row, is_own in second.items() if is_own}
    _print_difference("findings", first, {row for row in own if row not in first}, lost)


def _print_difference(name: str, first: Collection[Row], added: set[Row], lost: set[Row]) -> None:
    print(f"{name:16} {len(first):5} alone; among the files {len(lost)} lost, {len(added)} added")
    for sign, rows in (("-", lost), ("+", added)):
        for row in sorted(map(str, rows))[:5]:
            print(f"    {sign} {row[:300]}")


def _rows(database: Path, sql: str, seeds: Sequence[str]) -> set[Row]:
    """All rows of a question whose paths are seeds."""
    known = set(seeds)
    found = set()
    for row in query(database, sql):
        if {value for value in row[: _PATHS[sql]] if value is not None} <= known:
            found.add(row)
    return found


def _findings(database: Path, seeds: Sequence[str]) -> dict[Row, bool]:
    """Findings with evidence from seeds: kind, severity, title and the places there; has it no other?"""
    known = set(seeds)
    places: dict[Row, set[Row]] = {}
    for key, kind, severity, title, *place in query(database, _FINDINGS):
        places.setdefault((key, kind, severity, title), set()).add(tuple(place))
    found = {}
    for head, evidence in places.items():
        own = {place for place in evidence if place[0] in known}
        if own:
            found[(*head, *sorted(own, key=str))] = own == evidence
    return found


def _print_trace(trace: Path) -> None:
    """Sockets by family, connections, and programs that were started."""
    calls: Counter[str] = Counter()
    for line in trace.read_text(errors="replace").splitlines():
        socket = re.search(r"(socket|socketpair|connect|bind|sendto|sendmsg|recvmsg)\((.{0,60})", line)
        if socket:
            family = re.search(r"AF_\w+", socket[2])
            calls[f"{socket[1]} {family[0] if family else ''} {'refused' if ' = -1 ' in line else ''}"] += 1
        program = re.search(r'execve(?:at)?\("([^"]{0,200})', line)
        if program:
            calls[f"execve {program[1]}"] += 1
    print("\nsystem calls:", *(f"  {count:6} {call}" for call, count in sorted(calls.items())), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
