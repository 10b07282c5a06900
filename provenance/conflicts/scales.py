"""Units that can be turned into one another exactly, and how wide a figure in them is meant."""

from attrs import frozen

_METERS = {
    "millimeter": 0.001, "centimeter": 0.01, "meter": 1.0, "kilometer": 1000.0, "mile": 1609.344,
    "nautical mile": 1852.0, "yard": 0.9144, "foot": 0.3048, "inch": 0.0254, "fathom": 1.8288,
}  # fmt: skip
_GRAMS = {
    "milligram": 0.001, "gram": 1.0, "kilogram": 1e3, "tonne": 1e6, "ounce": 28.349523125,
}  # fmt: skip
_SQUARE_METERS = {
    "square meter": 1.0, "hectare": 1e4, "acre": 4046.8564224, "square kilometer": 1e6,
    "square mile": 2589988.110336, "square foot": 0.09290304, "dunam": 1e3,
}  # fmt: skip
_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "fortnight": 1209600.0,
}  # fmt: skip
_WATTS = {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9}
_SPEEDS = {"kilometer per hour": 1.0, "mile per hour": 1.609344, "knot": 1.852}
_LITERS = {"milliliter": 0.001, "liter": 1.0, "cubic meter": 1e3}
_SHARES = {"percent": 1.0, "share": 100.0, "basis point": 0.01}
_DAY = _SECONDS["day"]
_DURATIONS = {  # calendar units are no fixed number of days
    "month": (28 * _DAY, 31 * _DAY), "quarter": (90 * _DAY, 92 * _DAY), "year": (365 * _DAY, 366 * _DAY),
    "decade": (3652 * _DAY, 3653 * _DAY), "century": (36524 * _DAY, 36525 * _DAY),
}  # fmt: skip
_FACTORS = {
    unit: (dimension, factor, factor)
    for dimension, units in {
        "length": _METERS, "mass": _GRAMS, "area": _SQUARE_METERS, "duration": _SECONDS, "power": _WATTS,
        "speed": _SPEEDS, "volume": _LITERS, "percent": _SHARES,
    }.items()
    for unit, factor in units.items()
} | {unit: ("duration", low, high) for unit, (low, high) in _DURATIONS.items()}  # fmt: skip
_ISO_LETTERS = 3


@frozen
class Scale:
    """`dimension`: what can be compared with one another ("length", "USD"); `low`, `high`: what one of the
    unit amounts to in the dimension's base unit, at least and at most (a month is 28 to 31 days)."""

    dimension: str
    low: float
    high: float

    @property
    def is_measure(self) -> bool:
        """Does it measure a thing (length, money, time) rather than count things?"""
        return self.dimension in _MEASURED or self.is_money

    @property
    def is_money(self) -> bool:
        """An ISO 4217 code."""
        return len(self.dimension) == _ISO_LETTERS and self.dimension.isupper()


_MEASURED = frozenset(dimension for dimension, _, _ in _FACTORS.values())


def scale_of(unit: str) -> Scale:
    """The scale of a canonical unit; one that is not convertible is a dimension of its own."""
    found = _FACTORS.get(unit)
    return Scale(*found) if found else Scale(unit, 1.0, 1.0)
