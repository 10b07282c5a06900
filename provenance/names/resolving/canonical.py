"""Which spelling stands for an entity."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.nodes import name_words

Spelling = tuple[str, Sequence[Span]]


def choose_canonical(kind: EntityKind, spellings: Sequence[Spelling], knowledge: Knowledge) -> str:
    """The name an entity goes by, one of its `spellings` (text, its spans).

    A full form before a mere kind of body, a person's single name or an acronym; a mixed-case form before
    one in capitals; then the form in most sources, with most mentions, the longest, the first in
    alphabetical order.
    """
    return min(spellings, key=lambda spelling: (_is_generic(spelling[0], knowledge), _rank(kind, *spelling)))[
        0
    ]


def _is_generic(text: str, knowledge: Knowledge) -> bool:
    """Nothing but the word for what it is: Union, Ministry."""
    plain = plain_word(text)
    is_single = " " not in plain
    return is_single and (plain in knowledge.organization_words or plain in knowledge.organization_heads)


def _rank(kind: EntityKind, text: str, spans: Sequence[Span]) -> tuple[bool, bool, int, int, int, str]:
    is_short = is_acronym(text) or (kind is EntityKind.PERSON and len(name_words(text)) == 1)
    is_shouted = text.isupper() and not is_acronym(text)
    sources = len({span.source_id for span in spans})
    return is_short, is_shouted, -sources, -len(spans), -len(text), text
