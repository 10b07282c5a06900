"""The odds for every pair of a family, made of the evidence between its texts."""

from collections.abc import Mapping
from functools import cached_property

from provenance.model.reuse import Direction
from provenance.reuse.descent.evidence import METADATA, Evidence, Rests
from provenance.reuse.descent.families import Family
from provenance.reuse.descent.pairs import PairEvidence
from provenance.reuse.descent.readings import Readings
from provenance.reuse.descent.stemma import Bond, Odds, judge_stemma
from provenance.reuse.descent.trees import Edge

ASSERTED = 0.89
"""Odds from which a direction is asserted, 0..1."""
MOST_TEXTS = 12
"""Texts of a family that are judged together; of a larger one each pair is judged by itself."""
APART_SHARE = 0.5
"""What two that name a third say against one being made of the other, of the same, where the third stands in
the tree itself."""
_NOTHING = Readings({}, 1)
WORD_CHARACTERS = 6.0
"""Code points a word with the space behind it, about."""


class Judged:
    """A family with its evidence: odds with all of it, and without what is metadata only.

    `evidence`: numbers of two members → what is known, read with the first member's text as text a.
    """

    def __init__(
        self,
        family: Family,
        evidence: Mapping[Edge, PairEvidence],
        named: tuple[int, ...] = (),
        is_lost: bool = True,
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """`named`: members that name one third source; `is_lost`: no member can be that source. `texts`:
        source id → text."""
        self.family = family
        self.evidence = evidence
        self.named = named
        self.is_lost = is_lost
        self._texts = texts or {}
        self.is_whole = len(family.members) <= MOST_TEXTS
        self._pairs: dict[tuple[Edge, bool], Odds] = {}

    def odds(self, pair: Edge, *, is_identical: bool) -> tuple[float, float, float]:
        """(that the first is a model of the second, the reverse, neither), 0..1, adding up to 1."""
        if self.is_whole:
            found, (i, j) = (self.plain if is_identical else self.all), pair
        else:
            found, (i, j) = self._alone(pair, is_identical), (0, 1)
        above, below = found.above.get((i, j), 0.0), found.above.get((j, i), 0.0)
        return above, below, max(0.0, 1.0 - above - below)

    @cached_property
    def all(self) -> Odds:
        """With all evidence."""
        return self._judge(without_metadata=False)

    @cached_property
    def plain(self) -> Odds:
        """Without dates and markup."""
        has_any = any(e.rests in METADATA for held in self.evidence.values() for e in held.found)
        return self._judge(without_metadata=True) if has_any else self.all

    @cached_property
    def readings(self) -> Readings:
        """Changes between the members."""
        return Readings(self.family.pairs, len(self.family.members), self._texts)

    def _judge(self, *, without_metadata: bool) -> Odds:
        count = len(self.family.members)
        bonds = {pair: self._bond(pair, without_metadata, is_in_company=False) for pair in self.family.pairs}
        return judge_stemma(count, bonds, self.readings, self.named, self.is_lost)

    def _alone(self, pair: Edge, is_identical: bool) -> Odds:
        if (pair, is_identical) not in self._pairs:
            bond = self._bond(pair, is_identical, is_in_company=True)
            self._pairs[pair, is_identical] = judge_stemma(2, {(0, 1): bond}, _NOTHING)
        return self._pairs[pair, is_identical]

    def _bond(self, pair: Edge, without_metadata: bool, is_in_company: bool) -> Bond:
        shared, held = self.family.pairs[pair], self.evidence[pair]
        found = [e for e in held.found if not (without_metadata and e.rests in METADATA)]
        credits = [e for e in found if e.rests in (Rests.CREDIT, Rests.DECLARED)]
        others = [e for e in found if e.rests in (Rests.TEXT, Rests.DATES)]
        apart = sum(e.odds for e in found if e.towards is Direction.COMMON_SOURCE)
        if not is_in_company:
            apart *= APART_SHARE
        words = sum(each.grade * min(len(each.a), len(each.b)) for each in shared) / WORD_CHARACTERS
        return Bond(
            words,
            self.readings.distance(*pair) if self.is_whole else 0.0,
            _sum(others, Direction.A_TO_B),
            _sum(others, Direction.B_TO_A),
            _sum(credits, Direction.A_TO_B),
            _sum(credits, Direction.B_TO_A),
            apart,
            is_in_company,
            _sum([e for e in credits if self._is_passed_on(e, pair)], Direction.A_TO_B),
            _sum([e for e in credits if self._is_passed_on(e, pair)], Direction.B_TO_A),
        )

    def _is_passed_on(self, credit: Evidence, pair: Edge) -> bool:
        """Do the words of the credit stand in a passage that its text shares with a third? One of the two can
        have them from the other."""
        child = pair[1] if credit.towards is Direction.A_TO_B else pair[0]
        if not credit.quote:
            return False
        for other, shared in self.family.pairs.items():
            if other == pair or child not in other:
                continue
            for each in shared:
                sides = (each.a, each.b) if other[0] == child else (each.b, each.a)
                texts = [self._texts.get(side.source_id, "")[side.start : side.end] for side in sides]
                if all(credit.quote in text for text in texts):
                    return True
        return False


def _sum(found: list[Evidence], towards: Direction) -> float:
    return sum(each.odds for each in found if each.towards is towards)
