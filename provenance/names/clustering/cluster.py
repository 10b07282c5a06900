"""Names → clusters: the surest pairs first, and never two names together that conflict."""

from collections.abc import Callable, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import Verdict
from provenance.model.settings import NameSettings
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.comparing.compare import compare_names, say_held


def cluster_names(
    names: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings | None = None
) -> list[int]:
    """A cluster number for each (name, kind), counted from 0 in order of first appearance.

    The partition does not depend on the order of `names`. Two names whose comparison says "different",
    that are alike only as they look (a letter of another script), or of different kinds, are never in one
    cluster.
    """
    chosen = settings or NameSettings()
    distinct = sorted(set(names))
    edges = []
    for i, j in candidate_pairs(distinct, knowledge):
        compared = compare_names(distinct[i][0], distinct[j][0], distinct[i][1], knowledge, chosen)
        if compared.verdict is Verdict.SAME:
            edges.append((compared.score, i, j))

    def conflicts(i: int, j: int) -> bool:
        (a, kind), (b, other_kind) = distinct[i], distinct[j]
        if kind != other_kind or say_held(a, b, kind, knowledge, chosen):
            return True
        return compare_names(a, b, kind, knowledge, chosen).score < chosen.different

    merged = merge_best_first(len(distinct), edges, conflicts)
    cluster_of = dict(zip(distinct, merged, strict=True))
    return _renumbered([cluster_of[name] for name in names])


def merge_best_first(
    count: int, scored_edges: Sequence[tuple[float, int, int]], is_vetoed: Callable[[int, int], bool]
) -> list[int]:
    """A cluster number for each of `count` things, joined along (score, i, j), the best first; ties by i, j.

    Two clusters are joined only if `is_vetoed` holds for no pair across them.
    """
    cluster_of = list(range(count))
    members = {place: [place] for place in range(count)}
    for _, i, j in sorted(scored_edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        a, b = cluster_of[i], cluster_of[j]
        if a == b or any(is_vetoed(x, y) for x in members[a] for y in members[b]):
            continue
        for moved in members.pop(b):
            cluster_of[moved] = a
            members[a].append(moved)
    return cluster_of


def _renumbered(clusters: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(cluster, len(numbers)) for cluster in clusters]
