"""Folding with a way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.folding import fold, fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Asa’ib Ahl al-Haq", "asaib ahl al haq"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("co\u00adoperation", "cooperation"),
        ("ﬁre", "fire"),
        ("  — “Quoted”, twice! ", "quoted twice"),
        ("Ελλάδα", "ελλαδα"),
        ("محمّد", "محمد"),
        ("", ""),
        ("…", ""),
    ],
)
def test_folding_drops_what_readers_overlook(text: str, folded: str) -> None:
    assert fold_text(text) == folded


@given(st.text())
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text).text == fold_text(text)


@given(st.text())
def test_every_folded_letter_comes_from_its_origin(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for letter, offset in zip(folded.text, folded.origin, strict=True):
        assert letter == " " or letter in fold_text(text[offset])


@given(st.text(), st.data())
def test_a_folded_range_maps_to_a_range_of_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original_range(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end].strip() in fold_text(text[first:last])
