"""Which lines of a page are its article, and what the others are, each with the evidence.

Evidence: what the elements around a line are called, how much of it is a link, where it stands, its own
words, and what an extractor of article text kept. Its words alone decide where nothing else does.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from provenance.model.sources import FurnitureKind as Kind
from provenance.readers.pages.elements import BODY, HEAD
from provenance.readers.pages.lines import Block, Place
from provenance.readers.pages.markup import Markup
from provenance.readers.statements.furniture import (
    HEAD_OF_STORIES,
    Judgement,
    find_credit_tail,
    judge_line,
)

_Words = tuple[str, ...]
Part = tuple[int, int, Judgement]
"""(start, end) in a line, and what stands there."""

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS = 4
_KEPT_SHARE = 0.6
"""Share of a line's shingles that the extraction must hold for the line to count as kept."""
_TRUSTED_SHARE = 0.3
"""Share of the prose on the page that an extraction must have kept to be believed."""
_VOID_SHARE = 0.4
"""An element with so much of the article is not what its name says: a "content-and-sidebar" box."""
_MAIN_SHARE = 0.8
_SMALL_SHARE = 0.25
"""An element under a head of other stories with more of the article is the article's own."""
_PROSE_WORDS = 12
_SENTENCE_WORDS = 6
_HEAD_WORDS = 25
_FEW_WORDS = 4
_LINKED = 0.5
_WHOLLY_LINKED = 0.9
_OWN_ARTICLE_WORDS = 50
"""With so many words outside of readers' comments the page has an article that the comments are not of."""
_AFTER_BLOCKS = 12
_HEAD_BLOCKS = 15
_CREDITED_WORDS = 90
_STOP = re.compile(r"[.!?…。؟।][\"'”’»)\]]{0,2}$")
_HOUSE = re.compile(
    r"©|\bcopyright\b|\brights reserved\b|\bproperty of\b|\bpublished by\b|\bprivacy\b|\bterms of\b"
    r"|\bcookies\b|\bsubscri|\bnewsletter\b|\bpowered by\b|\bcontact us\b",
    re.IGNORECASE,
)
"""Words by which the owner of a page speaks of itself."""
_HOUSE_WORDS = 60
_ENTRIES = frozenset(
    "h2 h3 h4 h5 h6 li td th caption figcaption blockquote dt dd p pre strong b summary".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = frozenset(kind.value for kind in Kind)


@define
class _Line:
    """What is known of one block. `kept`: did the extraction keep it?"""

    block: Block
    word_count: int
    linked: float
    is_prose: bool
    kept: bool = False
    judgement: Judgement | None = None
    is_article: bool = False


@define
class _Seen:
    """What holds of a place with all that is around it."""

    judgement: Judgement | None = None
    is_sure: bool = False
    is_head: bool = False
    is_main: bool = False


def judge_blocks(
    markup: Markup, extracted: str | None, headline: Block | None, credits: frozenset[str]
) -> list[list[Part]]:
    """For every block of a page what of it is furniture; nothing for the lines of the article.

    `extracted`: the article's text as an extractor sees it, None if there is none to rely on. `credits`:
    lines that read like bylines and dates, which count near the headline.
    """
    return _Judge(markup, headline, credits).judge(extracted)


def _look(block: Block) -> _Line:
    word_count = len(block.text.split())
    linked = block.linked_share()
    is_sentence = word_count >= _PROSE_WORDS or (
        word_count >= _SENTENCE_WORDS and _STOP.search(block.text) is not None
    )
    return _Line(block, word_count, linked, is_sentence and linked < _LINKED and not block.place.is_hidden)


@define
class _Judge:
    """One page. `lines`, `seen`: of each block and of each place, in their order."""

    markup: Markup
    headline: Block | None
    credits: frozenset[str]
    lines: list[_Line] = field(init=False)
    seen: list[_Seen] = field(factory=list)
    is_trusted: bool = False

    def __attrs_post_init__(self) -> None:
        self.lines = [_look(block) for block in self.markup.blocks]

    def judge(self, extracted: str | None) -> list[list[Part]]:
        self._mark_kept(extracted)
        self._see_places()
        for line in self.lines:
            self._judge_by_itself(line)
        if not any(line.is_article and line.is_prose for line in self.lines):
            self._rescue()
        self._spread_heads()
        if self.is_trusted:
            self._judge_by_position()
        return [self._parts(line) for line in self.lines]

    def _mark_kept(self, extracted: str | None) -> None:
        """Which lines the extraction has, by shingles of words; whether it has enough to be believed."""
        if not extracted:
            return
        kept_lines: set[_Words] = set()
        for row in extracted.split("\n"):
            kept_lines.update(_fold(part) for part in (row, *row.split("|")))
        words = _fold(extracted)
        shingles = set(_shingles(words))
        for line in self.lines:
            if not line.block.place.is_hidden:
                line.kept = _is_kept(_fold(line.block.text), kept_lines, shingles)
        kept = sum(line.word_count for line in self.lines if line.kept)
        prose = sum(line.word_count for line in self.lines if line.is_prose)
        self.is_trusted = kept > 0 and kept >= prose * _TRUSTED_SHARE

    def _see_places(self) -> None:
        """From the outside in, what the names of elements say, but for those that hold the article itself."""
        weights = [
            line.word_count if (line.kept if self.is_trusted else line.is_prose) else 0 for line in self.lines
        ]
        held = self._sum_by_place(weights)
        around_headline = set()
        place = self.headline.place if self.headline else None
        while place is not None:
            around_headline.add(place.index)
            place = place.parent
        for place in self.markup.places:
            self.seen.append(self._see(place, held, place.index in around_headline))

    def _sum_by_place(self, weights: Sequence[int]) -> list[int]:
        held = [0] * len(self.markup.places)
        for line, weight in zip(self.lines, weights, strict=True):
            held[line.block.place.index] += weight
        for place in reversed(self.markup.places):
            if place.parent is not None:
                held[place.parent.index] += held[place.index]
        return held

    def _see(self, place: Place, held: Sequence[int], is_around_headline: bool) -> _Seen:
        around = self.seen[place.parent.index] if place.parent is not None else _Seen()
        looks = place.looks
        seen = _Seen(around.judgement, around.is_sure, around.is_head)
        if place.hidden:
            seen.judgement, seen.is_sure = (Kind.HIDDEN, place.hidden), True
        elif looks.mark == HEAD:
            seen.is_head = True
        elif looks.mark in _KINDS and not self._is_void(place, held, is_around_headline):
            if looks.is_sure or not around.is_sure:
                seen.judgement, seen.is_sure = (Kind(looks.mark), looks.reason), looks.is_sure
            seen.is_head = False
        elif looks.mark == BODY and looks.is_sure and not around.is_sure:
            seen.judgement = None
        return seen

    def _is_void(self, place: Place, held: Sequence[int], is_around_headline: bool) -> bool:
        """Does the article itself stand in an element that is called something else?"""
        if is_around_headline and not place.looks.is_sure:
            return True
        total, inside = held[0], held[place.index]
        if not inside or inside < total * _VOID_SHARE:
            return False
        return not (place.looks.mark == Kind.COMMENTS and total - inside >= _OWN_ARTICLE_WORDS)

    def _judge_by_itself(self, line: _Line) -> None:
        """By marks, words and links, and by whether it was kept; what stays open is neither."""
        seen = self.seen[line.block.place.index]
        if line.block is self.headline:
            line.is_article = not line.block.place.is_hidden
        if seen.judgement is not None and not line.is_article:
            is_head_line = (
                seen.is_head and "article" in line.block.place.within and line.word_count <= _HEAD_WORDS
            )
            if not seen.is_sure and ((line.kept and line.is_prose) or is_head_line):
                line.is_article = True
            else:
                line.judgement = seen.judgement
        if line.is_article or line.judgement:
            return
        line.judgement = judge_line(line.block.text)
        if line.judgement is None and self.is_trusted and line.kept:
            line.is_article = line.linked < _WHOLLY_LINKED or bool(line.block.place.within & _HEADINGS)
            if not line.is_article:
                line.judgement = (Kind.TEASER, "wholly a link, in the article")
        elif line.judgement is None and not self.is_trusted:
            line.is_article = line.linked < _LINKED
            if not line.is_article:
                line.judgement = _judge_link(line)

    def _spread_heads(self) -> None:
        """What stands under a head of other stories, in one element with it and with little article."""
        places = self.markup.places
        last = list(range(len(places)))  # of each place, the last one inside it: they are in document order
        for place in reversed(places):
            if place.parent is not None:
                last[place.parent.index] = max(last[place.parent.index], last[place.index])
        held = self._sum_by_place([line.word_count if line.is_article else 0 for line in self.lines])
        until, judgement = -1, None
        for line in self.lines:
            index = line.block.place.index
            if line.judgement is not None and line.judgement[1] == HEAD_OF_STORIES:
                around = line.block.place.parent
                is_small = (
                    around is not None and around.index and held[around.index] <= held[0] * _SMALL_SHARE
                )
                if around is not None and is_small and index > until:
                    until, judgement = last[around.index], (Kind.TEASER, "under a head of other stories")
            elif index > until:
                judgement = None
            elif judgement and line.block is not self.headline and (line.is_article or not line.judgement):
                line.is_article, line.judgement = False, judgement

    def _rescue(self) -> None:
        """Where no prose is left, that which stands in elements called menus: prose is no menu."""
        for line in self.lines:
            is_menu = line.judgement is not None and line.judgement[0] in (
                Kind.NAVIGATION,
                Kind.ADVERTISEMENT,
            )
            if is_menu and line.is_prose and (line.kept or not self.is_trusted):
                if judge_line(line.block.text) is None:
                    line.judgement, line.is_article = None, True

    def _judge_by_position(self) -> None:
        """What the extraction left out: article where it stands among the article's lines, else furniture."""
        kept = [n for n, line in enumerate(self.lines) if line.is_article and line.kept]
        if not kept:
            return
        kept = [n for n in kept if self.lines[n].is_prose] or kept
        first, last = kept[0], kept[-1]
        at = next((n for n, line in enumerate(self.lines) if line.block is self.headline), first)
        self._drop_above(at)
        self._see_main()
        self._drop_below()
        for number, line in enumerate(self.lines):
            if not line.is_article and not line.judgement:
                line.is_article = self._is_among(line, number, min(at, first), first, last)
                if not line.is_article:
                    line.judgement = _judge_link(line)

    def _drop_above(self, at: int) -> None:
        """Short lines over the headline, a masthead or menu, are none of the article that follows it."""
        below = sum(line.word_count for line in self.lines[at:] if line.is_article)
        above = [line for line in self.lines[:at] if line.is_article]
        if self.headline is None or below < sum(line.word_count for line in above):
            return
        for line in above:
            if not line.is_prose and not self._is_headlike(line):
                line.is_article = False

    def _drop_below(self) -> None:
        """What the house says of itself under the article, which an extraction may keep as its last line."""
        mains = [
            n
            for n, line in enumerate(self.lines)
            if line.is_article and self.seen[line.block.place.index].is_main
        ]
        for line in self.lines[mains[-1] + 1 :] if mains else ():
            if line.is_article and line.word_count <= _HOUSE_WORDS and _HOUSE.search(line.block.text):
                line.is_article, line.judgement = False, (Kind.NOTICE, "under the article, of the house")

    def _is_headlike(self, line: _Line) -> bool:
        seen = self.seen[line.block.place.index]
        return line.word_count <= _HEAD_WORDS and (seen.is_head or line.block.text in self.credits)

    def _is_among(self, line: _Line, number: int, begin: int, first: int, last: int) -> bool:
        """Does an open line belong to the article with its headline at `begin` and prose from `first`?"""
        seen, within = self.seen[line.block.place.index], line.block.place.within
        is_main = seen.is_main or "article" in within or "main" in within
        is_headlike = self._is_headlike(line)
        if number < begin:
            return number >= begin - _HEAD_BLOCKS and (is_headlike or (seen.is_main and line.is_prose))
        if number <= last:
            is_here = is_main or number < first
            return (is_here and _reads_like_article(line)) or (
                is_headlike and (is_here or number <= begin + _HEAD_BLOCKS)
            )
        is_near = number <= last + _AFTER_BLOCKS
        return is_near and is_main and (is_headlike or _reads_like_article(line))

    def _see_main(self) -> None:
        """The innermost element that holds most of what was kept, and all in it."""
        weights = [line.word_count if line.is_article else 0 for line in self.lines]
        held = self._sum_by_place(weights)
        main = 0
        for place in self.markup.places[1:]:
            if (
                place.parent is not None
                and place.parent.index == main
                and held[place.index] >= held[0] * _MAIN_SHARE
            ):
                main = place.index
        for place in self.markup.places:
            is_around = place.parent is not None and self.seen[place.parent.index].is_main
            self.seen[place.index].is_main = is_around or place.index == main

    def _parts(self, line: _Line) -> list[Part]:
        text = line.block.text
        if not line.is_article:
            return [(0, len(text), line.judgement or _judge_link(line))]
        parts: list[Part] = []
        for start, end, place in line.block.runs:
            seen = self.seen[place.index]
            begin, stop = _trim(text, start, end)
            is_part = place is not line.block.place and line.block is not self.headline
            if is_part and seen.judgement and seen.is_sure and stop > begin:
                parts.append((begin, stop, seen.judgement))
        if line.word_count <= _CREDITED_WORDS and not parts:
            tail = find_credit_tail(text)
            parts += [(*tail, (Kind.CREDIT, "credit of a picture"))] if tail else []
        return parts


def _fold(text: str) -> _Words:
    return tuple(_WORD.findall(text.casefold()))


def _shingles(words: _Words) -> Iterator[_Words]:
    return zip(*(words[n:] for n in range(_SHINGLE_WORDS)), strict=False)


def _is_kept(words: _Words, lines: set[_Words], shingles: set[_Words]) -> bool:
    count = len(words) - _SHINGLE_WORDS + 1
    if not words or words in lines:
        return bool(words)
    return count > 0 and sum(map(shingles.__contains__, _shingles(words))) >= count * _KEPT_SHARE


def _reads_like_article(line: _Line) -> bool:
    if line.linked >= _LINKED:
        return False
    return line.is_prose or line.word_count >= _FEW_WORDS or bool(line.block.place.within & _ENTRIES)


def _judge_link(line: _Line) -> Judgement:
    if line.linked >= _LINKED:
        kind = Kind.TEASER if line.word_count >= _FEW_WORDS else Kind.NAVIGATION
        return kind, "a link outside of the article"
    return (Kind.TEASER if line.is_prose else Kind.NAVIGATION), "outside of the article"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
