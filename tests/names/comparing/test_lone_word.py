"""Single words of no known kind."""

from provenance.names.comparing.lone_word import lone_word_evidence, lone_words


def test_only_single_words_that_write_their_vowels_are_taken() -> None:
    assert lone_words("Sergei", "Сергей") == ("sergei", "sergey")
    assert lone_words("Sergei Orlov", "Sergei") is None
    assert lone_words("محمد", "Muhammad") is None
    assert lone_words("...", "x") is None


def test_the_more_alike_two_words_sound_the_more_they_weigh() -> None:
    pairs = [("orlov", "orlov"), ("sergei", "sergey"), ("orlov", "orloff"), ("orlov", "petrenko")]
    weights = [lone_word_evidence(a, b)[0].weight for a, b in pairs]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0 > weights[-1]
    assert lone_word_evidence("orlov", "petrenko")[0].text == "sounds otherwise: orlov / petrenko"
