"""Pairs written from general knowledge: what must never be judged the same, and what should be."""

import csv
from pathlib import Path

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

TABLE = Path(__file__).parents[1] / "look_alikes.tsv"
LEAST_SAME = 0.98
"""Share of the pairs that are one and have to be judged so."""


def pairs(same: str) -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["a"], row["b"], row["kind"]) for row in rows if row["same"] == same]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def test_no_look_alike_is_judged_the_same(knowledge: Knowledge) -> None:
    wrong = [pair for pair in pairs("0") if compare_names(*pair, knowledge).verdict == "same"]
    assert wrong == []
    assert len(pairs("0")) > 100


def test_nearly_all_spellings_of_one_name_are_judged_the_same(knowledge: Knowledge) -> None:
    chosen = pairs("1")
    right = [pair for pair in chosen if compare_names(*pair, knowledge).verdict == "same"]
    assert len(right) / len(chosen) >= LEAST_SAME


NEVER_SAME = [
    ("Nabil Haddad", "Nabih Haddad", "person"),
    ("Jamil Rahal", "Kamil Rahal", "person"),
    ("Mr Holloway", "Mrs Holloway", "person"),
    ("Lord Palmer", "Lady Palmer", "person"),
    ("Zhao Ziyang", "Zhao Ziqiang", "person"),
    ("Chen Xiaoming", "Chen Xiaoling", "person"),
    ("Zhang Weimin", "Zhang Weiming", "person"),
    ("John Adams", "John Quincy Adams", "person"),
    ("Peter Nielsen", "Peter Nilsen", "person"),
    ("Lars Hansen", "Lars Hanson", "person"),
    ("Communist Party of Nepal", "Communist Party of Nepal (Maoist)", "organization"),
    ("Liberal Party (Quebec)", "Liberal Party", "organization"),
    ("Tomsk State University", "Tomsk State Technical University", "organization"),
    ("Dalian University", "Dalian Maritime University", "organization"),
    ("Société Générale", "Compagnie Générale", "organization"),
    ("Oil India", "Indian Oil Corporation", "organization"),
    ("Shanxi", "Shaanxi", "place"),
    ("Oaxaca", "Oaxaca State", "place"),
    ("Almaty", "Almaty Province", "place"),
    ("Lahore", "Lahore District", "place"),
]


@pytest.mark.parametrize(("a", "b", "kind"), NEVER_SAME)
def test_what_tells_two_apart_is_seen(a: str, b: str, kind: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, kind, knowledge).verdict != "same"
    assert compare_names(b, a, kind, knowledge).verdict != "same"


SAME = [
    ("Chou En-lai", "Zhou Enlai", "person"),
    ("Teng Hsiao-p'ing", "Deng Xiaoping", "person"),
    ("Liu Shao-ch'i", "Liu Shaoqi", "person"),
    ("Chu Teh", "Zhu De", "person"),
    ("Park Chung-hee", "Pak Chong-hui", "person"),
    ("Lee Myung-bak", "Yi Myong-bak", "person"),
    ("Chung Ju-yung", "Jeong Ju-yeong", "person"),
    ("Fyodor Tyutchev", "Fedor Tyutchev", "person"),
    ("Nikita Khrushchyov", "Nikita Khrushchev", "person"),
    ("Yitzhak Navon", "Yitzchak Navon", "person"),
    ("Pyotr Kropotkin", "Peter Kropotkin", "person"),
    ("Foreign Ministry of Ghana", "Ministry of Foreign Affairs of Ghana", "organization"),
    ("Finnish Foreign Ministry", "Ministry for Foreign Affairs of Finland", "organization"),
    ("Benghazi", "Banghazi", "place"),
    ("Pusan", "Busan", "place"),
    ("Cheju", "Jeju", "place"),
    ("Kuangtung", "Guangdong", "place"),
]


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_two_ways_to_write_one_name_are_one(a: str, b: str, kind: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, kind, knowledge).verdict == "same"


UNSURE = [
    ("Bill Smith", "William Smith", "person"),
    ("Wale Soyinka", "Adewale Soyinka", "person"),
    ("Pyotr Ivanov", "Peter Ivanov", "person"),
    ("Kim Dae-jung", "Kim Tae-jung", "person"),
    ("Xi Jinping", "Xi Jingping", "person"),
]


@pytest.mark.parametrize(("a", "b", "kind"), UNSURE)
def test_forms_of_common_names_and_near_syllables_are_unsure(
    a: str, b: str, kind: str, knowledge: Knowledge
) -> None:
    assert compare_names(a, b, kind, knowledge).verdict == "unsure"
