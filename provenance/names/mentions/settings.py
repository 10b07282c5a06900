"""A candidate in its sentence, and how that starts."""

from attrs import field, frozen

from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.sentences import Sentence
from provenance.names.mentions.words import Word, without_marks

DATELINE = "dateline"
"""The `line_start` of a place before a report: KHARTOUM, May 3 (Wire) —"""

LETTERHEAD = "letterhead"
"""The `line_start` of a place and a date on a line of their own."""


@frozen
class Setting:
    """A candidate in its sentence: `first`, `last` are indices of its words there.

    `form`: what settings of one name share, with or without marks on its letters. `is_event`: the words
    around make it an event's name (2010 United Kingdom general election).
    """

    source_id: str
    sentence: Sentence
    first: int
    last: int
    candidate: Candidate
    line_start: str
    is_event: bool = False
    form: str = field(init=False)

    @form.default
    def _write_form(self) -> str:
        plain = without_marks(self.candidate.plain)
        return f"{plain} (event)" if self.is_event else plain

    @property
    def is_last(self) -> bool:
        """Does the sentence end with the candidate?"""
        return self.last + 1 == len(self.sentence)

    def before(self, steps: int = 1) -> Word | None:
        """The word `steps` before the candidate."""
        return self.sentence.at(self.first - steps)

    def after(self, steps: int = 1) -> Word | None:
        """The word `steps` after the candidate."""
        return self.sentence.at(self.last + steps)
