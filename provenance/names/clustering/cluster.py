"""Names → clusters: the surest pairs first, and never two names together that conflict."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import NameComparison, Verdict
from provenance.model.settings import NameSettings
from provenance.names.clustering.blocking import Blocks, Forms, name_order, pair_number
from provenance.names.clustering.merging import merge_best_first
from provenance.names.clustering.proofs import WordProof
from provenance.names.clustering.torn import without_torn
from provenance.names.comparing.compare import compare_names, say_held
from provenance.names.comparing.disguises import has_strangers

__all__ = ["cluster_and_count", "cluster_names", "merge_best_first"]


def cluster_names(
    names: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings | None = None
) -> list[int]:
    """A cluster number for each (name, kind), counted from 0 in order of first appearance.

    The partition does not depend on the order of `names`. Two names whose comparison says "different",
    that are alike only as they look (a letter of another script), or of different kinds, are never in one
    cluster. A name to which two others that conflict add an initial or a generation is in neither's.
    The cost grows about as the number of names does, whatever they share: of two large clusters those stay
    apart of which too many names would have to be compared one by one (see `merging`).
    """
    return cluster_and_count(names, knowledge, settings)[0]


def cluster_and_count(
    names: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings | None = None
) -> tuple[list[int], int]:
    """(clusters as above, how many pairs of whole names were compared for them)."""
    distinct = sorted(set(names), key=name_order)
    pairs = _Pairs(distinct, knowledge, settings or NameSettings())
    forms, blocks = Forms(knowledge), Blocks(knowledge)
    leader_of = []
    for place, (name, kind) in enumerate(distinct):
        leader = forms.alike(place, name, kind)[0]
        if leader == place or not pairs.are_same(leader, place):
            blocks.add(place, name, kind)
            leader = place
        leader_of.append(leader)
    edges = []
    spent = [0] * len(distinct)
    for i, j in sorted(blocks.pairs()):
        spent[i] += 1
        compared = pairs.compare(i, j)
        if compared.verdict is Verdict.SAME:
            edges.append((compared.score, i, j))
    edges = without_torn(edges, distinct, pairs.conflict)
    merged = merge_best_first(len(distinct), edges, pairs.conflict, WordProof(distinct, knowledge), spent)
    cluster_of = {name: merged[leader] for name, leader in zip(distinct, leader_of, strict=True)}
    return _renumbered([cluster_of[name] for name in names]), pairs.count


class _Pairs:
    """Compares names by their places, and remembers which conflict. `count`: of the comparisons."""

    def __init__(
        self, names: Sequence[tuple[str, str]], knowledge: Knowledge, settings: NameSettings
    ) -> None:
        self._names = names
        self._knowledge = knowledge
        self._settings = settings
        self._known: dict[int, bool] = {}
        self.count = 0

    def compare(self, i: int, j: int) -> NameComparison:
        """Two names of one kind."""
        (a, kind), (b, _) = self._names[i], self._names[j]
        self.count += 1
        compared = compare_names(a, b, kind, self._knowledge, self._settings)
        conflicts = compared.score < self._settings.different
        if not conflicts and (has_strangers(a) or has_strangers(b)):
            conflicts = say_held(a, b, kind, self._knowledge, self._settings) != ""
        self._known[pair_number(i, j)] = conflicts
        return compared

    def are_same(self, i: int, j: int) -> bool:
        """Two names of one kind: is the verdict that they are one?"""
        return self.compare(i, j).verdict is Verdict.SAME

    def conflict(self, i: int, j: int) -> bool:
        """May the two never be in one cluster?"""
        if self._names[i][1] != self._names[j][1]:
            return True
        pair = pair_number(i, j)
        if pair not in self._known:
            self.compare(i, j)
        return self._known[pair]


def _renumbered(clusters: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(cluster, len(numbers)) for cluster in clusters]
