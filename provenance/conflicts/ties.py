"""What findings on roles, members, owners and kin share: times that meet, names that are one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from provenance.conflicts.events import are_two_affairs, find_event, printed_day
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.conflicts.spellings import are_spellings
from provenance.conflicts.words import content_stems
from provenance.model.claims import Claim, Modality, Voice
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Side
from provenance.text.dates import resolve_date
from provenance.text.folding import fold_text

_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"
_MOST_EVIDENCE = 12
_HEAD = 400
_SAME_DAYS = 7
_MANY_STEMS = 2


@frozen
class Tie:
    """What a finding on two claims of one question says. `title`, `why`: of the finding; the sentences on the
    event and on what stands behind each side are added to `why`."""

    kind: ConflictKind
    title: str
    why: str
    subject: str
    predicate: str
    scope_key: str
    consequence: Level
    certainty: Level


def tie_conflict(pile: Pile, tie: Tie, values: Sequence[str], claims: Sequence[Sequence[Claim]]) -> Conflict:
    """The finding: one side a value, with the places of its claims."""
    sides = tuple(
        make_side(pile, value, [c.span for c in held[:_MOST_EVIDENCE] if c.span])
        for value, held in zip(values, claims, strict=True)
    )
    event = find_affair(pile, claims[0][0], claims[1][0]) or ""
    why = " ".join(part for part in (tie.why, event, say_support(pile, sides)) if part)
    return Conflict(
        kind=tie.kind,
        conflict_class=_class(claims, sides),
        consequence=tie.consequence,
        certainty=tie.certainty,
        scope=scope_of(sides),
        title=tie.title,
        why=why,
        subject=tie.subject,
        predicate=tie.predicate,
        scope_key=tie.scope_key,
        sides=sides,
    )


def _class(claims: Sequence[Sequence[Claim]], sides: Sequence[Side]) -> ConflictClass:
    """People differ where each side is said by somebody quoted or retold only."""
    if all(all(c.voice is not Voice.NARRATOR for c in held) for held in claims):
        return ConflictClass.PEOPLE_DIFFER
    return class_of(sides)


def find_affair(pile: Pile, a: Claim, b: Claim) -> str | None:
    """Why two claims speak of one affair: their texts do, or the texts, of about one day, share a name and
    the
    two sentences much of their words."""
    if event := find_event(pile, a.source_id, b.source_id):
        return event
    if are_two_affairs(pile, a.source_id, b.source_id):
        return None
    days = [day_of(pile, c.source_id) for c in (a, b)]
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > _SAME_DAYS:
        return None
    names = [pile.names_of[c.source_id] for c in (a, b)]
    shared = sorted(names[0][key][0] for key in names[0].keys() & names[1].keys())
    if not shared or not shares_context(a, b, _MANY_STEMS):
        return None
    return f"The two texts are of about one day, both name {shared[0]}, and their words are much alike."


def day_of(pile: Pile, source_id: str) -> date | None:
    """The day of a text: that of its publication, else the first full date in its head, a dateline's."""
    if day := printed_day(pile, source_id):
        return day
    for found in pile.dates_in(source_id, 0, _HEAD):
        days = resolve_date(found, None) if found.year is not None else None
        if days is not None and days.first == days.last:
            return days.first
    return None


def interval_of(pile: Pile, claim: Claim) -> tuple[str, str] | None:
    """First and last ISO day of which the claim speaks; what states none speaks of its publication."""
    if claim.valid_from or claim.valid_to:
        return claim.valid_from or _FIRST_DAY, claim.valid_to or _LAST_DAY
    day = day_of(pile, claim.source_id)
    return (day.isoformat(), day.isoformat()) if day else None


def times_meet(pile: Pile, a: Claim, b: Claim) -> bool:
    """Can both speak of one time? Days of publication count as the same within the window of an event."""
    one, two = interval_of(pile, a), interval_of(pile, b)
    if one is None or two is None:
        return True
    if not (a.valid_from or a.valid_to or b.valid_from or b.valid_to):
        return _apart(one[0], two[0]) <= pile.settings.event_window_days
    return one[0] <= two[1] and two[0] <= one[1]


def _apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def is_later(a: str, b: str, days: int) -> bool:
    """Is `a` more than `days` after `b`?"""
    return date.fromisoformat(a) > date.fromisoformat(b) + timedelta(days)


def is_actual(claim: Claim) -> bool:
    """Stated as a fact, without a condition."""
    return claim.modality is Modality.ASSERTED and not claim.condition


def name_of(pile: Pile, claim: Claim) -> str:
    """Of the claim's subject: the entity's name, else as printed."""
    entity = pile.entities.get(claim.subject_entity or "")
    return entity.name if entity else " ".join(claim.subject.split())


def are_one_name(a: str, b: str, entity_a: str | None, entity_b: str | None) -> bool:
    """Can two names as printed, with their entities, stand for one? Equal, one short for the other, or two
    spellings."""
    if entity_a and entity_a == entity_b:
        return True
    one, two = set(fold_text(a).split()), set(fold_text(b).split())
    if not one or not two:
        return False
    return one <= two or two <= one or are_spellings(a, b)


def is_surely_one_name(a: str, b: str, entity_a: str | None, entity_b: str | None) -> bool:
    """One entity, or the same words."""
    if entity_a and entity_b and entity_a == entity_b:
        return True
    one, two = fold_text(a), fold_text(b)
    return bool(one) and one == two


def shares_context(a: Claim, b: Claim, least: int) -> bool:
    """Do the sentences of two claims share that many stems, names of the claims' own aside?"""
    own = set(content_stems(f"{a.subject} {b.subject} {a.predicate} {b.predicate} {a.value} {b.value}"))
    one, two = (set(content_stems(" ".join(c.context))) - own for c in (a, b))
    return len(one & two) >= least


def is_told_both_ways(pile: Pile, a: Claim, b: Claim) -> bool:
    """Does one of the texts say of the speaker of the other claim that he says so? Then it is reported, and
    no disagreement of the texts."""
    for one, two in ((a, b), (b, a)):
        if one.voice is not Voice.NARRATOR and two.voice is Voice.NARRATOR and one.source_id == two.source_id:
            return True
    return False


def by_place(claims: Iterable[Claim]) -> list[Claim]:
    """In the order of sources and places."""
    return sorted(claims, key=lambda c: (c.source_id, c.span.start if c.span else 0, c.key))
