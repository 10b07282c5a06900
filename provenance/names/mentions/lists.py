"""Names in a list are of one kind: what is known of one tells of those beside it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import NAMED, ORGANIZATION, OTHER, PERSON, PLACE, Evidence

_JOINERS = frozenset("and or nor & und y e".split())
_LISTED = 2.0
"""What names of one kind beside it tell of a name of which nothing else is known."""
_WHERE = frozenset("at in of near the outside".split())
"""Before a house, a street or a body, behind which the town's name follows."""
_PAIR = 2
_WITH_ARTICLE = 3
"""Steps from a name to the next over `and the`."""
_LEAST_LIST = 3
"""Names that make a list without an `and`."""


def spread_lists(
    settings: Sequence[Setting],
    kinds: Sequence[int],
    told: dict[tuple[str, str], Evidence],
    weak: Collection[str] = (),
) -> None:
    """Adds to `told` what the lists of the sentences tell: A, B and C, where only A was known.

    `weak`: forms that are a person's for want of anything better.
    """
    _spread_homes(settings, kinds, told)
    for found in _lists(settings):
        first = settings[found[0]]
        if (
            first.first > 0
            and first.sentence[first.first - 1].plain == "in"
            and len(found) == _PAIR
            and PLACE in {kinds[n] for n in found}
        ):
            # in A and B, of which one is known
            for place in found:
                told[settings[place].source_id, settings[place].form][PLACE] += _LISTED
        doubted = {n for n in found if kinds[n] == PERSON and settings[n].form in weak}
        counts = Counter(kinds[n] for n in found if kinds[n] in NAMED and n not in doubted)
        unknown = [n for n in found if kinds[n] == OTHER or (n in doubted and ORGANIZATION in counts)]
        if len(counts) != 1 or not unknown:
            continue
        (kind,) = counts
        for place in unknown:
            told[settings[place].source_id, settings[place].form][kind] += _LISTED


def _spread_homes(
    settings: Sequence[Setting], kinds: Sequence[int], told: dict[tuple[str, str], Evidence]
) -> None:
    """At St Mary's Hospital, X, …; of Foo Close, X: where that is."""
    for place in range(1, len(settings)):
        one, other = settings[place - 1], settings[place]
        if (
            kinds[place] != OTHER
            or kinds[place - 1] not in (PLACE, ORGANIZATION)
            or other.first != other.last
        ):
            continue
        before, after = one.before(), other.after()
        is_closed = after is None or after.gap.startswith(",")
        is_where = before is not None and before.plain in _WHERE
        if is_where and is_closed and len(one.candidate.words) > 1 and _joined(one, other) == ",":
            told[other.source_id, other.form][PLACE] += _LISTED


def _lists(settings: Sequence[Setting]) -> Iterator[list[int]]:
    """Indices of the names of each list."""
    found: list[int] = []
    has_joiner = False
    for place in range(len(settings) + 1):
        joined = _joined(settings[place - 1], settings[place]) if 0 < place < len(settings) else ""
        if joined and found:
            found.append(place)
            has_joiner = has_joiner or joined != ","
            continue
        if len(found) > 1 and (has_joiner or len(found) >= _LEAST_LIST or _goes_on(settings[found[-1]])):
            yield found
        found, has_joiner = [place], False


def _goes_on(setting: Setting) -> bool:
    """A, B and the three villages."""
    after = setting.after()
    return after is not None and after.plain == "and" and after.gap == " "


def _joined(one: Setting, other: Setting) -> str:
    """What joins two names of one list, "," or a word; "" if they are not of one."""
    if one.sentence is not other.sentence:
        return ""
    steps = other.first - one.last
    is_far = steps == _WITH_ARTICLE and other.sentence[other.first - 1].plain == "the"
    if steps > 2 and not (is_far and len(other.candidate.words) > 1):
        return ""
    gap = other.candidate.words[0].gap.strip(" \u00a0")
    if other.first - one.last < 2:
        return "," if other.first > one.last and gap == "," else ""
    between = other.sentence[one.last + 1]
    if gap or between.plain not in _JOINERS:
        return ""
    return between.plain if not between.is_capital and between.gap.strip(" \u00a0") in ("", ",") else ""
