"""Sentences with words made when asked for: they are those that a plain reading of each sentence gives."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.mentions.sentences import split_sentences
from provenance.names.mentions.words import LONGEST_WORD, WORD

_SHOWN = (
    "The the Kim McKay NATO U.S. p.m. d'Arc O\u2019Neil\u2019s parents\u2019 "
    "Parents' A$ US$5 x\u200by Jose\u0301 "
    "al-Haq I. J. \u3002 ! ? , : \u201c ( ) \u2018 \u2028 \u00a0 Yahoo\uff01 a.b 5th 2010"
)
_LONG = ("y" * LONGEST_WORD, "Z" * (LONGEST_WORD + 1))
PIECES = st.sampled_from([*_SHOWN.split(" "), *_LONG, " ", "\n", "\n\n", "\0", "\U0001f600"])
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])).map("".join), max_size=25).map("".join)


@given(TEXTS)
def test_words_stand_where_they_say_and_none_is_left_out(text: str) -> None:
    words = [word for sentence in split_sentences(text) for word in sentence]
    assert [word.start for word in words] == sorted({word.start for word in words})
    assert all(text[word.start : word.end] == word.text for word in words)
    spans = [found.span() for found in WORD.finditer(text)]
    assert [word.start for word in words] == [s for s, e in spans if e - s <= LONGEST_WORD]


@given(TEXTS)
def test_what_is_known_of_a_sentence_without_its_words_is_what_its_words_say(text: str) -> None:
    for sentence in split_sentences(text):
        words = list(sentence)
        assert len(sentence) == len(words) > 0
        named = [n for n, word in enumerate(words) if word.is_capital or "-" in word.text]
        assert set(named) <= set(sentence.possible_names())
        assert sentence.acronyms() == {w.plain for w in words if w.is_acronym and len(w.plain) > 2}
        assert list(sentence.small_words()) == [w.plain for w in words if not w.is_capital]
        small = sum(not (w.is_capital or w.text.isupper() or w.text[:1].isdigit()) for w in words)
        assert sentence.small_share() * len(words) <= small + 1e-9


@given(TEXTS)
def test_a_sentence_is_a_sequence(text: str) -> None:
    for sentence in split_sentences(text):
        words = tuple(sentence)
        assert sentence[0].gap == ""
        assert sentence[0].is_opening
        assert sentence[-1] == words[-1]
        assert sentence[1:3] == words[1:3]
        assert [sentence.find(word.start) for word in words] == list(range(len(words)))
        assert sentence.at(-1) is None
        assert sentence.at(len(words)) is None
        assert sentence.at(0) == words[0]


def test_a_dollar_sign_makes_no_name_and_an_apostrophe_behind_an_s_an_owner() -> None:
    (sentence,) = split_sentences("It cost US$ 5 of the Smiths\u2019 money, “Well.")
    assert [word.text for word in sentence if word.is_capital] == ["It", "Smiths", "Well"]
    assert [word.text for word in sentence if word.is_possessive] == ["Smiths"]
    assert [word.text for word in sentence if word.is_opening] == ["It", "Well"]
