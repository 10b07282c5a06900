"""What a source was taken for."""

from provenance.model.explanations import Chapter, Explanation, Ground
from provenance.report.words import with_labels
from provenance.stages.explain_names import Asked
from provenance.stages.explaining import figure_of
from provenance.store.views import Row, view_rows


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
        grounds.append(Ground(derived, score=figure_of(one["confidence"])))
    return Explanation("source", key, str(row["path"]), (Chapter("what is known of it", tuple(grounds)),))
