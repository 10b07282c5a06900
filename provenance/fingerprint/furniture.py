"""Blocks that stand on many pages of one host and on no others: furniture of the site.

That a block is repeated is not enough: stories of one house on one event repeat whole paragraphs of
background, which is reuse by its publisher and has to be shown. Furniture is what says nothing of the page
it stands on, wherever on the site that page is, so a block has to be a whole line; the pages have to be
different ones, not states of one page; running prose has to stand near their edge; and its words must not
come back in what is the page's own. Each of these errs on the side of leaving a block alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, groupby

from attrs import frozen

from provenance.fingerprint.houses import find_house
from provenance.model.sources import Furniture, FurnitureKind, Source
from provenance.model.spans import Span
from provenance.text.components import find_components

LEAST_PAGES = 5
"""Pages of one house with a block, from which it can be furniture; fewer may quote one sentence of news."""
LEAST_SHARE = 0.5
"""Share of the pages of the house that have it, at least, 0..1."""
LEAST_LETTERS = 3
"""Letters of a block, at least: rules and bullets are nothing to be marked."""
PROSE_WORDS = 10
"""Words from which a block is prose and not a label: those of menus and buttons have one to six."""
EDGE_SHARE = 0.8
"""Share of its pages on which prose stands before, or after, the prose of the page's own, 0..1."""
EDGE_WORDS = 30
"""Words of the page's own prose, at most, that may stand further out: where it was filed, whom to call."""
EDGE_OWN = 0.25
"""Share of the page's own prose, at most, that these words may be, 0..1."""
TOLD_WORDS = 0.34
"""Share of a block's content words that the page's own prose has too, above which it speaks of the page."""
TOLD_PAGES = 0.25
"""Share of its pages of which a block speaks, at most, 0..1."""
CONTENT_LETTERS = 5
"""Letters from which a word counts as content: leaves out most words of grammar."""

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+")
_OWN_STATEMENTS = frozenset(("title", "author", "published", "modified"))
"""What a page states of itself: a line with one of these is no furniture, although it may be repeated."""


@frozen
class _Block:
    """One line without the white space at its ends. `key`: equal for equal blocks."""

    start: int
    end: int
    key: str


@frozen
class _Page:
    """`state`: key of the page that this source is a state of. `blocks`: in order. `own`: words of its prose
    that no other page has. `first`, `last`: where that prose begins and ends, but for a few
    words at its edges."""

    source: Source
    state: str
    blocks: tuple[_Block, ...]
    own: frozenset[str]
    first: int
    last: int


def find_site_furniture(sources: Sequence[Source]) -> list[Furniture]:
    """Repeated blocks of every house, by span; none overlaps furniture that its source already carries.

    A house is a host or, where no address is known, a publisher; without either nothing is marked. Rests
    on all sources together and on nothing else: the order in which they come makes no difference. Time
    grows with the length of the texts.
    """
    houses: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sorted(sources, key=lambda one: one.id):
        if source.is_readable and source.text:
            houses[find_house(source)].append(source)
    marked = {
        house: _blocks_of_house(found, house) for house, found in sorted(houses.items()) if house != ("", "")
    }
    elsewhere = _shared_with_others(houses, marked)
    furniture: list[Furniture] = []
    for house, reasons in marked.items():
        kept = {key: reason for key, reason in reasons.items() if key not in elsewhere}
        for source in houses[house] if kept else ():
            furniture += _mark(source, kept)
    return sorted(furniture)


def _blocks(text: str) -> Iterator[_Block]:
    for line in _LINE.finditer(text):
        printed = line.group()
        stripped = printed.strip()
        if sum(map(str.isalpha, stripped[:80])) >= LEAST_LETTERS:
            start = line.start() + len(printed) - len(printed.lstrip())
            yield _Block(start, start + len(stripped), " ".join(stripped.casefold().split()))


def _blocks_of_house(sources: Sequence[Source], house: tuple[str, str]) -> dict[str, str]:
    """Key of each block that is furniture of the house → the reason."""
    state_of = _states(sources)
    count = len(set(state_of.values()))
    if count < LEAST_PAGES:
        return {}
    holders = _holders(sources, state_of)
    repeated = {key for key, pages in holders.items() if pages >= LEAST_PAGES}
    if not repeated:
        return {}
    shared = frozenset(key for key, pages in holders.items() if pages > 1)
    del holders
    witnesses = _witnesses(sources, state_of, shared)
    places: dict[str, dict[str, tuple[bool, bool]]] = defaultdict(dict)
    for page in witnesses:
        for block in page.blocks:
            if block.key in repeated and page.state not in places[block.key]:
                places[block.key][page.state] = _judge(page, block)
    kind, name = house
    where = name if kind == "host" else f"the publisher {name}"
    return {
        key: f"stands on {len(found)} of {count} pages of {where} and nowhere else"
        for key, found in sorted(places.items())
        if len(found) >= max(LEAST_PAGES, LEAST_SHARE * count) and _is_furniture(key, found)
    }


