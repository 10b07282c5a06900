"""Chains, against a slow reference, and what is left out of them."""

from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages import chains as subject
from provenance.reuse.passages.chains import MOST_FORMULAS, Chains, chain_seeds, split
from provenance.reuse.passages.corpus import Corpus, make_corpus
from provenance.reuse.passages.seeds import Seeds, find_seeds
from tests.reuse.cases import BAKER, FERRY, MILL

CLOSE = ReuseSettings(drift_words=1, reach_words=3, chain_weight=2, run_words=2, run_window=1)
TEXTS = st.lists(
    st.lists(st.sampled_from(["ash", "birch", "cedar", "elm", "rowan"]), max_size=30).map(" ".join),
    max_size=3,
)


def slow_split(groups: list[list[tuple[int, int]]], axis: int, gap: int) -> list[list[tuple[int, int]]]:
    parted = []
    for group in groups:
        ordered = sorted(group, key=lambda seed: seed[1] - seed[0] if axis else seed[0])
        places = [seed[1] - seed[0] if axis else seed[0] for seed in ordered]
        cuts = [0, *(i + 1 for i, (x, y) in enumerate(pairwise(places)) if y - x > gap), len(ordered)]
        parted += [ordered[begin:end] for begin, end in pairwise(cuts)]
    return parted


def slow_chains(corpus: Corpus, seeds: Seeds, wanted: ReuseSettings) -> list[tuple[int, int]]:
    """(first word of a, weight) of every chain, by splitting to and fro until nothing changes."""
    rows = list(zip(seeds.a.tolist(), seeds.b.tolist(), seeds.weight.tolist(), strict=True))
    pairs = defaultdict(list)
    for a, b, weight in rows:
        pairs[int(corpus.document[a]), int(corpus.document[b])].append((a, b, weight))
    groups, before = [pairs[pair] for pair in sorted(pairs)], None
    while groups != before:
        before = groups
        groups = slow_split(slow_split(groups, 1, wanted.drift_words), 0, wanted.reach_words)
        groups = [sorted(group) for group in groups if sum(seed[2] for seed in group) >= wanted.chain_weight]
    return sorted((min(seed[0] for seed in group), sum(seed[2] for seed in group)) for group in groups)


def summary(chains: Chains) -> list[tuple[int, int]]:
    bounds = pairwise(chains.first.tolist())
    return sorted((int(chains.seeds.a[b]), int(chains.seeds.weight[b:e].sum())) for b, e in bounds)


@settings(deadline=None)
@given(TEXTS, st.sampled_from([7, 1 << 19]))
def test_chains_are_those_of_the_slow_reference(texts: list[str], block: int) -> None:
    corpus = make_corpus({str(number): text for number, text in enumerate(texts)})
    seeds = find_seeds(corpus, CLOSE)
    with pytest.MonkeyPatch.context() as patch:  # all chains are kept, and few seeds are chained at a time
        for name, value in (("CORE_WORDS", 0.0), ("MOST_CHAINS", 10**6), ("BLOCK_SEEDS", block)):
            patch.setattr(subject, name, value)
        found = chain_seeds(corpus, seeds, CLOSE)
    assert summary(found) == slow_chains(corpus, seeds, CLOSE)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30)), max_size=20), st.integers(0, 5))
def test_a_step_of_more_than_the_gap_parts(rows: list[tuple[int, int]], gap: int) -> None:
    label, place = (np.array([row[axis] for row in rows], np.int64) for axis in (0, 1))
    parts = split(label, place, gap).tolist()
    for i, (one, x) in enumerate(rows):
        for j, (other, y) in enumerate(rows):
            if one != other:
                assert parts[i] != parts[j]
            elif abs(x - y) <= gap:
                assert parts[i] == parts[j]
    assert set(parts) == set(range(len(set(parts))))


def test_a_few_content_words_that_met_by_chance_are_no_chain() -> None:
    one = "The minister of fisheries opened a bridge; nobody in parliament had asked about fisheries policy."
    other = "A minister who was ill sent his notes on fisheries, then opened the session about bridge tolls."
    corpus = make_corpus({"a": f"{one} {FERRY}", "b": f"{other} {MILL}"})
    assert len(chain_seeds(corpus, find_seeds(corpus, ReuseSettings()), ReuseSettings())) == 0


def test_seeds_of_one_diagonal_are_taken_together() -> None:
    corpus = make_corpus({"a": f"{FERRY} {MILL}", "b": f"{BAKER} {FERRY} {MILL}"})
    seeds = find_seeds(corpus, ReuseSettings())
    chains = chain_seeds(corpus, seeds, ReuseSettings())
    assert len(chains) == 1
    assert len(chains.seeds) < len(seeds) / 3
    assert int(chains.seeds.weight.sum()) == int(seeds.weight.sum())
    assert int(chains.seeds.a.min()) == int(seeds.a.min())
    assert int(chains.seeds.b_end.max()) == int(seeds.b_end.max())


def test_of_what_two_lists_say_in_every_line_the_strongest_places_are_taken() -> None:
    def lines(names: str) -> str:
        line = "{} was elected member of the council for the northern district in the first round"
        return "\n".join(line.format(f"{names}{number}") for number in range(300))

    corpus = make_corpus({"a": lines("ash"), "b": lines("elm")})
    chains = chain_seeds(corpus, find_seeds(corpus, ReuseSettings()), ReuseSettings())
    first = corpus.document[chains.seeds.a[chains.first[:-1]]]
    other = corpus.document[chains.seeds.b[chains.first[:-1]]]
    assert 0 < int((first != other).sum()) <= MOST_FORMULAS
