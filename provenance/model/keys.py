"""Keys made of content: the same thing gets the same key in every run and every database."""

import hashlib
import json
from collections.abc import Iterable

KEY_HEX = 16
"""Hexadecimal digits of a key: 64 bits, one expected clash in about 5 thousand million things."""

KINDS = {
    "s": "source",
    "d": "near-duplicate",
    "w": "contained text",
    "r": "reused passage",
    "e": "entity",
    "v": "name variant",
    "p": "name pair",
    "l": "name link",
    "c": "claim",
    "k": "conflict",
    "t": "timeline",
    "q": "quotation",
}
"""First letter of a key → what it names."""


_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_WRITTEN = frozenset({str, int, type(None)})
"""Types, by far the most, that are written as they are."""


def digest(parts: Iterable[object]) -> str:
    """SHA-256 in hexadecimal over `parts`, written as a JSON list so that no two lists run together."""
    written = _ENCODER.encode([part if type(part) in _WRITTEN else _plain(part) for part in parts])
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def make_key(kind: str, *parts: object) -> str:
    """A key such as `k-0f3a…`: `kind` is a letter of KINDS, `parts` identify the thing.

    ValueError if the kind is unknown.
    """
    if kind not in KINDS:
        message = f"no such kind of key: {kind!r}"
        raise ValueError(message)
    return f"{kind}-{digest(parts)[:KEY_HEX]}"


def _plain(part: object) -> object:
    if part is None or isinstance(part, str | int | float | bool):
        return part
    if isinstance(part, list | tuple):
        return [_plain(inner) for inner in part]
    message = f"a key is made of plain values, not {type(part).__name__}"
    raise TypeError(message)
