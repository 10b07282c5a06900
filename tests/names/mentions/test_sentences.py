"""Sentences of words: they are those that a plain reading of each sentence gives."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.mentions.sentences import split_sentences
from provenance.names.mentions.words import LONGEST_WORD, UNSEEN, WORD

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
    placed = [(sentence, n) for sentence in split_sentences(text) for n in range(len(sentence))]
    starts = [sentence.start(n) for sentence, n in placed]
    assert starts == sorted(set(starts))
    assert all(text[sentence.start(n) : sentence.end(n)] == sentence[n].text for sentence, n in placed)
    spans = [found.span() for found in WORD.finditer(text)]
    assert starts == [s for s, e in spans if e - s <= LONGEST_WORD]


@given(TEXTS)
def test_what_is_known_of_a_sentence_is_what_its_words_say(text: str) -> None:
    for sentence in split_sentences(text):
        words = list(sentence)
        assert words
        named = [n for n, word in enumerate(words) if word.is_capital or "-" in word.text]
        assert set(named) <= set(sentence.possible_names())
        small = sum(not (w.is_capital or w.text.isupper() or w.text[:1].isdigit()) for w in words)
        assert sentence.small_share() * len(words) <= small + 1e-9


@given(TEXTS)
def test_a_sentence_opens_with_its_first_word_and_other_words_know_what_stands_before_them(text: str) -> None:
    for sentence in split_sentences(text):
        assert sentence[0].gap == ""
        assert sentence[0].is_opening
        for n in range(1, len(sentence)):
            is_whole = not sentence[n - 1].is_possessive and "." not in text[sentence.end(n - 1) :][:1]
            between = text[sentence.end(n - 1) : sentence.start(n)]
            if is_whole and not any(len(word) > LONGEST_WORD for word in WORD.findall(between)):
                assert sentence[n].gap == UNSEEN.sub("", between)


def test_words_that_are_written_alike_are_one_object() -> None:
    first, second = split_sentences("They saw the sea; the sea saw them. They saw the sea; the sea saw them.")
    assert all(one is other for one, other in zip(first, second, strict=True))
    assert first[2] is not first[4]
    assert first[3] is first[5]


def test_a_dollar_sign_makes_no_name_and_an_apostrophe_behind_an_s_an_owner() -> None:
    (sentence,) = split_sentences("It cost US$ 5 of the Smiths\u2019 money, “Well.")
    assert [word.text for word in sentence if word.is_capital] == ["It", "Smiths", "Well"]
    assert [word.text for word in sentence if word.is_possessive] == ["Smiths"]
    assert [word.text for word in sentence if word.is_opening] == ["It", "Well"]
