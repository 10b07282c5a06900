"""Tables of what it costs to hear one sound for another, filled as sounds are met."""

from collections.abc import Callable


class Costs(dict[str, float]):
    """Other sound → what it costs to swap one sound for it: filled as sounds are met, which is far
    quicker to ask than a function. Nothing is kept of signs that are no Latin letter or digit.
    """

    def __init__(self, sound: str, cost: Callable[[str, str], float]) -> None:
        super().__init__({sound: 0.0})
        self._sound, self._cost = sound, cost

    def __missing__(self, other: str) -> float:
        cost = self._cost(self._sound, other)
        if other.isascii():
            self[other] = cost
        return cost


class CostTable(dict[str, Costs]):
    """Sound → its costs, filled in the same way."""

    def __init__(self, cost: Callable[[str, str], float]) -> None:
        super().__init__()
        self._cost = cost

    def __missing__(self, sound: str) -> Costs:
        costs = Costs(sound, self._cost)
        if sound.isascii():
            self[sound] = costs
        return costs
