"""Bytes become text, and a guess is always said to be one."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.readers.decoding import decode

ENGLISH = "The café on the quay stayed open, “as always”, said Zoë – and nobody minded.\n"
RUSSIAN = "Капитан сообщил, что судно вышло из порта в понедельник вечером и не вернулось.\n" * 3
ARABIC = "قال المتحدث إن السفينة غادرت الميناء مساء الاثنين ولم تعد حتى الآن.\n" * 3


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.isalnum))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff") and decoded.encoding == "utf-8"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notices) == (ENGLISH, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_guessed(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding))
    assert decoded.text == ENGLISH and "guessed" in decoded.notices[0].text


@pytest.mark.parametrize(
    ("text", "encoding"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (ARABIC, "cp1256")]
)
def test_a_guess_is_right_and_names_the_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.notices == (f"encoding guessed: {encoding}",)


def test_what_the_page_declares_is_no_guess() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), declared="windows-1251")
    assert (decoded.text, decoded.encoding, decoded.notices) == (RUSSIAN, "cp1251", ())


def test_utf8_wins_over_a_false_declaration_with_a_warning() -> None:
    decoded = decode(ENGLISH.encode(), declared="iso-8859-1")
    assert decoded.text == ENGLISH and "iso-8859-1" in decoded.notices[0].text


@pytest.mark.parametrize("declared", ["utf-7", "no-such", "rot13", "", "base64"])
def test_an_odd_declaration_does_no_harm(declared: str) -> None:
    assert decode(b"plain +ADw- words", declared=declared).text == "plain +ADw- words"


def test_a_file_cut_inside_a_character_keeps_its_text() -> None:
    decoded = decode("Das Schiff heißt Möwe".encode()[:-3])
    assert decoded.text.endswith("\ufffd") and decoded.encoding == "utf-8"
    assert "not valid UTF-8 at byte" in decoded.notices[0].text


def test_utf8_with_some_bad_bytes_stays_utf8() -> None:
    decoded = decode(ENGLISH.encode() + b"\xff" + ENGLISH.encode())
    assert decoded.text == ENGLISH + "\ufffd" + ENGLISH and decoded.notices


def test_encoded_surrogates_never_reach_the_text() -> None:
    decoded = decode(b"some plain text with \xed\xa0\x80 in it")
    assert not any("\ud800" <= c <= "\udfff" for c in decoded.text) and decoded.notices


def test_nul_is_replaced_one_for_one_so_that_offsets_stay() -> None:
    decoded = decode(b"one\x00two three")
    assert decoded.text == "one\ufffdtwo three" and "NUL" in decoded.notices[0].text


def test_wrongly_decoded_text_is_flagged_and_not_repaired() -> None:
    garbled = "café, Zoë, naïve".encode().decode("cp1252")
    decoded = decode(garbled.encode())
    assert decoded.text == garbled and "decoded wrongly" in decoded.notices[0].text


def test_direction_overrides_are_flagged() -> None:
    assert "invisible" in decode("a \u202etxet desrever\u202c b".encode()).notices[0].text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except Unreadable as problem:
        assert str(problem)
    else:
        assert "\x00" not in decoded.text
        decoded.text.encode("utf-8")
