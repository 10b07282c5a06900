"""Names of months and of days of the week in the languages of news."""

from functools import lru_cache
from pathlib import Path

from provenance.readers.gazetteers import read_table

_NUMBERS = range(1, 13)


@lru_cache(maxsize=1)
def load_months() -> dict[str, int]:
    """Month as printed, folded and without a final dot → 1..12; Unicode CLDR has them."""
    path = Path(__file__).parent / "month_names.tsv"
    rows = read_table(path.read_text(encoding="utf-8"), str(path), 2)
    return {name: int(fields[0]) for name, fields in rows.items()}


@lru_cache(maxsize=1)
def load_weekdays() -> frozenset[str]:
    """Days of the week as printed, folded and without a final dot."""
    path = Path(__file__).parent / "weekday_names.tsv"
    return frozenset(read_table(path.read_text(encoding="utf-8"), str(path), 1))


def month_number(name: str) -> int | None:
    """1..12 of a month's name in any of the languages, or of its number in figures; None if it is none."""
    if name.isdecimal():
        return int(name) if int(name) in _NUMBERS else None
    return load_months().get(name.lower().rstrip(".").replace("’", "'"))
