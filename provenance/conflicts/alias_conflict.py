"""Names that one text counts as two and another as one; one abbreviation for two names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.quotes import is_quoted
from provenance.conflicts.sides import class_of, listed, make_side, quoted, say_support, scope_of
from provenance.conflicts.words import content_stems
from provenance.model.annotations import ResolvedMention
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Side
from provenance.model.names import StatedAlias
from provenance.model.spans import Span
from provenance.text.abbreviations import (
    Expansion,
    are_one_name,
    find_expansions,
    fits,
    letters_of,
    says_apart,
)
from provenance.text.folding import fold_text

_AND = re.compile(r"(?: and |, and | & | as well as )(?:the )?")

_MOST_NAMES = 6
_MOST_TRIES = 6
_SHARED_STEMS = 3
_LONG = 4
"""Letters beyond which hardly two bodies share an abbreviation."""


def find_alias_conflicts(pile: Pile) -> Iterator[Conflict]:
    """ "A and B" where another place says that A is B; one abbreviation that stands for two names."""
    stated = [a for s in pile.sources.values() for a in sorted(s.aliases)]
    yield from _named_as_two(pile, stated)
    explained = _explained(pile)
    yield from _one_abbreviation(pile, explained)
    yield from _two_abbreviations(pile, explained)


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


def _explained(pile: Pile) -> dict[str, list[tuple[str, Expansion]]]:
    """Letters → the sources that explain them, with the explanation; those that say themselves that the
    letters
    have two meanings are left out."""
    held: dict[str, list[tuple[str, Expansion]]] = defaultdict(list)
    for source_id in pile.sources:
        text = pile.text(source_id)
        found = find_expansions(text)
        for one in found:
            letters = letters_of(one.short)
            others = [
                o for o in found if letters_of(o.short) == letters and not are_one_name(o.full, one.full)
            ]
            if not (others and says_apart(text)):
                held[letters].append((source_id, one))
    return held


def _one_abbreviation(
    pile: Pile, explained: Mapping[str, Sequence[tuple[str, Expansion]]]
) -> Iterator[Conflict]:
    """One abbreviation that stands for two names, in one text or in texts of one event."""
    for letters, places in sorted(explained.items()):
        groups: list[list[tuple[str, Expansion]]] = []
        for place in sorted(places, key=lambda p: (not p[1].is_stated, pile.positions[p[0]], p[1])):
            home = next((g for g in groups if any(are_one_name(place[1].full, o.full) for _, o in g)), None)
            if home is None:
                groups.append([place])
            else:
                home.append(place)
        for one, two in combinations(groups[:_MOST_NAMES], 2):
            pair = next(
                ((a, b) for a in one[:_MOST_TRIES] for b in two[:_MOST_TRIES] if _is_one_affair(pile, a, b)),
                None,
            )
            if pair is not None:
                yield _two_names(pile, letters, [one, two])
                break


def _is_one_affair(pile: Pile, a: tuple[str, Expansion], b: tuple[str, Expansion]) -> bool:
    """Is the same spoken of beside the letters in both texts: words of the two sentences around, names
    aside?"""
    if says_apart(pile.text(a[0])) or says_apart(pile.text(b[0])):
        return False
    if a[0] == b[0]:
        return a[1].is_stated and b[1].is_stated
    if find_event(pile, a[0], b[0]) is None:
        return False
    if _is_known_by(a[1]) and _is_known_by(b[1]):
        return True
    one, two = (_around(pile, place) for place in (a, b))
    return len(one & two) >= _SHARED_STEMS


def _is_known_by(one: Expansion) -> bool:
    return False if not one.is_stated else fits(one.short, one.full) and len(letters_of(one.short)) > _LONG


def _around(pile: Pile, place: tuple[str, Expansion]) -> set[str]:
    source_id, one = place
    index = pile.sentence_index(source_id, one.start)
    ranges = pile.sentences(source_id)[max(0, index - 1) : index + 2]
    return {
        stem
        for start, end in ranges
        for stem in content_stems(pile.text(source_id)[start:end], pile.knowledge)
    }


def _two_names(pile: Pile, short: str, groups: Sequence[Sequence[tuple[str, Expansion]]]) -> Conflict:
    sides = tuple(
        make_side(pile, " ".join(g[0][1].full.split()), [Span(i, e.start, e.end) for i, e in g])
        for g in groups
    )
    return Conflict(
        kind=ConflictKind.ALIAS_CONFLICT,
        conflict_class=class_of(sides),
        consequence=Level.LOW,
        certainty=Level.HIGH if all(g[0][1].is_stated for g in groups) else Level.MEDIUM,
        scope=scope_of(sides),
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


def _two_abbreviations(
    pile: Pile, explained: Mapping[str, Sequence[tuple[str, Expansion]]]
) -> Iterator[Conflict]:
    """One name, abbreviated in two ways in texts of one event, neither of which gives both."""
    by_name: dict[str, dict[str, list[tuple[str, Expansion]]]] = defaultdict(lambda: defaultdict(list))
    for letters, places in explained.items():
        for source_id, told in places:
            if told.is_stated:
                by_name[fold_text(told.full)][letters].append((source_id, told))
    for name, by_letters in sorted(by_name.items()):
        for a, b in combinations(sorted(by_letters), 2):
            one, two = by_letters[a], by_letters[b]
            are_beside = {i for i, _ in one} & {i for i, _ in two}
            is_one = any(find_event(pile, x[0], y[0]) for x in one[:_MOST_TRIES] for y in two[:_MOST_TRIES])
            if not are_beside and is_one and a[0] != "" and not _is_part(a, b):
                yield _one_name(pile, name, [one, two])


def _is_part(a: str, b: str) -> bool:
    """Are the letters of one those of the other with an ending (of a plural, say)?"""
    return a.rstrip("s") == b.rstrip("s")


def _one_name(pile: Pile, name: str, groups: Sequence[Sequence[tuple[str, Expansion]]]) -> Conflict:
    sides = tuple(make_side(pile, g[0][1].short, [Span(i, e.start, e.end) for i, e in g]) for g in groups)
    full = " ".join(groups[0][0][1].full.split())
    return Conflict(
        kind=ConflictKind.ALIAS_CONFLICT,
        conflict_class=class_of(sides),
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{full}: {sides[0].value} or {sides[1].value}?",
        why=(
            f"{full} is abbreviated {' and '.join(quoted(side.value) for side in sides)}, and no "
            f"text gives both. "
            "Both can be in use; whoever searches for one does not find the other."
        ),
        subject=name,
        predicate="abbreviated",
        scope_key=" / ".join(sorted(letters_of(side.value) for side in sides)),
        sides=sides,
    )
