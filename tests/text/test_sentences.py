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


@pytest.mark.parametrize(
    "text",
    [
        "渡口昨天关闭了。|船员说，水位太高！|什么时候再开？|没有人知道。",
        "橋は夜に閉じた｡|朝には開くという。",
        "पुल कल बंद था।|नाव वाले ने कहा कि पानी ऊँचा है॥|आज खुलेगा।",
        "پل کل بند تھا۔|ملاح نے کہا کہ پانی بہت ہے۔|آج کھلے گا",
        "ድልድዩ ትናንት ተዘግቶ ነበር።|ለምን፧|ማንም አያውቅም።",
        "တံတားကို မနေ့က ပိတ်ခဲ့သည်။|ယနေ့ ဖွင့်မည်။",
        "ស្ពានត្រូវបានបិទកាលពីម្សិលមិញ។|ថ្ងៃនេះនឹងបើក៕",
    ],
)
def test_scripts_without_a_space_after_the_stop_are_parted_at_it(text: str) -> None:
    parts = text.split("|")
    assert sentences("".join(parts)) == parts
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    ["船长说：「船不开。」就走了。", "他（不是我。）走了。", "Yahoo！ニュースが伝えた。", "你说什么？！"],
)
def test_what_goes_on_behind_a_closing_mark_or_in_a_name_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_closing_mark_at_the_end_belongs_to_its_sentence() -> None:
    assert sentences("「船不开。」 没有人说话。\n他走了。（完。）") == [
        "「船不开。」",
        "没有人说话。",
        "他走了。",
        "（完。）",
    ]


@pytest.mark.parametrize("part", ["。", "。」", "！a", "。.", "a。", '।"', ".)", "。\n"])
def test_a_page_of_stops_is_read_in_one_go(part: str) -> None:
    found = find_sentences(part * 40_000)
    assert found and found[-1][1] >= 40_000


def test_paragraphs_stand_between_blank_lines() -> None:
    text = " one\ntwo\n \n\nthree \n"
    assert [text[s:e] for s, e in find_paragraphs(text)] == ["one\ntwo", "three"]


@given(st.text(alphabet=st.sampled_from('aB .!?\n\r"”’)U1é\u2029。」！।漢')))
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
