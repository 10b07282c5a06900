"""Words that a text writes with a capital inside its sentences and that no mention holds: unknown names."""

import re

from provenance.model.annotations import AnnotatedSource
from provenance.model.knowledge import Knowledge
from provenance.text.folding import fold_text

_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z]\w{2,30}")
_SMALL = re.compile(r"\b[^\W\d_A-Z]\w{2,30}")
_MOST = 400
"""Words of one text that are kept; an article has some fifty."""


def find_proper_words(source: AnnotatedSource, knowledge: Knowledge) -> dict[str, str]:
    """Folded form → as printed, in the order of the text,
    without common words and those in small letters too."""
    text = source.text
    ends = [(m.span.start, m.span.end) for m in source.mentions]
    found: dict[str, str] = {}
    at = 0
    for match in _INSIDE.finditer(text):
        while at < len(ends) and ends[at][1] <= match.start():
            at += 1
        is_mention = at < len(ends) and ends[at][0] <= match.start()
        if is_mention or not match.group()[0].isupper():
            continue
        folded = fold_text(match.group())
        if folded and folded not in found and not _is_common(folded, knowledge):
            found[folded] = match.group()
            if len(found) == _MOST:
                break
    if not found:
        return found
    small = {word.casefold() for word in _SMALL.findall(text)} & found.keys()
    return {folded: printed for folded, printed in found.items() if folded not in small}


def _is_common(word: str, knowledge: Knowledge) -> bool:
    return (
        word in knowledge.common_words
        or word in knowledge.plain_words
        or word in knowledge.function_words
        or word in knowledge.months
        or word in knowledge.weekdays
        or word in knowledge.demonyms
        or word in knowledge.groups
        or word in knowledge.roles
        or word in knowledge.honorifics
        or word in knowledge.countries
        or word in knowledge.given_names
        or word in knowledge.place_words
        or word in knowledge.organization_words
        or word in knowledge.event_words
    )
