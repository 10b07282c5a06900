"""One name in several spellings, between sources and inside one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from provenance.conflicts.look_alikes import LookAlike, find_look_alikes, tells_two_people
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import count, listed, make_side, quoted, scope_of
from provenance.conflicts.spellings import (
    abbreviation_form,
    are_spellings,
    is_abbreviation,
    printed_form,
    word_count,
)
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side
from provenance.model.names import Entity, EntityKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_CERTAIN_SCORE = 0.9
_PAIR = 2


def find_name_variants(pile: Pile) -> Iterator[Conflict]:
    """Spellings of one entity's full name, and distinct abbreviations of it.

    A surname alone, an abbreviation beside its full name, and another name altogether are no variants. Names
    that were not joined are told as perhaps one where two texts of one event say the same of both.
    """
    for entity in pile.entities.values():
        forms = _forms(pile, entity)
        full = {t: spans for t, spans in forms.items() if not is_abbreviation(t) and _is_full(entity, t)}
        for group in _spelling_groups(full):
            if not _are_two_people(pile, entity, group):
                yield _finding(pile, entity, group, "spelling")
        if entity.kind is EntityKind.ORGANIZATION:
            short = {text: spans for text, spans in forms.items() if is_abbreviation(text)}
            by_form = _merged(short, abbreviation_form)
            for same in _abbreviation_groups(by_form):
                yield _finding(pile, entity, same, "abbreviation")
    for one, two in find_look_alikes(pile):
        yield _look_alike(pile, one, two)


def _are_two_people(pile: Pile, entity: Entity, group: list[tuple[str, list[Span]]]) -> bool:
    """Do two texts have two given names before one surname, and speak of kin or of other titles?"""
    if entity.kind is not EntityKind.PERSON or len(group) != _PAIR:
        return False
    texts = [{span.source_id for span in spans} for _, spans in group]
    words = [fold_text(text).split() or [""] for text, _ in group]
    given = [[word for word in held[:-1] if word in pile.knowledge.given_names] for held in words]
    is_of_given = words[0][0] != words[1][0] or (all(given) and given[0] != given[1])
    is_between = texts[0].isdisjoint(texts[1]) and words[0][-1] == words[1][-1]
    return is_between and is_of_given and tells_two_people(pile, [min(spans) for _, spans in group])


def _look_alike(pile: Pile, one: LookAlike, two: LookAlike) -> Conflict:
    ordered = sorted((one, two), key=lambda name: (pile.positions[name.span.source_id], name))
    sides = tuple(make_side(pile, name.text, [name.span]) for name in ordered)
    shown = " and ".join(quoted(name.text) for name in ordered)
    return Conflict(
        kind=ConflictKind.NAME_VARIANT,
        conflict_class=ConflictClass.SPELLING,
        consequence=Level.LOW,
        certainty=Level.LOW,
        scope=Scope.BETWEEN,
        title=f"Perhaps one name, 2 spellings: {' / '.join(name.text for name in ordered)}",
        why=(
            f"Two texts of one event tell the same of {shown}, and neither has the other name. They sound "
            "alike; whether they are one is not established. A difference of spelling is no disagreement."
        ),
        subject=" / ".join(sorted((one.entity, two.entity))),
        predicate="look-alike",
        scope_key="",
        sides=sides,
    )


def _is_full(entity: Entity, text: str) -> bool:
    """A person's surname alone is no spelling of the name."""
    return entity.kind is not EntityKind.PERSON or word_count(text) > 1


def _forms(pile: Pile, entity: Entity) -> dict[str, list[Span]]:
    """Printed text → mentions, white space evened out."""
    forms: dict[str, list[Span]] = defaultdict(list)
    for variant in entity.variants:
        for span in variant.mentions:
            source = pile.sources.get(span.source_id)
            if source and span.end <= len(source.text):
                forms[" ".join(pile.quote(span).split())].append(span)
    return dict(sorted(forms.items()))


def _spelling_groups(forms: dict[str, list[Span]]) -> list[list[tuple[str, list[Span]]]]:
    """Groups of printed forms that spell one name, each with at least two spellings."""
    merged = sorted(_merged(forms, printed_form).values())
    groups: list[list[tuple[str, list[Span]]]] = []
    for form in merged:
        home = next((g for g in groups if any(are_spellings(form[0], other) for other, _ in g)), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    return [g for g in groups if len(g) > 1]


def _abbreviation_groups(
    forms: dict[str, tuple[str, list[Span]]],
) -> list[list[tuple[str, list[Span]]]]:
    """Abbreviations of the same letters, or of one first and at most one other letter."""
    groups: list[list[tuple[str, list[Span]]]] = []
    for form in sorted(forms.values()):
        letters = _letters(form[0])
        home = next((g for g in groups if any(_near(letters, _letters(other)) for other, _ in g)), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    return [g for g in groups if len(g) > 1]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).casefold()


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    differing = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) >= 3 and a[0] == b[0] and differing == 1


def _merged(forms: dict[str, list[Span]], key: Callable[[str], str]) -> dict[str, tuple[str, list[Span]]]:
    """Forms that count as one spelling together; the most frequent printed form names them."""
    held: dict[str, list[str]] = defaultdict(list)
    for text in forms:
        held[key(text)].append(text)
    found = {}
    for folded, texts in held.items():
        name = min(texts, key=lambda t: (-len(forms[t]), t))
        found[folded] = (name, sorted(s for t in texts for s in forms[t]))
    return found


def _finding(pile: Pile, entity: Entity, group: list[tuple[str, list[Span]]], what: str) -> Conflict:
    ordered = sorted(group, key=lambda form: (-len(form[1]), form[0]))
    sides = tuple(make_side(pile, text, _first_in_each(spans)) for text, spans in ordered)
    scope = scope_of(sides)
    is_sure = all(v.score >= _CERTAIN_SCORE for v in entity.variants)
    names = [text for text, _ in ordered]
    noun = "name" if what == "spelling" else "abbreviation"
    return Conflict(
        kind=ConflictKind.NAME_VARIANT,
        conflict_class=ConflictClass.SPELLING,
        consequence=Level.LOW,
        certainty=Level.HIGH if is_sure else Level.MEDIUM,
        scope=scope,
        title=f"One {noun}, {len(names)} spellings: {' / '.join(names)}",
        why=_why(pile, ordered, sides, scope, what),
        subject=entity.key,
        predicate=what,
        scope_key=printed_form(min(names)) if what == "spelling" else "",
        sides=sides,
    )


def _first_in_each(spans: Sequence[Span]) -> list[Span]:
    first: dict[str, Span] = {}
    for span in sorted(spans):
        first.setdefault(span.source_id, span)
    return list(first.values())


def _why(
    pile: Pile, forms: list[tuple[str, list[Span]]], sides: tuple[Side, ...], scope: Scope, what: str
) -> str:
    counts = [
        f"{quoted(text)} ({count(len(spans), 'time')} in {count(len(side.evidence), 'text')})"
        for (text, spans), side in zip(forms, sides, strict=True)
    ]
    noun = "name" if what == "spelling" else "abbreviation"
    sentences = [f"The same {noun} is written {listed(counts)}."]
    mixed = [
        pile.label(source_id)
        for source_id in pile.sources
        if sum(any(e.source_id == source_id for e in side.evidence) for side in sides) > 1
    ]
    if mixed and scope is Scope.BETWEEN:
        verb = "uses" if len(mixed) == 1 else "use"
        sentences.append(f"{listed(mixed)} {verb} more than one of them.")
    sentences.append(
        "A difference of spelling is no disagreement; it matters to whoever searches for one form."
    )
    return " ".join(sentences)
