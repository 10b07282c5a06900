"""Given names that are forms of one name in two languages."""

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge


def test_a_form_of_another_language_is_no_spelling_however_alike_it_sounds() -> None:
    compared = compare_names("Joseph Mansouri", "Yousef al-Mansouri", "person", load_knowledge())
    assert compared.verdict == "unsure"
    assert any("forms of one" in reason.text for reason in compared.reasons)


def test_spellings_that_begin_alike_or_with_a_glide_stay_spellings() -> None:
    knowledge = load_knowledge()
    for a, b in (("Yevgeny Prigov", "Evgeny Prigov"), ("Dzhokhar Dudin", "Jokhar Dudin")):
        assert compare_names(a, b, "person", knowledge).verdict == "same"
