"""The report's first sentence: how many documents, how many independent sources, how much to check."""

from collections.abc import Iterable

from attrs import frozen

from provenance.model.conflicts import Conflict, Level
from provenance.model.report import ReportData
from provenance.report.words import SETTLED, count, number_range


@frozen
class Totals:
    """Counts over the pile. `least`, `most`: independent sources among the documents that were read."""

    documents: int
    read: int
    least: int
    most: int
    is_grouped: bool
    to_check: int
    high: int
    settled: int


def total(data: ReportData) -> Totals:
    """All counts of the header."""
    states = dict(data.reviews)
    to_check = [conflict for conflict in data.conflicts if not is_settled(conflict, states)]
    least, most = independent_sources(data)
    return Totals(
        documents=len(data.sources),
        read=sum(source.is_readable for source in data.sources),
        least=least,
        most=most,
        is_grouped=bool(data.groups),
        to_check=len(to_check),
        high=sum(conflict.severity is Level.HIGH for conflict in to_check),
        settled=len(data.conflicts) - len(to_check),
    )


def is_settled(conflict: Conflict, states: dict[str, str]) -> bool:
    """Has a person decided, on the evidence that still stands?"""
    return states.get(conflict.key, "open") in SETTLED


def verdict(data: ReportData) -> str:
    """One true sentence about the pile."""
    totals = total(data)
    if not totals.documents:
        return "No document was given, so nothing was analysed."
    documents = count(totals.documents, "document")
    if not totals.read:
        return f"{documents}, none of which could be read, so nothing was analysed."
    unread = totals.documents - totals.read
    parts = [documents + (f" ({unread:,} could not be read)" if unread else "")]
    if totals.is_grouped:
        parts.append(number_range(totals.least, totals.most, "independent source"))
    return f"{', '.join(parts)}; {_findings(totals)}."


def independent_sources(data: ReportData) -> tuple[int, int]:
    """Fewest and most independent sources among the documents that were read.

    Fewest: groups of sources not known to be independent. Most: documents left when only those are
    joined that hold the same bytes, resemble each other as wholes, or are earlier and later text.
    """
    read = [source for source in data.sources if source.is_readable]
    ids = {source.id for source in read}
    by_content: dict[str, str] = {}
    links = [(near.a, near.b) for near in data.near_duplicates]
    links += [(edge.parent, edge.child) for edge in data.lineage]
    for source in read:
        first = by_content.setdefault(source.content_id or source.id, source.id)
        links.append((first, source.id))
    joined = _components(ids, links)
    group_of = {group.source_id: group.group for group in data.groups}
    least = len({group_of.get(source.id, source.id) for source in read})
    return min(least, joined), joined


def _components(ids: set[str], links: Iterable[tuple[str, str]]) -> int:
    parent = {one: one for one in ids}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in links:
        if a in ids and b in ids:
            parent[root(a)] = root(b)
    return sum(parent[one] == one for one in ids)


def _findings(totals: Totals) -> str:
    settled = f"{count(totals.settled, 'point')} settled by a person" if totals.settled else ""
    if not totals.to_check:
        return settled + ", none left to check" if settled else "no point to check was found"
    high = f", {totals.high:,} of them high" if totals.high else ", none of them high"
    if totals.to_check == 1:
        high = ", and it is high" if totals.high else ""
    return f"{count(totals.to_check, 'point')} to check{high}" + (f"; {settled}" if settled else "")
