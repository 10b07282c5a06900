"""Why figures are one timeline, and why quotations are one utterance."""

from provenance.model.explanations import Chapter, Explanation, Ground
from provenance.stages.explain_names import Asked
from provenance.stages.explaining import places_of
from provenance.store.views import Row


def explain_timeline(asked: Asked, rows: list[Row]) -> Explanation:
    """Each figure with the day for which it holds and what that day rests on; which of them are stale."""
    row = rows[0]
    points = tuple(_point(one) for one in rows)
    rule = Ground(
        "figures for one question, each with a day for which it holds; a later figure that does not fall "
        "takes the place of an earlier one: no conflict"
    )
    stale = [one for one in rows if one["is_stale"]]
    chapters = [Chapter("rule", (rule,)), Chapter("figures by day", points)]
    if stale:
        said = "a text gives a figure after another had replaced it; a finding too, unless its words date it"
        chapters.append(Chapter("stale", (Ground(said, places=places_of(stale)),)))
    unit = f" ({row['unit']})" if row["unit"] else ""
    title = f"{row['subject']}: {row['predicate']}{unit}, {len(rows)} figures"
    return Explanation("timeline", str(row["key"]), title, tuple(chapters))


def _point(row: Row) -> Ground:
    stale = ", stale" if row["is_stale"] else ""
    basis = f" (the day is {row['basis']})" if row["basis"] else ""
    return Ground(f"{row['at']}: {row['value']}{stale}{basis}", places=places_of([row]))


def explain_quotation(asked: Asked, rows: list[Row]) -> Explanation:
    """The fullest use, and each other one with how it stands to that."""
    row = rows[0]
    rule = Ground(
        "quotations with runs of words in common; each is laid beside the fullest, and only where both have "
        "words can they differ: what one leaves out is an excerpt"
    )
    uses = tuple(_use(one) for one in rows)
    chapters = (Chapter("rule", (rule,)), Chapter("uses", uses))
    return Explanation(
        "quotation", str(row["key"]), f"{row['speaker'] or 'nobody named'}: {row['words']}", chapters
    )


def _use(row: Row) -> Ground:
    told = [str(row["variant"])]
    for name, words in (
        ("said_by", "said by"),
        ("differs", "differs in"),
        ("addressee", "to"),
        ("occasion", "at"),
    ):
        if row[name]:
            told.append(f"{words} {row[name]}")
    claim = (Ground(f"claim {row['claim']}"),) if row["claim"] else ()
    return Ground(", ".join(told), places=places_of([row]), parts=claim)
