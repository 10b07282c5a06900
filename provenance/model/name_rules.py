"""What people say of names, in names.toml or names.csv: one, two, or how a name is to be written."""

from enum import StrEnum

from attrs import field, frozen

from provenance.model.names import EntityKind


class NameRelation(StrEnum):
    """What a rule says of two names."""

    SAME = "same"
    DIFFERENT = "different"


@frozen(order=True)
class NameRule:
    """Two names that are one, or two, because a person says so. `kind`: None for any.

    `where`: file and line, for messages. `note`: the person's reason, "" if none is given.
    """

    a: str
    b: str
    relation: NameRelation
    kind: EntityKind | None = field(default=None, order=lambda kind: kind or "")
    where: str = ""
    note: str = ""


@frozen(order=True)
class CanonicalName:
    """How an entity is to be written, and its other names, which are one with it.

    `kind`: None for any. `where`: file and line, for messages.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: EntityKind | None = field(default=None, order=lambda kind: kind or "")
    where: str = ""


@frozen
class NameRules:
    """All that people say of names; empty where they said nothing."""

    rules: tuple[NameRule, ...] = ()
    canonical: tuple[CanonicalName, ...] = ()
