"""How many independent sources stand behind one side of a finding, as a range."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from weakref import WeakKeyDictionary

from attrs import frozen

from provenance.conflicts.changed_places import changed_places
from provenance.conflicts.credits import descriptions, find_credit, is_credited
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.upstream import Upstream, find_upstream
from provenance.model.reuse import Alignment, Direction
from provenance.model.spans import Span
from provenance.text.components import find_components
from provenance.text.folding import fold_text

_CREDITS = "one names the other's publisher as the source"
_MAY_CREDIT = "one may name the other's publisher as the source"
_ONE_PAGE = "they are states of one page"
NO_EVENT = "it is not established that they speak of one event"


ALTERED = "an altered copy is no witness for what it changed"
MAY_BE_ALTERED = "which of the copies was altered is not known"
_MOST_HEADS = 40
_MOST_BEFORE = 8
"""Of more sources than that, each is asked about the event with so many before it."""


class Tie(Enum):
    """What is known of two sources on one claim."""

    INDEPENDENT = "independent"
    UNKNOWN = "not established"
    DEPENDENT = "dependent"


@frozen
class Place:
    """Where a source shows a value. `span` is None where the value is a stored field."""

    source_id: str
    span: Span | None


@frozen
class Independence:
    """`least`, `most`: independent sources, 0 ≤ least ≤ most. `reasons`: why it is no single figure."""

    least: int
    most: int
    reasons: tuple[str, ...] = ()


@frozen
class Judged:
    """What is known of the sources of one side. `certain`: whose value is no change inside a copy;
    `possible`: also those of which that is open. `dependent`, `doubtful`: two sources with the reason."""

    places: Mapping[str, Place]
    certain: Sequence[str]
    possible: Sequence[str]
    dependent: Sequence[tuple[str, str, str]]
    doubtful: Sequence[tuple[str, str, str]]


_JUDGED: WeakKeyDictionary[Pile, dict[tuple[Place, ...], Judged]] = WeakKeyDictionary()
"""What was judged of places, as long as the pile lives."""


def judge_places(pile: Pile, places: Sequence[Place]) -> Judged:
    """What is known of the independence of `places`, after the rules of honest wording.

    Two sources are independent on a claim only if no shared passage covers it, both publishers are known
    and differ, they name no common upstream, and the event is one. What is not established widens the
    range. An altered copy is no witness for what it changed (compare Dong et al. 2009: support is counted
    with the copying known). The places of one side are asked about several times, and judged once.
    """
    held = _JUDGED.setdefault(pile, {})
    asked = tuple(places)
    if asked not in held:
        held[asked] = _judge(pile, asked)
    return held[asked]


def _judge(pile: Pile, places: Sequence[Place]) -> Judged:
    firm = {p.source_id: p for p in places}
    altered = {p.source_id: altered_direction(pile, p) for p in places}
    certain = [i for i in sorted(firm) if altered[i] is None]
    possible = [i for i in sorted(firm) if altered[i] is not Direction.A_TO_B]
    held = {i: firm[i] for i in possible}
    spoken = {i: _speakers(pile, place) for i, place in held.items()}
    dependent = _dependent(pile, held)
    dependent += _chained(
        (key, i, f"both have it from {name}")
        for i, each in spoken.items()
        for key, name in each.known.items()
    )
    doubtful = _doubtful(pile, held)
    doubtful += _chained(
        (key, i, f"both quote {name}") for i, each in spoken.items() for key, name in each.likely.items()
    )
    # Of texts known to depend on one another, one stands for all in the question of the event.
    linked = [(a, b) for a, b, _ in (*dependent, *doubtful)]
    heads = sorted(set(find_components(possible, linked).values()))
    doubtful += [(a, b, NO_EVENT) for a, b in _pairs(heads) if find_event(pile, a, b) is None]
    return Judged(firm, certain, possible, dependent, doubtful)


def count_independent(pile: Pile, places: Sequence[Place]) -> Independence:
    """How many independent sources `places` are, as a range, with what widens or narrows it."""
    found = judge_places(pile, places)
    reasons: dict[str, None] = {}
    if len(found.possible) < len(found.places):
        reasons[ALTERED] = None
    if len(found.certain) < len(found.possible):
        reasons[MAY_BE_ALTERED] = None
    reasons |= dict.fromkeys(reason for _, _, reason in found.dependent)
    edges = [(a, b) for a, b, _ in found.dependent]
    groups = find_components(found.possible, edges)
    reasons |= dict.fromkeys(reason for a, b, reason in found.doubtful if groups[a] != groups[b])
    sure, open_ones = count_once(pile, found)
    return Independence(len(sure), len(sure) + len(open_ones), tuple(reasons))


def count_once(pile: Pile, judged: Judged) -> tuple[list[str], list[str]]:
    """Of each group of sources that depend on one another one, by path: those that count for certain, and
    those that may."""
    edges = [(a, b) for a, b, _ in judged.dependent]
    groups = find_components(judged.possible, edges)
    linked = find_components(judged.certain, edges + [(a, b) for a, b, _ in judged.doubtful])
    ordered = sorted(judged.possible, key=lambda i: pile.positions[i])
    sure = {linked[i]: i for i in reversed(ordered) if i in linked}.values()
    held = {groups[i] for i in sure}
    others = {groups[i]: i for i in reversed(ordered) if groups[i] not in held}
    others |= {groups[i]: i for i in reversed(ordered) if groups[i] not in held and i in linked}
    return [i for i in ordered if i in set(sure)], [i for i in ordered if i in set(others.values())]


def _pairs(heads: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs; of very many sources each with those before it alone."""
    for at, other in enumerate(heads):
        first = 0 if len(heads) <= _MOST_HEADS else max(0, at - _MOST_BEFORE)
        for head in heads[first:at]:
            yield head, other


