"""Pairs of short texts that differ in one fact, and pairs that only look so, for each kind of conflict.

Written by people who did not know the rules; `unmet.txt` names the pairs that are not judged rightly yet: one
that becomes right must be taken out of it.
"""

from pathlib import Path

import pytest

from tests.conflicts import minimal

UNMET = frozenset((minimal.FOLDER / "unmet.txt").read_text(encoding="utf-8").splitlines())
PAIRS = {
    f"{pair.kind} {number}": pair
    for file in sorted(minimal.FOLDER.glob("*.tsv"))
    for number, pair in enumerate(minimal.read_pairs(file), 1)
}
LEAST = 12


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_judged_as_an_editor_would(name: str) -> None:
    assert minimal.judged(PAIRS[name]) == (name not in UNMET), PAIRS[name].note


@pytest.mark.parametrize("file", sorted(minimal.FOLDER.glob("*.tsv")), ids=lambda file: file.stem)
def test_each_kind_has_a_dozen_pairs_both_ways(file: Path) -> None:
    verdicts = [pair.is_conflict for pair in minimal.read_pairs(file)]
    assert min(verdicts.count(True), verdicts.count(False)) >= LEAST


def test_unmet_pairs_are_pairs() -> None:
    assert set(PAIRS) >= UNMET
