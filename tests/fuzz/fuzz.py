"""One target under Atheris: python tests/fuzz/fuzz.py TARGET [CORPUS...] [-libfuzzer_option=...]."""

import logging
import sys
import warnings
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["provenance"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Runs until libFuzzer's limits are reached or something is found."""
    warnings.simplefilter("error")
    logging.disable(logging.CRITICAL)
    check = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
