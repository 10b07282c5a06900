"""A text → where its passages stand in the sources of a database."""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import evolve, frozen
from sqlite_utils import Database

from provenance.errors import NotIndexed
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment
from provenance.model.settings import Settings
from provenance.model.spans import Span
from provenance.model.traces import TracedPassage
from provenance.report.words import with_labels
from provenance.reuse import find_passages
from provenance.stages import STAGES
from provenance.stages.trace_ages import Dated, judge_ages
from provenance.stages.trace_candidates import Candidate, find_candidates, look_at
from provenance.stages.trace_hits import Hits, count_further, find_hits
from provenance.store.postings import PostingIndex, load_posting_index
from provenance.store.runs import load_states
from provenance.store.sources import load_part
from provenance.store.views import view_rows
from provenance.text.masking import mask
from provenance.text.shingles import HashedWords, hash_words

LIMIT = 10
"""Texts compared for each stretch of the text handed in."""
_SOURCE, _TEXT = "a", "b"


@frozen(eq=False)
class _Query:
    """The text handed in. `furniture`: parts of it that are not looked for."""

    text: str
    furniture: tuple[Span, ...]
    words: HashedWords
    settings: Settings
    knowledge: Knowledge


@frozen
class _Found:
    """An alignment of a source (a) with the text handed in (b); `number`: of the source in the postings."""

    number: int
    alignment: Alignment

    @property
    def range(self) -> tuple[int, int]:
        """In the text handed in."""
        return self.alignment.b.start, self.alignment.b.end


def trace_text(
    db: Database,
    text: str,
    settings: Settings,
    knowledge: Knowledge,
    limit: int = LIMIT,
    furniture: Iterable[tuple[int, int]] = (),
) -> list[TracedPassage]:
    """Passages of `text` that stand in sources, by their place in it, the earliest text first.

    Whatever has a shared run of `winnow_words + winnow_window - 1` words is compared, up to `limit` texts
    for a stretch, and found by the same rules as shared passages; page furniture of the sources is not
    looked into. NotIndexed where the database has no postings, or such of another version.
    """
    index = check_index(db)
    spans = tuple(Span(_TEXT, start, end) for start, end in furniture)
    query = _Query(text, spans, hash_words(mask(text, spans)), settings, knowledge)
    looked = look_at(query.words, len(text), index.words)
    hits = find_hits(db, query.words, index.words)
    candidates = find_candidates(db, looked, hits, limit)
    found = [each for candidate in candidates for each in _compare(query, candidate)]
    return [
        passage for place, held in enumerate(_places(found), 1) for passage in _told(db, hits, place, held)
    ]


def check_index(db: Database) -> PostingIndex:
    """What the postings were made with. NotIndexed where they cannot be used, with what to do about it."""
    state, index = load_states(db).get("fingerprint"), load_posting_index(db)
    if state is None or index is None:
        message = "nothing to look the text up in: the fingerprints are not made; `provenance run` makes them"
        raise NotIndexed(message)
    wanted = next(stage.full_version for stage in STAGES if stage.name == "fingerprint")
    if state.version != wanted:
        message = (
            f"the fingerprints were made by another version ({state.version}, this is {wanted}); "
            "`provenance run` makes them anew"
        )
        raise NotIndexed(message)
    if not index.is_kept:
        message = (
            f"the texts have {index.postings:,} postings, and the database keeps {index.most:,} at most: "
            "raise `postings` in section [fingerprint] of provenance.toml and `provenance run` again"
        )
        raise NotIndexed(message)
    return index


def measure_found(text: str, passages: Iterable[TracedPassage]) -> tuple[int, int]:
    """(words of `text` that lie in passages, all of them); in scripts without spaces, characters."""
    words = hash_words(text)
    covered = np.zeros(len(words), bool)
    for each in passages:
        covered |= (words.starts >= each.start) & (words.ends <= each.end)
    return int(covered.sum()), len(words)


