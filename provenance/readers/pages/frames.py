"""Pages inside a page: what an iframe's srcdoc holds is shown, and so is read as part of the page."""

import re
from collections.abc import Iterator
from html import escape, unescape

from provenance.readers.pages.elements import read_attributes, read_looks
from provenance.readers.pages.markup import read_markup

_SRCDOC = re.compile(r"\ssrcdoc\s{0,9}=\s{0,9}([\"'])", re.IGNORECASE)
_OTHERS = re.compile(r"[^<>]{0,1000}")
_MOST_BEFORE = 1_000
"""Characters of an iframe's tag before its srcdoc."""
_DEEPEST = 3
"""Frames in frames; what is deeper is left out."""
_LINKED = 0.5


def unfold_frames(html: str, depth: int = 0) -> str:
    """`html` with the lines of every srcdoc as paragraphs before their iframe, and no srcdoc.

    They are put in as plain paragraphs, so that nothing a frame leaves open reaches the page around it.
    `depth`: frames around this one; at most 3 are looked into. Linear in the length of `html`.
    """
    return "".join(_unfold(html, depth)) if depth < _DEEPEST and _SRCDOC.search(html) else html


def _unfold(html: str, depth: int) -> Iterator[str]:
    position = done = 0
    missing: set[str] = set()
    while hit := _SRCDOC.search(html, position):
        position = hit.end()
        start = _tag_start(html, max(done, hit.start() - _MOST_BEFORE), hit.start())
        end = -1 if start < 0 or hit[1] in missing else html.find(hit[1], hit.end())
        if start >= 0 and end < 0:
            missing.add(hit[1])
        if end < 0:
            continue
        others = _OTHERS.match(html, end + 1)
        attributes = html[start + len("<iframe") : hit.start()] + (others[0] if others else "")
        yield html[done:start]
        yield _paragraphs(html[hit.end() : end], attributes, depth)
        yield html[start : hit.start()]
        done = position = end + 1
    yield html[done:]


def _tag_start(html: str, begin: int, end: int) -> int:
    """Where the iframe's tag begins that is open at `end`; -1 if none is."""
    start = html.rfind("<", begin, end)
    is_frame = start >= 0 and html[start : start + len("<iframe")].casefold() == "<iframe"
    return start if is_frame and ">" not in html[start:end] else -1


def _paragraphs(srcdoc: str, attributes: str, depth: int) -> str:
    looks = read_looks("section", attributes)
    named = escape(read_attributes(attributes).get("class", ""))
    lines = []
    for block in read_markup(unfold_frames(unescape(srcdoc), depth + 1)).blocks:
        text = escape(block.text)
        text = f'<a href="#">{text}</a>' if block.linked_share() >= _LINKED else text
        lines.append(f"<p{' hidden' if block.place.is_hidden else ''}>{text}</p>")
    return f'<section class="{named}"{" hidden" if looks.hidden else ""}>{"".join(lines)}</section>'
