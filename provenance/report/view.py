"""What a report holds, in its order: the one value from which HTML and Markdown are written."""

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from provenance.model.conflicts import Conflict, ConflictClass, Level
from provenance.model.fingerprints import NearDuplicate
from provenance.model.names import EntityKind
from provenance.model.report import Coverage, ReportData
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.spans import Span
from provenance.report.cards import Card, make_cards
from provenance.report.copies import Copy, make_copies, ranked
from provenance.report.developments import Developments, make_developments
from provenance.report.families import Family, make_families
from provenance.report.inventory import Inventory, make_inventory
from provenance.report.places import Directory, SourceCard, make_directory
from provenance.report.sharing import Sharing, make_sharing
from provenance.report.spellings import Spellings, make_spellings
from provenance.report.states import PAIRS, PASSAGES, StatePair, make_states, page_of, state_passages
from provenance.report.texts import Marked, TextCard, choose_ranges, make_texts
from provenance.report.timeline import Timeline, make_timeline
from provenance.report.troubles import Trouble, group_troubles
from provenance.report.verdict import Totals, origins, total, verdict
from provenance.text.masking import is_all_furniture

CARDS = 100
"""Findings shown as cards; those after them are listed one a line."""
LISTED = 2_000
"""Findings listed one a line after the cards."""
COPIES = 80
"""Shared passages shown side by side; those after them are counted."""
APART = 60
"""Boilerplate and quotations listed one a line."""
MEMBERS = 60
"""Sources of one group that are named."""
ROWS = 300
"""Rows of the tables of groups and of documents that resemble each other."""


@frozen
class Group:
    """Sources not known to be independent of each other. `reasons`: (source, whether counted, why)."""

    number: int
    members: tuple[tuple[SourceCard, bool, str], ...]

    @property
    def shown(self) -> tuple[tuple[SourceCard, bool, str], ...]:
        """The first of them, as many as one list can hold."""
        return self.members[:MEMBERS]


@frozen
class Near:
    """Two sources that resemble each other as wholes; shares 0..1. `is_one_page`: states of one page."""

    a: SourceCard
    b: SourceCard
    resemblance: float
    containment: float
    is_one_page: bool


@frozen
class View:
    """All that a page shows. `rest`: findings after the cards, by number; `unlisted`: how many more.

    `bare`: sources that hold page furniture and no article.
    """

    data: ReportData
    verdict: str
    totals: Totals
    directory: Directory
    inventory: Inventory
    troubles: tuple[Trouble, ...]
    bare: tuple[SourceCard, ...]
    coverage: tuple[Coverage, ...]
    cards: tuple[Card, ...]
    rest: tuple[tuple[int, Conflict], ...]
    unlisted: int
    copies: tuple[Copy, ...]
    more_copies: int
    apart: tuple[Copy, ...]
    more_apart: int
    states: tuple[StatePair, ...]
    more_states: int
    twins: tuple[tuple[SourceCard, ...], ...]
    near: tuple[Near, ...]
    more_near: int
    sharing: Sharing
    spellings: Spellings
    groups: tuple[Group, ...]
    more_groups: int
    families: tuple[Family, ...]
    more_families: int
    timeline: Timeline
    developments: Developments
    texts: tuple[TextCard, ...]
    texts_note: str

    @property
    def name(self) -> str:
        """The report's title, which says what it is."""
        title = " ".join(self.data.title.split())
        if "discrepancy report" in title.casefold():
            return title
        return f"{title}: discrepancy report" if title else "Discrepancy report"

    @property
    def has_gaps(self) -> bool:
        """Was any source left out at any stage?"""
        return any(row.not_done or row.reason for row in self.coverage)

    @property
    def has_furniture(self) -> bool:
        """Is any page furniture marked in the texts shown?"""
        return any(stretch.furniture for text in self.texts for _, part in text.parts for stretch in part)

    @property
    def kinds_of_reuse(self) -> tuple[ReuseKind, ...]:
        """Kinds of shared text that occur, in the model's order."""
        found = {alignment.kind for alignment in self.data.alignments}
        return tuple(kind for kind in ReuseKind if kind in found)

    @property
    def origins(self) -> str:
        """A sentence on the documents as wholes."""
        return origins(self.data)

    @property
    def most_rows(self) -> int:
        """How many rows a list of sources has at most."""
        return ROWS

    def was_run(self, stage: str) -> bool:
        """Did the stage analyse any source, as far as the coverage says? True where it says nothing of it."""
        done = [row.done for row in self.coverage if row.stage == stage]
        return bool(self.totals.read) and (not done or any(done))

    @property
    def by_severity(self) -> tuple[tuple[Level, int], ...]:
        """How many findings of each severity, high first."""
        found = [conflict.severity for conflict in self.data.conflicts]
        return tuple((level, found.count(level)) for level in Level)

    @property
    def classes_found(self) -> tuple[ConflictClass, ...]:
        """Classes that occur, in the model's order."""
        found = {conflict.conflict_class for conflict in self.data.conflicts}
        return tuple(one for one in ConflictClass if one in found)

    @property
    def kinds_of_names(self) -> tuple[EntityKind, ...]:
        """Kinds of names that occur more than once, in the model's order."""
        shown = [*self.spellings.grids, *self.spellings.singles]
        found = {grid.entity.kind for grid in shown}
        return tuple(kind for kind in EntityKind if kind in found)


