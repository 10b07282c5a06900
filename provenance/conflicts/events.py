"""Do two sources speak of one event? Only then can their claims conflict."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from provenance.conflicts.pile import Pile, pair_of
from provenance.model.claims import ClaimKind
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_NEEDED_ENTITIES = 2
_NEEDED_TELLING = 3
"""Names that few sources bear, from which two texts of any dates, or of none, are of one affair."""
_NEEDED_PROPER = 2
"""How many of those must be more than places."""
_FEW = 30
_MANY = 200
_SHARE = 20
"""A name tells of an affair where at most a twentieth of the sources has it, and never more than `_MANY`; in
piles of few sources `_FEW` may."""
_MOST_TRIES = 6


def find_event(pile: Pile, a: str, b: str, is_named: bool = False) -> str | None:
    """Why `a` and `b` speak of one event, as a sentence; None if nothing shows that they do.

    A shared passage that is no page furniture; dates within `event_window_days` and two shared names, one
    of them more than a place, or three, two of them places that few texts name; or, months apart or without
    dates, three shared names that few sources of the pile have, two of them more than places. One name less
    is enough where the two sentences at hand share another (`is_named`).
    """
    if a == b:
        return "Both places stand in one text."
    if pile.pool.is_one_subject:
        return "Both texts speak of one subject."
    pair = pair_of(a, b)
    if are_two_affairs(pile, a, b) and not pile.shared(a, b):
        return None
    if is_named:
        return _by_date_and_names(pile, *pair, needed=1)
    if pair not in pile.events:
        shared = pile.shared(a, b)
        pile.events[pair] = "The two texts share a passage." if shared else _by_date_and_names(pile, *pair)
    return pile.events[pair]


def are_two_affairs(pile: Pile, a: str, b: str) -> bool:
    """Is one text known to be about one affair, and the other about another one that resembles it?"""
    found = pile.affairs
    return a in found and b in found and found[a] != found[b]


def are_close(pile: Pile, a: str, b: str, days: int) -> bool:
    """Do two texts speak of one event, and were they published within `days` of each other?"""
    if find_event(pile, a, b) is None:
        return False
    apart = _days_apart(pile, a, b)
    return apart is not None and apart <= days


def find_meeting(
    pile: Pile, a: Sequence[str], b: Sequence[str], is_apart: bool = False
) -> tuple[str, str] | None:
    """The first source of `a` and of `b` that speak of one event; with `is_apart`, two sources.

    Of `a` the first `_MOST_TRIES` sources are tried, each with all of `b`.
    """
    for one in list(dict.fromkeys(a))[:_MOST_TRIES]:
        for two in dict.fromkeys(b):
            if (one != two or not is_apart) and find_event(pile, one, two):
                return one, two
    return None


def _by_date_and_names(pile: Pile, a: str, b: str, needed: int = _NEEDED_ENTITIES) -> str | None:
    shared = _shared_names(pile, a, b)
    least = _NEEDED_TELLING - _NEEDED_ENTITIES + needed
    proper = sum(_is_proper(pile, a, key) for key in shared)
    names = [pile.names_of[a][key][0] for key in shared]
    days = _days_apart(pile, a, b)
    is_near = days is not None and days <= pile.settings.event_window_days
    common = _common_day(pile, a, b) if days is None else None
    if shared and not telling_names(pile, shared) and not _is_subject_of_pile(pile, shared):
        needed += 1  # what so many texts name tells little
    if (is_near or common) and (not proper or len(shared) < needed):
        words = _shared_words(pile, a, b)
        proper, names = proper + sum(map(_weight, words)) // 2, [*names, *words]
        proper += len(names) > needed and _count_telling(pile, a, shared) >= _NEEDED_ENTITIES
    if not proper or len(names) < needed:
        return _by_telling_names(pile, a, b, shared, least)
    named = f"both name {' and '.join(names[:2])}"
    if is_near and days is not None:
        dated = f"are dated {_plural(days, 'day')} apart" if days else "can be of one day"
        return f"The two texts {dated}, and {named}."
    if common:
        return f"The two texts both speak of {common}, and {named}."
    return _by_telling_names(pile, a, b, shared, least)


def _is_proper(pile: Pile, source_id: str, key: str) -> bool:
    """More than a place; or of several words that no list of places knows: a mill, a mine, an estate."""
    name, kind = pile.names_of[source_id][key]
    return kind is not EntityKind.PLACE or (" " in name and fold_text(name) not in pile.knowledge.places)


def _is_subject_of_pile(pile: Pile, keys: Sequence[str]) -> bool:
    """Does more than half of the sources have one of the names? Then the pile is about one affair."""
    return any(2 * pile.name_counts[key] > len(pile.sources) for key in keys)


def _by_telling_names(pile: Pile, a: str, b: str, shared: Sequence[str], needed: int) -> str | None:
    """Names of one affair rather than of a country's public life, whenever the texts were written."""
    limit = _most_holders(pile)
    telling = [key for key in shared if pile.name_counts[key] <= limit and not _is_wide(pile, a, key)]
    proper = [key for key in telling if pile.names_of[a][key][1] is not EntityKind.PLACE]
    if not proper:
        return None
    first = [pile.names_of[a][key][0] for key in dict.fromkeys([*proper, *telling])]
    words = _shared_words(pile, a, b) if len(telling) < needed or len(proper) < _NEEDED_PROPER else []
    if len(first) + len(words) < needed or len(proper) + len(words) < min(needed, _NEEDED_PROPER):
        return None
    names = [*first, *words][:needed]
    return f"The two texts both name {', '.join(names[:-1])} and {names[-1]}."


