"""A name given as its own other name: an earlier name was lost."""

import re
from collections.abc import Iterator

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.folding import APOSTROPHES, fold_text

_CUE = re.compile(
    r",?\s(?:(?:also|better|otherwise|commonly|formerly|previously|popularly|locally|once)\s(?:known|called)"
    r"(?:\s(?:simply|locally|informally))?(?:\sas)?|a\.?k\.?a\.?)\s(?:the\s)?[“\"‘]?",
    re.IGNORECASE,
)
_MOST_WORDS = 8
_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(r"\s+(?:(?:of|for|the)\s)?(?:the\s)?[^\W\d_a-z]")
"""A name that is longer than what was compared: the War of the Triple Alliance, Anna the Great."""


def find_self_aliases(pile: Pile) -> Iterator[Conflict]:
    """ "K, also known as K", in the wording of the text or among the aliases found in it."""
    for source_id in pile.sources:
        spans = sorted({*_cued(pile, source_id), *_stated(pile, source_id)})
        for position, span in enumerate(spans):
            if any(span.overlap(other) for other in spans[:position]):
                continue
            yield _finding(pile, span)


def _cued(pile: Pile, source_id: str) -> Iterator[Span]:
    text = pile.text(source_id)
    for cue in _CUE.finditer(text):
        before = list(_WORD.finditer(text, max(0, cue.start() - 120), cue.start()))[-_MOST_WORDS:]
        after = list(_WORD.finditer(text, cue.end(), cue.end() + 120))[:_MOST_WORDS]
        for size in range(min(len(before), len(after)), 0, -1):
            start, end = before[-size].start(), after[size - 1].end()
            name, alias = text[start : cue.start()], text[cue.end() : end]
            is_tail = size < len(before) and before[-size - 1].group()[0].isupper() and size < len(after)
            if is_tail and before[-size - 1].group()[-1].isalnum() and _GOES_ON.match(text, end):
                continue  # only the last word of the one name, and the first of the other
            if is_same_spelling(name, alias) and any(c.isupper() for c in name):
                end -= len(alias) - len(alias.rstrip(".,;:!?)]\"'”’"))
                yield Span(source_id, start, end)
                break


def _stated(pile: Pile, source_id: str) -> Iterator[Span]:
    for alias in pile.sources[source_id].aliases:
        goes_on = _GOES_ON.match(pile.text(source_id), alias.alias.end)
        if is_same_spelling(pile.quote(alias.name), pile.quote(alias.alias)) and not goes_on:
            yield alias.span


def is_same_spelling(a: str, b: str) -> bool:
    """Equal but for case, apostrophes and marks at the ends; a form with diacritics is another spelling."""
    one, two = (_plain(x) for x in (a, b))
    return bool(one) and one == two


def _plain(name: str) -> str:
    kept = "".join(c for c in name if c not in APOSTROPHES)
    return " ".join(kept.strip(' ,.;:!?()[]"“”«»').casefold().split())


def _finding(pile: Pile, span: Span) -> Conflict:
    text = pile.quote(span)
    cue = _CUE.search(text)
    name = " ".join((text[: cue.start()] if cue else text).split())
    return Conflict(
        kind=ConflictKind.ALIAS_SELF,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT,
        consequence=Level.MEDIUM,
        certainty=Level.HIGH,
        scope=Scope.WITHIN,
        title=f"{name} is given as its own other name",
        why=(
            f"{pile.label(span.source_id)} says {quoted(text)}: the name and its other name are one "
            "spelling. "
            "One of the two cannot be what was meant; which name was lost, the text does not say."
        ),
        subject=fold_text(name),
        predicate="alias of itself",
        scope_key=pile.sources[span.source_id].source.path,
        sides=(make_side(pile, name, [span]),),
    )
