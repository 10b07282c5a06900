"""The package as a user gets it: a wheel in a clean virtual environment, started outside the checkout.

`make wheel`. Builds the wheel, installs it, runs the main job on the sample corpus from another folder, and
holds the dump against the expected one: templates, word lists and SQL are in the wheel, or this fails.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "tests" / "golden" / "expected"


def run(*command: str | Path, folder: Path) -> str:
    """Its standard output; ends the check with its messages where it fails."""
    done = subprocess.run([str(c) for c in command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Exit with a message at the first thing that does not hold."""
    with tempfile.TemporaryDirectory() as scratch_name:
        scratch = Path(scratch_name)
        source = scratch / "source"
        shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "*.egg-info"))
        run(
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "-w",
            scratch,
            source,
            folder=scratch,
        )
        venv.create(scratch / "clean", with_pip=True)
        wheel = next(scratch.glob("*.whl"))
        python = scratch / "clean" / "bin" / "python"
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, wheel, folder=scratch)
        program = scratch / "clean" / "bin" / "provenance"
        away = scratch / "away"
        away.mkdir()
        run(program, "--version", folder=away)
        run(program, "init", ".", folder=away)
        run(program, "-q", "run", "--model", "none", ROOT / "raw", folder=away)
        dump = run(program, "dump", folder=away)
        if dump != (EXPECTED / "dump.txt").read_text("utf-8"):
            sys.exit("the installed package gives another dump than the checkout")
        for name in ("report.html", "report.md", "report.json"):
            if (away / "reports" / name).read_bytes() != (EXPECTED / name).read_bytes():
                sys.exit(f"the installed package writes another {name} than the checkout")
        print(run(program, "verify", folder=away).strip())
        print(f"{wheel.name}: installed and run outside the checkout, same dump and same reports")


if __name__ == "__main__":
    main()
