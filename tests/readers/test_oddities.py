"""What is odd in a text is said once, with its place; what belongs to a script or language is not odd."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.notices import Code
from provenance.readers.oddities import LONGEST_WORD, find_oddities, is_blank
from provenance.readers.repetition import MOST_NAMES, MOST_REPEATS
from tests.growth import steps

PARAGRAPH = "The ferry left the quay at noon with forty people on board and did not come back that day.\n\n"


def codes(text: str) -> list[Code]:
    """Codes of what is odd in `text`."""
    return [notice.code for notice in find_oddities(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a \u202etxet desrever\u202c b", Code.BIDI_CONTROL),
        ("\u2066\u2067unclosed", Code.BIDI_CONTROL),
        ("the fer\u200bry", Code.ZERO_WIDTH),
        ("the fer\u2060ry", Code.ZERO_WIDTH),
        ("Al\u200d-Amin", Code.ZERO_WIDTH),
        ("the fеrry", Code.MIXED_SCRIPT),
        ("Неrald", Code.MIXED_SCRIPT),
        ("Πаris Frοm", Code.MIXED_SCRIPT),
        ("кoрабль", Code.MIXED_SCRIPT),
        ("a" + "\u0301" * 31, Code.COMBINING_FLOOD),
        ("a" + "\u0300\u0323" * 40, Code.COMBINING_FLOOD),
        ("bell\x07", Code.CONTROL_CHARACTERS),
        ("\x1b[31mred\x1b[0m", Code.CONTROL_CHARACTERS),
        ("a\ufdd0b", Code.CONTROL_CHARACTERS),
        ("a\U0010ffffb", Code.CONTROL_CHARACTERS),
        ("gone" + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden"), Code.INVISIBLE_TAGS),
        ("a\ufe01\ufe02\ufe03b", Code.INVISIBLE_TAGS),
        ("x" * (LONGEST_WORD + 1), Code.TOKEN_TOO_LONG),
        (PARAGRAPH * MOST_REPEATS * 2, Code.REPEATED_PASSAGE),
        ("so " * 9_000, Code.REPEATED_PASSAGE),
        ("café, Zoë, naïve".encode().decode("cp1252"), Code.MOJIBAKE),
        ("“quoted” – and so on".encode().decode("latin-1"), Code.MOJIBAKE),
        ("“quoted” – and so on".encode().decode("cp1252", "replace"), Code.MOJIBAKE),
        ("“quoted”".encode().decode("cp1252", "replace").encode().decode("latin-1"), Code.MOJIBAKE),
        ("Капитан сообщил".encode().decode("latin-1"), Code.MOJIBAKE),
        ("Судно вышло в порт".encode().decode("cp1251", "replace"), Code.MOJIBAKE),
        ("قالت السفينة".encode().decode("cp1252", "replace"), Code.MOJIBAKE),
        ("the ï¿½quotedï¿½ word", Code.MOJIBAKE),
    ],
)
def test_what_is_odd_is_noticed_once(text: str, code: Code) -> None:
    assert codes(text).count(code) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One plain line.\r\nAnother\x0c\x1c\x1d\x1e\x85\u2028\u2029",
        "an old text ends so\n\x1a",
        "שלום \u200fabc\u200e עולם",
        "می\u200cخواهم بروم",
        "क्\u200dष और श्री\u200dमान",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "ภาษา\u200bไทย",
        "a line with a soft hy\u00adphen and a mark\ufeff at its end",
        "5 µm, ΔT, the β-decay, π²r, SMS-ка, COVID-ный, Ω, αβ",
        "НАТО и ООН, Судно «Мёве»",
        "Nouri al-Ma\u0304lik\u0131\u0302, Thị trường Việt Nam, ĐÀ NẴNG",
        "LE CAFÉ\u00a0! À «\u00a0L’ÉTÉ\u00a0», LA FORÊT… L’ÂGE D’OR, NOËL – Ô",
        "A IRMÃ» E A NAÇÃO”, NÃO… É “À MÃO”",
        "Das Maß« und „Ä“, 20\u00a0°C, Ü…",
        "Ðað er Þórðarson, Ærø – Åre",
        "x" * 9_000,
        "船長によると、船は月曜日の夜に港を出たまま戻っていない。" * 30,
        PARAGRAPH * 100,
        "1 0 0 0 2 0\n" * 9_000,
        "".join(f"Paragraph {n} says that {n * n} people left.\n\n" for n in range(9_000)),
    ],
)
def test_what_belongs_to_a_script_or_language_is_not_odd(text: str) -> None:
    assert find_oddities(text) == ()


def test_the_notice_names_sign_number_and_place() -> None:
    (notice,) = find_oddities("ab \u202ec\u202c")
    assert notice.text.startswith("2 characters") and "(U+202E) at character 3" in notice.text


def test_a_text_of_nothing_but_names_is_told() -> None:
    names = [
        f"{a}ra{b}n {c}el{d}o"
        for a in "ABCDEFGHIJ"
        for b in "bcdfghjklm"
        for c in "KLMNOPQRST"
        for d in "nprst"
    ]
    words = " said so.\n".join(names) * 2
    assert len(names) == MOST_NAMES and codes(words) == [Code.TOO_MANY_VARIANTS]


def test_too_many_paragraphs_are_told() -> None:
    assert Code.TOO_MANY_PASSAGES in codes("".join(f"No. {n}\n\n" for n in range(100_001)))


@pytest.mark.parametrize("text", ["", " \n", "\u00a0\u3000\u200b\ufeff", "\x00\x07"])
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text) and not is_blank(text + "x")


@given(st.text())
def test_any_text_gives_each_code_at_most_once(text: str) -> None:
    found = codes(text)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "piece", ["A b ", "\u0301", "Ã", "Ã©", "â€", "аa", "a\u200b", "\u202e", "\U000e0041", "\n", "É "]
)
def test_repetition_costs_no_more_than_its_length(piece: str) -> None:
    short, long = piece * 3_000, piece * 6_000
    find_oddities(long)
    assert steps(lambda: find_oddities(long)) <= 2.5 * steps(lambda: find_oddities(short)) + 20
