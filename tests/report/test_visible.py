"""Hidden characters become marks; everything else stays."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from provenance.report.visible import HIDDEN, pieces, visible


def test_controls_and_direction_marks_are_named() -> None:
    assert visible("a\x00b\x1b[31m") == "a[U+0000]b[U+001B][31m"
    assert visible("\u202egpj.exe") == "[U+202E]gpj.exe"
    assert visible("a\u200bb\ufeff\U000e0041") == "a[U+200B]b[U+FEFF][U+E0041]"


def test_lone_surrogates_can_be_written() -> None:
    assert visible("\udcff").encode() == b"[U+DCFF]"


def test_line_ends_become_one_kind() -> None:
    assert visible("a\r\nb\nc\rd") == "a\nb\nc[U+000D]d"


def test_joiners_that_scripts_need_stay() -> None:
    assert visible("می\u200cخواهم 👩\u200d🚒 co\u00adoperate") == "می\u200cخواهم 👩\u200d🚒 co\u00adoperate"


def test_every_control_character_is_hidden() -> None:
    controls = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) == "Cc"]
    assert [c for c in controls if not HIDDEN.fullmatch(c)] == ["\t", "\n"]


def test_every_direction_control_is_hidden() -> None:
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    found = [chr(n) for n in range(0x110000) if unicodedata.bidirectional(chr(n)) in kinds]
    assert len(found) == 9
    assert all(HIDDEN.fullmatch(c) for c in found)


@given(text=st.text())
def test_nothing_hidden_is_left_and_nothing_else_is_lost(text: str) -> None:
    assert not HIDDEN.search(visible(text))
    kept = "".join(piece for piece, is_mark in pieces(text) if not is_mark)
    assert kept == HIDDEN.sub("", text).replace("\r\n", "\n")
