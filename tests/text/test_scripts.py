"""Letters of another script inside words: which, what they look like, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.scripts import (
    find_strangers,
    is_disguised,
    main_script,
    name_strangers,
    read_strangers,
    script_of,
)
from tests.growth import steps


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("a", "Latin"),
        ("ß", "Latin"),
        ("і", "Cyrillic"),
        ("ο", "Greek"),
        ("ס", "Hebrew"),
        ("ا", "Arabic"),
        ("Հ", "Armenian"),
        ("Ａ", "Latin"),
        ("𝐇", "Latin"),
        ("\u2126", "Greek"),
        ("7", ""),
        ("\u0301", ""),
        ("ʻ", ""),
        ("日", ""),
        ("ส", ""),
        ("\ue000", ""),
    ],
)
def test_a_letter_has_the_script_of_its_name(letter: str, script: str) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("name", "strangers", "read"),
    [
        ("Gudrun Lіnd", "і", ("Gudrun Lind",)),
        ("Оscar Нaugen", "ОН", ("Oscar Haugen",)),
        ("Μaria Costa", "Μ", ("Maria Costa",)),
        ("Ꮪandra", "Ꮪ", ("Sandra",)),
        ("АВС Bank", "АВС", ("ABC Bank",)),
        ("Гоpбачёв", "p", ("Горбачёв",)),
        ("G\u200budrun L\u00adіnd", "і", ("G\u200budrun L\u00adind",)),
        ("T0kyo", "0", ("Tokyo",)),
        ("T0KYO", "0", ("ToKYO",)),
        ("L1nda", "1", ("Linda", "Llnda")),
        ("0slo", "0", ("oslo",)),
        ("Osl0 Port", "0", ("Oslo Port",)),
    ],
)
def test_strangers_are_found_and_read_as_they_look(name: str, strangers: str, read: tuple[str, ...]) -> None:
    assert "".join(find_strangers(name)) == strangers
    assert read_strangers(name) == read


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Gudrun Lind",
        "Горбачёв",
        "Mikhail Горбачёв",
        "Αθήνα",
        "日本NHK",
        "ป๊อปUp",
        "José Ñuñez",
        "ﬁre Ｂank",
        "H1N1",
        "A380",
        "MI6",
        "M23",
        "1980s",
        "21st",
        "100th",
        "F16",
        "U2",
        "B1",
        "007",
        "Formula 1",
        "COVID-19",
        "Channel4",
        "ʻAlī al-Ḥusaynī",
    ],
)
def test_ordinary_names_have_none(name: str) -> None:
    assert find_strangers(name) == ()
    assert read_strangers(name) == ()
    assert name_strangers(name) == ""


def test_strangers_are_told_with_their_names() -> None:
    assert name_strangers("Lіnd") == (
        "a letter of another script among Latin letters: і (CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I)"
    )
    assert name_strangers("Горбaчёв") == (
        "a letter of another script among Cyrillic letters: a (LATIN SMALL LETTER A)"
    )
    assert name_strangers("Оslо Port") == (
        "letters of another script among Latin letters: "
        "О (CYRILLIC CAPITAL LETTER O), о (CYRILLIC SMALL LETTER O)"
    )
    assert name_strangers("T0kyo") == "a digit among letters: 0 (DIGIT ZERO)"


def test_formulas_and_short_words_are_no_disguise_and_look_alikes_are() -> None:
    assert [is_disguised(word) for word in ("TGFβ", "ab", "аb", "Москва", "Paris")] == [False] * 5
    assert all(is_disguised(word) for word in ("Pаris", "Моscow", "Mоcквa", "РARIS", "Ꮪandra"))


def test_the_main_script_is_that_of_most_letters_and_latin_in_doubt() -> None:
    assert [main_script(n) for n in ("", "12", "Lіnd", "Горбaчёв", "аb", "日本")] == (
        ["Latin", "Latin", "Latin", "Cyrillic", "Latin", "Latin"]
    )


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("аеоіHadi01ο日\u200b\u0301 -")), max_size=40)
)
def test_readings_are_as_long_as_the_name_and_differ_only_at_strangers(name: str) -> None:
    strangers = set(find_strangers(name))
    assert bool(strangers) == bool(read_strangers(name))
    for read in read_strangers(name):
        assert len(read) == len(name)
        assert all(x == y or x in strangers for x, y in zip(name, read, strict=True))


@pytest.mark.parametrize("piece", ["Hаdі ", "0a1a", "а", "aа", "\u200bі", "АВС x "])
def test_twice_the_name_takes_about_twice_the_calls(piece: str) -> None:
    short, long = piece * 500, piece * 1000
    read_strangers(piece * 3)
    assert steps(lambda: read_strangers(long)) <= 2.5 * steps(lambda: read_strangers(short)) + 50
