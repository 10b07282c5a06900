"""Which line of a page is its headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import define, field

from provenance.model.sources import FurnitureKind, Metadatum
from provenance.readers.pages.lines import Block
from provenance.readers.pages.markup import Markup
from provenance.readers.statements.furniture import HEAD_OF_STORIES, judge_line

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…。؟।][\"'”’»)\]]{0,2}$")
_TITLE_PARTS = re.compile(r"\s(?:[|»·•–—-]|::)\s")
_LEAST_TITLE_SHARE = 0.25
"""Share of a title's words that an h1 must have; a site's name in an h1 has fewer."""
_LEAST_SUBHEADING_SHARE = 0.5
"""Likewise for an h2, which may be any section's."""
_LEAST_LINE_SHARE = 0.6
"""Likewise for a line that is no heading at all, as on old pages."""
_LEAST_LINE_WORDS = 3
_MOST_LINES = 200
_LONGEST_CHARS = 300
_TELLING_WORDS = 3
"""A title of fewer words ("News") names a section or site, so that any line may have them by chance."""
_SECTION_WORDS = 4
"""A heading of no more words over another and longer one names a site or section."""
_PROSE_WORDS = 12
_SENTENCE_WORDS = 6
_LONGEST_HEADLINE_WORDS = 40
_HEAD_BLOCKS = 15
"""So far over the article's first paragraph an h2 may stand and be its headline: byline, date, pictures."""
_LINKED = 0.5
_KINDS = frozenset(kind.value for kind in FurnitureKind)


def choose_headline(markup: Markup, properties: Sequence[Metadatum]) -> Block | None:
    """The heading that has most words in common with the titles in the markup, else that over the article.

    Where no h1 has more than half of them, an h2 or another heading may have more: on many pages the h1 is
    the site's name. Of equal ones that which a title begins with goes before, for the site's name follows it
    in most titles. Where no title tells ("News", the site's name, another wording for social networks), the
    last h1 over the article's first paragraph, else a line that has most of a title's words, else the last
    h2. The site's own name, as its properties, its title or a link home have it, is no headline.
    """
    titles = [metadatum.value for metadatum in properties if metadatum.name == "title"]
    names = [metadatum.value for metadatum in properties if metadatum.name == "publisher"]
    return _Chooser(markup, titles, _site_names(markup, titles, names)).choose()


def title_share(line: str, titles: Sequence[set[str]]) -> float:
    """Share of a title's words that `line` has, 0..1; of the title that it has most of."""
    words = fold_words(line)
    return max(len(words & title) / max(1, len(title)) for title in titles)


def fold_words(text: str) -> set[str]:
    """The words of `text` without regard to case."""
    return set(_WORD.findall(text.casefold()))


def _site_names(markup: Markup, titles: Sequence[str], names: Sequence[str]) -> set[str]:
    """What the site calls itself, folded: its publisher, its links home, the end of "Headline | Site"."""
    found = set(names)
    home = {place.index for place in markup.places if place.looks.is_home}
    for block in markup.blocks if home else ():
        for start, end, place in block.runs:
            if place.link is not None and place.link.index in home:
                found.add(block.text[start:end])
    for title in titles:
        *parts, last = _TITLE_PARTS.split(title)
        size = len(last.split())
        if parts and size <= _SECTION_WORDS and any(len(part.split()) > size for part in parts):
            found.add(last)
    return {" ".join(name.casefold().split()) for name in found if len(name) <= _LONGEST_CHARS}


