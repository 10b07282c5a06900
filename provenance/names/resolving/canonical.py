"""Which spelling stands for an entity."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.reuse import Alignment
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.nodes import name_words

Spelling = tuple[str, Sequence[Span]]
Copied = Mapping[str, Sequence[tuple[int, int]]]
"""Source → its passages that a source before it, in the order of ids, holds too: (start, end), joined."""

CANONICAL_RULE = (
    "chosen by rule: a name before the mere word for what it is, a full form before a single name or an "
    "acronym, mixed case before capitals; then the form in most independent sources (what stands in a shared "
    "passage counts once), in most sources, with most mentions, the fullest, the first of the alphabet"
)
"""The rule in words: what people read of it."""


def choose_canonical(
    kind: EntityKind, spellings: Sequence[Spelling], knowledge: Knowledge, copied: Copied | None = None
) -> str:
    """The name an entity goes by, one of its `spellings` (text, its spans), by CANONICAL_RULE.

    Of sources those that hold a form outside passages which another source has too count before the
    others; the fullest has the most words, then the most letters.
    """
    ranked = (
        (_is_generic(text, knowledge), _rank(kind, text, spans, copied or {})) for text, spans in spellings
    )
    return min(ranked)[1][-1]


def copied_places(alignments: Sequence[Alignment]) -> dict[str, list[tuple[int, int]]]:
    """Of every passage that two sources share, the place in the later id: what stands there counts once."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for alignment in alignments:
        if alignment.a.source_id != alignment.b.source_id:
            copy = max(alignment.a, alignment.b)
            places[copy.source_id].append((copy.start, copy.end))
    joined: dict[str, list[tuple[int, int]]] = {}
    for source_id, ranges in sorted(places.items()):
        ours: list[tuple[int, int]] = []
        for start, end in sorted(ranges):
            if ours and start <= ours[-1][1]:
                ours[-1] = (ours[-1][0], max(end, ours[-1][1]))
            else:
                ours.append((start, end))
        joined[source_id] = ours
    return joined


def _is_copied(span: Span, copied: Copied) -> bool:
    ranges = copied.get(span.source_id, ())
    place = bisect_right(ranges, (span.start, len(span) + span.start)) - 1
    return any(start <= span.start and span.end <= end for start, end in ranges[max(0, place) : place + 2])


def _is_generic(text: str, knowledge: Knowledge) -> bool:
    """Nothing but the word for what it is: Union, Ministry."""
    plain = plain_word(text)
    is_single = " " not in plain
    return is_single and (plain in knowledge.organization_words or plain in knowledge.organization_heads)


def _rank(
    kind: EntityKind, text: str, spans: Sequence[Span], copied: Copied
) -> tuple[bool, bool, int, int, int, int, int, str]:
    is_short = is_acronym(text) or (kind is EntityKind.PERSON and len(name_words(text)) == 1)
    is_shouted = text.isupper() and not is_acronym(text)
    own = len({span.source_id for span in spans if not _is_copied(span, copied)})
    sources = len({span.source_id for span in spans})
    return is_short, is_shouted, -own, -sources, -len(spans), -len(text.split()), -len(text), text