def _dependent(pile: Pile, places: Mapping[str, Place]) -> list[tuple[str, str, str]]:
    """Pairs of sources known to depend on one another, with the reason; enough pairs to join each group."""
    found = []
    for source_id, place in places.items():
        for alignment in pile.alignments_of(source_id):
            other = alignment.b if alignment.a.source_id == source_id else alignment.a
            if other.source_id in places and other.source_id != source_id and _covers(alignment, place):
                found.append((source_id, other.source_id, "a shared passage covers it"))
    found += _chained((pile.pages.get(i, ""), i, _ONE_PAGE) for i in places)
    found += _chained((_publisher(pile, i), i, "one publisher") for i in places)
    houses = {_publisher(pile, i): i for i in reversed(list(places))}
    found += [
        (i, houses[house], _CREDITS)
        for i, place in places.items()
        for house in _credited(pile, place, sorted(houses))
        if houses[house] != i
    ]
    near = ((name, i) for i, place in places.items() for name in sorted(_named_at(pile, place)))
    return found + _chained((name, i, f"both name {name} as the source") for name, i in near)


def _doubtful(pile: Pile, places: Mapping[str, Place]) -> list[tuple[str, str, str]]:
    """Pairs of sources whose independence is not established, with the reason."""
    first = next(iter(places), "")
    silent = [i for i in places if not _publisher(pile, i)]
    found = [(i, other, "the publisher is not stated") for i in silent[:1] for other in places if other != i]
    found += [(i, first, "the publisher is not stated") for i in silent[1:]]
    houses = {_publisher(pile, i): i for i in reversed(list(places))}
    found += [
        (i, houses[house], _MAY_CREDIT)
        for i, place in places.items()
        for house, is_plain in _described(pile, place, sorted(houses)).items()
        if is_plain is None and houses[house] != i
    ]
    far = ((name, i) for i in places for name in sorted(pile.texts.agencies_of(i)))
    return found + _chained((name, i, f"both name {name}") for name, i in far)


