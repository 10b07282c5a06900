"""The reports over the sample corpus, byte for byte."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("produce", HERE / "produce.py")
assert _spec is not None
assert _spec.loader is not None
_produce = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_produce)


@pytest.fixture(scope="module")
def produced() -> dict[str, bytes]:
    files: dict[str, bytes] = _produce.produce()
    return files


def expected_files() -> list[str]:
    folder = HERE / "expected"
    return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


def test_the_same_files_are_written(produced: dict[str, bytes]) -> None:
    assert sorted(produced) == expected_files()


@pytest.mark.parametrize("name", expected_files())
def test_every_file_is_as_expected(produced: dict[str, bytes], name: str) -> None:
    assert produced[name].decode() == (HERE / "expected" / name).read_bytes().decode()


def test_neither_hash_seed_nor_time_zone_shows() -> None:
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import produce, hashlib; " + (
        "print(hashlib.sha256(repr(sorted(produce.produce().items())).encode()).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        environment = dict(os.environ, PYTHONHASHSEED=seed, TZ=zone)
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1
