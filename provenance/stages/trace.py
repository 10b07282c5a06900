"""A text → where its passages stand in the sources of a database."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import evolve, frozen
from sqlite_utils import Database

from provenance.errors import NotIndexed
from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import Settings
from provenance.model.spans import Span
from provenance.model.traces import TracedPassage
from provenance.report.words import with_labels
from provenance.reuse import find_passages
from provenance.stages import STAGES
from provenance.stages.trace_ages import Dated
from provenance.stages.trace_candidates import Candidate, find_candidates, look_at
from provenance.stages.trace_edges import reach_text_ends
from provenance.stages.trace_hits import count_further, find_hits
from provenance.stages.trace_places import Ages, Found, find_places, found_ranges
from provenance.stages.trace_runs import find_common
from provenance.store.postings import PostingIndex, find_equal, load_posting_index
from provenance.store.runs import load_states
from provenance.store.sources import load_part
from provenance.store.views import view_rows
from provenance.text.folding import fold_text
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


def trace_text(
    db: Database,
    text: str,
    settings: Settings,
    knowledge: Knowledge,
    limit: int = LIMIT,
    furniture: Iterable[tuple[int, int]] = (),
) -> list[TracedPassage]:
    """Passages of `text` that stand in sources, by their place in it: those that have its numbers, names and
    conditions as it has them before others, then the earliest text first.

    Sources that are this text as a whole come first, up to `limit`. Whatever else has a shared run of
    `winnow_words + winnow_window - 1` words is compared, up to `limit` texts for a stretch, and found by the
    same rules as shared passages; longer runs that those rules leave out are told as `is_common`. Page
    furniture of the sources is not looked into. NotIndexed where the database has no postings, or such of
    another version.
    """
    index = check_index(db)
    spans = tuple(Span(_TEXT, start, end) for start, end in furniture)
    query = _Query(text, spans, hash_words(mask(text, spans)), settings, knowledge)
    looked = look_at(query.words, len(text), index.words)
    hits = find_hits(db, query.words, index.words)
    wholes = _find_wholes(db, text)
    shown = wholes[:limit]
    candidates = find_candidates(db, looked, hits, limit, frozenset(each.number for each in wholes))
    found = [each for candidate in candidates for each in _compare(query, candidate)]
    rows = {each.alignment.a.source_id: None for each in [*shown, *found]}
    dated = {source: _dated(_row(db, source)) for source in rows}
    ages = Ages([*shown, *found], dated)
    compared = {each.number for each in [*wholes, *found]}
    told = []
    for number, held in enumerate([*([shown] if shown else []), *find_places(found)], 1):
        if held[0].is_whole:
            further = len(wholes) - len(shown), True
        else:
            further = count_further(db, hits, _whole(held), compared)
        told += [_tell(db, each, number, further, dated, ages) for each in sorted(held, key=_as_here_first)]
    return told


def _find_wholes(db: Database, text: str) -> list[Found]:
    """Sources that are this text, as a whole, the oldest first."""
    digest = hashlib.sha256(fold_text(text).encode("utf-8", "surrogatepass")).hexdigest()
    whole = Span(_TEXT, 0, len(text))
    return [
        Found(number, Alignment(Span(source, 0, length), whole, ReuseKind.VERBATIM, 1.0), is_whole=True)
        for number, source, length in find_equal(db, digest)
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
    for start, end in found_ranges(text, passages):
        covered[np.searchsorted(words.starts, start) : np.searchsorted(words.ends, end, "right")] = True
    return int(covered.sum()), len(words)


def find_unfound(text: str, passages: Iterable[TracedPassage]) -> list[tuple[int, int]]:
    """Ranges of `text` that were not found and have words in them, without white space around them."""
    at, found = 0, []
    for start, end in [*found_ranges(text, passages), (len(text), len(text))]:
        between = text[at:start]
        if any(map(str.isalnum, between)):
            low = at + len(between) - len(between.lstrip())
            found.append((low, at + len(between.rstrip())))
        at = max(at, end)
    return found


def _compare(query: _Query, candidate: Candidate) -> list[Found]:
    """What one source shares with the text."""
    excerpt = candidate.excerpt
    masked = {
        _SOURCE: [evolve(span, source_id=_SOURCE) for span in excerpt.masked],
        _TEXT: list(query.furniture),
    }
    texts = {_SOURCE: excerpt.text, _TEXT: query.text}
    found = find_passages(texts, query.settings.reuse, query.knowledge, masked)
    own = [each for each in found.alignments if (each.a.source_id, each.b.source_id) == (_SOURCE, _TEXT)]
    readable = excerpt.readable, mask(query.text, query.furniture)
    passages = [reach_text_ends(each, readable, query.knowledge) for each in own]
    common = find_common(
        [(places, _places_of(query.words, row, len(places))) for row, places in candidate.runs],
        (masked[_SOURCE], masked[_TEXT]),
        (excerpt.text, query.text),
        passages,
        query.settings.reuse,
    )
    return [
        *(Found(candidate.number, excerpt.place(each)) for each in passages),
        *(Found(candidate.number, excerpt.place(each), is_common=True) for each in common),
    ]


def _places_of(words: HashedWords, row: int, length: int) -> list[tuple[int, int]]:
    inside = slice(row, row + length)
    return list(zip(words.starts[inside].tolist(), words.ends[inside].tolist(), strict=True))


def _whole(held: Sequence[Found]) -> tuple[int, int]:
    return min(each.range[0] for each in held), max(each.range[1] for each in held)


def _as_here_first(found: Found) -> tuple[bool, int, int, tuple[int, int], Span]:
    """Copies before common words, what says the same before what does not, then by date."""
    return found.is_common, len(found.other_values), found.number, found.range, found.alignment.a


def _tell(
    db: Database,
    found: Found,
    place: int,
    further: tuple[int, bool],
    dated: Mapping[str, Dated],
    ages: Ages,
) -> TracedPassage:
    """A passage with what is known of its source."""
    one, source = found.alignment, found.alignment.a.source_id
    age, reason = ages.judge(found)
    return TracedPassage(
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
        further=further[0],
        is_further_counted=further[1],
        gaps=found.gaps,
        is_whole=found.is_whole,
        is_common=found.is_common,
    )


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
