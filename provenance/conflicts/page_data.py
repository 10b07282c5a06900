"""What a page says of its author, publisher, title and language in several places; they should agree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import kind_of_text, listed, quoted
from provenance.conflicts.statements import (
    are_one_house,
    are_one_title,
    is_of_another_text,
    is_person,
    shares_a_person,
)
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span

_MOST_VALUES = 20
"""Authors of one place that are compared."""
_LEAST_CHARACTERS = 400
"""Of a text whose language is held against the one declared: menus alone can be in another."""
_ONE_LANGUAGE = (
    {"no", "nb", "nn"},
    {"sr", "hr", "bs", "sh"},
    {"id", "in", "ms"},
    {"he", "iw"},
    {"tl", "fil"},
)
"""Codes that are one language, or that identification by letters does not tell apart."""


@frozen
class _Place:
    """What one place of the page states under one name: all authors of a byline, one title."""

    values: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def find_page_data(pile: Pile) -> Iterator[Conflict]:
    """Statements of one page about itself that cannot both hold; precision goes first.

    Spellings, case, truncations, a site's name behind a title, an owner beside an outlet, an account or a
    desk in an author's place, and a headline in other words are no findings, and neither is a canonical
    address on another host: it says where the page comes from, and both addresses are true. Two canonical
    addresses on two hosts are one, for they exclude each other.
    """
    for source_id in pile.sources:
        if not pile.sources[source_id].source.is_readable:
            continue
        yield from _compare(pile, source_id, "author", _authors_differ)
        yield from _compare(pile, source_id, "publisher", _houses_differ)
        yield from _titles(pile, source_id)
        yield from _canonical(pile, source_id)
        yield from _language(pile, source_id)


def _authors_differ(pile: Pile, a: _Place, b: _Place) -> bool:
    one, two = ([name for name in place.values if is_person(name, pile.knowledge)] for place in (a, b))
    # a name that is no person's may be a desk that the other belongs to
    is_full = len(one) == len(a.values) and len(two) == len(b.values)
    return bool(one and two) and is_full and not shares_a_person(one, two)


def _houses_differ(pile: Pile, a: _Place, b: _Place) -> bool:
    """Only what the markup itself calls the publisher: a copyright line names the owner."""
    is_markup = all(e.span is None for e in (*a.evidence, *b.evidence))
    return is_markup and not any(are_one_house(x, y, pile.knowledge) for x in a.values for y in b.values)


def _titles_differ(pile: Pile, a: _Place, b: _Place) -> bool:
    return not any(are_one_title(x, y, pile.knowledge) for x in a.values for y in b.values)


def _compare(
    pile: Pile, source_id: str, name: str, differ: Callable[[Pile, _Place, _Place], bool]
) -> Iterator[Conflict]:
    """One finding a name: the first place, and those that differ from it; else the first that differ."""
    places = list(_places(pile, source_id, name).values())
    for number, first in enumerate(places):
        others = [other for other in places[number + 1 :] if differ(pile, first, other)]
        if others:
            yield _finding(pile, source_id, name, [first, *others])
            return


def _places(pile: Pile, source_id: str, name: str) -> Mapping[str, _Place]:
    """Where stated → what, the preferred place first. What was concluded or set by a person is left out."""
    held: dict[str, list[Metadatum]] = {}
    for item in pile.sources[source_id].source.metadata:
        if item.name == name and item.basis in (Basis.STATED, Basis.METADATA) and item.value.strip():
            held.setdefault(item.field or "text", []).append(item)
    found = {}
    for where, items in held.items():
        evidence = tuple(dict.fromkeys(_evidence(pile, source_id, item) for item in items))
        values = tuple(dict.fromkeys(item.value for item in items))
        found[where] = _Place(values[:_MOST_VALUES], evidence[:_MOST_VALUES])
    return found


def _evidence(pile: Pile, source_id: str, item: Metadatum) -> Evidence:
    span = item.span
    if span is not None and span.source_id == source_id and span.end <= len(pile.text(source_id)):
        return Evidence(source_id, span, pile.quote(span))
    return Evidence(source_id, None, item.value, item.field or item.name)


def _titles(pile: Pile, source_id: str) -> Iterator[Conflict]:
    """Figures that differ; else the first title of the markup that is of another text than the headline."""
    found = list(_compare(pile, source_id, "title", _titles_differ))
    yield from found
    source = pile.sources[source_id].source
    places = _places(pile, source_id, "title")
    headline = places.get("text")
    if found or headline is None or source.language != "en":
        return
    houses = [item.value for item in source.metadata if item.name == "publisher"]
    for where, place in places.items():
        if where == "text":
            continue
        text = pile.text(source_id)
        for title in (*headline.values, *place.values):
            text = text.replace(title, " ")
        if is_of_another_text(place.values[0], headline.values[0], text, houses):
            yield _finding(pile, source_id, "title", [headline, place], _OF_ANOTHER_TEXT)
            return


def _canonical(pile: Pile, source_id: str) -> Iterator[Conflict]:
    """Two links that each say which address alone is the page's own, on hosts that have nothing in common."""
    held: dict[str, _Place] = {}
    for item in pile.sources[source_id].source.metadata:
        if item.name == "canonical_url" and item.field == _CANONICAL and item.basis is Basis.METADATA:
            site = _site(item.value)
            if site and site not in held and len(held) < _MOST_VALUES:
                held[site] = _Place((item.value,), (_evidence(pile, source_id, item),))
    if len(held) > 1:
        yield _finding(pile, source_id, "canonical address", list(held.values()))


