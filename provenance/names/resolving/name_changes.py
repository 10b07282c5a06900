"""Whether a name that was changed inside a copy is another spelling or another name."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity, EntityKind, Verdict
from provenance.model.reuse import ANOTHER_NAME, ANOTHER_SPELLING, Alignment, Change, ChangeKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.comparing.compare import compare_names
from provenance.text.folding import fold_text

_JUDGEMENTS = {Verdict.SAME: ANOTHER_SPELLING, Verdict.DIFFERENT: ANOTHER_NAME}
_BLOCK = 512
"""Code points of a text whose mentions are looked through together."""

Changes = tuple[Change, ...]
_Places = Mapping[tuple[str, int], Sequence[tuple[Span, Entity]]]


@lru_cache(maxsize=1 << 13)
def judge_names(a: str, b: str, knowledge: Knowledge, settings: NameSettings | None = None) -> str:
    """ "another spelling", "another name", or "" where the two names alone do not tell."""
    if not a or not b:
        return ""
    judgement = _JUDGEMENTS.get(compare_names(a, b, _kind(a, b, knowledge), knowledge, settings).verdict, "")
    return judgement if judgement != ANOTHER_SPELLING else _spelling(a, b, knowledge)


def _spelling(a: str, b: str, knowledge: Knowledge) -> str:
    """Another spelling, unless words of the names are known as those of two countries, or the one only
    begins with the other (Marsh, Marshall) or ends with another vowel."""
    words, others = fold_text(a).split(), fold_text(b).split()
    for one, other in zip(words, others, strict=False):
        if one == other:
            continue
        lands = {knowledge.demonyms.get(word) or knowledge.countries.get(word) for word in (one, other)}
        if len(lands) == 2 and None not in lands:
            return ANOTHER_NAME
        if _is_another_end(one, other):
            return ""
    return ANOTHER_SPELLING


def _is_another_end(one: str, other: str) -> bool:
    """Is the longer one the shorter with two letters or more behind, or is all that differs a last vowel?"""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_LETTERS:
        return False
    if longer.startswith(shorter):
        return len(longer) - len(shorter) > 1
    is_last = len(shorter) == len(longer) and shorter[:-1] == longer[:-1]
    return is_last and {shorter[-1], longer[-1]} <= _VOWELS


_LEAST_LETTERS = 4
"""Letters of a name of which another is another one, at least: a shorter one may be cut (Abd, Abdel)."""
_VOWELS = frozenset("aeiou")


def judge_name_changes(
    alignments: Iterable[Alignment], entities: Sequence[Entity], knowledge: Knowledge, settings: NameSettings
) -> dict[str, Changes]:
    """Key of an alignment → its changes with those of names judged; only those that gain a judgement.

    Names that were found to be one entity are another spelling, those of two another name; of names that are
    no entities the letters decide.
    """
    places = _mentions(entities)
    judged: dict[str, Changes] = {}
    for alignment in alignments:
        if any(_is_open(change) for change in alignment.changes):
            changes = tuple(
                _judged(each, alignment, places, knowledge, settings) for each in alignment.changes
            )
            if changes != alignment.changes:
                judged[alignment.key] = changes
    return judged


def _is_open(change: Change) -> bool:
    return change.kind is ChangeKind.NAME and not change.judgement and bool(change.a_text and change.b_text)


def _judged(
    change: Change, alignment: Alignment, places: _Places, knowledge: Knowledge, settings: NameSettings
) -> Change:
    if not _is_open(change):
        return change
    one = _entities(places, alignment.a.source_id, change.a_start, change.a_end)
    two = _entities(places, alignment.b.source_id, change.b_start, change.b_end)
    if one and two:
        same = _spelling(change.a_text, change.b_text, knowledge)
        judgement = same if one == two else "" if one & two else ANOTHER_NAME
    else:
        judgement = judge_names(change.a_text, change.b_text, knowledge, settings)
    return _with(change, judgement)


def _with(change: Change, judgement: str) -> Change:
    c = change
    return Change(c.kind, c.a_start, c.a_end, c.a_text, c.b_start, c.b_end, c.b_text, judgement)


def judge_open_names(changes: Changes, knowledge: Knowledge) -> Changes:
    """The changes with those of names judged by their letters alone."""
    return tuple(
        _with(each, judge_names(each.a_text, each.b_text, knowledge)) if _is_open(each) else each
        for each in changes
    )


def _mentions(entities: Sequence[Entity]) -> _Places:
    """Block of a source → the mentions that reach into it, with their entities."""
    places: dict[tuple[str, int], list[tuple[Span, Entity]]] = {}
    for entity in entities:
        for variant in entity.variants:
            for span in variant.mentions:
                for block in range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1):
                    places.setdefault((span.source_id, block), []).append((span, entity))
    return places


def _entities(places: _Places, source_id: str, start: int, end: int) -> set[str]:
    """Keys of the entities that are named in the range."""
    blocks = range(start // _BLOCK, (end - 1) // _BLOCK + 1)
    near = (each for block in blocks for each in places.get((source_id, block), ()))
    return {entity.key for span, entity in near if span.start < end and start < span.end}


def _kind(a: str, b: str, knowledge: Knowledge) -> str:
    names = [fold_text(text) for text in (a, b)]
    if any(name in knowledge.organizations for name in names) or any(
        word in knowledge.organization_words or word in knowledge.legal_forms
        for name in names
        for word in name.split()
    ):
        return EntityKind.ORGANIZATION.value
    if all(
        name in knowledge.places
        or name in knowledge.countries
        or not knowledge.place_words.isdisjoint(name.split())
        for name in names
    ):
        return EntityKind.PLACE.value
    return EntityKind.PERSON.value
