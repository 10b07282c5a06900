"""Text from outside made literal in Markdown: no tag, link, image, heading, list or table comes of it."""

import re

from provenance.report.visible import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ALWAYS = frozenset("\\`*_[]|~#$@{}^")
_BLOCK_START = re.compile(r"[-+=:]|[0-9]{1,12}[.)]")
_LINK_START = re.compile(r":(?=/|$)|(?:(?<=[wW]{3})|^)\.|(?<=^):")
"""Where some readers see an address; also where the text before or after may complete one."""


def literal(text: object) -> str:
    """`text` on one line, such that any Markdown reader shows it as it is; hidden characters as marks.

    Runs of white space become one space, as they do when Markdown is shown anyway.
    """
    line = " ".join(visible(str(text)).split())
    written = "".join(_escaped(character) for character in line)
    written = _LINK_START.sub(lambda found: f"\\{found.group()}", written)
    start = _BLOCK_START.match(written)
    if start is None:
        return written
    at = start.end() - 1
    return f"{written[:at]}\\{written[at:]}"


def code(text: object) -> str:
    """`text` in a code span, fenced by one backtick more than it holds in a row; `-` if it is empty."""
    line = " ".join(visible(str(text)).split()).replace("|", "\u00a6")
    if not line:
        return "-"
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _escaped(character: str) -> str:
    return _ENTITIES.get(character) or (f"\\{character}" if character in _ALWAYS else character)
