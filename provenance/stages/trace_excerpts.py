"""The parts of a source in which a text may stand: only these are read and compared."""

from collections.abc import Sequence

from attrs import evolve, frozen
from sqlite_utils import Database

from provenance.model.reuse import Alignment, Change
from provenance.model.spans import Span
from provenance.stages.trace_hits import Hit
from provenance.store.furniture import iterate_furniture
from provenance.store.sources import load_part
from provenance.text.masking import mask

REACH_CHARACTERS = 1500
"""Of a passage beyond a shared shingle, at most: 250 words without another one."""
SLACK_CHARACTERS = 300
"""Beyond where a passage would end if nothing had been added or left out."""
_BREAK = "\n\n"

Range = tuple[int, int]


@frozen
class Excerpt:
    """Parts of a source, joined. `text`: theirs; `masked`: what is furniture there or stands between two
    parts. `parts`: (offset in `text`, offset in the source) of each."""

    source_id: str
    text: str
    masked: tuple[Span, ...]
    parts: tuple[tuple[int, int], ...]

    @property
    def readable(self) -> str:
        """The text with what is masked blanked."""
        return mask(self.text, self.masked)

    def place(self, alignment: Alignment) -> Alignment:
        """An alignment whose side a is in one part of `text` as one whose side a is in the source."""
        shift = next(start - at for at, start in reversed(self.parts) if at <= alignment.a.start)
        a = Span(self.source_id, alignment.a.start + shift, alignment.a.end + shift)
        return evolve(alignment, a=a, changes=tuple(_moved(each, shift) for each in alignment.changes))


def load_excerpt(
    db: Database, source_id: str, hits: Sequence[Hit], starts: Sequence[int], length: int
) -> Excerpt:
    """Around the hits of a text of `length` code points, in which shingle `row` stands at `starts[row]`."""
    texts: list[str] = []
    parts: list[tuple[int, int]] = []
    masked: list[Span] = []
    furniture = [
        (each.span.start, each.span.end)
        for _id, found in iterate_furniture(db, source=source_id)
        for each in found
    ]
    at = 0
    for start, end in _ranges(hits, starts, length):
        if parts:
            masked.append(Span(source_id, at, at + len(_BREAK)))
            texts.append(_BREAK)
            at += len(_BREAK)
        text = load_part(db, source_id, start, end)
        parts.append((at, start))
        for first, last in furniture:
            low, high = max(first, start), min(last, start + len(text))
            if low < high:
                masked.append(Span(source_id, low - start + at, high - start + at))
        texts.append(text)
        at += len(text)
    return Excerpt(source_id, "".join(texts), tuple(masked), tuple(parts))


def _ranges(hits: Sequence[Hit], starts: Sequence[int], length: int) -> list[Range]:
    """Where the text would stand around each hit, those that meet joined."""
    found: list[Range] = []
    for row, start in sorted(hits, key=lambda hit: hit[1]):
        before = min(starts[row], REACH_CHARACTERS) + SLACK_CHARACTERS
        after = min(length - starts[row], REACH_CHARACTERS) + SLACK_CHARACTERS
        low, high = max(0, start - before), start + after
        if found and low <= found[-1][1]:
            low, high = min(low, found[-1][0]), max(high, found.pop()[1])
        found.append((low, high))
    return found


def _moved(change: Change, shift: int) -> Change:
    return evolve(change, a_start=change.a_start + shift, a_end=change.a_end + shift)
