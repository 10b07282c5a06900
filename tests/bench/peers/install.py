"""An environment of their own for the programs that are compared; the package itself never installs them."""

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / ".venv"
PYTHON = FOLDER / "bin" / "python"
_PINS = ("datasketch==2.0.0", "rensa==0.5.0", "gaoya==0.2.2", "copydetect==0.5.0", "tqdm")
_PASSIM_NEEDS = ("pyspark==4.0.1", "graphframes-py==0.9.3", "intervaltree==3.2.1")
_PASSIM = "git+https://github.com/dasmiq/passim@878ccb3"
"""Not from the package index: what is named passim there is another program."""


def install(passim: Path | None) -> dict[str, str]:
    """Program → why it could not be installed, for those that could not. `passim`: a checkout of it."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
    missing = {}
    for pin in _PINS:
        problem = _pip(pin)
        if problem:
            missing[pin.partition("=")[0]] = problem
    problem = _pip(*_PASSIM_NEEDS)
    if not problem:
        problem = _pip("--no-deps", str(passim) if passim else _PASSIM)
    if not problem and shutil.which("java") is None:
        problem = "it needs Java, and there is none"
    if problem:
        missing["passim"] = problem
    return missing


def version(program: str) -> str:
    """As installed, "" if it is not."""
    code = f"import importlib.metadata as m; print(m.version({program!r}))"
    found = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=False)
    return found.stdout.strip()


def _pip(*what: str) -> str:
    """The last line of what pip says where it fails, "" where it does not."""
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return "" if done.returncode == 0 else (said or ["pip failed"])[-1].removeprefix("ERROR: ")
