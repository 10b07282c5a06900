"""Which words of two names belong together."""

from provenance.names.comparing.words import NameWord, pair_words, word_similarity


def words(text: str) -> list[NameWord]:
    return [NameWord(word, word.lower()) for word in text.split()]


def test_words_find_each_other_in_another_order() -> None:
    pairing = pair_words(words("Hadi Amiri"), words("Ameri Hadi"))
    assert [(pair.place_a, pair.place_b) for pair in pairing.pairs] == [(0, 1), (1, 0)]
    assert not pairing.is_in_order
    assert pairing.left_a == pairing.left_b == ()


def test_a_word_finds_the_same_written_apart() -> None:
    pairing = pair_words(words("Kim Jongun"), words("Kim Jong Un"))
    assert [len(pair.b) for pair in pairing.pairs] == [1, 2]
    assert pairing.left_b == ()
    other = pair_words(words("Kim Jong Un"), words("Kim Jongun"))
    assert [len(pair.a) for pair in other.pairs] == [1, 2]


def test_other_words_are_left_without_a_partner() -> None:
    pairing = pair_words(words("Bashar Assad"), words("Maher Assad"))
    assert (pairing.left_a, pairing.left_b) == ((0,), (0,))


def test_an_initial_is_a_weak_sign_of_its_word() -> None:
    assert word_similarity(*words("W Walker")) == 0.9
    assert word_similarity(*words("H Walker")) < 0.5


def test_digits_are_equal_or_nothing() -> None:
    assert word_similarity(*words("18 19")) == 0.0
    assert word_similarity(*words("18 18")) == 1.0


def test_a_glued_article_counts_where_the_other_name_shows_one() -> None:
    assert word_similarity(NameWord("Sisi", "sisi", has_article=True), NameWord("Elsisi", "elsisi")) > 0.9
    assert word_similarity(NameWord("bert", "bert"), NameWord("albert", "albert")) < 0.9


def test_compounds_of_one_sort_are_told_apart_by_what_they_do_not_share() -> None:
    assert word_similarity(*words("abdrahim abdrahman")) < 0.78
    assert word_similarity(*words("nizamuddin nizameddin")) > 0.9
    assert word_similarity(*words("hojat hojatollah")) == 0.78


def test_scripts_without_vowels_are_compared_by_consonants() -> None:
    assert word_similarity(NameWord("Hadi", "hadi"), NameWord("hady", "hady", is_vowelless=True)) > 0.9
