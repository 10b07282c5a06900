"""Words that a text writes with a capital inside its sentences and that no mention holds: unknown names."""

import re
from collections.abc import Iterator, Sequence

from provenance.model.annotations import AnnotatedSource
from provenance.model.knowledge import Knowledge
from provenance.text.folding import fold_text

_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z]\w{2,30}")
_RUN = re.compile(
    r"(?:(?<=[^\W\d_A-Z,;] )|(?<=[.!?,;] )|^)"
    r"[^\W\d_a-z]\w{1,30}(?: [^\W\d_a-z]\w{1,30}){1,3}\b(?! [^\W\d_a-z])",
    re.MULTILINE,
)
"""Words with capitals side by side, behind one in small letters: one name, whatever its words mean."""
_SMALL = re.compile(r"\b[^\W\d_A-Z]\w{2,30}")
_MOST = 400
"""Words of one text that are kept; an article has some fifty."""


def find_proper_words(source: AnnotatedSource, knowledge: Knowledge) -> dict[str, str]:
    """Folded form → as printed, in the order of the text,
    without common words and those in small letters too."""
    text = source.text
    ends = [(m.span.start, m.span.end) for m in source.mentions]
    runs = {
        fold_text(m.group()): m.group() for m in _apart(_RUN.finditer(text), ends) if _is_capital(m.group())
    }
    single: dict[str, str] = {}
    for match in _apart(_INSIDE.finditer(text), ends):
        folded = fold_text(match.group()) if match.group()[0].isupper() else ""
        if folded and folded not in single and not _is_common(folded, knowledge):
            single[folded] = match.group()
            if len(single) == _MOST:
                break
    small = {word.casefold() for word in _SMALL.findall(text)} & single.keys() if single else set()
    kept = {folded: printed for folded, printed in single.items() if folded not in small}
    return {**kept, **dict(list(runs.items())[:_MOST])}


def _apart(found: Iterator[re.Match[str]], ends: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Those that begin in none of the ranges, which are in order."""
    at = 0
    for match in found:
        while at < len(ends) and ends[at][1] <= match.start():
            at += 1
        if at == len(ends) or ends[at][0] > match.start():
            yield match


def _is_capital(printed: str) -> bool:
    return all(word[0].isupper() for word in printed.split())


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
