"""Which language a text is in."""

import io
import lzma
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

LEAST_LETTERS = 40
"""Fewer letters than this say too little."""
_SAMPLE_CHARS = 20_000
_LEAST_MARGIN_NATS = 5.0
"""Log-likelihood by which the best language must lead; page text leads by tens."""
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka "
    "kk km kn ko ku ky lo lt lv mg mk ml mn mr ms mt nb ne nl nn no or pa pl ps pt ro ru rw si sk sl sq sr "
    "sv sw ta te th tl tr ug uk ur vi xh zh zu"
).split()
"""ISO 639-1: languages in which news is written; Latin, Esperanto and the like are only noise here."""


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the main language of `text`; None for a text too short or unclear to tell."""
    sample = text[:_SAMPLE_CHARS]
    if sum(character.isalpha() for character in sample) < LEAST_LETTERS:
        return None
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAST_MARGIN_NATS:
        return None
    return ranked[0][0]


@cache
def _identifier() -> Any:
    """The identifier of py3langid, its languages limited to ours; loading it takes half a second."""
    langid = import_module("py3langid.langid")

    identifier = langid.LanguageIdentifier(**_load_tables(langid.MODEL_DIR / langid.MODEL_FILE))
    known = set(identifier.labels)
    identifier.set_languages([language for language in _LANGUAGES if language in known])
    return identifier


def _load_tables(place: Path) -> dict[str, Any]:
    """The model's tables, unpacked in memory: py3langid's own way is by a temporary file, and a process that
    reads hostile files must not write any. A test compares the two."""
    numpy = import_module("numpy")
    with lzma.open(place) as packed:
        unpacked = io.BytesIO(packed.read())
    with numpy.load(unpacked, allow_pickle=False) as tables:
        return {
            "nb_ptc": tables["ptc"],
            "nb_pc": tables["pc"],
            "nb_classes": tables["classes"].tolist(),
            "tk_nextmove": _unsigned(tables["nextmove"]),
            "tk_row": _unsigned(tables["nextmove_row"]),
            "tk_output": tables["out_feat"].tolist(),
        }


def _unsigned(numbers: Any) -> "array[int]":
    """As an array of the standard library, whose items are plain numbers: faster to look up one by one."""
    codes = {array(code).itemsize: code for code in "HIL"}
    return array(codes[numbers.dtype.itemsize], numbers.tobytes())
