"""Names that sound alike and are of two kinds: the finder may have taken one of them for what it is not."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity, EntityKind, NamePair, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.compare import compare_names
from provenance.names.resolving.nodes import name_words
from provenance.names.sounds.phonetics import skeleton_of
from provenance.names.sounds.romanise import romanise

_MOST_ALIKE = 12
"""Names of one sound that are compared with one another."""


def pairs_of_two_kinds(
    entities: Sequence[Entity], knowledge: Knowledge, settings: NameSettings
) -> list[NamePair]:
    """Names of two words and more that compare as the same as either kind: for people to judge, since only a
    rule joins across kinds. Places are left out: people and bodies are called after them.
    """
    counts: Counter[tuple[str, EntityKind]] = Counter()
    for entity in entities:
        for variant in entity.variants:
            if entity.kind is not EntityKind.PLACE and len(name_words(variant.text)) > 1:
                counts[variant.text, entity.kind] += len(variant.mentions)
    alike: dict[str, list[tuple[str, EntityKind]]] = defaultdict(list)
    for text, kind in sorted(counts):
        roman = "".join(word.text for word in romanise(text)).lower()
        alike[skeleton_of(roman)].append((text, kind))
    found = []
    for names in alike.values():
        if len({kind for _text, kind in names}) < 2:
            continue
        kept = names[:_MOST_ALIKE]
        for at, (a, kind) in enumerate(kept):
            for b, other in kept[at + 1 :]:
                if a != b and kind is not other:
                    score = max(compare_names(a, b, one, knowledge, settings).score for one in (kind, other))
                    likelier = kind if counts[a, kind] >= counts[b, other] else other
                    reason = f"of two kinds: {a} is found as {kind.value}, {b} as {other.value}"
                    pair = NamePair(a, b, likelier, score, Verdict.UNSURE, reason)
                    found += [pair] if score >= settings.same else []
    return found
