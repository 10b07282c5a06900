"""What is known of a pile beside its texts."""

from collections.abc import Mapping

from attrs import Factory, frozen

from provenance.model.name_rules import NameRules


@frozen
class Background:
    """`rules`: what people say of names. `days`: source → the day of which it is, as a number (the ordinal of
    a date), of those that have a date. `paths`: source → what to call it in messages.
    """

    rules: NameRules = Factory(NameRules)
    days: Mapping[str, int] = Factory(dict)
    paths: Mapping[str, str] = Factory(dict)
