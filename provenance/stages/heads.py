"""Lines at the head of a text that state its metadata: its day, author, address, house."""

from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.text.lengths import weigh_characters
from provenance.text.sentences import STOPS

HEAD_LINES = 40
"""The head is not looked for further down."""
PROSE_WORDS = 22
"""A line with that many words is prose, and the head ends before it."""
SENTENCE_WORDS = 9
"""So is one of so many that ends like a sentence."""
_LETTERS_A_WORD = 5.5
"""Latin letters and spaces of a word, where words are not told apart by spaces."""
LONGEST_LINE = 400
"""Code points: no line of a head is longer."""
_CLOSERS = "\"'\u201d\u2019\u00bb)]\u300d\u300f\uff09"
_TITLES = frozenset(("title", "alternative_title"))


def not_compared(source: Source) -> list[Span]:
    """What of a source holds no passage: its page furniture, and the stated lines of its head; in order."""
    return sorted([*(part.span for part in source.furniture), *stated_lines(source)])


def stated_lines(source: Source) -> list[Span]:
    """Whole lines of the head in which a statement was found that is no title, in order.

    Every house writes these anew over a text that it takes over: they are no part of what was copied. A day
    inside of the first sentence of a report is.
    """
    stated = sorted(
        each.span.start for each in source.metadata if each.span is not None and each.name not in _TITLES
    )
    found = []
    for start, end in _head(source.text):
        if any(start <= place < end for place in stated):
            found.append(Span(source.id, start, end))
    return found


def _head(text: str) -> list[tuple[int, int]]:
    """Lines before the first one of prose."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(text) and len(found) < HEAD_LINES:
        end = text.find("\n", start, start + LONGEST_LINE)
        if end < 0 and len(text) - start > LONGEST_LINE:
            break
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        words = max(len(line.split()), weigh_characters(line) / _LETTERS_A_WORD - 3)
        is_closed = line.rstrip(_CLOSERS).endswith(tuple(STOPS))
        if words >= PROSE_WORDS or (words >= SENTENCE_WORDS and is_closed):
            break
        found.append((start, end))
        start = end + 1
    return found
