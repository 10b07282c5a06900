"""The report's first sentence: how many documents, and how much there is to check."""

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
    documents += f" ({unread:,} could not be read)" if unread else ""
    if not data.conflicts and not was_searched(data):
        return f"{documents}; differences were not searched for."
    return f"{documents}; {_findings(totals)}."


def origins(data: ReportData) -> str:
    """To how many origins the documents go back as wholes, which says nothing of any one statement."""
    totals = total(data)
    number = number_range(totals.least, totals.most, "origin")
    return f"As wholes, {count(totals.read, 'document')} may go back to {number}."


def independent_sources(data: ReportData) -> tuple[int, int]:
    """Fewest and most independent sources among the documents.

    Most: groups of sources tied by shared passages or a publisher. Fewest: those groups that count, for a
    source whose publisher is not stated may have its origin in common with any other.
    """
    groups = {group.group for group in data.groups}
    counted = {group.group for group in data.groups if group.counts}
    return len(counted), len(groups)


def was_searched(data: ReportData) -> bool:
    """Did the search for conflicts take in any source, as far as the coverage says?"""
    done = [row.done for row in data.coverage if row.stage == "conflicts"]
    return not done or any(done)


def _findings(totals: Totals) -> str:
    settled = f"{count(totals.settled, 'point')} settled by a person" if totals.settled else ""
    if not totals.to_check:
        return settled + ", none left to check" if settled else "no point to check was found"
    high = f", {totals.high:,} of them high" if totals.high else ", none of them high"
    if totals.to_check == 1:
        high = ", and it is high" if totals.high else ""
    return f"{count(totals.to_check, 'point')} to check{high}" + (f"; {settled}" if settled else "")