def _site(address: str) -> str:
    """The longest label of the host but the last: owners' hosts in several countries have it in common, and
    so do those of one service, which are not told apart; "" if there is none."""
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return max(host.casefold().rstrip(".").split(".")[:-1], key=len, default="")


def _finding(pile: Pile, source_id: str, name: str, places: Sequence[_Place], advice: str = "") -> Conflict:
    sides: dict[str, list[Evidence]] = {}
    for place in places:
        sides.setdefault(listed(place.values), []).extend(place.evidence)
    shown = [Side(value, tuple(dict.fromkeys(evidence)), 1, 1) for value, evidence in sides.items()]
    where = listed([f"{quoted(side.value)} ({_where(side.evidence[0])})" for side in shown])
    kind = kind_of_text(pile.sources[source_id].source)
    return _conflict(
        pile,
        source_id,
        name,
        tuple(shown),
        Level.LOW if name == "publisher" else Level.MEDIUM,
        f"The {kind} gives {len(shown)} {_PLURALS.get(name, f'{name}s')} for itself: "
        f"{listed([quoted(side.value) for side in shown])}",
        f"{pile.label(source_id)} states {where} as its {name}. {advice or _ADVICE[name]}",
    )


_ADVICE = {
    "author": "One may be an earlier author's, or left over from another page: check whom to credit.",
    "publisher": "The page may be syndicated, moved, or a copy that kept what it was made of.",
    "title": "The headline was changed in one place and not in the other: the figures in it differ.",
    "canonical address": "Only one can be meant: the page was copied or moved, and kept what it was made of.",
}
_OF_ANOTHER_TEXT = (
    "They share no word, and the text has none of the second: it may be left over from another page."
)
_PLURALS = {"canonical address": "canonical addresses"}
_CANONICAL = 'link[rel="canonical"]'


def _where(evidence: Evidence) -> str:
    return "in the text" if evidence.span else f"in {evidence.field}"


def _language(pile: Pile, source_id: str) -> Iterator[Conflict]:
    source = pile.sources[source_id].source
    text = pile.text(source_id)
    places = [place for place in _places(pile, source_id, "language").values() if place.values]
    declared = [_primary(value) for place in places for value in place.values]
    if not source.language or not declared or len(text) < _LEAST_CHARACTERS:
        return
    if any(_is_one_language(code, source.language) for code in declared):
        return
    start, end = next(iter(pile.sentences(source_id)), (0, 0))
    if end <= start:
        return
    span = Span(source_id, start, end)
    sides = (
        Side(f"declared: {declared[0]}", tuple(e for place in places for e in place.evidence), 1, 1),
        Side(f"found: {source.language}", (Evidence(source_id, span, pile.quote(span)),), 1, 1),
    )
    yield _conflict(
        pile,
        source_id,
        "language",
        sides,
        Level.MEDIUM,
        f"The {kind_of_text(source)} says that it is in {declared[0]}, its text is in {source.language}",
        f"{pile.label(source_id)} declares {quoted(places[0].values[0])} "
        f"({_where(places[0].evidence[0])}), but the text was identified as {source.language}. "
        "The site's template may say so of all its pages, or "
        "the text is a translation.",
    )


def _primary(code: str) -> str:
    return code.strip().replace("_", "-").split("-")[0].casefold()


def _is_one_language(a: str, b: str) -> bool:
    return a == _primary(b) or any(a in group and _primary(b) in group for group in _ONE_LANGUAGE)


def _conflict(
    pile: Pile,
    source_id: str,
    name: str,
    sides: tuple[Side, ...],
    certainty: Level,
    title: str,
    why: str,
) -> Conflict:
    return Conflict(
        kind=ConflictKind.METADATA,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=certainty,
        scope=Scope.WITHIN,
        title=title,
        why=why,
        subject=pile.sources[source_id].source.path,
        predicate=name,
        scope_key="page",
        sides=sides,
    )
