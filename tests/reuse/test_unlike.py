"""Passages end where both texts go on with sentences of their own."""

from attrs import evolve

from provenance.model.reuse import Alignment, ReuseKind
from provenance.reuse import find_alignments
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS

WORDS = evolve(KNOWLEDGE, function_words=frozenset("the a of with from for to in and was has been".split()))
NOTICE = (
    "Harbour Weekly is printed by Brandt and Sons at 4 Rope Walk. No part of it may be copied, stored or "
    "sent on without the consent of the printers, who answer letters within ten days of their arrival."
)
PIER = "Divers from the navy have begun to look for the anchor."
SCHOOL = "Lessons for the younger pupils resume with a concert in May."


def found(a: str, b: str) -> list[Alignment]:
    return find_alignments({"a": a, "b": b}, SETTINGS, WORDS)


def quotes(a: str, b: str) -> list[tuple[str, str]]:
    return [(each.a.quote(a), each.b.quote(b)) for each in found(a, b)]


def test_a_paragraph_of_their_own_on_both_sides_ends_the_passage() -> None:
    a, b = (f"{FERRY}\n\n{own}\n\n{NOTICE}" for own in (PIER, SCHOOL))
    assert quotes(a, b) == [(FERRY, FERRY), (NOTICE, NOTICE)]
    assert all(each.changes == () and each.kind is not ReuseKind.EDITED for each in found(a, b))


def test_words_of_grammar_in_both_of_them_are_nothing_in_common() -> None:
    own = "The bridge has been closed for repairs.", "The rector has been asked for money and a new bell."
    a, b = (f"{FERRY}\n\n{each}\n\n{NOTICE}" for each in own)
    assert quotes(a, b) == [(FERRY, FERRY), (NOTICE, NOTICE)]


def test_a_sentence_replaced_inside_a_copied_paragraph_is_an_edit() -> None:
    a, b = (f"{FERRY} {own} {MILL}" for own in (PIER, SCHOOL))
    assert quotes(a, b) == [(a, b)]


def test_a_paragraph_replaced_inside_a_long_copy_is_an_edit() -> None:
    a, b = (f"{FERRY}\n\n{MILL}\n\n{own}\n\n{BAKER}\n\n{NOTICE}" for own in (PIER, SCHOOL))
    assert quotes(a, b) == [(a, b)]


def test_a_paragraph_that_was_reworded_does_not_end_the_passage() -> None:
    own = "Divers from the navy will look for the anchor next week."
    a, b = (f"{FERRY}\n\n{each}\n\n{NOTICE}" for each in (PIER, own))
    assert quotes(a, b) == [(a, b)]


def test_a_paragraph_on_one_side_only_does_not_end_the_passage() -> None:
    a, b = f"{FERRY}\n\n{PIER}\n\n{NOTICE}", f"{FERRY}\n\n{NOTICE}"
    assert quotes(a, b) == [(a, b)]


def test_sentences_without_spaces_are_told_apart_in_the_same_way() -> None:
    first = "市長は昨夜の記者会見で、橋の修理がいつ終わるのかは誰にも分からないと率直に認めた。"
    last = "当紙の記事、写真、図表を無断で複製し、転載し、または配布することは固く禁じられています。"
    own = "港では夏祭りの準備が始まった。", "小学校に新しい図書室ができる。"
    a, b = (f"{first}\n\n{each}\n\n{last}" for each in own)
    assert [pair[0] == pair[1] for pair in quotes(a, b)] == [True, True]
