"""Third sources that a text names for its words: agencies, outlets, first publications."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.reuse.descent.attributions import Attribution, Manner, Reach, find_attributions
from provenance.reuse.descent.naming import one_name, plain_name, read_names
from provenance.reuse.descent.signatures import LINE_CHARACTERS, read_line

EDGE_CHARACTERS = 60
"""From either end of a passage, where a dateline or the mark behind a report stands."""
UNNAMED = "news agencies"
"""What agencies are called that a text does not name."""

_AGENCY = re.compile(
    r"\b(?:news|press|wire|photo|information|telegraph\w*|features?)[- ]?"
    r"(?:agency|service|association|wire|bureau|syndicate)\b|"
    r"\b\w{3,}wires?\b|\w[- ]wires?\b|\bpress international\b|\bnews network\b|"
    r"\w\W+syndicate\b|\w{3,}press\b|"
    r"\w*(?:nachrichten|presse)agentur\b|\bagen(?:ce|cia|zia)\b.*(?:press|prens|notici|stampa|notizi)|"
    r"\bpersbureau\b|\w*nyhetsbyr\u00e5\b|\bajans\u0131\b|\u0430\u0433\u0435\u043d\u0442\u0441\u0442\u0432\u043e|"
    r"\u0648\u0643\u0627\u0644\u0629 |\u901a[\u8baf\u8a0a]\u793e|\u901a\u4fe1\u793e|\ud1b5\uc2e0",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:news|newspaper|times|post|herald|tribune|gazette|courier|journal|chronicle|observer|telegraph|"
    r"mirror|guardian|mail|daily|weekly|tv|television|radio|broadcasting|magazine|review|channel|network|media)\b",
    re.I,
)


@frozen(order=True)
class Upstream:
    """`name`: plain, one for all names of an agency. `printed`: as the text has it. `place`: where it begins.

    `is_credit`: the text owes its words to it; else it only cites it. `is_agency`: as far as tables and names
    tell: whom a text without a publisher is not taken for. `at`: what it speaks of.
    """

    name: str
    printed: str
    place: int
    is_credit: bool
    is_agency: bool
    at: Attribution


def is_agency(name: str, knowledge: Knowledge) -> bool:
    """Is that a news agency, by the tables or by its name?"""
    plain = name.casefold().removeprefix("the ").strip()
    return (
        plain in knowledge.agencies
        or plain.replace(".", "") in knowledge.agencies
        or plain_name(name) in knowledge.agency_names
        or _AGENCY.search(plain) is not None
    )


def find_upstreams(
    text: str, knowledge: Knowledge, found: Iterable[Attribution] | None = None
) -> tuple[Upstream, ...]:
    """All that `text` names as where it has its words from, in order of their names. `found`: its
    attributions, where they are known."""
    known = find_attributions(text, knowledge) if found is None else found
    return tuple(sorted({made for each in known for made in _upstreams(each, knowledge)}))


def _upstreams(found: Attribution, knowledge: Knowledge) -> list[Upstream]:
    if found.manner is Manner.RELEASE:
        return []
    if found.manner is Manner.UNNAMED:
        return [Upstream(UNNAMED, UNNAMED, found.place, True, True, found)]
    names = read_names(found.name)
    agencies = [each for each in names if is_agency(each, knowledge)]
    parts = [each for each in agencies if not any(o != each and o in each for o in agencies)]
    if not parts and (
        found.manner is Manner.TAKEN or (found.manner is Manner.STATEMENT and _OUTLET.search(names[0]))
    ):
        parts = [names[0]]
    is_elsewhere = found.manner is Manner.TAKEN and found.reach is Reach.SENTENCE
    is_credit = found.manner is not Manner.STATEMENT and not is_elsewhere
    made = []
    for part in parts:
        printed = " ".join(part.split())
        name = one_name(printed, knowledge.agency_names)
        if name:
            made.append(Upstream(name, printed, found.place, is_credit, is_agency(printed, knowledge), found))
    return made


def find_heading(text: str, knowledge: Knowledge) -> str:
    """The agency whose name alone is the first line of `text`, as printed; "" if none is."""
    name = read_line(text.lstrip()[:LINE_CHARACTERS].partition("\n")[0].strip())
    return name if name and is_agency(name, knowledge) else ""


@frozen
class SharedUpstream:
    """A third source that two texts name. `printed`: as the first has it. `is_outside`: both name it outside
    of what they share, so that neither has the name from the other. `is_credit`: both owe their words to it,
    none only cites it."""

    name: str
    printed: str
    is_outside: bool
    is_credit: bool = True


def shared_upstream(
    a: Iterable[Upstream], b: Iterable[Upstream], a_sides: Sequence[Span], b_sides: Sequence[Span]
) -> SharedUpstream | None:
    """The third source to which both owe their words; what both cite in what they share is none, nor what
    one cites for something else. The one that both name outside of it comes first, then the first by name;
    agencies that one does not name are the last."""
    sides = [_by_name(a, a_sides), _by_name(b, b_sides)]
    common = sorted(sides[0].keys() & sides[1].keys())
    held = []
    for name in common:
        (one, one_outside), (other, other_outside) = sides[0][name], sides[1][name]
        is_outside = one_outside and other_outside and name != UNNAMED
        is_credit = one.is_credit and other.is_credit
        if is_credit or is_outside or ((one.is_credit or other.is_credit) and one.is_agency):
            held.append((not is_outside, name, one.printed, is_credit))
    if held:
        is_inside, name, printed, is_credit = min(held)
        return SharedUpstream(name, printed, not is_inside, is_credit)
    for one_side, other_side in (sides, sides[::-1]):
        if UNNAMED in one_side and any(e.is_credit and e.is_agency for e, _ in other_side.values()):
            return SharedUpstream(UNNAMED, UNNAMED, False)
    return None


def one_sided(
    one: Iterable[Upstream], other: Iterable[Upstream], sides: Sequence[Span], other_names: frozenset[str]
) -> Upstream | None:
    """The agency to which one text owes its words where the other, of another house, names none; None if none
    is named, or both name one."""
    if any(each.is_credit and each.is_agency for each in other):
        return None
    found = [
        e for e in one if e.is_credit and e.is_agency and e.name not in other_names and e.at.bears_on(sides)
    ]
    return min(found, key=lambda e: (e.at, e.name), default=None)


def _by_name(found: Iterable[Upstream], sides: Sequence[Span]) -> dict[str, tuple[Upstream, bool]]:
    """Each name with its best place: outside of the passages first, a credit before a citation."""
    best: dict[str, tuple[Upstream, bool]] = {}
    for each in found:
        if sides and not each.at.bears_on(sides):
            continue
        outside = not any(s.start + EDGE_CHARACTERS <= each.place < s.end - EDGE_CHARACTERS for s in sides)
        known = best.get(each.name)
        if known is None or (each.is_credit, outside) > (known[0].is_credit, known[1]):
            best[each.name] = (each, outside)
    return best
