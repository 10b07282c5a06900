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
    *((-8.0, -3.266), (-4.0, -3.246), (-2.5, -2.678), (-1.6, -1.088), (-1.1, -0.445), (-0.75, -0.425)),
    *((-0.405, -0.405), (0.0, 0.774), (0.53, 0.847), (1.2, 1.44), (2.0, 2.712), (3.5, 4.914), (7.0, 6.473)),
)
BODIES: Knots = (
    *((-8.0, -3.571), (-4.0, -2.743), (-2.5, -0.989), (-1.6, -0.969), (-1.1, -0.71), (-0.75, -0.675)),
    *((-0.405, -0.405), (0.0, 0.757), (0.32, 0.847), (1.2, 1.137), (2.0, 4.757), (3.5, 6.51), (7.0, 7.182)),
)


def added(total: float, knots: Knots) -> float:
    """What is to be added to a sum of weights."""
    if total <= knots[0][0]:
        return knots[0][1] - knots[0][0]
    for (low, first), (high, second) in pairwise(knots):
        if total <= high:
            return first + (second - first) * (total - low) / (high - low) - total
    return knots[-1][1] - knots[-1][0]
