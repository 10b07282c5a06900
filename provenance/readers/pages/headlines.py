"""Which line of a page is its headline."""

import re
from collections.abc import Sequence

from provenance.model.sources import Metadatum
from provenance.readers.pages.lines import Block
from provenance.readers.pages.markup import Markup

_WORD = re.compile(r"\w+")
_LEAST_TITLE_SHARE = 0.25
"""Share of a title's words that an h1 must have; a site's name in an h1 has fewer."""
_LEAST_SUBHEADING_SHARE = 0.5
"""Likewise for an h2, which may be any section's."""
_LEAST_LINE_SHARE = 0.6
"""Likewise for a line that is no heading at all, as on old pages."""
_LEAST_LINE_WORDS = 3
_MOST_LINES = 200
_LONGEST_CHARS = 300


def choose_headline(markup: Markup, properties: Sequence[Metadatum]) -> Block | None:
    """The h1 that has most words in common with the titles in the markup; the first if there are none.

    Where no h1 has more than half of them, an h2 or another heading may have more: on many pages the h1 is
    the site's name; where no heading has, a line that has most of them. Of equal ones that which a title
    begins with goes before, for the site's name follows it in most titles.
    """
    headlines = [block for block in markup.headlines() if not block.place.is_hidden]
    titles = [metadatum.value for metadatum in properties if metadatum.name == "title"]
    if not titles:
        return next(iter(headlines), None)
    title_words = [fold_words(title) for title in titles]
    ranked = _rank(headlines, title_words, _LEAST_TITLE_SHARE)
    if not any(share > _LEAST_SUBHEADING_SHARE for share, _ in ranked):
        below = [block for block in markup.blocks if _is_subheading(block)]
        ranked += _rank(below, title_words, _LEAST_SUBHEADING_SHARE)
    if not ranked:
        lines = [block for block in markup.blocks[:_MOST_LINES] if _is_line(block)]
        ranked = _rank(lines, title_words, _LEAST_LINE_SHARE)
    if not ranked:
        return None
    return max(
        ranked, key=lambda found: (found[0], any(title.startswith(found[1].text) for title in titles))
    )[1]


def title_share(line: str, titles: Sequence[set[str]]) -> float:
    """Share of a title's words that `line` has, 0..1; of the title that it has most of."""
    words = fold_words(line)
    return max(len(words & title) / max(1, len(title)) for title in titles)


def fold_words(text: str) -> set[str]:
    """The words of `text` without regard to case."""
    return set(_WORD.findall(text.casefold()))


def _rank(blocks: Sequence[Block], titles: Sequence[set[str]], least: float) -> list[tuple[float, Block]]:
    shares = [(title_share(block.text, titles), block) for block in blocks]
    return [found for found in shares if found[0] >= least]


def _is_subheading(block: Block) -> bool:
    within = block.place.within
    is_heading = "h2" in within or "h3" in within
    return is_heading and not block.place.is_hidden and len(block.text) <= _LONGEST_CHARS


def _is_line(block: Block) -> bool:
    """A short line that is shown and no link."""
    return (
        len(block.text) <= _LONGEST_CHARS
        and len(block.text.split()) >= _LEAST_LINE_WORDS
        and not block.place.is_hidden
        and "a" not in block.place.within
    )
