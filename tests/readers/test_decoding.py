"""Bytes become text, and a guess is always said to be one."""

import codecs
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.readers.decoding import Decoded, check_text, decode

ENGLISH = "The café on the quay stayed open, “as always”, said Zoë – and nobody minded.\n"
RUSSIAN = "Капитан сообщил, что судно вышло из порта в понедельник вечером и не вернулось.\n" * 3
ARABIC = "قال المتحدث إن السفينة غادرت الميناء مساء الاثنين ولم تعد حتى الآن.\n" * 3
POLISH = "Kapitan powiedział, że statek opuścił port w poniedziałek i nie powrócił. Rodziny wciąż czekają.\n"
TURKISH = (
    "Kaptan, geminin akşam limandan ayrıldığını ve bir daha geri dönmediğini söyledi; aileler bekliyor.\n"
)
FRENCH = (
    "Le capitaine a déclaré que le navire avait quitté le port et n’était jamais revenu ; à l’aube, rien.\n"
)
JAPANESE = "船長によると、船は月曜日の夜に港を出たまま戻っていない。家族は今も知らせを待っている。\n"
KOREAN = "선장은 배가 월요일 저녁에 항구를 떠난 뒤 돌아오지 않았다고 말했다.\n"


def codes(decoded: Decoded) -> list[Code]:
    """Codes of what was noticed, in order."""
    return [notice.code for notice in decoded.notices]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff") and decoded.encoding == "utf-8"


@pytest.mark.parametrize(
    "text", ["a\rb\r", "a\r\nb\r\n", "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg", "cafe\u0301"]
)
def test_line_breaks_and_marks_stay_as_they_are(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC])
def test_wide_encodings_without_a_mark_are_guessed(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text and codes(decoded) == [Code.ENCODING_GUESSED]


def test_half_a_unit_at_the_end_costs_only_itself() -> None:
    marked = decode(codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le") + b"A")
    assert marked.text == ENGLISH + "\ufffd" and codes(marked) == [Code.DECODE_REPLACED]
    bare = decode(ENGLISH.encode("utf-16-be") + b"A")
    assert bare.text == ENGLISH + "\ufffd" and codes(bare) == [Code.ENCODING_GUESSED, Code.DECODE_REPLACED]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (ARABIC, "cp1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
    ],
)
def test_a_guess_is_right_and_names_the_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text and codes(decoded) == [Code.ENCODING_GUESSED]
    assert decoded.notices[0].text.startswith(f"{encoding} (charset-normalizer: coherence ")


def test_what_the_page_declares_is_no_guess() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), declared="windows-1251")
    assert (decoded.text, decoded.encoding, decoded.notices) == (RUSSIAN, "cp1251", ())


def test_names_of_encodings_mean_what_browsers_make_of_them() -> None:
    assert decode("“a” café".encode("cp1252"), declared="ISO-8859-1").text == "“a” café"
    assert decode("镕基".encode("gb18030"), declared="gb2312").text == "镕基"


def test_a_declared_encoding_with_a_few_bad_bytes_is_kept() -> None:
    decoded = decode((JAPANESE * 9).encode("euc_jp") + b"\xff", declared="euc-jp")
    assert decoded.text == JAPANESE * 9 + "\ufffd" and codes(decoded) == [Code.DECODE_REPLACED]


def test_utf8_wins_over_a_false_declaration_with_a_warning() -> None:
    decoded = decode(ENGLISH.encode(), declared="iso-8859-1")
    assert decoded.text == ENGLISH and codes(decoded) == [Code.ENCODING_CONFLICT]
    assert "iso-8859-1" in decoded.notices[0].text


@pytest.mark.parametrize("declared", ["utf-7", "UTF7", "unicode-1-1-utf-7"])
def test_utf7_is_never_honoured(declared: str) -> None:
    decoded = decode(b"plain +ADw- words", declared=declared)
    assert decoded.text == "plain +ADw- words" and codes(decoded) == [Code.ENCODING_UNSUPPORTED]


@pytest.mark.parametrize("declared", ["no-such", "rot13", "", "base64", "x\x00y", "é", "idna", "utf-16"])
def test_an_odd_declaration_does_no_harm(declared: str) -> None:
    assert decode(b"plain +ADw- words", declared=declared) == Decoded("plain +ADw- words", "utf-8")
    assert decode(ENGLISH.encode("cp1252"), declared=declared).text == ENGLISH


def test_a_file_cut_inside_a_character_keeps_its_text() -> None:
    decoded = decode("Das Schiff heißt Möwe".encode()[:-3])
    assert decoded.text.endswith("\ufffd") and decoded.encoding == "utf-8"
    assert codes(decoded) == [Code.DECODE_REPLACED]


@pytest.mark.parametrize(
    "bad", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80", b"\xff\xfe\xc0\xaf\xed\xa0\x80"]
)
def test_utf8_with_some_bad_bytes_stays_utf8_and_the_first_is_named(bad: bytes) -> None:
    decoded = decode(ENGLISH.encode() + bad + ENGLISH.encode())
    assert decoded.text.startswith(ENGLISH) and decoded.text.endswith("\ufffd" + ENGLISH)
    assert codes(decoded) == [Code.DECODE_REPLACED]
    assert f"at byte {len(ENGLISH.encode())}" in decoded.notices[0].text


@pytest.mark.parametrize(("text", "other"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (ARABIC, "cp1256")])
def test_two_encodings_in_one_file_are_not_read_as_the_other(text: str, other: str) -> None:
    decoded = decode(text.encode() + text.encode(other))
    assert decoded.text.startswith(text) and codes(decoded) == [Code.DECODE_REPLACED]


def test_encoded_surrogates_never_reach_the_text() -> None:
    decoded = decode(b"some plain text with \xed\xa0\x80 in it")
    assert not any("\ud800" <= c <= "\udfff" for c in decoded.text) and decoded.notices


def test_nul_is_replaced_one_for_one_so_that_offsets_stay() -> None:
    decoded = decode(b"one\x00two three")
    assert decoded.text == "one\ufffdtwo three" and codes(decoded) == [Code.NUL_BYTES]


@pytest.mark.parametrize("raw", [b"", b" \n\t ", "\u00a0\u3000\u200b".encode()])
def test_white_space_is_kept(raw: bytes) -> None:
    assert decode(raw).text == raw.decode()


@pytest.mark.parametrize(
    "raw", [bytes(4096), bytes(range(256)) * 9, codecs.BOM_UTF16_LE + Random(1).randbytes(9_000)]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(raw)
    assert caught.value.code == Code.BINARY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32-be", "cp1252"])
def test_the_beginning_of_a_text_in_any_encoding_passes(encoding: str) -> None:
    check_text((ENGLISH * 9).encode(encoding)[:301])


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except Unreadable as problem:
        assert str(problem)
    else:
        assert "\x00" not in decoded.text
        decoded.text.encode("utf-8")
