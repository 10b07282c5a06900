"""Names that one text counts as two and another as one; one abbreviation for two names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.quotes import is_quoted
from provenance.conflicts.sides import class_of, listed, make_side, quoted, say_support, scope_of
from provenance.model.annotations import ResolvedMention
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side
from provenance.model.names import AliasForm, StatedAlias
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_AND = re.compile(r"(?: and |, and | & | as well as )(?:the )?")


def find_alias_conflicts(pile: Pile) -> Iterator[Conflict]:
    """ "A and B" where another place says that A is B; one abbreviation that stands for two names."""
    stated = [a for s in pile.sources.values() for a in sorted(s.aliases)]
    yield from _named_as_two(pile, stated)
    yield from _one_abbreviation(pile, stated)


def _named_as_two(pile: Pile, stated: Sequence[StatedAlias]) -> Iterator[Conflict]:
    """A witness that they are one must itself name both."""
    joined: dict[tuple[str, str], list[StatedAlias]] = defaultdict(list)
    for alias in stated:
        names = [fold_text(pile.quote(s)) for s in (alias.name, alias.alias)]
        joined[min(names), max(names)].append(alias)
    pairs: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for source_id in pile.sources:
        for one, two in _coordinated(pile, source_id):
            a, b = fold_text(one.text), fold_text(two.text)
            pair = (min(a, b), max(a, b))
            if a != b and pair in joined:
                pairs[pair].append(Span(source_id, one.span.start, two.span.end))
    for pair, spans in sorted(pairs.items()):
        yield _two_or_one(pile, pair, spans, joined[pair])


def _coordinated(pile: Pile, source_id: str) -> Iterator[tuple[ResolvedMention, ResolvedMention]]:
    """Neighbouring mentions of one kind joined by "and"."""
    mentions = pile.sources[source_id].mentions
    text = pile.text(source_id)
    for one, two in pairwise(mentions):
        between = text[one.span.end : two.span.start]
        if (
            one.kind is two.kind
            and one.span.end < two.span.start
            and _AND.fullmatch(" ".join(between.split(" ")))
        ):
            yield one, two


def _two_or_one(pile: Pile, pair: tuple[str, str], spans: list[Span], aliases: list[StatedAlias]) -> Conflict:
    first = pile.quote(spans[0])
    as_two = make_side(pile, "named as two", spans)
    as_one = make_side(pile, "named as one", [a.span for a in aliases])
    sides = (as_two, as_one)
    is_said = any(all(is_quoted(pile, e.span) for e in side.evidence if e.span) for side in sides)
    return Conflict(
        kind=ConflictKind.ALIAS_CONFLICT,
        conflict_class=ConflictClass.PEOPLE_DIFFER if is_said else class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.HIGH,
        scope=scope_of(sides),
        title=f"{' '.join(first.split())}: two, or one?",
        why=(
            f"As two, side by side: {_witnesses(pile, as_two)}. As one: {_witnesses(pile, as_one)}. "
            f"{_say_voice(pile, sides)}{say_support(pile, sides)}"
        ),
        subject=" / ".join(pair),
        predicate="named as two and as one",
        scope_key="",
        sides=sides,
    )


def _witnesses(pile: Pile, side: Side) -> str:
    """Each text of a side once, with what it says."""
    held: dict[str, str] = {}
    for shown in side.evidence:
        held.setdefault(pile.label(shown.source_id), shown.quote)
    return listed([f"{quoted(quote)} in {label}" for label, quote in held.items()])


def _say_voice(pile: Pile, sides: Sequence[Side]) -> str:
    """Which sides stand in quotations only."""
    said = [
        quoted(side.value)
        for side in sides
        if all(is_quoted(pile, e.span) for e in side.evidence if e.span is not None)
    ]
    return f"The words for {listed(said)} stand inside quotations only. " if said else ""


def _one_abbreviation(pile: Pile, stated: Sequence[StatedAlias]) -> Iterator[Conflict]:
    """One abbreviation, stated for names of two entities, in one text or in texts of one event."""
    held: dict[str, dict[str, list[StatedAlias]]] = defaultdict(lambda: defaultdict(list))
    for alias in stated:
        if alias.form is AliasForm.ABBREVIATION:
            short = min((pile.quote(alias.name), pile.quote(alias.alias)), key=len)
            full = alias.name if pile.quote(alias.alias) == short else alias.alias
            entity = _entity_at(pile, full)
            if entity:
                held[fold_text(short).replace(" ", "")][entity].append(alias)
    for short, by_entity in sorted(held.items()):
        if len(by_entity) < 2 or len(short) < 2:
            continue
        groups = [by_entity[key] for key in sorted(by_entity)]
        ids = sorted({a.span.source_id for group in groups for a in group})
        if any(find_event(pile, ids[0], other) is None for other in ids[1:]):
            continue
        yield _two_names(pile, short, groups)


def _entity_at(pile: Pile, span: Span) -> str | None:
    for mention in pile.sources[span.source_id].mentions:
        if mention.span.overlap(span) * 2 >= len(span):
            return mention.entity
    return None


def _two_names(pile: Pile, short: str, groups: list[list[StatedAlias]]) -> Conflict:
    sides = tuple(
        make_side(
            pile, " ".join(pile.quote(max(g[0].name, g[0].alias, key=len)).split()), [a.span for a in g]
        )
        for g in groups
    )
    scope = scope_of(sides)
    return Conflict(
        kind=ConflictKind.ALIAS_CONFLICT,
        conflict_class=ConflictClass.SOURCES_DIFFER
        if scope is Scope.BETWEEN
        else ConflictClass.INSIDE_ONE_TEXT,
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=scope,
        title=f"{short.upper()} stands for two names",
        why=(
            f"The abbreviation {short.upper()} is explained as "
            f"{' and as '.join(quoted(side.value) for side in sides)}. Both can hold if two bodies share it; "
            "a reader of the abbreviation alone cannot tell them apart."
        ),
        subject=short,
        predicate="abbreviation of",
        scope_key="",
        sides=sides,
    )
