"""The list of near-duplicate documents, by cluster, and of texts that stand whole in others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import click

from provenance.api import Case
from provenance.commands._formats import as_table
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import Filters, Telling, filter_options, format_options, print_view
from provenance.commands._terminal import one_line

SHOWN = ("no", "what", "resemblance", "containment", "published", "path", "key")
"""Columns of a cluster's table; the other formats list pairs, with all columns of the view."""
CONTAINED = ("what", "containment", "resemblance", "a_path", "b_path", "key")
NEARLY_ALL = 0.9
"""Share of the runs of three words from which a text is nearly another one, or stands nearly whole in it."""
MUCH = 0.5
"""Resemblance from which two texts are much the same; what is listed below has a good part in common."""
MOST_MEMBERS = 50
"""Members of a cluster that a table shows."""

Row = dict[str, object]


@click.command("duplicates", epilog="Example: provenance duplicates --containment")
@click.option(
    "--containment",
    "is_containment",
    is_flag=True,
    help="List texts of which all or most stands in another one.",
)
@filter_options("about", "between", "publisher")
@format_options
@pass_invocation
def duplicates(invocation: Invocation, is_containment: bool, filters: Filters, format_: str) -> None:
    """List documents that resemble each other, by cluster, the earliest dated one first.

    Resemblance: the share of three-word runs that both have. Containment: the share of the shorter
    one's that the other has. Each is held against the one in the cluster that it resembles most.

    Clusters are built on resemblance. A short text inside a long one resembles it little: --containment
    lists such pairs (a in b), measured by itself. The other formats list pairs, not clusters.
    """
    if is_containment:
        nothing = "no text stands whole, or for the most part, in another one"
        print_view(
            invocation, "contained_texts", filters, format_, CONTAINED, nothing, Telling(_draw_contained)
        )
        return
    nothing = "no near-duplicates were found"
    print_view(invocation, "near_duplicates", filters, format_, (), nothing, Telling(_draw))


def _draw_contained(_case: Case, pairs: Sequence[Row]) -> str:
    """The pairs with how much of a stands in b, in words."""
    return as_table([{**pair, "what": _contained(_share(pair, "containment"))} for pair in pairs], CONTAINED)


def _contained(share: float) -> str:
    if share < NEARLY_ALL:
        return "most of a in b"
    return "a in b, nearly whole" if share < 1 else "a in b, whole"


def _share(pair: Row, name: str) -> float:
    return float(str(pair[name]))


def _draw(case: Case, pairs: Sequence[Row]) -> str:
    """The clusters that the pairs belong to, one table each, the largest first."""
    linked: dict[str, list[Row]] = defaultdict(list)
    for pair in pairs:
        linked[str(pair["cluster"])].append(pair)
    texts: dict[str, list[Row]] = defaultdict(list)
    wanted = {str(pair[side]) for pair in pairs for side in ("a", "b")}
    for row in case.rows("duplicate_texts"):
        if str(row["source"]) in wanted:
            texts[str(row["cluster"])].append(row)
    order = sorted(linked, key=lambda name: (-len(texts[name]), [str(row["path"]) for row in texts[name]]))
    return "\n\n".join(_cluster(name, sorted(texts[name], key=_date), linked[name]) for name in order)


def _date(row: Row) -> tuple[bool, str, str, str]:
    """The earliest dated first, what is not dated last."""
    latest = str(row["published_latest"] or "")
    return not latest, latest, str(row["path"]), str(row["source"])


def _cluster(name: str, members: Sequence[Row], pairs: Sequence[Row]) -> str:
    head = f"{len(members)} texts, cluster {name}: {_earliest(members)}"
    lines = [head, as_table(list(_lines(members[:MOST_MEMBERS], pairs)), SHOWN)]
    if len(members) > MOST_MEMBERS:
        lines.append(f"… and {len(members) - MOST_MEMBERS:,} more; --format csv lists the pairs of all")
    return "\n".join(lines)


def _earliest(members: Sequence[Row]) -> str:
    """Which is dated first, as far as their time zones leave that open."""
    first = members[0]
    if not first["published_latest"]:
        return "none is dated"
    others = [str(row["published_earliest"]) for row in members[1:] if row["published_earliest"]]
    is_sure = all(str(first["published_latest"]) < other for other in others)
    said = "the earliest dated is" if is_sure else "the earliest dated, though others can be as early, is"
    return f"{said} {one_line(str(first['path']))} ({first['published']})"


def _lines(members: Sequence[Row], pairs: Sequence[Row]) -> Iterator[Row]:
    number = {str(row["source"]): place for place, row in enumerate(members, 1)}
    best = _nearest(number, pairs)
    for place, row in enumerate(members, 1):
        pair = best.get(str(row["source"]))
        other = 0 if pair is None else _partner(number, pair, place)
        shown = {} if pair is None else {name: pair[name] for name in ("resemblance", "containment", "key")}
        what = "first"
        if pair is not None and other:
            what = _likeness(row, members[other - 1], other, _share(pair, "resemblance"))
        yield {"no": place, "what": what, "published": row["published"], "path": row["path"], **shown}


def _nearest(number: Mapping[str, int], pairs: Sequence[Row]) -> dict[str, Row]:
    """Source → the pair in which it resembles one listed before it most, else one listed at all."""
    best: dict[str, tuple[tuple[bool, float, int], Row]] = {}
    for pair in pairs:
        a, b = number.get(str(pair["a"]), 0), number.get(str(pair["b"]), 0)
        if not a or not b:
            continue
        for own, place, other in ((str(pair["a"]), a, b), (str(pair["b"]), b, a)):
            weight = (other < place, _share(pair, "resemblance"), -other)
            if place > 1 and (own not in best or weight > best[own][0]):
                best[own] = (weight, pair)
    return {source: pair for source, (_, pair) in best.items()}


def _partner(number: Mapping[str, int], pair: Row, place: int) -> int:
    a, b = number[str(pair["a"])], number[str(pair["b"])]
    return b if a == place else a


def _likeness(row: Row, other: Row, number: int, resemblance: float) -> str:
    """How like the two are, in words. `resemblance`: 0..1."""
    if row["sha256"] == other["sha256"]:
        return f"the same bytes as {number}"
    pages = [str(each["version_of"] or each["source"]) for each in (row, other)]
    page = ", a state of its page" if pages[0] == pages[1] else ""
    if row["folded_sha256"] == other["folded_sha256"]:
        return f"the same text as {number}{page}"
    if resemblance >= NEARLY_ALL:
        return f"nearly the same as {number}{page}"
    how = "much" if resemblance >= MUCH else "in good part"
    return f"{how} the same as {number}{page}"
