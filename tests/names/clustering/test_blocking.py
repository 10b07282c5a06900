"""Cheap keys find what a slow comparison of all pairs finds."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.blocking import blocking_keys, candidate_pairs
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

P, ORG, L = "person", "organization", "place"
PERSONS = """
Hadi al-Ameri; Hadi Al-Amiri; Al-Amiri, Hadi; هادي العامري
Haider al-Abadi; Haidar al-Ebadi; Haider al-Asadi
Qassem Soleimani; Ghasem Soleymani; قاسم سلیمانی
Sergey Lavrov; Sergei Viktorovich Lavrov; Сергей Лавров
Kim Jong-un; Kim Jong Un; Kim Jong Il; 김정은
George W. Bush; George H. W. Bush; George Walker Bush
Muammar Gaddafi; Moammar Qadhafi; Abdel Fattah el-Sisi; Abdul Fatah al-Sisi
Raila Odinga; Raila Amolo Odinga; Odinga; JC Juncker; Jean-Claude Juncker
"""
ORGANIZATIONS = """
Popular Mobilization Forces; Popular Mobilisation Force; PMF; P.M.F.
Fatah Alliance; Fatih Alliance; Kata'ib Hezbollah; Hezbollah Brigades; Hezbollah; Hizballah
Islamic State in Iraq and Syria; ISIS; ISF; Iraqi parliament; Iraq's parliament
Volkswagen AG; Volkswagen; 17th Brigade; Seventeenth Brigade; 5th Brigade
World Health Organization (WHO); WHO; Nato; North Atlantic Treaty Organization
"""
PLACES = "Raqqa; Ar-Raqqah; Fallujah; al-Falluja; Kyiv; Kiev; Niger; Nigeria"
NAMES = [
    (name.strip(), kind)
    for kind, listed in ((P, PERSONS), (ORG, ORGANIZATIONS), (L, PLACES))
    for name in re.split("[;\n]", listed.strip())
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The word lists of the package."""
    return load_knowledge()


def test_blocking_finds_what_comparing_all_pairs_finds(knowledge: Knowledge) -> None:
    slow = {
        (i, j)
        for (i, (a, kind)), (j, (b, other)) in combinations(enumerate(NAMES), 2)
        if kind == other and compare_names(a, b, kind, knowledge).verdict == "same"
    }
    assert len(slow) > 20
    assert slow <= set(candidate_pairs(NAMES, knowledge))


def test_blocking_leaves_out_most_pairs(knowledge: Knowledge) -> None:
    every = len(NAMES) * (len(NAMES) - 1) // 2
    assert len(candidate_pairs(NAMES, knowledge)) < every / 4


def test_kinds_never_meet(knowledge: Knowledge) -> None:
    names = [("Hezbollah", ORG), ("Hezbollah", P), ("Hezbollah", L)]
    assert candidate_pairs(names, knowledge) == []


def test_one_crowded_block_does_not_square() -> None:
    names = [(f"Hadi {letter}amiri{end}", P) for letter in "aeiou" for end in "aeiouhwy"] * 30
    pairs = candidate_pairs(
        [(f"{name} {'i' * (i % 7)}", kind) for i, (name, kind) in enumerate(names)], Knowledge()
    )
    assert len(names) == 1200
    assert len(pairs) < len(names) * 150


@given(st.text(max_size=30), st.sampled_from([P, ORG, L]))
@settings(max_examples=50, deadline=None)
def test_any_text_has_keys_of_its_own(name: str, kind: str) -> None:
    assert blocking_keys(name, kind, Knowledge()) == blocking_keys(name, kind, Knowledge())
    assert candidate_pairs([(name, kind), (name, kind)], Knowledge()) == [(0, 1)]
