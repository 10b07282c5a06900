"""Groups of sources not known to be independent, and who derives from whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.fingerprints import NearDuplicate
from provenance.model.reuse import Alignment, Lineage, PageVersion, ReuseKind, SourceGroup
from provenance.model.sources import Source
from provenance.reuse.descent.lineage import draw_lineage
from provenance.text.components import find_components
from provenance.text.masking import article_length

LEAST_COVERAGE = 0.2
"""Share of either text that shared passages cover, from which two sources are one group, 0..1."""
LEAST_CHARACTERS = 600
"""Or so many code points: about a hundred words."""
MOST_REASONS = 4
"""Links of a source that its reason names."""


def find_groups(
    alignments: Sequence[Alignment],
    sources: Sequence[Source],
    near: Sequence[NearDuplicate],
    versions: Sequence[PageVersion] = (),
    lineage: Sequence[Lineage] | None = None,
) -> tuple[list[SourceGroup], list[Lineage]]:
    """One row a source, in the order of ids; and the lineage, if it was not judged with the directions drawn
    from them alone.

    Sources are joined by reuse that covers LEAST_COVERAGE of either (boilerplate and quotations do not
    count), by near-duplicate texts, and by one publisher. One source a group counts: the earliest that is
    dated, else the least id. A group whose publisher nobody states may have the same origin as any other: it
    does not count beside others. So the counts add up to the least number of origins, the groups to the most.
    """
    by_id = {source.id: source for source in sources}
    links = _links(alignments, by_id, near, versions)
    group_of = find_components(sorted(by_id), sorted(links))
    links_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (a, b), text in sorted(links.items()):
        links_of[a].append((b, text))
        links_of[b].append((a, text))
    members = defaultdict(list)
    for source_id in sorted(group_of):
        members[group_of[source_id]].append(source_id)
    is_known = {name: any(by_id[m].value("publisher") for m in ids) for name, ids in members.items()}
    first_of_unknown = min(members, default="") if not any(is_known.values()) else ""
    groups: list[SourceGroup] = []
    for name in sorted(members):
        does_count = is_known[name] or name == first_of_unknown
        groups += _rows(name, members[name], by_id, links_of, does_count)
    return sorted(groups), list(lineage if lineage is not None else draw_lineage(alignments))


def _rows(
    name: str,
    ids: list[str],
    by_id: Mapping[str, Source],
    links: Mapping[str, Sequence[tuple[str, str]]],
    does_count: bool,
) -> list[SourceGroup]:
    counted = min(ids, key=lambda each: (*_published(by_id[each]), each))
    rows = []
    for each in ids:
        reasons = [f"with {by_id[other].path}: {text}" for other, text in links.get(each, ())]
        if not by_id[each].value("publisher"):
            reasons.append("publisher not stated: may have one origin with any other")
        if each == counted and does_count and len(ids) > 1:
            is_dated = _published(by_id[each])[0] == 0
            reasons.append("counted: the earliest dated" if is_dated else "counted: none is dated")
        rows.append(SourceGroup(each, name, does_count and each == counted, "; ".join(_shortened(reasons))))
    return rows


def _shortened(reasons: list[str]) -> list[str]:
    """The first ones and the last two, which speak of the source itself."""
    if len(reasons) <= MOST_REASONS + 2:
        return reasons
    left_out = len(reasons) - MOST_REASONS - 2
    return [*reasons[:MOST_REASONS], f"{left_out} more", *reasons[-2:]]


def _published(source: Source) -> tuple[int, str]:
    found = source.first("published")
    return (0, found.latest) if found is not None and found.latest else (1, "")


def _links(
    alignments: Sequence[Alignment],
    by_id: Mapping[str, Source],
    near: Sequence[NearDuplicate],
    versions: Sequence[PageVersion],
) -> dict[tuple[str, str], str]:
    """Pairs of sources, the less id first, that are not independent, with the reason."""
    links: dict[tuple[str, str], str] = {}
    page_of = {name: each.page for each in versions for name in (each.earlier, each.later)}
    for (a, b), share, characters in _shared(alignments, by_id):
        if share >= LEAST_COVERAGE or characters >= LEAST_CHARACTERS:
            is_one_page = page_of.get(a, a) == page_of.get(b, b)
            what = "another state of one page" if is_one_page else "shared passages"
            links[a, b] = f"{what}, {share:.0%} of one covered"
    for each in near:
        if each.a in by_id and each.b in by_id:
            links[each.a, each.b] = f"near-duplicate, resemblance {each.resemblance:.2f}"
    for a, b in _same_publisher(by_id):
        links.setdefault((a, b), f"one publisher: {by_id[a].value('publisher')}")
    for version in versions:
        a, b = sorted((version.earlier, version.later))
        links[a, b] = f"another state of one page: {version.reason}"
    return links


def _shared(
    alignments: Sequence[Alignment], by_id: Mapping[str, Source]
) -> list[tuple[tuple[str, str], float, int]]:
    """Pairs with the share of the text covered more, 0..1, and the code points covered in it."""
    ranges: dict[tuple[str, str], tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for each in alignments:
        pair = each.a.source_id, each.b.source_id
        is_common = each.kind in (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION)
        if is_common or pair[0] == pair[1] or pair[0] not in by_id or pair[1] not in by_id:
            continue
        sides = ranges.setdefault(pair, ([], []))
        sides[0].append((each.a.start, each.a.end))
        sides[1].append((each.b.start, each.b.end))
    found = []
    for pair in sorted(ranges):
        covered = [_length(side) for side in ranges[pair]]
        shares = [c / max(1, article_length(by_id[name])) for c, name in zip(covered, pair, strict=True)]
        found.append((pair, max(shares), max(covered)))
    return found


def _length(ranges: list[tuple[int, int]]) -> int:
    total, reached = 0, -1
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _same_publisher(by_id: Mapping[str, Source]) -> list[tuple[str, str]]:
    """Each source and the one before it of the same publisher."""
    last: dict[str, str] = {}
    pairs = []
    for source_id in sorted(by_id):
        publisher = (by_id[source_id].value("publisher") or "").casefold()
        if publisher:
            if publisher in last:
                pairs.append((last[publisher], source_id))
            last[publisher] = source_id
    return pairs