def _chained(named: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Each source with the one before it of the same name; no name joins nothing."""
    last: dict[str, str] = {}
    found = []
    for name, source_id, reason in named:
        if name and name in last:
            found.append((last[name], source_id, reason))
        if name:
            last[name] = source_id
    return found


def judge_tie(pile: Pile, a: Place, b: Place) -> tuple[Tie, str]:
    """What is known of two places' sources, with the reason in words ("" where they are independent)."""
    return _tie(pile, a, b)


def _tie(pile: Pile, a: Place, b: Place) -> tuple[Tie, str]:
    if a.source_id == b.source_id:
        return Tie.DEPENDENT, ""
    if known := _known_tie(pile, a, b):
        return Tie.DEPENDENT, known
    open_question = _open_question(pile, a, b)
    return (Tie.UNKNOWN if open_question else Tie.INDEPENDENT), open_question


def _known_tie(pile: Pile, a: Place, b: Place) -> str:
    """Why two places depend on one another; "" if nothing shows it."""
    publishers = [_publisher(pile, p.source_id) for p in (a, b)]
    if _is_covered(pile, a, b):
        return "a shared passage covers it"
    if pile.are_one_page(a.source_id, b.source_id):
        return _ONE_PAGE
    if publishers[0] and publishers[0] == publishers[1]:
        return "one publisher"
    if _credited(pile, a, [publishers[1]]) or _credited(pile, b, [publishers[0]]):
        return _CREDITS
    near = sorted(_named_at(pile, a) & _named_at(pile, b))
    spoken = _same_speaker(pile, a, b)
    return f"both name {near[0]} as the source" if near else spoken and f"both have it from {spoken}"


def _open_question(pile: Pile, a: Place, b: Place) -> str:
    """What keeps two texts from counting as independent; "" if nothing does."""
    if not all(_publisher(pile, p.source_id) for p in (a, b)):
        return "the publisher is not stated"
    far = sorted(pile.texts.agencies_of(a.source_id) & pile.texts.agencies_of(b.source_id))
    if far:
        return f"both name {far[0]}"
    one, two = (_speakers(pile, place).likely for place in (a, b))
    both = sorted(one.keys() & two.keys())
    if both:
        return f"both quote {one[both[0]]}"
    return NO_EVENT if find_event(pile, a.source_id, b.source_id) is None else ""


def _is_covered(pile: Pile, a: Place, b: Place) -> bool:
    shared = pile.shared(a.source_id, b.source_id, with_furniture=True)
    return any(_covers(alignment, place) for alignment in shared for place in (a, b))


def _covers(alignment: Alignment, place: Place) -> bool:
    """Does the shared passage hold at least half of the place?"""
    span = place.span
    passages = (alignment.a, alignment.b)
    return span is not None and any(2 * passage.overlap(span) >= len(span) for passage in passages)


def _described(pile: Pile, place: Place, houses: Sequence[str]) -> dict[str, bool | None]:
    """Which of these publishers a place credits by name or description right behind its figure.

    True where that is plain, None where the description is one word that may mean another body.
    """
    if place.span is None:
        return {}
    credit = find_credit(pile, place.span)
    found = {house: is_credited(credit, house) for house in houses if credit and house}
    return {house: said for house, said in found.items() if said is not False}


def _credited(pile: Pile, place: Place, houses: Sequence[str]) -> list[str]:
    """Which of these publishers, folded names, the sentence of a place gives as its source.

    "According to X", "X said" and "said X" do, and so does "the" with at least two words that describe X;
    to name X is not enough, nor is a name of one word.
    """
    if place.span is None:
        return []
    words = _folded(pile.sentence_text(place.span)).split()
    plain = {house for house, is_plain in _described(pile, place, houses).items() if is_plain}
    if find_credit(pile, place.span):
        return [house for house in houses if house in plain]
    return [house for house in houses if _gives(pile, words, house)]


@lru_cache(maxsize=1 << 10)
def _folded(sentence: str) -> str:
    """Many places stand in one sentence where a page has no stops: it is folded once."""
    return fold_text(sentence)


def _gives(pile: Pile, words: list[str], house: str) -> bool:
    """Do the folded words of a sentence give this publisher as a source?"""
    for form in (house, *descriptions(house)):
        name = form.split()
        if len(name) < (2 if form == house else 3):
            continue
        places = [i for i in range(len(words)) if words[i : i + len(name)] == name]
        around = [words[max(0, i - 3) : i] + words[i + len(name) : i + len(name) + 1] for i in places]
        if any("according" in near or pile.knowledge.say_verbs.keys() & set(near) for near in around):
            return True
    return False


def _named_at(pile: Pile, place: Place) -> frozenset[str]:
    return pile.texts.agencies_at(place.span) if place.span else frozenset()


def _publisher(pile: Pile, source_id: str) -> str:
    return pile.publisher(source_id)


def _speakers(pile: Pile, place: Place) -> Upstream:
    return find_upstream(pile, place.span) if place.span else Upstream({}, {})


def _same_speaker(pile: Pile, a: Place, b: Place) -> str:
    one, two = (_speakers(pile, place).known for place in (a, b))
    both = sorted(one.keys() & two.keys())
    return one[both[0]] if both else ""


def altered_direction(pile: Pile, place: Place) -> Direction | None:
    """Is the value at `place` a change inside a copy? A_TO_B: it is the copy; UNKNOWN: either may be."""
    if place.span is None:
        return None
    if place.span not in pile.altered:
        pile.altered[place.span] = _altered(pile, place.span)
    return pile.altered[place.span]


def _altered(pile: Pile, span: Span) -> Direction | None:
    if _is_known_altered(pile, span):
        return Direction.A_TO_B
    for place in changed_places(pile, span):
        if not place.is_copy and not _cites(pile, span, place.there):
            if not _is_known_altered(pile, place.there):
                return Direction.UNKNOWN  # else a third text shows that the other was altered
    return None


def _is_known_altered(pile: Pile, span: Span) -> bool:
    """Was it changed in a text that is known to be the copy? Looked up once a place."""
    found = pile.known_altered.get(span)
    if found is None:
        found = any(p.is_copy and not _cites(pile, span, p.there) for p in changed_places(pile, span))
        pile.known_altered[span] = found
    return found


def _cites(pile: Pile, span: Span, other: Span) -> bool:
    """Does the sentence name a source of its own, which the sentence it was copied from does not?

    The publisher of the text that it was copied from is none.
    """
    own = _folded(pile.sentence_text(span))
    if "according to" not in own:
        return False
    house = _publisher(pile, other.source_id)
    if house and f" {house} " in f" {own} ":
        return False
    return "according to" not in _folded(pile.sentence_text(other))
