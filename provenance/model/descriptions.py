"""Descriptions: what a text calls a body that it has named, without its name."""

from attrs import frozen

from provenance.model.spans import Span


@frozen(order=True)
class Description:
    """The alliance: words that are no mention. `entity`: key of the only body of its text that it can mean.

    `antecedent`: the nearest mention of that body before.
    """

    span: Span
    entity: str
    antecedent: Span
