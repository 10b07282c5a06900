"""Two things that a plugin can do: read what the rules do not, and judge what they found."""

import re
from collections.abc import Iterator, Mapping

from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, Level
from provenance.model.spans import Span
from provenance.plugins import Decision, Judgement, hookimpl

_MARK = re.compile(r"\bby the (?:mark|deep) (\w+)\b", re.IGNORECASE)
_DEPTHS = {"two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10}


@hookimpl
def find_claims(source: AnnotatedSource) -> Iterator[Claim]:
    """Depths as leadsmen called them ("by the mark seven": seven fathoms)."""
    for found in _MARK.finditer(source.text):
        word = found[1].lower()
        if word in _DEPTHS:
            yield Claim(
                kind=ClaimKind.QUANTITY,
                source_id=source.source.id,
                span=Span(source.source.id, found.start(), found.end()),
                quote=found.group(),
                subject="depth",
                predicate="measure",
                value=found.group(),
                number=float(_DEPTHS[word]),
                unit="fathom",
            )


@hookimpl
def judge_conflict(conflict: Conflict, texts: Mapping[str, str]) -> Judgement | None:
    """Findings in texts that tell of a dream are dropped; those on a guess are less certain."""
    told = " ".join(texts.values()).lower()
    if "in the dream" in told:
        return Judgement(Decision.DROP, "A text tells of a dream.")
    if "at a guess" in told:
        return Judgement(Decision.KEEP, "A text calls its figure a guess.", Level.LOW)
    return None
