"""Phrases of several words are found in a name."""

from provenance.names.comparing.phrases import Phrases

PHRASES = Phrases({"iraq": "IQ", "ivory coast": "CI", "ivory": "?", "a b c": "x"})


def test_the_longest_phrase_wins_and_covers_all_its_words() -> None:
    assert PHRASES.find("army of ivory coast".split()) == {2: "CI", 3: "CI"}
    assert PHRASES.find("ivory tower".split()) == {0: "?"}
    assert PHRASES.find("a b a b c iraq".split()) == {2: "x", 3: "x", 4: "x", 5: "IQ"}


def test_what_is_no_phrase_is_not_found() -> None:
    assert PHRASES.find("coast ivor".split()) == {}
    assert PHRASES.find([]) == {}
    assert Phrases({}).find(["iraq"]) == {}
