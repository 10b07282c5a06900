"""What sources weigh on the sides of a conflict, the copying known: figures for people, never a verdict."""

from attrs import frozen


@frozen(order=True)
class WeighedSource:
    """`accuracy`: 0..1, share of this source's settled claims that others bear out. `independence`: 0..1, how
    far its vote is its own. `vote`: what it adds to its side, log-odds."""

    source_id: str
    accuracy: float
    independence: float
    vote: float


@frozen(order=True)
class SideWeight:
    """Of side number `side` (from 1) of a conflict. `total`: sum of votes; `share`: 0..1 among the sides."""

    conflict: str
    side: int
    total: float
    share: float
    sources: tuple[WeighedSource, ...]
