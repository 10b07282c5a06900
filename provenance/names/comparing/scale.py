"""From the sum of weights to log-odds that mean what they say.

Signs of two names are not independent, so their sum is no log-odds yet. It is mapped to them by a rising
line of straight pieces (calibration by a monotone map, Zadrozny and Elkan 2002), whose knots
`tests/bench/calibrate_names.py --scale` gives for each kind. Two knots are set: where the verdicts change.
What the map adds is counted to the weight that any two names have, so that weights still add up to the score.
"""

from bisect import bisect_left
from collections.abc import Sequence

Knots = Sequence[tuple[float, float]]
"""Sum of weights, log-odds; both rise. Beyond the ends the sum is moved as at the end."""
PERSONS: Knots = (
    *((-8.0, -3.28), (-4.0, -3.26), (-2.5, -2.695), (-1.6, -1.086), (-1.1, -0.445), (-0.75, -0.425)),
    *((-0.405, -0.405), (0.0, 0.785), (0.53, 0.847), (1.2, 1.435), (2.0, 2.737), (3.5, 4.919), (7.0, 6.475)),
)
BODIES: Knots = (
    *((-8.0, -3.419), (-4.0, -2.744), (-2.5, -0.994), (-1.6, -0.974), (-1.1, -0.726), (-0.75, -0.706)),
    *((-0.405, -0.405), (0.0, 0.827), (0.32, 0.847), (1.2, 4.454), (2.0, 5.689), (3.5, 6.822), (7.0, 7.343)),
)


def added(total: float, knots: Knots) -> float:
    """What is to be added to a sum of weights."""
    if total <= knots[0][0]:
        return knots[0][1] - knots[0][0]
    if total > knots[-1][0]:
        return knots[-1][1] - knots[-1][0]
    place = bisect_left(knots, (total,))
    (low, first), (high, second) = knots[place - 1], knots[place]
    return first + (second - first) * (total - low) / (high - low) - total
