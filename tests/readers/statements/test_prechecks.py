"""Looking first for what a pattern needs changes nothing but the time: compared with the patterns alone."""

import re
import string
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from provenance.readers.statements import furniture, lines, prompts, stamps
from provenance.readers.statements.prechecks import find_lines, fold_letters

_WORDS = (
    "please sign up subscribe get join 12,000 readers support donate become a member enter your e-mail "
    "stay informed never miss already subscriber this article is for to continue keep reading you have "
    "’ve reached want more like newsletter free subscribers only make donation in inbox unlimited "
    "access our journalism copyright © (c) 2019 1998 all rights reserved we our website uses cookies "
    "improve by continuing agree accept consent enable javascript java script turn on browser does not "
    "out of date opinions views expressed do may must be published reproduced without permission "
    "necessarily reflect those publication or redistribution distribution prohibited responsible the "
    "content external proudly powered WordPress material property of just a moment... checking Photo: "
    "Photo image photograph picture credit: courtesy AFP AP EPA Reuters REUTERS Getty Images via / ( ) "
    "[ ] | • · file video illustration screengrab - — . ! ? # > By Ann Lee Updated Posted Published on "
    "3 March 2018 3/4/2018 2018-03-04 2018/03/04 4.3.2018 4-Mar-2018 Mon Jan 15 2018, 10:15 EST Jänner "
    "2018年3月4日 Jan. ımage İMAGE ſubscribe coo\u212aies COO\u212aIES CREDİT"
).split()
_PIECE = st.sampled_from(_WORDS) | st.text(max_size=4)
_SPACE = st.sampled_from([" "] * 9 + ["", "  ", "\u00a0"])
_LINE = st.lists(st.tuples(_PIECE, _SPACE), max_size=16).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)
_TEXT = st.lists(st.tuples(_LINE, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"])), max_size=12).map(
    lambda pieces: "".join(line + end for line, end in pieces)
)


def test_every_character_that_is_taken_for_a_letter_is_folded_to_it() -> None:
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in string.ascii_lowercase:
        found = re.findall(letter, characters, re.IGNORECASE)
        assert {fold_letters(character) for character in found} == {letter}


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold_letters(text)) == len(text)
    assert fold_letters(text) == "".join(map(fold_letters, text))


@given(_TEXT | st.text(alphabet=" \t\n\r\u2028\u2029\x0b\x0c\x85ab*"))
def test_lines_are_those_between_breaks(text: str) -> None:
    hits = re.finditer(r"[^\n\r\u2028\u2029]+", text)
    assert find_lines(text, " *") == [hit.span() for hit in hits if hit.group().strip(" *")]


@given(_LINE)
@example("Copyright (c) 2019")
@example("COO\u212aIES: we use cookies")
def test_notices_and_invitations_are_those_that_the_patterns_find(text: str) -> None:
    text = text.strip()
    expected = None
    if text and len(text.split()) <= 60 and prompts.NOTICES.match(text):
        expected = furniture.Kind.NOTICE
    elif prompts.NEWSLETTER.match(text) and prompts.NEWSLETTER_ABOUT.search(text) and '"' not in text:
        expected = furniture.Kind.NEWSLETTER
    found = furniture._judge_notice(text)
    assert (found and found[0]) == expected


@given(_LINE)
@example("The harbour at night (AFP/Ann Lee)")
@example("The harbour at night. [Ann Lee/Reuters]")
@example("The harbour at night. Credit: Ann Lee")
def test_what_is_no_credit_without_the_pattern_is_none_with_it(line: str) -> None:
    begin = max(0, len(line) - furniture._TAIL_CHARS)
    if prompts.CREDIT_TAIL.search(line, begin):
        assert furniture._may_hold_credit(line[begin:])


@given(_LINE)
def test_captions_are_those_that_the_pattern_finds(line: str) -> None:
    assert lines._names_picture(line) == (lines._CAPTION.search(line) is not None)


@given(_LINE)
@example("Mon Jan 15 10:15:01 EST 2018")
@example("2018年3月4日")
def test_dates_are_those_that_all_patterns_find(line: str) -> None:
    possible = list(stamps._possible_dates(line))
    for pattern in (stamps._UNIX, *stamps._DATES):
        assert pattern in possible or not pattern.search(line)
    assert stamps.find_stamps(line) == list(stamps._read_stamps(line) if re.search(r"\d{4}", line) else ())


@given(_TEXT)
def test_a_page_read_line_by_line_is_the_page_read_at_once(text: str) -> None:
    page = lines.read_page(text)
    everything = list(lines.Lines(text))
    prose = [number for number, line in enumerate(everything) if line.is_prose]
    body = prose[0] if prose else len(everything)
    if prose[1:] and any(lines.is_credit(line) for line in everything[body + 1 : prose[1]]):
        body = prose[1]
    body = min(body, 40)
    assert (page.body_start, list(page.head)) == (body, everything[:body])
    assert list(page.foot) == everything[max(body, len(everything) - 12) :]
    assert page.lines.ends() == [line.end for line in everything]
    assert [text[line.start : line.end] for line in page.lines] == [line.text for line in everything]
    short = page.lines.find_short(1, 20, "tT")
    assert page.lines.find_short(0, 20) == [line for line in everything if len(line.text) <= 20]
    assert short == [line for line in everything[1:] if len(line.text) <= 20 and line.text[0] in "tT"]


def test_notices_of_change_begin_with_the_letters_that_are_looked_for() -> None:
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert re.findall("t", characters, re.IGNORECASE) == list("Tt")
