"""How a statement was read, and which findings rest on it."""

from provenance.model.explanations import Chapter, Explanation, Ground
from provenance.stages.explain_names import Asked
from provenance.stages.explaining import places_of
from provenance.store.views import Row, view_rows

_READ = (
    *("kind", "subject", "predicate", "wording", "value", "number", "unit", "hedge", "scope", "polarity"),
    *("modality", "condition", "valid_from", "valid_to", "valid_basis", "voice", "speaker", "addressee"),
    *("occasion", "field"),
)
"""Columns that tell how it was read, in the order of telling."""


def explain_claim(asked: Asked, rows: list[Row]) -> Explanation:
    """How a statement was read: whose it is, how sure it is put, of which time, and where it stands."""
    row = rows[0]
    grounds = [Ground(f"{name}: {row[name]}") for name in _READ if row[name] not in (None, "")]
    where = Ground("read from", places=places_of(rows)) if row["start"] is not None else None
    chapters = [Chapter("read as", tuple(grounds)), *([Chapter("where", (where,))] if where else [])]
    title = f"{row['subject']}: {row['predicate']} {row['value']}"
    found = _findings(asked, row)
    told = {str(one["key"]): Ground(f"{one['title']} ({one['key']})") for one in found}
    if told:
        chapters.append(Chapter("findings with this place", tuple(told.values())))
    return Explanation("claim", str(row["key"]), title, tuple(chapters))


def _findings(asked: Asked, row: Row) -> list[Row]:
    """Conflicts with a place that touches the claim's; of a stored field, with that field."""
    if row["start"] is None:
        return view_rows(
            asked.db, "conflicts", "source = ? AND field = ?", str(row["source"]), str(row["field"])
        )
    found = view_rows(asked.db, "conflicts", "source = ?", str(row["source"]))
    start, end = int(str(row["start"])), int(str(row["end"]))
    return [
        one
        for one in found
        if one["start"] is not None and int(str(one["start"])) < end and start < int(str(one["end"]))
    ]
