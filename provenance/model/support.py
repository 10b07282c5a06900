"""Which of a side's sources are counted, and why the others are not."""

from enum import StrEnum

from attrs import frozen


class Counts(StrEnum):
    """Is a source one of the origins of what its side says?"""

    YES = "counts"
    PERHAPS = "may count"
    NO = "does not count"


@frozen(order=True)
class SourceSupport:
    """`reason`: why it does not count, or only may; "" where it does. `other`: id of the source with which it
    is tied, "" where the reason is its own."""

    source_id: str
    counts: Counts
    reason: str = ""
    other: str = ""


@frozen(order=True)
class SideSupport:
    """Of side number `side` (from 1) of a conflict: its sources in the order of paths. Those that count are
    the least number of independent origins, those that may count widen it to the most."""

    conflict: str
    side: int
    sources: tuple[SourceSupport, ...]
