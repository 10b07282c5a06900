"""Names that may be one though they were not joined."""

import pytest

from provenance.conflicts.look_alikes import find_look_alikes
from provenance.conflicts.pile import Pile
from provenance.conflicts.spellings import are_spellings
from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import ConflictClass, ConflictKind, Level
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, findings, make_source, pool

TEXT = "{} carried three goats out of the burning barn at Moss Farm on Sunday, Lake Brigade said."
NAMES = {"Moss Farm": ("farm", BODY), "Lake Brigade": ("brigade", BODY)}


def source(path: str, name: str, text: str = TEXT, day: str = "2020-05-01") -> AnnotatedSource:
    return make_source(path, text.format(name), {**NAMES, name: (f"{path}-one", PERSON)}, path, day)


def pairs(*sources: AnnotatedSource) -> list[tuple[str, str]]:
    pile = Pile(pool(*sources), KNOWLEDGE, ConflictSettings())
    return [(one.text, two.text) for one, two in find_look_alikes(pile)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Niall O'Garrow", "Niall Garrow"),
        ("Karim Benzari", "Karim Ben Zari"),
        ("Okonkwo Chidi", "Chidi Okonkwo"),
        ("Jiri Novaczek", "Jiri Novacek"),
    ],
)
def test_names_that_sound_alike_in_one_story_may_be_one(a: str, b: str) -> None:
    assert pairs(source("a", a), source("b", b)) == [(a, b)]


@pytest.mark.parametrize(
    ("a", "b"), [("Niall Garrow", "Piotr Wlazlo"), ("Anna Berg", "Tom Berg"), ("Ada Obi", "Ada Okafor")]
)
def test_other_names_are_not_compared_further(a: str, b: str) -> None:
    assert pairs(source("a", a), source("b", b)) == []


def test_kin_titles_other_stories_and_texts_that_have_both_names_are_silent() -> None:
    a = source("a", "Karim Benzari")
    assert (
        pairs(a, source("b", "Karim Ben Zari", "His brother, {}, was not at Moss Farm, Lake Brigade said."))
        == []
    )
    assert pairs(a, source("b", "Karim Ben Zari", "{} likes tea. Moss Farm and Lake Brigade are near.")) == []
    alone = make_source("b", TEXT.format("Karim Ben Zari"), {"Karim Ben Zari": ("b-one", PERSON)}, "b")
    assert pairs(a, alone) == []
    names = {**NAMES, "Karim Ben Zari": ("b-one", PERSON), "Karim Benzari": ("a-one", PERSON)}
    both = make_source("b", TEXT.format("Karim Ben Zari") + " Karim Benzari slept.", names, "b", "2020-05-01")
    assert pairs(a, both) == []
    nurse = source("c", "Nurse Karim Ben Zari")
    doctor = source("d", "Doctor Karim Benzari")
    assert pairs(nurse, doctor) == []


def test_it_is_told_as_open_and_low() -> None:
    built = pool(source("a", "Karim Benzari"), source("b", "Karim Ben Zari"))
    (found,) = findings(built, ConflictKind.NAME_VARIANT)
    assert (found.conflict_class, found.severity) == (ConflictClass.SPELLING, Level.LOW)
    assert found.title == "Perhaps one name, 2 spellings: Karim Benzari / Karim Ben Zari"
    assert "not established" in found.why


def test_spellings_of_one_entity_may_be_parted_and_ordered_otherwise() -> None:
    assert are_spellings("Karim Benzari", "Karim Ben Zari")
    assert are_spellings("Bat-Orgil Dorjsuren", "Dorjsurenn Bat-Orgil")
    assert are_spellings("Jon Smyth", "John Smith")
    assert not are_spellings("Ada Obi", "Ada Oko")
    assert not are_spellings("Ada Obi", "Obi")
