"""One process, in which each pair of names is compared once: what it cost, as JSON. Started by names.py.

`names_once.py PAIRS.csv` measures the package, `names_once.py PAIRS.csv FILE.py` the function `score(a, b,
kind)` of that file, which gets what its function `prepare(name, kind)` made of each name if it has one. The
standard library is all that is needed, so that any interpreter can run it.
"""

import csv
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

KINDS = {"org": "organization"}
WARM = (("person", "Ann Lee", "Anne Lee"), ("org", "Oil Ministry", "Ministry of Oil"))
"""Compared before the clock starts, for what is loaded when it is first needed."""


def package() -> Callable[[str, str, str], object]:
    """The package's comparison, by the kinds of the file."""
    compare = import_module("provenance").compare_names
    return lambda a, b, kind: compare(a, b, KINDS.get(kind, kind))


def from_file(path: Path) -> Any:
    """The module in that file."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        message = f"{path}: no Python file"
        raise ValueError(message)
    module = module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print CPU seconds: load (with the word lists), prepare, compare; and the number of pairs."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = [(row["kind"], row["a"], row["b"]) for row in csv.DictReader(file)]
    started = time.process_time()
    prepare = None
    if len(sys.argv) > 2:
        module = from_file(Path(sys.argv[2]))
        score, prepare = module.score, getattr(module, "prepare", None)
    else:
        score = package()
    for kind, a, b in WARM:
        score(*((prepare(a, kind), prepare(b, kind)) if prepare else (a, b)), kind)
    loaded = time.process_time()
    given: list[tuple[Any, Any, str]] = [
        (prepare(a, kind), prepare(b, kind), kind) if prepare else (a, b, kind) for kind, a, b in rows
    ]
    prepared = time.process_time()
    for a, b, kind in given:
        score(a, b, kind)
    done = time.process_time()
    seconds = {"load": loaded - started, "prepare": prepared - loaded, "compare": done - prepared}
    print(json.dumps({"pairs": len(rows), **seconds}))


if __name__ == "__main__":
    main()
