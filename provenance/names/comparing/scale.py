"""From the sum of weights to log-odds that mean what they say.

Signs of two names are not independent, so their sum is no log-odds yet. It is mapped to them by a rising
line of straight pieces (calibration by a monotone map, Zadrozny and Elkan 2002), whose knots
`tests/bench/calibrate_names.py --scale` gives for each kind. Two knots are set: where the verdicts change.
What the map adds is counted to the weight that any two names have, so that weights still add up to the score.
"""

from collections.abc import Sequence
from itertools import pairwise

Knots = Sequence[tuple[float, float]]
"""Sum of weights, log-odds; both rise. Beyond the ends the sum is moved as at the end."""
PERSONS: Knots = (
    *((-8.0, -3.281), (-4.0, -3.261), (-2.5, -2.698), (-1.6, -1.085), (-1.1, -0.445), (-0.75, -0.425)),
    *((-0.405, -0.405), (0.0, 0.777), (0.53, 0.847), (1.2, 1.435), (2.0, 2.737), (3.5, 4.916), (7.0, 6.475)),
)
BODIES: Knots = (
    *((-8.0, -3.569), (-4.0, -2.743), (-2.5, -0.988), (-1.6, -0.968), (-1.1, -0.708), (-0.75, -0.676)),
    *((-0.405, -0.405), (0.0, 0.757), (0.32, 0.847), (1.2, 1.137), (2.0, 4.757), (3.5, 6.508), (7.0, 7.182)),
)


def added(total: float, knots: Knots) -> float:
    """What is to be added to a sum of weights."""
    if total <= knots[0][0]:
        return knots[0][1] - knots[0][0]
    for (low, first), (high, second) in pairwise(knots):
        if total <= high:
            return first + (second - first) * (total - low) / (high - low) - total
    return knots[-1][1] - knots[-1][0]
