"""Where the headline of a text stands, and the sentences below it; words that both use."""

import re
from collections.abc import Iterator

from attrs import frozen

from provenance.conflicts.masked import Masked
from provenance.conflicts.page_lines import page_line_at
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, stem

_PROSE_WORDS = 14
_HEAD_CHARS = 1_500
_MOST_LINES = 8
_LINE = re.compile(r"[^\r\n]+")
_NO_HEADLINE = re.compile(
    r"\s*(?:by\s|photo|picture|from\sour|related|published|updated|posted|dear\s)|.*@|.*\|", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_][\w'-]*")
LEAST_SHARED = 2
"""Words of a headline that a sentence must have to speak of the same."""


@frozen
class Headline:
    """[start, end) of the masked text, and where the sentences of the text below begin and end."""

    start: int
    end: int
    lead: tuple[tuple[int, int], ...]
    body_end: int


def find_headlines(pile: Pile, masked: Masked) -> Iterator[Headline]:
    """Lines above the story that are no date, byline or address."""
    source_id = masked.source_id
    text = pile.text(source_id)
    lines = []
    prose = None
    for line in _LINE.finditer(text, 0, _HEAD_CHARS):
        if len(line.group()[:400].split()) >= _PROSE_WORDS:
            prose = line.start()
            break
        lines.append(line)
        if len(lines) > _MOST_LINES:
            return
    if prose is None:
        if len(lines) < 2:
            return
        prose = lines.pop().start()
    at = masked.place(prose)
    lead = tuple(s for s in masked.sentences if s[0] >= at)
    if not lead:
        return
    ranges = pile.page_ranges(source_id)
    for line in lines:
        words = line.group().split()
        if len(words) < 3 or _NO_HEADLINE.match(line.group()) or line.group().rstrip().endswith((".", ":")):
            continue
        if page_line_at(ranges, line.start(), line.end()) is not None:
            continue
        yield Headline(masked.place(line.start()), masked.place(line.end()), lead, lead[-1][1])


def stems(text: str) -> set[str]:
    """Stems of the words of content, without the "s" of nouns and verbs; irregular forms as their base."""
    words = (w.lower().removesuffix("'s") for w in WORD.findall(text))
    plain = (w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2] not in "su" else w for w in words)
    kept = (IRREGULAR.get(w, w) for w in plain if len(w) > 2 and w not in FUNCTION_WORDS)
    return {stem(w) for w in kept}
