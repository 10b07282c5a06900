"""Spellings of one name."""

import pytest

from provenance.conflicts.spellings import are_spellings, is_abbreviation
from provenance.model.conflicts import ConflictClass, ConflictKind, Scope
from tests.conflicts.pools import BODY, PERSON, PLACE, findings, make_source, pool

Names = dict[str, tuple[str, object]]


def find(*texts: str, names: Names) -> list[list[str]]:
    sources = [make_source(f"{i}.txt", t, names) for i, t in enumerate(texts)]  # type: ignore[arg-type]
    return [sorted(s.value for s in c.sides) for c in findings(pool(*sources), ConflictKind.NAME_VARIANT)]


def test_a_surname_in_two_romanisations() -> None:
    names = {"Sergei Chemezov": ("chem", PERSON), "Sergey Chemezov": ("chem", PERSON)}
    assert find("Sergei Chemezov came.", "Sergey Chemezov left.", names=names) == [
        ["Sergei Chemezov", "Sergey Chemezov"]
    ]


def test_two_spellings_inside_one_document_are_within() -> None:
    names = {"Fatah Alliance": ("f", BODY), "Fateh Alliance": ("f", BODY)}
    (found,) = findings(pool(make_source("a.txt", "Fatah Alliance and then Fateh Alliance.", names)))
    assert found.scope is Scope.WITHIN
    assert found.conflict_class is ConflictClass.SPELLING


def test_dotted_and_plain_abbreviations_of_a_body() -> None:
    names = {"PMF": ("pmf", BODY), "P.M.F.": ("pmf", BODY)}
    assert find("PMF units", "the P.M.F. said", names=names) == [["P.M.F.", "PMF"]]


@pytest.mark.parametrize(
    "names",
    [
        {"Hadi Karim": ("x", PERSON), "Karim": ("x", PERSON)},
        {"World Health Organization": ("x", BODY), "WHO": ("x", BODY)},
        {"Gulf Alliance": ("x", BODY), "The Hague Group": ("x", BODY)},
        {"Karim": ("x", PERSON), "Kareem": ("x", PERSON)},
        {"U.S.": ("x", PLACE), "US": ("x", PLACE)},
        {"AHMAD KARIM": ("x", PERSON), "Ahmad Karim": ("x", PERSON)},
        {"Asa’ib Group": ("x", BODY), "Asa'ib Group": ("x", BODY)},
    ],
)
def test_short_forms_case_and_apostrophes_are_no_variants(names: Names) -> None:
    one, two = names
    assert find(f"{one} came.", f"{two} left.", names=names) == []


def test_each_side_shows_its_first_place_in_each_document() -> None:
    names = {"Ali Hasan": ("x", PERSON), "Ali Hassan": ("x", PERSON)}
    a = make_source("a.txt", "Ali Hasan, Ali Hasan, Ali Hassan", names)
    (found,) = findings(pool(a, make_source("b.txt", "Ali Hasan", names)))
    assert [len(s.evidence) for s in found.sides] == [2, 1]


def test_numbers_and_short_words_must_be_equal() -> None:
    assert not are_spellings("Battalion 12", "Battalion 13")
    assert not are_spellings("Ann Lee", "Ian Lee")
    assert are_spellings("Mojahedin Organisation", "Mujahedin Organization")


def test_what_counts_as_abbreviation() -> None:
    assert all(is_abbreviation(x) for x in ("PMF", "P.M.F.", "MeK", "UNESCO"))
    assert not any(is_abbreviation(x) for x in ("Badr", "Al-Amiri", "United Nations", "A", ""))
