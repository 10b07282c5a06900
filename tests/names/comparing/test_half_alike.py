"""Names that begin alike or are half alike."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Serik Abenov", "Serikzhan Abenov"),
        ("Damir Sadykov", "Damirbek Sadykov"),
        ("Zodwa Cele", "Zodwi Cele"),
        ("Rasa Jurgaitis", "Rasma Jurgaitis"),
        ("Babak Kazemi", "Babak Karimi"),
        ("Anna Gruber", "Anna Grubler"),
        ("Anna Gold", "Anna Goldstein"),
        ("Luigi Barzini", "Luigi Bartini"),
        ("Elena Costa", "Elena Costache"),
        ("Peter Brandt", "Peter Brand"),
        ("Joaquim Moura", "Joaquim Moura Filho"),
        ("Hans Ekman", "Hans Ekman the Younger"),
    ],
)
def test_half_alike_names_are_left_for_people_to_judge(a: str, b: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, "person", knowledge).verdict != "same"
    assert compare_names(b, a, "person", knowledge).verdict != "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Gholam Reza Tavakkol", "Gholamreza Tavakkol"),
        ("Laleh Shah-Mansouri", "Laleh Shahmansouri"),
        ("Parviz Amir-Ahmadian", "Parviz Amirahmadian"),
        ("Vadzim Kavalenka", "Vadim Kovalenko"),
        ("Laila Rostami", "Laila Rostami-Ardakani"),
        ("Adnan Yasir", "Adnan Yasir Khattak"),
        ("Georges Rahal", "George Rahal"),
        ("Sergei Rachmaninoff", "Sergey Rakhmaninov"),
        ("Eduard Schewardnadse", "Eduard Shevardnadze"),
        ("Stephen Philips", "Stephen Phillips"),
    ],
)
def test_what_is_written_together_cut_or_softened_is_no_other_name(
    a: str, b: str, knowledge: Knowledge
) -> None:
    assert compare_names(a, b, "person", knowledge).verdict == "same"
