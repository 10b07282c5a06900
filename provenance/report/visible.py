"""Text from outside made harmless to read: control and direction characters become visible marks."""

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_INVISIBLE = (
    "\x80-\x9f"  # C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, embeddings, overrides, isolates
    "\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # zero width, separators
    "\ud800-\udfff"  # lone surrogates, which no file can hold
    "\U000e0000-\U000e0fff"  # tags and their neighbours
)
HIDDEN = re.compile(f"[{_CONTROLS}{_INVISIBLE}]|\r(?!\n)")
"""What a reader would not see, or what would reorder what they see. Joiners and soft hyphens, which
scripts and word breaks need, stay."""


def pieces(text: str) -> list[tuple[str, bool]]:
    """`text` in order as (piece, is a mark that stands for a hidden character); \\r\\n becomes \\n."""
    found: list[tuple[str, bool]] = []
    at = 0
    for hidden in HIDDEN.finditer(text):
        if hidden.start() > at:
            found.append((text[at : hidden.start()].replace("\r\n", "\n"), False))
        found.append((mark(hidden.group()), True))
        at = hidden.end()
    if at < len(text):
        found.append((text[at:].replace("\r\n", "\n"), False))
    return found


def mark(character: str) -> str:
    """A visible sign for one hidden character, such as [U+202E]: fonts may lack the control pictures."""
    return f"[U+{ord(character):04X}]"


def visible(text: str) -> str:
    """`text` with every hidden character replaced by its mark."""
    return "".join(piece for piece, _ in pieces(text))
