"""Where passages of a text that was handed in stand in the sources of a database."""

from enum import StrEnum

from attrs import frozen

from provenance.model.reuse import Change, ReuseKind
from provenance.model.spans import Span


class Age(StrEnum):
    """Of a text among those of one database that have a passage, as far as their dates tell."""

    ONLY = "only"  # no other text has it
    EARLIEST = "earliest"  # certainly dated before all others
    EARLIEST_DATED = "earliest dated"  # before all others that have a date
    POSSIBLY_EARLIEST = "possibly earliest"  # its date and that of another may be one
    LATER = "later"  # another is certainly dated before it
    UNDATED = "undated"


@frozen
class TracedPassage:
    """A passage [start, end) of the text handed in, and where it stands in a source.

    `place`: number, from 1, of the stretch of the text handed in; passages that lie mostly over each other
    there have one place. `source`: where it stands; `quote`: what stands there. `kind`, `grade`: as of an
    alignment, grade 0..1. `changes`: from the source (a) to the text handed in (b).
    `published`: of the source as printed, None if not known, and its basis. `age`: among the texts of this
    database that were found to have it, and why. `derives_from`: what the database knows of the source's
    lineage, in words. `further`: how many more texts share words of the passage, but were not compared, the
    same for all passages of a place; `is_further_counted`: all of them were counted, else there may be more.
    `gaps`: parts of [start, end) that the source does not have. `is_whole`: the source is this text, from
    beginning to end, but for case, marks and white space. `is_common`: the same words in a row, but such as
    two who know nothing of each other may write (names, figures, stock phrases): no sign of a copy.
    """

    place: int
    start: int
    end: int
    source: Span
    path: str
    quote: str
    kind: ReuseKind
    grade: float
    changes: tuple[Change, ...] = ()
    published: str | None = None
    published_basis: str = "unknown"
    age: Age = Age.ONLY
    age_reason: str = ""
    derives_from: tuple[str, ...] = ()
    further: int = 0
    is_further_counted: bool = True
    gaps: tuple[tuple[int, int], ...] = ()
    is_whole: bool = False
    is_common: bool = False

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """What the source has of [start, end): it without its gaps."""
        ends = [*(start for start, _end in self.gaps), self.end]
        starts = [self.start, *(end for _start, end in self.gaps)]
        return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)
