"""The states of a page in the order of their times, what was saved of one state taken together.

That one state is later than another is often known of some pairs only (one has a notice, two were captured,
one is dated), so the order is a partial one: what contradicts itself along the way is not known, what follows
from two known steps is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from provenance.model.sources import Source
from provenance.reuse.states.notices import mending_notices
from provenance.reuse.states.order import Order, judge_order
from provenance.text.components import find_components
from provenance.text.folding import fold_text

_MOST_OPEN = 8
"""States of one text with which a source of that text is compared: a page may return to what it said."""
_MOST_ASKED = 3
"""Sources of a state of which the times are asked."""
_MOST_STATES = 200
"""States that are all compared with each other; of more, each with the next by time."""
_MOST_BEFORE = 4
"""States directly before another one that are told."""


@frozen
class Step:
    """Sources of two states of a page, or of one (`is_one_state`), and how they are ordered, if that is
    known: never the later one first."""

    earlier: str
    later: str
    is_one_state: bool
    order: Order


def instant(source: Source) -> tuple[str, str]:
    """Roughly when a state is of, so that neighbours in time are compared; "" first if nothing tells."""
    dates = [source.first(name) for name in ("captured_at", "modified", "published")]
    return next((each.earliest for each in dates if each and each.earliest), ""), source.id


class PageOrder:
    """The states of one page. `by_id`: its sources; `whole`: their whole texts, which tell of corrections."""

    def __init__(self, names: Sequence[str], by_id: Mapping[str, Source], whole: Mapping[str, str]) -> None:
        self._by_id = by_id
        self._mends = {name: mending_notices(whole[name]) for name in names}
        states = self._grouped()
        self._told: dict[tuple[int, int], Order] = {}
        before = self._known(states)
        line = _in_line(before)
        self.states = [states[number] for number in line]
        """Sources by state, no state after one that is known to be later."""
        place = {number: at for at, number in enumerate(line)}
        self._before = [[place[each] for each in sorted(before[number])] for number in line]
        self._told = {
            (place[one], place[two]): order for (one, two), order in self._told.items() if one in before[two]
        }

    def steps(self) -> Iterator[Step]:
        """From each state to those that follow it directly; states between which nothing tells are joined
        only where the page would fall apart. With n states up to 4 n steps."""
        direct = [self._directly_before(number) for number in range(len(self.states))]
        part = find_components(
            [str(number) for number in range(len(self.states))],
            [(str(one), str(two)) for two, before in enumerate(direct) for one in before],
        )
        seen: set[str] = set()
        for number, state in enumerate(self.states):
            for one in direct[number]:
                told = self._told.get((one, number)) or self._of_states(self.states[one], state)
                yield Step(self.states[one][-1], state[0], is_one_state=False, order=told)
            if number and part[str(number)] not in seen:
                last = self.states[number - 1]
                reason = self._of_states(last, state).reason
                yield Step(last[-1], state[0], is_one_state=False, order=Order(0, reason))
            seen.add(part[str(number)])
            for name, other in pairwise(state):
                yield Step(name, other, is_one_state=True, order=Order(0, ""))

    def _grouped(self) -> list[list[str]]:
        """Sources by state, by time; in a state the dated ones first."""
        saved: dict[str, list[list[str]]] = defaultdict(list)
        for name in sorted(self._mends, key=self._dated_first):
            same = saved[fold_text(self._by_id[name].text)]
            open_ones = [each for each in same[-_MOST_OPEN:] if not self._of_two(each[0], name).sign]
            if len(open_ones) == 1:
                open_ones[0].append(name)
            else:
                same.append([name])
        found = [state for same in saved.values() for state in same]
        return sorted(found, key=lambda state: instant(self._by_id[state[0]]))

    def _known(self, states: Sequence[Sequence[str]]) -> list[set[int]]:
        """Numbers of the states before each, what follows from others included; none that are before each
        other by one reason and after by another."""
        size = len(states)
        reach = 1 if size > _MOST_STATES else size
        after = [0] * size  # bit n: state n is later
        for one in range(size):
            for two in range(one + 1, min(size, one + 1 + reach)):
                told = self._of_states(states[one], states[two])
                if told.sign:
                    low, high = (one, two) if told.sign < 0 else (two, one)
                    after[low] |= 1 << high
                    self._told[low, high] = Order(-1, told.reason)
        if size > _MOST_STATES:
            return [{two - 1} if two and (two - 1, two) in self._told else set() for two in range(size)]
        for middle in range(size):
            for one in range(size):
                if after[one] >> middle & 1:
                    after[one] |= after[middle]
        return [
            {one for one in range(size) if after[one] >> two & 1 and not after[two] >> one & 1}
            for two in range(size)
        ]

    def _directly_before(self, number: int) -> list[int]:
        """The states before one that are before none of the others, the latest in line if they are many."""
        before = self._before[number]
        further = {each for other in before for each in self._before[other]}
        return [each for each in before if each not in further][-_MOST_BEFORE:]

    def _of_states(self, one: Sequence[str], two: Sequence[str]) -> Order:
        """What orders a source of each orders both."""
        asked = [self._of_two(a, b) for a in one[:_MOST_ASKED] for b in two[:_MOST_ASKED]]
        told = [each for each in asked if each.sign]
        if len({each.sign for each in told}) > 1:
            return Order(0, f"the times contradict each other: {'; '.join(each.reason for each in told[:2])}")
        return told[0] if told else asked[0]

    def _of_two(self, a: str, b: str) -> Order:
        return judge_order(self._by_id[a], self._by_id[b], self._mends[a], self._mends[b])

    def _dated_first(self, name: str) -> tuple[bool, tuple[str, str]]:
        found = instant(self._by_id[name])
        return not found[0], found


def _in_line(before: Sequence[set[int]]) -> list[int]:
    """The numbers in an order that keeps to what is known, else as they are."""
    line: list[int] = []
    done: set[int] = set()
    waiting = list(range(len(before)))
    while waiting:
        at = next(place for place, number in enumerate(waiting) if before[number] <= done)
        number = waiting.pop(at)
        line.append(number)
        done.add(number)
    return line
