"""Third sources that a text names for its words: agencies, outlets, first publications."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.reuse.descent.naming import ACCORDING, NAME, REPUBLISHED
from provenance.text.folding import fold_text

HEAD_CHARACTERS = 600
"""Where a dateline or byline stands at the latest, code points from the beginning."""
EDGE_CHARACTERS = 60
"""From either end of a passage, where a dateline or the mark behind a report stands."""
LINE_CHARACTERS = 120
"""The longest line that is only a credit, code points."""
MOST_LINES = 4_000
"""Lines from either end in which a credit at a line's end is looked for."""

_DESK = r"[A-Z][\w&. ]{1,30}"
_DATELINE = re.compile(rf"(?:\((?P<name>{_DESK})\)|/(?P<name_2>{_DESK})/) ?[-\u2013\u2014]")
_BYLINE = re.compile(rf"(?:[Bb]y |BY |[Ss]ource: ?|[Cc]redit: ?|[Vv]ia )?{NAME}(?: [Ss]taff)?[.]?")
_LINE_END = re.compile(rf"(?:\({NAME}\)|[-\u2013\u2014] ?{NAME.replace('<name>', '<name_2>')})[.]?\s*$")
_REPUBLISHED = (*REPUBLISHED, (("s told to ",), re.compile(rf"\b[Aa]s told to {NAME}")))
_CITED = (
    ACCORDING,
    (
        ("told ", "interview with ", "statement to ", "quoted by ", "citing "),
        re.compile(rf"\b(?:told|in an interview with|in a statement to|quoted by|citing) {NAME}"),
    ),
)
_REPORTED = re.compile(r" (?:first )?(?:reported|reports|has reported|had reported)\b")
_NAME_BEFORE = re.compile(rf"{NAME}\Z")
MOST_NAME = 250
"""The longest name before a verb, code points."""
_AGENCY = re.compile(
    r"\b(?:news|press|wire|photo|information|telegraph\w*)[- ]?(?:agency|service|association|wire|bureau)\b|"
    r"\w*wires?\b|\bagency\b|\bpress international\b|\bnews network\b|\w{3,}press\b",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:news|newspaper|times|post|herald|tribune|gazette|courier|journal|chronicle|observer|telegraph|"
    r"mirror|mail|daily|weekly|tv|television|radio|broadcasting|magazine|review|channel|network|media)\b",
    re.I,
)


@frozen(order=True)
class Upstream:
    """`name`: folded, without "the". `printed`: as the text has it. `place`: where it begins.

    `is_credit`: the text owes its words to it; else it only cites it. `is_agency`: as far as tables and names
    tell: whom a text without a publisher is not taken for.
    """

    name: str
    printed: str
    place: int
    is_credit: bool
    is_agency: bool = False


def is_agency(name: str, knowledge: Knowledge) -> bool:
    """Is that a news agency, by the tables or by its name?"""
    plain = name.casefold().removeprefix("the ").strip()
    return (
        plain in knowledge.agencies
        or plain.replace(".", "") in knowledge.agencies
        or _AGENCY.search(plain) is not None
    )


def find_upstreams(text: str, knowledge: Knowledge) -> tuple[Upstream, ...]:
    """All that `text` names as where it has its words from, in order of their names."""
    found = {_upstream(name, place, True, knowledge) for name, place in _credited(text, knowledge)}
    cited = [(each["name"], each.start("name")) for each in find_patterns(_CITED, text)]
    cited += [(name, place) for name, place, _ in find_sayers(_REPORTED, text)]
    for name, place in cited:
        if is_agency(name, knowledge) or _OUTLET.search(name):
            found.add(_upstream(name, place, False, knowledge))
    return tuple(sorted(each for each in found if each.name))


def find_patterns(
    patterns: Iterable[tuple[Sequence[str], re.Pattern[str]]], text: str
) -> Iterator[re.Match[str]]:
    """All that the patterns find, of those of which one of the words stands in `text`."""
    for words, pattern in patterns:
        if any(word in text for word in words):
            yield from pattern.finditer(text)


def find_sayers(verb: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    """(name, where it begins, where the verb behind it ends) of names before a verb: looked for from the
    verb on, since names are many."""
    for found in verb.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, found.start() - MOST_NAME), found.start())
        if name:
            yield name["name"], name.start(), found.end()