def make_view(data: ReportData) -> View:
    """Everything counted, numbered, ordered and cut to what one page can hold."""
    carded = data.conflicts[:CARDS]
    directory = make_directory(data)
    together, apart = ranked(data.alignments)
    passages = state_passages(data.versions, data.alignments)
    aligned = [*together[:COPIES], *(alignment for found in passages for alignment in found[:PASSAGES])]
    notices = [version.notice for version in data.versions[:PAIRS] if version.notice is not None]
    spans = _spans(carded, aligned) + notices
    shown, texts_note = choose_ranges(directory, spans)
    directory = evolve(directory, shown=shown)
    copies = make_copies(together[:COPIES], directory)
    states = make_states(data.versions, passages, directory)
    changed = [*copies, *(copy for pair in states for copy in pair.passages)]
    cards = make_cards(data, directory, carded, changed)
    listed = data.conflicts[CARDS : CARDS + LISTED]
    groups = _groups(data, directory)
    named = _named(carded, aligned + apart[:APART]) | {
        source_id for version in data.versions[:PAIRS] for source_id in (version.earlier, version.later)
    }
    marks = _marks(cards, aligned + apart[:APART], notices)
    families, more_families = make_families(data.lineage, directory, together)
    pages = page_of(data.versions)
    return View(
        data=data,
        verdict=verdict(data),
        totals=total(data),
        directory=directory,
        inventory=make_inventory(directory, named),
        troubles=group_troubles(directory.cards),
        bare=tuple(card for card in directory.cards if is_all_furniture(card.source)),
        coverage=data.coverage,
        cards=cards,
        rest=tuple(enumerate(listed, start=CARDS + 1)),
        unlisted=max(0, len(data.conflicts) - CARDS - LISTED),
        copies=copies,
        more_copies=max(0, len(together) - COPIES),
        apart=make_copies(apart[:APART], directory),
        more_apart=max(0, len(apart) - APART),
        states=states,
        more_states=max(0, len(data.versions) - PAIRS),
        twins=_twins(directory),
        near=tuple(_near(n, directory, pages) for n in data.near_duplicates[:ROWS]),
        more_near=max(0, len(data.near_duplicates) - ROWS),
        sharing=make_sharing(together, directory),
        spellings=make_spellings(data, directory),
        groups=groups[:ROWS],
        more_groups=max(0, len(groups) - ROWS),
        families=families,
        more_families=more_families,
        timeline=make_timeline(directory, data.lineage),
        developments=make_developments(data, directory),
        texts=make_texts(directory, shown, marks),
        texts_note=texts_note,
    )


def _spans(conflicts: Sequence[Conflict], alignments: Sequence[Alignment]) -> list[Span]:
    evidence = [e.span for c in conflicts for side in c.sides for e in side.evidence if e.span is not None]
    return evidence + [span for alignment in alignments for span in (alignment.a, alignment.b)]


def _named(conflicts: Sequence[Conflict], alignments: Sequence[Alignment]) -> set[str]:
    named = {e.source_id for c in conflicts for side in c.sides for e in side.evidence}
    return named | {span.source_id for alignment in alignments for span in (alignment.a, alignment.b)}


def _near(near: NearDuplicate, directory: Directory, pages: Mapping[str, str]) -> Near:
    is_one_page = near.a in pages and pages[near.a] == pages.get(near.b)
    a, b = directory.by_id[near.a], directory.by_id[near.b]
    return Near(a, b, near.resemblance, near.containment, is_one_page)


def _marks(
    cards: Sequence[Card], alignments: Sequence[Alignment], notices: Sequence[Span]
) -> dict[str, Marked]:
    evidence: dict[str, list[tuple[Span, int, str]]] = {}
    for card in cards:
        for side in card.conflict.sides:
            for span in (e.span for e in side.evidence if e.span is not None):
                evidence.setdefault(span.source_id, []).append((span, card.number, card.anchor))
    shared: dict[str, list[Span]] = {}
    for span in [*(side for each in alignments for side in (each.a, each.b)), *notices]:
        shared.setdefault(span.source_id, []).append(span)
    return {
        source: Marked(tuple(evidence.get(source, ())), tuple(shared.get(source, ())))
        for source in [*evidence, *shared]
    }


def _twins(directory: Directory) -> tuple[tuple[SourceCard, ...], ...]:
    by_content: dict[str, list[SourceCard]] = {}
    for card in directory.cards:
        if card.source.is_readable and card.source.content_id:
            by_content.setdefault(card.source.content_id, []).append(card)
    return tuple(tuple(cards) for cards in by_content.values() if len(cards) > 1)


def _groups(data: ReportData, directory: Directory) -> tuple[Group, ...]:
    members: dict[str, list[tuple[SourceCard, bool, str]]] = {}
    for group in data.groups:
        card = directory.by_id[group.source_id]
        members.setdefault(group.group, []).append((card, group.counts, group.reason))
    ordered = sorted(
        (sorted(found, key=lambda m: m[0].number) for found in members.values()), key=lambda m: m[0][0].number
    )
    return tuple(Group(number, tuple(found)) for number, found in enumerate(ordered, start=1))