def find_unfound(text: str, passages: Iterable[TracedPassage]) -> list[tuple[int, int]]:
    """Ranges of `text` between the passages in which there are words, without white space around them."""
    at, found = 0, []
    for start, end in [*sorted((each.start, each.end) for each in passages), (len(text), len(text))]:
        between = text[at:start]
        if any(map(str.isalnum, between)):
            low = at + len(between) - len(between.lstrip())
            found.append((low, at + len(between.rstrip())))
        at = max(at, end)
    return found


def _compare(query: _Query, candidate: Candidate) -> list[_Found]:
    """What one source shares with the text."""
    excerpt = candidate.excerpt
    masked = {
        _SOURCE: [evolve(span, source_id=_SOURCE) for span in excerpt.masked],
        _TEXT: list(query.furniture),
    }
    texts = {_SOURCE: excerpt.text, _TEXT: query.text}
    found = find_passages(texts, query.settings.reuse, query.knowledge, masked)
    return [
        _Found(candidate.number, excerpt.place(each))
        for each in found.alignments
        if (each.a.source_id, each.b.source_id) == (_SOURCE, _TEXT)
    ]


def _places(found: Iterable[_Found]) -> list[list[_Found]]:
    """Those that lie mostly over each other in the text handed in together, by their place there."""
    places: list[list[_Found]] = []
    for each in sorted(found, key=lambda each: (each.range, each.number, each.alignment.a)):
        if places and _lies_over(each.range, _whole(places[-1])):
            places[-1].append(each)
        else:
            places.append([each])
    return places


def _whole(held: Sequence[_Found]) -> tuple[int, int]:
    return min(each.range[0] for each in held), max(each.range[1] for each in held)


def _lies_over(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Do they have half of the shorter one in common?"""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common >= min(one[1] - one[0], other[1] - other[0])


def _told(db: Database, hits: Hits, place: int, held: Sequence[_Found]) -> list[TracedPassage]:
    """The passages of one place, the earliest dated text first."""
    rows = {each.alignment.a.source_id: _row(db, each.alignment.a.source_id) for each in held}
    dated = {source: _dated(row) for source, row in rows.items()}
    ages = dict(zip(dated, judge_ages(list(dated.values())), strict=True))
    further, is_counted = count_further(db, hits, _whole(held), [each.number for each in held])
    told = []
    for each in sorted(held, key=lambda each: (each.number, each.range, each.alignment.a)):
        one, source = each.alignment, each.alignment.a.source_id
        age, reason = ages[source]
        told.append(
            TracedPassage(
                place=place,
                start=one.b.start,
                end=one.b.end,
                source=one.a,
                path=dated[source].path,
                quote=load_part(db, source, one.a.start, one.a.end),
                kind=one.kind,
                grade=one.grade,
                changes=one.changes,
                published=dated[source].published,
                published_basis=dated[source].basis,
                age=age,
                age_reason=reason,
                derives_from=_lineage(db, source, dated[source].path),
                further=further,
                is_further_counted=is_counted,
            )
        )
    return told


def _row(db: Database, source_id: str) -> dict[str, object]:
    return view_rows(db, "sources", "key = ?", source_id)[0]


def _dated(row: dict[str, object]) -> Dated:
    published, earliest, latest = (
        None if row[name] is None else str(row[name])
        for name in ("published", "published_earliest", "published_latest")
    )
    return Dated(str(row["path"]), published, str(row["published_basis"]), earliest, latest)


def _lineage(db: Database, source_id: str, path: str) -> tuple[str, ...]:
    """What the database knows of where the whole source comes from."""
    told = []
    for link in view_rows(db, "lineage", "child = ?", source_id):
        key = str(link["parent"])
        parents = view_rows(db, "sources", "key = ?", key)
        parent = str(parents[0]["path"]) if parents else "a text that is not in the database"
        labels = dict(
            zip("ab", (name for _, name in sorted(((key, parent), (source_id, path)))), strict=True)
        )
        told.append(f"{parent} ({with_labels(str(link['reason']), labels)})")
    return tuple(told)