def find_heading(text: str, knowledge: Knowledge) -> str:
    """The agency whose name alone is the first line of `text`, as printed; "" if none is."""
    line = text.lstrip()[:LINE_CHARACTERS].partition("\n")[0].strip()
    found = _BYLINE.fullmatch(line)
    return found["name"] if found and is_agency(found["name"], knowledge) else ""


@frozen
class SharedUpstream:
    """A third source that two texts name. `printed`: as the first has it. `is_outside`: both name it outside
    of what they share, so that neither has the name from the other."""

    name: str
    printed: str
    is_outside: bool


def shared_upstream(
    a: Iterable[Upstream], b: Iterable[Upstream], a_sides: Sequence[Span], b_sides: Sequence[Span]
) -> SharedUpstream | None:
    """The third source to which both owe their words; what both cite in what they share is none. The one
    that both name outside of it comes first, then the first by name."""
    sides = [_by_name(a, a_sides), _by_name(b, b_sides)]
    common = sorted(sides[0].keys() & sides[1].keys())
    held = []
    for name in common:
        (one, one_outside), (other, other_outside) = sides[0][name], sides[1][name]
        is_outside = one_outside and other_outside
        if (one.is_credit and other.is_credit) or is_outside:
            held.append((not is_outside, name, one.printed))
    if not held:
        return None
    is_inside, name, printed = min(held)
    return SharedUpstream(name, printed, not is_inside)


def _by_name(found: Iterable[Upstream], sides: Sequence[Span]) -> dict[str, tuple[Upstream, bool]]:
    """Each name with its best place: outside of the passages first, a credit before a citation."""
    best: dict[str, tuple[Upstream, bool]] = {}
    for each in found:
        outside = not any(s.start + EDGE_CHARACTERS <= each.place < s.end - EDGE_CHARACTERS for s in sides)
        known = best.get(each.name)
        if known is None or (each.is_credit, outside) > (known[0].is_credit, known[1]):
            best[each.name] = (each, outside)
    return best


def _credited(text: str, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    for found in _DATELINE.finditer(text[:HEAD_CHARACTERS]):
        group = "name" if found["name"] else "name_2"
        yield found[group], found.start(group)
    for found in find_patterns(_REPUBLISHED, text):
        yield found["name"], found.start("name")
    for start, end in _short_lines(text):
        line = _BYLINE.fullmatch(text, start, end)
        if line and is_agency(line["name"], knowledge):
            yield line["name"], line.start("name")
    for start, end in _line_ends(text):
        tail = _LINE_END.search(text, start, end)
        if tail:
            group = "name" if tail["name"] else "name_2"
            if is_agency(tail[group], knowledge):
                yield tail[group], tail.start(group)


def _lines(text: str) -> list[tuple[int, int]]:
    """(start, end) of lines that hold anything, without white space around them: the first and the last."""
    found = []
    for line in re.finditer(r"[^\n\r]+", text):
        start, end = line.span()
        plain = line.group()
        start += len(plain) - len(plain.lstrip())
        end -= len(plain) - len(plain.rstrip())
        if end > start:
            found.append((start, end))
    return found if len(found) <= MOST_LINES else found[: MOST_LINES // 2] + found[-MOST_LINES // 2 :]


def _short_lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines at the head or the end of the text that are short enough to be only a credit."""
    for start, end in _lines(text):
        is_at_edge = start < HEAD_CHARACTERS or start > len(text) - HEAD_CHARACTERS
        if is_at_edge and end - start <= LINE_CHARACTERS:
            yield start, end


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    """The last part of each line: where an agency's initials stand behind its report."""
    for start, end in _lines(text):
        yield max(start, end - LINE_CHARACTERS // 2), end


def _upstream(name: str, place: int, is_credit: bool, knowledge: Knowledge) -> Upstream:
    printed = " ".join(name.split())
    return Upstream(plain_name(printed), printed, place, is_credit, is_agency(printed, knowledge))


def plain_name(name: str) -> str:
    """Folded, without the article and without the stops of initials."""
    return fold_text(name.replace(".", "")).removeprefix("the ")
