"""The states of a page in the order of their times, what was saved of one state taken together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cmp_to_key

from provenance.model.sources import Source
from provenance.reuse.notices import mending_notices
from provenance.reuse.order import Order, judge_order
from provenance.text.folding import fold_text

_MOST_OPEN = 8
"""States of one text with which a source of that text is compared: a page may return to what it said."""
_MOST_ASKED = 3
"""Sources of a state of which the times are asked."""


def instant(source: Source) -> tuple[str, str]:
    """Roughly when a state is of, so that neighbours in time are compared; "" first if nothing tells."""
    dates = [source.first(name) for name in ("captured_at", "modified", "published")]
    return next((each.earliest for each in dates if each and each.earliest), ""), source.id


class PageOrder:
    """The states of one page. `by_id`: its sources; `whole`: their whole texts, which tell of corrections."""

    def __init__(self, names: Sequence[str], by_id: Mapping[str, Source], whole: Mapping[str, str]) -> None:
        self._by_id = by_id
        self._mends = {name: mending_notices(whole[name]) for name in names}

    def states(self) -> list[list[str]]:
        """Sources by state, the earliest first as far as that is known; a state's dated sources first."""
        saved: dict[str, list[list[str]]] = defaultdict(list)
        for name in sorted(self._mends, key=self._dated_first):
            same = saved[fold_text(self._by_id[name].text)]
            open_ones = [each for each in same[-_MOST_OPEN:] if not self._of_two(each[0], name).sign]
            if len(open_ones) == 1:
                open_ones[0].append(name)
            else:
                same.append([name])
        found = [state for same in saved.values() for state in same]
        by_time = sorted(found, key=lambda state: instant(self._by_id[state[0]]))
        return sorted(by_time, key=cmp_to_key(self._sign))

    def order(self, one: Sequence[str], two: Sequence[str]) -> Order:
        """Which of two states is the later one: what tells it of one source of a state tells it of all."""
        asked = [self._of_two(a, b) for a in one[:_MOST_ASKED] for b in two[:_MOST_ASKED]]
        told = [each for each in asked if each.sign]
        if len({each.sign for each in told}) > 1:
            return Order(0, f"the times contradict each other: {'; '.join(each.reason for each in told[:2])}")
        return told[0] if told else asked[0]

    def _sign(self, one: Sequence[str], two: Sequence[str]) -> int:
        return self.order(one, two).sign

    def _dated_first(self, name: str) -> tuple[bool, tuple[str, str]]:
        found = instant(self._by_id[name])
        return not found[0], found

    def _of_two(self, a: str, b: str) -> Order:
        return judge_order(self._by_id[a], self._by_id[b], self._mends[a], self._mends[b])
