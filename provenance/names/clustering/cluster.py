"""Names → clusters: the surest pairs first, and never two names together that conflict."""

from collections.abc import Hashable, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import Verdict
from provenance.model.settings import NameSettings
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.clustering.forms import compared_form
from provenance.names.clustering.merging import merge_best_first
from provenance.names.clustering.proofs import WordProof
from provenance.names.comparing.compare import compare_names, say_held

__all__ = ["cluster_names", "merge_best_first"]


def cluster_names(
    names: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings | None = None
) -> list[int]:
    """A cluster number for each (name, kind), counted from 0 in order of first appearance.

    The partition does not depend on the order of `names`. Two names whose comparison says "different",
    that are alike only as they look (a letter of another script), or of different kinds, are never in one
    cluster. The cost grows about as the number of names does, whatever they share: of two large clusters
    those stay apart of which too many names would have to be compared one by one (see `merging`).
    """
    chosen = settings or NameSettings()
    distinct = sorted(set(names))
    leader_of = _leaders(distinct, knowledge, chosen)
    leaders = sorted(set(leader_of))
    place_of = {leader: place for place, leader in enumerate(leaders)}
    listed = [distinct[leader] for leader in leaders]
    edges = []
    for i, j in candidate_pairs(listed, knowledge):
        compared = compare_names(listed[i][0], listed[j][0], listed[i][1], knowledge, chosen)
        if compared.verdict is Verdict.SAME:
            edges.append((compared.score, i, j))

    def conflicts(i: int, j: int) -> bool:
        (a, kind), (b, other_kind) = listed[i], listed[j]
        if kind != other_kind or say_held(a, b, kind, knowledge, chosen):
            return True
        return compare_names(a, b, kind, knowledge, chosen).score < chosen.different

    merged = merge_best_first(len(listed), edges, conflicts, WordProof(listed, knowledge))
    cluster_of = {name: merged[place_of[leader]] for name, leader in zip(distinct, leader_of, strict=True)}
    return _renumbered([cluster_of[name] for name in names])


def _leaders(distinct: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings) -> list[int]:
    """For each name the place of the first that is compared alike and is the same: it stands for both."""
    first: dict[tuple[str, Hashable], int] = {}
    leaders = []
    for place, (name, kind) in enumerate(distinct):
        leader = first.setdefault((kind, compared_form(name, kind, knowledge)), place)
        if leader != place:
            compared = compare_names(distinct[leader][0], name, kind, knowledge, settings)
            leader = leader if compared.verdict is Verdict.SAME else place
        leaders.append(leader)
    return leaders


def _renumbered(clusters: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(cluster, len(numbers)) for cluster in clusters]
