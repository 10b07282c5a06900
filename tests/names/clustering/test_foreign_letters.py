"""Acronyms of a name in another language are among its keys."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.clustering.foreign_letters import foreign_acronyms
from provenance.names.clustering.keys import blocking_keys
from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.initials import NameLetter, find_run
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
INITIALS = body_tables(KNOWLEDGE).initials
WORDS = st.lists(
    st.builds(
        NameLetter,
        st.sampled_from("research bank omsk of".split()),
        st.just(False),
        st.sampled_from(sorted(INITIALS)),
    ),
    max_size=6,
)


def test_a_russian_acronym_meets_the_english_name() -> None:
    names = ["NIITP", "JSC Research Institute of Precision Instruments"]
    shared = [blocking_keys(name, "organization", KNOWLEDGE) for name in names]
    assert "letters niitp" in shared[0] & shared[1]


def test_a_word_that_no_list_has_gives_its_own_letter() -> None:
    keys = blocking_keys("Kostroma Mechanical Plant", "organization", KNOWLEDGE)
    assert "letters kmz" in keys


@given(WORDS)
def test_each_acronym_is_found_again_in_the_name(words: list[NameLetter]) -> None:
    for letters in foreign_acronyms(words, INITIALS):
        assert 3 <= len(letters) <= 7
        assert find_run(letters, words, INITIALS) is not None


def test_many_words_make_few_acronyms() -> None:
    words = [NameLetter("plant", False, "plant"), NameLetter("science", False, "science")] * 12
    assert len(set(foreign_acronyms(words, INITIALS))) <= 1000