def _states(sources: Sequence[Source]) -> dict[str, str]:
    """Source id → key of the page: sources of one text, address or title are states of one page."""
    links: list[tuple[str, str]] = []
    first: dict[tuple[str, str], str] = {}
    for source in sources:
        named = [(name, source.value(name) or "") for name in ("canonical_url", "url", "title")]
        for name, value in [*named, ("content", source.content_id or "")]:
            if value:
                known = first.setdefault((name, " ".join(value.casefold().split())), source.id)
                links += [(known, source.id)] if known != source.id else []
    return find_components(sorted(source.id for source in sources), links)


def _holders(sources: Sequence[Source], state_of: Mapping[str, str]) -> Counter[str]:
    """Key of a block → pages that have it, the states of a page counted once."""
    count: Counter[str] = Counter()
    by_state = sorted(sources, key=lambda one: (state_of[one.id], one.id))
    for _, states in groupby(by_state, key=lambda one: state_of[one.id]):
        count.update({block.key for source in states for block in _blocks(source.text)})
    return count


def _witnesses(sources: Sequence[Source], state_of: Mapping[str, str], shared: Set[str]) -> Iterator[_Page]:
    """Pages of which at least half of the prose is their own: states of one story under several titles and
    addresses are none, nor are lists of other stories."""
    for source in sources:
        blocks = tuple(_blocks(source.text))
        prose = [block for block in blocks if _is_prose(block.key)]
        own = [block for block in prose if block.key not in shared]
        if own and 2 * sum(len(block.key) for block in own) >= sum(len(block.key) for block in prose):
            words = frozenset(word for block in own for word in _WORD.findall(block.key))
            yield _Page(source, state_of[source.id], blocks, words, _inner(own).start, _inner(own[::-1]).end)


def _inner(own: Sequence[_Block]) -> _Block:
    """The first block behind the few words that may stand at the edge; `own`: prose, the edge first."""
    sizes = [block.key.count(" ") + 1 for block in own]
    most = min(EDGE_WORDS, EDGE_OWN * sum(sizes))
    return next(block for block, size in zip(own, accumulate(sizes), strict=True) if size > most)


def _is_prose(key: str) -> bool:
    return key.count(" ") >= PROSE_WORDS - 1


def _judge(page: _Page, block: _Block) -> tuple[bool, bool]:
    """(stands at the page's edge, speaks of what the page is about)."""
    is_at_edge = block.end <= page.first or block.start >= page.last
    words = {word for word in _WORD.findall(block.key) if len(word) >= CONTENT_LETTERS or word.isdigit()}
    told = sum(word in page.own for word in words)
    if words and told > TOLD_WORDS * len(words):
        return is_at_edge, True
    printed = page.source.text[block.start : block.end]
    names = [word for word in _WORD.findall(printed)[1:] if word[0].isupper() and not word.isupper()]
    is_prose = _is_prose(block.key)
    return is_at_edge, is_prose and any(name.casefold() in page.own for name in names)


def _is_furniture(key: str, places: Mapping[str, tuple[bool, bool]]) -> bool:
    at_edge = sum(edge for edge, _ in places.values())
    telling = sum(told for _, told in places.values())
    if telling > TOLD_PAGES * len(places):
        return False
    return not _is_prose(key) or at_edge >= EDGE_SHARE * len(places)


def _shared_with_others(
    houses: Mapping[tuple[str, str], Sequence[Source]], marked: Mapping[tuple[str, str], Mapping[str, str]]
) -> set[str]:
    """Keys that a source of another house, or of none known, has too."""
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for house, reasons in marked.items():
        for key in reasons:
            owners[key].add(house)
    if not owners:
        return set()
    found = {key for key, several in owners.items() if len(several) > 1}
    for house, sources in houses.items():
        for source in sources:
            keys = {block.key for block in _blocks(source.text)} & owners.keys()
            found |= {key for key in keys if house not in owners[key]}
    return found


def _mark(source: Source, reasons: Mapping[str, str]) -> Iterator[Furniture]:
    """The source's blocks of these keys; those one after the other with one reason are one."""
    protected = sorted(
        [(each.span.start, each.span.end) for each in source.furniture]
        + [(m.span.start, m.span.end) for m in source.metadata if m.span and m.name in _OWN_STATEMENTS]
    )
    run: list[_Block] = []
    for block in _free(_blocks(source.text), protected):
        is_marked = block.key in reasons
        if run and not (
            is_marked and reasons[block.key] == reasons[run[-1].key] and _follow(source, run, block)
        ):
            yield _furniture(source, run, reasons)
            run = []
        run += [block] if is_marked else []
    if run:
        yield _furniture(source, run, reasons)


def _follow(source: Source, run: Sequence[_Block], block: _Block) -> bool:
    return not source.text[run[-1].end : block.start].strip()


def _furniture(source: Source, run: Sequence[_Block], reasons: Mapping[str, str]) -> Furniture:
    return Furniture(Span(source.id, run[0].start, run[-1].end), FurnitureKind.REPEATED, reasons[run[0].key])


def _free(blocks: Iterable[_Block], taken: Sequence[tuple[int, int]]) -> Iterator[_Block]:
    """The blocks, in order, that touch none of the ranges, which are in order."""
    at = 0
    for block in blocks:
        while at < len(taken) and taken[at][1] <= block.start:
            at += 1
        if at == len(taken) or taken[at][0] >= block.end:
            yield block