def telling_names(pile: Pile, keys: Iterable[str]) -> frozenset[str]:
    """Those of the entities, and of words with capitals written ~word, that few sources have."""
    limit = _most_holders(pile)
    return frozenset(
        key
        for key in keys
        if (pile.proper_counts[key[1:]] if key.startswith("~") else pile.name_counts[key]) <= limit
    )


def _count_telling(pile: Pile, a: str, keys: Sequence[str]) -> int:
    """How many of the names few sources have and none is a country or its capital."""
    limit = _most_holders(pile)
    return sum(pile.name_counts[key] <= limit and not _is_wide(pile, a, key) for key in keys)


def _most_holders(pile: Pile) -> int:
    """Sources that a name may have and still tell of one affair."""
    return min(_MANY, max(_FEW, len(pile.sources) // _SHARE))


def _shared_words(pile: Pile, a: str, b: str) -> list[str]:
    """Words with capitals that both texts have and few others: ships, mines, prizes that no list knows."""
    limit = _most_holders(pile)
    both = proper_words(pile, a).keys() & proper_words(pile, b).keys()
    words = [proper_words(pile, a)[word] for word in sorted(both) if pile.proper_counts[word] <= limit]
    return [*words, *_equal_names(pile, a, b)]


def _equal_names(pile: Pile, a: str, b: str) -> list[str]:
    """Names that both texts print alike, and that are not known to be one's: a town taken for a body."""
    held = [pile.names_of[source_id] for source_id in (a, b)]
    left, right = ({name for key, (name, _) in x.items() if key not in y} for x, y in (held, held[::-1]))
    return sorted(left & right)


def _weight(printed: str) -> int:
    """A name of several words tells as much as two names of one."""
    return 2 if " " in printed else 1


def proper_words(pile: Pile, source_id: str) -> Mapping[str, str]:
    """Words that a text writes with a capital inside sentences, of no mention, folded → printed."""
    return pile.texts.proper_words[source_id]


def _is_wide(pile: Pile, source_id: str, key: str) -> bool:
    """A country, a country's part or a news agency: named in texts about anything."""
    folded = fold_text(pile.names_of[source_id][key][0])
    known = pile.knowledge
    return folded in known.countries or folded in known.capitals or folded in pile.houses


def published_interval(pile: Pile, source_id: str) -> tuple[date, date] | None:
    """The days on which a source can have been published, both inclusive; None if that is not known."""
    found = pile.sources[source_id].source.first("published")
    if found is None:
        return None
    first, last = _day(found.earliest or found.value), _day(found.latest or found.value)
    return (first, last) if first and last and first <= last else None


def printed_day(pile: Pile, source_id: str) -> date | None:
    """The day that a source gives as that of its publication, whatever the zone."""
    found = pile.sources[source_id].source.first("published")
    return _day(found.value) if found else None


def _shared_names(pile: Pile, a: str, b: str) -> list[str]:
    """Entities that both texts name, those that are more than places first."""
    held = [pile.names_of[source_id] for source_id in (a, b)]
    both = (held[0].keys() & held[1].keys()) - pile.texts.headings_of[a] - pile.texts.headings_of[b]
    return sorted(both, key=lambda key: (held[0][key][1] is EntityKind.PLACE, held[0][key][0], key))


def _days_apart(pile: Pile, a: str, b: str) -> int | None:
    one, two = published_interval(pile, a), published_interval(pile, b)
    if one is None or two is None:
        return None
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


def _common_day(pile: Pile, a: str, b: str) -> str | None:
    """A day to which both texts date something; the latest of several."""
    days = []
    for source_id in (a, b):
        dated = pile.claims_in(source_id, ClaimKind.EVENT_DATE)
        days.append({c.valid_from for c in dated if c.valid_from and c.valid_from == c.valid_to})
    both = sorted(day for day in days[0] & days[1] if day)
    return both[-1] if both else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
