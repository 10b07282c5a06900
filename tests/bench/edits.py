"""How a copied passage is edited, by kind, from word for word to every fourth word replaced."""

import random
import re
from collections.abc import Callable

from prose import Writer

KINDS = (
    "verbatim", "typo", "names", "insdel", "reorder", "ocr3", "ocr8", "subst10", "subst25", "mixed",
)  # fmt: skip
"""Kinds of edits. ocr3: 3 % of the letters misread; subst25: 25 % of the words replaced; mixed: typo, names
and subst10 together."""
_MISREAD = {
    "e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "n": "u", "u": "n", "m": "rn", "h": "b", "s": "5",
    "t": "f", "a": "o", "r": "n", "d": "cl", "w": "vv", "v": "y", "g": "q", "b": "h", "f": "t", "y": "v",
}  # fmt: skip
_SPELLINGS = (("i", "e"), ("e", "i"), ("o", "u"), ("k", "c"), ("y", "i"), ("s", "z"), ("a", "e"), ("d", "t"))
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def edit(text: str, kind: str, chance: random.Random, writer: Writer) -> str:
    """`text` after edits of one of KINDS."""
    if kind.startswith("ocr"):
        return "".join(_misread(letter, int(kind[3:]) / 100, chance) for letter in text)
    if kind.startswith("subst"):
        return _each_word(text, chance, int(kind[5:]) / 100, lambda _: writer.word())
    if kind == "insdel":
        return _each_word(text, chance, 0.14, lambda word: _drop_or_add(word, chance, writer))
    for part in ("typo", "names", "subst10") if kind == "mixed" else (kind,):
        if part == "typo":
            text = _set_anew(text, chance)
        elif part == "names":
            text = re.sub(r"\b[A-Z][a-z]{3,}\b", lambda found: _respell(found.group(), chance), text)
        elif part == "reorder":
            text = _shuffled(text, chance)
        elif part != "verbatim":
            text = edit(text, part, chance, writer)
    return text


def _shuffled(text: str, chance: random.Random) -> str:
    sentences = _SENTENCES.split(text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def _each_word(text: str, chance: random.Random, share: float, change: Callable[[str], str]) -> str:
    """`text` with `share` of its words changed; white space stays, doubled gaps go."""
    pieces = re.split(r"(\s+)", text)
    return "".join(
        change(piece) if piece and not piece.isspace() and chance.random() < share else piece
        for piece in pieces
    ).strip()


def _drop_or_add(word: str, chance: random.Random, writer: Writer) -> str:
    return "" if chance.random() < 0.5 else f"{word} {writer.word()}"


def _misread(letter: str, share: float, chance: random.Random) -> str:
    if letter.isspace() or chance.random() >= share:
        return letter
    return "" if chance.random() < 0.15 else _MISREAD.get(letter, letter)


def _respell(name: str, chance: random.Random) -> str:
    for old, new in chance.sample(_SPELLINGS, 4):
        if old in name[1:]:
            return name[0] + name[1:].replace(old, new, 1)
    return name


def _set_anew(text: str, chance: random.Random) -> str:
    """Other quotation marks and dashes, other spaces, soft hyphens, words broken at the end of a line."""
    text = text.replace('"', "\u201d").replace("'", "\u2019").replace(" - ", " \u2013 ")
    pieces = []
    for piece in re.split(r"(\s+)", text):
        if piece == " ":
            pieces.append(chance.choice([" "] * 10 + ["\n", "\u00a0", "  "]))
        elif len(piece) > 7 and piece.isalpha() and chance.random() < 0.1:
            pieces.append(piece[:4] + chance.choice(("\u00ad", "-\n")) + piece[4:])
        else:
            pieces.append(piece)
    return "".join(pieces)
