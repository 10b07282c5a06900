"""What explanations of all kinds are made of: places, offsets, lists and figures of rows."""

import json
from collections.abc import Sequence

from provenance.model.explanations import GroundPlace
from provenance.store.views import Row


def places_of(rows: Sequence[Row]) -> tuple[GroundPlace, ...]:
    """The places of rows that have one, in their order."""
    return tuple(
        GroundPlace(
            str(row["source"]),
            str(row["path"]),
            int(str(row["start"])),
            int(str(row["end"])),
            str(row["quote"]),
        )
        for row in rows
        if row["start"] is not None
    )


def listed_in(written: object) -> list[dict[str, object]]:
    """The objects of a list that a column holds as JSON."""
    found = json.loads(str(written or "[]"))
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def figure_of(value: object) -> float | None:
    """A number of a row; None for anything else."""
    return float(value) if isinstance(value, int | float) else None
