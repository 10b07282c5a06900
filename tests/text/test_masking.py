"""Text with parts of it blanked."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import Basis, Furniture, FurnitureKind, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.text.masking import article_length, is_all_furniture, lacks_article, mask, mask_furniture

TEXT = "Home Sport\n\nBy Nora Quill\n\nThe mill burned down.\r\n\u00a9 2014 The Echo"


def part(start: int, end: int, kind: FurnitureKind = FurnitureKind.NAVIGATION) -> Furniture:
    return Furniture(Span("s", start, end), kind, "so it looks")


def source(*parts: Furniture, **stated: tuple[int, int]) -> Source:
    metadata = tuple(
        Metadatum(name, TEXT[slice(*at)], Basis.STATED, Span("s", *at)) for name, at in stated.items()
    )
    return Source("s", "a.html", State.READ, text=TEXT, metadata=metadata, furniture=parts)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_offsets_and_line_breaks_stay(text: str, ranges: list[tuple[int, int]]) -> None:
    spans = [Span("s", start, min(len(text), start + size)) for start, size in ranges if start < len(text)]
    masked = mask(text, spans)
    assert len(masked) == len(text)
    for place, (before, after) in enumerate(zip(text, masked, strict=True)):
        is_inside = any(span.start <= place < span.end for span in spans)
        assert after == (" " if is_inside and before not in "\r\n" else before)


def test_kinds_that_are_kept_stay_readable() -> None:
    one = source(part(0, 10), part(50, 65, FurnitureKind.NOTICE))
    assert mask_furniture(one, (FurnitureKind.NOTICE,)).text == " " * 10 + TEXT[10:]
    assert mask_furniture(source()) == source()


def test_what_metadata_quote_from_furniture_stays_if_asked_for() -> None:
    one = source(part(0, 25), author=(15, 25))
    assert mask_furniture(one).text[:25].split() == []
    assert mask_furniture(one, with_statements=True).text[:25].split() == ["Nora", "Quill"]


def test_a_text_of_furniture_and_a_title_has_no_article() -> None:
    assert not is_all_furniture(source())
    assert not is_all_furniture(source(part(0, 25)))
    assert is_all_furniture(source(part(0, 25), part(27, len(TEXT))))
    assert is_all_furniture(source(part(0, 10), part(27, len(TEXT)), author=(12, 25)))


def test_a_title_that_reads_like_a_paragraph_is_an_article() -> None:
    text = "Home Sport\n\nThe director said that fourteen men were hurt on Tuesday."
    title = Metadatum("title", text[12:], Basis.STATED, Span("s", 12, len(text)))
    assert not lacks_article(text, [part(0, 10)], [title])
    headline = Metadatum("title", text[12:-1], Basis.STATED, Span("s", 12, len(text) - 1))
    assert lacks_article(text, [part(0, 10)], [headline])


def test_the_article_is_as_long_as_what_is_no_furniture() -> None:
    assert article_length(source(part(0, 10), part(12, 25))) == len(TEXT) - 23
