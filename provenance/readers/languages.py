"""Which language a text is in."""

from functools import cache
from importlib import import_module
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


def prepare() -> None:
    """Loads what find_language needs, while files may still be written: it is unpacked into one."""
    _identifier()


@cache
def _identifier() -> Any:
    """The identifier of py3langid, its languages limited to ours; loading it takes half a second."""
    langid = import_module("py3langid.langid")

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([language for language in _LANGUAGES if language in known])
    return identifier
