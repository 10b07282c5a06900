"""What two texts share, and how the direction was judged."""

from provenance.model.explanations import Chapter, Explanation, Ground, GroundPlace
from provenance.report.words import with_labels
from provenance.stages.explain_names import Asked
from provenance.stages.explaining import figure_of, listed_in
from provenance.store.views import Row


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
        score=figure_of(row["direction_confidence"]),
        parts=tuple(
            Ground(
                f"{one.get('towards')}: {with_labels(str(one.get('reason')), labels)}",
                score=figure_of(one.get("weight")),
            )
            for one in listed_in(row["evidence"])
        ),
    )
    changes = [
        Ground(f"{one.get('kind')}: “{one.get('a_text') or ''}” / “{one.get('b_text') or ''}”")
        for one in listed_in(row["changes"])
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


def explain_likeness(asked: Asked, rows: list[Row]) -> Explanation:
    """Two texts that resemble each other as wholes: the figures."""
    row = rows[0]
    kind = "near-duplicate" if "cluster" in row else "contained text"
    grounds = tuple(
        Ground(words, score=figure_of(row[name]))
        for name, words in (
            ("resemblance", "shared share of all their shingles"),
            ("containment", "share of the smaller one's shingles that the other has"),
        )
    )
    return Explanation(
        kind, str(row["key"]), f"{row['a_path']} / {row['b_path']}", (Chapter("why", grounds),)
    )


def _offsets(row: Row, side: str) -> tuple[int, int]:
    return int(str(row[f"{side}_start"])), int(str(row[f"{side}_end"]))
