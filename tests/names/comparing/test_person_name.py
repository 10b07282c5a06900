"""A person's name taken apart."""

import pytest

from provenance.model.knowledge import Knowledge, Role
from provenance.names.comparing.person_name import parse_person

KNOWLEDGE = Knowledge(
    given_names=frozenset({"judge", "amir"}),
    honorifics=frozenset({"dr.", "sheikh", "judge", "amir"}),
    roles={"prime minister": Role("prime minister", is_sole=True, is_leader=True)},
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Hadi al-Amiri", "hadi amiri"),
        ("Al-Amiri, Hadi", "hadi amiri"),
        ("Prime Minister Haider al-Abadi", "haider abadi"),
        ("Dr. Sheikh Ali", "ali"),
        ("Dr.", "dr"),
        ("Judge Reinhold", "judge reinhold"),
        ("Abd al-Aziz al-Hakim", "abdaziz hakim"),
        ("Abdulaziz Hakim", "abdaziz hakim"),
        ("Abdurrahman", "abdrrahman"),
        ("Abu Bakr al-Baghdadi", "abubakr baghdadi"),
        ("Nur al-Din Zengi", "nuruddin zengi"),
        ("Mohammed bin Salman", "mohammed salman"),
        ("Ben Carson", "ben carson"),
        ("أبو بكر البغدادي", "abwbkr bghdady"),
        ("محمد بن سلمان", "mhmd slman"),
        ("Ursula von der Leyen", "ursula leyen"),
        ("JC Juncker", "j c juncker"),
        ("BASHAR AL-ASSAD", "bashar assad"),
        ("al", "al"),
    ],
)
def test_words_are_what_tells_persons_apart(name: str, folded: str) -> None:
    assert " ".join(word.folded for word in parse_person(name, KNOWLEDGE).words) == folded


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Martin Luther King Jr.", "junior"),
        ("Martin Luther King, Sr.", "senior"),
        ("Elizabeth II", "2"),
        ("Louis XIV", "14"),
        ("Mohammed V", "5"),
        ("Malcolm Little", ""),
        ("Ii", ""),
    ],
)
def test_generations_are_no_words(name: str, suffix: str) -> None:
    assert parse_person(name, KNOWLEDGE).suffix == suffix


def test_order_is_marked_by_a_comma_or_capitals() -> None:
    assert parse_person("Amiri, Hadi", KNOWLEDGE).is_marked
    assert parse_person("AMIRI Hadi", KNOWLEDGE).is_marked
    assert not parse_person("Hadi Amiri", KNOWLEDGE).is_marked
    assert not parse_person("HADI AMIRI", KNOWLEDGE).is_marked


def test_lineage_and_initials_are_seen() -> None:
    assert parse_person("Hamad bin Khalifa", KNOWLEDGE).has_lineage
    assert not parse_person("Ben Carson", KNOWLEDGE).has_lineage
    assert parse_person("George H. W. Bush", KNOWLEDGE).initials == {"h", "w"}


def test_known_given_names_are_marked() -> None:
    assert [word.is_known for word in parse_person("Amir Hatami", KNOWLEDGE).words] == [True, False]


def test_nothing_but_signs_has_no_words() -> None:
    assert parse_person("...", KNOWLEDGE).words == ()
    assert parse_person("", KNOWLEDGE).words == ()
