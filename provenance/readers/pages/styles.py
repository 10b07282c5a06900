"""What a style attribute hides: elements that are not shown, and letters in the colour of their ground."""

import re

_HIDING = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"(?:^|;)\s{0,9}(color|background|background-color)\s{0,9}:([^;]{1,200})", re.I)
_SHORT = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])f?")
_LONG = re.compile(r"#([0-9a-f]{6})(?:ff)?")
_NUMBERS = re.compile(
    r"rgba?\(\s?(\d{1,3})[\s,]{1,3}(\d{1,3})[\s,]{1,3}(\d{1,3})(?:\s?[,/]\s?(?:1|1\.0|100%))?\s?\)"
)
_NAMED = {
    "black": "000000",
    "silver": "c0c0c0",
    "gray": "808080",
    "grey": "808080",
    "white": "ffffff",
    "maroon": "800000",
    "red": "ff0000",
    "purple": "800080",
    "fuchsia": "ff00ff",
    "green": "008000",
    "lime": "00ff00",
    "olive": "808000",
    "yellow": "ffff00",
    "navy": "000080",
    "blue": "0000ff",
    "teal": "008080",
    "aqua": "00ffff",
}
"""The colours that HTML 4 and CSS 1 name."""


def find_hiding_style(style: str) -> str:
    """Why an element with this style is not seen; "" if it may be."""
    found = _HIDING.search(style)
    if found:
        return f"style {''.join(found.group().split()).casefold()}"
    colours: dict[str, str] = {}
    for hit in _DECLARATION.finditer(style):
        name = hit[1].casefold().removesuffix("-color")  # of two declarations the later one counts
        colours[name] = _read_colour(hit[2])
    letters = colours.get("color", "")
    return "style color as its background" if letters and letters == colours.get("background") else ""


def _read_colour(value: str) -> str:
    """A colour as six hexadecimal figures; "" for any other value, an image among them."""
    text = " ".join(value.casefold().replace("!important", "").split())
    if text in _NAMED:
        return _NAMED[text]
    if hit := _SHORT.fullmatch(text):
        return "".join(figure * 2 for figure in hit.groups())
    if hit := _LONG.fullmatch(text):
        return hit[1]
    if hit := _NUMBERS.fullmatch(text):
        return "".join(f"{min(255, int(part)):02x}" for part in hit.groups())
    return ""
