"""A place in the text of a source."""

from attrs import field, frozen


@frozen(order=True)
class Span:
    """`start`, `end`: offsets in Unicode code points into the stored text of `source_id`, end excluded."""

    source_id: str
    start: int
    end: int = field()

    @end.validator
    def _is_after_start(self, _attribute: object, value: int) -> None:
        if self.start < 0:
            message = f"'start' must be >= 0: {self.start}"
            raise ValueError(message)
        if value <= self.start:
            message = f"a span ends after it starts: {self.start}..{value} in {self.source_id}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def quote(self, text: str) -> str:
        """What stands there in `text`, the stored text of the source."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many code points both cover; 0 in different sources."""
        if self.source_id != other.source_id:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Does `other` lie wholly inside?"""
        return self.source_id == other.source_id and self.start <= other.start and other.end <= self.end
