"""Language models behind the Tagger protocol."""

from importlib.util import find_spec

import pytest

from provenance.errors import UnknownModel
from provenance.model.names import EntityKind
from provenance.readers.taggers import ENGLISH_MODELS, SpacyTagger, load_tagger

HAS_MODEL = find_spec("spacy") is not None and any(find_spec(name) for name in ENGLISH_MODELS)
needs_model = pytest.mark.skipif(not HAS_MODEL, reason="no language model is installed: pip install .[nlp]")


def test_none_is_no_model() -> None:
    assert load_tagger("none") is None


@pytest.mark.parametrize("name", ["xx_no_such_model", "no.such.model", "", "os"])
def test_an_unknown_model_is_refused(name: str) -> None:
    with pytest.raises(UnknownModel, match="is installed"):
        load_tagger(name)


@needs_model
@pytest.mark.filterwarnings("default")
def test_a_model_marks_names_with_true_offsets() -> None:
    tagger = load_tagger("auto")
    assert isinstance(tagger, SpacyTagger)
    text = "Ångström é 🙂.\nAngela Merkel met Emmanuel Macron in Berlin on Tuesday."
    marks = tagger.tag(text)
    assert ("Angela Merkel", EntityKind.PERSON) in [(text[s:e], kind) for s, e, kind in marks]
    assert marks == sorted(marks)
    assert "spaCy" in tagger.version
    assert tagger.name in ENGLISH_MODELS


@needs_model
@pytest.mark.filterwarnings("default")
def test_an_empty_and_a_long_text_are_safe() -> None:
    tagger = load_tagger("auto")
    assert tagger is not None
    assert tagger.tag("") == []
    long = "Angela Merkel spoke.\n" * 2600
    marks = tagger.tag(long)
    assert all(long[start:end].strip() for start, end, _ in marks)
    assert marks[-1][0] > 50_000
