"""Sentences and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.sentences import find_paragraphs, find_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ilse Brandt met Mr. Okafor at 4.20 a.m. on the quay.",
        "The U.S. Secretary of State spoke.",
        "It rose by 3.5 percent.",
        "J. R. R. Tolkien wrote it.",
        "He said it was “fine.” and left.",
        "The vessel, built by Hadi Co. of Oran, sank.",
    ],
)
def test_this_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_closing_quotation_marks_belong_to_their_sentence() -> None:
    assert sentences("“We saw it.” Nobody came.") == ["“We saw it.”", "Nobody came."]


def test_a_sentence_may_end_with_an_abbreviation() -> None:
    assert sentences("They flew to the U.S. The rest stayed.") == [
        "They flew to the U.S.",
        "The rest stayed.",
    ]


def test_the_pronoun_i_is_no_initial() -> None:
    assert sentences("So do I. The rest stayed.") == ["So do I.", "The rest stayed."]


def test_wrapped_lines_are_one_sentence_and_headlines_stand_alone() -> None:
    text = "Fire at the depot\nBy Hana Lindqvist\nThe fire broke out\nin the night. It burned.\n"
    assert sentences(text) == [
        "Fire at the depot",
        "By Hana Lindqvist",
        "The fire broke out\nin the night.",
        "It burned.",
    ]


def test_carriage_returns_count_as_line_breaks() -> None:
    assert sentences("One line\r\nAnother line\r\n") == ["One line", "Another line"]


def test_other_scripts_have_their_own_stops() -> None:
    assert len(sentences("هل وصل؟ نعم وصل.")) == 2


def test_paragraphs_stand_between_blank_lines() -> None:
    text = " one\ntwo\n \n\nthree \n"
    assert [text[s:e] for s, e in find_paragraphs(text)] == ["one\ntwo", "three"]


@given(st.text(alphabet=st.sampled_from('aB .!?\n\r"”’)U1é\u2029')))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    position = 0
    for start, end in find_sentences(text):
        assert start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t\u2029")))
def test_nothing_but_white_space_lies_between_paragraphs(text: str) -> None:
    position = 0
    for start, end in find_paragraphs(text):
        assert text[position:start].strip() == ""
        position = end
    assert text[position:].strip() == ""
