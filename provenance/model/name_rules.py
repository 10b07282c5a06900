"""What people say of names, in names.toml, names.csv or lists of entities: one, two, or how it is written."""

from enum import StrEnum

from attrs import field, frozen

from provenance.model.keys import digest
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

    `kind`: None for any. `where`: file and line, for messages. `note`: the person's reason, "" if none.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: EntityKind | None = field(default=None, order=lambda kind: kind or "")
    where: str = ""
    note: str = ""


@frozen
class NameRules:
    """All that people say of names; empty where they said nothing.

    `suggested`: pairs that may be one (weak aliases): shown to people, never joined for that.
    """

    rules: tuple[NameRule, ...] = ()
    canonical: tuple[CanonicalName, ...] = ()
    suggested: tuple[NameRule, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 over all of it, the files and lines included: results name these."""
        rules = [
            [rule.a, rule.b, rule.relation.value, rule.kind, rule.where, rule.note] for rule in self.rules
        ]
        forms = [[one.name, one.aliases, one.kind, one.where, one.note] for one in self.canonical]
        weak = [[rule.a, rule.b, rule.kind, rule.where, rule.note] for rule in self.suggested]
        return digest([rules, forms, weak])


class RuleEffect(StrEnum):
    """What became of a rule in a run."""

    FOLLOWED = "followed"
    NOT_FOLLOWED = "not followed"  # its names stand in the texts, and are not as it says
    NO_SUCH_NAME = "no such name"  # a name of it stands in no text
    CONTRADICTED = "contradicted"  # another rule says the contrary: neither is followed
    SUGGESTED = "suggested"  # its names are a pair to judge: nothing is joined for that


SPOKEN_AGAINST = "followed although texts speak against it"
"""How rules are counted that were followed and that something speaks against."""


@frozen(order=True)
class RuleOutcome:
    """A rule, as one line for each pair of names, and what became of it.

    `relation`: same, different, written as (`a` is how to write it, `b` another name) or suggested.
    """

    where: str
    relation: str
    a: str
    b: str
    kind: str
    note: str
    effect: RuleEffect
