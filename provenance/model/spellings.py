"""One name in several spellings inside one document: what an editor unifies."""

from attrs import frozen

from provenance.model.spans import Span


@frozen(order=True)
class Spelling:
    """A spelling beside others of one entity in one source. `variant`: key of the name variant.

    `spans`: where it stands there, in order.
    """

    source: str
    entity: str
    variant: str
    text: str
    spans: tuple[Span, ...]
