"""An invented pile with a family of texts, a lost ancestor, a page in two states and typed changes."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.model.reuse import (
    Alignment,
    Change,
    ChangeKind,
    Direction,
    DirectionEvidence,
    Lineage,
    PageVersion,
    ReuseKind,
)
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span

TEXTS = {
    "s-1": "The mill at Dorn burned down on Monday. Hassan Ali, 34, saw nine men run. The roof may fall.",
    "s-2": "The mill at Dorn burned down on Monday. Hussein Ali, 34, saw six men run. The roof will fall.",
    "s-3": "The mill of Dorn burned down on Monday. Hussein Ali, 84, saw six men run.",
    "s-4": "Our mill page. The owner paid 400 crowns for the roof.",
    "s-5": "Our mill page. The owner paid 900 crowns for the roof. Corrected on Friday: the price was wrong.",
    "s-6": "The mill at Dorn burned down on Monday, said a herald.",
}


def change(kind: ChangeKind, a: tuple[str, str], b: tuple[str, str], judgement: str = "") -> Change:
    """(source, text) on both sides; a text that does not stand there is an insertion at the end."""
    ends = []
    for source_id, text in (a, b):
        at = TEXTS[source_id].index(text) if text else len(TEXTS[source_id])
        ends += [at, at + len(text), text]
    return Change(kind, *ends, judgement)


def whole(source_id: str, until: str = "") -> Span:
    """All of a text, or up to the end of `until`."""
    text = TEXTS[source_id]
    return Span(source_id, 0, text.index(until) + len(until) if until else len(text))


def reuse_pile(data: ReportData) -> ReportData:
    """`data` with this pile instead of its own."""
    sources = tuple(
        Source(
            key, f"{key}.txt", State.READ, (key[-1] * 64), "text/plain", text, "en",
            metadata=(Metadatum("publisher", f"Paper {key[-1]}", Basis.STATED),),
        )
        for key, text in TEXTS.items()
    )  # fmt: skip
    evidence = (
        DirectionEvidence(Direction.A_TO_B, 0.8, "text b credits text a"),
        DirectionEvidence(Direction.B_TO_A, 0.1, "text b is the longer one"),
        DirectionEvidence(Direction.UNKNOWN, 0.0, "a posting date alone"),
    )
    first = Alignment(
        whole("s-1"), whole("s-2"), ReuseKind.EDITED, 0.8,
        (
            change(ChangeKind.NAME, ("s-1", "Hassan Ali"), ("s-2", "Hussein Ali"), "another name"),
            change(ChangeKind.NUMBER, ("s-1", "nine"), ("s-2", "six")),
            change(ChangeKind.MODALITY, ("s-1", "may"), ("s-2", "will")),
        ),
        Direction.A_TO_B, "text b credits text a", 0.84, evidence,
    )  # fmt: skip
    second = Alignment(
        whole("s-2", "run."), whole("s-3"), ReuseKind.PARAPHRASE, 0.9,
        (
            change(ChangeKind.WORDING, ("s-2", "at"), ("s-3", "of")),
            change(ChangeKind.NUMBER, ("s-2", "34"), ("s-3", "84"), "possible misreading"),
        ),
        Direction.COMMON_SOURCE, "both credit one agency", 0.7,
        (DirectionEvidence(Direction.COMMON_SOURCE, 0.7, "both credit one agency"),), "Norvik Press",
    )  # fmt: skip
    states = Alignment(
        whole("s-4"), whole("s-5", "roof."), ReuseKind.VERSION, 0.95,
        (change(ChangeKind.NUMBER, ("s-4", "400"), ("s-5", "900")),),
    )  # fmt: skip
    notice = "Corrected on Friday: the price was wrong."
    at = TEXTS["s-5"].index(notice)
    version = PageVersion(
        "s-4", "s-5", "s-4", True, "one address; text b has the later date", Span("s-5", at, at + len(notice))
    )
    lineage = (
        Lineage("s-1", "x-1", "s-1", 0.55, "no text has all that they share"),
        Lineage("s-1", "x-1", "s-6", 0.55, "no text has all that they share"),
        Lineage("s-1", "s-1", "s-2", 0.84, "text b credits text a"),
        Lineage("s-1", "s-2", "s-3", 0.65, "text b has the other name too"),
        Lineage("s-1", "s-1", "s-3", 0.31, "the age is the same"),
    )
    return evolve(
        data, sources=sources, conflicts=(), alignments=(first, second, states), near_duplicates=(),
        entities=(), pairs=(), claims=(), groups=(), lineage=lineage, versions=(version,),
    )  # fmt: skip
