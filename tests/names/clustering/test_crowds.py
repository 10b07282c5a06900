"""Names that all share something: no conflict inside a cluster, few pairs, and variants are found."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.clustering.cluster import cluster_names
from provenance.names.clustering.forms import compared_form
from provenance.names.clustering.proofs import WordProof
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge
from tests.names.clustering.spellings import bearers_of, invented_name, respell, spellings_of

P, ORG = "person", "organization"
KNOWLEDGE = load_knowledge()
ONE_NAME = "Ghassan al-Khouzai"
MOST_MET = 300
"""Members of a cluster of which all pairs are compared; `make bench` draws its pairs from all of them."""
ROWS = [
    (spellings_of(ONE_NAME, 1000), P),
    (bearers_of("al-Khouzai", 300), P),
    ([f"{name} Mining Company" for name in spellings_of("Shoumali Galankhi", 120)], ORG),
]


@pytest.fixture(scope="module", params=range(len(ROWS)))
def crowd(request: pytest.FixtureRequest) -> tuple[list[str], str, list[int]]:
    """Names that share much, their kind, and the clusters in which they come to stand."""
    names, kind = ROWS[request.param]
    return names, kind, cluster_names([(name, kind) for name in names], KNOWLEDGE)


def members_of(names: Sequence[str], clusters: Sequence[int]) -> list[list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for name, cluster in zip(names, clusters, strict=True):
        found[cluster].append(name)
    return list(found.values())


def test_no_cluster_of_a_crowd_holds_two_names_that_conflict(
    crowd: tuple[list[str], str, list[int]],
) -> None:
    names, kind, clusters = crowd
    for members in members_of(names, clusters):
        for a, b in combinations(members[:: 1 + len(members) // MOST_MET], 2):
            assert compare_names(a, b, kind, KNOWLEDGE).verdict != "different", (a, b)


def test_each_name_of_a_crowd_meets_sixty_at_most(crowd: tuple[list[str], str, list[int]]) -> None:
    names, kind, _ = crowd
    met = Counter(place for pair in candidate_pairs([(n, kind) for n in names], KNOWLEDGE) for place in pair)
    assert max(met.values()) <= 66
    assert sum(met.values()) / 2 <= 60 * len(names)


def test_spellings_of_one_name_come_to_stand_in_a_few_clusters(
    crowd: tuple[list[str], str, list[int]],
) -> None:
    names, kind, clusters = crowd
    if (names, kind) == ROWS[0]:
        assert sum(size for _, size in Counter(clusters).most_common(5)) > 0.9 * len(names)


def test_the_order_of_a_crowd_does_not_change_its_partition() -> None:
    names = [(name, P) for name in spellings_of(ONE_NAME, 80) + bearers_of("Khouzai", 80)]
    expected = {frozenset(group) for group in members_of(names, cluster_names(names, KNOWLEDGE))}
    for seed in range(3):
        shuffled = random.Random(seed).sample(names, len(names))
        found = members_of(shuffled, cluster_names(shuffled, KNOWLEDGE))
        assert {frozenset(group) for group in found} == expected


BEARERS = bearers_of("al-Khouzai", 500)


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_two_spellings_among_five_hundred_with_the_same_surname_are_found(rng: random.Random) -> None:
    name = f"{invented_name(rng)} al-Khouzai"
    other = respell(name, rng, 0.3)
    if compare_names(name, other, P, KNOWLEDGE).verdict != "same":
        return
    names = [*BEARERS[:250], name, *BEARERS[250:], other]
    assert (250, 501) in candidate_pairs([(one, P) for one in names], KNOWLEDGE)


@given(st.randoms(use_true_random=False), st.integers(1, 4), st.sampled_from([P, ORG]))
@settings(max_examples=60, deadline=None)
def test_what_words_prove_the_whole_comparison_confirms(rng: random.Random, words: int, kind: str) -> None:
    base = " ".join(invented_name(rng) for _ in range(words))
    names = [respell(base, rng, 0.5) for _ in range(6)]
    proof = WordProof([(name, kind) for name in names], KNOWLEDGE)
    for i, j in combinations(range(6), 2):
        if proof.unproven(i, j, 9) == []:
            assert compare_names(names[i], names[j], kind, KNOWLEDGE).verdict != "different"


@pytest.mark.parametrize(
    "name",
    ["J. R. Khouzai", "PMF", "Li Peng", "Hassan Hasan", "Pаyne Weller", "", "🜚", "هادي العامري"],
)
def test_nothing_is_proven_of_initials_acronyms_syllables_or_odd_letters(name: str) -> None:
    for kind in (P, ORG):
        proof = WordProof([(name, kind), ("Ghassan al-Khouzai", kind)], KNOWLEDGE)
        assert proof.unproven(0, 1, 9) == [(0, 1)]
        assert proof.unproven(0, 1, 0) is None


@pytest.mark.parametrize(
    ("a", "b", "kind", "is_one"),
    [
        ("O'Brien, Pat", "Pat OBrien", P, False),
        ("Pat O'Brien", "Pat OBrien", P, True),
        ("Pat O'Brien", "Pat O’Brien", P, True),
        ("Pat O'Brien", "PAT O'BRIEN", P, False),
        ("Dr Pat Moss", "Pat Moss", P, True),
        ("Mr Pat Moss", "Ms Pat Moss", P, False),
        ("Pat Moss Jr", "Pat Moss", P, False),
        ("Weller & Sons Ltd", "Weller and Sons Limited", ORG, False),
        ("Grey Heron", "Grey  Heron", ORG, True),
        ("", " ", P, False),
    ],
)
def test_one_form_for_what_is_compared_alike(a: str, b: str, kind: str, is_one: bool) -> None:
    assert (compared_form(a, kind, KNOWLEDGE) == compared_form(b, kind, KNOWLEDGE)) is is_one


SAYINGS = "Pat Moss|pat moss|Pat  Moss|Mr Pat Moss|Moss, Pat|P. Moss|PAT MOSS|Pat Moss Jr|Bat Moss|Патт Мосс"


@given(st.lists(st.sampled_from(SAYINGS.split("|")), min_size=3, max_size=3), st.sampled_from([P, ORG]))
def test_names_of_one_form_compare_alike_with_all_others(names: list[str], kind: str) -> None:
    a, b, other = names
    if compared_form(a, kind, Knowledge()) == compared_form(b, kind, Knowledge()):
        scores = {compare_names(name, other, kind, Knowledge()).score for name in (a, b)}
        assert len(scores) == 1 or 1.0 in scores
