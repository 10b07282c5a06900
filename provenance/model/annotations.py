"""One source's text together with what earlier stages found in it: what claims and conflicts read."""

from attrs import frozen

from provenance.model.names import EntityKind, StatedAlias
from provenance.model.sources import Source
from provenance.model.spans import Span


@frozen(order=True)
class ResolvedMention:
    """A mention and the entity it stands for. `name`: the entity's canonical name."""

    span: Span
    text: str
    kind: EntityKind
    entity: str
    name: str


@frozen
class AnnotatedSource:
    """`mentions` and `aliases` by start. `furniture`: spans of page furniture, not article text."""

    source: Source
    mentions: tuple[ResolvedMention, ...] = ()
    aliases: tuple[StatedAlias, ...] = ()
    furniture: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The stored text, in which all offsets count."""
        return self.source.text
