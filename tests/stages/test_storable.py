"""Whatever a reader gives, the database can keep it."""

from provenance.model.notices import Code, Notice
from provenance.model.sources import Basis, Content, Furniture, FurnitureKind, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.readers.interface import Document
from provenance.stages.storable import make_storable, with_statements

TEXT = "One text."


def document(text: str = TEXT, **fields: object) -> Document:
    content = Content("0" * 64, b"", "text/plain", "utf-8", "plain", text, "en")
    source = Source("s-1", "a.txt", State.READ, content.id, text=text, language="en", **fields)  # type: ignore[arg-type]
    return Document(source, content)


def test_sound_document_stays_as_it_is() -> None:
    part = Furniture(Span("s-1", 0, 3), FurnitureKind.TEASER, "a link")
    found = document(
        metadata=(Metadatum("title", "One", Basis.STATED, Span("s-1", 0, 3)),), furniture=(part,)
    )
    assert make_storable(found) == found


def test_text_that_cannot_be_kept_is_refused_and_says_so() -> None:
    for text in ("a\0b", "a\ud800b"):
        fit = make_storable(document(text))
        assert (fit.content, fit.source.state, fit.source.text) == (None, State.REFUSED, "")
        assert [notice.code for notice in fit.source.notices] == [Code.READER_CRASHED]
        assert fit.source.problem == str(fit.source.notices[0])


def test_names_and_values_that_cannot_be_kept_are_repaired() -> None:
    strange = Metadatum("title", "a\0b", Basis.METADATA, field="x\udc80")
    fit = make_storable(document(metadata=(strange,), notices=(Notice(Code.EMPTY, "\ud800"),))).source
    assert (fit.metadata[0].value, fit.metadata[0].field) == ("a\ufffdb", "x\ufffd")
    assert fit.notices[0].text == "\ufffd"


def test_places_outside_of_the_text_are_left_out_and_told() -> None:
    beyond = Metadatum("title", "One", Basis.STATED, Span("s-1", 0, 99))
    of_another = Furniture(Span("s-2", 0, 3), FurnitureKind.TEASER, "x")
    fit = make_storable(document(metadata=(beyond,), furniture=(of_another,))).source
    assert (fit.metadata[0].span, fit.furniture, fit.state) == (None, (), State.WARNED)
    assert fit.problem == "reader-crashed: 2 places outside of the text were left out"


def test_a_persons_word_goes_first_and_other_sidecars_last() -> None:
    own = Metadatum("title", "Own", Basis.STATED)
    said = (Metadatum("title", "Set", Basis.SET), Metadatum("title", "Beside", Basis.METADATA))
    language = Metadatum("language", "fr", Basis.SET)
    source = with_statements(document(metadata=(own,)).source, (language, *said))
    assert [one.value for one in source.metadata] == ["fr", "Set", "Own", "Beside"]
    assert source.language == "fr"
    assert with_statements(source, ()) == source


def test_a_persons_word_from_within_an_archive_goes_first_too() -> None:
    own = Metadatum("title", "Own", Basis.STATED)
    inside = (Metadatum("title", "Inside", Basis.SET), Metadatum("language", "fr", Basis.SET))
    found = document(metadata=(own, *inside)).source
    source = with_statements(found, ())
    assert [one.value for one in source.metadata] == ["Inside", "fr", "Own"]
    assert source.language == "fr"
    source = with_statements(found, (Metadatum("title", "Outside", Basis.SET),))
    assert [one.value for one in source.metadata] == ["Outside", "Inside", "fr", "Own"]
