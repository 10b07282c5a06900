"""What is stored of why, for everything that is no name: passages, claims, conflicts, sources."""

import json
from collections.abc import Callable, Mapping, Sequence

from provenance.model.explanations import Chapter, Explanation, Ground, GroundPlace
from provenance.report.words import with_labels
from provenance.stages.explain_names import Asked
from provenance.store.views import Row, view_rows


def explain_conflict(asked: Asked, rows: list[Row]) -> Explanation:
    """What cannot hold together, how grave and how sure that is, and each side with its places."""
    row = rows[0]
    grave = f"{row['severity']}: consequence {row['consequence']}, certainty {row['certainty']}"
    sides: dict[object, list[Row]] = {}
    for one in rows:
        sides.setdefault(one["side"], []).append(one)
    told = tuple(
        Ground(
            f"side {side}: {same[0]['value']}; sources not known to depend on each other: {_range(same[0])}",
            places=_places(same),
        )
        for side, same in sides.items()
    )
    chapters = (
        Chapter(
            "why", (Ground(str(row["why"])), Ground(f"class: {row['class']}"), Ground(f"severity {grave}"))
        ),
        Chapter("sides", told),
    )
    return Explanation("conflict", str(row["key"]), str(row["title"]), chapters)


def explain_passage(asked: Asked, rows: list[Row]) -> Explanation:
    """What two places share, and by what its direction was judged."""
    row = rows[0]
    labels = {"a": str(row["a_path"]), "b": str(row["b_path"])}
    places = tuple(
        GroundPlace(str(row[side]), str(row[f"{side}_path"]), *_offsets(row, side), str(row[f"{side}_text"]))
        for side in "ab"
    )
    shared = Ground(f"{row['kind']}: {float(str(row['similarity'])):.0%} of the words equal", places=places)
    judged = Ground(
        f"direction {row['direction']}: {with_labels(str(row['direction_reason']), labels)}",
        score=_figure(row["direction_confidence"]),
        parts=tuple(
            Ground(
                f"{one.get('towards')}: {with_labels(str(one.get('reason')), labels)}",
                score=_figure(one.get("weight")),
            )
            for one in _listed(row["evidence"])
        ),
    )
    changes = [
        Ground(f"{one.get('kind')}: “{one.get('a_text') or ''}” / “{one.get('b_text') or ''}”")
        for one in _listed(row["changes"])
    ]
    chapters = [
        Chapter("shared", (shared,)),
        Chapter("direction", (judged,)),
        Chapter("changes", tuple(changes)),
    ]
    title = f"{row['kind']} passage of {row['a_path']} and {row['b_path']}"
    return Explanation(
        "reused passage", str(row["key"]), title, tuple(one for one in chapters if one.grounds)
    )


def explain_claim(asked: Asked, rows: list[Row]) -> Explanation:
    """How a statement was read: whose it is, how sure it is put, and where it stands."""
    row = rows[0]
    read = ("kind", "subject", "predicate", "value", "number", "unit", "hedge", "voice", "speaker", "field")
    grounds = [
        Ground(f"{name}: {row[name]}")
        for name in (*read, "valid_from", "valid_to")
        if row[name] not in (None, "")
    ]
    where = Ground("read from", places=_places(rows)) if row["start"] is not None else None
    chapters = [Chapter("read as", tuple(grounds)), *([Chapter("where", (where,))] if where else [])]
    title = f"{row['subject']}: {row['predicate']} {row['value']}"
    conflicts = view_rows(
        asked.db, "conflicts", "source = ? AND quote = ?", str(row["source"]), str(row["quote"])
    )
    told = {str(one["key"]): Ground(f"{one['title']} ({one['key']})") for one in conflicts}
    found = [Chapter("conflicts with this quotation", tuple(told.values()))] if told else []
    return Explanation("claim", str(row["key"]), title, (*chapters, *found))


def explain_source(asked: Asked, rows: list[Row]) -> Explanation:
    """What a source was taken for: its state, its date and its group of dependence, each with the reason."""
    row = rows[0]
    key = str(row["key"])
    grounds = [Ground(f"{row['state']}" + (f": {row['problem']}" if row["problem"] else ""))]
    dated = (
        f"published {row['published']} ({row['published_basis']})" if row["published"] else "date not known"
    )
    grounds.append(Ground(dated))
    groups = view_rows(asked.db, "source_groups", "source = ?", key)
    grounds += [Ground(f"dependence group {one['dependence_group']}: {one['reason']}") for one in groups]
    paths = {str(one["key"]): str(one["path"]) for one in view_rows(asked.db, "sources")}
    for one in view_rows(asked.db, "lineage", "child = ?", key):
        parent = str(one["parent"])
        labels = dict(zip("ab", (paths.get(name, name) for name in sorted((parent, key))), strict=True))
        reason = with_labels(str(one["reason"]), labels)
        derived = f"derives from {paths.get(parent, parent)}: {reason}"
        grounds.append(Ground(derived, score=_figure(one["confidence"])))
    return Explanation("source", key, str(row["path"]), (Chapter("what is known of it", tuple(grounds)),))


def explain_likeness(asked: Asked, rows: list[Row]) -> Explanation:
    """Two texts that resemble each other as wholes: the figures."""
    row = rows[0]
    kind = "near-duplicate" if "cluster" in row else "contained text"
    grounds = tuple(
        Ground(words, score=_figure(row[name]))
        for name, words in (
            ("resemblance", "shared share of all their shingles"),
            ("containment", "share of the smaller one's shingles that the other has"),
        )
    )
    return Explanation(
        kind, str(row["key"]), f"{row['a_path']} / {row['b_path']}", (Chapter("why", grounds),)
    )


FINDINGS: Mapping[str, Callable[[Asked, list[Row]], Explanation]] = {
    "conflict": explain_conflict,
    "reused passage": explain_passage,
    "claim": explain_claim,
    "source": explain_source,
    "near-duplicate": explain_likeness,
    "contained text": explain_likeness,
}
"""Kind of thing, as in model/keys.py → what explains it."""


def _places(rows: Sequence[Row]) -> tuple[GroundPlace, ...]:
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


def _offsets(row: Row, side: str) -> tuple[int, int]:
    return int(str(row[f"{side}_start"])), int(str(row[f"{side}_end"]))


def _range(row: Row) -> str:
    low, high = row["independent_min"], row["independent_max"]
    return str(low) if low == high else f"{low} to {high}"


def _listed(written: object) -> list[dict[str, object]]:
    found = json.loads(str(written or "[]"))
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _figure(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
