"""Which of the texts that have a passage is the earliest, as far as the dates in the database tell."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.traces import Age


@frozen
class Dated:
    """A source and when it was published. `earliest`, `latest`: the interval in UTC that this can mean,
    None where there is none; `basis`: how the date is known."""

    path: str
    published: str | None
    basis: str
    earliest: str | None
    latest: str | None

    @property
    def is_dated(self) -> bool:
        """Is there a day to go by?"""
        return self.earliest is not None and self.latest is not None

    @property
    def told(self) -> str:
        """The date as printed, and on what it rests."""
        return f"{self.published} ({self.basis})"

    def is_before(self, other: "Dated") -> bool:
        """Was it certainly published before `other`? Only where the days cannot overlap in any zone."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)


def judge_age(
    number: int, holders: Sequence[Dated], parts: Sequence[tuple[Dated, str]] = ()
) -> tuple[Age, str]:
    """Of one of the texts that have a passage. `parts`: texts that have less than half of it, and which.

    A date is what a page says of itself: that a text is dated first does not prove that the others took the
    passage from it.
    """
    one = holders[number]
    age, reason = _judge(number, holders, is_whole=not parts)
    before = [each for each in parts if each[0].is_before(one)]
    if before:
        first, which = min(before, key=lambda each: (each[0].latest or "", each[0].path))
        reason += f"; a part of it, {which}, stands in {first.path}, dated {first.told}"
    return age, reason


def _judge(number: int, holders: Sequence[Dated], *, is_whole: bool) -> tuple[Age, str]:
    one = holders[number]
    dated = [each for each in holders if each.is_dated]
    if len(holders) == 1:
        when = f"dated {one.told}" if one.is_dated else "without a date"
        what = "it" if is_whole else "most of it"
        return Age.ONLY, f"{when}; no other text of this database was found to have {what}"
    if not one.is_dated:
        return Age.UNDATED, "without a date"
    before = [each for each in dated if each.is_before(one)]
    if before:
        first = min(before, key=lambda each: (each.latest or "", each.path))
        return Age.LATER, f"dated {one.told}; {first.path} is dated {first.told}"
    rivals = [each for each in dated if each is not one and not one.is_before(each)]
    if rivals:
        nearest = min(rivals, key=lambda each: (each.earliest or "", each.path))
        overlap = f"dated {one.told}, {nearest.path} {nearest.told}: the days may be one in some zone"
        return Age.POSSIBLY_EARLIEST, overlap
    undated = len(holders) - len(dated)
    if undated:
        without = f"{undated} other text{'s have' if undated > 1 else ' has'} no date"
        return Age.EARLIEST_DATED, f"dated {one.told}; {without}"
    return Age.EARLIEST, f"dated {one.told}, before all others that were compared"