@define
class _Chooser:
    """One page. `sites`: names of the site, folded; `title_words`: of each title, the telling ones' in
    `telling`; `furniture`: places surely of none of the article; `is_prose`: of each block, does it read
    like a paragraph of an article?"""

    markup: Markup
    titles: Sequence[str]
    sites: set[str]
    title_words: list[set[str]] = field(init=False)
    telling: list[set[str]] = field(init=False)
    furniture: set[int] = field(init=False)
    is_prose: list[bool] = field(init=False)
    number_of: dict[int, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.title_words = [fold_words(title) for title in self.titles]
        site_words = [fold_words(name) for name in self.sites]
        self.telling = [
            words for words in self.title_words if len(words) >= _TELLING_WORDS and words not in site_words
        ]
        self.furniture = _places_of_furniture(self.markup)
        self.is_prose = [
            block.place.index not in self.furniture and _is_prose(block) for block in self.markup.blocks
        ]
        self.number_of = {id(block): number for number, block in enumerate(self.markup.blocks)}

    def choose(self) -> Block | None:
        headlines = list(self._headlines())
        by_title = self._by_title(headlines)
        if by_title is not None:
            return by_title
        by_place = self._over_article(headlines)
        line = self._by_line()
        if by_place is not None and (line is None or not self._is_between(line, by_place)):
            return by_place
        return line or self._over_all(list(self._subheadings()))

    def _is_between(self, line: Block, heading: Block) -> bool:
        """Does the line stand under the heading, with no paragraph between?"""
        begin, end = self._number(heading), self._number(line)
        return begin < end and not any(self.is_prose[begin:end])

    def _number(self, block: Block) -> int:
        return self.number_of[id(block)]

    def _headlines(self) -> Iterator[Block]:
        """The h1 that are shown and neither the site's name nor, short, over another h1 that is longer."""
        found = [
            block
            for block in self.markup.headlines()
            if not block.place.is_hidden and not self._is_site(block)
        ]
        for block, following in zip_longest(found, found[1:]):
            if following is None or not self._is_section(block, following):
                yield block

    def _is_site(self, block: Block) -> bool:
        place = block.place
        is_home = place.link is not None and place.link.looks.is_home
        return is_home or " ".join(block.text.casefold().split()) in self.sites

    def _is_section(self, block: Block, following: Block) -> bool:
        """Is it short, and does a longer heading follow it with no paragraph between?"""
        size = len(block.text.split())
        between = self.is_prose[self._number(block) : self._number(following)]
        return size <= _SECTION_WORDS and len(following.text.split()) > size and not any(between)

    def _subheadings(self) -> Iterator[Block]:
        for block in self.markup.subheadings():
            judged = judge_line(block.text)
            is_head_of_stories = judged is not None and judged[1] == HEAD_OF_STORIES
            is_own = not block.place.is_hidden and block.linked_share() < _LINKED
            if is_own and not is_head_of_stories and not self._is_site(block):
                yield block

    def _by_title(self, headlines: Sequence[Block]) -> Block | None:
        ranked = [
            (share, block)
            for share, block in _rank(headlines, self.title_words, _LEAST_TITLE_SHARE)
            if share >= _LEAST_SUBHEADING_SHARE or self._has_several(block)
        ]
        if not any(share > _LEAST_SUBHEADING_SHARE for share, _ in ranked):
            below = [
                block
                for block in self.markup.blocks
                if _is_subheading(block) and not (headlines and block.place.index in self.furniture)
            ]
            ranked += _rank(below, self.telling, _LEAST_SUBHEADING_SHARE)
        return self._best(ranked)

    def _has_several(self, block: Block) -> bool:
        """Has it more than one word of a title? One may be any."""
        return any(len(fold_words(block.text) & words) > 1 for words in self.title_words)

    def _by_line(self) -> Block | None:
        lines = [block for block in self.markup.blocks[:_MOST_LINES] if _is_line(block)]
        lines = [block for block in lines if not self._is_site(block)]
        return self._best(_rank(lines, self.telling, _LEAST_LINE_SHARE))

    def _best(self, ranked: Sequence[tuple[float, Block]]) -> Block | None:
        if not ranked:
            return None
        return max(
            ranked,
            key=lambda found: (found[0], any(title.startswith(found[1].text) for title in self.titles)),
        )[1]

    def _over_article(self, headings: Sequence[Block]) -> Block | None:
        """The last of the headings over the first paragraph after one; on a page without, the first."""
        headings = [block for block in headings if block.place.index not in self.furniture]
        if not headings or not any(self.is_prose):
            return headings[0] if headings else None
        first = self._number(headings[0])
        prose = next((number for number in range(first, len(self.is_prose)) if self.is_prose[number]), None)
        if prose is None:
            return None if self.titles else headings[0]
        return [block for block in headings if self._number(block) < prose][-1]

    def _over_all(self, headings: Sequence[Block]) -> Block | None:
        """The last of the headings right over the page's first paragraph: any section may have one."""
        prose = self.is_prose.index(True) if True in self.is_prose else 0
        near = [block for block in headings if 0 < prose - self._number(block) <= _HEAD_BLOCKS]
        near = [block for block in near if block.place.index not in self.furniture]
        return near[-1] if near else None


def _rank(blocks: Sequence[Block], titles: Sequence[set[str]], least: float) -> list[tuple[float, Block]]:
    if not titles:
        return []
    shares = [(title_share(block.text, titles), block) for block in blocks]
    return [found for found in shares if found[0] >= least]


def _places_of_furniture(markup: Markup) -> set[int]:
    """Indices of the places in what is surely a menu, a box of other stories or the like."""
    found: set[int] = set()
    for place in markup.places:
        is_around = place.parent is not None and place.parent.index in found
        if is_around or (place.looks.is_sure and place.looks.mark in _KINDS):
            found.add(place.index)
    return found


def _is_prose(block: Block) -> bool:
    """A shown line of words that reads like a paragraph, is no link."""
    size = len(block.text.split())
    is_sentence = size >= _PROSE_WORDS or (size >= _SENTENCE_WORDS and _STOP.search(block.text) is not None)
    return (
        is_sentence
        and not block.place.is_hidden
        and not block.place.within & {"h1", "h2", "h3"}
        and block.linked_share() < _LINKED
        and judge_line(block.text) is None
    )


def _is_subheading(block: Block) -> bool:
    within = block.place.within
    is_heading = "h2" in within or "h3" in within
    return is_heading and not block.place.is_hidden and len(block.text) <= _LONGEST_CHARS


def _is_line(block: Block) -> bool:
    """A short line that is shown and no link."""
    return (
        len(block.text) <= _LONGEST_CHARS
        and _LEAST_LINE_WORDS <= len(block.text.split()) <= _LONGEST_HEADLINE_WORDS
        and not block.place.is_hidden
        and "a" not in block.place.within
    )
