"""What was read in a text is kept, changes nothing of what is found, and has its bound."""

from provenance.text import kept as keeping
from provenance.text.kept import kept

LONG = "word " * 100


def test_a_text_is_read_once_and_each_caller_has_a_list_of_its_own() -> None:
    asked: list[str] = []

    @kept
    def letters(text: str, letter: str) -> list[int]:
        asked.append(letter)
        return [at for at, one in enumerate(text) if one == letter]

    first = letters(LONG, "w")
    first.append(-1)
    assert letters(LONG, "w") == [at for at, one in enumerate(LONG) if one == "w"]
    assert letters(LONG, "o") != letters(LONG, "w")
    assert asked == ["w", "o"]


def test_short_and_very_long_texts_are_read_each_time() -> None:
    asked: list[int] = []

    @kept
    def sizes(text: str) -> list[int]:
        asked.append(len(text))
        return [len(text)]

    for text in ("short", "x" * (keeping.MOST_CHARACTERS + 1)):
        assert sizes(text) == sizes(text) == [len(text)]
    assert len(asked) == 4


def test_what_was_not_asked_for_longest_goes_first() -> None:
    asked: list[str] = []

    @kept
    def heads(text: str) -> list[str]:
        asked.append(text[0])
        return [text[0]]

    third = keeping.MOST_CHARACTERS // 3
    for letter in "abca":
        heads(letter * third)
    heads("d" * third)
    heads("a" * third)
    heads("b" * third)
    assert asked == list("abcdb")
