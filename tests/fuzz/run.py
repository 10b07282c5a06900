"""All fuzzers, one after the other: `make fuzz`. Status 1 if one found something.

FUZZ_SECONDS: for each target (600). FUZZ_TARGETS: which ones ("decode html"; all). FUZZ_FOLDER: where inputs
that were found stay (a temporary folder).
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.seeds import SEEDS, WORDS
from tests.fuzz.targets import TARGETS

_HARNESS = Path(__file__).with_name("fuzz.py")
_TIMEOUT_SECONDS = 10
"""For one input of at most _LONGEST bytes: a hundred times what it should take."""
_LONGEST = 4096
_MEMORY_MB = 2500
_COUNT = re.compile(r"stat::number_of_executed_units:\s+(\d+)")
_COVERAGE = re.compile(r"cov: (\d+)")


def main() -> int:
    """A line a target; 1 if any found something."""
    seconds = int(os.environ.get("FUZZ_SECONDS", "600"))
    wanted = os.environ.get("FUZZ_TARGETS", "").split() or list(TARGETS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("FUZZ_FOLDER", temporary))
        findings = [_run(name, seconds, folder / name) for name in wanted]
    return int(any(findings))


def _run(name: str, seconds: int, folder: Path) -> bool:
    """Whether the target found something, after printing what it did."""
    corpus, found = folder / "corpus", folder / "found"
    for place in (corpus, found):
        place.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed{number}").write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escape(word)}"\n' for word in WORDS[name]))
    command = [
        *(sys.executable, str(_HARNESS), name, str(corpus), f"-dict={words}", f"-artifact_prefix={found}/"),
        *(f"-max_total_time={seconds}", f"-timeout={_TIMEOUT_SECONDS}", f"-rss_limit_mb={_MEMORY_MB}"),
        *(f"-max_len={_LONGEST}", "-print_final_stats=1"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    count, coverage = _COUNT.findall(done.stderr), _COVERAGE.findall(done.stderr)
    verdict = "no finding" if done.returncode == 0 else f"FOUND (status {done.returncode})"
    print(f"{name:8} {seconds:5} s {count[-1] if count else '?':>9} executions", end="")
    print(f" {coverage[-1] if coverage else '?':>6} edges  {verdict}", flush=True)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], *(str(path) for path in found.iterdir()), sep="\n")
    return done.returncode != 0


def _escape(word: str) -> str:
    """As libFuzzer's dictionaries are written."""
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in word.encode()
    )


if __name__ == "__main__":
    sys.exit(main())
