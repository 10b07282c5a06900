"""A candidate in its sentence, and how that starts."""

from attrs import define, field

from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.sentences import Sentence
from provenance.names.mentions.words import Word

DATELINE = "dateline"
"""The `line_start` of a place before a report: KHARTOUM, May 3 (Wire) —"""

LETTERHEAD = "letterhead"
"""The `line_start` of a place and a date on a line of their own."""


@define(eq=False)
class Setting:
    """A candidate in its sentence: `first`, `last` are indices of its words there. Never changed once made.

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
    _previous: Word | None = field(init=False)
    _next: Word | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        form, sentence = self.candidate.form, self.sentence
        self.form = f"{form} (event)" if self.is_event else form
        self._previous = sentence[self.first - 1] if self.first else None
        self._next = sentence[self.last + 1] if self.last + 1 < len(sentence) else None

    @property
    def is_last(self) -> bool:
        """Does the sentence end with the candidate?"""
        return self.last + 1 == len(self.sentence)

    @property
    def start(self) -> int:
        """Offset of the candidate in the text."""
        return self.sentence.start(self.first)

    @property
    def end(self) -> int:
        """Offset behind it."""
        return self.sentence.start(self.last) + len(self.candidate.words[-1].text)

    def before(self, steps: int = 1) -> Word | None:
        """The word `steps` before the candidate."""
        if steps == 1:
            return self._previous
        place = self.first - steps
        return self.sentence[place] if place >= 0 else None

    def after(self, steps: int = 1) -> Word | None:
        """The word `steps` after the candidate."""
        if steps == 1:
            return self._next
        place = self.last + steps
        return self.sentence[place] if place < len(self.sentence) else None
