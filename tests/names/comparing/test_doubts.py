"""What no agreement outweighs, and that small letters and capitals tell nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Walter P. Haskins", "Walter P. Haskins Jr."),
        ("Thomas Keane", "Thomas Keane III"),
        ("Oleg Orlov", "Oleg Orlovsky"),
        ("Goran Marković", "Goran Markov"),
        ("Vardan Sargsyan", "Vardan Sargsov"),
        ("Giorgi Beridze", "Giorgi Berishvili"),
        ("Anders Berg", "Anders Bergström"),
        ("Pavel Sidorov", "Pavel Sidorenko"),
        ("Kwame Asante", "Kwame Asante-Boakye"),
        ("Yusuf Ibrahim Ali", "Ali Ibrahim Yusuf"),
        ("王毅", "王艺"),
        ("박지원", "박지온"),
        ("Keiko Suzuki", "Kaiko Suzuki"),
        ("Tran Van Long", "Tran Van Luong"),
        ("Le Van Tho", "Le Van Thu"),
        ("Tom Hardy", "Tim Hardy"),
        ("Hamid Nouri", "حمد نوري"),
        ("Munir Bashir", "منار بشير"),
        ("Sok An", "សុខ អាន"),
        ("मनमोहन सिंह", "मनोहर सिंह"),
        ("Fabien Leroy", "Fabienne Leroy"),
        ("Augustin Petit", "Augustine Petit"),
    ],
)
def test_two_persons_are_never_the_same(a: str, b: str) -> None:
    found = compare_names(a, b, "person", KNOWLEDGE)
    assert found.verdict != "same"
    assert found.reasons[0].weight < 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Amitabh Bachchan", "अमिताभ बच्चन"),
        ("Mamata Banerjee", "মমতা ব্যানার্জী"),
        ("Hamid Nouri", "حميد نوري"),
        ("Walid Karimi", "وليد كريمي"),
        ("Moon Jae-in", "문재인"),
        ("Roh Tae-woo", "노태우"),
        ("Shuji Tsushima", "Syuzi Tusima"),
        ("Mikhail Bulgakov", "Michail Bulgakow"),
        ("Leonid Andropov", "Leonid Andropow"),
        ("Alexander Pushkin", "Alexander Pouchkine"),
        ("J. R. R. Tolkien", "jrr tolkien"),
    ],
)
def test_spellings_of_one_name_meet(a: str, b: str) -> None:
    assert compare_names(a, b, "person", KNOWLEDGE).verdict == "same"


def test_what_cannot_be_read_is_said() -> None:
    found = compare_names("Kakuei Tanaka", "田中角栄", "person", KNOWLEDGE)
    assert found.verdict == "unsure"
    assert any("Japan" in reason.text for reason in found.reasons)
    assert compare_names("ÿ", "", "person", KNOWLEDGE).reasons


WORDS = st.sampled_from(
    "John Ali Maria Hassan Smith Garcia Novak Petrov Suzuki A. B. J. K. II III Jr. de bin al-Amiri".split()
)
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(" ".join)
CASES = st.sampled_from([str.upper, str.lower])


@given(NAMES, NAMES, CASES, CASES)
@settings(deadline=None, max_examples=150)
def test_the_case_of_a_whole_name_tells_nothing(
    a: str, b: str, of_a: Callable[[str], str], of_b: Callable[[str], str]
) -> None:
    score = compare_names(a, b, "person", KNOWLEDGE).score
    assert compare_names(of_a(a), of_b(b), "person", KNOWLEDGE).score == pytest.approx(score)
