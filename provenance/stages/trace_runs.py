"""Words in a row that a source shares with a text, even where they are no sign of a copy."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span

Range = tuple[int, int]


def least_words(settings: ReuseSettings) -> int:
    """Words in a row that are always told."""
    return -int(-settings.least_score // 1)


def find_common(
    shared: Sequence[tuple[Sequence[Range], Sequence[Range]]],
    masked: tuple[Sequence[Span], Sequence[Span]],
    texts: tuple[str, str],
    known: Sequence[Alignment],
    settings: ReuseSettings,
) -> Iterator[Alignment]:
    """Runs that no passage has, of `least_words` words and `least_characters`, a sign of Chinese, Japanese or
    Korean counted as two.

    `shared`: the places of the words of each run, in a and in b; what is `masked` in either lies in none.
    """
    for a, b in shared:
        for first, last in _whole_parts(a, b, masked):
            if last - first < least_words(settings):
                continue
            spans = Span("a", a[first][0], a[last - 1][1]), Span("b", b[first][0], b[last - 1][1])
            is_long = all(
                count_signs(span.quote(text)) >= settings.least_characters
                for span, text in zip(spans, texts, strict=True)
            )
            if is_long and not any(_has(each.b, spans[1]) for each in known):
                yield Alignment(*spans, ReuseKind.VERBATIM, 1.0)


def count_signs(text: str) -> int:
    """Code points, those twice that stand for a syllable or a word."""
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text)


def _has(one: Span, other: Span) -> bool:
    """Does `one` hold half of `other`?"""
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= len(other)


def _whole_parts(
    a: Sequence[Range], b: Sequence[Range], masked: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Range]:
    """Words [first, last) of a run between which nothing is masked."""
    begin = 0
    for at in range(1, len(a)):
        if _is_parted(a[at - 1][1], a[at][0], masked[0]) or _is_parted(b[at - 1][1], b[at][0], masked[1]):
            yield begin, at
            begin = at
    yield begin, len(a)


def _is_parted(end: int, start: int, masked: Sequence[Span]) -> bool:
    return start - end > 1 and any(each.start < start and each.end > end for each in masked)
