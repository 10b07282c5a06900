"""Two short texts through all that judges them, as two sources of one event: no database."""

import csv
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from provenance import find_reuse
from provenance import names as name_subject
from provenance.claims import find_claims
from provenance.conflicts import find_conflicts
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.pool import Pool
from provenance.model.settings import ClaimSettings, NameSettings
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.readers.gazetteers import load_knowledge
from provenance.stages.annotate import annotate, resolved

FOLDER = Path(__file__).parent / "minimal_pairs"
QUIET = frozenset({ConflictKind.NAME_VARIANT, ConflictKind.METADATA, ConflictKind.DESCRIPTION})
"""Kinds of findings that no pair is silent about: spellings, and what a page says of itself."""


@frozen
class MinimalPair:
    """`is_conflict`: must something be found? `b` is "" where one text is in question."""

    kind: str
    is_conflict: bool
    a: str
    b: str
    a_date: str
    b_date: str
    note: str


def read_pairs(file: Path) -> Iterator[MinimalPair]:
    """The rows of a table of pairs; its name is the kind."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            a, b = (row[name].replace("\\n", "\n") for name in "ab")
            yield MinimalPair(
                file.stem, row["verdict"] == "conflict", a, b, row["a_date"], row["b_date"], row["note"]
            )


def findings_of(pair: MinimalPair) -> list[Conflict]:
    """What is found between the two texts of a pair, or in its one text."""
    knowledge = load_knowledge()
    texts = {name: text for name, text in (("a", pair.a), ("b", pair.b)) if text}
    dates = {"a": pair.a_date, "b": pair.b_date}
    sources = [_source(name, text, dates[name]) for name, text in texts.items()]
    alignments = find_reuse(texts)
    mentions = name_subject.find_mentions(texts, knowledge, None)
    aliases = name_subject.find_aliases(texts, mentions, knowledge)
    table = name_subject.resolve(texts, mentions, aliases, alignments, knowledge, NameSettings())
    annotated = annotate(sources, resolved(table.entities, texts), table.aliases, alignments)
    claims = tuple(claim for one in annotated for claim in find_claims(one, knowledge, ClaimSettings()))
    return find_conflicts(Pool(annotated, claims, tuple(alignments), tuple(table.entities)), knowledge)


def judged(pair: MinimalPair) -> bool:
    """Is it found, or kept silent about, as it must be?"""
    return pair.is_conflict == any(_counts(pair, found) for found in findings_of(pair))


def _counts(pair: MinimalPair, found: Conflict) -> bool:
    return found.kind.value == pair.kind or found.kind not in QUIET


def _source(name: str, text: str, day: str) -> Source:
    published = Metadatum("published", day, Basis.METADATA, None, "meta", day, day)
    publisher = Metadatum("publisher", f"Publisher {name.upper()}", Basis.METADATA, None, "meta")
    return Source(name, name, State.READ, text=text, language="en", metadata=(publisher, published))
