"""A body said to be made up in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, quoted, scope_of
from provenance.conflicts.words import content_stems, overlap
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_MADE_OF = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s|\s(?:is|are|was|were)\s)(?P<said>(?:an?|the)\s(?:[\w-]{1,20}\s){0,3}?"
    r"(?P<noun>coalition|alliance|umbrella|bloc|grouping|consortium|federation|confederation|network|league)"
    r"\sof\s[^.;:,()\n]{3,120})"
)
_CUT = re.compile(r"\s(?:that|which|who|whose|where|formed|founded|created|set\sup|led|based|in\s\d)\b.*$")
_SAME = 0.75


def find_descriptions(pile: Pile) -> Iterator[Conflict]:
    """ "a coalition of A" in one place, "a coalition of B" in another: composition told in two ways."""
    held: dict[tuple[str, str], list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for source_id, source in pile.sources.items():
        for mention in source.mentions:
            if mention.kind is not EntityKind.ORGANIZATION:
                continue
            made = _MADE_OF.match(source.text, mention.span.end)
            if made is None:
                continue
            said = _CUT.sub("", made["said"])
            span = Span(source_id, made.start("said"), made.start("said") + len(said))
            stems = frozenset(content_stems(said)) - frozenset(content_stems(made["noun"]))
            held[mention.entity, made["noun"].casefold()].append((span, stems))
    for (entity, noun), places in sorted(held.items()):
        groups = _groups(places)
        if len(groups) > 1:
            yield _finding(pile, entity, noun, groups)


def _groups(places: list[tuple[Span, frozenset[str]]]) -> list[list[Span]]:
    """Descriptions that say much the same together."""
    groups: list[tuple[frozenset[str], list[Span]]] = []
    for span, stems in places:
        home = next((g for g in groups if overlap(sorted(g[0]), sorted(stems)) >= _SAME), None)
        if home is None:
            groups.append((stems, [span]))
        else:
            home[1].append(span)
    return [spans for _, spans in groups]


def _finding(pile: Pile, entity: str, noun: str, groups: list[list[Span]]) -> Conflict:
    sides = tuple(make_side(pile, " ".join(pile.quote(spans[0]).split()), spans) for spans in groups)
    name = pile.entities[entity].name if entity in pile.entities else noun
    said = " and as ".join(quoted(side.value) for side in sides)
    return Conflict(
        kind=ConflictKind.DESCRIPTION,
        conflict_class=class_of(sides),
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"What {name} is made of is told in {len(sides)} ways",
        why=(
            f"{name} is described as {said}. All can hold: one may leave out what another names, and a body "
            "changes with time."
        ),
        subject=entity,
        predicate="composition",
        scope_key=noun,
        sides=sides,
    )
